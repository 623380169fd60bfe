/**
 * A clock that stands still until a test moves it.
 * Timers run in the order of their due time, and what they set going settles before the next one.
 * It knows nothing of what is under test.
 */
import type { Clock, Timer } from '../../src/clock.js';

interface PendingTimer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/** Lets promises, `nextTick`s and stream callbacks that are already due run to their end. */
async function settle(): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}

export class FakeClock implements Clock {
  #startMs: number;
  readonly #timers = new Set<PendingTimer>();
  readonly #settle: () => Promise<void>;
  #elapsedMs = 0;
  #asleepMs = 0;

  /**
   * @param start what `now()` says until time is moved
   * @param settled resolves when what is under way has come to rest; by default what this thread
   * can see of it
   */
  constructor(
    start: Date = new Date('2026-01-05T12:00:00.000Z'),
    settled: () => Promise<void> = settle,
  ) {
    this.#startMs = start.getTime();
    this.#settle = settled;
  }

  now(): Date {
    return new Date(this.#startMs + this.#elapsedMs);
  }

  monotonicMs(): number {
    return this.#elapsedMs;
  }

  uptimeMs(): number {
    return this.#elapsedMs + this.#asleepMs;
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    const timer = { dueMs: this.#elapsedMs + Math.max(0, delayMs), callback };
    this.#timers.add(timer);
    return {
      cancel: () => {
        this.#timers.delete(timer);
      },
    };
  }

  /** Sets the time of day forward by `ms`, or back; as much time has passed as before, and no timer runs. */
  jump(ms: number): void {
    this.#startMs += ms;
  }

  /** The machine sleeps for `ms`: its clock goes on, and no timer does. */
  sleepFor(ms: number): void {
    this.#asleepMs += ms;
    this.#startMs += ms;
  }

  /** Timers that are set and not yet due: a test may see that nothing was left behind. */
  get pendingTimers(): number {
    return this.#timers.size;
  }

  /**
   * Moves time on by `ms`, running what falls due on the way, timers that are set meanwhile
   * included. Promises settle before the first timer, between timers and after the last.
   */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#elapsedMs + ms;
    await this.#settle();
    for (;;) {
      const next = this.#firstDueBy(untilMs);
      if (next === undefined) {
        break;
      }
      this.#timers.delete(next);
      this.#elapsedMs = Math.max(this.#elapsedMs, next.dueMs);
      next.callback();
      await this.#settle();
    }
    this.#elapsedMs = untilMs;
  }

  /** The earliest timer due by `untilMs`; of two due together, the one set first. */
  #firstDueBy(untilMs: number): PendingTimer | undefined {
    let first: PendingTimer | undefined;
    for (const timer of this.#timers) {
      if (timer.dueMs <= untilMs && (first === undefined || timer.dueMs < first.dueMs)) {
        first = timer;
      }
    }
    return first;
  }
}
