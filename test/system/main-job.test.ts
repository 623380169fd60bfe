import { expect } from 'vitest';
import { encodeStatusReport } from '../../src/sms/index.js';
import { it, scenarios } from './it.js';
import { neighbour, person } from './rig.js';
import { until } from './until.js';

const confirmation = /^Corner Shop: .*no more messages/;

scenarios('the main job', () => {
  it('brings a posted message to the modem: sent, and delivered when the report is in', async ({
    openRig,
  }) => {
    const rig = await openRig({ modem: { statusReports: false } });
    const daemon = await rig.start();

    const text = 'Your order is ready: £12.50 {paid}';
    const { status, body } = await daemon.ask('POST /v1/messages', {
      body: { to: '07700 900123', text, reference: 'order 1' },
    });
    expect({ status, body }).toMatchObject({
      status: 202,
      body: { to: person, text, encoding: 'gsm7', parts: 1, reference: 'order 1', error: null },
    });
    const id = String(body.id);

    const sent = await daemon.untilMessage(id, 'sent');
    expect(sent).toMatchObject({ modem: 'main', deliveredAt: null });
    expect(rig.handed).toMatchObject([{ to: person, text }]);

    const reference = rig.modem.record.submits[0]?.reference ?? Number.NaN;
    const timestamp = { utc: new Date(sent.createdAt), offsetMinutes: 60 };
    const report = { reference, to: person, timestamp, dischargeTime: timestamp, status: 0 };
    rig.modem.receivePdu(encodeStatusReport(report).hex);
    const delivered = await daemon.untilMessage(id, 'delivered');
    expect(delivered.sentAt).toBe(sent.sentAt);
    expect(delivered.deliveredAt).not.toBeNull();
    expect(rig.rows('SELECT id, status FROM messages')).toEqual([{ id, status: 'delivered' }]);
  });

  it('takes a STOP: confirmed once and only once, suppressed, refused from then on', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const handset = rig.handset(person);
    await daemon.untilMessage(await daemon.send(person, 'Our sale starts on Friday.'), 'delivered');

    handset.reply('Stop please!');
    const answer = await until('the confirmation arrives', () => handset.messages[1]);
    expect(answer.text).toMatch(confirmation);
    expect(answer.parts).toBe(1);

    const stored = 'SELECT number, scope, since, source FROM suppressions';
    const [row] = rig.rows(stored);
    expect(row).toMatchObject({ number: person, scope: '*', source: 'reply' });
    for (const to of [person, '07700900123', '0044 7700 900123']) {
      const refused = await daemon.ask('POST /v1/messages', { body: { to, text: 'One more?' } });
      expect(refused).toMatchObject({
        status: 403,
        headers: { 'content-type': 'application/problem+json' },
        body: {
          code: 'recipient_suppressed',
          status: 403,
          number: person,
          scope: '*',
          since: row?.since,
        },
      });
    }
    expect(await rig.json('suppress', 'check', '07700900123')).toEqual({
      number: person,
      suppressed: true,
      entries: [{ scope: '*', since: row?.since, source: 'reply' }],
    });

    handset.reply('STOP');
    handset.reply('unsubscribe');
    await daemon.untilReceived(3);
    await daemon.untilMessage(await daemon.send(neighbour, 'For you alone.'), 'delivered');
    expect(handset.messages).toHaveLength(2);
    expect(rig.rows(stored)).toEqual([row]);
    await until('the SIM is empty', () => rig.modem.stored.length === 0);
  });

  it('takes a START back: the next message goes out, and a later STOP is confirmed anew', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const handset = rig.handset(person);
    handset.reply('STOP');
    const first = await until('the confirmation arrives', () => handset.messages[0]);

    handset.reply('START');
    await until('the number is free again', async () => !(await daemon.isSuppressed(person)));
    expect(await rig.json('suppress', 'check', person)).toMatchObject({ suppressed: false });
    await daemon.untilMessage(await daemon.send(person, 'Welcome back.'), 'delivered');

    handset.reply('STOP');
    await until('the second confirmation arrives', () => handset.messages[2]);
    const texts = handset.messages.map(({ text }) => text);
    expect(texts).toEqual([first.text, 'Welcome back.', first.text]);
  });

  it('answers HELP once a day, to people who opted out too', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const handset = rig.handset(person);
    handset.reply('STOP');
    await until('the confirmation arrives', () => handset.messages[0]);

    handset.reply('Help!');
    const help = await until('the help arrives', () => handset.messages[1]);
    for (const part of ['Corner Shop', 'Call 020 7946 0000.', 'STOP']) {
      expect(help.text).toContain(part);
    }

    handset.reply('HELP');
    await daemon.untilReceived(3);
    await daemon.untilMessage(await daemon.send(neighbour, 'For you alone.'), 'delivered');
    expect(handset.messages).toHaveLength(2);
    expect(await daemon.isSuppressed(person)).toBe(true);
  });

  it('sends a long message in parts that make one text, in characters of every kind', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const handset = rig.handset(person);
    const text = 'Зимняя распродажа 🎄 '.repeat(12).trim();
    const message = await daemon.untilMessage(await daemon.send(person, text), 'delivered');
    expect(message).toMatchObject({ encoding: 'ucs2', parts: rig.handed.length });
    expect(handset.messages).toMatchObject([{ text, encoding: 'ucs2' }]);
  });

  it('takes a reply that came in parts as one text', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const text = `Thank you. ${'I would like to know more. '.repeat(10)}`.trim();
    rig.handset(person).reply(text);
    await daemon.untilReceived(1);
    const { body } = await daemon.ask(`GET /v1/inbound?from=${encodeURIComponent(person)}`);
    expect(body.items).toMatchObject([{ from: person, text, parts: 2, action: null }]);
  });
});
