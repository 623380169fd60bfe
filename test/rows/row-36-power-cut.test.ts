/** Row 36: power cut. What counts is what the recipients got, and what is on the list. */
import { describe, expect, it } from 'vitest';
import { neighbour, person } from './bench.js';
import { setServiceBench } from './service-bench.js';

describe('a power cut of the modem', () => {
  it.each(['yes', 'no'])(
    'in mid-send (gone out: %s) leaves that message unconfirmed, and it is not sent again',
    async (taken) => {
      const { sim, play, advance, post, status } = await setServiceBench();
      play(`power-cut:at=submit,taken=${taken},for=10s`);
      const id = post('Our sale starts on Friday.');
      await advance(10 * 60_000);
      expect(status(id)).toBe('unconfirmed');
      expect(sim.record.submits).toHaveLength(1);
    },
  );

  it('lets the STOP that came meanwhile act before anything else is sent', async () => {
    const { sim, play, advance, post, status, isSuppressed, delivered } = await setServiceBench();
    play('power-cut:for=2m');
    await advance(1_000);
    sim.receive({ from: person, text: 'STOP' });
    const cancelled = post('Last chance.');
    const other = post('Last chance.', neighbour);
    await advance(10 * 60_000);
    expect(isSuppressed()).toBe(true);
    expect(status(cancelled)).toBe('canceled');
    expect(status(other)).toBe('delivered');
    expect(delivered(person)).not.toContain('Last chance.');
  });

  it('after each of six messages loses none and sends none twice', async () => {
    const { sim, play, advance, post, inbound, delivered } = await setServiceBench();
    for (let number = 1; number <= 6; number += 1) {
      post(`outgoing ${number}`, neighbour);
      sim.receive({ from: person, text: `incoming ${number}` });
      play(`power-cut:for=${number}s`);
      await advance(90_000);
    }
    const numbers = Array.from({ length: 6 }, (_, index) => index + 1);
    expect(inbound().map(({ text }) => text)).toEqual(numbers.map((n) => `incoming ${n}`));
    expect(delivered(neighbour)).toEqual(numbers.map((n) => `outgoing ${n}`));
  });
});
