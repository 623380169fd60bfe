import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { it, scenarios } from './it.js';
import { neighbour, person } from './rig.js';
import { until } from './until.js';

/** The digits of a number as a PDU has them. */
function semiOctets(number: string): string {
  return (number.slice(1).match(/../gu) ?? []).map(([one, two]) => `${two}${one}`).join('');
}

scenarios('erasing a person beside the running daemon', () => {
  it('takes out their texts, PDUs and delivery reports, and the opt-out holds', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const handset = rig.handset(person);
    await daemon.untilMessage(await daemon.send(person, 'The pangolin sale starts.'), 'delivered');
    await daemon.untilMessage(await daemon.send(neighbour, 'The heron sale starts.'), 'delivered');
    handset.reply('Stop the pangolin sale, please. Stop');
    handset.reply('STOP');
    await until('the confirmation arrives', () => handset.messages[1]);
    await until('everything is settled', () => {
      const [row] = rig.rows(
        `SELECT (SELECT count(*) FROM message_parts WHERE status = 'sending')
          + (SELECT count(*) FROM received_pdus WHERE deleted_at IS NULL) AS open`,
      );
      return row?.open === 0;
    });

    const ended = await rig.command('erase', person, '--yes', '--json');
    expect(ended.stderr).toBe('');
    expect(JSON.parse(ended.stdout)).toMatchObject({
      suppressed: true,
      scrubbed: true,
      inbound: 2,
    });
    const held = ['', '-wal']
      .map((suffix) => join(rig.dataDirectory, `stopgate.db${suffix}`))
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'latin1'))
      .join('');
    for (const trace of ['pangolin', person.slice(1), semiOctets(person)]) {
      expect([trace, held.includes(trace)]).toEqual([trace, false]);
    }
    expect(held.includes('heron')).toBe(true);

    expect(
      await daemon.ask('POST /v1/messages', { body: { to: person, text: 'One more' } }),
    ).toMatchObject({
      status: 403,
      body: { code: 'recipient_suppressed', number: person },
    });
    handset.reply('START');
    await until('they are back', async () => !(await daemon.isSuppressed(person)));
    expect((await rig.command('ledger', 'verify')).exitCode).toBe(0);
  });
});
