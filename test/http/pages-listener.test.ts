import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { startGateway } from '../../src/gateway.js';
import { ListenError } from '../../src/http/server.js';
import { silentLog } from '../../src/log.js';
import { connectInMemory, SimulatedModem } from '../../src/simulator/index.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { configOf } from '../support/test-config.js';

async function start(pages: string | undefined, api = 'localhost:0') {
  const modem = new SimulatedModem({ clock: systemClock });
  onTestFinished(() => modem.close());
  const gateway = await startGateway({
    config: configOf(
      `[[modem]]\nport = "/dev/main"\n[http]\nlisten = "${api}"\n${
        pages === undefined
          ? ''
          : `[public]\nlisten = "${pages}"\nbase_url = "https://sms.example.org"`
      }`,
      temporaryDirectory(),
    ),
    clock: systemClock,
    log: silentLog,
    connect: () => connectInMemory(modem),
  });
  onTestFinished(() => gateway.stop());
  return gateway;
}

it('serves the pages on a listener of their own, where there is none of the API', async () => {
  const { address, publicAddress = '' } = await start('127.0.0.1:0');
  const page = await fetch(`${publicAddress}/stop`);
  expect(page.status).toBe(200);
  expect(page.headers.has('server')).toBe(false);
  expect((await fetch(`${publicAddress}/healthz`)).status).toBe(404);
  expect((await fetch(`${address}/stop`)).status).toBe(404);
});

it('has no pages where none are configured', async () => {
  expect((await start(undefined)).publicAddress).toBeUndefined();
});

it('goes on serving the API while strangers hold every connection of the pages', async () => {
  const { address, publicAddress = '' } = await start('127.0.0.1:0');
  const { hostname, port } = new URL(publicAddress);
  const sockets = Array.from({ length: 120 }, () => connect(Number(port), hostname));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve) => {
          socket.on('error', () => resolve());
          socket.once('connect', () => {
            socket.write('GET / HTTP/1.1\r\n');
            resolve();
          });
        }),
    ),
  );
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});

it('refuses to start when the address of the pages is taken, and lets go of the API’s', async () => {
  const { publicAddress = '' } = await start('127.0.0.1:0');
  const taken = new URL(publicAddress).host;
  const other = await start(undefined);
  const { port } = new URL(other.address);
  await other.stop();
  const refused = start(taken, `localhost:${port}`);
  await expect(refused).rejects.toThrow(ListenError);
  await expect(refused).rejects.toMatchObject({ hint: expect.stringContaining('public.listen') });
  const again = await start(undefined, `localhost:${port}`);
  expect((await fetch(`${again.address}/healthz`)).status).toBe(200);
});
