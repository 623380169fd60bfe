/**
 * Fourth stage: the text leads or closes with a word of ending, and everything else in it is what
 * people add to one: politeness, anger, what is to end. Or a sentence is such a word alone.
 */
import { type Clause, IS, type Term } from './grammar.js';

const ENDING = IS.end | IS.leave | IS.remove;
/** Says something of its own; the rest only goes with it. */
const CORE =
  ENDING |
  IS.write |
  IS.send |
  IS.messages |
  IS.list |
  IS.not |
  IS.no |
  IS.want |
  IS.receive |
  IS.demands |
  IS.dismissals;
/** Say something of their neighbours alone. */
const NO_MEANING = IS.articles | IS.subjects | IS.joins;
const BLOCKING = IS.questions | IS.how | IS.limits | IS.keep | IS.others;

/** Whether every term is known and none asks, limits or contradicts. */
export function isCovered(terms: readonly Term[]): boolean {
  return terms.every(
    ({ bits }) =>
      (bits & IS.light) !== 0 || ((bits & BLOCKING) === 0 && (bits & ~NO_MEANING) !== 0),
  );
}

/** The word that the text leads or closes with; undefined where it is no such phrase. */
export function readPhrase(clauses: readonly Clause[]): string | undefined {
  const terms = clauses.flatMap((clause) => clause.terms);
  if (!isCovered(terms)) return undefined;
  const core = terms.filter(({ bits }) => bits & CORE);
  const [first, last] = [core[0], core.at(-1)];
  if (first !== undefined && isEnding(terms, first)) return first.words;
  if (last !== undefined && isEnding(terms, last)) return last.words;
  return undefined;
}

function isEnding(terms: readonly Term[], term: Term): boolean {
  if ((term.bits & ENDING) === 0) return false;
  const before = terms[terms.indexOf(term) - 1];
  // "I want to stop" says nothing of messages; "I want to unsubscribe" does.
  if (before !== undefined && before.bits & IS.want && (term.bits & IS.leave) === 0) {
    return (
      terms.some(({ bits }) => bits & (IS.messages | IS.receive)) &&
      !isTurned(terms, terms.indexOf(term))
    );
  }
  const isVerb =
    term.bits & (IS.end | IS.leave) || (term.bits & IS.remove && term.bits & IS.keyword);
  return isVerb !== 0 && !isTurned(terms, terms.indexOf(term));
}

/**
 * Whether what stands before a word of ending makes it something else: a negation ("don't stop"), who
 * does it ("I stop"), or an article ("the stop").
 */
export function isTurned(terms: readonly Term[], at: number): boolean {
  const before = terms[at - 1]?.bits ?? 0;
  const isLeaving = ((terms[at]?.bits ?? 0) & IS.leave) !== 0;
  if (before & IS.articles && (before & IS.polite) === 0) return true;
  // "No stop" names one; "no, stop texting" asks.
  const isAsked = terms.slice(at + 1).some(({ bits }) => bits & (IS.write | IS.send | IS.messages));
  if (before & IS.no && (before & IS.polite) === 0 && !isAsked) return true;
  if (before & IS.subjects && !isLeaving) return true;
  for (let back = at - 1; back >= 0; back--) {
    const bits = terms[back]?.bits ?? 0;
    if (bits & IS.not && (bits & (ENDING | IS.write | IS.send | IS.polite)) === 0) return true;
    const isWish = bits & IS.want && back === at - 1;
    if (!isWish && bits & (ENDING | IS.write | IS.send | IS.messages | IS.want)) return false;
  }
  return false;
}

export interface Apart {
  readonly word: string;
  /** A comma is a short pause; the end of a sentence, a line or an emoji a long one. */
  readonly pause: 'none' | 'short' | 'long';
}

/**
 * The word of ending that is the first or the last sentence of a longer text, alone but for
 * politeness, and what parts it from the rest.
 */
export function readApart(clauses: readonly Clause[]): Apart | undefined {
  const [first, last] = [clauses[0], clauses.at(-1)];
  if (first === undefined || last === undefined || clauses.length < 2) return undefined;
  const opening = aloneIn(first);
  if (opening !== undefined)
    return {
      word: opening,
      pause: first.mark === '' ? 'none' : first.mark === ',' ? 'short' : 'long',
    };
  const closing = aloneIn(last);
  const before = clauses.at(-2);
  if (closing === undefined || before === undefined) return undefined;
  const isLong = before.sentence !== last.sentence;
  return { word: closing, pause: isLong ? 'long' : before.mark === ',' ? 'short' : 'none' };
}

function aloneIn(clause: Clause): string | undefined {
  // "Cancel" has too many objects to be one where nothing else is understood.
  const ending = clause.terms.find(
    ({ bits }) =>
      bits & IS.leave || (bits & IS.end && bits & IS.keyword && (bits & IS.remove) === 0),
  );
  if (ending === undefined || clause.mark === '?') return undefined;
  const rest = clause.terms.filter((term) => term !== ending);
  if (rest.some(({ bits }) => (bits & (IS.polite | IS.end | IS.leave)) === 0)) return undefined;
  return ending.words;
}
