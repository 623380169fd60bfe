/** Waits on a condition in real time, with a limit that a slow machine keeps. */
import { sleep, systemClock } from '../../src/clock.js';

const LIMIT_MS = 10_000;

/** Resolves once `condition` holds; rejects with what was awaited after ten seconds. */
export async function eventually(what: string, condition: () => boolean): Promise<void> {
  const startedMs = systemClock.monotonicMs();
  while (!condition()) {
    if (systemClock.monotonicMs() - startedMs > LIMIT_MS) {
      throw new Error(`waited ${LIMIT_MS} ms in vain: ${what}`);
    }
    await sleep(systemClock, 5);
  }
}
