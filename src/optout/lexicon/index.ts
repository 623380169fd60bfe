/** The languages that there are; one is added by a file and a line here. */
import { en } from './en.js';
import type { Lexicon } from './lexicon.js';

export type { Answers, Lexicon } from './lexicon.js';

const LEXICONS: readonly Lexicon[] = [en];

/** English keywords count everywhere: what US law and every carrier call a STOP. */
export const universal: Lexicon = en;

/** Undefined where the language has no lexicon. */
export function lexiconOf(language: string): Lexicon | undefined {
  return LEXICONS.find((lexicon) => lexicon.language === language);
}
