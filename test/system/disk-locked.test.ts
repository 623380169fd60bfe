import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { sleep, systemClock } from '../../src/clock.js';
import { it, scenarios } from './it.js';
import { person, type Rig } from './rig.js';
import { until } from './until.js';

/** Keeps the rig's database locked, as a backup or a shell left open does, until the answer is called. */
function lock(rig: Rig): () => void {
  const holder = new Database(join(rig.dataDirectory, 'stopgate.db'));
  holder.exec('BEGIN IMMEDIATE');
  return () => {
    holder.exec('ROLLBACK');
    holder.close();
  };
}

scenarios('a database that another program keeps locked', () => {
  it('is waited for, told with the reason, and gone on with as soon as it is free', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const handset = rig.handset(person);
    const unlock = lock(rig);
    handset.reply('STOP');
    const refused = await daemon.ask('POST /v1/messages', { body: { to: person, text: 'More' } });
    expect(refused).toMatchObject({ status: 503, body: { reason: 'locked' } });
    expect(refused.body.detail).toContain('another program keeps the database');

    // What is only read is answered, and nobody waits for the lock any more.
    const beganMs = systemClock.monotonicMs();
    for (let asked = 0; asked < 8; asked += 1) {
      expect(
        (await daemon.ask('POST /v1/messages', { body: { to: person, text: 'x' } })).status,
      ).toBe(503);
    }
    expect(systemClock.monotonicMs() - beganMs).toBeLessThan(20_000);
    expect((await daemon.ask('GET /v1/messages')).status).toBe(200);
    expect((await daemon.ask('GET /healthz', { key: null })).body).toMatchObject({
      reason: 'locked',
    });
    expect(rig.modem.stored).toHaveLength(1);
    expect(rig.prompts).toEqual([]);
    await sleep(systemClock, 2_000);
    expect(daemon.log.split('\n').filter((line) => line.includes('stopgate.db'))).toHaveLength(1);

    unlock();
    await daemon.untilSuppressed(person);
    await until('the confirmation arrives', () => handset.messages[0]);
    await until('the SIM is empty', () => rig.modem.stored.length === 0);
    await until('/healthz says yes', async () => (await daemon.ask('GET /healthz')).status === 200);
    expect(rig.prompts).toHaveLength(1);
  });
});
