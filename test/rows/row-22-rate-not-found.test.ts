/** Row 22: auto-baud hangs (SIM800): the modem answers at one rate only. */
import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.js';
import { findRate } from '../../src/modem/find-rate.js';
import { setBench } from './bench.js';

describe('a modem that answers at one rate only', () => {
  it('is ready when the port is at that rate', async () => {
    const { modem, send, queue } = await setBench({
      baud: 9_600,
      faults: ['fixed-rate:baud=9600'],
    });
    expect(modem.status.phase).toBe('ready');
    await send('a');
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it('is down when the port is at another, and nothing is handed to it', async () => {
    const { modem, sim, statuses, queue, advance } = await setBench({
      baud: 115_200,
      faults: ['fixed-rate:baud=9600'],
    });
    queue.add('a');
    await advance(60_000);
    expect(statuses.map(({ phase }) => phase)).not.toContain('ready');
    expect(modem.status.problem ?? statuses.findLast(({ problem }) => problem)?.problem).toMatch(
      /no answer/,
    );
    expect(sim.record.commands).toEqual([]);
    expect(queue.claimed).toEqual([]);
  });

  it('has its rate found by trying', async () => {
    const { connectAt, clock, advance, sim } = await setBench({
      faults: ['fixed-rate:baud=9600'],
      driver: { connect: () => Promise.reject(new Error('not now')) },
    });
    const found = findRate({
      connectAt,
      clock,
      log: silentLog,
      signal: new AbortController().signal,
      rates: [115_200, 57_600, 9_600, 19_200],
    });
    await advance(20_000);
    const line = await found;
    expect(line?.rate).toBe(9_600);
    await line?.channel.close();
    expect(sim.record.submits).toEqual([]);
  });
});
