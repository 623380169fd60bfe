/**
 * The timers of one owner, so that they can end together when it restarts or closes.
 */
import type { Clock, Timer } from '../clock.js';

export class Timers {
  readonly #clock: Clock;
  readonly #pending = new Set<Timer>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs `callback` after `delayMs`; at once, without a timer, when there is nothing to wait for. */
  after(delayMs: number, callback: () => void): void {
    if (delayMs <= 0) {
      callback();
      return;
    }
    const timer = this.#clock.setTimer(delayMs, () => {
      this.#pending.delete(timer);
      callback();
    });
    this.#pending.add(timer);
  }

  /** Whatever was still to come does not. */
  cancelAll(): void {
    for (const timer of this.#pending) {
      timer.cancel();
    }
    this.#pending.clear();
  }
}
