/**
 * The file of `stopgate run --trace`: readable by its owner alone, never written over, and complete
 * up to the moment at which the process ends, however it does. A full disk ends the trace, not the
 * daemon.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Clock } from '../clock.js';
import type { Log } from '../log.js';
import { ChunkMask } from './chunk-mask.js';
import { NumberMask } from './number-mask.js';
import {
  formatTraceEvent,
  type TraceDirection,
  type TraceDisclosure,
  traceHeader,
} from './trace-line.js';

/** What the tap on one modem's connections tells; the shape of the driver's `TransportSink`. */
export interface TraceTap {
  opened(): void;
  closed(reason: string | undefined): void;
  sent(bytes: Uint8Array): void;
  received(bytes: Uint8Array): void;
}

export class TraceFile {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #disclosure: TraceDisclosure;
  readonly #beganMs: number;
  readonly #numbers = new NumberMask();
  readonly #flushes: (() => void)[] = [];
  #file: number | undefined;

  /** Makes the file; throws the system's error where it is there already or cannot be made. */
  constructor(path: string, disclosure: TraceDisclosure, clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
    this.#disclosure = disclosure;
    this.#beganMs = clock.monotonicMs();
    this.#file = openSync(path, 'wx', 0o600);
    this.#write(traceHeader(disclosure, clock.now().toISOString()));
  }

  /** What the connections of one modem are to tell to. */
  tap(modem: string): TraceTap {
    const mask = this.#disclosure === 'masked' ? new ChunkMask(this.#numbers) : undefined;
    const put = (direction: TraceDirection, chunk: { atMs: number; content: string }) =>
      this.#write(formatTraceEvent({ modem, direction, ...chunk }));
    const chunkOf = (bytes: Uint8Array) => ({
      atMs: this.#nowMs(),
      content: Buffer.from(bytes).toString('latin1'),
    });
    const flush = () => {
      for (const chunk of mask?.flush() ?? []) put('<', chunk);
    };
    const note = (content: string) => {
      flush();
      put('!', { atMs: this.#nowMs(), content });
    };
    this.#flushes.push(flush);
    return {
      opened: () => note('opened'),
      closed: (reason) => note(reason === undefined ? 'closed' : `closed: ${reason}`),
      sent: (bytes) => {
        flush();
        const chunk = chunkOf(bytes);
        put('>', mask?.toModem(chunk) ?? chunk);
      },
      received: (bytes) => {
        const chunk = chunkOf(bytes);
        for (const whole of mask?.fromModem(chunk) ?? [chunk]) put('<', whole);
      },
    };
  }

  /** Idempotent; what is told after it is lost. */
  close(): void {
    for (const flush of this.#flushes) flush();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #nowMs(): number {
    return this.#clock.monotonicMs() - this.#beganMs;
  }

  #write(line: string): void {
    if (this.#file === undefined) return;
    try {
      writeSync(this.#file, `${line}\n`);
    } catch (error) {
      this.#log.error({ err: error }, 'the trace could not be written and ends here');
      this.#file = undefined;
    }
  }
}
