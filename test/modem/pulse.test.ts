import { describe, expect, it } from 'vitest';
import { connectInMemory, SimulatedModem } from '../../src/simulator/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { setScene } from './scene.js';

/** Goes on for `ms`, a second at a time; the longest that the work was overdue. */
async function watch(
  clock: FakeClock,
  modem: { readonly overdueMs: number },
  ms: number,
): Promise<number> {
  let worst = 0;
  for (let passed = 0; passed < ms; passed += 1_000) {
    await clock.advance(1_000);
    worst = Math.max(worst, modem.overdueMs);
  }
  return worst;
}

describe('the work on a modem', () => {
  it('moves while the modem has nothing to do, for hours', async () => {
    const clock = new FakeClock();
    const sim = new SimulatedModem({ clock });
    const { modem } = setScene({ clock, connect: connectInMemory(sim), pollSeconds: 3600 });
    modem.start();
    expect(await watch(clock, modem, 3 * 3_600_000)).toBe(0);
    expect(modem.status.phase).toBe('ready');
    await modem.stop();
  });

  it('moves while the modem is gone, and while it answers nothing', async () => {
    const clock = new FakeClock();
    const gone = setScene({ clock, connect: () => Promise.reject(new Error('no such port')) });
    const sim = new SimulatedModem({ clock });
    sim.play({ kind: 'silent', ends: 'never' });
    const silent = setScene({ clock, connect: connectInMemory(sim) });
    gone.modem.start();
    silent.modem.start();
    const worst = {
      get overdueMs() {
        return Math.max(gone.modem.overdueMs, silent.modem.overdueMs);
      },
    };
    expect(await watch(clock, worst, 900_000)).toBe(0);
    expect([gone, silent].map(({ modem }) => modem.status.phase)).not.toContain('ready');
    await Promise.all([gone, silent].map(({ modem }) => modem.stop(AbortSignal.abort())));
  });

  it('moves while a submission is waited for as long as one may be', async () => {
    const clock = new FakeClock();
    const sim = new SimulatedModem({ clock, submitLatencyMs: 110_000 });
    const { modem, queue } = setScene({ clock, connect: connectInMemory(sim) });
    queue.add('a');
    modem.start();
    expect(await watch(clock, modem, 200_000)).toBe(0);
    expect(queue.outcomes).toEqual(['a sent']);
    await modem.stop();
  });

  it('hangs when what it waits for never comes', async () => {
    const clock = new FakeClock();
    const { modem } = setScene({ clock, connect: () => new Promise(() => undefined) });
    modem.start();
    expect(await watch(clock, modem, 20_000)).toBe(0);
    expect(await watch(clock, modem, 60_000)).toBeGreaterThan(30_000);
  });

  it('is not waited for any more once the modem was stopped', async () => {
    const clock = new FakeClock();
    const sim = new SimulatedModem({ clock });
    const { modem } = setScene({ clock, connect: connectInMemory(sim) });
    modem.start();
    await clock.advance(10_000);
    await Promise.all([modem.stop(), clock.advance(5_000)]);
    expect(await watch(clock, modem, 600_000)).toBe(0);
  });
});
