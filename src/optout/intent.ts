/**
 * Fifth stage: a request to end messages in any words. The grammar of such requests, over classes of
 * words: what asks (a word of ending, a negated verb of sending, no wish to get), what it is about
 * (messages, a list, the writer), and what makes it something else (negation, a question, a limit,
 * another object). Languages bring the words, not the rules.
 */
import { type Clause, type GrammarTable, IS, type Term } from './grammar.js';
import { isCovered, isTurned } from './phrase.js';

/**
 * How much of the text must be understood for a request to count: nothing more than itself, all of
 * its clause, or all of the text.
 */
type Needs = 'itself' | 'clause' | 'text';

export interface Intent {
  readonly rule: string;
  /** Something about it leaves open what is meant. */
  readonly isDoubtful: boolean;
}

const VERBS = IS.end | IS.leave | IS.remove;
const SENDING = IS.write | IS.send;

export function readIntent(clauses: readonly Clause[], table: GrammarTable): Intent | undefined {
  const hasReason = clauses.some(({ terms }) => terms.some(({ bits }) => bits & IS.reasons));
  const isAllCovered = isCovered(clauses.flatMap(({ terms }) => terms));
  let doubtful: Intent | undefined;
  for (const clause of clauses) {
    const sentence = clauses.filter((other) => other.sentence === clause.sentence);
    const around = sentence.flatMap(({ terms }) => terms);
    for (const run of runsOf(clause.terms)) {
      const request = requestIn(run, table);
      if (request === undefined) continue;
      if (request.needs === 'text' && clause.mark === '?') continue;
      // "Call me, don't text": they want to be reached.
      if (request.needs === 'text' && clauses.some((other) => other !== clause && invites(other))) {
        continue;
      }
      const open = opening(request, clause.terms, around);
      if (open === 'no') continue;
      const isEnough =
        request.needs === 'itself' ||
        isAllCovered ||
        (request.needs === 'clause' &&
          isCovered(clause.terms.filter(({ bits }) => (bits & IS.how) === 0))) ||
        (request.needs === 'text' && hasReason && isCovered(withoutNames(sentence)));
      if (open === 'doubtful') {
        doubtful ??= { rule: request.rule, isDoubtful: true };
      } else if (isEnough) {
        return { rule: request.rule, isDoubtful: false };
      }
    }
  }
  return doubtful;
}

interface Request {
  readonly rule: string;
  readonly needs: Needs;
}

/** "This is no longer Anna's number, don't write": no lexicon has her name, which changes nothing. */
function withoutNames(sentence: readonly Clause[]): Term[] {
  const tellsWhose = ({ terms }: Clause) =>
    terms.some(({ bits }) => bits & IS.reasons && bits & IS.mine);
  return sentence.filter((clause) => !tellsWhose(clause)).flatMap(({ terms }) => terms);
}

/** Who asks how to do this probably wants it done. */
const ASKED_HOW = new Set(['unsubscribe', 'stop messages', 'remove from list']);

/** Whether somebody asks there to be written to. */
function invites({ terms }: Clause): boolean {
  const has = bitsOf(terms);
  return (has & SENDING) !== 0 && (has & (IS.not | IS.no | IS.end | IS.messages)) === 0;
}

/** What the sentence makes of a request in it. */
function opening(
  request: Request,
  clause: readonly Term[],
  around: readonly Term[],
): 'yes' | 'no' | 'doubtful' {
  if (clause.some(({ bits }) => bits & IS.questions && (bits & IS.light) === 0)) return 'no';
  if (around.some(({ bits }) => bits & IS.keep)) return 'no';
  const isMarked = (terms: readonly Term[], bit: number) =>
    terms.some(({ bits }) => bits & bit && (bits & IS.light) === 0);
  if (isMarked(clause, IS.how) && !ASKED_HOW.has(request.rule)) return 'no';
  if (!isMarked(around, IS.limits)) return 'yes';
  return request.rule === 'stop messages' && request.needs === 'itself' ? 'doubtful' : 'no';
}

/** Stretches of known words; what stands between is another matter. */
function runsOf(terms: readonly Term[]): Run[] {
  const runs: Run[] = [];
  let run: Term[] = [];
  for (const term of terms) {
    if (term.bits !== 0) {
      run.push(term);
    } else if (run.length > 0) {
      runs.push({ terms: run, goesOn: true });
      run = [];
    }
  }
  if (run.length > 0) runs.push({ terms: run, goesOn: false });
  return runs;
}

interface Run {
  readonly terms: readonly Term[];
  /** A word that is not known follows: perhaps another object. */
  readonly goesOn: boolean;
}

function bitsOf(terms: readonly Term[]): number {
  return terms.reduce((bits, term) => bits | term.bits, 0);
}

/** "Not interested in your offers". */
const NOT_WANTED: Request = { rule: 'messages not wanted', needs: 'clause' };

function requestIn(run: Run, table: GrammarTable): Request | undefined {
  const { terms } = run;
  const has = bitsOf(terms);
  return (
    endingIn(run, has, table) ??
    refusalIn(run, has, table) ??
    (has & IS.reasons && has & IS.messages ? NOT_WANTED : undefined) ??
    (has & IS.demands ? { rule: 'demand', needs: 'clause' } : undefined) ??
    (has & IS.dismissals ? { rule: 'dismissal', needs: 'text' } : undefined)
  );
}

/** "Stop texting me", "take me off your list", "unsubscribe my number". */
function endingIn(run: Run, has: number, table: GrammarTable): Request | undefined {
  if ((has & VERBS) === 0) return undefined;
  const { terms } = run;
  for (const [at, term] of terms.entries()) {
    if ((term.bits & VERBS) === 0 || isTurned(terms, at)) continue;
    if (table.notFollows && isTurnedAfter(terms, at, has)) continue;
    if (term.bits & IS.leave) {
      const isTold = has & (IS.messages | IS.list);
      return { rule: 'unsubscribe', needs: isTold ? 'itself' : 'clause' };
    }
    const after = table.verbLast ? terms.filter((other) => other !== term) : terms.slice(at + 1);
    if (term.bits & IS.end) {
      const object = after.find(({ bits }) => bits & (SENDING | IS.messages | IS.receive));
      if (object !== undefined && !isAboutOthers(terms, object)) {
        const isWhole =
          bitsOf(after) & IS.messages || (object.bits & IS.write && isAimed(run, object));
        return { rule: 'stop messages', needs: isWhole ? 'itself' : 'clause' };
      }
    }
    if (term.bits & IS.remove) {
      // "Quítenme" holds both.
      const objects = bitsOf(terms.filter((other) => other !== term)) | (term.bits & IS.mine);
      if (objects & IS.list) {
        // "The group project": a list of something else.
        const isWhole = objects & IS.mine && !(run.goesOn && bitsOf(terms.slice(-1)) & IS.list);
        return { rule: 'remove from list', needs: isWhole ? 'itself' : 'clause' };
      }
      if (objects & (IS.mine | IS.messages)) return { rule: 'remove me', needs: 'clause' };
      if (term.bits & IS.keyword) return { rule: 'remove', needs: 'text' };
    }
  }
  return undefined;
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

/** A verb of writing whose object is the writer, or that has none: "texting me", "texting!". */
function isAimed(run: Run, verb: Term): boolean {
  const rest = run.terms.slice(run.terms.indexOf(verb) + 1);
  return !run.goesOn || rest.some(({ bits }) => bits & (IS.mine | IS.more | IS.messages));
}

/** "Don't text me", "no more texts", "I don't want to get these". */
function refusalIn(run: Run, has: number, table: GrammarTable): Request | undefined {
  if ((has & (IS.not | IS.no)) === 0) return undefined;
  const { terms } = run;
  const at = terms.findIndex(({ bits }) => bits & (IS.not | IS.no));
  if (isOfEnding(terms, at)) return undefined;
  if (has & IS.not && has & IS.want) {
    const object = has & (IS.messages | IS.receive | SENDING);
    if (object !== 0 && !terms.some(({ bits }) => bits & IS.others && (bits & IS.light) === 0)) {
      const isPlain = has & IS.messages || has & IS.more || (has & SENDING && has & IS.mine);
      return { rule: 'messages not wanted', needs: isPlain && !run.goesOn ? 'itself' : 'clause' };
    }
    if (has & IS.more) return { rule: 'no more wanted', needs: 'text' };
    return undefined;
  }
  // "I don't text" states; a later negation may still ask.
  const asking = terms.findIndex(
    ({ bits }, index) =>
      bits & (IS.not | IS.no) &&
      (bitsOf(terms.slice(Math.max(0, index - 1), index)) & IS.subjects) === 0,
  );
  if (asking < 0) return undefined;
  // What stands before the negation is another matter where objects come last.
  const told = table.verbLast || table.notFollows ? has : bitsOf(terms.slice(asking));
  const verb = terms.find(
    ({ bits }, index) => bits & SENDING && canNegate(terms, asking, index, table),
  );
  const isNegated = has & IS.not || (has & IS.no && has & IS.more);
  if (isNegated && verb !== undefined && !isAboutOthers(terms, verb)) {
    const isPlain =
      verb.bits & IS.write
        ? told & (IS.more | IS.messages)
        : told & IS.messages && told & (IS.more | IS.mine);
    if (isPlain) return { rule: 'do not send', needs: 'itself' };
    return { rule: 'do not send', needs: has & IS.more ? 'clause' : 'text' };
  }
  if (has & IS.receive && has & IS.not && has & (IS.messages | IS.more)) {
    return { rule: 'do not send', needs: 'clause' };
  }
  if (has & IS.messages) return { rule: 'no messages', needs: has & IS.more ? 'clause' : 'text' };
  return undefined;
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
function canNegate(
  terms: readonly Term[],
  not: number,
  verb: number,
  table: GrammarTable,
): boolean {
  return verb >= not || table.notFollows || ((terms[verb]?.bits ?? 0) & IS.not) !== 0;
}
