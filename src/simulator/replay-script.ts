/**
 * A trace as the modem's part in a play: what it was asked, in order, and what it said to that and
 * after that, when. Pure; who plays it is replay.ts.
 */
import type { TraceEvent } from '../trace/trace-line.js';

/** What a driver writes. */
export interface ReplayRequest {
  /** A line ended by CR; what was typed at a prompt, ended by Ctrl-Z; ESC at a prompt. */
  readonly kind: 'command' | 'payload' | 'withdrawal';
  readonly text: string;
}

/** Bytes of the modem, so long after the request. */
export interface ReplayPiece {
  readonly delayMs: number;
  readonly bytes: string;
}

export interface ReplayExchange {
  readonly request: ReplayRequest;
  /** When it was made, since the trace began. */
  readonly atMs: number;
  /** Up to the final result code or the prompt; all there is where neither came. */
  readonly answer: readonly ReplayPiece[];
  /** What came by itself before the next request, in whole lines. */
  readonly unsolicited: readonly ReplayPiece[];
}

export interface ReplayScript {
  /** What came before anything was asked. */
  readonly opening: readonly ReplayPiece[];
  readonly exchanges: readonly ReplayExchange[];
}

const ESC = '\x1b';
const CTRL_Z = '\x1a';
/** Final result codes (V.250 §5.7.1, 27.005 §3.2.5, 27.007 §9.2) and what Huawei says for ERROR. */
const FINAL =
  /(?:^|[\r\n])(?:OK|ERROR|\+CM[SE] ERROR:?[^\r\n]*|COMMAND NOT SUPPORT(?:ED)?|TOO MANY PARAMETERS|NO CARRIER|NO ANSWER|BUSY)[\r\n]/i;
const PROMPT = /(?:^|[\r\n])>\s?$/;

/** Cuts what is written to a modem into requests, at any split. */
export class RequestReader {
  /** Whether what comes is typed at a prompt. */
  atPrompt: boolean = false;
  #input = '';

  read(bytes: string): ReplayRequest[] {
    const requests: ReplayRequest[] = [];
    for (const character of bytes) {
      if (character === ESC) {
        if (this.atPrompt) requests.push({ kind: 'withdrawal', text: '' });
        this.atPrompt = false;
        this.#input = '';
      } else if (character === CTRL_Z) {
        requests.push({ kind: 'payload', text: this.#take() });
        this.atPrompt = false;
      } else if (character === '\r' && !this.atPrompt) {
        const text = this.#take().trim();
        if (text !== '') requests.push({ kind: 'command', text });
      } else if (character !== '\n') {
        this.#input += character;
      }
    }
    return requests;
  }

  #take(): string {
    const input = this.#input;
    this.#input = '';
    return input;
  }
}

/** @param events of one modem */
export function scriptOf(events: readonly TraceEvent[]): ReplayScript {
  const reader = new RequestReader();
  const opening: ReplayPiece[] = [];
  const exchanges: Recording[] = [];
  const firstMs = events[0]?.atMs ?? 0;
  for (const { atMs, direction, content } of events) {
    const current = exchanges.at(-1);
    if (direction === '<') {
      if (current === undefined) opening.push({ delayMs: atMs - firstMs, bytes: content });
      else if (current.hear(content, atMs) === 'prompt') reader.atPrompt = true;
    } else if (direction === '>') {
      for (const request of reader.read(content)) exchanges.push(new Recording(request, atMs));
    } else {
      // A new connection begins with no prompt that its driver knows of.
      reader.atPrompt = false;
    }
  }
  return {
    opening: inWholeLines(opening),
    exchanges: exchanges.map((recording) => recording.exchange),
  };
}

class Recording {
  readonly #request: ReplayRequest;
  readonly #atMs: number;
  readonly #answer: ReplayPiece[] = [];
  readonly #unsolicited: ReplayPiece[] = [];
  #isAnswered: boolean = false;

  constructor(request: ReplayRequest, atMs: number) {
    this.#request = request;
    this.#atMs = atMs;
  }

  /** Takes bytes from the modem; tells where they asked for a payload. */
  hear(bytes: string, atMs: number): 'prompt' | undefined {
    const piece = { delayMs: atMs - this.#atMs, bytes };
    if (this.#isAnswered) {
      this.#unsolicited.push(piece);
      return undefined;
    }
    this.#answer.push(piece);
    const heard = this.#answer.map((part) => part.bytes).join('');
    const isPrompt = PROMPT.test(heard);
    this.#isAnswered = isPrompt || FINAL.test(heard);
    return isPrompt ? 'prompt' : undefined;
  }

  get exchange(): ReplayExchange {
    return {
      request: this.#request,
      atMs: this.#atMs,
      answer: this.#answer,
      unsolicited: inWholeLines(this.#unsolicited),
    };
  }
}

/** Joins pieces until a line ends, at the time of the last: lines of others may come between. */
function inWholeLines(pieces: readonly ReplayPiece[]): readonly ReplayPiece[] {
  const lines: ReplayPiece[] = [];
  let begun = '';
  for (const [index, { delayMs, bytes }] of pieces.entries()) {
    begun += bytes;
    if (!begun.endsWith('\n') && index < pieces.length - 1) continue;
    lines.push({ delayMs, bytes: begun });
    begun = '';
  }
  return lines;
}
