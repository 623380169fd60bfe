/**
 * A GSM modem with its SIM and its network, made of software: what users try their applications
 * on and our tests take as the oracle (3GPP TS 27.005, 27.007). This file puts the parts together:
 *
 *   line -- CommandInterpreter -- commands/* -- MessageStore, SimCard, Settings
 *                |                    |
 *           unsolicited <-- Receiver <-- Network (messages to the modem, reports)
 *
 * It knows bytes only; `in-memory.ts`, `pty.ts` and `tcp.ts` carry them.
 */
import type { Clock } from '../clock.js';
import type { Device } from './command.js';
import { CommandInterpreter } from './command-interpreter.js';
import { pduPrompt } from './commands/message-sending.js';
import { type Fault, FaultBoard, type FaultOf } from './fault.js';
import { MessageStatus, MessageStore, type StoredMessage } from './message-store.js';
import { Network } from './network.js';
import { Receiver } from './receiver.js';
import { type RecordedSubmit, SimulatorRecord } from './record.js';
import { powerOnSettings, REGISTRATION_COMMANDS } from './settings.js';
import { SimCard } from './sim-card.js';
import { Timers } from './timers.js';

export interface SimulatedModemOptions {
  readonly clock: Clock;
  /** From Ctrl-Z to `+CMGS`; default 0: at once. */
  readonly submitLatencyMs?: number;
  /** From the end of any command line to its answer; default 0. */
  readonly commandLatencyMs?: number;
  /** Of each memory; default 30. While all are taken the network keeps what comes. */
  readonly storeSlots?: number;
  /** Of the first slot; default 1. */
  readonly firstIndex?: number;
  /** The SIM asks for it; after three wrong tries it asks for the PUK. */
  readonly pin?: string;
  readonly puk?: string;
  readonly manufacturer?: string;
  readonly model?: string;
  readonly revision?: string;
  readonly imei?: string;
  readonly imsi?: string;
  readonly iccid?: string;
  readonly operator?: string;
  readonly ownNumber?: string;
  /** The number of the service centre, as +CSCA tells it. */
  readonly serviceCentre?: string;
  /** `<stat>` of +CREG; default 1, registered at home. */
  readonly registration?: number;
  /** `<rssi>` of +CSQ; default 20. */
  readonly signal?: number;
  /** What +CMGF is after power-on; default 0. */
  readonly powerOnMessageFormat?: 0 | 1;
  /** For SUBMITs that ask for a report; `status` is TP-ST. Default: delivered, at once. */
  readonly statusReports?: { readonly delayMs: number; readonly status: number } | false;
  /** What the network answers to USSD codes. */
  readonly ussdAnswers?: Readonly<Record<string, string>>;
}

/** A byte line to the modem, as a cable is. */
export interface SimulatorLine {
  /** Takes bytes from the modem; never blocks and never throws. */
  write(bytes: Uint8Array): void;
  /** Sets the one listener for bytes to the modem. */
  onData(listener: (bytes: Uint8Array) => void): void;
}

/** The length that a prompt found open was asked for: the longest that there is. */
const FOREIGN_PROMPT_OCTETS = 164;

export class SimulatedModem {
  /** All that the modem was handed and what became of it; never cleared. */
  readonly record: SimulatorRecord;
  readonly #clock: Clock;
  readonly #device: Device;
  readonly #interpreter: CommandInterpreter;
  readonly #network: Network;
  readonly #store: MessageStore;
  readonly #receiver: Receiver;
  readonly #faults = new FaultBoard();
  /** Those of the modem end with a restart, those of the network only with `close()`. */
  readonly #modemTimers: Timers;
  readonly #networkTimers: Timers;
  readonly #powerOn: () => void;
  #line: SimulatorLine | undefined;
  #silent: boolean = false;

  constructor(options: SimulatedModemOptions) {
    const { clock } = options;
    this.#clock = clock;
    this.record = new SimulatorRecord(clock);
    this.#modemTimers = new Timers(clock);
    this.#networkTimers = new Timers(clock);
    this.#store = new MessageStore(options.storeSlots ?? 30, options.firstIndex ?? 1);

    const settings = powerOnSettings(options.powerOnMessageFormat ?? 0);
    const resetSettings = () => {
      Object.assign(settings, powerOnSettings(options.powerOnMessageFormat ?? 0));
    };
    const card = new SimCard(options.pin, options.puk ?? '12345678');
    const unsolicited = (lines: readonly string[]) => this.#interpreter.unsolicited(lines);

    this.#network = new Network(
      {
        operator: options.operator ?? 'Simulated Network',
        serviceCentre: options.serviceCentre ?? '+447700900000',
        registration: options.registration ?? 1,
        signal: options.signal ?? 20,
        statusReports: options.statusReports ?? { delayMs: 0, status: 0 },
        ussdAnswers: options.ussdAnswers ?? { '*100#': 'Your balance is 10.00' },
      },
      {
        clock,
        timers: this.#networkTimers,
        reachable: () => card.state === 'READY' && settings.functionality === 1,
        receive: (hex) => this.#receiver.receive(hex),
      },
    );
    const isAttached = () => this.#line !== undefined && !this.#silent;
    this.#receiver = new Receiver({
      settings,
      store: this.#store,
      faults: this.#faults,
      record: this.record,
      timers: this.#modemTimers,
      isAttached,
      unsolicited,
      giveBack: (hex, reason) => this.#network.takeBack(hex, reason),
    });
    this.#device = {
      identity: {
        manufacturer: options.manufacturer ?? 'Stopgate',
        model: options.model ?? 'Simulated Modem',
        revision: options.revision ?? '1.0',
        imei: options.imei ?? '490154203237518',
        imsi: options.imsi ?? '001010123456789',
        iccid: options.iccid ?? '8944500102198304826',
        ownNumber: options.ownNumber,
      },
      settings,
      card,
      store: this.#store,
      receiver: this.#receiver,
      network: this.#network,
      record: this.record,
      faults: this.#faults,
      submitLatencyMs: options.submitLatencyMs ?? 0,
      resetSettings,
      restart: () => this.restart(),
      unsolicited,
    };
    this.#interpreter = new CommandInterpreter({
      device: this.#device,
      timers: this.#modemTimers,
      commandLatencyMs: options.commandLatencyMs ?? 0,
      write: (bytes) => this.#write(bytes),
      commandEnded: () => this.#network.deliverWaiting(),
    });
    this.#powerOn = () => {
      resetSettings();
      card.powerCycle();
      this.#receiver.powerCycle();
    };
  }

  /**
   * Connects a line and returns what takes it off again. There is one at a time: throws Error
   * when another is on. What the modem holds and was set to outlives a line, even an open prompt.
   */
  attach(line: SimulatorLine): () => void {
    if (this.#line !== undefined) {
      throw new Error('the simulated modem is on another line; detach that first');
    }
    this.#line = line;
    this.#silent = false;
    line.onData((bytes) => {
      if (this.#line === line && !this.#silent) {
        this.#interpreter.feed(bytes);
      }
    });
    return () => {
      if (this.#line === line) {
        this.#line = undefined;
      }
    };
  }

  get attached(): boolean {
    return this.#line !== undefined;
  }

  /**
   * A text comes from the network, in as many parts as it needs. `from` is a number or up to 11
   * characters; `timestamp` is the service centre's, by default now. Throws RangeError for what
   * no message can hold.
   */
  receive(message: {
    readonly from: string;
    readonly text: string;
    readonly timestamp?: Date;
  }): void {
    this.#network.sendText({ ...message, timestamp: message.timestamp ?? this.#clock.now() });
  }

  /** The same with octets (service centre and TPDU); throws RangeError for no row of octets. */
  receivePdu(hex: string): void {
    this.#network.sendPdu(hex);
  }

  /**
   * Puts a PDU into the memory that messages are received into, without the network; throws Error
   * when it is full.
   */
  storePdu(
    hex: string,
    options: { readonly announce?: boolean; readonly status?: MessageStatus } = {},
  ): StoredMessage {
    const { announce = false, status = MessageStatus.unread } = options;
    const stored = this.#receiver.store(hex, status, announce);
    if (stored === undefined) {
      throw new Error(`all ${this.#store.slotsPerMemory} slots of the simulated memory are taken`);
    }
    return stored;
  }

  /** Writes a line as no answer to anything: `^RSSI: 15`, `RING`. */
  unsolicited(line: string): void {
    this.#interpreter.unsolicited([line]);
  }

  /**
   * As after a brown-out: whatever was under way is never answered, settings are those of
   * power-on, the SIM asks for its PIN again. Stored messages stay.
   */
  restart(): void {
    this.#modemTimers.cancelAll();
    this.#interpreter.reset();
    this.#silent = false;
    this.#powerOn();
    const { identity, card } = this.#device;
    this.unsolicited(/huawei/i.test(identity.manufacturer) ? '^BOOT:0,0,0,0,0' : 'RDY');
    this.unsolicited(`+CPIN: ${card.state}`);
    this.#network.deliverWaiting();
  }

  /** Told of every PDU handed over, when it is; returns what ends that. */
  onSubmit(listener: (submit: RecordedSubmit) => void): () => void {
    return this.record.onEntry((entry) => {
      if (entry.kind === 'submit') {
        listener(entry);
      }
    });
  }

  /** Plays a fault of real modems, at once or when its moment comes. */
  play(fault: Fault): void {
    if (fault.kind === 'silent') {
      this.#silent = true;
    } else if (fault.kind === 'stuck-at-prompt') {
      // No command line of this record opened it.
      this.#interpreter.openPrompt(pduPrompt(this.#device, FOREIGN_PROMPT_OCTETS, 0), 0);
    } else if (fault.kind === 'unsolicited-flood' && 'everyMs' in fault) {
      this.#flood(fault, 0);
    } else {
      this.#faults.put(fault);
    }
  }

  /** All stored messages, those on the SIM first. */
  get stored(): readonly StoredMessage[] {
    return [...this.#store.all('SM'), ...this.#store.all('ME')];
  }

  /** PDUs that the network keeps until the modem has room and can be reached. */
  get waiting(): readonly string[] {
    return this.#network.waiting;
  }

  get ownNumber(): string | undefined {
    return this.#device.identity.ownNumber;
  }

  /** `<stat>` of +CREG. A change is told on the line where that was asked for. */
  get registration(): number {
    return this.#network.registration;
  }

  set registration(stat: number) {
    this.#network.registration = stat;
    for (const name of REGISTRATION_COMMANDS) {
      if (this.#device.settings.registrationReporting[name] > 0) {
        this.unsolicited(`${name}: ${stat}`);
      }
    }
    this.#network.deliverWaiting();
  }

  /** `<rssi>` of +CSQ. */
  get signal(): number {
    return this.#network.signal;
  }

  set signal(rssi: number) {
    this.#network.signal = rssi;
  }

  /** Ends every timer; nothing happens by itself any more. Idempotent. */
  close(): void {
    this.#modemTimers.cancelAll();
    this.#networkTimers.cancelAll();
    this.#line = undefined;
  }

  #flood(
    fault: FaultOf<'unsolicited-flood'> & { readonly everyMs: number },
    written: number,
  ): void {
    const { lines, everyMs, count = Number.POSITIVE_INFINITY } = fault;
    const line = lines[written % lines.length];
    if (line === undefined || written >= count) {
      return;
    }
    this.#modemTimers.after(Math.max(1, everyMs), () => {
      this.unsolicited(line);
      this.#flood(fault, written + 1);
    });
  }

  #write(bytes: Uint8Array): void {
    if (!this.#silent) {
      this.#line?.write(bytes);
    }
  }
}
