import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { webhookToml } from '../support/test-webhooks.js';
import { answerWith, openReceiver } from '../support/webhook-receiver.js';
import { it, scenarios } from './it.js';
import { neighbour, person, type Rig } from './rig.js';
import { until } from './until.js';

/** The digits of a number as a PDU has them. */
function semiOctets(number: string): string {
  return (number.slice(1).match(/../gu) ?? []).map(([one, two]) => `${two}${one}`).join('');
}

/** The tables, whichever there are, that hold any of these. */
function tablesWith(rig: Rig, traces: readonly string[]): readonly unknown[] {
  return rig
    .rows(`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .map(({ name }) => name)
    .filter((name) => {
      const rows = JSON.stringify(rig.rows(`SELECT * FROM "${name}"`));
      return traces.some((trace) => rows.includes(trace));
    });
}

scenarios('erasing a person beside the running daemon', () => {
  it('takes out their texts, PDUs, delivery reports and webhook deliveries, and the opt-out holds', async ({
    openRig,
  }) => {
    const receiver = await openReceiver();
    // What is being sent is dead, replies wait to be told again, the rest is done.
    receiver.answer = (told, response) =>
      answerWith(told.data.status === 'sending' ? 410 : told.data.from ? 500 : 204)(told, response);
    const rig = await openRig({ toml: webhookToml(receiver.url) });
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
    await until('a reply was told in vain', () =>
      receiver.told.some(({ data }) => data.from === person),
    );
    const deliveries = rig.rows(
      `SELECT status FROM webhook_deliveries WHERE number = '${person}' GROUP BY 1 ORDER BY 1`,
    );
    expect(deliveries.map(({ status }) => status)).toEqual(['dead', 'done', 'waiting']);
    const traces = ['pangolin', person.slice(1), semiOctets(person)];
    expect(tablesWith(rig, traces)).not.toEqual([]);

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
    expect(tablesWith(rig, traces)).toEqual([]);
    for (const trace of traces) {
      expect([trace, held.includes(trace)]).toEqual([trace, false]);
    }
    expect(held.includes('heron')).toBe(true);

    expect(
      await daemon.ask('POST /v1/messages', { body: { to: person, text: 'One more' } }),
    ).toMatchObject({
      status: 403,
      body: { code: 'recipient_suppressed', number: person },
    });
    const toldBefore = receiver.told.length;
    handset.reply('START');
    await until('a webhook tells of what comes later', () => receiver.told.length > toldBefore);
    await until('they are back', async () => !(await daemon.isSuppressed(person)));
    expect((await rig.command('ledger', 'verify')).exitCode).toBe(0);
  });
});
