/** Row 31: alphanumeric senders (TOA D0, D1), short codes, national numbers. */
import { describe, expect, it } from 'vitest';
import { person } from './bench.js';
import { setServiceBench } from './service-bench.js';

describe('a STOP', () => {
  it.each([
    ['a name (D0)', 'sender:from=CornerShop', 'CornerShop'],
    ['a name of another plan (D1)', 'sender:from=CornerShop,toa=D1', 'CornerShop'],
    ['a name that looks like a number', 'sender:from=447700900,toa=D0', undefined],
  ])('from %s is shown, never confirmed and suppresses nobody', async (_words, fault, from) => {
    const { sim, play, advance, inbound, delivered, services } = await setServiceBench();
    play(fault);
    sim.receive({ from: person, text: 'STOP' });
    await advance(10_000);
    expect(inbound()).toHaveLength(1);
    if (from !== undefined) expect(inbound()).toEqual([{ from, text: 'STOP' }]);
    expect(delivered()).toEqual([]);
    expect(services.store.consent.list({ limit: 10 }).items).toEqual([]);
    expect(sim.stored).toEqual([]);
  });

  it('from a short code is not confirmed', async () => {
    const { sim, play, advance, inbound, delivered } = await setServiceBench();
    play('sender:from=60777');
    sim.receive({ from: person, text: 'STOP' });
    await advance(10_000);
    expect(inbound()).toEqual([{ from: '60777', text: 'STOP' }]);
    expect(delivered()).toEqual([]);
  });

  it.each(['', 'A1', '81'])('from a national number (%s) is that person', async (toa) => {
    const { sim, play, advance, isSuppressed, delivered } = await setServiceBench();
    play(`sender:from=07700900123,toa=${toa}`);
    sim.receive({ from: person, text: 'STOP' });
    await advance(10_000);
    expect(isSuppressed(person)).toBe(true);
    expect(delivered(person)).toHaveLength(1);
  });
});
