/**
 * How a text is cut into parts: by alphabet, by room, never inside a character.
 * Knows counts of septets and 16-bit units, not PDUs.
 */

import { gsm7Septets, type NationalLanguage } from './gsm7.js';
import { USER_DATA_OCTETS, USER_DATA_SEPTETS } from './user-data.js';

export type TextEncoding = 'gsm7' | 'ucs2';

/** A text in parts, and what it would cost. */
export interface Segments {
  encoding: TextEncoding;
  parts: string[];
  /** Room left in the last part, in septets or 16-bit units. */
  charactersLeft: number;
  /** The characters, each once, that keep the text out of GSM 7-bit. */
  ucs2Characters: string[];
}

/** Octets of a concatenation element, 3GPP TS 23.040 §9.2.3.24.1 and §9.2.3.24.8. */
function concatenationOctets(referenceBits: 8 | 16): number {
  return referenceBits === 8 ? 5 : 6;
}

/** Room behind a header of `headerOctets` (UDHL not counted), in septets or 16-bit units. */
function room(encoding: TextEncoding, headerOctets: number): number {
  const octets = headerOctets === 0 ? 0 : headerOctets + 1;
  return encoding === 'gsm7'
    ? USER_DATA_SEPTETS - Math.ceil((octets * 8) / 7)
    : Math.floor((USER_DATA_OCTETS - octets) / 2);
}

interface Piece {
  text: string;
  cost: number;
}

function gsm7Pieces(text: string, language: NationalLanguage): Piece[] {
  return Array.from(text, (character) => ({
    text: character,
    cost: gsm7Septets(character, language)?.length ?? 1,
  }));
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one character; one too long for a part comes as its code points. */
function ucs2Pieces(text: string, limit: number): Piece[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
    .flatMap((segment) => (segment.length > limit ? Array.from(segment) : [segment]))
    .map((piece) => ({ text: piece, cost: piece.length }));
}

function fill(pieces: readonly Piece[], limit: number): Piece[] {
  const parts: Piece[] = [];
  let part: Piece = { text: '', cost: 0 };
  for (const piece of pieces) {
    if (part.cost + piece.cost > limit) {
      parts.push(part);
      part = { text: '', cost: 0 };
    }
    part = { text: part.text + piece.text, cost: part.cost + piece.cost };
  }
  return [...parts, part];
}

function costOf(text: string, encoding: TextEncoding, language: NationalLanguage): number {
  if (encoding === 'ucs2') return text.length;
  return gsm7Pieces(text, language).reduce((sum, piece) => sum + piece.cost, 0);
}

export interface SplitOptions {
  referenceBits?: 8 | 16;
  /** Octets of other header elements that every part carries. */
  headerOctets?: number;
  language?: NationalLanguage;
}

/**
 * Cuts a text that `encoding` can hold. Escape and surrogate pairs stay whole, and so does what a
 * reader takes for one character, unless it alone is longer than a part.
 */
export function splitText(
  text: string,
  encoding: TextEncoding,
  { referenceBits = 8, headerOctets = 0, language = {} }: SplitOptions = {},
): { parts: string[]; charactersLeft: number } {
  const single = room(encoding, headerOctets);
  const cost = costOf(text, encoding, language);
  if (cost <= single) return { parts: [text], charactersLeft: single - cost };
  const limit = room(encoding, headerOctets + concatenationOctets(referenceBits));
  const pieces = encoding === 'gsm7' ? gsm7Pieces(text, language) : ucs2Pieces(text, limit);
  const parts = fill(pieces, limit);
  return {
    parts: parts.map((part) => part.text),
    charactersLeft: limit - (parts.at(-1)?.cost ?? 0),
  };
}

/** What a text would cost: GSM 7-bit if its tables hold every character, else UCS-2. */
export function segments(text: string, options: { referenceBits?: 8 | 16 } = {}): Segments {
  const characters = new Set(text);
  const ucs2Characters = [...characters].filter((character) => !gsm7Septets(character));
  const encoding = ucs2Characters.length === 0 ? 'gsm7' : 'ucs2';
  return { encoding, ...splitText(text, encoding, options), ucs2Characters };
}
