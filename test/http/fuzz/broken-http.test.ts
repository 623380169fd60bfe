/**
 * What is hardly HTTP, on a raw socket: requests with octets changed, left out, doubled and put in
 * between. The answer is a problem or a closed connection, never a failure of the gateway.
 */
import { connect } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runGateway } from '../running-gateway.js';
import { runsOf, seed } from './fuzz-seed.js';

const runs = runsOf(600);

/** So many at a time: most of the time is spent in waiting for what does not come. */
const together = 20;
const waitMs = 200;

/** Sends octets; what comes back until the connection is closed or nothing has come for a while. */
function converse(address: string, octets: Buffer, silenceMs = waitMs): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(octets));
    socket.setEncoding('latin1').on('data', (piece: string) => {
      text += piece;
    });
    // A connection may be reset: what came before counts.
    socket.on('error', () => {}).on('close', () => resolve(text));
    socket.setTimeout(silenceMs, () => socket.destroy());
  });
}

function check(answer: string): void {
  const statuses = answer.match(/^HTTP\/1\.1 \d{3}/gm) ?? [];
  for (const status of statuses) expect(Number(status.slice(9)), answer).toBeLessThan(500);
  if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /);
  if (Number(statuses[0]?.slice(9)) >= 400) {
    expect(answer).toMatch(/^content-type: application\/problem\+json/im);
  }
}

const requestOf = (key: string, path: string, body: string) => `POST ${path} HTTP/1.1\r
Host: 127.0.0.1\r
Authorization: Bearer ${key}\r
Content-Type: application/json\r
Content-Length: ${body.length}\r
\r
${body}`;

const chunkedOf = (key: string, path: string, body: string) => `PUT ${path} HTTP/1.1\r
Host: 127.0.0.1\r
Authorization: Bearer ${key}\r
Content-Type: application/json\r
Transfer-Encoding: chunked\r
Connection: close\r
\r
${body.length.toString(16)}\r
${body}\r
0\r
\r
`;

const inserts = fc.oneof(
  fc.uint8Array({ maxLength: 6 }).map((octets) => Buffer.from(octets).toString('latin1')),
  fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    '\0',
    ' ',
    ':',
    '\t',
    '\r\n\r\n',
    'HTTP/1.1',
    'Host: a b\r\n',
  ),
  fc.constantFrom(
    'Content-Length: 5\r\n',
    'Transfer-Encoding: chunked\r\n',
    'Expect: 100-continue\r\n',
  ),
  fc.constantFrom(
    '\r\nHost: [\r\n',
    '\r\nHost: x:99999\r\n',
    '\r\nUpgrade: websocket\r\nConnection: upgrade\r\n',
  ),
);

const change = fc.record({
  at: fc.integer({ min: 0, max: 999 }).map((thousandth) => thousandth / 1_000),
  drop: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  insert: fc.oneof(fc.constant(''), inserts),
});

const oddLines = fc.constantFrom(
  ...['TRACE / HTTP/1.1\r\nHost: x\r\n\r\n', 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ...['GET http://x/healthz HTTP/1.1\r\nHost: y\r\n\r\n', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'],
  ...[
    'GET / HTTP/1.0\r\n\r\n',
    'GET /\r\n\r\n',
    'GET //healthz HTTP/1.1\r\nHost: x\r\n\r\n',
    '\r\n\r\n',
  ],
  ...[
    'GET /healthz HTTP/1.1\r\n\r\n',
    'GET /healthz HTTP/1.1\r\nHost: a b\r\n\r\n',
    '\x16\x03\x01\x02\0\x01',
  ],
  ...['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'GET ? HTTP/1.1\r\nHost: x\r\n\r\n'],
);

it(
  `answers what is hardly HTTP with a problem, or not at all (seed ${seed})`,
  async () => {
    const { address, key } = await runGateway();
    const hello = '{"to": "+447700900123", "text": "Hello"}';
    const whole = fc.constantFrom(
      requestOf(key, '/v1/messages', hello),
      requestOf(key, '/v1/match', '{"text": "STOP"}'),
      chunkedOf(key, '/v1/suppressions/+447700900124', '{"scope": "sale"}'),
    );
    const spoiled = fc
      .tuple(whole, fc.array(change, { minLength: 1, maxLength: 4 }))
      .map(([request, changes]) =>
        changes.reduce((text, { at, drop, insert }) => {
          const where = Math.floor(at * text.length);
          return text.slice(0, where) + insert + text.slice(where + drop);
        }, request),
      );
    const requests = fc.oneof(
      { weight: 8, arbitrary: spoiled },
      { weight: 1, arbitrary: oddLines },
    );
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(requests, { minLength: together, maxLength: together }),
        async (several) => {
          const octets = several.map((request) => Buffer.from(request, 'latin1'));
          for (const answer of await Promise.all(octets.map((one) => converse(address, one)))) {
            check(answer);
            const status = answer.slice(9, 12);
            seen.set(status, (seen.get(status) ?? 0) + 1);
          }
        },
      ),
      { numRuns: Math.ceil(runs / together), seed },
    );
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['400', '401', '202', '200']));
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  },
  Math.max(120_000, runs * 60),
);

it.each(['1270.0.1', '999.1.1.1', '1.2.3.4.5', '[', 'a b', 'ex%41mple'])(
  'says that %j is no host, whether a body is to be read or not',
  async (host) => {
    const { address, key } = await runGateway();
    const hello = requestOf(key, '/v1/messages', '{"to": "+447700900123", "text": "Hello"}');
    for (const request of [hello, 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n']) {
      const octets = Buffer.from(
        request.replace('Host: 127.0.0.1', `Host: ${host}\r\nConnection: close`),
      );
      const answer = await converse(address, octets, 10_000);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('the Host header or the path is missing or not valid');
    }
  },
);
