/**
 * A modem whose every answer a test writes down: for dialects and damage that no simulator of a
 * well-behaved modem shows. It answers commands by a table and knows nothing of SMS.
 */
import { type Connect, type Transport, TransportError } from '../../src/modem/transport.js';

/** What to say to a command line: bytes, or nothing. `> ` makes what comes next a payload. */
export type Answer = (command: string, modem: ScriptedModem) => string | undefined;

/** Answers of a plain modem that is registered and has nothing stored. */
export const PLAIN: Record<string, string> = {
  'AT+CPIN?': '+CPIN: READY\r\n\r\nOK',
  'AT+CPMS=?': '+CPMS: ("SM"),("SM"),("SM")\r\n\r\nOK',
  'AT+CPMS?': '+CPMS: "SM",0,30,"SM",0,30,"SM",0,30\r\n\r\nOK',
  'AT+CNMI=?': '+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)\r\n\r\nOK',
  'AT+CNMI?': '+CNMI: 2,1,0,1,0\r\n\r\nOK',
  'AT+CSMS?': '+CSMS: 0,1,1,1\r\n\r\nOK',
  'AT+CMMS=?': 'ERROR',
  'AT+CMGF?': '+CMGF: 0\r\n\r\nOK',
  'AT+CREG?': '+CREG: 0,1\r\n\r\nOK',
  'AT+CSQ': '+CSQ: 20,99\r\n\r\nOK',
  'AT+COPS?': '+COPS: 0,0,"Testnet"\r\n\r\nOK',
};

export class ScriptedModem {
  /** Every command line and payload that was written, in order; ESC as `<ESC>`. */
  readonly written: string[] = [];
  /** Connections made so far. */
  connections = 0;
  #answers: Record<string, string>;
  #answer: Answer | undefined;
  #broken: boolean = false;
  #input = '';
  #atPrompt: boolean = false;
  #emit: ((bytes: Uint8Array) => void) | undefined;
  #closed: ((error: TransportError | undefined) => void) | undefined;

  constructor(answers: Record<string, string> = {}, answer?: Answer) {
    this.#answers = { ...PLAIN, ...answers };
    this.#answer = answer;
  }

  /** Changes what is answered from now on. */
  answer(answers: Record<string, string>): void {
    this.#answers = { ...this.#answers, ...answers };
  }

  readonly connect: Connect = async () => {
    this.connections += 1;
    const transport: Transport = {
      write: async (bytes) => {
        if (this.#closed === undefined || this.#broken) throw new TransportError('gone');
        this.#take(Buffer.from(bytes).toString('latin1'));
      },
      onData: (listener) => {
        this.#emit = listener;
      },
      onClose: (listener) => {
        this.#closed = listener;
      },
      close: async () => {
        this.#end(undefined);
      },
    };
    return transport;
  };

  /** Puts the modem at the other end of a byte line that is no `connect` of its own. */
  attach(emit: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
    this.#emit = emit;
    this.#closed = () => undefined;
    return (bytes) => this.#take(Buffer.from(bytes).toString('latin1'));
  }

  /** Says a line by itself. */
  say(line: string): void {
    this.raw(`\r\n${line}\r\n`);
  }

  raw(text: string): void {
    this.#emit?.(Buffer.from(text, 'latin1'));
  }

  /** From now on nothing can be written, as on a port that is about to go. */
  breakWrites(): void {
    this.#broken = true;
  }

  /** The port goes. */
  vanish(): void {
    this.#end(new TransportError('the port is gone'));
  }

  #end(error: TransportError | undefined): void {
    const closed = this.#closed;
    this.#closed = undefined;
    this.#emit = undefined;
    closed?.(error);
  }

  #take(text: string): void {
    for (const character of text) {
      if (character === '\x1b') {
        this.written.push('<ESC>');
        this.#input = '';
        this.#atPrompt = false;
      } else if (character === (this.#atPrompt ? '\x1a' : '\r')) {
        const input = this.#input;
        this.#input = '';
        if (input === '') continue;
        this.written.push(input);
        this.#reply(input);
      } else {
        this.#input += character;
      }
    }
  }

  #reply(input: string): void {
    const wasPayload = this.#atPrompt;
    this.#atPrompt = false;
    let said = this.#answer?.(input, this) ?? this.#answers[wasPayload ? 'payload' : input];
    if (said === undefined && !wasPayload) said = input.startsWith('AT+CMGS=') ? '> ' : 'OK';
    if (said === undefined || said === '') return;
    if (said === '> ') {
      this.#atPrompt = true;
      this.raw('\r\n> ');
    } else {
      this.say(said);
    }
  }
}
