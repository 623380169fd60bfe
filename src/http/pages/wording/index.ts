/** The languages of the opt-out pages; English where there is none. */
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
import { nl } from './nl.js';
import { no } from './no.js';
import { pl } from './pl.js';
import { pt } from './pt.js';
import { ro } from './ro.js';
import { ru } from './ru.js';
import { sv } from './sv.js';
import { tr } from './tr.js';
import { uk } from './uk.js';
import type { Wording } from './wording.js';
import { zh } from './zh.js';

const wordings: ReadonlyMap<string, Wording> = new Map(
  Object.entries({
    ...{ en, es, fr, de, pt, it, nl, pl, sv, da, no, fi },
    ...{ tr, ru, uk, ar, he, el, cs, ro, hu, zh, ja },
  }),
);

/** `language`: ISO 639-1, as configured. */
export function wordingIn(language: string): Wording {
  return wordings.get(language) ?? en;
}

/** Whether the pages speak it. */
export function isSpoken(language: string): boolean {
  return wordings.has(language);
}
