/**
 * Cuts what a modem sends into lines and prompts, at any split of the bytes.
 * Lines go through @serialport/parser-readline; the prompt `> ` has no line end and is seen in
 * the raw bytes. Owns the limit on length; knows nothing of commands and answers.
 */
import { ReadlineParser } from '@serialport/parser-readline';

export type LineEvent =
  /** Never empty; without CR, LF and other control characters; ISO 8859-1, so no octet is lost. */
  | { readonly kind: 'line'; readonly text: string }
  /** A `>` at the beginning of a line (3GPP TS 27.005 §3.5.1). What follows it comes as a line. */
  | { readonly kind: 'prompt' };

/** Octets. The longest honest line is a network scan or a 176-octet PDU: well below this. */
const LONGEST_LINE = 4096;

const LF = 0x0a;
const CR = 0x0d;
const BLANK = 0x20;
const PROMPT = 0x3e;

export class LineReader {
  #parser = newParser();
  #lineLength = 0;
  #overlong: boolean = false;
  /** Nothing but blanks since the last CR or LF: a `>` now is a prompt. */
  #atStart: boolean = true;

  /** Takes the next bytes; hands out what they complete, in order. */
  read(bytes: Uint8Array): LineEvent[] {
    const events: LineEvent[] = [];
    let from = 0;
    while (from < bytes.length) {
      const lineEnd = bytes.indexOf(LF, from);
      const to = lineEnd === -1 ? bytes.length : lineEnd + 1;
      this.#readPiece(bytes.subarray(from, to), lineEnd !== -1, events);
      from = to;
    }
    return events;
  }

  /** Takes bytes of one line at most. */
  #readPiece(piece: Uint8Array, complete: boolean, events: LineEvent[]): void {
    for (const octet of piece) {
      if (octet === LF || octet === CR) {
        this.#atStart = true;
      } else if (this.#atStart && octet > BLANK) {
        this.#atStart = false;
        if (octet === PROMPT) events.push({ kind: 'prompt' });
      }
    }
    this.#lineLength += piece.length;
    if (this.#lineLength > LONGEST_LINE && !this.#overlong) {
      // The parser would keep everything up to the next line end; it is replaced, so that a modem
      // gone mad cannot take the memory. The whole line is dropped: half a line is no line.
      this.#overlong = true;
      this.#parser = newParser();
    }
    if (!this.#overlong) {
      this.#parser.write(piece);
      for (let line: unknown = this.#parser.read(); line !== null; line = this.#parser.read()) {
        for (const part of String(line).split('\r')) pushLine(part, events);
      }
    }
    if (complete) {
      this.#lineLength = 0;
      this.#overlong = false;
    }
  }
}

/** Object mode keeps one `read()` one line; reading right after writing keeps it synchronous. */
function newParser(): ReadlineParser {
  return new ReadlineParser({ delimiter: '\n', encoding: 'latin1', readableObjectMode: true });
}

function pushLine(raw: string, events: LineEvent[]): void {
  let text = '';
  for (const character of raw) {
    if (character >= ' ' && character !== '\x7f') text += character;
  }
  text = text.trim();
  if (text.startsWith('>')) text = text.slice(1).trim();
  if (text !== '') events.push({ kind: 'line', text });
}
