/**
 * The mobile network as this modem meets it: registration, the messages on their way to it, the
 * references of those it sends and the reports on them (3GPP TS 23.040 §3.2, §9.2.3.6).
 * Knows nothing of commands or of how the modem stores what it receives.
 */
import type { Clock } from '../clock.js';
import { encodeDeliver, encodeStatusReport, type Submit } from '../sms/index.js';
import type { FaultBoard } from './fault.js';
import { withTimestamp, withTypeOfAddress } from './odd-deliver.js';
import { outlineOf } from './pdu.js';
import type { Reception } from './receiver.js';
import type { Timers } from './timers.js';
import { UssdService } from './ussd.js';

/** When the network tries again what the modem refused. */
const RETRY_MS = 60_000;

export interface NetworkOptions {
  readonly operator: string;
  readonly serviceCentre: string;
  /** `<stat>` of +CREG. */
  readonly registration: number;
  /** `<rssi>` of +CSQ. */
  readonly signal: number;
  /** Reports on messages that ask for one; `status` is TP-ST. */
  readonly statusReports: { readonly delayMs: number; readonly status: number } | false;
  /** What the network answers to a USSD code. */
  readonly ussdAnswers: Readonly<Record<string, string>>;
}

export interface NetworkSurroundings {
  readonly clock: Clock;
  /** The network's own: a restart of the modem does not end them. */
  readonly timers: Timers;
  readonly faults: FaultBoard;
  /** Whether the modem can be reached or can send at all. */
  reachable(): boolean;
  receive(hex: string): Reception;
}

/** 27.007 §7.2 `<stat>`: home, roaming, and both for messages only. */
const REGISTERED = new Set([1, 5, 6, 7]);

export class Network {
  readonly operator: string;
  /** The number that +CSCA names. */
  serviceCentre: string;
  /** `<rssi>` of +CSQ: 0 to 31, 99 for unknown. */
  signal: number;
  readonly ussd: UssdService;
  readonly #options: NetworkOptions;
  readonly #surroundings: NetworkSurroundings;
  #registration: number;
  #waiting: string[] = [];
  #nextReference = 0;
  #nextConcatReference = 0;
  #delivering: boolean = false;
  #deliverAgain: boolean = false;

  constructor(options: NetworkOptions, surroundings: NetworkSurroundings) {
    this.#options = options;
    this.operator = options.operator;
    this.serviceCentre = options.serviceCentre;
    this.#registration = options.registration;
    this.signal = options.signal;
    this.ussd = new UssdService(options.ussdAnswers);
    this.#surroundings = surroundings;
  }

  /** `<stat>` of +CREG: that of the fault in force, played last, else the network's own. */
  get registration(): number {
    return this.#surroundings.faults.lasting('registration')?.stat ?? this.#registration;
  }

  set registration(stat: number) {
    this.#registration = stat;
  }

  /** Whether messages go in and out. */
  get inService(): boolean {
    return REGISTERED.has(this.registration) && this.#surroundings.reachable();
  }

  /** PDUs that the modem could not take yet, in order of their arrival. */
  get waiting(): readonly string[] {
    return this.#waiting;
  }

  /** A text to this modem, all of its parts; throws RangeError for what no message can hold. */
  sendText(message: { from: string; text: string; timestamp: Date }): void {
    const { faults, timers } = this.#surroundings;
    const sender = faults.take('sender');
    const parts = encodeDeliver({
      from: sender?.from ?? message.from,
      text: message.text,
      timestamp: { utc: message.timestamp, offsetMinutes: 0 },
      concatReference: this.#nextConcatReference,
      smsc: this.#options.serviceCentre,
    });
    if (parts.length > 1) {
      this.#nextConcatReference = (this.#nextConcatReference + 1) % 256;
    }
    const octets = faults.take('timestamp')?.octets;
    const pdus = parts.map(({ hex }) => {
      const timed = octets === undefined ? hex : withTimestamp(hex, octets);
      const { typeOfAddress } = sender ?? {};
      return typeOfAddress === undefined ? timed : withTypeOfAddress(timed, typeOfAddress);
    });
    const route = pdus.length > 1 ? faults.take('parts') : undefined;
    if (route === undefined) {
      this.#waiting.push(...pdus);
      this.deliverWaiting();
      return;
    }
    for (const [position, number] of route.order.entries()) {
      const hex = pdus[number - 1];
      if (hex !== undefined) {
        timers.after(position * route.everyMs, () => this.sendPdu(hex));
      }
    }
  }

  /** One PDU to this modem; throws RangeError when it is no row of octets. */
  sendPdu(hex: string): void {
    this.#waiting.push(outlineOf(hex).hex);
    this.deliverWaiting();
  }

  /** The modem did not take it after all; a refusal is respected for a while. */
  takeBack(hex: string, reason: 'timeout' | 'refused'): void {
    this.#surroundings.timers.after(reason === 'refused' ? RETRY_MS : 0, () => this.sendPdu(hex));
  }

  /** Tries what waits, in order: when the modem can be reached again, or has room. */
  deliverWaiting(): void {
    // An announcement can bring a command at once, and that command can make room.
    this.#deliverAgain = true;
    if (this.#delivering) {
      return;
    }
    this.#delivering = true;
    try {
      while (this.#deliverAgain && this.inService) {
        this.#deliverAgain = false;
        const attempted = this.#waiting;
        this.#waiting = [];
        const kept = attempted.filter((hex) => this.#surroundings.receive(hex) !== 'taken');
        this.#waiting = [...kept, ...this.#waiting];
      }
    } finally {
      this.#delivering = false;
    }
  }

  /** Takes a SUBMIT: `<mr>`, 0 to 255 and round again. */
  takeSubmit(): number {
    const reference = this.#nextReference;
    this.#nextReference = (reference + 1) % 256;
    return reference;
  }

  /** Sends the report on a SUBMIT that was taken at `takenAt`, if it asked for one. */
  reportOn(submit: Submit, reference: number, takenAt: Date): void {
    const { statusReports, serviceCentre } = this.#options;
    if (!submit.statusReportRequested || statusReports === false) {
      return;
    }
    const { clock, timers } = this.#surroundings;
    timers.after(statusReports.delayMs, () => {
      const { hex } = encodeStatusReport({
        reference,
        to: submit.to.value,
        timestamp: { utc: takenAt, offsetMinutes: 0 },
        dischargeTime: { utc: clock.now(), offsetMinutes: 0 },
        status: statusReports.status,
        smsc: serviceCentre,
      });
      this.sendPdu(hex);
    });
  }
}
