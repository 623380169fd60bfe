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
import { ModemSession } from './modem-session.js';
import type { Inbox, ModemPhase, ModemStatus, PinMemory, SubmissionSource } from './ports.js';
import { PinAttempt } from './sim-pin.js';
import { Submitter } from './submitter.js';
import { type Connect, type Transport, TransportError } from './transport.js';
import { WakeUp } from './wake-up.js';

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
  readonly #wakeUp = new WakeUp();
  readonly #stopping = new AbortController();
  #status: ModemStatus;
  #channel: AtChannel | undefined;
  #running: Promise<void> | undefined;
  #attempts = 0;
  #silentConnections = 0;

  constructor(options: ModemOptions) {
    this.#options = options;
    const { name, port, source, clock, log } = options;
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
    };
  }

  get status(): ModemStatus {
    return this.#status;
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
      }
      if (!this.#isStopping) await sleep(clock, this.#nextDelayMs(), this.#stopping.signal);
    }
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #connectAndWork(): Promise<void> {
    if (this.#status.phase === 'stopped') this.#update({ phase: 'connecting', problem: undefined });
    const transport = await this.#open();
    this.#update({ phase: 'connecting', problem: undefined });
    const { clock, log } = this.#options;
    const channel = new AtChannel(transport, { clock, log });
    this.#channel = channel;
    void channel.closed.then(() => this.#wakeUp.call());
    try {
      await this.#newSession(channel).run();
    } catch (error) {
      if (error instanceof AtError && error.code === 'TIMEOUT') await this.#noteSilence();
      // The loss of the port says more than what it did to the command of that moment.
      throw channel.closeError ?? error;
    } finally {
      this.#channel = undefined;
      await channel.close();
    }
  }

  async #open(): Promise<Transport> {
    const { clock, connect } = this.#options;
    const opening = new AbortController();
    const giveUp = () => opening.abort(this.#stopping.signal.reason);
    this.#stopping.signal.addEventListener('abort', giveUp, { once: true });
    const timer = clock.setTimer(OPEN_TIMEOUT_MS, () => {
      opening.abort(new TransportError('it took too long to open'));
    });
    try {
      return await connect(opening.signal);
    } finally {
      timer.cancel();
      this.#stopping.signal.removeEventListener('abort', giveUp);
    }
  }

  #newSession(channel: AtChannel): ModemSession {
    const { name, clock, log, pollSeconds, init, inbox } = this.#options;
    return new ModemSession(channel, {
      name,
      clock,
      log,
      pollSeconds,
      init,
      inbox,
      pin: this.#pin,
      submitter: this.#submitter,
      wakeUp: this.#wakeUp,
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
    await this.#channel?.writeBlindly('AT+CFUN=1,1\r');
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
  simUsed: undefined,
  simTotal: undefined,
} satisfies Partial<ModemStatus>;

function sameStatus(one: ModemStatus, other: ModemStatus): boolean {
  const keys = Object.keys(one) as (keyof ModemStatus)[];
  return keys.every((key) => one[key] === other[key]);
}

/** One plain sentence, with the remedy where one is known. */
function describe(error: unknown): string {
  if (error instanceof TransportError && error.hint !== undefined) {
    return `${error.message}; ${error.hint}`;
  }
  return error instanceof Error ? error.message : String(error);
}
