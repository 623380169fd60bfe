/** The limits of the real process: connections that stay, answers that nobody reads, guessed keys. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { sleep, systemClock } from '../../src/clock.js';
import type { Daemon } from './daemon.js';
import { it as onRig, scenarios } from './it.js';
import { person, type Rig } from './rig.js';
import { until } from './until.js';

/** What a person who waits calls prompt, on a loaded machine. */
const promptMs = 10_000;
const mebibyte = 1_024 * 1_024;

async function expectPrompt(daemon: Daemon, times = 10): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const startedMs = systemClock.monotonicMs();
    expect((await daemon.ask('GET /v1/messages?limit=1')).status).toBe(200);
    expect(systemClock.monotonicMs() - startedMs).toBeLessThan(promptMs);
  }
}

type Dial = (daemon: Daemon, head?: string) => Socket;

const it = onRig.extend<{ readonly dial: Dial }>({
  /** Connects, and sends the beginning of something; the test's end hangs up. */
  dial: async ({ onTestFinished }, use) => {
    await use((daemon, head = '') => {
      const [hostname, port] = daemon.host.split(':');
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      onTestFinished(() => void socket.destroy());
      if (head !== '') socket.write(head);
      return socket;
    });
  },
});

/** The memory that the daemon of `rig` has in use, in bytes. */
function residentBytes(rig: Rig): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (!args.includes(rig.config) || !args.includes('run')) continue;
      const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return Number(kilobytes) * 1_024;
    } catch {
      // It ended meanwhile.
    }
  }
  throw new Error('the daemon does not run');
}

scenarios('clients that stay', () => {
  it('by the thousand, silent or with half a request, do not keep others from being served', async ({
    openRig,
    dial,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const before = residentBytes(rig);
    for (let wave = 0; wave < 10; wave += 1) {
      for (let index = 0; index < 300; index += 1) {
        dial(daemon, index % 2 === 0 ? '' : 'POST /v1/messages HTTP/1.1\r\nX-Slow: ');
      }
      await expectPrompt(daemon, 3);
    }
    expect(residentBytes(rig) - before).toBeLessThan(100 * mebibyte);
    const stayed = dial(daemon, 'GET /healthz HTTP/1.1\r\n');
    await until('the last one is given up as well', () => stayed.resume().closed);
    await expectPrompt(daemon);
  });
});

scenarios('clients that do not read', () => {
  it('have their answers dropped before the memory runs short; others get theirs', async ({
    openRig,
    dial,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const messages = Array.from({ length: 400 }, () => ({
      ...{ to: person, text: 'a'.repeat(7_000), sendAt: '2100-01-01T00:00:00Z' },
    }));
    for (let batch = 0; batch < 2; batch += 1) {
      const { status } = await daemon.ask('POST /v1/messages/batch', { body: { messages } });
      expect(status).toBe(200);
    }
    const key = await rig.makeKey('reader', 'read');
    const head = `GET /v1/messages?limit=1000 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n\r\n`;
    const ask = async (clients: number) => {
      for (let index = 0; index < clients; index += 1) {
        dial(daemon, head).pause();
        if (index % 10 === 0) await expectPrompt(daemon, 1);
      }
      // Many requests in one go, of which none is read.
      dial(daemon, head.repeat(100)).pause();
      await expectPrompt(daemon);
      return residentBytes(rig);
    };
    // What it takes at first is mostly what the collector of garbage lets lie.
    const first = await ask(50);
    expect((await ask(100)) - first).toBeLessThan(200 * mebibyte);
    const { items } = (await daemon.ask('GET /v1/messages?limit=1000')).body;
    expect(items).toHaveLength(800);
  });
});

scenarios('who guesses keys', () => {
  it('is slowed down by address; the holder of a key is served, at that address as well', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const wrong = `sg_${'0'.repeat(12)}_${'x'.repeat(43)}`;
    const guess = async (from: string) =>
      (await daemon.ask('GET /v1/modems', { key: wrong, from })).status;
    const statuses: number[] = [];
    for (let time = 0; time < 12; time += 1) statuses.push(await guess('127.0.0.2'));
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    expect(await guess('127.0.0.3')).toBe(401);
    expect((await daemon.ask('GET /v1/modems', { from: '127.0.0.2' })).status).toBe(200);
  });
});

scenarios('a Unix socket', () => {
  it('serves its owner and group, and nobody else can open it', async ({ openRig }) => {
    const directory = await openRig();
    const path = join(directory.directory, 'http.sock');
    const rig = await openRig({ listen: `unix:${path}` });
    const key = await rig.makeKey('other', 'read');
    const ended = rig.command('run');
    const get = (asked: string) =>
      new Promise<number>((resolve) => {
        request(
          { socketPath: path, path: asked, headers: { authorization: `Bearer ${key}` } },
          (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          },
        )
          .on('error', () => resolve(0))
          .end();
      });
    await until('it is ready', async () => (await get('/readyz')) === 200);
    expect(statSync(path).mode & 0o777).toBe(0o660);
    expect(await get('/v1/modems')).toBe(200);
    expect(await Promise.race([ended, sleep(systemClock, 100)])).toBeUndefined();
  });
});
