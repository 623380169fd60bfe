/**
 * How the modems are, for whoever asks: the daemon's own API and, through the store, commands that
 * run beside it. Tells the router who is down; moves nothing itself.
 */
import type { Clock } from '../clock.js';
import type { ModemRecord, Store } from '../domain/ports.js';
import type { Log } from '../log.js';
import type { ModemPhase, ModemStatus, SignalQuality, Technology } from '../modem/ports.js';
import { type ModemSettings, type ModemSummary, summariseModems } from './modem-summary.js';

export interface ModemBoardOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** As configured, in that order. */
  readonly modems: readonly ModemSettings[];
}

/** A modem for the daemon's own API: what is stored of it, and what only this process knows. */
export interface ModemView extends ModemSummary {
  readonly dialect: string | null;
  readonly technology: Technology | null;
  readonly signal: SignalQuality | null;
  readonly temperatureC: number | null;
  readonly supplyMv: number | null;
  /** What it complains of: supply, temperature. */
  readonly warning: string | null;
}

/** What may be known of a modem without a key. */
export interface Readiness {
  readonly name: string;
  readonly state: ModemPhase;
  /** Since when it cannot send; null while it can. */
  readonly downSince: string | null;
}

interface Standing {
  readonly state: ModemPhase;
  /** Since when it cannot send, in monotonic time; undefined while it can. */
  readonly downSinceMs: number | undefined;
  /** The last one told; undefined until there is one. */
  readonly status?: ModemStatus;
}

export class ModemBoard {
  readonly #options: ModemBoardOptions;
  readonly #standings = new Map<string, Standing>();

  constructor(options: ModemBoardOptions) {
    this.#options = options;
    const downSinceMs = options.clock.monotonicMs();
    for (const { name } of options.modems) {
      this.#standings.set(name, { state: 'connecting', downSinceMs });
    }
  }

  /** Takes a modem's new status, for readiness and routing here and, in the store, for everyone. */
  update(status: ModemStatus): void {
    const { store, clock, log } = this.#options;
    const before = this.#standings.get(status.name)?.downSinceMs;
    const nowMs = clock.monotonicMs();
    const downSinceMs = status.phase === 'ready' ? undefined : (before ?? nowMs);
    this.#standings.set(status.name, { state: status.phase, downSinceMs, status });
    if (downSinceMs !== undefined && before === undefined && status.phase !== 'stopped') {
      log.warn(
        { modem: status.name, state: status.phase, problem: status.problem },
        'a modem cannot send any more',
      );
    } else if (before !== undefined && downSinceMs === undefined) {
      const seconds = Math.round((nowMs - before) / 1000);
      log.info({ modem: status.name, seconds }, 'a modem can send, after so many seconds');
    }
    const record = recordOf(status, this.#downSince(downSinceMs), clock.now().toISOString());
    try {
      store.transaction(() => store.modems.save(record));
    } catch (error) {
      // The daemon says once that the database cannot be used.
      const isTold = store.noteFailure(error) !== undefined;
      log[isTold ? 'debug' : 'error'](
        { modem: status.name, err: error },
        'the state of the modem is not kept',
      );
    }
  }

  /** Whether at least one modem can send now. */
  anyReady(): boolean {
    return [...this.#standings.values()].some(({ downSinceMs }) => downSinceMs === undefined);
  }

  /** Since how many milliseconds a modem cannot send; undefined while it can, for ever if not configured. */
  downForMs(name: string): number | undefined {
    const standing = this.#standings.get(name);
    if (standing === undefined) return Number.POSITIVE_INFINITY;
    if (standing.downSinceMs === undefined) return undefined;
    return this.#options.clock.monotonicMs() - standing.downSinceMs;
  }

  readiness(): readonly Readiness[] {
    return [...this.#standings].map(([name, { state, downSinceMs }]) => ({
      name,
      state,
      downSince: this.#downSince(downSinceMs),
    }));
  }

  /** Each modem with its last status; that is undefined until there is one. */
  standings(): readonly { name: string; state: ModemPhase; status: ModemStatus | undefined }[] {
    return [...this.#standings].map(([name, { state, status }]) => ({ name, state, status }));
  }

  list(): readonly ModemView[] {
    return summariseModems(this.#options).map((summary) => {
      const status = this.#standings.get(summary.name)?.status;
      return {
        ...summary,
        dialect: status?.dialect ?? null,
        technology: status?.technology ?? null,
        signal: status?.signal ?? null,
        temperatureC: status?.temperatureC ?? null,
        supplyMv: status?.supplyMv ?? null,
        warning: status?.warning ?? null,
      };
    });
  }

  /** The time of day, which may have been set since. */
  #downSince(downSinceMs: number | undefined): string | null {
    if (downSinceMs === undefined) return null;
    const { clock } = this.#options;
    const forMs = clock.monotonicMs() - downSinceMs;
    return new Date(clock.now().getTime() - Math.round(forMs)).toISOString();
  }
}

function recordOf(status: ModemStatus, downSince: string | null, updatedAt: string): ModemRecord {
  return {
    name: status.name,
    port: status.port,
    state: status.phase,
    // A modem that works and complains has a problem too, for whoever reads the store.
    problem: status.problem ?? status.warning ?? null,
    manufacturer: status.manufacturer ?? null,
    model: status.model ?? null,
    imei: status.imei ?? null,
    operator: status.operator ?? null,
    registration: status.registration,
    signalDbm: status.signalDbm ?? null,
    simUsed: status.simUsed ?? null,
    simTotal: status.simTotal ?? null,
    downSince,
    updatedAt,
  };
}
