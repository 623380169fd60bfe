/** Row 6: stuck at the `>` prompt after a crash of ours. */
import { describe, expect, it } from 'vitest';
import { setBench } from './bench.js';

describe('a modem that waits at its prompt', () => {
  it('is freed by the first bytes on the port, and nothing of ours becomes a message', async () => {
    const { modem, sim, send, queue } = await setBench({ faults: ['stuck-at-prompt'] });
    expect(modem.status.phase).toBe('ready');
    expect(sim.record.withdrawals).toMatchObject([{ hex: '' }]);
    expect(sim.record.submits).toEqual([]);
    await send('a');
    expect(queue.outcomes).toEqual(['a sent']);
    expect(sim.record.submits).toHaveLength(1);
  });

  it('in mid-life is freed after the first command that is not answered', async () => {
    const { sim, play, send, queue, advance, statuses } = await setBench();
    play('stuck-at-prompt');
    await send('a');
    await advance(60_000);
    expect(queue.outcomes.at(-1)).toMatch(/^a /);
    expect(sim.record.submits.filter(({ outcome }) => outcome === 'accepted').length).toBeLessThan(
      2,
    );
    await send('b');
    expect(queue.outcomes.at(-1)).toBe('b sent');
    expect(statuses.map(({ phase }) => phase)).not.toContain('down');
  });
});
