/** Row 9: the stick shows up as a CD-ROM, or in HiLink mode without AT. */
import { describe, expect, it } from 'vitest';
import { setBench } from './bench.js';

describe('a port that answers no AT', () => {
  it('is down, and the reason says so', async () => {
    const { modem, sim, statuses, advance, queue } = await setBench({ faults: ['no-at'] });
    queue.add('a');
    await advance(5 * 60_000);
    expect(statuses.map(({ phase }) => phase)).not.toContain('ready');
    const down = statuses.filter(({ phase }) => phase === 'down');
    expect(down.length).toBeGreaterThan(1);
    expect(down.at(-1)?.problem).toMatch(/no answer/);
    expect(modem.status.manufacturer).toBeUndefined();
    expect(queue.claimed).toEqual([]);
    expect(sim.record.commands).toEqual([]);
  });
});
