/** Waits on a condition in real time: as short as it can be, as long as a loaded machine needs. */
import { sleep, systemClock } from '../../src/clock.js';

const limitMs = 30_000;
const pollMs = 40;

/**
 * Resolves to the first answer of `probe` that is neither undefined nor false; rejects with what was
 * awaited after half a minute, and with what `probe` throws at once.
 */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const endMs = systemClock.monotonicMs() + limitMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (systemClock.monotonicMs() > endMs) {
      throw new Error(`waited ${limitMs / 1_000} s in vain until ${what}`);
    }
    await sleep(systemClock, pollMs);
  }
}
