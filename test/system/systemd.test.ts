import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import { sleep, systemClock } from '../../src/clock.js';
import {
  isSystemdHere,
  type NotificationSocket,
  openNotificationSocket,
} from '../support/notification-socket.js';
import type { Daemon } from './daemon.js';
import { it } from './it.js';
import { person, type Rig } from './rig.js';
import { until } from './until.js';

const hangModemWork = fileURLToPath(new URL('hang-modem-work.mjs', import.meta.url));
const hangStore = fileURLToPath(new URL('hang-store.mjs', import.meta.url));
const watchdogMs = 1_500;
const alive = 'WATCHDOG=1';

/** Starts the daemon as systemd does. */
function supervised(
  rig: Rig,
  { path }: NotificationSocket,
  nodeArgs: readonly string[] = [],
): Promise<Daemon> {
  const env = { NOTIFY_SOCKET: path, WATCHDOG_USEC: String(watchdogMs * 1_000) };
  return rig.listening(rig.run(['run'], { env, nodeArgs }));
}

function statusesOf(socket: NotificationSocket): readonly string[] {
  return socket
    .told()
    .flat()
    .filter((line) => line.startsWith('STATUS='))
    .map((line) => line.slice('STATUS='.length));
}

async function untilAlive(socket: NotificationSocket): Promise<void> {
  const before = socket.count(alive);
  await until('signs of life are given', () => socket.count(alive) >= before + 2);
}

/** That systemd would restart it: three times its limit without a sign of life. */
async function expectNoSign(socket: NotificationSocket): Promise<void> {
  const before = socket.count(alive);
  await sleep(systemClock, 3 * watchdogMs);
  expect(socket.count(alive)).toBe(before);
}

describe.runIf(isSystemdHere).concurrent('the daemon under systemd', { timeout: 120_000 }, () => {
  it('says when it is ready, how it is, and when it stops', async ({ openRig, onTestFinished }) => {
    const rig = await openRig({ modem: { operator: 'Acme Mobile' } });
    const socket = await openNotificationSocket(rig.directory, onTestFinished);
    const daemon = await supervised(rig, socket);
    await until('it is ready', () => socket.count('READY=1') === 1);
    expect(socket.told()[0]?.[0]).toBe('READY=1');
    expect((await daemon.ask('GET /healthz')).status).toBe(200);
    await until('the status names the network', () =>
      statusesOf(socket).some((status) => /^main Acme Mobile -\d+ dBm; queue 0$/.test(status)),
    );
    await untilAlive(socket);
    await daemon.stop();
    await until('it stops', () => socket.count('STOPPING=1') === 1);
    const statuses = statusesOf(socket);
    expect(statuses).toEqual(statuses.filter((status, at) => status !== statuses[at - 1]));
  });

  it('lives on while a modem is gone, and says what is wrong', async ({
    openRig,
    onTestFinished,
  }) => {
    const rig = await openRig();
    const socket = await openNotificationSocket(rig.directory, onTestFinished);
    const daemon = await supervised(rig, socket);
    await daemon.untilReady();
    rig.unplug();
    await until('the status says so', () =>
      statusesOf(socket).some((status) => /^main down: .*; queue 0$/.test(status)),
    );
    await untilAlive(socket);
    await untilAlive(socket);
    await daemon.send(person, 'It waits');
    await until('the queue is told', () => statusesOf(socket).at(-1)?.endsWith('queue 1'));
  });

  it('lives on while another program has the database locked, and says so', async ({
    openRig,
    onTestFinished,
  }) => {
    const rig = await openRig();
    const socket = await openNotificationSocket(rig.directory, onTestFinished);
    const daemon = await supervised(rig, socket);
    await daemon.untilReady();
    const db = new Database(join(rig.dataDirectory, 'stopgate.db'));
    try {
      db.exec('BEGIN IMMEDIATE');
      await until('the status says so', () =>
        statusesOf(socket).at(-1)?.startsWith('DATABASE LOCKED; '),
      );
      await untilAlive(socket);
    } finally {
      db.close();
    }
    await until('the status says that it is over', () =>
      statusesOf(socket).at(-1)?.startsWith('main '),
    );
  });

  it('gives no sign of life when a transaction stays open, though it answers', async ({
    openRig,
    onTestFinished,
  }) => {
    const rig = await openRig();
    const socket = await openNotificationSocket(rig.directory, onTestFinished);
    const daemon = await supervised(rig, socket, ['--import', hangStore]);
    await until('it is noticed', () => daemon.log.includes('the work stands still'));
    await expectNoSign(socket);
    expect((await daemon.ask('GET /openapi.json', { key: null })).status).toBe(200);
  });

  it('gives none when the work on a modem hangs, though all else goes on', async ({
    openRig,
    onTestFinished,
  }) => {
    const rig = await openRig({ pollSeconds: 1 });
    const socket = await openNotificationSocket(rig.directory, onTestFinished);
    const daemon = await supervised(rig, socket, ['--import', hangModemWork]);
    await until('it is noticed', () => daemon.log.includes('the work stands still'));
    await expectNoSign(socket);
    expect((await daemon.ask('GET /healthz')).status).toBe(200);
    expect(daemon.log).toContain('the work on the modem main waits for what does not come');
  });
});
