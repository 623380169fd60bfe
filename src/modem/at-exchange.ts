/**
 * The exchange of one AT command at a time, as a pure state machine: bytes and times go in,
 * effects come out. It decides which line belongs to the command and which is unsolicited.
 * It owns no transport, no timer and no promise (at-channel.ts does).
 *
 *   idle --begin--> answer --final result--> idle
 *   idle --begin--> prompt --"> "--> (sendPayload) --> submit --final result--> idle
 *                          --"> "--> (withdraw) ---> idle
 */
import {
  type Final,
  isBare,
  isPdu,
  type LinePattern,
  parseFinal,
  TWO_LINES,
} from './line-looks.js';
import { type LineEvent, LineReader } from './line-reader.js';

/** One command line and how to know its answer. */
export interface AtCommand {
  /** As sent, without the closing CR. */
  readonly text: string;
  /** What logs and errors show in place of `text`, for a command that holds a secret. */
  readonly shown?: string;
  /** Which lines are its information lines. Absent: none, all are unsolicited. */
  readonly information?: LinePattern;
  /** Each information line has a PDU in the line after it (+CMGL, +CMGR). */
  readonly pduFollows?: boolean;
  /** The modem asks with `> ` for a payload. Information lines count only after it was sent. */
  readonly prompts?: boolean;
  /** Some modems forget the `OK` (seen after +CPIN?): then the information alone is an answer. */
  readonly okMayBeMissing?: boolean;
  /** Until the final result, or until the prompt; default 10 s. */
  readonly timeoutMs?: number;
  /** From the payload to the final result; default 120 s. */
  readonly submitTimeoutMs?: number;
}

export interface InformationLine {
  readonly line: string;
  /** The line after it, where one belongs to it; undefined when the modem left it out. */
  readonly pdu: string | undefined;
}

/** Where in the exchange the command was; after `submit` began the network may have the message. */
export type ExchangePhase = 'answer' | 'prompt' | 'submit';

export type ExchangeFailure =
  | {
      readonly kind: 'refused';
      readonly phase: ExchangePhase;
      readonly code: 'ERROR' | 'CMS' | 'CME';
      readonly value: number | undefined;
      readonly line: string;
    }
  | { readonly kind: 'expired'; readonly phase: ExchangePhase };

export type ExchangeResult =
  | {
      readonly kind: 'ok';
      readonly information: readonly InformationLine[];
      /** The information came and the `OK` did not: it may still come, into the next answer. */
      readonly okMissing: boolean;
    }
  | { readonly kind: 'withdrawn' }
  | ExchangeFailure;

export type ExchangeEffect =
  | { readonly kind: 'write'; readonly bytes: Uint8Array }
  /** The modem waits for the payload: answer with `sendPayload` or `withdraw`. */
  | { readonly kind: 'prompt' }
  | { readonly kind: 'unsolicited'; readonly line: string; readonly pdu: string | undefined }
  | { readonly kind: 'finished'; readonly result: ExchangeResult };

export const COMMAND_TIMEOUT_MS = 10_000;
export const SUBMIT_TIMEOUT_MS = 120_000;
/** How long a missing `OK` is waited for once the information is there. */
const MISSING_OK_MS = 1_000;

const CTRL_Z = '\x1a';
const ESC = '\x1b';

interface Active {
  readonly command: AtCommand;
  phase: ExchangePhase;
  deadlineMs: number;
  readonly information: { line: string; pdu: string | undefined }[];
  /** The last information line still waits for its PDU. */
  pduDue: boolean;
  promptSeen: boolean;
  payload: string | undefined;
}

export class AtExchange {
  readonly #lines = new LineReader();
  #active: Active | undefined;
  /** The first line of a two-line unsolicited result (+CMT, +CDS, +CBM) whose PDU is to come. */
  #header: { readonly line: string; fresh: boolean } | undefined;
  #echoSeen: boolean = false;

  get busy(): boolean {
    return this.#active !== undefined;
  }

  /** Whether the modem has repeated a command of ours since {@link forgetEcho}. */
  get echoSeen(): boolean {
    return this.#echoSeen;
  }

  forgetEcho(): void {
    this.#echoSeen = false;
  }

  /** Monotonic milliseconds at which {@link expire} has something to do. */
  get deadlineMs(): number | undefined {
    return this.#active?.deadlineMs;
  }

  /** Starts a command. Only one at a time: throws while one is active. */
  begin(command: AtCommand, nowMs: number): ExchangeEffect[] {
    if (this.#active !== undefined) {
      throw new Error(`${command.shown ?? command.text} begun before the last command ended`);
    }
    this.#active = {
      command,
      phase: command.prompts === true ? 'prompt' : 'answer',
      deadlineMs: nowMs + (command.timeoutMs ?? COMMAND_TIMEOUT_MS),
      information: [],
      pduDue: false,
      promptSeen: false,
      payload: undefined,
    };
    return [write(`${command.text}\r`)];
  }

  /** Takes bytes from the modem, in any split. */
  receive(bytes: Uint8Array, nowMs: number): ExchangeEffect[] {
    const effects: ExchangeEffect[] = [];
    for (const event of this.#lines.read(bytes)) this.#take(event, nowMs, effects);
    // The prompt is told last: whatever unsolicited came in the same bytes is known before the
    // caller decides whether to proceed.
    const active = this.#active;
    if (active?.phase === 'prompt' && active.promptSeen) {
      active.promptSeen = false;
      effects.push({ kind: 'prompt' });
    }
    return effects;
  }

  /** Answers the prompt: the payload and Ctrl-Z. From here on the network may have the message. */
  sendPayload(payload: string, nowMs: number): ExchangeEffect[] {
    const active = this.#active;
    if (active?.phase !== 'prompt') throw new Error('a payload without a prompt');
    active.phase = 'submit';
    active.payload = payload;
    active.deadlineMs = nowMs + (active.command.submitTimeoutMs ?? SUBMIT_TIMEOUT_MS);
    return [write(payload + CTRL_Z)];
  }

  /** Answers the prompt with ESC: nothing is sent. The line must be resynchronised after it. */
  withdraw(): ExchangeEffect[] {
    if (this.#active?.phase !== 'prompt') throw new Error('withdrawn without a prompt');
    this.#active = undefined;
    return [write(ESC), { kind: 'finished', result: { kind: 'withdrawn' } }];
  }

  /** Ends the command when its time is over; to be called at {@link deadlineMs} or later. */
  expire(nowMs: number): ExchangeEffect[] {
    const active = this.#active;
    if (active === undefined || nowMs < active.deadlineMs) return [];
    this.#active = undefined;
    if (active.command.okMayBeMissing === true && active.information.length > 0) {
      const { information } = active;
      return [{ kind: 'finished', result: { kind: 'ok', information, okMissing: true } }];
    }
    return [{ kind: 'finished', result: { kind: 'expired', phase: active.phase } }];
  }

  /** Brings the deadline of the active command forward to `deadlineMs`, never back. */
  curtail(deadlineMs: number): void {
    const active = this.#active;
    if (active !== undefined) active.deadlineMs = Math.min(active.deadlineMs, deadlineMs);
  }

  /** Drops the active command, if any; tells in which phase it was. */
  abandon(): ExchangePhase | undefined {
    const phase = this.#active?.phase;
    this.#active = undefined;
    return phase;
  }

  #take(event: LineEvent, nowMs: number, effects: ExchangeEffect[]): void {
    const active = this.#active;
    if (event.kind === 'prompt') {
      if (active?.phase === 'prompt') active.promptSeen = true;
      return;
    }
    const line = event.text;
    if (active !== undefined && isEcho(line, active)) {
      this.#echoSeen = true;
      return;
    }
    if (this.#takeAsPdu(line, active, effects)) return;

    const final = parseFinal(line);
    if (final !== undefined) {
      // Without a command it answers one that was given up. An `OK` before the prompt is such a
      // late one too: the prompt, or an error, is all that can come there.
      if (active === undefined || (active.phase === 'prompt' && final.code === 'OK')) return;
      this.#active = undefined;
      effects.push({ kind: 'finished', result: resultOf(final, active, line) });
      return;
    }
    if (TWO_LINES.test(line)) {
      this.#flushHeader(effects);
      this.#header = { line, fresh: true };
      return;
    }
    if (
      active !== undefined &&
      active.phase !== 'prompt' &&
      active.command.information?.test(line) === true
    ) {
      active.information.push({ line, pdu: undefined });
      active.pduDue = active.command.pduFollows === true;
      if (active.command.okMayBeMissing === true) {
        active.deadlineMs = Math.min(active.deadlineMs, nowMs + MISSING_OK_MS);
      }
      return;
    }
    effects.push({ kind: 'unsolicited', line, pdu: undefined });
  }

  /** A line that belongs to the line before it. A two-line unsolicited result is never split. */
  #takeAsPdu(line: string, active: Active | undefined, effects: ExchangeEffect[]): boolean {
    const header = this.#header;
    if (header !== undefined) {
      if (isPdu(line) || (header.fresh && isBare(line))) {
        this.#header = undefined;
        effects.push({ kind: 'unsolicited', line: header.line, pdu: line });
        return true;
      }
      header.fresh = false;
    }
    if (active?.pduDue === true && isBare(line)) {
      const last = active.information.at(-1);
      if (last !== undefined) last.pdu = line;
      active.pduDue = false;
      return true;
    }
    return false;
  }

  #flushHeader(effects: ExchangeEffect[]): void {
    if (this.#header !== undefined) {
      effects.push({ kind: 'unsolicited', line: this.#header.line, pdu: undefined });
      this.#header = undefined;
    }
  }
}

function resultOf(final: Final, active: Active, line: string): ExchangeResult {
  if (final.code === 'OK') {
    return { kind: 'ok', information: active.information, okMissing: false };
  }
  return { kind: 'refused', phase: active.phase, code: final.code, value: final.value, line };
}

function isEcho(line: string, active: Active): boolean {
  return line === active.command.text || (active.payload !== undefined && line === active.payload);
}

function write(text: string): ExchangeEffect {
  return { kind: 'write', bytes: Buffer.from(text, 'latin1') };
}
