import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { isSystemdHere, openNotificationSocket } from '../support/notification-socket.js';
import { webhookToml } from '../support/test-webhooks.js';
import { openReceiver } from '../support/webhook-receiver.js';
import type { Daemon } from './daemon.js';
import { it, scenarios } from './it.js';
import { neighbour, person, type Rig } from './rig.js';
import { until } from './until.js';

/** Writes the configuration anew and has the daemon read it. */
async function change(
  rig: Rig,
  daemon: Daemon,
  edit: (toml: string) => string,
  outcome = 'the configuration was read anew',
): Promise<void> {
  const timesOf = () => daemon.log.split(outcome).length;
  const before = timesOf();
  writeFileSync(rig.config, edit(readFileSync(rig.config, 'utf8')));
  daemon.reload();
  await until(outcome, () => timesOf() > before);
}

async function actionOf(daemon: Daemon, text: string): Promise<unknown> {
  return (await daemon.ask('POST /v1/match', { body: { text } })).body.action;
}

scenarios('a configuration that is read anew', () => {
  it('holds from the next reply, message and request on, without a restart', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    expect(await actionOf(daemon, 'BASTA')).toBe(null);
    await change(rig, daemon, (toml) =>
      toml
        .replace('"Corner Shop"', '"Market Hall"')
        .replace('footer = false', 'footer = true')
        .concat('[optout.keywords]\nstop = ["BASTA"]\n')
        .replace('[http]\n', '[http]\nper_minute = 5\n'),
    );
    expect(daemon.log).toContain(
      '"taken":["http.per_minute","optout.brand","optout.footer","optout.keywords"]',
    );
    expect(await actionOf(daemon, 'BASTA')).toBe('opt_out');
    await daemon.send(person, 'An offer');
    await until('it is sent', () => rig.textsTo(person)[0]?.match(/An offer.*STOP/s));
    rig.handset(neighbour).reply('Basta');
    await until('it is confirmed under the new name', () =>
      rig.textsTo(neighbour)[0]?.startsWith('Market Hall:'),
    );
    const asked = Array.from({ length: 6 }, () => daemon.ask('GET /v1/modems'));
    expect((await Promise.all(asked)).map(({ status }) => status)).toContain(429);
  });

  it('leaves a faulty one alone, whole, and says what is wrong with it', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    await change(
      rig,
      daemon,
      (toml) =>
        toml
          .replace('[http]\n', '[http]\nper_minut = 5\n')
          .concat('[optout.keywords]\nstop = ["BASTA"]\n'),
      'the configuration was not taken',
    );
    expect(daemon.log).toContain('http.per_minut: unknown key; did you mean per_minute?');
    expect(await actionOf(daemon, 'BASTA')).toBe(null);
    await daemon.untilMessage(await daemon.send(person, 'Still here'), 'delivered');
  });

  it('names what waits for a restart, and takes the rest', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    await change(rig, daemon, (toml) =>
      toml
        .replace('name = "test"', 'name = "other"')
        .replace('poll_seconds = 3600', 'poll_seconds = 3599')
        .concat('[optout.keywords]\nstop = ["BASTA"]\n'),
    );
    await until('it is told', () =>
      daemon.log.includes('"needRestart":["gateway.name","modem \\"main\\".poll_seconds"]'),
    );
    expect(await actionOf(daemon, 'BASTA')).toBe('opt_out');
  });

  it('changes how fast a modem may send', async ({ openRig }) => {
    const rig = await openRig({ modemToml: 'per_hour = 1' });
    const daemon = await rig.start();
    await daemon.untilMessage(await daemon.send(person, 'One'), 'delivered');
    const second = await daemon.send(person, 'Two');
    expect((await daemon.message(second)).status).toBe('queued');
    await change(rig, daemon, (toml) => toml.replace('per_hour = 1', 'per_hour = 0'));
    await daemon.untilMessage(second, 'delivered');
  });
});

describe('webhooks of a configuration that is read anew', { timeout: 120_000 }, () => {
  it('are told from then on, and those before no more', async ({ openRig }) => {
    const [first, second] = await Promise.all([openReceiver(), openReceiver()]);
    const rig = await openRig({ toml: webhookToml(first.url, { events: ['consent.changed'] }) });
    const daemon = await rig.start();
    rig.handset(person).reply('STOP');
    const isAllDone = () =>
      rig.rows(`SELECT 1 FROM webhook_deliveries WHERE status <> 'done'`).length === 0;
    await until('the first is told', () => first.told.length === 1 && isAllDone());
    await change(rig, daemon, (toml) => toml.replace(first.url, second.url));
    rig.handset(neighbour).reply('STOP');
    await until('the second is told', () => second.told.length === 1 && isAllDone());
    await change(rig, daemon, (toml) => toml.slice(0, toml.indexOf('[[webhook]]')));
    rig.handset('+447700900789').reply('STOP');
    await daemon.untilSuppressed('+447700900789');
    expect(isAllDone()).toBe(true);
    expect([first.told.length, second.told.length]).toEqual([1, 1]);
  });
});

describe.runIf(isSystemdHere)('a reload by systemd', { timeout: 120_000 }, () => {
  it('begins and ends where systemd can see it', async ({ openRig, onTestFinished }) => {
    const rig = await openRig();
    const socket = await openNotificationSocket(rig.directory, onTestFinished);
    const env = { NOTIFY_SOCKET: socket.path };
    const daemon = await rig.listening(rig.run(['run'], { env }));
    await until('it is ready', () => socket.count('READY=1') === 1);
    await change(rig, daemon, (toml) => `${toml}nonsense`, 'the configuration was not taken');
    await until('it is ready again', () => socket.count('READY=1') === 2);
    const told = socket.told();
    const begin = told.findIndex(([first]) => first === 'RELOADING=1');
    expect(told[begin]?.[1]).toMatch(/^MONOTONIC_USEC=\d+$/);
    expect(told[begin + 1]).toEqual([
      'READY=1',
      expect.stringContaining('STATUS=the new configuration was not taken, see the log | main '),
    ]);
  });
});
