/**
 * Whether a modem's work moves. Before each wait the work says how long that may last at most; when it
 * is overdue it hangs, though everything else in the process may go on. A modem that is gone or slow
 * moves as long as its waits end. Knows nothing of what is waited for.
 */
import type { Clock } from '../clock.js';

/** Of a machine that is busy with something else. */
const GRACE_MS = 5_000;
/** Nothing between two exchanges with a modem waits longer; the answer to a USSD code takes most. */
export const LONGEST_PAUSE_MS = 60_000;

export class Pulse {
  readonly #clock: Clock;
  #dueMs = Number.POSITIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The work has come here, and goes on within `withinMs`. */
  beat(withinMs: number): void {
    this.#dueMs = this.#clock.monotonicMs() + withinMs + GRACE_MS;
  }

  /** The work has ended, and nothing is expected any more. */
  end(): void {
    this.#dueMs = Number.POSITIVE_INFINITY;
  }

  /** For how long it has been overdue; 0: it moves. */
  get overdueMs(): number {
    return Math.max(0, this.#clock.monotonicMs() - this.#dueMs);
  }
}
