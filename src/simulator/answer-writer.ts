/**
 * How the modem writes: information lines and final results framed by CR and LF (ITU-T V.250
 * §5.7.1), in the spelling of its dialect, with lines set among them that nobody asked for where a
 * fault wants so. Decides nothing about what is said.
 */
import type { Device } from './command.js';
import type { Place } from './faults/line.js';

export class AnswerWriter {
  readonly #device: Device;
  readonly #write: (bytes: Uint8Array) => void;

  constructor(device: Device, write: (bytes: Uint8Array) => void) {
    this.#device = device;
    this.#write = write;
  }

  /** An answer as a whole; `command` is what it answers in the record. */
  answer(command: number, blocks: readonly (readonly string[])[], finalResult: string): void {
    const { record, faults, dialect } = this.#device;
    record.addAnswer({ command, lines: [...blocks.flat(), finalResult] });
    const flood =
      blocks.length === 0 ? undefined : faults.take('unsolicited-flood', isAmid('answer'));
    for (const block of blocks) {
      this.block(block, flood?.lines);
    }
    const isPinState = finalResult === 'OK' && blocks.at(-1)?.at(-1)?.startsWith('+CPIN:') === true;
    if (dialect.spelling.okAfterPin || !isPinState) {
      this.block([finalResult]);
    }
  }

  /** `> `, and what a fault wants said before it and after it. */
  prompt(): void {
    this.#strangersAt('before-prompt');
    this.#text('\r\n> ');
    this.#strangersAt('prompt');
  }

  #strangersAt(place: Place): void {
    const flood = this.#device.faults.take('unsolicited-flood', isAmid(place));
    for (const line of flood?.lines ?? []) {
      this.block([line]);
    }
  }

  /** Lines that belong together, with `between` set among them, but never between header and PDU. */
  block(lines: readonly string[], between: readonly string[] = []): void {
    const { extraBlankLines } = this.#device.dialect.spelling;
    const strangers = between.map((line) => `\r\n${line}\r\n`).join('');
    const text = lines.map((line) => {
      const isPdu = strangers !== '' && /^[0-9A-F]+$/.test(line);
      return isPdu ? `${line}\r\n` : `${strangers}${this.#spelt(line)}\r\n`;
    });
    this.#text(`${'\r\n'.repeat(1 + extraBlankLines)}${text.join('')}${strangers}`);
  }

  echo(byte: number): void {
    if (this.#device.settings.echo) {
      this.#write(Uint8Array.of(byte));
    }
  }

  #spelt(line: string): string {
    return this.#device.dialect.spelling.blankAfterColon
      ? line
      : line.replace(/^([+^][A-Z]+(?: ERROR)?): /, '$1:');
  }

  #text(text: string): void {
    this.#write(Buffer.from(text, 'latin1'));
  }
}

function isAmid(place: Place) {
  return (fault: object): fault is { amid: typeof place } =>
    'amid' in fault && fault.amid === place;
}
