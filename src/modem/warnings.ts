/**
 * What a modem says of its own well-being: supply and temperature (row 23). Outlives connections,
 * since a supply that is too weak takes the connection with it. Draws no conclusion.
 */
import type { Clock } from '../clock.js';
import type { LineMeaning } from './dialects/index.js';

const POWER: Partial<Record<LineMeaning, string>> = {
  'under-voltage':
    'the supply voltage is too low (brown-out): give it a stronger power supply or a powered USB hub',
  'over-voltage': 'the supply voltage is too high',
  'shut-down': 'it has switched itself off',
};

const TEMPERATURE: Partial<Record<LineMeaning, string>> = {
  'too-hot': 'it is too hot',
  'too-cold': 'it is too cold',
};

/** A warning about the supply is repeated by the modem while it holds; there is no all-clear. */
const POWER_WARNING_MS = 600_000;

export class Warnings {
  readonly #clock: Clock;
  #power: { readonly text: string; readonly sinceMs: number } | undefined;
  #temperature: string | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes a line's meaning; the sentence to be logged when it is a new warning. */
  hear(meaning: LineMeaning): string | undefined {
    const before = this.text;
    const power = POWER[meaning];
    if (power !== undefined) this.#power = { text: power, sinceMs: this.#clock.monotonicMs() };
    if (meaning === 'temperature-normal') this.#temperature = undefined;
    this.#temperature = TEMPERATURE[meaning] ?? this.#temperature;
    const now = this.text;
    return now === before ? undefined : now;
  }

  /** Whether the modem has complained of its supply lately. */
  get ofPower(): boolean {
    this.#forgetOld();
    return this.#power !== undefined;
  }

  /** All that holds, in words; undefined when nothing does. */
  get text(): string | undefined {
    this.#forgetOld();
    const all = [this.#power?.text, this.#temperature].filter((text) => text !== undefined);
    return all.length === 0 ? undefined : `the modem says: ${all.join('; ')}`;
  }

  #forgetOld(): void {
    const sinceMs = this.#power?.sinceMs;
    if (sinceMs !== undefined && this.#clock.monotonicMs() - sinceMs > POWER_WARNING_MS) {
      this.#power = undefined;
    }
  }
}
