/**
 * The classes that words of requests are in, as bits, and a text read by them: terms in clauses.
 * Which words they are, the lexicons say; what a request is, is not known here.
 */
import type { Mark } from './clean.js';
import type { Grammar } from './lexicon/index.js';

type ClassName = Exclude<keyof Grammar, 'verbLast' | 'notFollows'> | 'polite' | 'keyword';

/** As many as a number has bits. */
export const CLASSES = [
  ...(['end', 'leave', 'remove', 'write', 'send', 'messages', 'list', 'mine'] as const),
  ...(['not', 'no', 'more', 'want', 'receive', 'demands', 'dismissals', 'reasons'] as const),
  ...(['keep', 'questions', 'how', 'limits', 'subjects', 'articles', 'others', 'joins'] as const),
  ...(['light', 'consent', 'told', 'threats', 'repeats', 'duties'] as const),
  ...(['polite', 'keyword'] as const),
] as const satisfies readonly ClassName[];

/** A bit for each class: a term may be in several. */
export const IS = Object.freeze(
  Object.fromEntries(CLASSES.map((name, index) => [name, 1 << index])),
) as Readonly<Record<(typeof CLASSES)[number], number>>;

/** Verbs that end something. */
export const VERBS = IS.end | IS.leave | IS.remove;
export const SENDING = IS.write | IS.send;

export interface Term {
  /** Of the classes; 0 for a word that the language's lexicon does not have. */
  readonly bits: number;
  readonly words: string;
}

export interface Clause {
  readonly terms: readonly Term[];
  /** Counts from 0; clauses of one sentence share it. */
  readonly sentence: number;
  /** What ends it. */
  readonly mark: Mark;
}

/** The classes that any of the terms is in. */
export function bitsOf(terms: readonly Term[]): number {
  return terms.reduce((bits, term) => bits | term.bits, 0);
}
