/**
 * Plays the modem's side of a trace: each request is answered with what was answered then, as fast
 * or as slow, and what came by itself comes by itself. Tells where the driver departs from what it
 * did when the trace was made.
 */
import type { Clock, Timer } from '../clock.js';
import { type Departure, type Match, ReplayMatcher } from './replay-match.js';
import {
  type ReplayExchange,
  type ReplayPiece,
  type ReplayRequest,
  type ReplayScript,
  RequestReader,
} from './replay-script.js';
import type { SimulatorLine } from './simulated-modem.js';
import { Timers } from './timers.js';

export interface ReplayOptions {
  readonly clock: Clock;
  readonly script: ReplayScript;
  /** How many times faster than recorded; default 1. */
  readonly speed?: number;
  /** How long after its recorded time a request is waited for; default 15 s. */
  readonly patienceMs?: number;
  readonly onDeparture?: (departure: Departure) => void;
  /** All that was recorded has been asked or left out. */
  readonly onEnd?: () => void;
}

const PATIENCE_MS = 15_000;

export class ReplayedModem {
  readonly #options: ReplayOptions;
  readonly #speed: number;
  readonly #matcher: ReplayMatcher;
  readonly #reader = new RequestReader();
  readonly #timers: Timers;
  readonly #departures: Departure[] = [];
  /** Lines that fell due while an answer was on its way. */
  readonly #waiting: string[] = [];
  #answering = 0;
  #line: SimulatorLine | undefined;
  #patience: Timer | undefined;
  #begun: boolean = false;
  #ended: boolean = false;

  constructor(options: ReplayOptions) {
    this.#options = options;
    this.#speed = options.speed ?? 1;
    this.#matcher = new ReplayMatcher(options.script.exchanges);
    this.#timers = new Timers(options.clock);
  }

  /** As {@link SimulatedModem.attach}: connects a line, one at a time; returns what takes it off. */
  attach(line: SimulatorLine): () => void {
    if (this.#line !== undefined) {
      throw new Error('the replayed modem is on another line; detach that first');
    }
    this.#line = line;
    line.onData((bytes) => {
      if (this.#line === line) this.#take(Buffer.from(bytes).toString('latin1'));
    });
    return () => {
      if (this.#line === line) this.#line = undefined;
    };
  }

  get attached(): boolean {
    return this.#line !== undefined;
  }

  get departures(): readonly Departure[] {
    return this.#departures;
  }

  get hasEnded(): boolean {
    return this.#ended;
  }

  /** Ends every timer; nothing is said any more. Idempotent. */
  close(): void {
    this.#timers.cancelAll();
    this.#patience?.cancel();
    this.#line = undefined;
  }

  #take(bytes: string): void {
    if (!this.#begun) {
      this.#begun = true;
      // Nobody hears what is said before someone listens, so the play begins with the driver.
      this.#schedule(this.#options.script.opening);
    }
    for (const request of this.#reader.read(bytes)) this.#answer(request);
  }

  #answer(request: ReplayRequest): void {
    const { next } = this.#matcher;
    const match = this.#matcher.match(request);
    this.#tell(match);
    if (match.exchange === undefined) {
      this.#write('\r\nERROR\r\n');
      return;
    }
    this.#play(match.exchange);
    if (this.#matcher.next !== next) this.#awaitNext(match.exchange.atMs);
  }

  #play({ answer, unsolicited }: ReplayExchange): void {
    this.#answering += 1;
    const last = answer.length - 1;
    for (const [index, { delayMs, bytes }] of answer.entries()) {
      this.#timers.after(this.#scaled(delayMs), () => {
        this.#write(bytes);
        if (index === last) this.#answered(bytes);
      });
    }
    if (last < 0) this.#answered('');
    this.#schedule(unsolicited);
  }

  #answered(lastBytes: string): void {
    this.#answering -= 1;
    if (/>\s?$/.test(lastBytes)) this.#reader.atPrompt = true;
    if (this.#answering === 0) for (const line of this.#waiting.splice(0)) this.#write(line);
  }

  #schedule(pieces: readonly ReplayPiece[]): void {
    for (const { delayMs, bytes } of pieces) {
      this.#timers.after(this.#scaled(delayMs), () => {
        if (this.#answering > 0) this.#waiting.push(bytes);
        else this.#write(bytes);
      });
    }
  }

  #tell({ departures, leftOut }: Match): void {
    for (const { unsolicited } of leftOut) this.#schedule(unsolicited);
    for (const departure of departures) {
      this.#departures.push(departure);
      this.#options.onDeparture?.(departure);
    }
  }

  /** A request that does not come is left out, so that what was said after it still is. */
  #awaitNext(playedAtMs: number): void {
    this.#patience?.cancel();
    const { next } = this.#matcher;
    if (next === undefined) {
      this.#end();
      return;
    }
    const { clock, patienceMs = PATIENCE_MS } = this.#options;
    const dueMs = Math.max(0, next.atMs - playedAtMs) + patienceMs;
    this.#patience = clock.setTimer(this.#scaled(dueMs), () => {
      this.#tell(this.#matcher.leaveOut());
      this.#awaitNext(next.atMs);
    });
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#options.onEnd?.();
  }

  #scaled(ms: number): number {
    return ms / this.#speed;
  }

  #write(bytes: string): void {
    this.#line?.write(Buffer.from(bytes, 'latin1'));
  }
}
