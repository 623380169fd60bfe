/**
 * The GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038 §6.2.1, with the
 * national language shift tables in their place where a header names one.
 * Septets in, text out, and back; packing is elsewhere.
 */

import { lockingShiftTable, singleShiftTable } from './national-language.js';

/** Septet that takes the next one from the extension (or single shift) table. */
const ESCAPE = 0x1b;

/** Stands in a locking shift table where a code has no character; a reader sees a space. */
const NO_CHARACTER = '\0';

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

interface Gsm7Tables {
  main: string;
  shifted: ReadonlyMap<number, string>;
}

function tablesFor(language: NationalLanguage): Gsm7Tables {
  return {
    main: lockingShiftTable(language.locking ?? 0) ?? DEFAULT_ALPHABET,
    shifted: singleShiftTable(language.single ?? 0) ?? EXTENSION_TABLE,
  };
}

/**
 * Text of septets. A code missing from the extension table reads as the main table's character,
 * and an escape that is doubled or has nothing behind it as a space (§6.2.1.1).
 */
export function decodeGsm7(septets: readonly number[], language: NationalLanguage = {}): string {
  const { main, shifted } = tablesFor(language);
  const mainCharacter = (code: number) => main.charAt(code).replace(NO_CHARACTER, ' ');
  let text = '';
  for (let index = 0; index < septets.length; index++) {
    const septet = septets[index] ?? 0;
    if (septet !== ESCAPE) {
      text += mainCharacter(septet);
      continue;
    }
    index++;
    const code = septets[index];
    if (code === undefined || code === ESCAPE) text += ' ';
    else text += shifted.get(code) ?? mainCharacter(code);
  }
  return text;
}

/** By locking and single shift: identifiers of one octet each (23.040 §9.2.3.24.15 and 16). */
const encoders = new Map<number, ReadonlyMap<string, readonly number[]>>();

function encoderFor(language: NationalLanguage): ReadonlyMap<string, readonly number[]> {
  const key = (language.locking ?? 0) * 256 + (language.single ?? 0);
  const known = encoders.get(key);
  if (known) return known;
  const { main, shifted } = tablesFor(language);
  const encoder = new Map<string, readonly number[]>();
  for (const [code, character] of shifted) encoder.set(character, [ESCAPE, code]);
  // Backwards and last, so that the shortest and lowest code of a character wins.
  for (let code = main.length - 1; code >= 0; code--) {
    if (code !== ESCAPE) encoder.set(main.charAt(code), [code]);
  }
  encoder.delete(NO_CHARACTER);
  encoders.set(key, encoder);
  return encoder;
}

/** Septets of one character: one, two with an escape, or undefined where the tables lack it. */
export function gsm7Septets(
  character: string,
  language: NationalLanguage = {},
): readonly number[] | undefined {
  return encoderFor(language).get(character);
}

/** Septets of a text. Throws RangeError for a character that the tables lack. */
export function encodeGsm7(text: string, language: NationalLanguage = {}): number[] {
  const encoder = encoderFor(language);
  return Array.from(text).flatMap((character) => {
    const septets = encoder.get(character);
    if (!septets) {
      throw new RangeError(`${JSON.stringify(character)} is not in the GSM 7-bit alphabet`);
    }
    return septets;
  });
}
