/**
 * How the modems are, for whoever asks: the daemon's own API and, through the store, commands that
 * run beside it.
 */
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { ModemRecord, Store } from '../domain/ports.js';
import type { Log } from '../log.js';
import type { ModemStatus, PinMemory } from '../modem/ports.js';

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
      wasRefused: (pin) => modems.refusedPin(name) === hashOf(pin),
      noteRefused: (pin) => modems.setRefusedPin(name, hashOf(pin)),
    };
  }

  list(): readonly ModemRecord[] {
    return this.#options.store.modems.list();
  }
}

function recordOf(status: ModemStatus, updatedAt: string): ModemRecord {
  return {
    name: status.name,
    port: status.port,
    state: status.phase,
    problem: status.problem ?? null,
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
