/**
 * Lets the services' time of day follow the machine's. Where that was set (a Raspberry Pi wakes in
 * 1970, or at the hour at which it was switched off) all that was written since the start is put right
 * first, so that nothing expires, and nothing gets stuck, because a clock was set.
 */
import type { SteadyClock } from '../clock.js';
import type { Store } from '../domain/ports.js';
import type { Log } from '../log.js';

export interface ClockWatchOptions {
  readonly store: Store;
  readonly clock: SteadyClock;
  readonly log: Log;
  /** Told when the time of day has changed: what is due may be another. */
  readonly onLeap: () => void;
}

/** Less is drift, which a time service evens out all the time. */
const leastLeapMs = 2_000;

export class ClockWatch {
  readonly #options: ClockWatchOptions;

  constructor(options: ClockWatchOptions) {
    this.#options = options;
  }

  /** What is wrong with the machine's time of day, in words. */
  get problem(): string | undefined {
    const { clock } = this.#options;
    if (clock.isMachineSet) return undefined;
    return `the machine's clock has not been set: it is reckoned on from ${clock.since.toISOString()}, the last time that is known; a time service (timedatectl) sets it`;
  }

  /** To be called once, before anything waits; a clock that was put back meanwhile is allowed for. */
  start(): void {
    const { store, clock, log } = this.#options;
    const problem = this.problem;
    if (problem !== undefined) log.warn(problem);
    const now = clock.now();
    const latest = store.latestTime();
    if (latest === undefined) return;
    const aheadMs = latest.getTime() - now.getTime();
    if (aheadMs < leastLeapMs) return;
    store.shiftTimes({ from: now, to: latest, byMs: -aheadMs });
    log.warn(
      { seconds: Math.round(aheadMs / 1000) },
      "the machine's clock was put back by so much",
    );
  }

  /** To be called every second. Throws when the store cannot be written; the old time holds then. */
  look(): void {
    const { store, clock, log, onLeap } = this.#options;
    if (!clock.isMachineSet) return;
    const byMs = clock.leapMs;
    if (Math.abs(byMs) < leastLeapMs) {
      if (byMs !== 0) clock.evenOut();
      return;
    }
    store.shiftTimes({ from: clock.since, to: clock.now(), byMs });
    clock.follow();
    log.warn(
      { seconds: Math.round(byMs / 1000) },
      "the machine's clock was set: what waits keeps the time that it had left",
    );
    onLeap();
  }
}
