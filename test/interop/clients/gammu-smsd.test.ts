import { expect } from 'vitest';
import { until } from '../../system/until.js';
import { PERSON } from './bench.js';
import { GammuSmsd } from './gammu-smsd.js';
import { it, sideBySide } from './it.js';
import { SAMPLES, textsOf } from './texts.js';
import { untilCount } from './until-count.js';

/** Announces what comes and keeps reports with the messages: gammu-smsd sets nothing of its own. */
const PROFILE = 'AT+CNMI=2,1,0,2,0';

sideBySide('gammu-smsd', () => {
  it('finds the modem, its signal and its network', async ({ openBench }) => {
    const smsd = new GammuSmsd(await openBench());
    smsd.start();
    const status = await until('the daemon tells the signal', async () => {
      const told = await smsd.status();
      return told?.get('NetworkSignal') === '60' && told;
    });
    expect(status.get('IMEI')).toBe('490154203237518');
    expect(status.get('Failed')).toBe('0');
  });

  it('sends texts of every kind and is told of their delivery', async ({ openBench }) => {
    const bench = await openBench({ preset: PROFILE });
    const smsd = new GammuSmsd(bench);
    for (const sample of SAMPLES) await smsd.queue(PERSON, sample);
    smsd.start();
    await untilCount('sent', SAMPLES.length, () => smsd.sentCount);
    expect(bench.sent).toEqual(
      SAMPLES.map(({ text, parts, encoding }) => ({
        ...{ to: PERSON, text, parts, encoding },
        reports: parts,
      })),
    );
    const references = bench.modem.record.submits.map(({ reference = 0 }) => reference);
    await until('all reports are read', () => smsd.deliveries.length === references.length);
    expect(smsd.deliveries).toEqual(
      references.map((reference) => `${PERSON}, message reference 0x0${reference}`),
    );
  });

  it('receives texts of every kind and deletes them from the modem', async ({ openBench }) => {
    const bench = await openBench({ preset: PROFILE });
    bench.receive(...textsOf(SAMPLES));
    const smsd = new GammuSmsd(bench);
    smsd.start();
    await until('the memory is empty', () => bench.modem.stored.length === 0);
    expect(smsd.received).toEqual(textsOf(SAMPLES));
  });

  it('stays up over twenty messages each way that cross', async ({ openBench }) => {
    const bench = await openBench({ preset: PROFILE });
    const smsd = new GammuSmsd(bench);
    const out = Array.from({ length: 20 }, (_, index) => `out ${index}`);
    const came: string[] = [];
    for (const text of out) await smsd.queue(PERSON, { text, encoding: 'gsm7' });
    bench.modem.onSubmit(() => {
      const text = `in ${came.length}`;
      came.push(text);
      bench.receive(text);
    });
    const daemon = smsd.start();
    await untilCount('sent', out.length, () => smsd.sentCount);
    await until('all is read', () => bench.modem.stored.length === 0);
    expect(bench.sent.map(({ text }) => text).sort()).toEqual(out.sort());
    expect(smsd.received.toSorted()).toEqual(came.sort());
    expect(came).toHaveLength(20);
    expect(daemon.running).toBe(true);
  });
});
