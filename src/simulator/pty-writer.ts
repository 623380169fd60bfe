/**
 * Writes to the master of a pseudo-terminal without ever waiting for its reader. What nobody
 * reads is lost beyond a limit, as on a serial line without flow control.
 */
import { writeSync } from 'node:fs';
import type { Clock, Timer } from '../clock.js';

/** Kept for a reader that is slow. */
const MAX_PENDING_OCTETS = 65_536;
const RETRY_MS = 5;

export class MasterWriter {
  readonly #fd: number;
  readonly #clock: Clock;
  #pending: Buffer = Buffer.alloc(0);
  #retry: Timer | undefined;
  #closed: boolean = false;

  /** @param fd in non-blocking mode; it stays the caller's to close */
  constructor(fd: number, clock: Clock) {
    this.#fd = fd;
    this.#clock = clock;
  }

  /** Takes all of `bytes` or, when too much waits already, none of them. */
  write(bytes: Uint8Array): void {
    if (this.#closed || this.#pending.length + bytes.length > MAX_PENDING_OCTETS) {
      return;
    }
    this.#pending = Buffer.concat([this.#pending, bytes]);
    if (this.#retry === undefined) {
      this.#flush();
    }
  }

  /** Drops what waits. */
  close(): void {
    this.#closed = true;
    this.#retry?.cancel();
  }

  #flush(): void {
    this.#retry = undefined;
    try {
      while (this.#pending.length > 0) {
        this.#pending = this.#pending.subarray(writeSync(this.#fd, this.#pending));
      }
    } catch (error) {
      if (isRetryable(error)) {
        this.#retry = this.#clock.setTimer(RETRY_MS, () => this.#flush());
      } else {
        // The terminal is gone; the reading side hears of it and ends the port.
        this.#pending = Buffer.alloc(0);
      }
    }
  }
}

function isRetryable(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR')
  );
}
