/**
 * Texts by alphabet and length: drawn from every character that a table holds, and as long as the
 * places where a message breaks into parts.
 */
import { decodePdu, PduError } from '../../src/sms/index.js';
import { deliverOfSeptets } from './pdu-building.js';
import type { Random } from './random.js';

/** National language identifiers of 3GPP TS 23.038 §6.2.1.2.4. */
export const LANGUAGES = Array.from({ length: 13 }, (_, index) => index + 1);
/** Languages with a locking shift table of their own (§A.3): Spanish has none. */
export const LOCKING_LANGUAGES = LANGUAGES.filter((language) => language !== 2);

export const SINGLE_SHIFT = 0x24;
export const LOCKING_SHIFT = 0x25;
const ESCAPE = 0x1b;
const CODES = Array.from({ length: 128 }, (_, code) => code).filter((code) => code !== ESCAPE);

/** Header elements that name a language's tables. */
export function languageElements(language: { locking?: number; single?: number }): number[] {
  return [
    ...(language.locking === undefined ? [] : [LOCKING_SHIFT, 1, language.locking]),
    ...(language.single === undefined ? [] : [SINGLE_SHIFT, 1, language.single]),
  ];
}

function textOfSeptets(septets: readonly number[], header: readonly number[]): string {
  const pdu = decodePdu(deliverOfSeptets(septets, header));
  if (pdu instanceof PduError || pdu.type !== 'deliver' || pdu.text === undefined) {
    throw new Error('a plain DELIVER cannot be read');
  }
  return pdu.text;
}

/** Every character that can be written under a language: its main table and its shifted one. */
export function charactersOf(language: { locking?: number; single?: number }): string[] {
  const header = languageElements(language);
  const main = textOfSeptets(CODES, header);
  const half = CODES.length / 2;
  const shifted = [CODES.slice(0, half), CODES.slice(half)].map((codes) =>
    textOfSeptets(
      codes.flatMap((code) => [ESCAPE, code]),
      header,
    ),
  );
  return [...new Set([...main, ...shifted.join('')])];
}

const BMP = ['Ж', 'я', '中', '文', 'ا', 'ل', 'ñ', 'é', 'a', '€', '\u200d', '“', '…', '\ufeff'];
const ASTRAL = ['😀', '👨‍👩‍👧‍👦', '🇬🇧', '𝒳', '👍🏽', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'];

/** A text in UCS-2 of about `units` 16-bit units. */
export function ucs2Text(random: Random, units: number): string {
  let text = random.pick(['Ж', '中', '😀']);
  while (text.length < units) {
    text += random.chance(0.005) ? '~' : random.pick(random.chance(0.2) ? ASTRAL : BMP);
  }
  return random.chance(0.2) ? text : Array.from(text).slice(0, units).join('');
}

/** A text of `count` of these characters. */
export function textOf(random: Random, characters: readonly string[], count: number): string {
  return random.list(count, () => random.pick(characters)).join('');
}

/** Lengths on both sides of every boundary of one, two and three parts, in septets. */
export const SEPTET_LENGTHS = [
  ...[0, 1, 2, 6, 7, 8, 9, 15, 16, 17, 69, 70, 71, 79, 80, 81, 133, 134, 135, 151, 152, 153, 154],
  ...[158, 159, 160, 161, 304, 305, 306, 307, 458, 459, 460],
];
/** The same in 16-bit units. */
export const UNIT_LENGTHS = [
  ...[1, 2, 3, 65, 66, 67, 68, 69, 70, 71, 131, 132, 133, 134, 135, 200, 201, 202],
];

/** Numbers as people and networks write them: international, national, short, with `* #`. */
export function diallable(random: Random): string {
  const digits = (count: number) => random.list(count, () => random.integer(0, 9)).join('');
  const kind = random.integer(0, 9);
  if (kind <= 4) return `+${random.integer(1, 9)}${digits(random.integer(4, 14))}`;
  if (kind <= 6) return `0${digits(random.integer(5, 12))}`;
  if (kind <= 8) return digits(random.integer(3, 6));
  return `${random.pick(['*', '#', '*1'])}${textOf(random, [...'0123456789*#'], random.integer(1, 12))}`;
}

const DEFAULT_CHARACTERS = charactersOf({}).filter((character) => /[^\r\n\f]/u.test(character));

/** An alphanumeric sender of 1 to 11 characters (those of the extension table count twice). */
export function alphanumeric(random: Random): string {
  const characters = random.chance(0.7) ? [...'ABCXYZabcxyz0189 -.&'] : DEFAULT_CHARACTERS;
  const wanted = random.integer(1, 11);
  let text = random.pick([...'ABCXYZabcxyz']);
  let septets = 1;
  while (septets < wanted) {
    const character = random.pick(characters);
    septets += /[\^{}\\[~\]|€]/u.test(character) ? 2 : 1;
    if (septets <= 11) text += character;
  }
  return text;
}

/** The character of each code of the default alphabet, 3GPP TS 23.038 §6.2.1; the escape has none. */
export const DEFAULT_ALPHABET: ReadonlyMap<number, string> = new Map(
  CODES.map((code) => [code, textOfSeptets([code], [])]),
);

/** The character of each code of the default extension table, §6.2.1.1. */
export const DEFAULT_EXTENSION: ReadonlyMap<number, string> = new Map(
  [0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65].map((code) => [
    code,
    textOfSeptets([ESCAPE, code], []),
  ]),
);
