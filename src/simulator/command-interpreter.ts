/**
 * The modem's end of the line: bytes in, command lines and prompts out of them, answers back
 * (ITU-T V.250 §5, 3GPP TS 27.005 §3.5.1). One command line at a time; what is typed meanwhile
 * waits. Knows the course of a command, not what any command does.
 */

import { AnswerWriter } from './answer-writer.js';
import type { Answer, Device } from './command.js';
import { type CommandRequest, parseCommandLine } from './command-line.js';
import { equipmentErrorLine, runCommand, unknownCommand } from './command-run.js';
import type { Timers } from './timers.js';

const CR = 0x0d;
const LF = 0x0a;
const ESC = 0x1b;
const CTRL_Z = 0x1a;
const BACKSPACE = 0x08;

/** Longer lines are cut off: a modem's buffer has an end (V.250 wants 40 at least). */
const MAX_LINE = 2048;

type Prompt = Extract<Answer, { kind: 'prompt' }>;

/** The answer to a command that is over, which comes with the next one. */
interface Overdue {
  readonly until: 'command' | 'submit';
  readonly command: number;
  readonly lines: readonly string[];
}

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
  readonly #writer: AnswerWriter;
  #state: State = { kind: 'reading' };
  #typed = '';
  #unread: number[] = [];
  #reading: boolean = false;
  #heldBack: (readonly string[])[] = [];
  #overdue: Overdue[] = [];

  constructor(surroundings: InterpreterSurroundings) {
    this.#surroundings = surroundings;
    this.#writer = new AnswerWriter(surroundings.device, (bytes) => surroundings.write(bytes));
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
      this.#writer.block(lines);
    }
  }

  /** Forgets the command that is under way and all that was typed. */
  reset(): void {
    this.#state = { kind: 'reading' };
    this.#typed = '';
    this.#unread = [];
    this.#heldBack = [];
    this.#overdue = [];
  }

  /**
   * A command line of another program on the same port: it is carried out, is in no record, and its
   * answer goes to everybody. False, and nothing done, while a command is under way.
   */
  typeForeign(line: string): boolean {
    if (this.#state.kind !== 'reading' || this.#typed !== '') {
      return false;
    }
    for (const byte of Buffer.from(`${line}\r`, 'latin1')) {
      this.#writer.echo(byte);
    }
    this.#carryOut(0, line);
    return true;
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
      this.#writer.echo(byte);
      const line = this.#typed;
      this.#typed = '';
      this.#runLine(line);
    } else if (byte === ESC) {
      this.#typed = '';
    } else if (byte === BACKSPACE) {
      this.#writer.echo(byte);
      this.#typed = this.#typed.slice(0, -1);
    } else {
      this.#writer.echo(byte);
      // Other control characters mean nothing here (V.250 §5.2.2): hosts send CR and LF alike.
      if (byte >= 0x20 && this.#typed.length < MAX_LINE) {
        this.#typed += String.fromCharCode(byte);
      }
    }
  }

  #readAtPrompt(byte: number, prompt: Prompt, command: number): void {
    if (byte !== CTRL_Z && byte !== ESC) {
      this.#writer.echo(byte);
      if (byte !== CR && byte !== LF && this.#typed.length < MAX_LINE) {
        this.#typed += String.fromCharCode(byte);
      }
      return;
    }
    const data = this.#typed;
    this.#typed = '';
    this.#state = { kind: 'busy' };
    for (const lines of this.#heldBack.splice(0)) {
      this.#writer.block(lines);
    }
    if (byte === ESC) {
      prompt.withdraw(data);
      this.#finish(command, [], 'OK');
    } else {
      this.#writeOverdue('submit');
      this.#conclude(command, [], prompt.complete(data));
    }
  }

  /** What stands before AT is no command, and a line without AT is none (V.250 §5.2.1). */
  #runLine(line: string): void {
    const start = line.search(/AT/i);
    if (start === -1) {
      return;
    }
    const typed = line.slice(start);
    const { device } = this.#surroundings;
    const { sequence } = device.record.addCommand(typed);
    this.#writeOverdue('command');
    const upper = typed.toUpperCase();
    if (
      device.faults.take('unanswered', (fault) => upper.startsWith(fault.command.toUpperCase()))
    ) {
      return;
    }
    if (upper === device.dialect.chatter?.silencedBy) {
      device.settings.chatters = false;
    }
    if (device.dialect.restartCommands.includes(upper)) {
      this.#finish(sequence, [], 'OK', () => device.power.restart());
    } else {
      this.#carryOut(sequence, typed);
    }
  }

  #carryOut(command: number, typed: string): void {
    const { timers, commandLatencyMs } = this.#surroundings;
    this.#state = { kind: 'busy' };
    timers.after(commandLatencyMs, () => {
      this.#runCommands(command, parseCommandLine(typed.slice(2)));
    });
  }

  /** One after the other; the first that fails ends the line. */
  #runCommands(command: number, requests: readonly (CommandRequest | undefined)[]): void {
    const { device } = this.#surroundings;
    const blocks: (readonly string[])[] = [];
    let answer: Answer = { kind: 'ok', lines: [] };
    let afterwards: (() => void) | undefined;
    for (const request of requests) {
      answer =
        request === undefined ? unknownCommand(device) : runCommand(device, request, command);
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
        this.#finish(command, blocks, equipmentErrorLine(device, answer.value));
        return;
      case 'prompt': {
        for (const block of blocks) {
          this.#writer.block(block);
        }
        this.openPrompt(answer, command);
        this.#writer.prompt();
        this.#readOn();
        return;
      }
      case 'silence': {
        const { late } = answer;
        if (late !== undefined && 'until' in late) {
          this.#overdue.push({ ...late, command });
        } else if (late !== undefined) {
          timers.after(late.delayMs, () => this.#writer.answer(command, [late.lines], 'OK'));
        }
        this.#endCommand(answer.afterwards);
        return;
      }
    }
  }

  #finish(
    command: number,
    blocks: readonly (readonly string[])[],
    finalResult: string,
    afterwards?: () => void,
  ): void {
    this.#writer.answer(command, blocks, finalResult);
    this.#endCommand(afterwards);
  }

  #endCommand(afterwards: (() => void) | undefined): void {
    this.#state = { kind: 'reading' };
    afterwards?.();
    this.#surroundings.commandEnded();
    this.#readOn();
  }

  #writeOverdue(until: Overdue['until']): void {
    const due = this.#overdue.filter((answer) => answer.until === until);
    this.#overdue = this.#overdue.filter((answer) => answer.until !== until);
    for (const { command, lines } of due) {
      this.#writer.answer(command, [lines], 'OK');
    }
  }
}
