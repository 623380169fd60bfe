import { existsSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { apiLimits, type ListenAddress, ListenError, serve } from '../../src/http/server.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const options = { clock: systemClock, limits: apiLimits, setting: 'http.listen' } as const;

async function serveHello(listen: ListenAddress) {
  const server = await serve(() => new Response('hello'), listen, options);
  onTestFinished(() => server.close(100));
  return server;
}

describe('the server', () => {
  it('answers on the loopback address that it tells', async () => {
    const server = await serveHello({ kind: 'tcp', host: '127.0.0.1', port: 0 });
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(server.address)).text()).toBe('hello');
  });

  it('answers on a Unix socket that others cannot open, and replaces one that was left behind', async () => {
    const path = join(temporaryDirectory(), 'http.sock');
    for (let start = 0; start < 2; start += 1) {
      const server = await serve(() => new Response('hello'), { kind: 'unix', path }, options);
      expect(statSync(path).mode & 0o007).toBe(0);
      const text = await new Promise<string>((resolve, reject) => {
        request({ socketPath: path, path: '/' }, (response) => {
          response.on('data', (chunk: Buffer) => resolve(chunk.toString()));
        })
          .on('error', reject)
          .end();
      });
      expect(text).toBe('hello');
      if (start === 1) await server.close(100);
      else onTestFinished(() => server.close(100));
    }
    expect(existsSync(path)).toBe(false);
  });

  it('says what is wrong when the address is taken', async () => {
    const server = await serveHello({ kind: 'tcp', host: '127.0.0.1', port: 0 });
    const port = Number(new URL(server.address).port);
    const second = serveHello({ kind: 'tcp', host: '127.0.0.1', port });
    await expect(second).rejects.toThrow(ListenError);
    await expect(second).rejects.toMatchObject({ hint: expect.stringContaining('http.listen') });
  });

  it('closes within its grace although a client holds a connection open', async () => {
    const server = await serve(
      () => new Promise<Response>(() => {}),
      { kind: 'tcp', host: '127.0.0.1', port: 0 },
      options,
    );
    const hanging = fetch(server.address).then(
      () => 'answered',
      () => 'cut off',
    );
    await new Promise<void>((resolve) => {
      systemClock.setTimer(100, resolve);
    });
    await server.close(50);
    expect(await hanging).toBe('cut off');
  });
});
