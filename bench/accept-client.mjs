/**
 * Posts messages over a number of kept connections, one after the other on each, for a time; prints
 * how many a second were taken and how long each took, as JSON. Speaks HTTP/1.1 itself, on the
 * socket file: node's own client would be busier than a bare handler. A process of its own:
 * `node bench/accept-client.mjs SOCKET KEY CONNECTIONS MILLISECONDS`.
 */
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { systemClock } from '../dist/clock.js';
import { message } from './gateway.mjs';

/** Not counted: until both sides have compiled what they run. */
const warmUpMs = 500;

const [socket = '', key = '', connections = '1', duration = '0'] = process.argv.slice(2);
const beginMs = systemClock.monotonicMs() + warmUpMs;
const endMs = beginMs + Number(duration);
/** @type {number[]} */
const times = [];
let posted = 0;

/** A whole request. */
function nextRequest() {
  const body = JSON.stringify(message(posted));
  posted += 1;
  return `POST /v1/messages HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Whether it is there to its last octet; throws unless it says 202. @param {Buffer} response */
function isWhole(response) {
  const end = response.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = response.toString('latin1', 0, end);
  const length = /^content-length: *(\d+)$/im.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 202') || length === undefined) {
    throw new Error(`answered otherwise than by 202 of a known length: ${response}`);
  }
  return response.length >= end + 4 + Number(length);
}

async function work() {
  const connection = createConnection(socket);
  await once(connection, 'connect');
  /** @type {Buffer} */
  let response = Buffer.alloc(0);
  let startedMs = systemClock.monotonicMs();
  connection.write(nextRequest());
  for await (const chunk of connection) {
    response = Buffer.concat([response, chunk]);
    if (!isWhole(response)) continue;
    const nowMs = systemClock.monotonicMs();
    if (nowMs >= endMs) return;
    if (startedMs >= beginMs) times.push(nowMs - startedMs);
    response = Buffer.alloc(0);
    startedMs = nowMs;
    connection.write(nextRequest());
  }
  throw new Error('the connection was closed before the time was over');
}

await Promise.all(Array.from({ length: Number(connections) }, work));
process.stdout.write(
  JSON.stringify({ perSecond: (times.length * 1000) / Number(duration), times }),
);
