/** The languages that there are; one is added by a file and a line here. */
import { ar } from './ar.js';
import { cs } from './cs.js';
import { da } from './da.js';
import { de } from './de.js';
import { el } from './el.js';
import { en } from './en.js';
import { es } from './es.js';
import { fi } from './fi.js';
import { fr } from './fr.js';
import { he } from './he.js';
import { hu } from './hu.js';
import { it } from './it.js';
import { ja } from './ja.js';
import type { Lexicon } from './lexicon.js';
import { nl } from './nl.js';
import { no } from './no.js';
import { pl } from './pl.js';
import { pt } from './pt.js';
import { ro } from './ro.js';
import { ru } from './ru.js';
import { sv } from './sv.js';
import { tr } from './tr.js';
import { uk } from './uk.js';
import { zh } from './zh.js';

export type { Answers, Grammar, Keywords, Lexicon } from './lexicon.js';

export const LEXICONS: readonly Lexicon[] = [
  ...[en, es, fr, de, pt, it, nl, pl, sv, da, no, fi, tr, ru, uk, ar, he, el, cs, ro, hu, zh, ja],
];

/** English keywords count everywhere: what US law and every carrier call a STOP. */
export const universal: Lexicon = en;

const byLanguage = new Map(LEXICONS.map((lexicon) => [lexicon.language, lexicon]));

/** Undefined where the language has no lexicon. */
export function lexiconOf(language: string): Lexicon | undefined {
  return byLanguage.get(language);
}
