/**
 * Power of the modem: on, off and on again. It knows what has to be told, not what it means to
 * those who are told.
 */
import type { Timers } from './timers.js';

export interface PowerConsumers {
  /** Outlive a loss of power: the world around the modem. */
  readonly worldTimers: Timers;
  /** Everything under way ends, unanswered; settings are forgotten. */
  lost(): void;
  /** The modem starts; `quietly`: without the lines that it says then. */
  started(quietly: boolean): void;
  /** Takes the port away; returns what puts it back. */
  unplug(): () => void;
  /** Says a line while it still can. */
  say(line: string): void;
}

const WARNING = 'UNDER-VOLTAGE WARNNING';
const LAST_WORDS = 'UNDER-VOLTAGE POWER DOWN';
const WARNING_EVERY_MS = 1_000;
/** From the last words to the end. */
const LAST_MS = 100;

export class PowerSupply {
  readonly #consumers: PowerConsumers;
  #on: boolean = true;

  constructor(consumers: PowerConsumers) {
    this.#consumers = consumers;
  }

  get on(): boolean {
    return this.#on;
  }

  /** Off and on in the same moment. */
  restart(quietly: boolean = false): void {
    this.#consumers.lost();
    this.#on = true;
    this.#consumers.started(quietly);
  }

  /**
   * Off for `forMs`, and the port with it. With `warnings` it is told before, one a second. The
   * words are SIMCom's (SIM800 hardware design §4.2.2), misspelt as there.
   */
  fail(forMs: number, warnings: number): void {
    if (warnings === 0) {
      this.#cut(forMs);
      return;
    }
    const { say, worldTimers } = this.#consumers;
    for (let count = 0; count < warnings; count += 1) {
      worldTimers.after(count * WARNING_EVERY_MS, () => say(WARNING));
    }
    const endMs = warnings * WARNING_EVERY_MS;
    worldTimers.after(endMs, () => say(LAST_WORDS));
    worldTimers.after(endMs + LAST_MS, () => this.#cut(forMs));
  }

  #cut(forMs: number): void {
    if (!this.#on) {
      return;
    }
    this.#on = false;
    this.#consumers.lost();
    const plugIn = this.#consumers.unplug();
    this.#consumers.worldTimers.after(forMs, () => {
      this.#on = true;
      plugIn();
      this.#consumers.started(false);
    });
  }
}
