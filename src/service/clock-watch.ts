/**
 * Lets the services' time of day follow the machine's. Where that was set (a Raspberry Pi wakes in
 * 1970, or at the hour at which it was switched off) all that was written since the start is put right
 * first, so that nothing expires, and nothing gets stuck, because a clock was set.
 */
import { leastLeapMs, type SteadyClock } from '../clock.js';
import type { Store } from '../domain/ports.js';
import type { Log } from '../log.js';

export interface ClockWatchOptions {
  readonly store: Store;
  readonly clock: SteadyClock;
  readonly log: Log;
  /** Told when the time of day has changed: what is due may be another. */
  readonly onLeap: () => void;
}

/** So long a machine that starts has to be told the time. */
const graceMs = 10 * 60_000;

export class ClockWatch {
  readonly #options: ClockWatchOptions;
  readonly #startedMs: number;
  /** Whether the store knows that what is written may have to be put right. */
  #isDoubtNoted: boolean;

  constructor(options: ClockWatchOptions) {
    this.#options = options;
    const { store, clock } = options;
    this.#startedMs = clock.monotonicMs();
    const since = store.doubtedSince();
    this.#isDoubtNoted = since !== undefined;
    if (since !== undefined) clock.goOn(since, store.lastWrittenAt ?? since);
    const { problem } = this;
    if (problem !== undefined) options.log.warn(problem);
  }

  /** What is wrong with the machine's time of day, in words. */
  get problem(): string | undefined {
    const { clock } = this.#options;
    const { isMachineSet, doubtSince } = clock;
    if (isMachineSet && doubtSince === undefined) return undefined;
    const fault = isMachineSet
      ? 'is behind what was written here last'
      : 'has not been set since the machine started';
    return `the machine's clock ${fault}: time is reckoned on from ${clock.since.toISOString()}, and a time service (timedatectl) should set it`;
  }

  /** To be called every second. Throws when the store cannot be written; the old time holds then. */
  look(): void {
    const { clock } = this.#options;
    clock.wake();
    if (!clock.isMachineSet) {
      this.#noteDoubt(clock.since);
      if (this.#isGraceOver) clock.settle();
      return;
    }
    const byMs = clock.leapMs;
    if (Math.abs(byMs) < leastLeapMs) {
      this.#noteDoubt(undefined);
      clock.evenOut();
      return;
    }
    const isAwaited = byMs < 0 && clock.doubtSince !== undefined && !this.#isGraceOver;
    if (isAwaited) this.#noteDoubt(clock.since);
    else this.#follow(byMs);
  }

  /** A restart must not make times that are in doubt pass for right ones. */
  #noteDoubt(since: Date | undefined): void {
    const isDoubt = since !== undefined;
    if (isDoubt === this.#isDoubtNoted) return;
    this.#options.store.noteDoubtedSince(since);
    this.#isDoubtNoted = isDoubt;
  }

  get #isGraceOver(): boolean {
    return this.#options.clock.monotonicMs() - this.#startedMs >= graceMs;
  }

  #follow(byMs: number): void {
    const { store, clock, log, onLeap } = this.#options;
    const now = clock.now();
    // What would lie in the future was written by the clock that was ahead, be it before the start.
    const fromMs = Math.min(clock.since.getTime(), now.getTime() + byMs);
    store.shiftTimes({ from: byMs < 0 ? new Date(fromMs) : clock.since, to: now, byMs });
    this.#isDoubtNoted = false;
    clock.follow();
    log.warn(
      { seconds: Math.round(byMs / 1000) },
      "the machine's clock was set: what waits keeps the time that it had left",
    );
    onLeap();
  }
}
