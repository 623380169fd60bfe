/** A sleep that can be ended early, and remembers a call that came while nobody slept. */
import type { Clock } from '../clock.js';

export class WakeUp {
  #called: boolean = false;
  #wake: (() => void) | undefined;

  /** Ends the sleep under way, or makes the next one end at once. */
  call(): void {
    this.#called = true;
    this.#wake?.();
  }

  /** Resolves when called, or after `delayMs`. One sleeper at a time. */
  sleep(clock: Clock, delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        timer.cancel();
        this.#wake = undefined;
        this.#called = false;
        resolve();
      };
      const timer = clock.setTimer(delayMs, wake);
      this.#wake = wake;
      if (this.#called) wake();
    });
  }
}
