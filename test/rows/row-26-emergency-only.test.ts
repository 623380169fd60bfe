/** Row 26: +CREG: 0,11, registered for emergencies only. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('a modem that is registered for emergency calls only', () => {
  it('is not ready, says why, and is handed nothing until it is registered', async () => {
    const { modem, queue, sim, received, advance } = await setBench({
      faults: ['emergency-only:for=1m'],
      prepare: (bench) => bench.queue.add('a'),
    });
    expect(modem.status).toMatchObject({ phase: 'waiting', registration: 'emergency' });
    expect(modem.status.problem).toMatch(/registered|emergency/);
    expect(queue.claimed).toEqual([]);
    sim.receive({ from: person, text: 'STOP' });
    await advance(70_000);
    expect(modem.status).toMatchObject({ phase: 'ready', registration: 'home' });
    expect(received()).toEqual(['STOP']);
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it.each([
    [0, 'not-registered'],
    [2, 'searching'],
    [3, 'denied'],
  ])('or says %i: %s, in mid-life, is noticed at the next poll', async (stat, registration) => {
    const { modem, play, advance, queue } = await setBench();
    play(`registration:stat=${stat},for=1m`);
    await advance(35_000);
    expect(modem.status).toMatchObject({ phase: 'waiting', registration });
    queue.add('a');
    modem.wake();
    await advance(20_000);
    expect(queue.claimed).toEqual([]);
    await advance(10_000);
    expect(queue.outcomes).toEqual(['a sent']);
  });
});
