/** Clients that are slow, or stay, or send without reading, on real sockets. */
import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { sleep, systemClock } from '../../src/clock.js';
import { createApi } from '../../src/http/api.js';
import { apiLimits, type ServerLimits, serve } from '../../src/http/server.js';
import { type Log, silentLog } from '../../src/log.js';
import { UssdService } from '../../src/service/ussd.js';
import { openTestServices } from '../support/test-services.js';
import { until } from '../system/until.js';

interface Served {
  readonly address: string;
  readonly key: string;
  /** Connects and sends `head`. */
  dial(head: string): Client;
}

interface Client {
  readonly socket: Socket;
  /** Resolves to all that came when the connection has closed; a client that did not read does then. */
  readonly received: () => Promise<string>;
  readonly isClosed: () => boolean;
}

async function serveApi(limits: Partial<ServerLimits> = {}, log: Log = silentLog): Promise<Served> {
  const services = openTestServices();
  const { store, clock } = services;
  const ussd = new UssdService({ store, clock, log: silentLog, modem: () => undefined });
  const api = createApi({
    ...{ ...services, modems: services.board, ussd },
    ...{ log, country: 'GB', requestsPerMinute: 0, clockProblem: () => undefined },
  });
  const server = await serve(
    (request, env) => api.fetch(request, env as object),
    { kind: 'tcp', host: '127.0.0.1', port: 0 },
    { clock: systemClock, limits: { ...apiLimits, ...limits }, setting: 'http.listen' },
  );
  onTestFinished(() => server.close(100));
  const { port, hostname } = new URL(server.address);
  return {
    address: server.address,
    key: services.keys.create('test', ['send', 'read', 'admin']).secret,
    dial: (head) => dial(Number(port), hostname, head),
  };
}

function dial(port: number, hostname: string, head: string): Client {
  const socket = connect(port, hostname);
  onTestFinished(() => void socket.destroy());
  let text = '';
  let isClosed = false;
  socket
    .setEncoding('latin1')
    .on('error', () => {})
    .on('data', (piece: string) => {
      text += piece;
    })
    .once('close', () => {
      isClosed = true;
    });
  socket.write(head);
  const received = async () => {
    socket.resume();
    await until('the connection closes', () => isClosed);
    return text;
  };
  return { socket, received, isClosed: () => isClosed };
}

/** Sends `bytes` in chunks without reading anything, as simple programs do. */
async function sendChunks({ socket }: Client, bytes: number): Promise<void> {
  socket.pause().setMaxListeners(0);
  const piece = 'x'.repeat(65_536);
  for (let sent = 0; sent < bytes; sent += piece.length) {
    if (socket.destroyed) return;
    const isFull = !socket.write(`10000\r\n${piece}\r\n`);
    if (isFull) {
      await new Promise<void>((resolve) => {
        socket.once('drain', resolve).once('close', resolve);
      });
    }
  }
  socket.write('0\r\n\r\n');
}

const head = (request: string, key: string, more = '') =>
  `${request} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n${more}`;

const chunked = 'Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n';

it.each([
  [401, 'POST /v1/messages', 'wrong'],
  [413, 'POST /v1/messages', undefined],
  [413, 'POST /v1/messages/batch', undefined],
  [404, 'POST /nothing', undefined],
])(
  '%i to a large body in chunks reaches a client that only reads when it has sent all (%s)',
  async (status, request, wrong) => {
    const { dial, key } = await serveApi();
    for (let time = 0; time < 3; time += 1) {
      const client = dial(head(request, wrong ?? key, chunked));
      await sendChunks(client, 12 * 1024 * 1024);
      expect(await client.received()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    }
  },
);

it('a body that never ends is not read for ever', async () => {
  const { dial, key } = await serveApi();
  const client = dial(head('POST /v1/messages', key, chunked));
  await sendChunks(client, 200 * 1024 * 1024);
  await client.received();
});

it('headers and bodies that come too slowly are given up, and their clients told', async () => {
  const { dial, key, address } = await serveApi({ headersTimeoutMs: 300, requestTimeoutMs: 900 });
  const silent = dial('');
  const slowHead = dial('GET /healthz HTTP/1.1\r\n');
  const slowBody = dial(head('POST /v1/messages', key, 'Content-Length: 1000\r\n\r\n{'));
  const slowChunks = dial(head('POST /v1/messages', key, `${chunked}1\r\n{\r\n`));
  await silent.received();
  for (const slow of [slowHead, slowBody, slowChunks]) {
    expect(await slow.received()).toMatch(/^HTTP\/1.1 408 [\s\S]*"code":"request_timeout"/);
  }
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});

it('a request that is broken off is no fault of the gateway’s to be logged', async () => {
  const errors: unknown[] = [];
  const log = { ...silentLog, error: (...told: unknown[]) => void errors.push(told) };
  const { dial, key, address } = await serveApi({}, log);
  for (const more of ['Content-Length: 1000\r\n\r\n{', `${chunked}1\r\n{\r\n`]) {
    const client = dial(head('POST /v1/messages', key, more));
    await sleep(systemClock, 50);
    client.socket.destroy();
  }
  await sleep(systemClock, 100);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect(errors).toEqual([]);
});

it('who waits without being served makes room, so that others are answered at once', async () => {
  const { dial, address, key } = await serveApi({ maxConnections: 20 });
  const clients = Array.from({ length: 200 }, (_one, index) =>
    index % 2 === 0
      ? dial('GET /healthz HTTP/1.1\r\n')
      : dial(head('POST /v1/messages', key, 'Content-Length: 100\r\n\r\n{')),
  );
  await until('most had to go', () => clients.filter((one) => one.isClosed()).length >= 180);
  for (let time = 0; time < 5; time += 1) {
    const answer = await fetch(`${address}/healthz`, { headers: { connection: 'close' } });
    expect(answer.status).toBe(200);
  }
  expect(clients.filter((one) => one.isClosed()).length).toBeGreaterThan(180);
  expect(clients.at(-1)?.isClosed()).toBe(false);
});

it('a connection for which an answer is being made does not have to make room', async () => {
  let answer: (response: Response) => void = () => {};
  const server = await serve(
    () =>
      new Promise<Response>((resolve) => {
        answer = resolve;
      }),
    { kind: 'tcp', host: '127.0.0.1', port: 0 },
    { clock: systemClock, limits: { ...apiLimits, maxConnections: 3 }, setting: 'http.listen' },
  );
  onTestFinished(() => server.close(100));
  const patient = fetch(server.address);
  await sleep(systemClock, 100);
  const { port, hostname } = new URL(server.address);
  const idle = Array.from({ length: 30 }, () => connect(Number(port), hostname));
  for (const socket of idle) socket.on('error', () => {});
  onTestFinished(() => {
    for (const socket of idle) socket.destroy();
  });
  await until('most had to go', () => idle.filter((one) => one.readyState !== 'open').length >= 27);
  answer(new Response('late'));
  expect(await (await patient).text()).toBe('late');
});

it('answers that nobody reads are kept up to a limit', async () => {
  const large = 'x'.repeat(8 * 1024 * 1024);
  const server = await serve(
    (request) => new Response(request.url.endsWith('/large') ? large : 'small'),
    { kind: 'tcp', host: '127.0.0.1', port: 0 },
    {
      clock: systemClock,
      limits: { ...apiLimits, maxUnsentBytes: 20_000_000 },
      setting: 'http.listen',
    },
  );
  onTestFinished(() => server.close(100));
  const { port, hostname } = new URL(server.address);
  const clients = Array.from({ length: 10 }, () => {
    const socket = connect(Number(port), hostname);
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => {});
    return socket.pause();
  });
  for (const socket of clients) {
    socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
    await sleep(systemClock, 20);
  }
  expect(await (await fetch(server.address)).text()).toBe('small');
  // A client that reads gets all of it, whoever does not.
  expect(await (await fetch(`${server.address}/large`)).text()).toHaveLength(large.length);
  const received = await Promise.all(clients.map(bytesOf));
  expect(received.filter((bytes) => bytes > large.length).length).toBeLessThanOrEqual(2);
});

/** Reads to the end, or until nothing has come for a while. */
function bytesOf(socket: Socket): Promise<number> {
  return new Promise((resolve) => {
    let bytes = 0;
    const finish = () => resolve(bytes);
    socket.on('data', (piece: Buffer) => {
      bytes += piece.length;
    });
    socket.once('close', finish).setTimeout(2_000, finish).resume();
  });
}

it('requests in one go are begun one after the other, so that others have their turn between', async () => {
  let underWay = 0;
  let most = 0;
  const server = await serve(
    async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await sleep(systemClock, 2);
      underWay -= 1;
      return new Response('done');
    },
    { kind: 'tcp', host: '127.0.0.1', port: 0 },
    { clock: systemClock, limits: apiLimits, setting: 'http.listen' },
  );
  onTestFinished(() => server.close(100));
  const { port, hostname } = new URL(server.address);
  const request = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
  const impatient = dial(Number(port), hostname, request.repeat(50));
  const gone = dial(Number(port), hostname, request.repeat(50));
  gone.socket.once('data', () => gone.socket.destroy());
  const last = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
  impatient.socket.write(last);
  expect((await impatient.received()).match(/done/g)).toHaveLength(51);
  expect(most).toBe(2);
  expect(underWay).toBe(0);
});

it('requests in one go are answered in order, and who does not read them holds up nobody', async () => {
  const { dial, address } = await serveApi();
  const request = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';
  const reader = dial(
    `${request.repeat(299)}GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
  );
  const greedy = dial('');
  greedy.socket.pause();
  for (let time = 0; time < 50; time += 1) greedy.socket.write(request.repeat(1_000));
  const answers = (await reader.received()).match(/HTTP\/1.1 \d+/g) ?? [];
  expect(answers).toHaveLength(300);
  expect(answers.at(-1)).toBe('HTTP/1.1 404');
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});
