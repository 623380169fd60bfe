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

/** Each is made when it is first asked for: most gateways need two or three. */
const MAKERS: ReadonlyMap<string, () => Lexicon> = new Map(
  Object.entries({
    ...{ ar, cs, da, de, el, en, es, fi, fr, he, hu, it },
    ...{ ja, nl, no, pl, pt, ro, ru, sv, tr, uk, zh },
  }),
);

const made = new Map<string, Lexicon>();

/** Undefined where the language has no lexicon. */
export function lexiconOf(language: string): Lexicon | undefined {
  const known = made.get(language);
  if (known !== undefined) return known;
  const lexicon = MAKERS.get(language)?.();
  if (lexicon !== undefined) made.set(language, lexicon);
  return lexicon;
}

/** English keywords count everywhere: what US law and every carrier call a STOP. */
export const universal: Lexicon = lexiconOf('en') ?? en();

/** Every language there is. */
export function allLexicons(): Lexicon[] {
  return [...MAKERS.keys()].flatMap((language) => lexiconOf(language) ?? []);
}
