/**
 * The modem's end of the cable: one line at a time, and what goes wrong on it: silence, a rate
 * that does not fit, characters that come too fast, a plug that is pulled. Knows bytes only.
 */
import type { Clock } from '../clock.js';
import type { FaultBoard } from './fault.js';

/** A byte line to the modem, as a cable is. */
export interface SimulatorLine {
  /** Takes bytes from the modem; never blocks and never throws. */
  write(bytes: Uint8Array): void;
  /** Sets the one listener for bytes to the modem. */
  onData(listener: (bytes: Uint8Array) => void): void;
  /**
   * Takes the port away, as pulling its plug does, and the line off the modem; returns what puts a
   * new one there, under another name where ports have names. A line without this goes dead instead.
   */
  unplug?(): () => void;
  /** Bits a second, as set by whoever has the port open; undefined where a line has no rate. */
  rate?(): number | undefined;
}

export interface UartSurroundings {
  readonly clock: Clock;
  readonly faults: FaultBoard;
  /** Bytes from the line. */
  received(bytes: Uint8Array): void;
  /** Command lines that restart this modem, beside AT+CFUN=1,1. */
  restartCommands(): readonly string[];
  /** A silent modem was told to restart, and heard it. */
  restartHeard(): void;
}

type Ends = 'reconnect' | 'restart' | 'never';

const RESTART_COMMAND = 'AT+CFUN=1,1';

export class Uart {
  readonly #surroundings: UartSurroundings;
  #line: SimulatorLine | undefined;
  #silence: Ends | undefined;
  #dead: boolean = false;
  #heardInSilence = '';
  /** Octets that wait to be read, at `#waitingSinceMs`. */
  #waiting = 0;
  #waitingSinceMs = 0;

  constructor(surroundings: UartSurroundings) {
    this.#surroundings = surroundings;
  }

  get attached(): boolean {
    return this.#line !== undefined;
  }

  /** Whether somebody is on the line and gets what the modem says. */
  get heard(): boolean {
    return this.#line !== undefined && this.#silence === undefined && !this.#dead;
  }

  /** Connects a line and returns what takes it off again; throws Error when another is on. */
  attach(line: SimulatorLine): () => void {
    if (this.#line !== undefined) {
      throw new Error('the simulated modem is on another line; detach that first');
    }
    this.#line = line;
    if (this.#silence === 'reconnect') {
      this.#silence = undefined;
    }
    line.onData((bytes) => {
      if (this.#line === line) {
        this.#receive(bytes);
      }
    });
    return () => {
      if (this.#line === line) {
        this.#line = undefined;
      }
    };
  }

  write(bytes: Uint8Array): void {
    if (this.heard && this.#fitsRate()) {
      this.#line?.write(bytes);
    }
  }

  silence(ends: Ends): void {
    this.#silence = ends;
    this.#heardInSilence = '';
  }

  /** The modem has restarted; one that is none stays silent. */
  restarted(): void {
    if (this.#silence !== 'never') {
      this.#silence = undefined;
    }
  }

  /** Ends any silence. */
  calm(): void {
    this.#silence = undefined;
  }

  /** Pulls the plug; returns what puts it back. */
  unplug(): () => void {
    const unplug = this.#line?.unplug;
    if (unplug !== undefined) {
      return unplug();
    }
    this.#dead = true;
    return () => {
      this.#dead = false;
    };
  }

  /** Nobody is on the line any more. */
  close(): void {
    this.#line = undefined;
  }

  #receive(bytes: Uint8Array): void {
    if (this.#dead || !this.#fitsRate()) {
      return;
    }
    if (this.#silence === undefined) {
      this.#surroundings.received(this.#withoutLost(bytes));
    } else if (this.#silence === 'restart') {
      const heard = this.#heardInSilence + Buffer.from(bytes).toString('latin1');
      this.#heardInSilence = heard.slice(-32);
      const commands = [RESTART_COMMAND, ...this.#surroundings.restartCommands()];
      if (commands.some((command) => heard.toUpperCase().includes(`${command}\r`))) {
        this.#surroundings.restartHeard();
      }
    }
  }

  #fitsRate(): boolean {
    const fixed = this.#surroundings.faults.lasting('fixed-rate');
    if (fixed === undefined) {
      return true;
    }
    const rate = this.#line?.rate?.();
    return rate === undefined || rate === fixed.baud;
  }

  /** What is left once the octets are gone that found the buffer full. */
  #withoutLost(bytes: Uint8Array): Uint8Array {
    const { faults, clock } = this.#surroundings;
    const slow = faults.lasting('drops-characters');
    if (slow === undefined) {
      return bytes;
    }
    const nowMs = clock.monotonicMs();
    const readMeanwhile = ((nowMs - this.#waitingSinceMs) * slow.octetsPerSecond) / 1_000;
    this.#waiting = Math.max(0, this.#waiting - readMeanwhile);
    this.#waitingSinceMs = nowMs;
    const kept = bytes.subarray(0, Math.max(0, Math.floor(slow.octets - this.#waiting)));
    // Whoever waits for the answer to a line gives the modem the time to read all of it.
    this.#waiting = kept.some(endsLine) ? 0 : this.#waiting + kept.length;
    return kept;
  }
}

/** CR ends a command line, Ctrl-Z a message. */
function endsLine(octet: number): boolean {
  return octet === 0x0d || octet === 0x1a;
}
