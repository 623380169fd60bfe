/**
 * A call that comes in is hung up, since it blocks messages (row 28). Logs who called without the
 * whole number; answers nothing.
 */
import { optional, type Session } from './session.js';

/** Digits shown at each end of a number, where enough are hidden between. */
const SHOWN = { head: 4, tail: 3, leastHidden: 3 };

export class IncomingCall {
  readonly #session: Session;
  #waits: boolean = false;
  #number: string | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Whether a call is to be hung up. */
  get waits(): boolean {
    return this.#waits;
  }

  /** RING, +CRING, or +CLIP with the number. */
  ring(number: string | undefined): void {
    this.#waits = true;
    this.#number = number ?? this.#number;
  }

  /** +CHUP (27.007 §6.5) ends calls of all kinds; older modems know ATH alone. */
  async hangUp(): Promise<void> {
    const from = this.#number === undefined ? 'unknown' : masked(this.#number);
    this.#waits = false;
    this.#number = undefined;
    this.#session.log.info({ from }, 'an incoming call was hung up');
    const done = await optional(this.#session, { text: 'AT+CHUP' });
    if (done === undefined) await optional(this.#session, { text: 'ATH' });
  }
}

/** `+44770•••123`, or nothing but dots where too little would stay hidden. */
export function masked(number: string): string {
  const { head, tail, leastHidden } = SHOWN;
  const start = head + (number.startsWith('+') ? 1 : 0);
  const hidden = number.length - start - tail;
  if (hidden < leastHidden) return '•'.repeat(number.length);
  return `${number.slice(0, start)}${'•'.repeat(hidden)}${number.slice(-tail)}`;
}
