/**
 * What the modem does with a PDU that comes in: store it, write it to the line or drop it, as
 * +CNMI and +CSMS say (3GPP TS 27.005 §3.4). Knows nothing of where PDUs come from.
 */
import type { Dialect } from './dialects/dialect.js';
import type { FaultBoard } from './fault.js';
import type { IncomingCall } from './incoming-call.js';
import {
  type MemoryName,
  MessageStatus,
  type MessageStore,
  type StoredMessage,
} from './message-store.js';
import { damaged } from './odd-deliver.js';
import { outlineOf, type PduOutline } from './pdu.js';
import type { SimulatorRecord } from './record.js';
import type { Settings } from './settings.js';
import type { Timers } from './timers.js';

/** How long a message may wait for its +CNMA before the network is told that it was not taken. */
const ACKNOWLEDGEMENT_MS = 15_000;
/** Indications kept back while `<mode>` is 0; the oldest goes first (27.005 §3.4.1). */
const KEPT_BACK = 100;
/** Huawei's words, for a modem that has none of its own. */
const MEMORY_FULL = '^SMMEMFULL: "{memory}"';

/** Whether the network may forget a PDU; what is not `taken` it keeps. */
export type Reception = 'taken' | 'memory-full' | 'busy';

/** What the receiver sees of the modem around it. */
export interface ReceiverSurroundings {
  readonly settings: Settings;
  readonly store: MessageStore;
  readonly faults: FaultBoard;
  readonly record: SimulatorRecord;
  readonly timers: Timers;
  readonly call: IncomingCall;
  dialect(): Dialect;
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
  /** It was said that the memory is full, and nothing has fitted in since. */
  #toldFull: boolean = false;

  constructor(surroundings: ReceiverSurroundings) {
    this.#surroundings = surroundings;
  }

  /** One PDU from the network; throws RangeError when it is not hexadecimal octets. */
  receive(hex: string): Reception {
    const outline = outlineOf(hex);
    if (this.#surroundings.call.ringing) {
      return 'busy';
    }
    const fault = this.#surroundings.faults.take('damaged-pdu');
    const pdu = fault === undefined ? outline : damaged(outline, fault.damage);
    return pdu.isStatusReport ? this.#receiveReport(pdu) : this.#receiveMessage(pdu);
  }

  /** Stores a message without the network; undefined when the memory is full. */
  store(hex: string, status: MessageStatus, announce: boolean): StoredMessage | undefined {
    const { hex: octets, tpduLength } = outlineOf(hex);
    const stored = this.#put(this.#receiving, { hex: octets, tpduLength, status });
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
      this.#recordDirect({ hex });
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
    const { settings, faults } = this.#surroundings;
    const { mt } = settings.indications;
    const announcement = mt === 0 ? undefined : '+CMTI';
    const lines = [
      `+CMT:${this.#surroundings.dialect().spelling.directMessage}${pdu.tpduLength}`,
      ...shown(pdu),
    ];
    if (faults.take('direct-and-stored') !== undefined) {
      this.#indicate(lines);
      // Without room for it, it was handed over all the same.
      if (this.#storeArrival(pdu, this.#receiving, announcement) !== 'taken') {
        this.#recordDirect(pdu);
      }
      return 'taken';
    }
    if (this.#goesToTheLine(pdu, mt) && this.#surroundings.isAttached()) {
      return this.#writeDirect(pdu, lines);
    }
    return this.#storeArrival(pdu, this.#receiving, announcement);
  }

  /**
   * Class 2 belongs on the SIM, whatever <mt> is, and 3 sends class 3 alone to the line (27.005
   * §3.4.1, table of <mt>). With nobody on the line the modem keeps a message rather than lose it.
   */
  #goesToTheLine(pdu: PduOutline, mt: number): boolean {
    return (mt === 2 && pdu.messageClass !== 2) || (mt === 3 && pdu.messageClass === 3);
  }

  #receiveReport(pdu: PduOutline): Reception {
    const { settings, record } = this.#surroundings;
    const { memories, spelling } = this.#surroundings.dialect();
    const { ds } = settings.indications;
    if (ds === 2) {
      return this.#storeArrival(pdu, memories.reports ?? this.#receiving, '+CDSI');
    }
    if (ds === 1 && this.#surroundings.isAttached()) {
      const header = `+CDS:${spelling.directReport}${pdu.tpduLength}`;
      return this.#writeDirect(pdu, [header, ...shown(pdu)]);
    }
    record.addArrival({ hex: pdu.hex, route: 'discarded', memory: undefined, index: undefined });
    return 'taken';
  }

  #writeDirect(pdu: PduOutline, lines: readonly string[]): Reception {
    const { settings, timers } = this.#surroundings;
    if (this.#unacknowledged !== undefined) {
      return 'busy';
    }
    if (settings.messageService !== 1) {
      this.#recordDirect(pdu);
      this.#indicate(lines);
      return 'taken';
    }
    const unacknowledged = { hex: pdu.hex };
    this.#unacknowledged = unacknowledged;
    timers.after(ACKNOWLEDGEMENT_MS, () => this.#acknowledgementMissed(unacknowledged));
    this.#indicate(lines);
    return 'taken';
  }

  #recordDirect({ hex }: { readonly hex: string }): void {
    const { record } = this.#surroundings;
    record.addArrival({ hex, route: 'direct', memory: undefined, index: undefined });
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

  #storeArrival(
    pdu: PduOutline,
    into: MemoryName,
    announcement: '+CMTI' | '+CDSI' | undefined,
  ): Reception {
    const { hex, tpduLength } = pdu;
    const stored = this.#put(into, { hex, tpduLength, status: MessageStatus.unread });
    if (stored === undefined) {
      this.#tellFull(into);
      return 'memory-full';
    }
    this.#toldFull = false;
    const { memory, index } = stored;
    this.#surroundings.record.addArrival({ hex: pdu.hex, route: 'stored', memory, index });
    if (announcement !== undefined) {
      this.#announce(announcement, stored);
    }
    return 'taken';
  }

  get #receiving(): MemoryName {
    return this.#surroundings.settings.memories[2];
  }

  #put(
    memory: MemoryName,
    message: Pick<StoredMessage, 'hex' | 'tpduLength' | 'status'>,
  ): StoredMessage | undefined {
    return this.#surroundings.store.put(memory, message);
  }

  /** Once, until there was room again: the network tries again after every command. */
  #tellFull(memory: MemoryName): void {
    const { faults, unsolicited } = this.#surroundings;
    const played = faults.lasting('sim-full') === undefined ? undefined : MEMORY_FULL;
    const words = this.#surroundings.dialect().memoryFull ?? played;
    if (words !== undefined && !this.#toldFull) {
      this.#toldFull = true;
      unsolicited([words.replace('{memory}', memory)]);
    }
  }

  #announce(announcement: '+CMTI' | '+CDSI', stored: StoredMessage): void {
    const { faults } = this.#surroundings;
    if (faults.take('lost-announcement') !== undefined) {
      return;
    }
    const misnamed = faults.take(
      'announce-index',
      ({ of }) => of === undefined || of === announcement,
    );
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

/** The line of a PDU; none where it was lost. */
export function shown({ hex }: { readonly hex: string }): readonly string[] {
  return hex === '' ? [] : [hex];
}
