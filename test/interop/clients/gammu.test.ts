import { expect } from 'vitest';
import { PERSON } from './bench.js';
import { gammu, gammuBatch, listedMessages } from './gammu.js';
import { it, sideBySide } from './it.js';
import { SAMPLES, textsOf } from './texts.js';

sideBySide('gammu', () => {
  it('says who the modem is, where it is and how well it hears', async ({ openBench }) => {
    const bench = await openBench();
    const printed = await gammuBatch(bench, 'identify', 'getsmsc', 'networkinfo', 'monitor 1');
    expect(printed).toMatch(/^Manufacturer +: Stopgate$/m);
    expect(printed).toMatch(/^IMEI +: 490154203237518$/m);
    expect(printed).toMatch(/^SIM IMSI +: 001010123456789$/m);
    expect(printed).toMatch(/^Number +: "\+447700900000"$/m);
    expect(printed).toMatch(/^Network +: 001 01 .*LAC 00C3, CID 0001A2B3$/m);
    expect(printed).toMatch(/^Name in phone +: "Simulated Network"$/m);
    expect(printed).toMatch(/^GPRS +: attached$/m);
    expect(printed).toMatch(/^Enabling info about incoming SMS +: No error\.$/m);
    expect(printed).toMatch(/^Battery level +: 100 percent$/m);
    expect(printed).toMatch(/^Signal strength +: -73 dBm$/m);
  });

  it('sends texts of every kind', async ({ openBench }) => {
    const bench = await openBench();
    await gammuBatch(
      bench,
      ...SAMPLES.map(({ text, encoding }) => {
        const options = encoding === 'ucs2' ? '-unicode -text' : '-text';
        return `sendsms TEXT ${PERSON} -len 600 ${options} "${text}"`;
      }),
    );
    expect(bench.sent).toEqual(
      SAMPLES.map(({ text, parts, encoding }) => ({
        ...{ to: PERSON, text, parts, encoding },
        reports: 0,
      })),
    );
  });

  it('reads what came, joins it, and deletes one and all', async ({ openBench }) => {
    const bench = await openBench();
    bench.receive(...textsOf(SAMPLES));
    const messages = listedMessages(await gammuBatch(bench, 'geteachsms', 'deletesms 1 1'));
    expect(messages.map(({ text }) => text)).toEqual(textsOf(SAMPLES));
    expect(messages.map(({ fields }) => fields['Remote number'])).toEqual(
      SAMPLES.map(() => PERSON),
    );
    expect(bench.modem.stored.map(({ index }) => index)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    await gammu(bench, 'deleteallsms', '1');
    expect(bench.modem.stored).toEqual([]);
  });

  it('is told of a delivery', async ({ openBench }) => {
    const bench = await openBench({ preset: 'AT+CNMI=2,1,0,2,0' });
    const printed = await gammuBatch(
      bench,
      `sendsms TEXT ${PERSON} -report -text "with a report"`,
      'geteachsms',
    );
    expect(bench.sent).toMatchObject([{ text: 'with a report', reports: 1 }]);
    expect(listedMessages(printed)).toMatchObject([
      {
        kind: 'SMS status report',
        fields: {
          'Remote number': PERSON,
          'Reference number': '0',
          'Delivery status': 'Delivered',
        },
      },
    ]);
  });

  it('keeps a message on the SIM and sends it from there', async ({ openBench }) => {
    const bench = await openBench();
    await gammu(bench, 'sendsms', 'TEXT', PERSON, '-save', '-folder', '2', '-text', 'kept first');
    expect(bench.sent).toMatchObject([{ to: PERSON, text: 'kept first' }]);
    expect(bench.commands).toContain('AT+CMSS=1');
    expect(bench.modem.stored).toMatchObject([{ index: 1, status: 3 }]);
  });

  it('sends on while messages arrive', async ({ openBench }) => {
    const bench = await openBench({
      modem: { submitLatencyMs: 200 },
      preset: 'AT+CNMI=2,1,0,0,0',
    });
    // Between the end of the PDU and its answer, where the line is never quiet for long.
    bench.modem.onSubmit(() => bench.receive('meanwhile'));
    const long = SAMPLES[1]?.text ?? '';
    await gammu(bench, 'sendsms', 'TEXT', PERSON, '-len', '600', '-text', long);
    expect(bench.sent).toMatchObject([{ text: long, parts: 3 }]);
    const listed = listedMessages(await gammu(bench, 'geteachsms'));
    expect(listed.map(({ text }) => text)).toEqual(['meanwhile', 'meanwhile', 'meanwhile']);
  });
});
