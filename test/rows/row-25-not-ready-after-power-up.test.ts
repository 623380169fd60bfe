/** Row 25: not ready for a while after power-up: 515, 14, "SIM busy". */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('a modem that has just been switched on', () => {
  it.each(['515', '314'])('and says 14 and %s is waited for', async (error) => {
    const { modem, sim, advance, send, queue, received, statuses } = await setBench({
      faults: [`not-ready:for=12s,error=${error}`],
      prepare: (bench) => bench.sim.receive({ from: person, text: 'STOP' }),
    });
    expect(modem.status.phase).not.toBe('ready');
    await advance(40_000);
    expect(modem.status.phase).toBe('ready');
    expect(statuses.map(({ phase }) => phase)).not.toContain('down');
    await send('a');
    expect(received()).toEqual(['STOP']);
    expect(queue.outcomes).toEqual(['a sent']);
    expect(sim.record.submits).toHaveLength(1);
  });

  it('and needs two minutes is ready after them', async () => {
    const { modem, advance } = await setBench({ faults: ['not-ready:for=2m'] });
    await advance(4 * 60_000);
    expect(modem.status).toMatchObject({ phase: 'ready', simTotal: 30 });
  });
});
