/**
 * The GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038 §6.2.1, with the national
 * language shift tables in their place where a header names one, and the packing of septets into
 * octets, §6.1.2.1.1. Text out of octets and into them, without a list of septets between.
 */

import { lockingShiftTable, singleShiftTable } from './national-language.js';
import type { OctetWriter } from './octets.js';
import { TextBuffer, TextUnits } from './text-buffer.js';

/** Septets of one message, its header included (3GPP TS 23.040 §9.2.3.16). */
export const MAX_SEPTETS = 160;

/** Septet that takes the next one from the extension (or single shift) table. */
const ESCAPE = 0x1b;

const SPACE = 0x20;

// §6.2.1: one character a code, in order. The escape code stands for itself.
const DEFAULT_ALPHABET =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ' +
  ' !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmnopqrstuvwxyzäöñüà';

// §6.2.1.1
const EXTENSION_TABLE: ReadonlyMap<number, string> = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]);

/** National language identifiers of 3GPP TS 23.038 §6.2.1.2.4; 0 or absent: the default tables. */
export interface NationalLanguage {
  locking?: number;
  single?: number;
}

/** Stands for a character that the tables lack, and for a code that has no character. */
const NONE = 0xffff;

/** Bit of an entry of `codes` whose septet has an escape before it. */
const ESCAPED = 0x80;

/** All that reading and writing in one pair of tables needs. */
export interface Gsm7Alphabet {
  /** 16-bit units by septet, `NONE` where it has no character. */
  readonly main: Uint16Array;
  /** The same behind an escape. */
  readonly shifted: Uint16Array;
  /** Septet, with `ESCAPED` where it needs one, by 16-bit unit; `NONE` where the tables lack it. */
  readonly codes: Uint16Array;
}

function buildAlphabet(language: NationalLanguage): Gsm7Alphabet {
  const mainTable = lockingShiftTable(language.locking ?? 0) ?? DEFAULT_ALPHABET;
  const shiftedTable = singleShiftTable(language.single ?? 0) ?? EXTENSION_TABLE;
  const main = Uint16Array.from(mainTable, (character) => character.charCodeAt(0) || NONE);
  const shifted = new Uint16Array(128).fill(NONE);
  for (const [code, character] of shiftedTable) shifted[code] = character.charCodeAt(0);

  const units = [...main, ...shifted].filter((unit) => unit !== NONE);
  const codes = new Uint16Array(Math.max(...units) + 1).fill(NONE);
  // Backwards, and the main table last, so that the shortest and lowest code of a character wins.
  for (let code = 127; code >= 0; code -= 1) {
    const unit = shifted[code] ?? NONE;
    if (unit !== NONE) codes[unit] = ESCAPED | code;
  }
  for (let code = 127; code >= 0; code -= 1) {
    const unit = main[code] ?? NONE;
    if (unit !== NONE && code !== ESCAPE) codes[unit] = code;
  }
  return { main, shifted, codes };
}

const DEFAULT = buildAlphabet({});

/** By locking and single shift: identifiers of one octet each (23.040 §9.2.3.24.15 and 16). */
const alphabets = new Map<number, Gsm7Alphabet>([[0, DEFAULT]]);

/** The tables that a header names; the default ones in the place of any that §A.2 or §A.3 lacks. */
export function gsm7Alphabet(language: NationalLanguage = {}): Gsm7Alphabet {
  // An identifier without a table counts as 0, so that no sender can make up new alphabets.
  const locking = lockingShiftTable(language.locking ?? 0) ? (language.locking ?? 0) : 0;
  const single = singleShiftTable(language.single ?? 0) ? (language.single ?? 0) : 0;
  const key = locking * 256 + single;
  const known = alphabets.get(key);
  if (known) return known;
  const alphabet = buildAlphabet({ locking, single });
  alphabets.set(key, alphabet);
  return alphabet;
}

const buffer = new TextBuffer();

/**
 * Text of `count` septets that are packed into `octets` from `start` on, of which the first
 * `skipped` are left out: those that a user data header with its fill bits takes the room of.
 * The count comes from a length field and never from the octets, since seven spare zero bits look
 * like an `@`. A code missing from the extension table reads as the main table's character, and a
 * doubled escape as a space (§6.2.1.1); so do an escape with nothing behind it and a code without a
 * character, of which the standard says nothing.
 */
export function decodeGsm7(
  octets: Uint8Array,
  start: number,
  count: number,
  skipped = 0,
  { main, shifted }: Gsm7Alphabet = DEFAULT,
): string {
  buffer.clear();
  let escaped = false;
  for (let index = skipped; index < count; index += 1) {
    const septet = septetAt(octets, start, index);
    let unit = main[septet] ?? NONE;
    if (escaped) {
      escaped = false;
      if (septet === ESCAPE) unit = SPACE;
      else unit = pick(shifted[septet] ?? NONE, unit);
    } else if (septet === ESCAPE) {
      escaped = true;
      continue;
    }
    buffer.put(pick(unit, SPACE));
  }
  if (escaped) buffer.put(SPACE);
  return buffer.toString();
}

function pick(unit: number, otherwise: number): number {
  return unit === NONE ? otherwise : unit;
}

/** Septet `index` of those packed from `start` on, least significant bit first (§6.1.2.1.1). */
function septetAt(octets: Uint8Array, start: number, index: number): number {
  const bit = 7 * index;
  const at = start + (bit >> 3);
  const pair = (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8);
  return (pair >> (bit & 7)) & 0x7f;
}

/** The entry of a 16-bit unit; never reads past the table, which would slow every later reading. */
function codeOf(codes: Uint16Array, unit: number): number {
  return unit < codes.length ? (codes[unit] ?? NONE) : NONE;
}

/** Septets that the character at `index` costs, 1 or 2, or 0 where the tables lack it. */
export function gsm7Cost(text: string, index: number, { codes }: Gsm7Alphabet): 0 | 1 | 2 {
  const code = codeOf(codes, text.charCodeAt(index));
  if (code < ESCAPED) return 1;
  return code === NONE ? 0 : 2;
}

const piece = new TextUnits();

/** Septets of a whole text, or undefined where the tables lack one of its characters. */
export function gsm7Length(text: string, { codes }: Gsm7Alphabet = DEFAULT): number | undefined {
  const { units } = piece;
  let septets = text.length;
  for (let start = 0; start < text.length; ) {
    const count = piece.load(text, start);
    for (let index = 0; index < count; index += 1) {
      const code = codeOf(codes, units[index] ?? 0);
      if (code < ESCAPED) continue;
      if (code === NONE) return undefined;
      septets += 1;
    }
    start += count;
  }
  return septets;
}

/** Whether a character (one 16-bit unit; no table has more) is in the tables. */
export function isGsm7(character: string, alphabet: Gsm7Alphabet = DEFAULT): boolean {
  return character.length === 1 && gsm7Cost(character, 0, alphabet) > 0;
}

/** Zero bits between a header of `headerOctets` (UDHL included) and the first septet: 0 to 6. */
function fillBitsAfter(headerOctets: number): number {
  return (7 - ((headerOctets * 8) % 7)) % 7;
}

/**
 * Packs a text behind what `writer` holds, with the fill bits that bring it onto a septet boundary
 * after a header of `headerOctets` (3GPP TS 23.040 §9.2.3.24), and returns its septets. Spare bits
 * are zero. Throws RangeError for a character that the tables lack, and for more text than any
 * message has room for.
 */
export function writeGsm7(
  writer: OctetWriter,
  text: string,
  headerOctets = 0,
  { codes }: Gsm7Alphabet = DEFAULT,
): number {
  if (text.length > MAX_SEPTETS) {
    throw new RangeError(`${text.length} characters do not fit the ${MAX_SEPTETS} of one message`);
  }
  const { octets } = writer;
  const { units } = piece;
  const count = piece.load(text, 0);
  let septets = count;
  let at = writer.length;
  let pending = 0;
  let bits = fillBitsAfter(headerOctets);
  for (let index = 0; index < count; index += 1) {
    const code = codeOf(codes, units[index] ?? 0);
    if (code >= ESCAPED) {
      if (code === NONE) throw notInAlphabet(text, index);
      pending |= ESCAPE << bits;
      bits += 7;
      septets += 1;
      if (bits >= 8) {
        octets[at] = pending;
        at += 1;
        pending >>= 8;
        bits -= 8;
      }
    }
    pending |= (code & 0x7f) << bits;
    bits += 7;
    if (bits >= 8) {
      octets[at] = pending;
      at += 1;
      pending >>= 8;
      bits -= 8;
    }
  }
  if (bits > 0) {
    octets[at] = pending;
    at += 1;
  }
  writer.length = at;
  return septets;
}

function notInAlphabet(text: string, index: number): RangeError {
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  return new RangeError(`${JSON.stringify(character)} is not in the GSM 7-bit alphabet`);
}
