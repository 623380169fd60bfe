/** Row 32: a truncated or nonsense PDU. */
import { describe, expect, it } from 'vitest';
import { neighbour, person } from './bench.js';
import { setServiceBench } from './service-bench.js';

describe('a PDU that is', () => {
  it.each(['truncated', 'nonsense', 'odd', 'text'])(
    '%s is kept as it is, deleted from the SIM, and holds up nothing',
    async (damage) => {
      const { sim, play, advance, inbound, isSuppressed, modem, post, delivered, rawProblems } =
        await setServiceBench();
      play(`damaged-pdu:damage=${damage}`);
      sim.receive({ from: person, text: 'This one is damaged' });
      sim.receive({ from: neighbour, text: 'STOP' });
      post('hello');
      await advance(60_000);
      expect(isSuppressed(neighbour)).toBe(true);
      expect(inbound()).toContainEqual({ from: neighbour, text: 'STOP' });
      expect(delivered(person)).toEqual(['hello']);
      expect(sim.stored).toEqual([]);
      expect(modem.status.phase).toBe('ready');
      if (damage !== 'truncated') expect(rawProblems()).toHaveLength(1);
    },
  );

  it('missing altogether holds up nothing', async () => {
    const { sim, play, advance, isSuppressed, modem, post, delivered } = await setServiceBench();
    play('damaged-pdu:damage=missing');
    sim.receive({ from: person, text: 'This one is missing' });
    sim.receive({ from: neighbour, text: 'STOP' });
    post('hello');
    await advance(60_000);
    expect(isSuppressed(neighbour)).toBe(true);
    expect(delivered(person)).toEqual(['hello']);
    expect(modem.status.phase).toBe('ready');
  });
});
