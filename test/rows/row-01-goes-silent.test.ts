/** Row 1: the modem goes silent after minutes or hours. */
import { describe, expect, it } from 'vitest';
import { setBench } from './bench.js';

describe('a modem that goes silent', () => {
  it('after ten minutes is down, with the reason told, and comes back by itself', async () => {
    const { modem, sim, advance, send, queue } = await setBench({
      faults: ['silent:after=10m,for=5m'],
    });
    await advance(9 * 60_000);
    expect(modem.status.phase).toBe('ready');
    await advance(4 * 60_000);
    expect(modem.status.phase).not.toBe('ready');
    await advance(5 * 60_000);
    expect(modem.status).toMatchObject({ phase: 'ready', problem: undefined });
    await send('a');
    expect(queue.outcomes).toEqual(['a sent']);
    expect(sim.record.restarts).toEqual([]);
  });

  it('and hears nothing but AT+CFUN=1,1 is told that in the end, and works again', async () => {
    const { modem, sim, advance, send, queue, statuses } = await setBench();
    sim.play({ kind: 'silent', ends: 'restart' });
    await advance(10 * 60_000);
    expect(statuses.map(({ phase }) => phase)).toContain('down');
    expect(sim.record.restarts).toHaveLength(1);
    expect(modem.status.phase).toBe('ready');
    await send('a');
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it('for good stays down, is tried again at least once a minute, and takes nothing to send', async () => {
    const { modem, advance, play, queue, statuses } = await setBench();
    play('silent:ends=never');
    await advance(10 * 60_000);
    const before = statuses.length;
    queue.add('a');
    modem.wake();
    await advance(10 * 60_000);
    const tries = statuses.slice(before).filter(({ phase }) => phase === 'connecting');
    expect(tries.length).toBeGreaterThanOrEqual(6);
    expect(queue.claimed).toEqual([]);
    expect(statuses.filter(({ phase }) => phase === 'down').at(-1)?.problem).toMatch(/no answer/);
  });

  it('once, for one command, is probed and goes on over the same connection', async () => {
    const { modem, advance, play, send, queue, statuses } = await setBench();
    play('unanswered:command=AT+CSQ');
    await advance(60_000);
    await send('a');
    expect(queue.outcomes).toEqual(['a sent']);
    expect(modem.status.phase).toBe('ready');
    expect(statuses.map(({ phase }) => phase)).not.toContain('down');
  });
});
