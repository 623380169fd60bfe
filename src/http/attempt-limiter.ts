/**
 * Counts attempts per address in windows of time, for a bounded number of addresses: guesses of keys
 * and links, codes asked for. In memory alone; it must not know what is attempted.
 */
import type { Clock } from '../clock.js';

const maxAddresses = 1_000;

export class AttemptLimiter {
  readonly #clock: Clock;
  readonly #max: number;
  readonly #windowMs: number;
  readonly #windows = new Map<string, { endsMs: number; attempts: number }>();

  /** `max` attempts in each window are free. */
  constructor(
    clock: Clock,
    { max, windowMs }: { readonly max: number; readonly windowMs: number },
  ) {
    this.#clock = clock;
    this.#max = max;
    this.#windowMs = windowMs;
  }

  /** Notes an attempt; seconds to wait when there were too many, else 0. */
  count(address: string): number {
    const nowMs = this.#clock.monotonicMs();
    let window = this.#windows.get(address);
    if (!window || window.endsMs <= nowMs) {
      window = { endsMs: nowMs + this.#windowMs, attempts: 0 };
      this.#windows.delete(address);
      this.#windows.set(address, window);
      const oldest = this.#windows.keys().next().value;
      if (this.#windows.size > maxAddresses && oldest !== undefined) this.#windows.delete(oldest);
    }
    window.attempts += 1;
    return window.attempts > this.#max ? Math.ceil((window.endsMs - nowMs) / 1_000) : 0;
  }
}
