/**
 * The least that could take a message: node:http that parses the JSON and answers 202; with a
 * database, one better-sqlite3 insert a request before that, in WAL with a commit to the disk each.
 * A process of its own: `node bench/bare-handler.mjs SOCKET [DATABASE]`; says "listening".
 */
import { createServer } from 'node:http';
import { openBare } from './bare-database.mjs';

const [socket, database] = process.argv.slice(2);

/** @param {unknown} text */
function keepNothing(text) {
  return text;
}

const keep = database === undefined ? keepNothing : inserter(database);
let taken = 0;

createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    text += chunk;
  });
  request.on('end', () => {
    const message = JSON.parse(text);
    taken += 1;
    keep(message);
    const body = JSON.stringify({ id: `msg_${taken}`, to: message.to, status: 'queued' });
    response.writeHead(202, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
}).listen(socket, () => process.stdout.write('listening\n'));

/** @param {string} path */
function inserter(path) {
  const insert = openBare(path).prepare('INSERT INTO rows (recipient, text) VALUES (?, ?)');
  return (/** @type {{ to: string, text: string }} */ { to, text }) => insert.run(to, text);
}
