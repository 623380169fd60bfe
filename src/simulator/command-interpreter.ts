/**
 * The modem's end of the line: bytes in, command lines and prompts out of them, answers back
 * (ITU-T V.250 §5, 3GPP TS 27.005 §3.5.1). One command line at a time; what is typed meanwhile
 * waits. Knows the course of a command, not what any command does.
 */

import {
  type Answer,
  type Command,
  type Device,
  EQUIPMENT_ERRORS,
  type EquipmentErrorValue,
  equipmentError,
  MessageError,
  messageError,
} from './command.js';
import { type CommandRequest, parseCommandLine } from './command-line.js';
import { COMMANDS } from './commands/index.js';
import type { Timers } from './timers.js';

const CR = 0x0d;
const LF = 0x0a;
const ESC = 0x1b;
const CTRL_Z = 0x1a;
const BACKSPACE = 0x08;

/** Longer lines are cut off: a modem's buffer has an end (V.250 wants 40 at least). */
const MAX_LINE = 2048;

type Prompt = Extract<Answer, { kind: 'prompt' }>;

type State =
  | { readonly kind: 'reading' }
  /** A command line is being carried out. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'prompting'; readonly prompt: Prompt; readonly command: number };

export interface InterpreterSurroundings {
  readonly device: Device;
  readonly timers: Timers;
  readonly commandLatencyMs: number;
  write(bytes: Uint8Array): void;
  /** A final result code was written, or will never be. */
  commandEnded(): void;
}

export class CommandInterpreter {
  readonly #surroundings: InterpreterSurroundings;
  #state: State = { kind: 'reading' };
  #typed = '';
  #unread: number[] = [];
  #reading: boolean = false;
  #heldBack: (readonly string[])[] = [];

  constructor(surroundings: InterpreterSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Bytes from the line. */
  feed(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#unread.push(byte);
    }
    this.#readOn();
  }

  /** An unsolicited result code: at once, but never into a PDU that is being typed. */
  unsolicited(lines: readonly string[]): void {
    if (this.#state.kind === 'prompting') {
      this.#heldBack.push(lines);
    } else {
      this.#writeBlock(lines);
    }
  }

  /** Forgets the command that is under way and all that was typed. */
  reset(): void {
    this.#state = { kind: 'reading' };
    this.#typed = '';
    this.#unread = [];
    this.#heldBack = [];
  }

  /** As if someone had asked for this prompt before; for a modem found in mid-command. */
  openPrompt(prompt: Prompt, command: number): void {
    this.#state = { kind: 'prompting', prompt, command };
    this.#typed = '';
  }

  #readOn(): void {
    // An answer may bring new bytes before it has ended: they wait for their turn.
    if (this.#reading) {
      return;
    }
    this.#reading = true;
    while (this.#state.kind !== 'busy') {
      const byte = this.#unread.shift();
      if (byte === undefined) {
        break;
      }
      if (this.#state.kind === 'prompting') {
        this.#readAtPrompt(byte, this.#state.prompt, this.#state.command);
      } else {
        this.#readCommand(byte);
      }
    }
    this.#reading = false;
  }

  #readCommand(byte: number): void {
    if (byte === CR) {
      this.#echo(byte);
      const line = this.#typed;
      this.#typed = '';
      this.#runLine(line);
    } else if (byte === ESC) {
      this.#typed = '';
    } else if (byte === BACKSPACE) {
      this.#echo(byte);
      this.#typed = this.#typed.slice(0, -1);
    } else {
      this.#echo(byte);
      // Other control characters mean nothing here (V.250 §5.2.2): hosts send CR and LF alike.
      if (byte >= 0x20 && this.#typed.length < MAX_LINE) {
        this.#typed += String.fromCharCode(byte);
      }
    }
  }

  #readAtPrompt(byte: number, prompt: Prompt, command: number): void {
    if (byte !== CTRL_Z && byte !== ESC) {
      this.#echo(byte);
      if (byte !== CR && byte !== LF && this.#typed.length < MAX_LINE) {
        this.#typed += String.fromCharCode(byte);
      }
      return;
    }
    const data = this.#typed;
    this.#typed = '';
    this.#state = { kind: 'busy' };
    for (const lines of this.#heldBack.splice(0)) {
      this.#writeBlock(lines);
    }
    if (byte === ESC) {
      prompt.withdraw(data);
      this.#finish(command, [], 'OK');
    } else {
      this.#conclude(command, [], prompt.complete(data));
    }
  }

  #echo(byte: number): void {
    if (this.#surroundings.device.settings.echo) {
      this.#surroundings.write(Uint8Array.of(byte));
    }
  }

  /** What stands before AT is no command, and a line without AT is none (V.250 §5.2.1). */
  #runLine(line: string): void {
    const start = line.search(/AT/i);
    if (start === -1) {
      return;
    }
    const typed = line.slice(start);
    const { device, timers, commandLatencyMs } = this.#surroundings;
    const { sequence } = device.record.addCommand(typed);
    this.#state = { kind: 'busy' };
    timers.after(commandLatencyMs, () => {
      this.#runCommands(sequence, parseCommandLine(typed.slice(2)));
    });
  }

  /** One after the other; the first that fails ends the line. */
  #runCommands(command: number, requests: readonly (CommandRequest | undefined)[]): void {
    const blocks: (readonly string[])[] = [];
    let answer: Answer = { kind: 'ok', lines: [] };
    let afterwards: (() => void) | undefined;
    for (const request of requests) {
      answer = request === undefined ? equipmentError(4) : this.#run(request, command);
      if (answer.kind !== 'ok') {
        break;
      }
      if (answer.lines.length > 0) {
        blocks.push(answer.lines);
      }
      afterwards = answer.afterwards ?? afterwards;
    }
    if (answer.kind === 'ok') {
      answer = { kind: 'ok', lines: [], ...(afterwards && { afterwards }) };
    }
    this.#conclude(command, blocks, answer);
  }

  #run(request: CommandRequest, command: number): Answer {
    const { device } = this.#surroundings;
    const definition = COMMANDS.get(request.name);
    if (definition === undefined) {
      return equipmentError(4);
    }
    const locked = refusalWhileLocked(definition, device);
    if (locked !== undefined) {
      return locked;
    }
    const handler =
      definition[request.form] ?? (request.form === 'test' ? () => NOTHING_TO_TELL : undefined);
    return handler?.(device, request.parameters, command, request.name) ?? equipmentError(4);
  }

  #conclude(command: number, blocks: readonly (readonly string[])[], answer: Answer): void {
    const { device, timers } = this.#surroundings;
    switch (answer.kind) {
      case 'ok': {
        const all = answer.lines.length > 0 ? [...blocks, answer.lines] : blocks;
        timers.after(answer.delayMs ?? 0, () => {
          this.#finish(command, all, 'OK', answer.afterwards);
        });
        return;
      }
      case 'error':
        timers.after(answer.delayMs ?? 0, () => {
          this.#finish(command, blocks, answer.line, answer.afterwards);
        });
        return;
      case 'equipment-error':
        this.#finish(command, blocks, this.#equipmentErrorLine(answer.value));
        return;
      case 'prompt': {
        for (const block of blocks) {
          this.#writeBlock(block);
        }
        this.openPrompt(answer, command);
        this.#write('\r\n> ');
        const flood = device.faults.take('unsolicited-flood', isAmid('prompt'));
        for (const line of flood?.lines ?? []) {
          this.#writeBlock([line]);
        }
        this.#readOn();
        return;
      }
      case 'silence': {
        const { late } = answer;
        if (late !== undefined) {
          timers.after(late.delayMs, () => this.#writeAnswer(command, [late.lines], 'OK'));
        }
        this.#endCommand(answer.afterwards);
        return;
      }
    }
  }

  #equipmentErrorLine(value: EquipmentErrorValue): string {
    switch (this.#surroundings.device.settings.errorReporting) {
      case 1:
        return `+CME ERROR: ${value}`;
      case 2:
        return `+CME ERROR: ${EQUIPMENT_ERRORS[value]}`;
      default:
        return 'ERROR';
    }
  }

  #finish(
    command: number,
    blocks: readonly (readonly string[])[],
    finalResult: string,
    afterwards?: () => void,
  ): void {
    this.#writeAnswer(command, blocks, finalResult);
    this.#endCommand(afterwards);
  }

  #endCommand(afterwards: (() => void) | undefined): void {
    this.#state = { kind: 'reading' };
    afterwards?.();
    this.#surroundings.commandEnded();
    this.#readOn();
  }

  #writeAnswer(command: number, blocks: readonly (readonly string[])[], finalResult: string): void {
    const { device } = this.#surroundings;
    device.record.addAnswer({ command, lines: [...blocks.flat(), finalResult] });
    const flood =
      blocks.length === 0 ? undefined : device.faults.take('unsolicited-flood', isAmid('answer'));
    for (const block of blocks) {
      this.#writeBlock(block, flood?.lines);
    }
    this.#writeBlock([finalResult]);
  }

  /** Lines of one answer, with `between` set among them, but never between header and PDU. */
  #writeBlock(lines: readonly string[], between: readonly string[] = []): void {
    const strangers = between.map((line) => `\r\n${line}\r\n`).join('');
    const text = lines.map((line) => {
      const isPdu = strangers !== '' && /^[0-9A-F]+$/.test(line);
      return isPdu ? `${line}\r\n` : `${strangers}${line}\r\n`;
    });
    this.#write(`\r\n${text.join('')}${strangers}`);
  }

  #write(text: string): void {
    this.#surroundings.write(Buffer.from(text, 'latin1'));
  }
}

const NOTHING_TO_TELL: Answer = { kind: 'ok', lines: [] };

function isAmid(place: 'prompt' | 'answer') {
  return (fault: object): fault is { amid: typeof place } =>
    'amid' in fault && fault.amid === place;
}

function refusalWhileLocked(definition: Command, device: Device): Answer | undefined {
  const { state } = device.card;
  if (definition.needsSim === undefined || state === 'READY') {
    return undefined;
  }
  if (definition.needsSim === 'message') {
    return messageError(
      state === 'SIM PUK' ? MessageError.simPukRequired : MessageError.simPinRequired,
    );
  }
  return equipmentError(state === 'SIM PUK' ? 12 : 11);
}
