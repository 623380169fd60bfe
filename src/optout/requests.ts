/**
 * The requests to end messages that a stretch of known words may make: what asks (a word of ending, a
 * negated verb of sending, no wish to get) and what it is about (messages, a list, the writer). What
 * the rest of the text makes of a request is not known here.
 */
import { isTurned } from './asking.js';
import { bitsOf, IS, SENDING, type Term, VERBS } from './classes.js';

/**
 * How much of the text must be understood for a request to count: nothing more than itself, what
 * follows it in its clause, all of its clause, or all of the text.
 */
export type Needs = 'itself' | 'rest' | 'clause' | 'text';

export interface Request {
  readonly rule: string;
  readonly needs: Needs;
  /** The word that asks, where what follows it counts. */
  readonly word?: Term;
}

export interface Run {
  readonly terms: readonly Term[];
  /** What follows in the clause, from the first word that is not known: perhaps another object. */
  readonly beyond: readonly Term[];
}

function goesOn({ beyond }: Run): boolean {
  return beyond.length > 0;
}

/** What a language does otherwise. */
export interface Order {
  readonly verbLast: boolean;
  readonly notFollows: boolean;
}

/** "Not interested in your offers". */
const NOT_WANTED: Request = { rule: 'messages not wanted', needs: 'clause' };

/** `wasTold`: elsewhere in the text somebody says to have asked for an end before. */
export function requestIn(run: Run, order: Order, wasTold: boolean): Request | undefined {
  const has = bitsOf(run.terms);
  return (
    consentIn(run, has) ??
    endingIn(run, has, order) ??
    complaintIn(run, has, wasTold) ??
    refusalIn(run, has, order) ??
    (has & IS.reasons && has & IS.messages ? NOT_WANTED : undefined) ??
    (has & IS.demands ? { rule: 'demand', needs: 'clause' } : undefined) ??
    (has & IS.dismissals ? { rule: 'dismissal', needs: 'text' } : undefined)
  );
}

/** "I revoke any consent", "consent withdrawn", "you have no permission to text me". */
function consentIn({ terms }: Run, has: number): Request | undefined {
  if ((has & IS.consent) === 0) return undefined;
  const end = terms.findIndex(({ bits }) => bits & IS.end);
  if (end >= 0 && !isTurnedByNot(terms, end)) return { rule: 'consent withdrawn', needs: 'itself' };
  if (end < 0 && has & (IS.not | IS.no)) return { rule: 'no consent', needs: 'clause' };
  return undefined;
}

/** "These", at the end. */
function isDemonstrative(term: Term | undefined): boolean {
  return ((term?.bits ?? 0) & (IS.light | IS.polite | IS.receive)) === IS.light;
}

function isTurnedByNot(terms: readonly Term[], at: number): boolean {
  return terms.slice(0, at).some(({ bits }) => bits & IS.not);
}

export const COMPLAINT = 'complaint';

/** "Why do you keep texting me", "why am I still getting these", "I said stop and you still call me". */
function complaintIn({ terms }: Run, has: number, wasTold: boolean): Request | undefined {
  const at = terms.findIndex(({ bits }) => bits & IS.repeats);
  if (at < 0 || ((has & IS.questions) === 0 && !wasTold)) return undefined;
  const after = terms.slice(at);
  const told = bitsOf(after);
  const isToMe = told & IS.write && (wasTold || told & (IS.mine | IS.messages));
  const isGot =
    told & (IS.receive | IS.send) && (told & IS.messages || isDemonstrative(after.at(-1)));
  const isOfOthers = after.some(({ bits }) => bits & IS.others && (bits & IS.light) === 0);
  if ((!isToMe && !isGot) || isOfOthers) return undefined;
  return { rule: COMPLAINT, needs: 'clause' };
}

/** "Stop texting me", "take me off your list", "unsubscribe my number". */
function endingIn(run: Run, has: number, order: Order): Request | undefined {
  if ((has & VERBS) === 0) return undefined;
  const { terms } = run;
  for (const [at, term] of terms.entries()) {
    if ((term.bits & VERBS) === 0 || isTurned(terms, at)) continue;
    if (order.notFollows && isTurnedAfter(terms, at, has)) continue;
    if (term.bits & IS.leave) {
      const isTold = has & (IS.messages | IS.list);
      return {
        rule: 'unsubscribe',
        needs: isTold ? 'itself' : order.verbLast ? 'clause' : 'rest',
        word: term,
      };
    }
    const after = order.verbLast ? terms.filter((other) => other !== term) : terms.slice(at + 1);
    if (term.bits & IS.end) {
      const object = after.find(({ bits }) => bits & (SENDING | IS.messages | IS.receive));
      if (object !== undefined && !isAboutOthers(terms, object)) {
        const isWhole =
          (bitsOf(after) & IS.messages && !(goesOn(run) && term.bits & IS.remove)) ||
          (object.bits & IS.write && isAimed(run, object)) ||
          (object.bits & IS.send && isToMe(run, object));
        return { rule: 'stop messages', needs: isWhole ? 'itself' : 'clause' };
      }
    }
    if (term.bits & IS.remove) {
      // "Quítenme" holds both.
      const objects = bitsOf(terms.filter((other) => other !== term)) | (term.bits & IS.mine);
      if (objects & IS.list) {
        // "The group project": a list of something else.
        const isWhole =
          objects & (IS.mine | IS.others) && !(goesOn(run) && bitsOf(terms.slice(-1)) & IS.list);
        return { rule: 'remove from list', needs: isWhole ? 'itself' : 'clause' };
      }
      if (objects & (IS.mine | IS.messages)) {
        return { rule: 'remove me', needs: endsWithObject(run, at) ? 'itself' : 'clause' };
      }
      if (term.bits & IS.keyword) return { rule: 'remove', needs: 'text' };
    }
  }
  const asked = terms.findIndex(({ bits }) => bits & IS.end && (bits & IS.remove) === 0);
  // "How do I make this stop".
  const isOfThing = has & (IS.told | IS.messages) || asked < terms.length - 1;
  if (has & IS.how && asked > 0 && isOfThing && !isTurned(terms, asked))
    return { rule: 'stop', needs: 'clause' };
  return undefined;
}

/** "Remove me", and nothing more or another clause: not "remove me from the 5 pm class". */
function endsWithObject(run: Run, verb: number): boolean {
  const { terms } = run;
  let at = verb + 1;
  while ((terms[at]?.bits ?? 0) & (IS.mine | IS.articles)) at++;
  if ((bitsOf(terms.slice(verb, at)) & IS.mine) === 0) return false;
  const next = terms[at];
  if (next === undefined) return !goesOn(run);
  return (
    (next.bits & IS.subjects) !== 0 ||
    (at === terms.length - 1 && !goesOn(run) && (next.bits & (IS.polite | IS.light)) !== 0)
  );
}

/** The same after the verb, where the language puts its negation there: "melde mich nicht ab". */
function isTurnedAfter(terms: readonly Term[], at: number, has: number): boolean {
  if (has & (SENDING | IS.messages | IS.want)) return false;
  return terms.slice(at + 1).some(({ bits }) => bits & IS.not);
}

/** "Stop texting him", "stop calling everyone". */
function isAboutOthers(terms: readonly Term[], object: Term): boolean {
  const next = terms[terms.indexOf(object) + 1];
  return next !== undefined && (next.bits & IS.others) !== 0;
}

/** "Stop sending me shifts": one word more, whatever it is. */
function isToMe(run: Run, verb: Term): boolean {
  const at = run.terms.indexOf(verb) + 1;
  const isMe = ((run.terms[at]?.bits ?? 0) & IS.mine) !== 0;
  return (
    isMe && (run.beyond.length === 0 || (run.beyond.length === 1 && at === run.terms.length - 1))
  );
}

/** A verb of writing whose object is the writer, or that has none: "texting me", "texting!". */
function isAimed(run: Run, verb: Term): boolean {
  const rest = run.terms.slice(run.terms.indexOf(verb) + 1);
  return !goesOn(run) || rest.some(({ bits }) => bits & (IS.mine | IS.more | IS.messages));
}

/** "Don't text me", "no more texts", "I don't want to get these". */
function refusalIn(run: Run, has: number, order: Order): Request | undefined {
  if ((has & (IS.not | IS.no)) === 0) return undefined;
  const { terms } = run;
  const at = terms.findIndex(({ bits }) => bits & (IS.not | IS.no));
  if (isOfEnding(terms, at)) return undefined;
  if (has & IS.not && has & IS.want) {
    const object = has & (IS.messages | IS.receive | SENDING);
    if (object !== 0 && !terms.some(({ bits }) => bits & IS.others && (bits & IS.light) === 0)) {
      const isPlain = has & IS.messages || has & IS.more || (has & SENDING && has & IS.mine);
      const isWhole = !goesOn(run) || (has & IS.receive && has & IS.messages);
      return { rule: 'messages not wanted', needs: isPlain && isWhole ? 'itself' : 'clause' };
    }
    if (has & IS.more) return { rule: 'no more wanted', needs: 'text' };
    return undefined;
  }
  // "I don't text" states; a later negation may still ask.
  const asking = terms.findIndex(
    ({ bits }, index) =>
      bits & (IS.not | IS.no) &&
      (bits & IS.subjects) === 0 &&
      (bitsOf(terms.slice(Math.max(0, index - 1), index)) & (IS.subjects | IS.duties)) === 0,
  );
  if (asking < 0) return undefined;
  // What stands before the negation is another matter where objects come last.
  const told = order.verbLast || order.notFollows ? has : bitsOf(terms.slice(asking));
  const verb = terms.find(
    ({ bits }, index) => bits & SENDING && canNegate(terms, asking, index, order),
  );
  // "Call me, don't text": they want to be reached.
  const first = terms.find(({ bits }) => (bits & IS.polite) === 0)?.bits ?? 0;
  const isInvited = !order.verbLast && first & SENDING && (first & IS.not) === 0 && asking > 1;
  if (isInvited && (told & IS.more) === 0) return undefined;
  const isNegated = has & IS.not || (has & IS.no && has & IS.more);
  if (isNegated && verb !== undefined && !isAboutOthers(terms, verb)) {
    const at = terms.indexOf(verb);
    const isFree = order.verbLast || order.notFollows;
    const rest = isFree ? told : bitsOf(terms.slice(asking).filter((term) => term !== verb));
    const further = bitsOf(run.beyond);
    const isMeAgain = verb.bits & IS.messages && rest & IS.mine && further & IS.more;
    const isPlain =
      verb.bits & IS.write
        ? rest & (IS.more | IS.messages) ||
          isMeAgain ||
          (!isFree && verb.bits & IS.messages && endsWithObject(run, at))
        : (told | further) & IS.messages && (told | further) & (IS.more | IS.mine);
    if (isPlain) return { rule: 'do not send', needs: 'itself' };
    if ((verb.bits & IS.write) === 0 && isOfThing(terms, verb)) return undefined;
    return { rule: 'do not send', needs: has & IS.more ? 'clause' : 'text' };
  }
  if (has & IS.receive && has & IS.not && has & (IS.messages | IS.more)) {
    return { rule: 'do not send', needs: 'clause' };
  }
  if (terms.some(isThirdPerson)) return undefined;
  if (has & IS.messages) return { rule: 'no messages', needs: has & IS.more ? 'clause' : 'text' };
  return undefined;
}

/** "No texts from him". */
function isThirdPerson({ bits }: Term): boolean {
  return (bits & (IS.others | IS.subjects | IS.articles)) === IS.others;
}

/** "Don't send it". */
function isOfThing(terms: readonly Term[], verb: Term): boolean {
  const next = terms[terms.indexOf(verb) + 1]?.bits ?? 0;
  return (next & IS.subjects) !== 0;
}

/** "Don't stop …": what is negated is the ending, so what follows is wanted. */
function isOfEnding(terms: readonly Term[], negation: number): boolean {
  if ((terms[negation]?.bits ?? 0) & SENDING) return false;
  for (const { bits } of terms.slice(negation + 1)) {
    if (bits & (SENDING | IS.messages | IS.receive)) return false;
    if (bits & VERBS) return true;
  }
  return false;
}

/** The negation stands in the verb, before it, or after it where the language puts it there. */
function canNegate(terms: readonly Term[], not: number, verb: number, order: Order): boolean {
  return verb >= not || order.notFollows || ((terms[verb]?.bits ?? 0) & IS.not) !== 0;
}
