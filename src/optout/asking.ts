/**
 * What stands before a word of ending: whether it leaves a request ("please stop", "I told you to
 * stop") or makes it something else ("don't stop", "I'll stop", "the stop"). What follows the word
 * is not known here, but for whether it is about messages.
 */
import { IS, SENDING, type Term, VERBS } from './classes.js';

/** Whether what stands before the word of ending at `at` makes it something else. */
export function isTurned(terms: readonly Term[], at: number): boolean {
  const verb = terms[at]?.bits ?? 0;
  const before = terms[at - 1]?.bits ?? 0;
  if (before & IS.articles && (before & IS.polite) === 0) return true;
  const isAboutMessages = terms
    .slice(at + 1)
    .some(({ bits }) => bits & (IS.write | IS.send | IS.messages));
  // "It was removed".
  if (before & IS.questions && before & IS.duties) return true;
  // "There is no stop" names one; "no stop" and "no, stop texting" ask.
  const isDenied = before & IS.no && (before & IS.polite) === 0 && !isInterjection(terms, at);
  if (isDenied && !isAboutMessages) return true;
  // "I unsubscribe" asks, and so does "I need to be removed", where one is the object.
  const isOfThird = (before & (IS.subjects | IS.light)) === IS.subjects && (verb & IS.mine) === 0;
  const isOwnAct = (verb & (IS.leave | IS.mine)) !== 0 && !isOfThird;
  if (!isOwnAct && before & (IS.subjects | IS.duties) && !isDemanded(terms, at)) {
    const isTold = isYou(before) || (before & IS.duties && !hasActor(terms, at));
    if (!isTold || !isAboutMessages) return true;
  }
  return isNegated(terms, at);
}

/** "No stop", and nothing but politeness after it. */
function isInterjection(terms: readonly Term[], at: number): boolean {
  return at === 1 && terms.slice(at + 1).every(({ bits }) => bits & (IS.polite | VERBS));
}

function isNegated(terms: readonly Term[], at: number): boolean {
  for (let back = at - 1; back >= 0; back--) {
    const bits = terms[back]?.bits ?? 0;
    // "Don't know you stop": the negation has a verb of its own.
    const isOfAnother = back < at - 1 && terms[back + 1]?.bits === 0;
    if (bits & IS.not && (bits & (VERBS | SENDING | IS.polite)) === 0) return !isOfAnother;
    const isWish = bits & IS.want && back === at - 1;
    if (!isWish && bits & (VERBS | SENDING | IS.messages | IS.want)) return false;
  }
  return false;
}

/** Those and what is spoken to: the subject and the object are one word. */
function isYou(bits: number): boolean {
  return (bits & IS.subjects) !== 0 && (bits & IS.others) !== 0;
}

/** Whether somebody but the reader does it: "we need to stop". */
function hasActor(terms: readonly Term[], at: number): boolean {
  return terms.slice(0, at).some(({ bits }) => bits & (IS.subjects | IS.others) && !isYou(bits));
}

/** Somebody else is to do it: "I told you to", "I want these to", "you need to", "this has to". */
function isDemanded(terms: readonly Term[], at: number): boolean {
  let back = at - 1;
  while ((terms[back]?.bits ?? 0) & IS.duties) back--;
  const who = terms[back]?.bits ?? 0;
  const hasDuty = back < at - 1;
  const isThing = (who & IS.messages) !== 0 || (who & (IS.light | IS.subjects)) === IS.light;
  let between = 0;
  for (; back >= 0; back--) {
    const bits = terms[back]?.bits ?? 0;
    if (bits & IS.told) return isToldByWriter(terms, back);
    if (bits & (IS.want | IS.receive)) return between > 0;
    if (bits & IS.mine && (bits & IS.messages) === 0) return false;
    if (bits & IS.others && !isYou(bits)) return false;
    // "Told you everything will stop" is no order; "told you it has to" and "make it" are.
    const isObject = ((terms[back + 1]?.bits ?? 0) & IS.duties) !== 0 || isDemand(terms[back - 1]);
    if (bits & IS.subjects && !isYou(bits) && !isObject) return false;
    if ((bits & (IS.light | IS.messages | IS.subjects | IS.duties)) === 0) return false;
    between++;
  }
  return hasDuty && (isYou(who) || isThing);
}

function isDemand(term: Term | undefined): boolean {
  return ((term?.bits ?? 0) & (IS.want | IS.told)) !== 0;
}

/** "He said stop" tells of another. */
function isToldByWriter(terms: readonly Term[], at: number): boolean {
  const teller = terms[at - 1]?.bits ?? 0;
  return (teller & (IS.subjects | IS.light)) !== IS.subjects;
}
