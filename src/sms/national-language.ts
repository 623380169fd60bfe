/**
 * National language shift tables, 3GPP TS 23.038 annex A, by language identifier (§6.2.1.2.4).
 * Knows which identifiers have a table; the characters stand in one file a group of languages.
 */

import { EUROPEAN_LOCKING, EUROPEAN_SINGLE } from './shift-tables-european.js';
import { INDIC_LOCKING, INDIC_SINGLE } from './shift-tables-indic.js';
import { URDU_LOCKING, URDU_SINGLE } from './shift-tables-urdu.js';

const URDU = 13;

const LOCKING: ReadonlyMap<number, string> = new Map([
  ...EUROPEAN_LOCKING,
  ...INDIC_LOCKING,
  [URDU, URDU_LOCKING],
]);

const SINGLE: ReadonlyMap<number, ReadonlyMap<number, string>> = new Map([
  ...EUROPEAN_SINGLE,
  ...INDIC_SINGLE,
  [URDU, URDU_SINGLE],
]);

/** Identifiers of the languages that have a table of either kind, in order. */
export const NATIONAL_LANGUAGES: readonly number[] = [
  ...new Set([...SINGLE.keys(), ...LOCKING.keys()]),
].sort((a, b) => a - b);

/** The 128 characters that replace the default alphabet, or undefined where §A.3 has none. */
export function lockingShiftTable(language: number): string | undefined {
  return LOCKING.get(language);
}

/** The codes that replace the extension table, or undefined where §A.2 has none. */
export function singleShiftTable(language: number): ReadonlyMap<number, string> | undefined {
  return SINGLE.get(language);
}
