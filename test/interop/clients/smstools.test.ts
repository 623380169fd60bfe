import { expect } from 'vitest';
import { until } from '../../system/until.js';
import { PERSON } from './bench.js';
import { it, sideBySide } from './it.js';
import { SmsTools } from './smstools.js';
import { SAMPLES, textsOf } from './texts.js';
import { untilCount } from './until-count.js';

sideBySide('smstools', () => {
  it('asks who the modem is and how well it hears before it sends', async ({ openBench }) => {
    const bench = await openBench();
    const smsd = new SmsTools(bench);
    smsd.queue('one', PERSON, { text: 'one', encoding: 'gsm7' });
    smsd.start();
    const [file] = await until('it is sent', () => smsd.sent.length === 1 && smsd.sent);
    expect(file?.fields).toMatchObject({ IMEI: '490154203237518', IMSI: '001010123456789' });
    expect(bench.commands).toEqual(expect.arrayContaining(['AT+CSQ', 'AT+CREG?', 'AT+CPMS?']));
  });

  it('sends texts of every kind and is told of their delivery', async ({ openBench }) => {
    const bench = await openBench();
    const smsd = new SmsTools(bench);
    for (const sample of SAMPLES) smsd.queue(sample.name, PERSON, sample);
    smsd.start();
    await untilCount('sent', SAMPLES.length, () => smsd.sent.length);
    const inOrder = textsOf(SAMPLES).map((text) => bench.sent.find((sent) => sent.text === text));
    expect(bench.sent).toHaveLength(SAMPLES.length);
    expect(inOrder).toMatchObject(
      SAMPLES.map(({ parts, encoding }) => ({ to: PERSON, parts, encoding })),
    );
    const asked = bench.modem.record.arrivals.length;
    expect(asked).toBeGreaterThanOrEqual(SAMPLES.length);
    const deliveries = () => smsd.reports.filter(({ text }) => text.includes('Status: 0,Ok'));
    await untilCount('reports', asked, () => deliveries().length);
    expect(deliveries()).toHaveLength(asked);
  });

  it('receives texts of every kind, joins them and deletes them from the modem', async ({
    openBench,
  }) => {
    const bench = await openBench();
    bench.receive(...textsOf(SAMPLES));
    const smsd = new SmsTools(bench);
    smsd.start();
    await untilCount('received', SAMPLES.length, () => smsd.received.length);
    // It deletes a message once its file is written.
    await until('the memory is empty', () => bench.modem.stored.length === 0);
    const { received } = smsd;
    expect(received.map(({ text }) => text).sort()).toEqual(textsOf(SAMPLES).sort());
    expect(received.every(({ fields }) => fields.From === PERSON.slice(1))).toBe(true);
  });

  it('stays up over twenty messages each way that cross', async ({ openBench }) => {
    const bench = await openBench();
    const smsd = new SmsTools(bench);
    const out = Array.from({ length: 20 }, (_, index) => `out ${index}`);
    const came: string[] = [];
    for (const text of out) smsd.queue(text, PERSON, { text, encoding: 'gsm7' });
    bench.modem.onSubmit(() => {
      const text = `in ${came.length}`;
      came.push(text);
      bench.receive(text);
    });
    const daemon = smsd.start();
    await untilCount('sent', out.length, () => smsd.sent.length);
    await untilCount('received', out.length, () => smsd.received.length);
    await until('the memory is empty', () => bench.modem.stored.length === 0);
    expect(bench.sent.map(({ text }) => text).sort()).toEqual(out.sort());
    expect(smsd.received.map(({ text }) => text).sort()).toEqual(came.sort());
    expect(daemon.running).toBe(true);
  });
});
