/**
 * AT commands over one open connection, one at a time, as promises.
 * Owns the transport, the deadlines and the resynchronisation; what the lines mean to the
 * exchange is at-exchange.ts, what the commands are for is nobody's business here.
 */
import { checkpoint } from '../checkpoint.js';
import { type Clock, sleep, type Timer } from '../clock.js';
import type { Log } from '../log.js';
import { AtError } from './at-error.js';
import {
  type AtCommand,
  AtExchange,
  type ExchangeEffect,
  type ExchangeResult,
  type InformationLine,
} from './at-exchange.js';
import type { Pacing } from './dialects/index.js';
import { type End, type Failure, toError } from './exchange-error.js';
import { PacedWriter } from './pacing.js';
import { LONGEST_PAUSE_MS, type Pulse } from './pulse.js';
import { type Transport, TransportError } from './transport.js';

/** A line that no command had asked for; `pdu` with the two-line ones (+CMT, +CDS). */
export type UnsolicitedListener = (line: string, pdu: string | undefined) => void;

/** How a command with a payload ended. */
export type PayloadResult =
  | { readonly kind: 'ok'; readonly information: readonly InformationLine[] }
  /** `written`: the payload was begun, so that the network may have it. */
  | { readonly kind: 'failed'; readonly written: boolean; readonly error: AtError }
  | { readonly kind: 'withdrawn' };

export interface AtChannelOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Told how long each exchange may last. */
  readonly pulse?: Pulse;
}

/** Milliseconds without a byte that count as silence, and how long silence is waited for. */
const QUIET_MS = 100;
const DRAIN_MS = 2_000;
const PROBE_TIMEOUT_MS = 3_000;
const PROBES = 3;
const CTRL_Z = 0x1a;

interface Running {
  readonly command: AtCommand;
  /** Asked at the prompt: the payload, or undefined to withdraw. */
  readonly payload: (() => string | undefined) | undefined;
  readonly settle: (end: End) => void;
}

export class AtChannel {
  /** Resolves once when the connection has ended, with the reason if it failed. */
  readonly closed: Promise<TransportError | undefined>;

  readonly #transport: Transport;
  readonly #writer: PacedWriter;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #pulse: Pulse | undefined;
  readonly #exchange = new AtExchange();
  readonly #gone = new AbortController();
  readonly #resolveClosed: (error: TransportError | undefined) => void;
  #closeError: TransportError | undefined;
  #onUnsolicited: UnsolicitedListener = () => undefined;
  #running: Running | undefined;
  #timer: Timer | undefined;
  #timerDueMs: number | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #inStep: boolean = true;
  #lastByteMs: number;

  constructor(transport: Transport, options: AtChannelOptions) {
    this.#transport = transport;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#pulse = options.pulse;
    this.#lastByteMs = options.clock.monotonicMs();
    this.#writer = new PacedWriter(transport, options.clock, this.#gone.signal);
    let resolveClosed: (error: TransportError | undefined) => void = () => undefined;
    this.closed = new Promise((resolve) => {
      resolveClosed = resolve;
    });
    this.#resolveClosed = resolveClosed;
    transport.onClose((error) => this.#end(error));
  }

  /** Begins to hear the modem; to be called once, before the first command. */
  listen(onUnsolicited: UnsolicitedListener): void {
    this.#onUnsolicited = onUnsolicited;
    this.#transport.onData((bytes) => {
      const nowMs = this.#clock.monotonicMs();
      this.#lastByteMs = nowMs;
      this.#perform(this.#exchange.receive(bytes, nowMs));
      this.#setTimer();
    });
  }

  /** False after a timeout or a failed submission, until both sides were brought in step again. */
  get inStep(): boolean {
    return this.#inStep;
  }

  /** Why the connection ended, where it did not end by {@link close}. */
  get closeError(): TransportError | undefined {
    return this.#closeError;
  }

  get isClosed(): boolean {
    return this.#gone.signal.aborted;
  }

  /** Aborts when the connection has ended. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  /** Whether the modem has echoed a command since the last {@link forgetEcho}. */
  get echoSeen(): boolean {
    return this.#exchange.echoSeen;
  }

  forgetEcho(): void {
    this.#exchange.forgetEcho();
  }

  /** Writes in chunks from now on; undefined: at once. */
  pace(pacing: Pacing | undefined): void {
    this.#writer.pace(pacing);
  }

  /** What is under way is not waited for longer than `ms` from now: it has been forgotten there. */
  curtail(ms: number): void {
    this.#exchange.curtail(this.#clock.monotonicMs() + ms);
    this.#setTimer();
  }

  /** Sends `AT` alone, without bringing anything in step before. Rejects with AtError. */
  probe(timeoutMs: number): Promise<void> {
    return this.#inTurn(async () => {
      const probe: AtCommand = { text: 'AT', timeoutMs };
      const end = await this.#exchangeOne(probe, undefined);
      if (end.kind !== 'ok' && end.kind !== 'withdrawn') {
        throw toError(probe, end, this.#closeError);
      }
    });
  }

  /** Sends a command; resolves with its information lines; rejects with AtError. */
  command(command: AtCommand): Promise<readonly InformationLine[]> {
    return this.#inTurn(async () => {
      await this.#ensureInStep();
      const end = await this.#exchangeOne(command, undefined);
      if (end.kind === 'ok') return end.information;
      if (end.kind === 'withdrawn') return [];
      throw toError(command, end, this.#closeError);
    });
  }

  /**
   * Sends a command that prompts for a payload. `payload` is called synchronously, right before
   * the first octet is written; undefined withdraws. Never rejects.
   */
  submit(command: AtCommand, payload: () => string | undefined): Promise<PayloadResult> {
    return this.#inTurn(async () => {
      try {
        await this.#ensureInStep();
      } catch (error) {
        if (error instanceof AtError) return { kind: 'failed', written: false, error };
        throw error;
      }
      const end = await this.#exchangeOne({ ...command, prompts: true }, payload);
      if (end.kind === 'ok' || end.kind === 'withdrawn') {
        if (end.kind === 'withdrawn') this.#inStep = false;
        return end;
      }
      // After an error the modem may still be at its prompt.
      this.#inStep = false;
      const error = toError(command, end, this.#closeError);
      return { kind: 'failed', written: end.phase === 'submit', error };
    });
  }

  /**
   * Brings both sides back in step: ESC and CR (the modem may wait at its prompt for the rest of
   * a PDU), silence, `AT`. Rejects with AtError when the modem does not answer; the connection is
   * of no use then.
   */
  resynchronise(): Promise<void> {
    return this.#inTurn(() => this.#resynchronise());
  }

  /** Writes bytes outside of any exchange, as a last resort. Never rejects. */
  async writeBlindly(text: string): Promise<void> {
    try {
      await this.#transport.write(Buffer.from(text, 'latin1'));
    } catch (error) {
      this.#log.debug({ err: error }, 'the last resort could not be written');
    }
  }

  /** Closes the connection; the command under way rejects. Idempotent. */
  async close(): Promise<void> {
    this.#end(undefined);
    await this.#transport.close();
  }

  /** INVARIANT: one exchange at a time; each waits for the one before it, however that ended. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #ensureInStep(): Promise<void> {
    if (!this.#inStep) await this.#resynchronise();
  }

  async #resynchronise(): Promise<void> {
    this.#inStep = false;
    const probe: AtCommand = { text: 'AT', timeoutMs: PROBE_TIMEOUT_MS };
    let end: Failure = { kind: 'closed', phase: 'answer' };
    for (let attempt = 1; attempt <= PROBES && !this.isClosed; attempt += 1) {
      this.#write(Buffer.from('\x1b\r', 'latin1'));
      await this.#drain();
      const probed = await this.#exchangeOne(probe, undefined);
      if (probed.kind === 'ok') {
        // The `OK` may have been a late one of a command given up; then the probe's own follows.
        await this.#drain();
        this.#inStep = true;
        return;
      }
      if (probed.kind !== 'withdrawn') end = probed;
    }
    throw toError(probe, end, this.#closeError);
  }

  /** Waits until the modem is silent; what comes meanwhile is unsolicited or too late. */
  async #drain(): Promise<void> {
    const startMs = this.#clock.monotonicMs();
    while (!this.isClosed) {
      await sleep(this.#clock, QUIET_MS, this.signal);
      const nowMs = this.#clock.monotonicMs();
      if (nowMs - this.#lastByteMs >= QUIET_MS || nowMs - startMs >= DRAIN_MS) return;
    }
  }

  #exchangeOne(command: AtCommand, payload: Running['payload']): Promise<End> {
    if (this.isClosed) {
      return Promise.resolve({
        kind: 'closed',
        phase: command.prompts === true ? 'prompt' : 'answer',
      });
    }
    return new Promise((settle) => {
      this.#running = { command, payload, settle };
      this.#log.trace({ at: command.shown ?? command.text }, 'to modem');
      this.#perform(this.#exchange.begin(command, this.#clock.monotonicMs()));
      this.#setTimer();
    });
  }

  #perform(effects: readonly ExchangeEffect[]): void {
    for (const effect of effects) {
      switch (effect.kind) {
        case 'write':
          this.#write(effect.bytes);
          break;
        case 'prompt':
          this.#answerPrompt();
          break;
        case 'unsolicited':
          this.#log.trace({ at: effect.line, pdu: effect.pdu }, 'unsolicited');
          this.#onUnsolicited(effect.line, effect.pdu);
          break;
        case 'finished':
          this.#finish(effect.result);
          break;
      }
    }
  }

  #answerPrompt(): void {
    let payload: string | undefined;
    try {
      payload = this.#running?.payload?.();
    } catch (error) {
      // Who cannot say yes says no: nothing leaves.
      this.#log.error({ err: error }, 'withdrawn at the prompt, the check failed');
    }
    if (payload === undefined) {
      this.#perform(this.#exchange.withdraw());
    } else {
      this.#log.trace({ at: payload }, 'to modem, at the prompt');
      this.#perform(this.#exchange.sendPayload(payload, this.#clock.monotonicMs()));
    }
  }

  #finish(result: ExchangeResult): void {
    const running = this.#running;
    this.#running = undefined;
    if (result.kind === 'expired' || (result.kind === 'ok' && result.okMissing)) {
      this.#inStep = false;
    }
    this.#log.trace({ result }, 'from modem');
    running?.settle(result);
  }

  #write(bytes: Uint8Array): void {
    this.#writer.write(bytes).then(
      () => {
        if (bytes.at(-1) === CTRL_Z) checkpoint('after-ctrl-z');
      },
      (error: unknown) => {
        this.#end(
          error instanceof TransportError
            ? error
            : new TransportError('the modem could not be written to', { cause: error }),
        );
      },
    );
  }

  #setTimer(): void {
    const deadlineMs = this.#exchange.deadlineMs;
    if (deadlineMs === this.#timerDueMs) return;
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#timerDueMs = deadlineMs;
    const delayMs = Math.max(0, (deadlineMs ?? 0) - this.#clock.monotonicMs());
    this.#pulse?.beat(deadlineMs === undefined ? LONGEST_PAUSE_MS : delayMs);
    if (deadlineMs === undefined) return;
    this.#timer = this.#clock.setTimer(delayMs, () => {
      this.#timer = undefined;
      this.#timerDueMs = undefined;
      this.#perform(this.#exchange.expire(this.#clock.monotonicMs()));
      this.#setTimer();
    });
  }

  #end(error: TransportError | undefined): void {
    if (this.isClosed) return;
    this.#closeError = error;
    this.#gone.abort();
    this.#timer?.cancel();
    this.#timer = undefined;
    const phase = this.#exchange.abandon();
    const running = this.#running;
    this.#running = undefined;
    running?.settle({ kind: 'closed', phase: phase ?? 'answer' });
    this.#resolveClosed(error);
  }
}
