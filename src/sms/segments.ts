/**
 * How a text is cut into parts: by alphabet, by room, never inside a character.
 * Knows counts of septets and 16-bit units, not PDUs.
 */

import { graphemeStart } from './grapheme.js';
import {
  type Gsm7Alphabet,
  gsm7Alphabet,
  gsm7Cost,
  gsm7Length,
  isGsm7,
  MAX_SEPTETS,
  type NationalLanguage,
} from './gsm7.js';
import { lockingShiftTable, NATIONAL_LANGUAGES, singleShiftTable } from './national-language.js';
import { MAX_OCTETS, septetsOf } from './user-data.js';
import { concatenationOctets, SHIFT_ELEMENT_OCTETS } from './user-data-header.js';

export type TextEncoding = 'gsm7' | 'ucs2';

export interface SplitOptions {
  /** Bits of the reference that marks the parts of one message: 8 when absent. */
  referenceBits?: 8 | 16;
  /** National language tables may be used where they save parts. */
  nationalTables?: boolean;
}

/** One way to write a text. */
export interface Writing {
  encoding: TextEncoding;
  /** National language tables, where `encoding` is gsm7; each one named takes room in the header. */
  language?: NationalLanguage;
  /** Octets of other header elements that every part carries, identifiers and lengths included. */
  elementOctets?: number;
}

export interface Cut {
  parts: string[];
  /** Room left in the last part, in septets or 16-bit units. */
  charactersLeft: number;
}

/** Room behind header elements of `elementOctets` in all, in septets or 16-bit units. */
function roomFor(encoding: TextEncoding, elementOctets: number): number {
  const headerOctets = elementOctets === 0 ? 0 : elementOctets + 1;
  return encoding === 'gsm7'
    ? MAX_SEPTETS - septetsOf(headerOctets)
    : Math.floor((MAX_OCTETS - headerOctets) / 2);
}

/** Where a part that begins at `start` has to end, at the latest. */
function partEnd(text: string, start: number, room: number, alphabet?: Gsm7Alphabet): number {
  if (!alphabet) return start + room;
  let left = room;
  let index = start;
  while (index < text.length) {
    left -= gsm7Cost(text, index, alphabet);
    if (left < 0) break;
    index += 1;
  }
  return index;
}

function alphabetOf({ encoding, language }: Writing): Gsm7Alphabet | undefined {
  return encoding === 'gsm7' ? gsm7Alphabet(language) : undefined;
}

/**
 * Cuts a text that is written in one way; undefined where its alphabet lacks a character. Throws
 * RangeError where the header leaves no room for text.
 */
export function cutText(text: string, writing: Writing, referenceBits: 8 | 16): Cut | undefined {
  const alphabet = alphabetOf(writing);
  const cost = alphabet ? gsm7Length(text, alphabet) : text.length;
  return cost === undefined ? undefined : cut(text, cost, writing, referenceBits);
}

/** The same for a text that is known to cost `cost`, in septets or 16-bit units. */
function cut(text: string, cost: number, writing: Writing, referenceBits: 8 | 16): Cut {
  const { encoding, language } = writing;
  const elementOctets = (writing.elementOctets ?? 0) + shiftOctets(language);
  const single = roomFor(encoding, elementOctets);
  if (cost <= single) return { parts: [text], charactersLeft: single - cost };
  const room = roomFor(encoding, elementOctets + concatenationOctets(referenceBits));
  if (room < 2) throw new RangeError(`a header of ${elementOctets} octets leaves no room for text`);
  // Where no character needs an escape, each takes as much room as any other.
  const uneven = cost === text.length ? undefined : alphabetOf(writing);
  const parts: string[] = [];
  let start = 0;
  while (start < text.length) {
    const latest = partEnd(text, start, room, uneven);
    const end = latest < text.length ? graphemeStart(text, start, latest) : text.length;
    parts.push(text.slice(start, end));
    start = end;
  }
  const last = parts.at(-1) ?? '';
  const lastCost = uneven ? (gsm7Length(last, uneven) ?? 0) : last.length;
  return { parts, charactersLeft: room - lastCost };
}

/** Octets of the elements that name a language's tables. */
function shiftOctets({ locking, single }: NationalLanguage = {}): number {
  return [locking, single].filter((table) => table !== undefined).length * SHIFT_ELEMENT_OCTETS;
}

const DEFAULT_WRITING: Writing = { encoding: 'gsm7' };
const UCS2_WRITING: Writing = { encoding: 'ucs2' };

/**
 * The ways to write a text in the tables of one language. The single shift table alone comes first,
 * since a telephone that does not know it still shows the default alphabet's letters.
 */
const NATIONAL_WRITINGS: readonly Writing[] = NATIONAL_LANGUAGES.flatMap((id) => {
  const hasSingle = singleShiftTable(id) !== undefined;
  const hasLocking = lockingShiftTable(id) !== undefined;
  const languages: NationalLanguage[] = [];
  if (hasSingle) languages.push({ single: id });
  if (hasLocking) languages.push({ locking: id });
  if (hasSingle && hasLocking) languages.push({ locking: id, single: id });
  return languages.map((language): Writing => ({ encoding: 'gsm7', language }));
});

/** A text in parts, and how they are written. */
export interface Split extends Cut {
  encoding: TextEncoding;
  /** The national language tables that the text is written in; absent: the default ones. */
  language?: NationalLanguage;
}

/**
 * Cuts a text: in GSM 7-bit if the default alphabet holds every character, else in UCS-2; in a
 * national language's tables where they may be used and save parts. Escape and surrogate pairs stay
 * whole, and so does what a reader takes for one character, unless it alone is longer than a part.
 */
export function splitText(text: string, options: SplitOptions): Split {
  const { referenceBits = 8, nationalTables = false } = options;
  const septets = gsm7Length(text);
  let best = septets === undefined ? UCS2_WRITING : DEFAULT_WRITING;
  let result = cut(text, septets ?? text.length, best, referenceBits);
  if (nationalTables && result.parts.length > 1) {
    for (const writing of NATIONAL_WRITINGS) {
      const candidate = cutText(text, writing, referenceBits);
      if (!candidate || candidate.parts.length >= result.parts.length) continue;
      best = writing;
      result = candidate;
    }
  }
  const { parts, charactersLeft } = result;
  const { encoding, language } = best;
  return language === undefined
    ? { encoding, parts, charactersLeft }
    : { encoding, parts, charactersLeft, language };
}

/** What a text would cost, and why. */
export interface Segments extends Split {
  /**
   * The characters, each once, that are not in the GSM 7-bit default alphabet: without a national
   * table they make the text a UCS-2 one.
   */
  ucs2Characters: string[];
}

/** What a text would cost: its parts as `encodeMessage` sends them, and what makes it dear. */
export function segments(text: string, options: SplitOptions = {}): Segments {
  const isDefault = gsm7Length(text) !== undefined;
  const ucs2Characters = isDefault ? [] : [...new Set(text)].filter((one) => !isGsm7(one));
  return { ...splitText(text, options), ucs2Characters };
}
