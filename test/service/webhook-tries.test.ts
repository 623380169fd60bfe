import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Server as TlsServer } from 'node:https';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/log.js';
import { databaseFile } from '../../src/store/database.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { person } from '../support/test-services.js';
import {
  openTestWebhooks,
  secret,
  type TestWebhooks,
  type WebhookSettings,
} from '../support/test-webhooks.js';
import {
  answerWith,
  neverAnswer,
  openReceiver,
  type Receiver,
} from '../support/webhook-receiver.js';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

async function failing(
  answer: Receiver['answer'] = answerWith(500),
  settings: WebhookSettings = {},
) {
  const receiver = await openReceiver();
  receiver.answer = answer;
  const world = openTestWebhooks(receiver.url, settings);
  world.arrive(person, 'Hello');
  return { receiver, world, delivery: () => world.deliveries()[0] };
}

/** How long from now until the next try. */
function pauseMs({ deliveries, clock }: TestWebhooks): number | undefined {
  const nextTryAt = deliveries()[0]?.nextTryAt;
  return nextTryAt == null ? undefined : Date.parse(nextTryAt) - clock.now().getTime();
}

describe('what fails', () => {
  it('is tried for two days, more and more seldom, and is dead then', async () => {
    const { world, receiver, delivery } = await failing();
    const pauses: number[] = [];
    for (;;) {
      await world.settled();
      const pause = pauseMs(world);
      if (pause === undefined) break;
      pauses.push(pause);
      await world.clock.advance(pause - 1);
      await world.settled();
      expect(receiver.told).toHaveLength(pauses.length);
      await world.clock.advance(1);
    }
    const hours = [1, 2, 4, 8, 8, 8, 8, 8].map((count) => count * hourMs);
    expect(pauses).toEqual([5_000, 30_000, 120_000, 600_000, 1_800_000, ...hours]);
    expect(pauses.reduce((sum, pause) => sum + pause, 0) / hourMs).toBeCloseTo(48, 0);
    expect(delivery()).toMatchObject({
      status: 'dead',
      attempts: 14,
      lastError: 'it answered 500',
    });
  });

  it('is not given up early by a clock that jumps forward', async () => {
    const { world, delivery } = await failing();
    await world.settled();
    await world.clock.advance(50 * 365 * 24 * hourMs);
    await world.settled();
    expect(delivery()).toMatchObject({ status: 'waiting', attempts: 2 });
    expect(pauseMs(world)).toBe(30_000);
  });

  it('is dead at once where the answer is 410, and the next about the number is told', async () => {
    const { world, receiver, delivery } = await failing(answerWith(410));
    await world.settled();
    expect(delivery()).toMatchObject({
      status: 'dead',
      attempts: 1,
      lastError: 'it answered 410: gone for good',
    });
    receiver.answer = answerWith(200);
    world.arrive(person, 'Bye');
    await world.settled();
    expect(receiver.log.at(-1)).toBe('message.received Bye');
  });

  it.each([
    [503, '20', 20_000],
    [429, '1200', 1_200_000],
    [503, '999999', hourMs],
    [429, '0', 5_000],
    [503, 'Sun, 22 Nov 2026 12:00:40 GMT', 40_000],
    [503, 'soon', 5_000],
    [500, '20', 5_000],
  ])('with %i and Retry-After %s is tried again after %i ms', async (status, after, expected) => {
    const { world } = await failing(answerWith(status, { 'retry-after': after }));
    await world.settled();
    expect(pauseMs(world)).toBe(expected);
  });

  it('is sent again at once when somebody asks for it', async () => {
    const { world, receiver, delivery } = await failing(answerWith(410));
    await world.settled();
    receiver.answer = answerWith(204);
    world.store.webhooks.retry(delivery()?.id ?? '', world.clock.now().toISOString());
    await world.settled();
    expect(receiver.told).toHaveLength(2);
    expect(delivery()).toMatchObject({ status: 'done', attempts: 1 });
  });
});

describe('a receiver', () => {
  it('that never answers is left after ten seconds', async () => {
    const { world, receiver, delivery } = await failing(neverAnswer);
    await world.until('it is asked', () => receiver.told.length === 1);
    await world.clock.advance(9_999);
    expect(delivery()?.attempts).toBe(0);
    await world.clock.advance(1);
    await world.until('it is put off', () => delivery()?.attempts === 1);
    expect(delivery()?.lastError).toBe('no answer within 10 s');
  });

  it('whose answer never ends has taken it, and does not hold up others', async () => {
    const { world, receiver, delivery } = await failing((_told, response) => {
      response.writeHead(200).write('x');
    });
    await world.until('it is asked', () => receiver.told.length === 1);
    await world.until('it hangs', () => receiver.told[0]?.request.complete === true);
    await expect
      .poll(async () => {
        await world.clock.advance(10_000);
        return delivery()?.status;
      })
      .toBe('done');
  });

  it('that answers without end is cut off after 64 KB', async () => {
    let written = 0;
    const { world, receiver, delivery } = await failing((_told, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && written < 50_000_000) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536))) {
            response.once('drain', more);
            return;
          }
        }
      };
      more();
    });
    await world.until('it is done', () => delivery()?.status === 'done');
    await world.until('it is cut off', () => receiver.told[0]?.request.socket.destroyed === true);
    expect(written).toBeLessThan(20_000_000);
  });

  it.each([301, 302, 303, 307, 308])('that redirects with %i is not followed', async (status) => {
    const elsewhere = await openReceiver();
    const { world, delivery } = await failing(answerWith(status, { location: elsewhere.url }));
    await world.settled();
    expect(delivery()).toMatchObject({
      status: 'waiting',
      lastError: `it answered ${status}, and redirects are not followed`,
    });
    expect(elsewhere.told).toEqual([]);
  });

  it('that hangs up without an answer is tried again', async () => {
    const { world, delivery } = await failing((told) => told.request.socket.destroy());
    await world.settled();
    expect(delivery()?.lastError).toBe('it closed the connection without an answer');
  });

  it('that closes the connection which was kept open is asked on a new one, in the same try', async () => {
    const { world, receiver, delivery } = await failing(answerWith(204));
    await world.settled();
    const used = receiver.told[0]?.request.socket;
    receiver.answer = (told, response) => {
      if (told.request.socket === used) used.destroy();
      else answerWith(204)(told, response);
    };
    world.arrive(person, 'Bye');
    await world.settled();
    expect(receiver.log).toEqual(
      Array(1).fill('message.received Hello').concat(Array(2).fill('message.received Bye')),
    );
    expect(world.deliveries()[1]).toMatchObject({ status: 'done', attempts: 1 });
    expect(delivery()?.status).toBe('done');
  });

  it('that is not there is told so', async () => {
    const world = openTestWebhooks('http://127.0.0.1:9');
    world.arrive(person, 'Hello');
    await world.settled();
    expect(world.deliveries()).toMatchObject([
      { attempts: 1, lastError: 'it refused the connection' },
    ]);
  });

  it('whose certificate nobody vouches for gets nothing', async () => {
    const receiver = await openReceiver({ server: new TlsServer(selfSigned()), scheme: 'https' });
    const world = openTestWebhooks(receiver.url);
    world.arrive(person, 'Hello');
    await world.settled();
    expect(world.deliveries()).toMatchObject([
      { attempts: 1, lastError: expect.stringMatching(/^TLS: self-signed certificate/) },
    ]);
    expect(receiver.told).toEqual([]);
  });
});

describe('a private address', () => {
  const reason =
    'its address is of this machine or a private network, and allow_private is not set';
  const resolving =
    (...addresses: { address: string; family: number }[]): LookupFunction =>
    (_host, options, callback) =>
      options.all
        ? callback(null, addresses)
        : callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
  const loopback = { address: '127.0.0.1', family: 4 };

  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', 'localhost'])(
    'is not connected to as %s',
    async (host) => {
      const receiver = await openReceiver();
      const { port } = new URL(receiver.url);
      const world = openTestWebhooks(`http://${host}:${port}/`, { allowPrivate: false });
      world.arrive(person, 'Hello');
      await world.settled();
      expect(world.deliveries()).toMatchObject([{ attempts: 1, lastError: reason }]);
      expect(receiver.told).toEqual([]);
    },
  );

  it('is not connected to by a name that leads there, at any lookup', async () => {
    const receiver = await openReceiver();
    const { port } = new URL(receiver.url);
    let lookups = 0;
    const world = openTestWebhooks(`http://app.example.org:${port}/`, {
      allowPrivate: false,
      lookup: (...asked) => {
        lookups += 1;
        resolving(loopback, { address: 'fd00::1', family: 6 })(...asked);
      },
    });
    world.arrive(person, 'Hello');
    await world.settled();
    expect(lookups).toBe(1);
    expect(world.deliveries()).toMatchObject([{ attempts: 1, lastError: reason }]);
    expect(receiver.told).toEqual([]);
  });

  it('is connected to where that is allowed', async () => {
    const receiver = await openReceiver();
    const { port } = new URL(receiver.url);
    const world = openTestWebhooks(`http://app.example.org:${port}/`, {
      lookup: resolving(loopback),
    });
    world.arrive(person, 'Hello');
    await world.settled();
    expect(receiver.told).toMatchObject([{ headers: { host: `app.example.org:${port}` } }]);
  });
});

describe('the store', () => {
  it('that cannot take the outcome gets it later, and the event is not sent twice', async () => {
    const { world, receiver, delivery } = await failing(answerWith(204));
    receiver.answer = (told, response) => {
      rename('webhook_deliveries', 'away');
      answerWith(204)(told, response);
    };
    const other = new Database(join(world.dataDir, databaseFile));
    const rename = (from: string, to: string) => other.exec(`ALTER TABLE ${from} RENAME TO ${to}`);
    world.webhooks.look();
    await expect.poll(() => receiver.told.length).toBe(1);
    await expect
      .poll(async () => {
        await world.clock.advance(0);
        return world.clock.pendingTimers;
      })
      .toBe(1);
    rename('away', 'webhook_deliveries');
    other.close();
    world.webhooks.look();
    expect(delivery()?.status).toBe('waiting');
    await world.clock.advance(5_000);
    expect(delivery()?.status).toBe('done');
    expect(receiver.told).toHaveLength(1);
  });
});

describe('the log', () => {
  it('tells once that a webhook fails and once that it works again, and nothing of persons', async () => {
    const stream = new PassThrough();
    const log = await openLog(stream, 'info');
    const { world, receiver } = await failing(answerWith(500), { log });
    for (let round = 0; round < 3; round += 1) {
      await world.settled();
      await world.clock.advance(minuteMs * 10);
    }
    receiver.answer = answerWith(204);
    await world.settled();
    receiver.answer = answerWith(410);
    world.arrive(person, 'Wombat');
    await world.settled();
    await world.webhooks.close();
    const text = String(stream.read());
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ level, msg }) => `${level} ${msg}`)).toEqual([
      'warn a webhook cannot be called; it is tried again',
      'info a webhook works again',
      'warn a webhook was given up; "stopgate webhooks retry --dead" tries again',
    ]);
    for (const told of [person.slice(4), 'Wombat', 'Hello', secret, '/sms']) {
      expect(text).not.toContain(told);
    }
  });
});

/** A key and a certificate that it signed itself. */
function selfSigned(): { key: Buffer; cert: Buffer } {
  const directory = temporaryDirectory();
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}
