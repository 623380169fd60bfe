/** Row 21: the modem drops characters, for want of flow control. */
import { describe, expect, it } from 'vitest';
import { encodeMessage } from '../../src/sms/index.js';
import { person, setBench } from './bench.js';

const LONG = 'A message that fills all of its part, so that it has many octets. '.repeat(2);
const [PART] = encodeMessage({ to: person, text: LONG, concatReference: 0 }).parts;

describe('a modem that loses what comes too fast', () => {
  it('is told to echo nothing', async () => {
    const { commands } = await setBench();
    expect(commands().slice(0, 2)).toEqual(['AT', 'ATE0']);
  });

  it('never sends half a message, and none is called sent that is not', async () => {
    const { sim, submit, queue, advance, play, send } = await setBench();
    play('drops-characters:octets=64,rate=1000');
    await submit('a', LONG);
    await advance(5 * 60_000);
    expect(sim.record.submits.filter(({ outcome }) => outcome === 'accepted')).toEqual([]);
    expect(queue.outcomes).toHaveLength(1);
    expect(queue.outcomes).not.toContain('a sent');
    sim.calm();
    await advance(2 * 60_000);
    await send('b');
    expect(queue.outcomes.at(-1)).toBe('b sent');
  });

  it('gets all of a message where the configuration says to write slowly', async () => {
    const { sim, submit, queue, advance } = await setBench({
      faults: ['drops-characters:octets=64,rate=1000'],
      driver: { pacing: { chunk: 16, pauseMs: 20 } },
    });
    await submit('a', LONG);
    await advance(5_000);
    expect(queue.outcomes).toEqual(['a sent']);
    expect(sim.record.submits).toMatchObject([{ hex: PART?.hex, outcome: 'accepted' }]);
  });
});
