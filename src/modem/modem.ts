/**
 * One modem, from start to stop: opens its port, works on it, opens it again when it is lost.
 * Owns the connection's life and the status; the work is modem-session.ts's. PDUs pass through
 * unread.
 *
 *   Modem --connect--> Transport --> AtChannel --> ModemSession (initialise, read, submit)
 *     ^--- back-off ------------------ lost <-----------'
 */
import { type Clock, sleep } from '../clock.js';
import type { Log } from '../log.js';
import { AtChannel } from './at-channel.js';
import { AtError } from './at-error.js';
import { Deletions } from './deletions.js';
import { dialectOf, type Pacing } from './dialects/index.js';
import { ModemSession } from './modem-session.js';
import type {
  Inbox,
  ModemPhase,
  ModemStatus,
  PinMemory,
  SubmissionSource,
  UssdAnswer,
} from './ports.js';
import { LONGEST_PAUSE_MS, Pulse } from './pulse.js';
import { PinAttempt } from './sim-pin.js';
import { Submitter } from './submitter.js';
import { type Connect, openWithin, TransportError } from './transport.js';
import { UssdQueue } from './ussd.js';
import { WakeUp } from './wake-up.js';
import { Warnings } from './warnings.js';

/** How long to wait before the port is opened again. */
export interface BackOff {
  readonly minMs: number;
  readonly maxMs: number;
  /** From 0 up to 1; spreads what would else happen all at once. */
  readonly random: () => number;
}

export interface ModemOptions {
  readonly name: string;
  /** As configured; shown, never opened (that is `connect`'s). */
  readonly port: string;
  readonly connect: Connect;
  readonly pin?: string | undefined;
  readonly pinMemory?: PinMemory | undefined;
  readonly pollSeconds: number;
  /** `auto` (the default), or the name of a dialect or a family: see dialects/index.ts. */
  readonly dialect?: string | undefined;
  /** For a line without flow control; undefined: as the dialect has it. */
  readonly pacing?: Pacing | undefined;
  /** AT lines of the user's own, sent after ours. */
  readonly init: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  readonly source: SubmissionSource;
  readonly inbox: Inbox;
  /** Called on each change, never twice with the same values. */
  readonly onStatus: (status: ModemStatus) => void;
  readonly backOff?: BackOff | undefined;
}

const DEFAULT_BACK_OFF: BackOff = { minMs: 1_000, maxMs: 60_000, random: Math.random };
const OPEN_TIMEOUT_MS = 20_000;
/** After so many connections in a row without an answer the modem is told to restart. */
const SILENT_CONNECTIONS_BEFORE_RESTART = 3;

export class Modem {
  readonly #options: ModemOptions;
  readonly #submitter: Submitter;
  readonly #pin: PinAttempt;
  readonly #ussd = new UssdQueue();
  readonly #warnings: Warnings;
  readonly #deletions: Deletions;
  readonly #wakeUp = new WakeUp();
  readonly #pulse: Pulse;
  readonly #stopping = new AbortController();
  #status: ModemStatus;
  #channel: AtChannel | undefined;
  #running: Promise<void> | undefined;
  #attempts = 0;
  #silentConnections = 0;
  #reset: string;

  /** @throws RangeError for a dialect that there is not */
  constructor(options: ModemOptions) {
    this.#options = options;
    this.#reset = dialectOf(options.dialect ?? 'auto', undefined, undefined).reset;
    this.#warnings = new Warnings(options.clock);
    this.#pulse = new Pulse(options.clock);
    const { name, port, source, inbox, clock, log } = options;
    this.#deletions = new Deletions(inbox, log);
    this.#submitter = new Submitter({ modem: name, source, clock, log });
    this.#pin = new PinAttempt(options.pin, options.pinMemory);
    this.#status = {
      ...UNKNOWN,
      name,
      port,
      phase: 'stopped',
      problem: undefined,
      manufacturer: undefined,
      model: undefined,
      revision: undefined,
      imei: undefined,
      imsi: undefined,
      dialect: undefined,
      warning: undefined,
    };
  }

  get status(): ModemStatus {
    return this.#status;
  }

  /** For how long the work has been overdue where it waits; 0: it moves, whatever the modem does. */
  get overdueMs(): number {
    return this.#pulse.overdueMs;
  }

  /** Begins; returns at once. To be called once. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** There may be new work: the source is asked as soon as the modem can send. */
  wake(): void {
    this.#wakeUp.call();
  }

  /**
   * Asks the network something, such as `*100#` for the balance, between two submissions. Never
   * rejects: 45 s without an answer, or a modem that cannot be asked, is an answer too.
   * @throws RangeError for a code of other characters than digits, `*` and `#`
   */
  ussd(code: string, signal: AbortSignal): Promise<UssdAnswer> {
    if (!/^[0-9*#]{1,160}$/.test(code)) {
      throw new RangeError('a USSD code has digits, * and # only, such as *100#');
    }
    const { phase, problem } = this.#status;
    if (phase !== 'ready') {
      return Promise.resolve({
        status: 'unavailable',
        problem: problem ?? `the modem is ${phase}, not ready`,
      });
    }
    const answer = this.#ussd.ask(code, signal);
    this.#wakeUp.call();
    return answer;
  }

  /**
   * Ends the work: waits for the submission under way, settles it, releases the port.
   * Aborting `hurry` cuts the wait short; the submission is settled as `unknown` then.
   */
  async stop(hurry?: AbortSignal): Promise<void> {
    this.#stopping.abort();
    this.#wakeUp.call();
    if (!this.#submitter.busy) await this.#channel?.close();
    const cut = () => void this.#channel?.close();
    if (hurry?.aborted) cut();
    hurry?.addEventListener('abort', cut, { once: true });
    await this.#running;
    this.#ussd.abandon('the modem was stopped');
    hurry?.removeEventListener('abort', cut);
    this.#update({ ...UNKNOWN, phase: 'stopped', problem: undefined });
  }

  async #run(): Promise<void> {
    const { clock, log } = this.#options;
    while (!this.#isStopping) {
      try {
        await this.#connectAndWork();
      } catch (error) {
        if (this.#isStopping) break;
        const problem = describe(error);
        log.warn({ err: error }, 'the modem is not available');
        this.#update({ ...UNKNOWN, phase: 'down', problem });
        this.#ussd.abandon(problem);
      }
      if (this.#isStopping) break;
      const delayMs = this.#nextDelayMs();
      this.#pulse.beat(delayMs);
      await sleep(clock, delayMs, this.#stopping.signal);
    }
    this.#pulse.end();
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #connectAndWork(): Promise<void> {
    if (this.#status.phase === 'stopped') this.#update({ phase: 'connecting', problem: undefined });
    const { clock, log, connect } = this.#options;
    const signal = this.#stopping.signal;
    this.#pulse.beat(OPEN_TIMEOUT_MS);
    const transport = await openWithin(OPEN_TIMEOUT_MS, connect, { clock, signal });
    this.#update({ phase: 'connecting', problem: undefined });
    const channel = new AtChannel(transport, { clock, log, pulse: this.#pulse });
    this.#channel = channel;
    void channel.closed.then(() => this.#wakeUp.call());
    const session = this.#newSession(channel);
    try {
      await session.run();
    } catch (error) {
      this.#reset = session.dialect.reset;
      if (error instanceof AtError && error.code === 'TIMEOUT') await this.#noteSilence();
      // The loss of the port says more than what it did to the command of that moment.
      const cause = channel.closeError ?? error;
      throw session.isSubmitting || this.#warnings.ofPower ? new BrownOut(cause) : cause;
    } finally {
      this.#pulse.beat(LONGEST_PAUSE_MS);
      this.#channel = undefined;
      await channel.close();
    }
  }

  #newSession(channel: AtChannel): ModemSession {
    const { name, clock, log, pollSeconds, init, inbox, pacing } = this.#options;
    const { dialect = 'auto' } = this.#options;
    return new ModemSession(channel, {
      name,
      clock,
      log,
      pollSeconds,
      init,
      dialect,
      pacing,
      inbox,
      deletions: this.#deletions,
      pin: this.#pin,
      ussd: this.#ussd,
      warnings: this.#warnings,
      submitter: this.#submitter,
      wakeUp: this.#wakeUp,
      pulse: this.#pulse,
      stopping: () => this.#isStopping,
      found: (findings) => this.#update(findings),
      entered: (phase, problem) => this.#enter(phase, problem),
    });
  }

  #enter(phase: ModemPhase, problem: string | undefined): void {
    if (phase === 'ready') {
      this.#attempts = 0;
      this.#silentConnections = 0;
    }
    if (this.#status.phase !== phase || this.#status.problem !== problem) {
      this.#options.log.info({ phase, problem }, 'modem');
    }
    this.#update({ phase, problem });
  }

  /** The last rung of the ladder, each time that some connections in a row stayed silent. */
  async #noteSilence(): Promise<void> {
    this.#silentConnections += 1;
    if (this.#silentConnections % SILENT_CONNECTIONS_BEFORE_RESTART !== 0) return;
    this.#options.log.error('the modem answers nothing; it is told to restart');
    await this.#channel?.writeBlindly(`${this.#reset}\r`);
  }

  /** Doubles with each attempt, from 1 s to 60 s, with up to a quarter of jitter. */
  #nextDelayMs(): number {
    const { minMs, maxMs, random } = this.#options.backOff ?? DEFAULT_BACK_OFF;
    const delayMs = Math.min(maxMs, minMs * 2 ** Math.min(this.#attempts, 16));
    this.#attempts += 1;
    return delayMs * (1 - 0.25 * random());
  }

  #update(changes: Partial<ModemStatus>): void {
    const next = { ...this.#status, ...changes };
    if (sameStatus(next, this.#status)) return;
    this.#status = next;
    try {
      this.#options.onStatus(next);
    } catch (error) {
      this.#options.log.error({ err: error }, 'a status could not be passed on');
    }
  }
}

/** What is not known of a modem that does not answer; its identity stays as it was told. */
const UNKNOWN = {
  operator: undefined,
  registration: 'unknown',
  signalDbm: undefined,
  signal: undefined,
  technology: undefined,
  temperatureC: undefined,
  supplyMv: undefined,
  simUsed: undefined,
  simTotal: undefined,
} satisfies Partial<ModemStatus>;

function sameStatus(one: ModemStatus, other: ModemStatus): boolean {
  const keys = Object.keys(one) as (keyof ModemStatus)[];
  return keys.every((key) => one[key] === other[key]);
}

/**
 * The connection went as it goes when the supply breaks down: in the middle of a submission, when a
 * modem draws most, or after a complaint of too little voltage (row 23).
 */
class BrownOut extends Error {
  override readonly name = 'BrownOut';

  constructor(override readonly cause: unknown) {
    super(
      `${describe(cause)}; it went while it was sending or had complained of its supply, which ` +
        'looks like a brown-out: give it a stronger power supply or a powered USB hub',
    );
  }
}

/** One plain sentence, with the remedy where one is known. */
function describe(error: unknown): string {
  if (error instanceof TransportError && error.hint !== undefined) {
    return `${error.message}; ${error.hint}`;
  }
  return error instanceof Error ? error.message : String(error);
}
