/** Row 30: time stamps with negative or impossible zones. */
import { describe, expect, it } from 'vitest';
import { person } from './bench.js';
import { setServiceBench } from './service-bench.js';

describe('a message whose time is', () => {
  it.each([
    ['in the zone west of all', '620150210000 8B'],
    ['in a zone of 99 quarters', '62015021000099'],
    ['of month 13 and hour 99', '62313199999999'],
    ['no digits at all', 'FFFFFFFFFFFFFF'],
    ['all zero', '00000000000000'],
  ])('%s counts as any other', async (_words, octets) => {
    const { sim, play, advance, inbound, isSuppressed } = await setServiceBench();
    play(`timestamp:octets=${octets.replace(' ', '')}`);
    sim.receive({ from: person, text: 'STOP' });
    await advance(5_000);
    expect(inbound()).toEqual([{ from: person, text: 'STOP' }]);
    expect(isSuppressed()).toBe(true);
    expect(sim.stored).toEqual([]);
  });
});
