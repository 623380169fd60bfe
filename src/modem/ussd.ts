/**
 * USSD (3GPP TS 27.007 §7.15): a code goes out, an answer comes back in +CUSD. Owns who waits, the
 * deadline and the end of the session in the network; what the answer means is decoded elsewhere.
 */
import { type Clock, sleep } from '../clock.js';
import { fieldsOf, integer } from './at-answer.js';
import { AtError } from './at-error.js';
import type { UssdCoding } from './dialects/index.js';
import type { UssdAnswer, UssdStatus } from './ports.js';
import { isRefusal, optional, type Session } from './session.js';

interface Request {
  readonly code: string;
  readonly signal: AbortSignal;
  readonly settle: (answer: UssdAnswer) => void;
}

/** From the command to the answer. Networks take up to half a minute for a balance. */
const ANSWER_TIMEOUT_MS = 45_000;
/** How long the rest of an answer of several lines may take. */
const REST_MS = 2_000;

/** `<m>` of +CUSD. */
const STATUSES: readonly UssdStatus[] = [
  'done',
  'wants-reply',
  'terminated',
  'other-client',
  'not-supported',
  'network-timeout',
];

/** Who waits to ask the network something; one modem's, across its connections. */
export class UssdQueue {
  readonly #waiting: Request[] = [];

  get pending(): boolean {
    return this.#waiting.length > 0;
  }

  /** Never rejects. Aborting takes the request back, or cancels it in the network. */
  ask(code: string, signal: AbortSignal): Promise<UssdAnswer> {
    return new Promise((resolve) => {
      const settle = (answer: UssdAnswer) => {
        signal.removeEventListener('abort', takeBack);
        resolve(answer);
      };
      const request: Request = { code, signal, settle };
      const takeBack = () => {
        const position = this.#waiting.indexOf(request);
        if (position === -1) return;
        this.#waiting.splice(position, 1);
        settle({ status: 'canceled' });
      };
      if (signal.aborted) {
        settle({ status: 'canceled' });
        return;
      }
      signal.addEventListener('abort', takeBack, { once: true });
      this.#waiting.push(request);
    });
  }

  take(): Request | undefined {
    return this.#waiting.shift();
  }

  /** Nobody will ask any more: the modem is gone. */
  abandon(problem: string): void {
    for (const request of this.#waiting.splice(0)) {
      request.settle({ status: 'unavailable', problem });
    }
  }
}

/** The exchanges over one connection. */
export class UssdDialogue {
  readonly #session: Session;
  /** What has come of a +CUSD whose closing quote has not. */
  #open: string | undefined;
  #heard: string | undefined;
  #wake: (() => void) | undefined;
  #listening: boolean = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Takes an unsolicited line if it belongs to an answer: +CUSD, or the rest of its text. */
  hear(line: string): boolean {
    if (this.#open !== undefined) {
      this.#extend(`${this.#open}\n${line}`);
      return true;
    }
    if (!/^\+CUSD\s*:/i.test(line)) return false;
    // One that nobody asked for is the network's own talk; it is not answered.
    if (this.#listening) this.#extend(line);
    return true;
  }

  /** Asks and settles. Rejects with AtError, after settling, when the modem answers nothing. */
  async answer(request: Request): Promise<void> {
    try {
      request.settle(await this.#ask(request));
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      request.settle({ status: 'no-answer', problem });
      throw error;
    } finally {
      this.#listening = false;
      this.#open = undefined;
      this.#heard = undefined;
    }
  }

  async #ask({ code, signal }: Request): Promise<UssdAnswer> {
    const { ussd } = this.#session.dialect;
    const dueMs = this.#session.clock.monotonicMs() + ANSWER_TIMEOUT_MS;
    this.#listening = true;
    let refusal: AtError | undefined;
    // A code that is refused has not left; the modem may want it written the other way.
    for (const coding of ussd === 'packed' ? (['packed', 'plain'] as const) : [ussd]) {
      refusal = await this.#send(code, coding);
      if (refusal === undefined || this.#heard !== undefined) break;
    }
    if (refusal !== undefined && this.#heard === undefined && isRefusal(refusal)) {
      return { status: 'refused', problem: refusal.message };
    }
    const line = await this.#answerUntil(dueMs, signal);
    if (line === undefined) {
      await this.#endSession();
      if (signal.aborted) return { status: 'canceled' };
      return { status: 'no-answer', problem: 'the network gave no answer' };
    }
    const answer = readAnswer(line, ussd);
    // INVARIANT: no dialogue stays open in the network; nobody is there to go on with it.
    if (answer.status === 'wants-reply') await this.#endSession();
    return answer;
  }

  /** Returns why it was not taken. Some modems say OK at once, some after the network's answer. */
  async #send(code: string, coding: UssdCoding): Promise<AtError | undefined> {
    const text = coding === 'packed' ? packed(code) : code;
    try {
      await this.#session.channel.command({
        text: `AT+CUSD=1,"${text}",15`,
        // A code may hold a voucher's number.
        shown: 'AT+CUSD=1,"…",15',
        timeoutMs: ANSWER_TIMEOUT_MS,
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof AtError) || error.code === 'CLOSED') throw error;
      if (error.code === 'TIMEOUT') await this.#session.channel.resynchronise();
      return error;
    }
  }

  async #answerUntil(dueMs: number, signal: AbortSignal): Promise<string | undefined> {
    const { clock, channel } = this.#session;
    while (this.#heard === undefined && !signal.aborted && !channel.isClosed) {
      const leftMs = dueMs - clock.monotonicMs();
      if (leftMs <= 0) break;
      await this.#line(clock, leftMs, AbortSignal.any([signal, channel.signal]));
    }
    if (this.#heard === undefined && this.#open !== undefined) return this.#open;
    if (channel.isClosed) throw new AtError('CLOSED', 'AT+CUSD', undefined, 'the connection ended');
    return this.#heard;
  }

  /** Resolves when the answer is there, or no more of it comes, or the time is over. */
  async #line(clock: Clock, leftMs: number, ends: AbortSignal): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    const rest = this.#open !== undefined;
    await sleep(
      clock,
      rest ? Math.min(REST_MS, leftMs) : leftMs,
      AbortSignal.any([ends, woken.signal]),
    );
    this.#wake = undefined;
    if (rest && !woken.signal.aborted) this.#heard ??= this.#open;
  }

  #extend(text: string): void {
    const quotes = text.split('"').length - 1;
    if (quotes === 1) this.#open = text;
    else {
      this.#open = undefined;
      this.#heard = text;
    }
    this.#wake?.();
  }

  async #endSession(): Promise<void> {
    await optional(this.#session, { text: 'AT+CUSD=2' });
  }
}

/** `+CUSD: <m>[,<str>,<dcs>]`, nothing of it interpreted. */
export function readAnswer(line: string, coding: UssdCoding): UssdAnswer {
  const [m, written, dcs] = fieldsOf(line);
  // The last quote may be missing.
  const text = written?.replace(/^"/, '');
  const status = STATUSES[integer(m) ?? -1] ?? 'terminated';
  const dataCoding = integer(dcs);
  if (text === undefined || text === '') return { status };
  return {
    status,
    text,
    coding,
    ...(/^([0-9A-F]{2})+$/i.test(text) && { hex: text.toUpperCase() }),
    ...(dataCoding !== undefined && { dcs: dataCoding }),
  };
}

/**
 * Septets in octets (3GPP TS 23.038 §6.1.2.3), as hexadecimal. The characters of a code stand in
 * the GSM alphabet where they stand in ASCII. A last octet with seven spare bits is filled with CR.
 */
function packed(code: string): string {
  const septets = [...code].map((character) => character.charCodeAt(0));
  if (septets.length % 8 === 7) septets.push(0x0d);
  const octets: number[] = [];
  let bits = 0;
  let count = 0;
  for (const septet of septets) {
    bits |= septet << count;
    count += 7;
    while (count >= 8) {
      octets.push(bits & 0xff);
      bits >>= 8;
      count -= 8;
    }
  }
  if (count > 0) octets.push(bits & 0xff);
  return octets.map((octet) => octet.toString(16).padStart(2, '0').toUpperCase()).join('');
}
