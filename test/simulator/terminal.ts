/**
 * A person at the simulated modem's terminal: types bytes and reads what comes back.
 */

import { SimulatedModem, type SimulatedModemOptions } from '../../src/simulator/index.js';
import { encodeMessage } from '../../src/sms/index.js';
import { FakeClock } from '../support/fake-clock.js';

export const CTRL_Z = '\x1a';
export const ESC = '\x1b';

export class Terminal {
  readonly unplug: () => void;
  #listener: (bytes: Uint8Array) => void = () => undefined;
  #received = '';

  constructor(modem: SimulatedModem) {
    this.unplug = modem.attach({
      write: (bytes) => {
        this.#received += Buffer.from(bytes).toString('latin1');
      },
      onData: (listener) => {
        this.#listener = listener;
      },
    });
  }

  /** Types bytes and returns all that has come since the last look. */
  type(text: string): string {
    this.#listener(Buffer.from(text, 'latin1'));
    return this.read();
  }

  /** What has come since the last look. */
  read(): string {
    const received = this.#received;
    this.#received = '';
    return received;
  }

  /** Types a command line and returns the lines that come back, blank ones left out. */
  command(line: string): string[] {
    return linesOf(this.type(`${line}\r`));
  }

  /** Submits a PDU and returns what comes after Ctrl-Z, as lines. */
  submit(pdu: { hex: string; tpduLength: number }): string[] {
    this.type(`AT+CMGS=${pdu.tpduLength}\r`);
    return linesOf(this.type(`${pdu.hex}${CTRL_Z}`));
  }
}

export function linesOf(text: string): string[] {
  return text.split('\r\n').filter((line) => line !== '');
}

/** A modem with somebody at it who has switched off the echo and asked for error numbers. */
export function openTerminal(options: Partial<SimulatedModemOptions> = {}): {
  modem: SimulatedModem;
  terminal: Terminal;
  clock: FakeClock;
} {
  const clock = new FakeClock();
  const modem = new SimulatedModem({ clock, ...options });
  const terminal = new Terminal(modem);
  terminal.type('ATE0+CMEE=1\r');
  return { modem, terminal, clock };
}

/** The first SUBMIT of a text. */
export function submitOf(
  text: string,
  options: { to?: string; statusReport?: boolean } = {},
): { hex: string; tpduLength: number } {
  const { to = '+447700900123', statusReport = false } = options;
  const [part] = encodeMessage({ to, text, statusReport, concatReference: 1 }).parts;
  if (part === undefined) {
    throw new Error('a message has at least one part');
  }
  return part;
}
