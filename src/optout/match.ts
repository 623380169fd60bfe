/**
 * What a reply asks for. Stages, in order, each in its own file: clean, not theirs, keyword, phrase,
 * intent, doubtful; the first that knows decides. Pure; must not know who wrote, or what was sent
 * before, but for the one message that it is given.
 */

import { type Clause, IS } from './classes.js';
import { read, type Word, written } from './clean.js';
import { readDoubtful } from './doubtful.js';
import { fold, unitsOf } from './fold.js';
import { GrammarTable } from './grammar.js';
import { readIntent } from './intent.js';
import { readKeywords } from './keyword.js';
import { lexiconOf, universal } from './lexicon/index.js';
import { withoutQuotations, withoutRun, withoutSent } from './not-theirs.js';
import { readApart, readClosing, readOpening, readPhrase } from './phrase.js';
import { answersOf } from './replies.js';
import { Triggers } from './triggers.js';
import { type KeywordAction, type KeywordOptions, Vocabulary } from './vocabulary.js';

export interface MatchOptions extends KeywordOptions {
  /**
   * How much is understood: a keyword alone, what people add to one, or a request in any words.
   * Default: `intent`.
   */
  readonly match?: 'keyword' | 'phrase' | 'intent';
}

export interface Match {
  /** `doubtful`: it may be an opt-out and may not; a person has to look. */
  readonly action: KeywordAction | 'doubtful' | null;
  /**
   * What decided, for people: `keyword:stop`, `misspelling:optout`, `configured:basta`,
   * `phrase:stop`, `intent:remove from list`, `doubtful:stop and more`, `none`.
   */
  readonly rule: string;
  /** Of the words that decided, and of the answer; undefined where they belong to no configured one. */
  readonly language: string | undefined;
  /** The words that were read: what was quoted or sent back is not among them. */
  readonly cleaned: string;
  /** An opt-out from everything, whatever the configured scope: STOP ALL. */
  readonly all: boolean;
}

/**
 * Reads a reply of any length; linear in it. `lastSent`: our last message to its sender, which some
 * phones send back with the reply.
 */
export function match(text: string, options: MatchOptions, lastSent?: string): Match {
  const tables = tablesOf(options);
  const words = withoutOurs(read(withoutQuotations(text)), tables.ours, lastSent);
  const cleaned = written(words);
  const asWritten = decide(words, tables, options) ?? decideSpaced(words, tables, options);
  const isOpen = asWritten === undefined || asWritten.action === 'doubtful';
  const decision = (isOpen ? decideRepaired(words, tables, options) : undefined) ?? asWritten;
  if (decision !== undefined) return { ...decision, cleaned };
  return { ...NOTHING, cleaned };
}

type Decision = Omit<Match, 'cleaned'>;

const NOTHING: Decision = { action: null, rule: 'none', language: undefined, all: false };

function decide(
  words: readonly Word[],
  { vocabulary, universal: english, grammars, triggers }: Tables,
  { match: how = 'intent', languages }: MatchOptions,
): Decision | undefined {
  if (words.length === 0) return undefined;
  const units = words.flatMap(({ text }) => unitsOf(fold(text)));
  const keyword = readKeywords(units, vocabulary);
  if (keyword !== undefined || how === 'keyword') return keyword;
  const asked = triggers.languagesOf(units);
  const readings = grammars
    .filter((grammar, number) => grammar === english || (asked & (1 << number)) !== 0)
    .map((grammar) => ({ grammar, clauses: grammar.read(words) }));
  if (asked === 0) return undefined;
  let doubtful: Decision | undefined;
  let mostKnown: number | undefined;
  for (const { grammar, clauses } of readings) {
    const found = understand(clauses, grammar, how);
    if (found === undefined) continue;
    // A text is in the language that has most of its words; another misreads it. English has STOP
    // in every language.
    mostKnown ??= Math.max(
      ...readings.map((other) => knownIn(other.clauses) + (other.grammar === english ? 1 : 0)),
    );
    if (grammar !== english && knownIn(clauses) < mostKnown) continue;
    const language = languages.includes(grammar.language) ? grammar.language : undefined;
    const decision = { ...found, language, all: false };
    if (found.action === 'opt_out') return decision;
    doubtful ??= decision;
  }
  return doubtful;
}

/** Once more with spaces where they were left out: "stoptexting". */
function decideSpaced(
  words: readonly Word[],
  tables: Tables,
  options: MatchOptions,
): Decision | undefined {
  const spaced = words.flatMap((word) => tables.universal.spaced(word));
  return spaced.length === words.length ? undefined : decide(spaced, tables, options);
}

/** Once more with the words that were meant: "remoce me form your lsit". */
function decideRepaired(
  words: readonly Word[],
  tables: Tables,
  options: MatchOptions,
): Decision | undefined {
  if (options.match === 'keyword') return undefined;
  const repaired = tables.universal.repaired(words);
  const decision = repaired && decide(repaired, tables, options);
  return decision?.action === 'opt_out' ? decision : undefined;
}

/** How many of the words the language has. */
function knownIn(clauses: readonly Clause[]): number {
  const known = clauses.flatMap(({ terms }) => terms.filter(({ bits }) => bits !== 0));
  return known.reduce((count, { words }) => count + words.split(' ').length, 0);
}

function understand(
  clauses: readonly Clause[],
  grammar: GrammarTable,
  how: 'phrase' | 'intent',
): Pick<Decision, 'action' | 'rule'> | undefined {
  const phrase = readPhrase(clauses);
  if (phrase !== undefined) return { action: 'opt_out', rule: `phrase:${phrase}` };
  // A word that every language has is read by English alone.
  const apart = readApart(clauses);
  const isOwn =
    apart !== undefined && (grammar.language === universal.language || !isShared(apart.word));
  const isReasoned = clauses.some(({ terms }) =>
    terms.some(({ bits }) => bits & (IS.reasons | IS.messages)),
  );
  const isContrary = clauses.some(({ terms }) => terms.some(({ bits }) => bits & IS.keep));
  if (isOwn && !isContrary && (apart.pause === 'long' || apart.isAsked || isReasoned)) {
    return { action: 'opt_out', rule: `phrase:${apart.word}` };
  }
  if (how === 'phrase') return undefined;
  const intent = readIntent(clauses, grammar);
  if (intent !== undefined) {
    const { rule, isDoubtful } = intent;
    return isDoubtful
      ? { action: 'doubtful', rule: `doubtful:${rule}` }
      : { action: 'opt_out', rule: `intent:${rule}` };
  }
  // Other languages have words that end like this for other ends.
  const isEnglish = grammar.language === universal.language;
  const edge = isEnglish ? (readOpening(clauses) ?? readClosing(clauses)) : undefined;
  if (edge !== undefined) return { action: 'opt_out', rule: `phrase:${edge}` };
  const doubtful = isOwn && apart.pause !== 'none' ? readDoubtful(clauses, apart) : undefined;
  return doubtful === undefined ? undefined : { action: 'doubtful', rule: `doubtful:${doubtful}` };
}

interface Tables {
  readonly vocabulary: Vocabulary;
  readonly universal: GrammarTable;
  readonly grammars: readonly GrammarTable[];
  readonly triggers: Triggers;
  /** The fixed parts of our own answers, as words, by the first. */
  readonly ours: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const tables = new WeakMap<MatchOptions, Tables>();

function tablesOf(options: MatchOptions): Tables {
  const known = tables.get(options);
  if (known !== undefined) return known;
  const configured = options.languages.map(lexiconOf).filter((lexicon) => lexicon !== undefined);
  const lexicons = configured.includes(universal) ? configured : [...configured, universal];
  const ordinary = new Set(
    lexicons.flatMap(({ keywords }) => [...(keywords.ordinary ?? []), ...keywords.start]).map(fold),
  );
  const grammars = lexicons.map((lexicon) => {
    return new GrammarTable(lexicon, lexicon === universal ? {} : everywhere, ordinary);
  });
  const triggers = new Triggers(ordinary);
  const english = grammars[lexicons.indexOf(universal)];
  if (english === undefined) throw new Error('the universal lexicon is always read');
  for (const [number, grammar] of grammars.entries()) grammar.tellTriggers(triggers, number);
  const made: Tables = {
    grammars,
    triggers,
    universal: english,
    vocabulary: new Vocabulary(options),
    ours: byFirstWord(lexicons.flatMap(({ language }) => answersOf(language))),
  };
  tables.set(options, made);
  return made;
}

/** Words of English that every language's texts have. */
const everywhere = {
  end: ['stop', 'stopp'],
  leave: ['unsubscribe', 'unsub', 'opt out', 'optout'],
  messages: ['sms', 'spam', 'mms', 'newsletter'],
  light: ['ok', 'pls', 'plz', 'please', 'thanks', 'wtf'],
};

function isShared(word: string): boolean {
  return [...everywhere.end, ...everywhere.leave].includes(word);
}

function withoutOurs(
  words: readonly Word[],
  ours: Tables['ours'],
  lastSent: string | undefined,
): readonly Word[] {
  let rest = lastSent === undefined ? words : withoutSent(words, read(lastSent));
  for (const { text } of rest) {
    for (const run of ours.get(text) ?? []) rest = withoutRun(rest, run);
  }
  return rest;
}

function byFirstWord(runs: readonly (readonly string[])[]): Tables['ours'] {
  const sorted = new Map<string, (readonly string[])[]>();
  for (const run of runs) {
    const [first = ''] = run;
    sorted.set(first, [...(sorted.get(first) ?? []), run]);
  }
  return sorted;
}
