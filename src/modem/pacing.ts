/**
 * Writes slowly, for a line without flow control that drops characters (row 21): a few octets, a
 * pause, the next ones. Owns the order of what is written; knows nothing of AT.
 */
import { type Clock, sleep } from '../clock.js';
import type { Pacing } from './dialects/index.js';
import type { Transport } from './transport.js';

export class PacedWriter {
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  #pacing: Pacing | undefined;
  #last: Promise<void> = Promise.resolve();

  /** @param signal aborts when the connection has ended: what is left is not written */
  constructor(transport: Transport, clock: Clock, signal: AbortSignal) {
    this.#transport = transport;
    this.#clock = clock;
    this.#signal = signal;
  }

  /** From the next write on; undefined: all at once. */
  pace(pacing: Pacing | undefined): void {
    this.#pacing = pacing;
  }

  /** Rejects with TransportError when the transport does. */
  write(bytes: Uint8Array): Promise<void> {
    const pacing = this.#pacing;
    if (pacing === undefined) return this.#transport.write(bytes);
    const turn = this.#last.then(() => this.#writeChunks(bytes, pacing));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #writeChunks(bytes: Uint8Array, { chunk, pauseMs }: Pacing): Promise<void> {
    for (let from = 0; from < bytes.length; from += chunk) {
      if (from > 0) await sleep(this.#clock, pauseMs, this.#signal);
      if (this.#signal.aborted) return;
      await this.#transport.write(bytes.subarray(from, from + chunk));
    }
  }
}
