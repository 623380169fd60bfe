/** Each dialect of the simulator once through a whole day's work, in the driver's own choice of words. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/simulator/index.js';
import { person, setBench } from './bench.js';
import { setServiceBench } from './service-bench.js';

const names = DIALECTS.map(({ name }) => name);

/** Dialects that can be asked for reports. */
const REPORTS = DIALECTS.filter(({ indications: { accepted } }) => accepted.ds.length > 1).map(
  ({ name }) => name,
);

describe.each(names)('a modem of the family %s', (dialect) => {
  const own = DIALECTS.find(({ name }) => name === dialect)?.identity;

  it('is recognised and set up', async () => {
    const { modem, sim } = await setBench({ sim: { dialect } });
    expect(modem.status).toMatchObject({
      phase: 'ready',
      problem: undefined,
      dialect,
      manufacturer: own?.manufacturer,
      model: own?.model,
      imei: '490154203237518',
      imsi: '001010123456789',
      registration: 'home',
      operator: 'Simulated Network',
      signalDbm: -73,
      simUsed: 0,
    });
    expect(sim.record.commands.map(({ line }) => line)).toContain('AT+CMGF=0');
  });

  it('hands over what was stored before, and what comes, and keeps nothing', async () => {
    const { sim, received, advance } = await setBench({
      sim: { dialect },
      prepare: (bench) => bench.sim.receive({ from: person, text: 'before' }),
    });
    expect(received()).toEqual(['before']);
    sim.receive({ from: person, text: 'short' });
    sim.receive({ from: person, text: 'long '.repeat(60) });
    await advance(5_000);
    expect(received().slice(0, 2)).toEqual(['before', 'short']);
    expect(received().slice(2).join('')).toBe('long '.repeat(60));
    expect(sim.stored).toEqual([]);
  });

  it('sends short and long messages once, in order', async () => {
    const { sim, submit, queue } = await setBench({ sim: { dialect } });
    await submit('a', 'hello');
    await submit('b', 'Grüße, καλημέρα, 你好. '.repeat(8));
    expect(queue.settled.length).toBeGreaterThan(2);
    expect(queue.settled.map(({ outcome }) => outcome)).toEqual(
      sim.record.submits.map(({ reference }) => ({ kind: 'sent', reference })),
    );
  });

  it('acts on STOP, confirms it, and sends no more', async () => {
    const { sim, advance, post, delivered, isSuppressed, services } = await setServiceBench({
      sim: { dialect },
    });
    post('Our autumn sale starts on Friday.');
    await advance(5_000);
    sim.receive({ from: person, text: 'Stop please!' });
    await advance(10_000);
    expect(isSuppressed()).toBe(true);
    const [offer, confirmation, ...more] = delivered(person);
    expect(offer).toBe('Our autumn sale starts on Friday.');
    expect(confirmation).toMatch(/Corner Shop/);
    expect(more).toEqual([]);
    expect(services.outbox.send({ to: person, text: 'Last chance' }).kind).toBe('suppressed');
    expect(sim.stored).toEqual([]);
  });

  it('comes back after a restart with all that came meanwhile', async () => {
    const { sim, modem, play, received, advance, send, queue } = await setBench({
      sim: { dialect },
    });
    play('restarts');
    sim.receive({ from: person, text: 'STOP' });
    await advance(60_000);
    expect(received()).toEqual(['STOP']);
    await send('a');
    expect(queue.outcomes).toEqual(['a sent']);
    expect(modem.status.phase).toBe('ready');
  });
});

describe('a delivery report', () => {
  it.each(REPORTS)('of %s comes to the inbox, and none is left on the modem', async (dialect) => {
    const { sim, submit, received, advance } = await setBench({ sim: { dialect } });
    await submit('a', 'hello', { statusReport: true });
    await advance(40_000);
    const [handed] = sim.record.submits;
    expect(received()).toEqual([`report ${handed?.reference}`]);
    expect(sim.stored).toEqual([]);
  });
});
