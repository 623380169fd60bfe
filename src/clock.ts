/**
 * Time, handed in: the only file that touches Date, timers or performance.
 * Wall time is for records; monotonic time is for deadlines, since a Raspberry Pi
 * may wake in 1970 and jump.
 */
import { uptime } from 'node:os';

/** A timer that was set. `cancel` is idempotent. */
export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Wall time. */
  now(): Date;
  /** Milliseconds that never run backwards, from an arbitrary origin. */
  monotonicMs(): number;
  /** The same, but it goes on while the machine sleeps; coarser, and dearer to ask for. */
  uptimeMs(): number;
  /** Runs `callback` once, `delayMs` from now. */
  setTimer(delayMs: number, callback: () => void): Timer;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  // On Linux CLOCK_BOOTTIME, which counts the time asleep.
  uptimeMs: () => uptime() * 1_000,
  setTimer(delayMs, callback) {
    const handle = setTimeout(callback, delayMs);
    return { cancel: () => clearTimeout(handle) };
  },
};

/** Microseconds of the machine's CLOCK_MONOTONIC, as systemd reckons; for it alone. */
export function machineMonotonicUsec(): bigint {
  return process.hrtime.bigint() / 1_000n;
}

/** Before the program was written: a machine that says so has not been told the time yet. */
const earliestMs = Date.UTC(2025, 0, 1);

/** Less is drift, which a time service evens out all the time. */
export const leastLeapMs = 2_000;

/**
 * A time of day that goes on as the monotonic one does, whatever the machine's does meanwhile, until it
 * is told to follow. So nothing is decided by a clock that has just been set, before what was written
 * by the old one is put right.
 */
export class SteadyClock implements Clock {
  readonly #machine: Clock;
  #aheadMs: number;
  /** How far the uptime is ahead of the monotonic time: it grows while the machine sleeps. */
  #uptimeAheadMs: number;
  #since: Date;
  #doubtSince: Date | undefined;

  /**
   * `latest`: when something was written last. A machine whose clock is behind that (it was without
   * power, and has not been told the time yet) is not believed for now: time goes on from there.
   */
  constructor(machine: Clock, latest?: Date) {
    this.#machine = machine;
    this.#uptimeAheadMs = machine.uptimeMs() - machine.monotonicMs();
    const knownMs = Math.max(earliestMs, (latest?.getTime() ?? 0) + 1);
    const machineMs = machine.now().getTime();
    const isBehind = machineMs < earliestMs || machineMs < knownMs - leastLeapMs;
    this.#aheadMs = (isBehind ? knownMs : machineMs) - machine.monotonicMs();
    this.#since = this.now();
    this.#doubtSince = isBehind ? this.#since : undefined;
  }

  now(): Date {
    return new Date(this.#machine.monotonicMs() + this.#aheadMs);
  }

  monotonicMs(): number {
    return this.#machine.monotonicMs();
  }

  uptimeMs(): number {
    return this.#machine.uptimeMs();
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    return this.#machine.setTimer(delayMs, callback);
  }

  /** Goes on by the time that the machine slept since the last call, which was real time: no leap. */
  wake(): void {
    const uptimeAheadMs = this.#machine.uptimeMs() - this.#machine.monotonicMs();
    const asleepMs = uptimeAheadMs - this.#uptimeAheadMs;
    if (asleepMs < leastLeapMs) return;
    this.#aheadMs += asleepMs;
    this.#uptimeAheadMs = uptimeAheadMs;
  }

  /** Whether the machine's time of day can be true at all. */
  get isMachineSet(): boolean {
    return this.#machine.now().getTime() >= earliestMs;
  }

  /** Its start, by its own time: all that was written since is off by the same. */
  get since(): Date {
    return this.#since;
  }

  /**
   * Its start, as long as it is not known how much time passed before it: nobody can say whether what
   * was written until then has expired.
   */
  get doubtSince(): Date | undefined {
    return this.#doubtSince;
  }

  /**
   * Goes on as a clock did whose time was in doubt since `since`, and which wrote last at `latest`: so
   * a machine that is right by now is ahead of it, as it would be had that clock gone on.
   */
  goOn(since: Date, latest: Date): void {
    this.#aheadMs = latest.getTime() + 1 - this.#machine.monotonicMs();
    this.#since = since;
  }

  /** How far the machine's time of day is ahead of this one; negative: behind. */
  get leapMs(): number {
    return Math.round(this.#machine.now().getTime() - this.now().getTime());
  }

  /** Takes the machine's time of day, which was set; what was written before must be put right by then. */
  follow(): void {
    this.#since = new Date(this.#since.getTime() + this.leapMs);
    this.evenOut();
  }

  /** Takes the machine's time of day, which has drifted by a little. */
  evenOut(): void {
    this.#aheadMs = this.#machine.now().getTime() - this.#machine.monotonicMs();
    this.#doubtSince = undefined;
  }

  /** Goes on as it is: no better time is to be had. */
  settle(): void {
    this.#doubtSince = undefined;
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
