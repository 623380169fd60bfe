/** Row 15: the first index is 0. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('a message at index 0', () => {
  it('is read and deleted where it is announced', async () => {
    const { sim, received, advance, commands } = await setBench({ faults: ['first-index'] });
    sim.receive({ from: person, text: 'STOP' });
    await advance(1_000);
    expect(commands()).toContain('AT+CMGR=0');
    expect(commands()).toContain('AT+CMGD=0');
    expect(received()).toEqual(['STOP']);
    expect(sim.stored).toEqual([]);
  });

  it('is read and deleted where it was found at the start', async () => {
    const { sim, received } = await setBench({
      faults: ['first-index', 'lost-announcement'],
      prepare: (bench) => bench.sim.receive({ from: person, text: 'STOP' }),
    });
    expect(received()).toEqual(['STOP']);
    expect(sim.stored).toEqual([]);
  });
});
