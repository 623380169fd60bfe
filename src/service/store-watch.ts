/**
 * Tells the operator that the database cannot be used, once, and that it can again; finds that out by
 * itself. What waits for the database looks again by itself too.
 */
import type { Clock } from '../clock.js';
import type { Store } from '../domain/ports.js';
import type { StoreFailure } from '../domain/store-failure.js';
import type { Log } from '../log.js';

export interface StoreWatchOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Told when the database can be used again. */
  readonly onUsable: () => void;
}

export class StoreWatch {
  readonly #options: StoreWatchOptions;
  /** What was told, and since when (monotonic) it cannot be used. */
  #told: { readonly kind: StoreFailure['kind']; readonly sinceMs: number } | undefined;

  constructor(options: StoreWatchOptions) {
    this.#options = options;
  }

  /** To be called every second. Never throws. */
  look(): void {
    const { clock, log, onUsable } = this.#options;
    const failure = this.#failure();
    const told = this.#told;
    if (failure === undefined) {
      if (told === undefined) return;
      this.#told = undefined;
      const seconds = Math.round((clock.monotonicMs() - told.sinceMs) / 1000);
      log.info({ seconds }, 'the database can be used again, after so many seconds');
      onUsable();
    } else if (failure.kind !== told?.kind) {
      this.#told = { kind: failure.kind, sinceMs: told?.sinceMs ?? clock.monotonicMs() };
      log.error(
        { reason: failure.kind },
        `${failure.what}; nothing is sent and what modems hold stays there until it works again: ${failure.remedy}`,
      );
    }
  }

  /** A failure that was noted is looked at again: what was wrong may be over. */
  #failure(): StoreFailure | undefined {
    const { store } = this.#options;
    const noted = store.failure();
    // What was never told is told, be it over by now.
    if (noted === undefined || this.#told === undefined) return noted;
    try {
      store.probe();
      return undefined;
    } catch (error) {
      return store.noteFailure(error) ?? noted;
    }
  }
}
