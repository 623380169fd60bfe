import { expect } from 'vitest';
import { it, scenarios } from './it.js';
import { neighbour, person, type Rig } from './rig.js';
import { until } from './until.js';

const slow = { submitLatencyMs: 150 };
const canceled = { status: 'canceled', error_code: 'recipient_suppressed' };

/** How many messages stand at each status, and why. */
function tally(rig: Rig, number: string) {
  return rig.rows(
    `SELECT status, error_code, count(*) AS count FROM messages
      WHERE recipient = '${number}' AND answers_event_id IS NULL
      GROUP BY status, error_code ORDER BY status`,
  );
}

scenarios('a STOP while messages wait', () => {
  it('cancels all that is queued for that number, and nothing follows its confirmation', async ({
    openRig,
  }) => {
    const rig = await openRig({ modem: slow });
    const daemon = await rig.start();
    const handset = rig.handset(person);
    rig.whenHanded('Offer 3', () => handset.reply('STOP'));

    const ids: string[] = [];
    for (let number = 1; number <= 20; number += 1) {
      ids.push(await daemon.send(person, `Offer ${number}`));
      if (number % 5 === 0) await daemon.send(neighbour, `News ${number}`);
    }
    await until('the neighbour has all of the news', () => rig.textsTo(neighbour).length === 4);

    const [first, second, third, last, ...more] = rig.textsTo(person);
    expect([first, second, third]).toEqual(['Offer 1', 'Offer 2', 'Offer 3']);
    expect(last).toMatch(/^Corner Shop/);
    expect(more).toEqual([]);

    await until('all is settled', async () => tally(rig, neighbour)[0]?.count === 4);
    expect(tally(rig, neighbour)).toMatchObject([{ status: 'delivered', count: 4 }]);
    expect(tally(rig, person)).toEqual([
      { ...canceled, count: 17 },
      { status: 'delivered', error_code: null, count: 3 },
    ]);
    expect(await daemon.message(ids[19] ?? '')).toMatchObject({
      status: 'canceled',
      sentAt: null,
      error: { code: 'recipient_suppressed' },
    });
    expect(rig.rows('SELECT 1 FROM messages WHERE answers_event_id IS NOT NULL')).toHaveLength(1);
  });

  it('cuts a long message off after the part that the modem has', async ({ openRig }) => {
    const rig = await openRig({ modem: slow });
    const daemon = await rig.start();
    const handset = rig.handset(person);
    const stop = rig.modem.onSubmit(() => {
      if (rig.handed.length !== 2) return;
      stop();
      handset.reply('STOP');
    });

    const id = await daemon.send(person, 'Read on and on. '.repeat(45));
    const other = await daemon.send(neighbour, 'For you alone.');
    await daemon.untilMessage(other, 'delivered');

    const message = await daemon.untilMessage(id, 'canceled');
    expect(message).toMatchObject({ parts: 5, error: { code: 'recipient_suppressed' } });
    expect(rig.textsTo(person)).toHaveLength(3);
    expect(rig.textsTo(person)[2]).toMatch(/^Corner Shop/);
    expect(
      rig.rows(`SELECT sequence, status FROM message_parts WHERE message_id = '${id}'`),
    ).toMatchObject([
      { sequence: 1, status: 'delivered' },
      { sequence: 2, status: 'delivered' },
      { sequence: 3, status: 'canceled' },
      { sequence: 4, status: 'canceled' },
      { sequence: 5, status: 'canceled' },
    ]);
    expect(handset.messages).toHaveLength(1);
  });

  it('is read between prompt and PDU: what was claimed already stays here', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const handset = rig.handset(person);
    const stop = rig.modem.record.onEntry((entry) => {
      if (entry.kind !== 'command' || !entry.line.startsWith('AT+CMGS=')) return;
      stop();
      handset.reply('STOP');
    });
    const id = await daemon.send(person, 'Too late.');
    expect(await daemon.untilMessage(id, 'canceled')).toMatchObject({
      error: { code: 'recipient_suppressed' },
    });
    await until('the confirmation arrives', () => handset.messages[0]);
    expect(rig.textsTo(person)).toEqual([expect.stringMatching(/^Corner Shop/)]);
  });

  it('is read first when it lies on the SIM at the start: nothing goes but its confirmation', async ({
    openRig,
  }) => {
    const rig = await openRig();
    for (const text of ['Offer 1', 'Offer 2']) await rig.queue(person, text);
    await rig.queue(neighbour, 'For you alone.');
    rig.storeOnSim(person, 'Stop.');

    await rig.start();
    await until('the neighbour is served', () => rig.textsTo(neighbour)[0]);
    expect(rig.textsTo(person)).toEqual([expect.stringMatching(/^Corner Shop/)]);
    expect(tally(rig, person)).toEqual([{ ...canceled, count: 2 }]);

    const { commands, deletes } = rig.modem.record;
    const first = (name: string) => commands.find(({ line }) => line.startsWith(name))?.sequence;
    expect(deletes).toHaveLength(1);
    expect(first('AT+CMGD')).toBeLessThan(first('AT+CMGS') ?? Number.NaN);
    expect(rig.modem.stored).toEqual([]);
  });
});
