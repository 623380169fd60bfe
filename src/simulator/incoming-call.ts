/**
 * Somebody calls the modem: it rings until it is hung up, and no message comes in meanwhile
 * (3GPP TS 27.007 §6.5, §7.6). Knows nothing of commands.
 */
import type { Timers } from './timers.js';

export interface Caller {
  readonly from: string;
  readonly everyMs: number;
  readonly tellsNumber: boolean;
}

export class IncomingCall {
  readonly #timers: Timers;
  readonly #ring: (caller: Caller) => void;
  #caller: Caller | undefined;

  constructor(timers: Timers, ring: (caller: Caller) => void) {
    this.#timers = timers;
    this.#ring = ring;
  }

  get ringing(): boolean {
    return this.#caller !== undefined;
  }

  /** Rings at once and each `everyMs`; a caller who finds the line busy gives up. */
  begin(caller: Caller): void {
    if (this.#caller === undefined) {
      this.#caller = caller;
      this.#ringOn(caller);
    }
  }

  hangUp(): void {
    this.#caller = undefined;
  }

  #ringOn(caller: Caller): void {
    if (this.#caller !== caller) {
      return;
    }
    this.#ring(caller);
    this.#timers.after(Math.max(1, caller.everyMs), () => this.#ringOn(caller));
  }
}
