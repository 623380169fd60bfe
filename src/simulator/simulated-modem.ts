/**
 * A GSM modem with its SIM and its network, made of software: what users try their applications
 * on and our tests take as the oracle (3GPP TS 27.005, 27.007). This file puts the parts together:
 *
 *   line -- Uart -- CommandInterpreter -- commands/* -- MessageStore, SimCard, Settings
 *     ^                    |                    |
 *     '-- Chatter ---- unsolicited <-- Receiver <-- Network (messages to the modem, reports)
 *                                                    FaultPlayer reaches into all of them
 *
 * It knows bytes only; `in-memory.ts`, `pty.ts` and `tcp.ts` carry them.
 */
import type { Clock } from '../clock.js';
import { startChatter } from './chatter.js';
import type { Device } from './command.js';
import { CommandInterpreter } from './command-interpreter.js';
import { registrationReports } from './commands/network.js';
import { quotedNumber } from './commands/sim-card.js';
import { changed, type Dialect, type DialectChange } from './dialects/dialect.js';
import { dialectNamed } from './dialects/index.js';
import { type Fault, FaultBoard } from './fault.js';
import { FaultPlayer } from './fault-player.js';
import type { Caller } from './incoming-call.js';
import { makeDevice } from './make-device.js';
import { MessageStatus, type StoredMessage } from './message-store.js';
import type { SimulatedModemOptions } from './options.js';
import { type RecordedSubmit, SimulatorRecord } from './record.js';
import { Timers } from './timers.js';
import { type SimulatorLine, Uart } from './uart.js';

export type { SimulatedModemOptions } from './options.js';
export type { SimulatorLine } from './uart.js';

/** Any modem that a port can be put on: this one, or one that is replayed. */
export type Attachable = Pick<SimulatedModem, 'attach' | 'attached'>;

export class SimulatedModem {
  /** All that the modem was handed and what became of it; never cleared. */
  readonly record: SimulatorRecord;
  readonly #clock: Clock;
  readonly #device: Device;
  readonly #uart: Uart;
  readonly #interpreter: CommandInterpreter;
  readonly #player: FaultPlayer;
  /** Those of the modem end with a restart, those of the world only with `close()`. */
  readonly #modemTimers: Timers;
  readonly #worldTimers: Timers;
  /** As chosen, and as it is with what faults have changed. */
  readonly #ownDialect: Dialect;
  #dialect: Dialect;

  /** Throws RangeError for a dialect that there is none of. */
  constructor(options: SimulatedModemOptions) {
    const { clock } = options;
    this.#clock = clock;
    this.#ownDialect = dialectNamed(options.dialect ?? 'generic');
    this.#dialect = this.#ownDialect;
    this.record = new SimulatorRecord(clock);
    this.#modemTimers = new Timers(clock);
    this.#worldTimers = new Timers(clock);
    const faults = new FaultBoard();
    this.#uart = new Uart({
      clock,
      faults,
      received: (bytes) => this.#interpreter.feed(bytes),
      restartCommands: () => this.#dialect.restartCommands,
      restartHeard: () => this.restart(),
    });
    this.#device = makeDevice(options, {
      faults,
      record: this.record,
      uart: this.#uart,
      modemTimers: this.#modemTimers,
      worldTimers: this.#worldTimers,
      dialect: () => this.#dialect,
      unsolicited: (lines) => this.#interpreter.unsolicited(lines),
      powerLost: () => this.#losePower(),
      powerBack: (quietly) => this.#start(quietly),
      ring: (caller) => this.#ring(caller),
    });
    this.#interpreter = new CommandInterpreter({
      device: this.#device,
      timers: this.#modemTimers,
      commandLatencyMs: options.commandLatencyMs ?? 0,
      write: (bytes) => this.#uart.write(bytes),
      commandEnded: () => this.#device.network.deliverWaiting(),
    });
    this.#player = new FaultPlayer({
      device: this.#device,
      interpreter: this.#interpreter,
      uart: this.#uart,
      modemTimers: this.#modemTimers,
      worldTimers: this.#worldTimers,
      registrationChanged: () => this.#tellRegistration(),
      changeDialect: (change) => this.#changeDialect(change),
    });
    startChatter(this.#device, this.#modemTimers);
  }

  /**
   * Connects a line and returns what takes it off again. There is one at a time: throws Error
   * when another is on. What the modem holds and was set to outlives a line, even an open prompt.
   */
  attach(line: SimulatorLine): () => void {
    return this.#uart.attach(line);
  }

  get attached(): boolean {
    return this.#uart.attached;
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
    const timestamp = message.timestamp ?? this.#clock.now();
    this.#device.network.sendText({ ...message, timestamp });
  }

  /** The same with octets (service centre and TPDU); throws RangeError for no row of octets. */
  receivePdu(hex: string): void {
    this.#device.network.sendPdu(hex);
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
    const { receiver, store } = this.#device;
    const stored = receiver.store(hex, status, announce);
    if (stored === undefined) {
      throw new Error(`all ${store.slotsPerMemory} slots of the simulated memory are taken`);
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
    this.#device.power.restart();
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
    this.#player.play(fault);
  }

  /** Ends all faults that were played and go on. */
  calm(): void {
    this.#player.calm();
  }

  /** All stored messages, those on the SIM first. */
  get stored(): readonly StoredMessage[] {
    const { store } = this.#device;
    return [...store.all('SM'), ...store.all('ME'), ...store.all('SR')];
  }

  /** PDUs that the network keeps until the modem has room and can be reached. */
  get waiting(): readonly string[] {
    return this.#device.network.waiting;
  }

  get ownNumber(): string | undefined {
    return this.#device.identity.ownNumber;
  }

  /**
   * `<stat>` of +CREG. A change is told on the line where that was asked for. What is set ends the
   * faults of the registration.
   */
  get registration(): number {
    return this.#device.network.registration;
  }

  set registration(stat: number) {
    const { faults, network } = this.#device;
    for (let fault = faults.lasting('registration'); fault !== undefined; ) {
      faults.remove(fault);
      fault = faults.lasting('registration');
    }
    network.registration = stat;
    this.#tellRegistration();
  }

  /** `<rssi>` of +CSQ. */
  get signal(): number {
    return this.#device.network.signal;
  }

  set signal(rssi: number) {
    this.#device.network.signal = rssi;
  }

  /** Ends every timer; nothing happens by itself any more. Idempotent. */
  close(): void {
    this.#modemTimers.cancelAll();
    this.#worldTimers.cancelAll();
    this.#uart.close();
  }

  #tellRegistration(): void {
    for (const line of registrationReports(this.#device)) {
      this.unsolicited(line);
    }
    this.#device.network.deliverWaiting();
  }

  #losePower(): void {
    this.#modemTimers.cancelAll();
    this.#interpreter.reset();
  }

  #start(quietly: boolean): void {
    const { card, receiver, network, resetSettings } = this.#device;
    this.record.addRestart();
    this.#uart.restarted();
    resetSettings();
    card.powerCycle();
    receiver.powerCycle();
    for (const line of quietly ? [] : this.#dialect.banner) {
      this.unsolicited(line.replace('{lock}', card.state));
    }
    startChatter(this.#device, this.#modemTimers);
    network.deliverWaiting();
  }

  #ring({ from, tellsNumber }: Caller): void {
    this.unsolicited('RING');
    const { settings } = this.#device;
    if (tellsNumber || settings.callerIdentification === 1) {
      this.unsolicited(`+CLIP: ${quotedNumber(from, settings)}`);
    }
  }

  /** What is set at power-on is set now, too: the modem has always been so. */
  #changeDialect(change: DialectChange | undefined): void {
    const { settings, store } = this.#device;
    const before = this.#dialect;
    this.#dialect = change === undefined ? this.#ownDialect : changed(before, change);
    const { memories, messageService } = this.#dialect;
    if (memories.firstIndex !== before.memories.firstIndex) {
      store.firstIndex = memories.firstIndex;
    }
    if (messageService.powerOn !== before.messageService.powerOn) {
      settings.messageService = messageService.powerOn;
    }
  }
}
