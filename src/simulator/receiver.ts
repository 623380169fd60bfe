/**
 * What the modem does with a PDU that comes in: store it, write it to the line or drop it, as
 * +CNMI and +CSMS say (3GPP TS 27.005 §3.4). Knows nothing of where PDUs come from.
 */
import type { FaultBoard } from './fault.js';
import {
  type Memory,
  MessageStatus,
  type MessageStore,
  type StoredMessage,
} from './message-store.js';
import { outlineOf, type PduOutline } from './pdu.js';
import type { SimulatorRecord } from './record.js';
import type { Settings } from './settings.js';
import type { Timers } from './timers.js';

/** How long a message may wait for its +CNMA before the network is told that it was not taken. */
const ACKNOWLEDGEMENT_MS = 15_000;
/** Indications kept back while `<mode>` is 0; the oldest goes first (27.005 §3.4.1). */
const KEPT_BACK = 100;

/** Whether the network may forget a PDU; what is not `taken` it keeps. */
export type Reception = 'taken' | 'memory-full' | 'busy';

/** What the receiver sees of the modem around it. */
export interface ReceiverSurroundings {
  readonly settings: Settings;
  readonly store: MessageStore;
  readonly faults: FaultBoard;
  readonly record: SimulatorRecord;
  readonly timers: Timers;
  /** Whether anybody is on the line. */
  isAttached(): boolean;
  unsolicited(lines: readonly string[]): void;
  /** A PDU that was written to the line and not acknowledged goes back to the network. */
  giveBack(hex: string, reason: 'timeout' | 'refused'): void;
}

export class Receiver {
  readonly #surroundings: ReceiverSurroundings;
  /** The PDU whose +CNMA is awaited. */
  #unacknowledged: { readonly hex: string } | undefined;
  #keptBack: (readonly string[])[] = [];

  constructor(surroundings: ReceiverSurroundings) {
    this.#surroundings = surroundings;
  }

  /** One PDU from the network; throws RangeError when it is not hexadecimal octets. */
  receive(hex: string): Reception {
    const pdu = outlineOf(hex);
    return pdu.isStatusReport ? this.#receiveReport(pdu) : this.#receiveMessage(pdu);
  }

  /** Stores a message without the network; undefined when the memory is full. */
  store(hex: string, status: MessageStatus, announce: boolean): StoredMessage | undefined {
    const { hex: octets, tpduLength } = outlineOf(hex);
    const stored = this.#put({ hex: octets, tpduLength, status });
    if (stored !== undefined && announce) {
      this.#announce('+CMTI', stored);
    }
    return stored;
  }

  /** +CNMA; false when nothing waits for it. */
  acknowledge(taken: boolean): boolean {
    if (this.#unacknowledged === undefined) {
      return false;
    }
    const { hex } = this.#unacknowledged;
    this.#unacknowledged = undefined;
    if (taken) {
      this.#surroundings.record.addArrival({
        hex,
        route: 'direct',
        memory: undefined,
        index: undefined,
      });
    } else {
      this.#surroundings.giveBack(hex, 'refused');
    }
    return true;
  }

  /** `<mode>` was set: what was kept back is written, or thrown away as `<bfr>` says. */
  indicationsSet(): void {
    const { mode, bfr } = this.#surroundings.settings.indications;
    if (mode === 0) {
      return;
    }
    const kept = this.#keptBack;
    this.#keptBack = [];
    for (const lines of bfr === 0 ? kept : []) {
      this.#surroundings.unsolicited(lines);
    }
  }

  /** Power was off: what was on its way to the line is the network's again. */
  powerCycle(): void {
    this.#keptBack = [];
    const unacknowledged = this.#unacknowledged;
    this.#unacknowledged = undefined;
    if (unacknowledged !== undefined) {
      this.#surroundings.giveBack(unacknowledged.hex, 'timeout');
    }
  }

  #receiveMessage(pdu: PduOutline): Reception {
    const { settings } = this.#surroundings;
    // Class 2 belongs on the SIM, whatever <mt> is (27.005 §3.4.1, table of <mt>). With nobody on
    // the line the modem keeps a message rather than lose it.
    if (
      settings.indications.mt === 2 &&
      pdu.messageClass !== 2 &&
      this.#surroundings.isAttached()
    ) {
      return this.#writeDirect(pdu, [`+CMT: ,${pdu.tpduLength}`, pdu.hex]);
    }
    return this.#storeArrival(pdu, settings.indications.mt === 0 ? undefined : '+CMTI');
  }

  #receiveReport(pdu: PduOutline): Reception {
    const { settings, record } = this.#surroundings;
    const { ds } = settings.indications;
    if (ds === 2) {
      return this.#storeArrival(pdu, '+CDSI');
    }
    if (ds === 1 && this.#surroundings.isAttached()) {
      return this.#writeDirect(pdu, [`+CDS: ${pdu.tpduLength}`, pdu.hex]);
    }
    record.addArrival({ hex: pdu.hex, route: 'discarded', memory: undefined, index: undefined });
    return 'taken';
  }

  #writeDirect(pdu: PduOutline, lines: readonly string[]): Reception {
    const { settings, record, timers } = this.#surroundings;
    if (this.#unacknowledged !== undefined) {
      return 'busy';
    }
    if (settings.messageService === 0) {
      record.addArrival({ hex: pdu.hex, route: 'direct', memory: undefined, index: undefined });
      this.#indicate(lines);
      return 'taken';
    }
    const unacknowledged = { hex: pdu.hex };
    this.#unacknowledged = unacknowledged;
    timers.after(ACKNOWLEDGEMENT_MS, () => this.#acknowledgementMissed(unacknowledged));
    this.#indicate(lines);
    return 'taken';
  }

  /** Without +CNMA in time the modem stops writing to the line (27.005 §3.4.4). */
  #acknowledgementMissed(missed: { readonly hex: string }): void {
    if (this.#unacknowledged !== missed) {
      return;
    }
    this.#unacknowledged = undefined;
    const { settings } = this.#surroundings;
    settings.indications = { ...settings.indications, mt: 0, ds: 0 };
    this.#surroundings.giveBack(missed.hex, 'timeout');
  }

  #storeArrival(pdu: PduOutline, announcement: '+CMTI' | '+CDSI' | undefined): Reception {
    const stored = this.#put({
      hex: pdu.hex,
      tpduLength: pdu.tpduLength,
      status: MessageStatus.unread,
    });
    if (stored === undefined) {
      return 'memory-full';
    }
    const { memory, index } = stored;
    this.#surroundings.record.addArrival({ hex: pdu.hex, route: 'stored', memory, index });
    if (announcement !== undefined) {
      this.#announce(announcement, stored);
    }
    return 'taken';
  }

  #put(message: Pick<StoredMessage, 'hex' | 'tpduLength' | 'status'>): StoredMessage | undefined {
    const { settings, store } = this.#surroundings;
    const receiving: Memory = settings.memories[2];
    return store.put(receiving, message);
  }

  #announce(announcement: '+CMTI' | '+CDSI', stored: StoredMessage): void {
    const { faults } = this.#surroundings;
    if (faults.take('lost-announcement') !== undefined) {
      return;
    }
    const misnamed = faults.take('announce-index');
    this.#indicate([`${announcement}: "${stored.memory}",${misnamed?.index ?? stored.index}`]);
  }

  #indicate(lines: readonly string[]): void {
    if (this.#surroundings.settings.indications.mode !== 0) {
      this.#surroundings.unsolicited(lines);
      return;
    }
    this.#keptBack.push(lines);
    if (this.#keptBack.length > KEPT_BACK) {
      this.#keptBack.shift();
    }
  }
}
