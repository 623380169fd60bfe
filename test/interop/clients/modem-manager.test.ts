import { expect } from 'vitest';
import { systemClock } from '../../../src/clock.js';
import { MessageStatus } from '../../../src/simulator/index.js';
import { encodeDeliver } from '../../../src/sms/index.js';
import { until } from '../../system/until.js';
import { type Bench, PERSON } from './bench.js';
import { it, sideBySide } from './it.js';
import { ModemManager } from './modem-manager.js';
import { SAMPLES, textsOf } from './texts.js';

const reminderMs = 5_000;

/**
 * One after the other, as on the air: ModemManager forgets what is announced while it is busy, so what it
 * leaves unread is announced again.
 */
async function receiveSlowly(bench: Bench, text: string, concatReference: number): Promise<void> {
  const timestamp = { utc: new Date('2026-01-05T12:00:00Z'), offsetMinutes: 0 };
  for (const { hex } of encodeDeliver({ from: PERSON, text, timestamp, concatReference })) {
    bench.modem.receivePdu(hex);
    let remindedMs = systemClock.monotonicMs();
    await until('it is read', () => {
      const unread = bench.modem.stored.find(({ status }) => status === MessageStatus.unread);
      if (unread === undefined) return true;
      if (systemClock.monotonicMs() - remindedMs > reminderMs) {
        remindedMs = systemClock.monotonicMs();
        bench.modem.unsolicited(`+CMTI: "${unread.memory}",${unread.index}`);
      }
      return false;
    });
  }
}

sideBySide('ModemManager', () => {
  it('finds the modem, its SIM, its network and its signal', async ({ openBench }) => {
    const manager = await ModemManager.start(await openBench());
    expect(await manager.modem()).toMatchObject({
      'modem.generic.manufacturer': 'Stopgate',
      'modem.generic.equipment-identifier': '490154203237518',
      'modem.generic.signal-quality.value': '64',
      'modem.3gpp.operator-name': 'Simulated Network',
      'modem.3gpp.operator-code': '00101',
      'modem.3gpp.registration-state': 'home',
    });
    expect(await manager.ask('-i', '0', '-K')).toContain('8944500102198304826');
  });

  it('sends texts of every kind and is told of their delivery', async ({ openBench }) => {
    const bench = await openBench();
    const manager = await ModemManager.start(bench);
    for (const text of textsOf(SAMPLES)) await manager.send(PERSON, text);
    expect(bench.sent).toEqual(
      SAMPLES.map(({ text, parts, encoding }) => ({
        ...{ to: PERSON, text, parts, encoding },
        // For the last of its parts.
        reports: 1,
      })),
    );
    const reports = await until('all reports are there', async () => {
      const all = await manager.received('status-report');
      return all.length === SAMPLES.length && all;
    });
    expect(reports.map((report) => report['sms.properties.delivery-state'])).toEqual(
      reports.map(() => 'completed-received'),
    );
  });

  it('receives texts of every kind, joins them and deletes them from the modem', async ({
    openBench,
  }) => {
    const bench = await openBench();
    const manager = await ModemManager.start(bench);
    for (const [index, { text }] of SAMPLES.entries()) await receiveSlowly(bench, text, index);
    const messages = await until('all are whole', async () => {
      const all = await manager.received('deliver');
      return all.length === SAMPLES.length && all;
    });
    expect(messages.map((message) => message['sms.content.text'])).toEqual(textsOf(SAMPLES));
    expect(messages.map((message) => message['sms.content.number'])).toEqual(
      messages.map(() => PERSON),
    );
    for (const message of messages) await manager.delete(message);
    expect(bench.modem.stored).toEqual([]);
  });

  it('stays up over twenty messages each way that cross', async ({ openBench }) => {
    const bench = await openBench();
    const manager = await ModemManager.start(bench);
    const out = Array.from({ length: 20 }, (_, index) => `out ${index}`);
    const came: string[] = [];
    bench.modem.onSubmit(() => {
      const text = `in ${came.length}`;
      came.push(text);
      bench.receive(text);
    });
    for (const text of out) await manager.send(PERSON, text);
    const received = await until('all has come', async () => {
      const all = await manager.received('deliver');
      return all.length === out.length && all;
    });
    expect(bench.sent.map(({ text }) => text)).toEqual(out);
    expect(received.map((message) => message['sms.content.text'])).toEqual(came);
  });
});
