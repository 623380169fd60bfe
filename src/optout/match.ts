/**
 * What a reply asks for. Stages, in order: clean, then keyword: the whole text is one keyword or
 * several, politeness aside. Pure; must not know who wrote, or what was sent before.
 */
import { clean } from './clean.js';
import { type KeywordAction, type MatchOptions, type Term, Vocabulary } from './vocabulary.js';

export type { MatchOptions } from './vocabulary.js';

export interface Match {
  /** `doubtful`: it may be an opt-out and may not; a person has to look. */
  readonly action: KeywordAction | 'doubtful' | null;
  /** What decided, for people: `keyword:stop`, `misspelling:optout`, `configured:basta`, `none`. */
  readonly rule: string;
  /** Of the words that decided, and of the answer. */
  readonly language: string | undefined;
  readonly cleaned: string;
  /** An opt-out from everything, whatever the configured scope: STOP ALL. */
  readonly all: boolean;
}

/** Reads a reply of any length; linear in it. */
export function match(text: string, options: MatchOptions): Match {
  const cleaned = clean(text);
  return {
    ...(readKeywords(cleaned, vocabularyOf(options)) ?? NOTHING),
    cleaned,
  };
}

type Decision = Omit<Match, 'cleaned'>;

const NOTHING: Decision = { action: null, rule: 'none', language: undefined, all: false };

const vocabularies = new WeakMap<MatchOptions, Vocabulary>();

function vocabularyOf(options: MatchOptions): Vocabulary {
  const known = vocabularies.get(options);
  if (known !== undefined) return known;
  const vocabulary = new Vocabulary(options);
  vocabularies.set(options, vocabulary);
  return vocabulary;
}

/** Undefined unless every word is a keyword or may stand beside it. */
function readKeywords(cleaned: string, vocabulary: Vocabulary): Decision | undefined {
  const terms = readTerms(cleaned, vocabulary);
  if (terms === undefined) return undefined;
  const keywords = terms.filter((term) => term.kind === 'keyword');
  const actions = new Set(keywords.map(({ action }) => action));
  // STOP beside HELP is still a STOP; beside START it may be either.
  const action = actions.has('opt_out') ? 'opt_out' : [...actions][0];
  const deciding = keywords.find((keyword) => keyword.action === action);
  if (action === undefined || deciding === undefined) return undefined;
  const { rule, language } = deciding;
  if (actions.has('opt_in') && actions.size > 1) {
    return { action: 'doubtful', rule: `${rule} beside another keyword`, language, all: false };
  }
  const belongs = terms.every(
    (term) => term.kind !== 'filler' || term.with === undefined || term.with === action,
  );
  if (!belongs || !areJoined(terms)) return undefined;
  const all = action === 'opt_out' && terms.some((term) => term.kind !== 'connector' && term.all);
  return { action, rule, language, all };
}

/** The terms that make up the whole text; undefined at the first word that is none. */
function readTerms(cleaned: string, vocabulary: Vocabulary): Term[] | undefined {
  const words = cleaned.split(' ');
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const found = vocabulary.find(words, at);
    if (found === undefined) return undefined;
    terms.push(found.term);
    at += found.length;
  }
  return terms;
}

/** Whether each connector has a keyword somewhere on both sides: "stop to quit", not "stop to". */
function areJoined(terms: readonly Term[]): boolean {
  const kinds = terms.map(({ kind }) => kind);
  const connectors = kinds.flatMap((kind, index) => (kind === 'connector' ? [index] : []));
  const [first, last] = [connectors[0], connectors.at(-1)];
  if (first === undefined || last === undefined) return true;
  return kinds.indexOf('keyword') < first && kinds.lastIndexOf('keyword') > last;
}
