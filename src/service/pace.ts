/**
 * How fast each SIM may send: a part pushes the next one off by a gap that is always the same, so that
 * no minute and no hour ever holds more than is allowed, and none holds it all at its beginning. What a
 * modem was given, as the store knows it, is the only memory beyond this process.
 */
import type { Clock, Timer } from '../clock.js';
import type { Store } from '../domain/ports.js';

/** What the carrier tolerates; 0: no limit. */
export interface Limits {
  readonly perMinute: number;
  readonly perHour: number;
}

export interface PacesOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly modems: readonly (Limits & { readonly name: string })[];
  /** Told when a modem that had to wait may ask again. */
  readonly wake: (modem: string) => void;
}

/** No limit reaches further back. */
const hourMs = 3_600_000;

/** Milliseconds from one part to the next; 0 where there is no limit. */
export function gapMs({ perMinute, perHour }: Limits): number {
  return Math.max(perMinute > 0 ? 60_000 / perMinute : 0, perHour > 0 ? hourMs / perHour : 0);
}

/**
 * How long after `nowMs` the next part may go, from when earlier ones did (oldest first, wall time).
 * A wall clock that was put back makes them lie in the future: then it is one gap.
 */
export function owedMs(limits: Limits, sentMs: readonly number[], nowMs: number): number {
  const gap = gapMs(limits);
  if (sentMs.some((at) => at > nowMs)) return gap;
  const freeMs = sentMs.reduce((free, at) => Math.max(free, at) + gap, Number.NEGATIVE_INFINITY);
  return Math.max(0, freeMs - nowMs);
}

/** The same from what the store says of a modem's last hour. */
export function owedByModem(store: Store, modem: string, limits: Limits, nowMs: number): number {
  if (gapMs(limits) === 0) return 0;
  const since = new Date(nowMs - hourMs).toISOString();
  const sentMs = store.messages.claimTimes(modem, since).map((at) => Date.parse(at));
  return owedMs(limits, sentMs, nowMs);
}

/** When each modem may send next, in monotonic time. */
export class Paces {
  readonly #options: PacesOptions;
  /** When the next part of a modem may go. */
  readonly #freeAtMs = new Map<string, number>();
  readonly #alarms = new Map<string, Timer>();

  constructor(options: PacesOptions) {
    this.#options = options;
  }

  /** How long until the modem's next part may go; 0: now. */
  waitMs(modem: string): number {
    return Math.max(0, this.#freeAt(modem) - this.#options.clock.monotonicMs());
  }

  /** A part goes, in its turn or ahead of it. */
  count(modem: string): void {
    const nowMs = this.#options.clock.monotonicMs();
    const freeAtMs = Math.max(this.#freeAt(modem), nowMs) + gapMs(this.#limitsOf(modem));
    this.#freeAtMs.set(modem, freeAtMs);
  }

  /** A part that was counted never left the modem. */
  takeBack(modem: string): void {
    this.#freeAtMs.set(modem, this.#freeAt(modem) - gapMs(this.#limitsOf(modem)));
  }

  /** The modem is to be told as soon as its next part may go. */
  wakeWhenFree(modem: string): void {
    const { clock, wake } = this.#options;
    this.#alarms.get(modem)?.cancel();
    const alarm = clock.setTimer(this.waitMs(modem), () => {
      this.#alarms.delete(modem);
      wake(modem);
    });
    this.#alarms.set(modem, alarm);
  }

  /** The limits may have changed: what the store knows of what went is reckoned with anew. */
  forget(): void {
    this.close();
    this.#freeAtMs.clear();
  }

  /** Nobody is told any more. */
  close(): void {
    for (const alarm of this.#alarms.values()) alarm.cancel();
    this.#alarms.clear();
  }

  /**
   * What went before this process counts, but for one gap at most: a wall clock that jumped in between
   * must not hold a modem up for longer.
   */
  #freeAt(modem: string): number {
    const known = this.#freeAtMs.get(modem);
    if (known !== undefined) return known;
    const { store, clock } = this.#options;
    const limits = this.#limitsOf(modem);
    const owed = owedByModem(store, modem, limits, clock.now().getTime());
    const freeAtMs = clock.monotonicMs() + Math.min(owed, gapMs(limits));
    this.#freeAtMs.set(modem, freeAtMs);
    return freeAtMs;
  }

  #limitsOf(modem: string): Limits {
    const settings = this.#options.modems.find(({ name }) => name === modem);
    return settings ?? { perMinute: 0, perHour: 0 };
  }
}
