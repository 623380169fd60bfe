/**
 * Time, handed in: the only file that touches Date, timers or performance.
 * Wall time is for records; monotonic time is for deadlines, since a Raspberry Pi
 * may wake in 1970 and jump.
 */

/** A timer that was set. `cancel` is idempotent. */
export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Wall time. */
  now(): Date;
  /** Milliseconds that never run backwards, from an arbitrary origin. */
  monotonicMs(): number;
  /** Runs `callback` once, `delayMs` from now. */
  setTimer(delayMs: number, callback: () => void): Timer;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  setTimer(delayMs, callback) {
    const handle = setTimeout(callback, delayMs);
    return { cancel: () => clearTimeout(handle) };
  },
};

/** Before the program was written: a machine that says so has not been told the time yet. */
const earliestMs = Date.UTC(2025, 0, 1);

/**
 * A time of day that goes on as the monotonic one does, whatever the machine's does meanwhile, until it
 * is told to follow. So nothing is decided by a clock that has just been set, before what was written
 * by the old one is put right.
 */
export class SteadyClock implements Clock {
  readonly #machine: Clock;
  #aheadMs: number;
  /** When it began or followed last, in its own time. */
  #since: Date;

  /** `latest`: when something was written last; a machine that has not been told the time goes on after it. */
  constructor(machine: Clock, latest?: Date) {
    this.#machine = machine;
    const startMs = this.isMachineSet
      ? machine.now().getTime()
      : Math.max(earliestMs, (latest?.getTime() ?? 0) + 1);
    this.#aheadMs = startMs - machine.monotonicMs();
    this.#since = this.now();
  }

  now(): Date {
    return new Date(this.#machine.monotonicMs() + this.#aheadMs);
  }

  monotonicMs(): number {
    return this.#machine.monotonicMs();
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    return this.#machine.setTimer(delayMs, callback);
  }

  /** Whether the machine's time of day can be true at all. */
  get isMachineSet(): boolean {
    return this.#machine.now().getTime() >= earliestMs;
  }

  /** When it began, or followed the machine last: all that was written since is off by the same. */
  get since(): Date {
    return this.#since;
  }

  /** How far the machine's time of day is ahead of this one; negative: behind. */
  get leapMs(): number {
    return Math.round(this.#machine.now().getTime() - this.now().getTime());
  }

  /** Takes the machine's time of day, which was set; what was written before must be put right by then. */
  follow(): void {
    this.evenOut();
    this.#since = this.now();
  }

  /** Takes the machine's time of day, which has drifted by a little. */
  evenOut(): void {
    this.#aheadMs = this.#machine.now().getTime() - this.#machine.monotonicMs();
  }
}

/** Resolves after `delayMs`, or at once when `signal` aborts; it never rejects. */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const finish = () => {
      timer.cancel();
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = clock.setTimer(delayMs, finish);
    signal?.addEventListener('abort', finish, { once: true });
  });
}
