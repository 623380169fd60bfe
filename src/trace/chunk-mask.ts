/**
 * Masks the chunks of one connection, which arrive in any split: what is no whole line yet is held
 * until it is. Chunks come out as they came, at their times and with their lengths.
 */
import { maskText } from '../sms/index.js';
import { LineMask } from './line-mask.js';
import type { NumberMask } from './number-mask.js';
import type { TraceEvent } from './trace-line.js';

type Chunk = Pick<TraceEvent, 'atMs' | 'content'>;

const LINE_END = /[\r\n]$/;
const PROMPT = /(?:^|[\r\n])>\s?$/;
/** Nothing honest is longer; a modem gone mad must not fill the memory. */
const LONGEST_HELD = 4096;

export class ChunkMask {
  readonly #lines: LineMask;
  #held: Chunk[] = [];
  #heldLength = 0;
  /** A line was cut before its end: what is still to come of it has no shape of its own. */
  #isBroken: boolean = false;
  #isMidText: boolean = false;

  constructor(numbers: NumberMask) {
    this.#lines = new LineMask(numbers);
  }

  /** The chunks that are whole now; this one may be held. */
  fromModem(chunk: Chunk): readonly Chunk[] {
    this.#held.push(chunk);
    this.#heldLength += chunk.content.length;
    const text = chunk.content;
    const isWhole =
      LINE_END.test(text) || PROMPT.test(this.#text()) || this.#heldLength > LONGEST_HELD;
    return isWhole ? this.flush() : [];
  }

  /** Commands and payloads are written whole. What is held is to be told before it. */
  toModem({ atMs, content }: Chunk): Chunk {
    const masked = content.replace(/\P{Cc}+/gu, (line) => this.#lines.toModem(line));
    return { atMs, content: masked };
  }

  /** What is held, masked as it stands. */
  flush(): readonly Chunk[] {
    const text = this.#text();
    const masked = text.replace(/[^\r\n]+/g, (line, offset: number) => this.#mask(line, offset));
    this.#isBroken = text !== '' && !LINE_END.test(text) && !PROMPT.test(text);
    let at = 0;
    const chunks = this.#held.map(({ atMs, content }) => {
      const start = at;
      at += content.length;
      return { atMs, content: masked.slice(start, at) };
    });
    this.#held = [];
    this.#heldLength = 0;
    return chunks;
  }

  #mask(line: string, offset: number): string {
    if (this.#isBroken && offset === 0) return maskText(line);
    if (line === '> ' || line === '>') return line;
    return this.#maskWithinText(line);
  }

  /** A USSD text of several lines lasts until its closing quote. */
  #maskWithinText(line: string): string {
    if (this.#isMidText) {
      this.#isMidText = !line.includes('"');
      return maskText(line);
    }
    this.#isMidText = /^\+CUSD\s*:[^"]*"[^"]*$/i.test(line);
    return this.#lines.fromModem(line);
  }

  #text(): string {
    return this.#held.map(({ content }) => content).join('');
  }
}
