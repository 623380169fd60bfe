/**
 * Which recorded exchange answers what a driver asks now. Drivers change: a request may be new, gone,
 * or in another place. Pure but for what it has played; times and bytes are replay.ts's.
 */
import { LineMask } from '../trace/line-mask.js';
import { NumberMask } from '../trace/number-mask.js';
import type { ReplayExchange, ReplayRequest } from './replay-script.js';

/** Where the dialogue departs from the recorded one. */
export type Departure =
  /** Recorded, and passed over here. */
  | { readonly kind: 'left-out'; readonly request: ReplayRequest }
  /** Asked here more often than it was. */
  | {
      readonly kind: 'asked-again';
      readonly request: ReplayRequest;
      readonly due: ReplayRequest;
    }
  /** Never asked when it was recorded: answered with ERROR. */
  | { readonly kind: 'unknown'; readonly request: ReplayRequest };

export interface Match {
  /** Undefined: the recording has no answer. */
  readonly exchange: ReplayExchange | undefined;
  /** Passed over on the way to it: what they brought by themselves is still to come. */
  readonly leftOut: readonly ReplayExchange[];
  readonly departures: readonly Departure[];
}

/** How far ahead a request is looked for before it is taken for one asked again. */
const WINDOW = 12;

export class ReplayMatcher {
  readonly #exchanges: readonly ReplayExchange[];
  readonly #keys: readonly string[];
  readonly #played = new Set<number>();
  #next = 0;

  constructor(exchanges: readonly ReplayExchange[]) {
    this.#exchanges = exchanges;
    this.#keys = exchanges.map(({ request }) => keyOf(request));
  }

  /** The exchange that was recorded next; undefined at the end. */
  get next(): ReplayExchange | undefined {
    return this.#exchanges[this.#next];
  }

  match(request: ReplayRequest): Match {
    const key = keyOf(request);
    const fits = (index: number) => this.#keys[index] === key && !this.#played.has(index);
    const indices = [...this.#keys.keys()];
    const ahead = indices.filter((index) => index >= this.#next && fits(index));
    const near = ahead.find((index) => index < this.#next + WINDOW);
    if (near !== undefined) return this.#advanceTo(near);
    const passed = indices.find((index) => index < this.#next && fits(index));
    if (passed !== undefined) {
      this.#played.add(passed);
      return { exchange: this.#answerOf(passed), leftOut: [], departures: [] };
    }
    const last = indices.findLast((index) => index < this.#next && this.#keys[index] === key);
    if (last !== undefined) {
      const due = this.next?.request;
      return {
        exchange: this.#answerOf(last),
        leftOut: [],
        departures: due === undefined ? [] : [{ kind: 'asked-again', request, due }],
      };
    }
    const far = ahead[0];
    if (far !== undefined) return this.#advanceTo(far);
    return { exchange: undefined, leftOut: [], departures: [{ kind: 'unknown', request }] };
  }

  /** The next one is not waited for any longer. */
  leaveOut(): Match {
    const exchange = this.next;
    if (exchange === undefined) return { exchange: undefined, leftOut: [], departures: [] };
    this.#next += 1;
    const { request } = exchange;
    return { exchange, leftOut: [exchange], departures: [{ kind: 'left-out', request }] };
  }

  /** What came by itself after it has come already. */
  #answerOf(index: number): ReplayExchange | undefined {
    const exchange = this.#exchanges[index];
    return exchange === undefined ? undefined : { ...exchange, unsolicited: [] };
  }

  #advanceTo(index: number): Match {
    const leftOut = this.#exchanges
      .slice(this.#next, index)
      .filter((_, offset) => !this.#played.has(this.#next + offset));
    this.#played.add(index);
    this.#next = index + 1;
    return {
      exchange: this.#exchanges[index],
      leftOut,
      departures: leftOut.map(({ request }) => ({ kind: 'left-out', request })),
    };
  }
}

/**
 * Equal for requests that ask the same: one message is as good as another, and a number or a PIN
 * that the trace has masked is as good as the one that it hides.
 */
function keyOf({ kind, text }: ReplayRequest): string {
  if (kind !== 'command') return kind;
  const command = new LineMask(new NumberMask()).toModem(text).toUpperCase();
  return `command ${command.replace(/\d{7,}/g, '0').replace(/^(AT\+CMGS=)\d+$/, '$1')}`;
}
