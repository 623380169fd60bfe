import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { sleep, systemClock } from '../../src/clock.js';
import { damage } from '../support/damage.js';
import { it, scenarios } from './it.js';
import { neighbour, person, type Rig } from './rig.js';
import { until } from './until.js';

const fileOf = (rig: Rig) => join(rig.dataDirectory, 'stopgate.db');

scenarios('a database file that is damaged', () => {
  it('is refused at the start with what was found and what to do, and left as it is', async ({
    openRig,
  }) => {
    const rig = await openRig();
    expect((await rig.command('suppress', 'add', person)).exitCode).toBe(0);
    damage(fileOf(rig), 'messages');
    const before = readFileSync(fileOf(rig));
    const { exitCode, stderr } = await rig.command('run');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`the database ${fileOf(rig)} is damaged`);
    expect(stderr).toContain('stopgate database check');
    expect(stderr).toContain('stopgate database set-aside');
    expect(readFileSync(fileOf(rig)).equals(before)).toBe(true);
    expect(rig.modem.record.commands).toEqual([]);
  });

  it('while it is in use: the API says so, nothing is sent, a STOP stays on the SIM, and no other is made', async ({
    openRig,
  }) => {
    const searching = 2;
    const rig = await openRig({ modem: { registration: searching } });
    const daemon = await rig.startUnready();
    const queued = await daemon.send(neighbour, 'Queued before');
    const { ino } = statSync(fileOf(rig));
    damage(fileOf(rig), 'suppressions');

    const refused = await daemon.ask('POST /v1/messages', { body: { to: person, text: 'More' } });
    expect(refused).toMatchObject({
      status: 503,
      body: { code: 'store_unavailable', reason: 'damaged' },
    });
    expect(refused.body.detail).toContain('stopgate database set-aside');
    rig.modem.registration = 1;
    rig.storeOnSim(person, 'STOP');
    await sleep(systemClock, 8_000);
    expect(rig.prompts).toEqual([]);
    expect(rig.modem.stored).toHaveLength(1);
    expect(await daemon.ask('GET /healthz', { key: null })).toMatchObject({
      status: 503,
      body: { reason: 'damaged' },
    });
    expect((await daemon.message(queued)).status).toBe('queued');
    expect(statSync(fileOf(rig)).ino).toBe(ino);
    expect(daemon.log.match(/"reason":"damaged"/gu)).toHaveLength(1);

    daemon.kill();
    await daemon.ended;
    expect((await rig.command('run')).exitCode).toBe(1);
    expect(statSync(fileOf(rig)).ino).toBe(ino);
  });

  it('is set aside by a command, and who opted out in it is still refused', async ({ openRig }) => {
    const rig = await openRig();
    const first = await rig.start();
    rig.handset(person).reply('STOP');
    await first.untilSuppressed(person);
    await until('the confirmation went', () => rig.prompts.length === 1);
    const refused = await rig.command('database', 'set-aside', '--yes');
    expect(refused).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('another stopgate daemon'),
    });
    expect((await first.stop()).exitCode).toBe(0);
    damage(fileOf(rig), 'message_parts');
    expect((await rig.command('run')).exitCode).toBe(1);
    expect(await rig.command('database', 'set-aside', '--yes')).toMatchObject({ exitCode: 0 });

    const second = await rig.start();
    expect(
      await second.ask('POST /v1/messages', { body: { to: person, text: 'One more' } }),
    ).toMatchObject({ status: 403, body: { code: 'recipient_suppressed' } });
    const id = await second.send(neighbour, 'Hello');
    await second.untilMessage(id, 'delivered');
    // The same STOP again, which the new database never saw: there is no second confirmation.
    rig.handset(person).reply('STOP');
    await second.untilReceived(1);
    expect(rig.textsTo(person)).toHaveLength(1);
    expect((await rig.command('ledger', 'verify')).exitCode).toBe(0);
  });

  it('does not come back to life by itself when it can be read again', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const copy = `${fileOf(rig)}.copy`;
    const db = new Database(fileOf(rig));
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    copyFileSync(fileOf(rig), copy);
    damage(fileOf(rig), 'suppressions');
    await until('it is known', async () => {
      const { status } = await daemon.ask('POST /v1/messages', { body: { to: person, text: 'x' } });
      return status === 503;
    });
    // A page that reads well now may have read badly before: what was decided by it is not known.
    const whole = readFileSync(copy);
    const descriptor = openSync(fileOf(rig), 'r+');
    writeSync(descriptor, whole, 0, whole.length, 0);
    closeSync(descriptor);
    await sleep(systemClock, 3_000);
    expect((await daemon.ask('GET /healthz')).status).toBe(503);
    expect(
      (await daemon.ask('POST /v1/messages', { body: { to: person, text: 'x' } })).status,
    ).toBe(503);
  });
});
