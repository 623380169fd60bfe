/**
 * Fourth stage: the text leads or closes with a word of ending, and everything else in it is what
 * people add to one: politeness, anger, what is to end. Or a sentence is such a word alone.
 */
import { isTurned } from './asking.js';
import { type Clause, IS, SENDING, type Term, VERBS } from './classes.js';

/** Says something of its own; the rest only goes with it. */
const CORE =
  VERBS |
  SENDING |
  IS.messages |
  IS.list |
  IS.not |
  IS.no |
  IS.want |
  IS.receive |
  IS.demands |
  IS.dismissals;
/** Say something of their neighbours alone. */
const NO_MEANING = IS.articles | IS.subjects | IS.joins | IS.duties;
const BLOCKING = IS.questions | IS.how | IS.limits | IS.keep | IS.others;
/** What one may be obliged to: "need to stop". */
const ACTS = VERBS | SENDING | IS.receive | IS.light;

/** Whether every term is known and none asks, limits or contradicts. */
export function isCovered(terms: readonly Term[]): boolean {
  return terms.every(({ bits }, at) => {
    if (bits & IS.light) return true;
    if (bits & IS.duties) return ((terms[at + 1]?.bits ?? 0) & ACTS) !== 0;
    return (bits & BLOCKING) === 0 && (bits & ~NO_MEANING) !== 0;
  });
}

/** "Is" and the like, which oblige too, ask where they come first; "what" asks anywhere. */
export function asks({ terms }: Clause): boolean {
  return terms.some(({ bits }, at) => {
    const isAside = bits & IS.light && (at > 0 || (bits & IS.duties) === 0);
    return bits & IS.questions && !isAside;
  });
}

/** The word that the text leads or closes with; undefined where it is no such phrase. */
export function readPhrase(clauses: readonly Clause[]): string | undefined {
  const terms = clauses.flatMap((clause) => clause.terms);
  if (!isCovered(terms) || clauses.some(asks)) return undefined;
  const core = terms.filter(({ bits }) => bits & CORE);
  const [first, last] = [core[0], core.at(-1)];
  if (first !== undefined && isEnding(terms, first)) return first.words;
  if (last !== undefined && isEnding(terms, last)) return last.words;
  return undefined;
}

function isEnding(terms: readonly Term[], term: Term): boolean {
  if ((term.bits & VERBS) === 0) return false;
  const at = terms.indexOf(term);
  const before = terms[at - 1];
  // "I want to stop" says nothing of messages; "I want to unsubscribe" does.
  if (before !== undefined && before.bits & IS.want && (term.bits & IS.leave) === 0) {
    return terms.some(({ bits }) => bits & (IS.messages | IS.receive)) && !isTurned(terms, at);
  }
  const isVerb =
    term.bits & (IS.end | IS.leave) || (term.bits & IS.remove && term.bits & IS.keyword);
  return isVerb !== 0 && !isTurned(terms, at);
}

/** Words before a closing one that it does not go with: "I already sold my car stop". */
const FEWEST_BEFORE = 2;

/**
 * The word of ending that closes a statement of the writer's without a pause: "im not a member
 * stop".
 */
export function readClosing(clauses: readonly Clause[]): string | undefined {
  const last = clauses.at(-1);
  const sentence = clauses.filter((clause) => clause.sentence === last?.sentence);
  const terms = sentence.flatMap((clause) => clause.terms);
  const at = terms.length - 1;
  const closing = terms[at];
  if (last === undefined || last.mark === '?' || closing === undefined || at < FEWEST_BEFORE)
    return;
  const isEnd = closing.bits & IS.end && closing.bits & IS.keyword && !(closing.bits & IS.remove);
  const isBound = (terms[at - 1]?.bits ?? 0) & (IS.want | IS.duties | IS.not | IS.no | IS.limits);
  if (!isEnd || isBound || isTurned(terms, at)) return undefined;
  if (isOpen(clauses, last.sentence)) return undefined;
  const isOfWriter = (terms[0]?.bits ?? 0) & (IS.subjects | IS.not | IS.no | IS.reasons);
  return isOfWriter ? closing.words : undefined;
}

/**
 * The word of ending that opens a text and is followed by a statement of the writer's without a
 * pause: "stop im not a member".
 */
export function readOpening(clauses: readonly Clause[]): string | undefined {
  const [opening, next] = clauses[0]?.terms ?? [];
  if (opening === undefined || next === undefined) return undefined;
  const isEnd =
    opening.bits & IS.end && opening.bits & IS.keyword && (opening.bits & IS.remove) === 0;
  const isOfWriter =
    next.bits & IS.subjects && next.bits & IS.light && (next.bits & IS.others) === 0;
  const isContrary = clauses.some(({ terms }) => terms.some(({ bits }) => bits & IS.keep));
  return isEnd && isOfWriter && !isContrary ? opening.words : undefined;
}

export interface Apart {
  readonly word: string;
  /** A comma is a short pause; the end of a sentence, a line or an emoji a long one. */
  readonly pause: 'none' | 'short' | 'long';
  /** Begged for, or said to have been asked for before: no matter then what stands around. */
  readonly isAsked: boolean;
}

const PAUSES = { '': 'none', ',': 'short', '.': 'long', '?': 'long' } as const;

/**
 * The word of ending that is the first or the last clause of a longer text, or a sentence in it,
 * alone but for politeness, and what parts it from the rest.
 */
export function readApart(clauses: readonly Clause[]): Apart | undefined {
  if (clauses.length < 2) return undefined;
  const isReasoned = clauses.some(({ terms }) => terms.some(isReason));
  let apart: Apart | undefined;
  for (const [at, clause] of clauses.entries()) {
    const before = at === 0 ? 'long' : PAUSES[clauses[at - 1]?.mark ?? ''];
    const after = at === clauses.length - 1 ? 'long' : PAUSES[clause.mark];
    const isOwnSentence = before === 'long' && after === 'long';
    const word = aloneIn(clause, isReasoned || isOwnSentence);
    if (word === undefined) continue;
    if (isOwnSentence) return { word, pause: 'long', isAsked: false };
    const isAsked =
      isSigned(clauses, at) ||
      (after !== 'none' && isBegged(clause) && !isOpen(clauses, clause.sentence));
    if (at === 0) apart = { word, pause: after, isAsked };
    // "I can't vote, stop": what closes a text is what it comes to.
    else if (after === 'long')
      apart ??= { word, pause: before, isAsked: isAsked || before === 'short' };
  }
  return apart;
}

/** Why one asks, or whose phone it is. */
function isReason({ bits }: Term): boolean {
  return (
    (bits & IS.reasons) !== 0 || ((bits & IS.mine) !== 0 && (bits & (IS.polite | VERBS)) === 0)
  );
}

/** A name below: "Stop - Jim". */
function isSigned(clauses: readonly Clause[], at: number): boolean {
  const [name, ...others] = clauses.slice(at + 1);
  if (others.length > 0 || clauses[at]?.mark !== ',') return false;
  return name?.terms.length === 1 && name.terms[0]?.bits === 0;
}

/** "Please" or "I said" before a word of ending. */
function isBegged({ terms }: Clause): boolean {
  const [first] = terms;
  const asks = (first?.bits ?? 0) & IS.joins && (first?.bits ?? 0) & IS.polite;
  return Boolean(asks) || terms.some(({ bits }) => bits & IS.told);
}

/** Whether the sentence asks, limits or contradicts: "when you are at the gate please stop". */
function isOpen(clauses: readonly Clause[], sentence: number): boolean {
  const own = clauses.filter((clause) => clause.sentence === sentence);
  return own.some(({ terms }) =>
    terms.some(({ bits }) => bits & BLOCKING & ~IS.others && (bits & IS.light) === 0),
  );
}

/** `mayRemove`: "remove" counts as well, which needs a reason or a sentence of its own. */
function aloneIn(clause: Clause, mayRemove: boolean): string | undefined {
  // "Cancel" has too many objects to be one where nothing else is understood.
  const at = clause.terms.findIndex(
    ({ bits }) =>
      bits & IS.leave ||
      (bits & IS.keyword && bits & IS.end && (bits & IS.remove) === 0) ||
      (mayRemove && bits & IS.keyword && bits & IS.remove && (bits & IS.end) === 0),
  );
  const ending = clause.terms[at];
  if (ending === undefined || clause.mark === '?' || isTurned(clause.terms, at)) return undefined;
  const rest = clause.terms.filter((term) => term !== ending);
  const isAlone = rest.every(({ bits }) => bits & (IS.polite | IS.end | IS.leave));
  return isAlone || (isBegged(clause) && isCovered(clause.terms)) ? ending.words : undefined;
}
