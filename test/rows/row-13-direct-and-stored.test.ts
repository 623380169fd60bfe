/** Row 13: the same message comes as +CMT and lies in the store as well. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';
import { setServiceBench } from './service-bench.js';

describe('a message that is handed over and stored as well', () => {
  it('comes to the inbox with the same octets by both ways, and leaves the store', async () => {
    const { sim, play, inbox, advance } = await setBench();
    play('direct-and-stored');
    sim.receive({ from: person, text: 'STOP' });
    await advance(5_000);
    expect(new Set(inbox.hexes).size).toBe(1);
    expect(inbox.pdus.map(({ route }) => route)).toEqual(['direct', 'stored']);
    expect(sim.stored).toEqual([]);
    expect(inbox.deletions).toHaveLength(1);
  });

  it('is one message to the people who read it', async () => {
    const { sim, play, inbound, advance } = await setServiceBench();
    play('direct-and-stored');
    sim.receive({ from: person, text: 'What does it cost?' });
    await advance(5_000);
    expect(inbound()).toEqual([{ from: person, text: 'What does it cost?' }]);
    expect(sim.stored).toEqual([]);
  });
});
