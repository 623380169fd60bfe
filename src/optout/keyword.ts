/**
 * Third stage: the whole text is one keyword or several, politeness aside. Must not know what else a
 * request may be made of.
 */
import type { KeywordAction, KeywordTerm, Vocabulary } from './vocabulary.js';

export interface KeywordDecision {
  readonly action: KeywordAction | 'doubtful';
  readonly rule: string;
  readonly language: string | undefined;
  readonly all: boolean;
}

/** Undefined unless every word is a keyword or may stand beside it. `units` are folded. */
export function readKeywords(
  units: readonly string[],
  vocabulary: Vocabulary,
): KeywordDecision | undefined {
  const terms = readTerms(units, vocabulary);
  if (terms === undefined) return undefined;
  const keywords = terms.filter((term) => term.kind === 'keyword');
  const actions = new Set(keywords.map(({ action }) => action));
  // STOP beside HELP is still a STOP; beside START it may be either.
  const action = actions.has('opt_out') ? 'opt_out' : [...actions][0];
  const deciding = keywords.find((keyword) => keyword.action === action);
  if (action === undefined || deciding === undefined) return unsure(terms, units);
  const { rule, language } = deciding;
  if (actions.has('opt_in') && actions.size > 1) {
    return { action: 'doubtful', rule: `${rule} beside another keyword`, language, all: false };
  }
  const belongs = terms.every(
    (term) =>
      term.kind !== 'filler' ||
      ((term.with === undefined || term.with === action) && isShared(term.owners, deciding.owners)),
  );
  if (!belongs || !areJoined(terms)) return undefined;
  const all = action === 'opt_out' && terms.some((term) => term.kind !== 'connector' && term.all);
  return { action, rule, language, all };
}

/** "Wrong number", and politeness alone. */
function unsure(
  terms: readonly KeywordTerm[],
  units: readonly string[],
): KeywordDecision | undefined {
  const said = terms.find((term) => term.kind === 'filler' && term.unsure);
  if (said?.kind !== 'filler' || !terms.every((term) => isPoliteOr(term, said))) return undefined;
  const [language] = said.owners;
  return { action: 'doubtful', rule: `doubtful:${units.join(' ')}`, language, all: false };
}

function isPoliteOr(term: KeywordTerm, said: KeywordTerm): boolean {
  return term === said || (term.kind === 'filler' && (term.unsure || term.with === undefined));
}

/** Whether a language has both words. English is said beside any keyword, and so is any beside its. */
function isShared(
  fillers: ReadonlySet<string>,
  keywords: ReadonlySet<string> | undefined,
): boolean {
  if (keywords === undefined || keywords.has('en') || fillers.has('en')) return true;
  return [...fillers].some((language) => keywords.has(language));
}

/** The terms that make up the whole text; undefined at the first word that is none. */
function readTerms(units: readonly string[], vocabulary: Vocabulary): KeywordTerm[] | undefined {
  const terms: KeywordTerm[] = [];
  for (let at = 0; at < units.length; ) {
    const found = vocabulary.find(units, at);
    if (found === undefined) return undefined;
    terms.push(found.term);
    at += found.length;
  }
  return terms;
}

/** Whether each connector has a keyword somewhere on both sides: "stop to quit", not "stop to". */
function areJoined(terms: readonly KeywordTerm[]): boolean {
  const kinds = terms.map(({ kind }) => kind);
  const connectors = kinds.flatMap((kind, index) => (kind === 'connector' ? [index] : []));
  const [first, last] = [connectors[0], connectors.at(-1)];
  if (first === undefined || last === undefined) return true;
  return kinds.indexOf('keyword') < first && kinds.lastIndexOf('keyword') > last;
}
