/**
 * What a network answered to a USSD code, as text: 3GPP TS 23.038 §5 (the coding scheme of cell
 * broadcast, which USSD shares) and §6.1.2.3 (packing). Modems show the octets in their own ways,
 * whatever they say of the coding, so that the text is told from the looks where they differ.
 */

import { decodeGsm7 } from './gsm7.js';
import { decodeUcs2 } from './ucs2.js';

/** As a modem tells it in `+CUSD: <m>,<str>,<dcs>` (27.007 §7.15). */
export interface UssdString {
  /** `<str>` where it may be text or hexadecimal digits: the modem does not say which. */
  readonly text?: string | undefined;
  /** `<str>` where it is known to be hexadecimal digits. */
  readonly hex?: string | undefined;
  /** `<dcs>`; absent: the default alphabet. */
  readonly dcs?: number | undefined;
}

type Alphabet = 'gsm7' | '8bit' | 'ucs2';

interface Coding {
  readonly alphabet: Alphabet;
  /** A language code stands before the text: of three septets, or of two in two octets. */
  readonly hasLanguage: boolean;
}

const CR = '\r';
/** Bits 3 and 2 of the general groups; the fourth value is reserved. */
const ALPHABETS: readonly Alphabet[] = ['gsm7', '8bit', 'ucs2', 'gsm7'];

/** §5; reserved values are the default alphabet. Compressed text was never seen and is not read. */
function codingOf(dcs: number): Coding {
  const plain = (alphabet: Alphabet): Coding => ({ alphabet, hasLanguage: false });
  if (dcs === 0x10) return { alphabet: 'gsm7', hasLanguage: true };
  if (dcs === 0x11) return { alphabet: 'ucs2', hasLanguage: true };
  const group = dcs >> 4;
  if ((group >= 0x4 && group <= 0x7) || group === 0x9) {
    return plain(ALPHABETS[(dcs >> 2) & 0x03] ?? 'gsm7');
  }
  if (group === 0xf) return plain((dcs & 0x04) === 0 ? 'gsm7' : '8bit');
  return plain('gsm7');
}

/** How the string of an answer was written. `single`: an octet a character. */
export type UssdForm = 'plain' | 'packed' | 'single' | 'ucs2';

interface Reading {
  readonly form: UssdForm;
  readonly text: string;
}

/** The text of an answer; undefined where there is none. */
export function decodeUssd(answer: UssdString): string | undefined {
  const { text } = readUssd(answer);
  return text === '' ? undefined : text;
}

/**
 * The string of an answer with the form that it was written in. Where the looks leave it open
 * (hexadecimal digits under a DCS of the default alphabet are packed septets on Huawei, one octet
 * a character on others, UCS-2 where AT+CSCS says so), the reading that looks most like text is
 * taken, and of equals the one that the DCS says.
 */
export function readUssd({ text, hex, dcs = 0x0f }: UssdString): Reading & {
  readonly written: string;
} {
  const written = hex ?? text ?? '';
  const plain = { form: 'plain', text: written, written } as const;
  const coding = codingOf(dcs);
  const octets = octetsOf(written);
  if (octets === undefined) return plain;
  const mayBeText = hex === undefined && coding.alphabet !== 'ucs2';
  if (mayBeText && BARE_NUMBER.test(written)) return plain;
  const [first, ...others] = readingsOf(octets, coding);
  let best = first;
  for (const reading of others) {
    if (likeness(reading.text) > likeness(best.text)) best = reading;
  }
  // The digits may well be the text itself, where nothing better can be read.
  return mayBeText && likeness(best.text) < DOUBTFUL ? plain : { ...best, written };
}

/** A balance or a code; of septets that are packed, hardly any have decimal digits alone. */
const BARE_NUMBER = /^\d{1,14}$/;
/** Likeness below which hexadecimal digits are rather taken for text. */
const DOUBTFUL = 0.7;
/** Octets of the shortest answer that is read as UCS-2 where the DCS says another alphabet. */
const LEAST_UCS2 = 8;

/** All that the octets may say, first what the DCS has them say. */
function readingsOf(
  octets: Uint8Array,
  { alphabet, hasLanguage }: Coding,
): readonly [Reading, ...Reading[]] {
  const single: Reading = { form: 'single', text: String.fromCharCode(...octets) };
  const asUcs2 = (start: number): Reading => ({
    form: 'ucs2',
    text: decodeUcs2(octets, start, octets.length),
  });
  const ucs2 = octets.length % 2 === 0 && octets.length >= LEAST_UCS2 ? [asUcs2(0)] : [];
  switch (alphabet) {
    case 'ucs2':
      return [asUcs2(hasLanguage ? 2 : 0), single];
    case '8bit':
      return [single, ...ucs2];
    case 'gsm7': {
      const unpacked = unpack(octets);
      // Two letters and a CR, §5: the language, then the text.
      const packed: Reading = { form: 'packed', text: hasLanguage ? unpacked.slice(3) : unpacked };
      return [packed, single, ...ucs2];
    }
  }
}

/**
 * Septets of USSD have no count of their own: as many as there is room for, without the CR that
 * fills the last octet (§6.1.2.3.1).
 */
function unpack(octets: Uint8Array): string {
  const text = decodeGsm7(octets, 0, Math.floor((octets.length * 8) / 7));
  return octets.length % 7 === 0 && text.endsWith(CR) ? text.slice(0, -1) : text;
}

/** 0 to 1: the share of characters that people write to each other. */
function likeness(text: string): number {
  const characters = [...text];
  if (characters.length === 0) return 0;
  let sum = 0;
  for (const [index, character] of characters.entries()) {
    sum += weightOf(character, characters[index - 1]);
  }
  return sum / characters.length;
}

/** A letter counts less where its alphabet is not that of the letter before it. */
function weightOf(character: string, before: string | undefined): number {
  if (/[\p{Nd} \r\n]/u.test(character)) return 1;
  if (/\p{L}/u.test(character)) {
    const isMixed = before !== undefined && /\p{L}/u.test(before) && isFar(character, before);
    return isMixed ? 0.3 : 1;
  }
  if (/[.,:;!?'"()%*#+/=_@&€$£¥-]/u.test(character)) return 0.9;
  return 0;
}

function isFar(one: string, other: string): boolean {
  const block = (character: string) => (character.codePointAt(0) ?? 0) >> 8;
  // Latin is spread over the first two blocks.
  return Math.max(1, block(one)) !== Math.max(1, block(other));
}

function octetsOf(digits: string): Uint8Array | undefined {
  if (digits.length === 0 || digits.length % 2 !== 0 || !/^[0-9A-F]+$/i.test(digits))
    return undefined;
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  );
}
