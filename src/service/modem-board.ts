/**
 * How the modems are, for whoever asks: the daemon's own API and, through the store, commands that
 * run beside it.
 */
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { ModemRecord, Store } from '../domain/ports.js';
import type { Log } from '../log.js';
import type { ModemStatus, PinMemory, SignalQuality, Technology } from '../modem/ports.js';

/** A modem for the daemon's own API: what is stored of it, and what only this process knows. */
export interface ModemView extends ModemRecord {
  readonly dialect: string | null;
  readonly technology: Technology | null;
  readonly signal: SignalQuality | null;
  readonly temperatureC: number | null;
  readonly supplyMv: number | null;
  /** What it complains of: supply, temperature. */
  readonly warning: string | null;
}

export class ModemBoard {
  readonly #options: { readonly store: Store; readonly clock: Clock; readonly log: Log };
  readonly #latest = new Map<string, ModemStatus>();

  constructor(options: { readonly store: Store; readonly clock: Clock; readonly log: Log }) {
    this.#options = options;
  }

  /** Takes a modem's new status, for readiness here and, in the store, for everyone. */
  update(status: ModemStatus): void {
    const { store, clock, log } = this.#options;
    this.#latest.set(status.name, status);
    try {
      store.modems.save(recordOf(status, clock.now().toISOString()));
    } catch (error) {
      log.error(
        { modem: status.name, err: error },
        'the store cannot be written: the state of the modem is not kept',
      );
    }
  }

  /** Whether at least one modem can send now. */
  anyReady(): boolean {
    return [...this.#latest.values()].some((status) => status.phase === 'ready');
  }

  /** What keeps a wrong PIN from locking the SIM, one try a restart. */
  pinMemory(name: string): PinMemory {
    const { modems } = this.#options.store;
    const hashOf = (pin: string) => createHash('sha256').update(`${name}:${pin}`).digest('hex');
    return {
      recall: (pin) => {
        const mark = modems.refusedPin(name);
        if (mark === hashOf(pin)) return 'refused';
        return mark === TRIED + hashOf(pin) ? 'tried' : undefined;
      },
      keep: (pin, state) => {
        const mark = state === 'tried' ? TRIED + hashOf(pin) : hashOf(pin);
        modems.setRefusedPin(name, state === undefined ? null : mark);
      },
    };
  }

  list(): readonly ModemView[] {
    return this.#options.store.modems.list().map((record) => {
      const status = this.#latest.get(record.name);
      return {
        ...record,
        dialect: status?.dialect ?? null,
        technology: status?.technology ?? null,
        signal: status?.signal ?? null,
        temperatureC: status?.temperatureC ?? null,
        supplyMv: status?.supplyMv ?? null,
        warning: status?.warning ?? null,
      };
    });
  }
}

/** Before the hash of a PIN of which it is not known whether the SIM took it. */
const TRIED = 'tried:';

function recordOf(status: ModemStatus, updatedAt: string): ModemRecord {
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
    updatedAt,
  };
}
