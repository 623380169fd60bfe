/**
 * Fifth stage: a request to end messages in any words. Which requests there are, `requests.ts` knows;
 * here, what the rest of the text makes of one: a question, a limit, the contrary, a reason, or words
 * of which nothing is understood. Languages bring the words, not the rules.
 */
import { bitsOf, type Clause, IS, SENDING, type Term, VERBS } from './classes.js';
import { asks, isCovered } from './phrase.js';
import { COMPLAINT, type Order, type Request, type Run, requestIn } from './requests.js';

export interface Intent {
  readonly rule: string;
  /** Something about it leaves open what is meant. */
  readonly isDoubtful: boolean;
}

export function readIntent(clauses: readonly Clause[], order: Order): Intent | undefined {
  const hasReason = clauses.some(({ terms }) => bitsOf(terms) & IS.reasons);
  const wasTold = clauses.some(({ terms }) => {
    const has = bitsOf(terms);
    return has & IS.told && has & VERBS;
  });
  const isAllCovered = isCovered(clauses.flatMap(({ terms }) => terms));
  let doubtful: Intent | undefined;
  for (const sentence of sentencesOf(clauses)) {
    if (isThreat(sentence.terms)) return { rule: 'threat', isDoubtful: false };
    for (const clause of sentence.clauses) {
      for (const run of runsOf(clause.terms)) {
        const request = requestIn(run, order, wasTold);
        if (request === undefined) continue;
        if (request.needs === 'text' && clause.mark === '?') continue;
        // "Call me, don't text": they want to be reached.
        if (isRefusal(request) && clauses.some((_, at) => invites(clauses, at, clause))) continue;
        const open = opening(request, clause, sentence);
        if (open === 'no') continue;
        const isClear = isAllCovered || isEnough(request, clause, hasReason);
        if (open === 'yes' && isClear) return { rule: request.rule, isDoubtful: false };
        if (open === 'doubtful' || mayBe(request, clause)) {
          doubtful ??= { rule: request.rule, isDoubtful: true };
        }
      }
    }
  }
  return doubtful;
}

interface Sentence {
  readonly clauses: readonly Clause[];
  readonly terms: readonly Term[];
  readonly isKept: boolean;
}

function sentencesOf(clauses: readonly Clause[]): Sentence[] {
  const grouped: Clause[][] = [];
  for (const clause of clauses) {
    const last = grouped.at(-1);
    if (last?.[0]?.sentence === clause.sentence) last.push(clause);
    else grouped.push([clause]);
  }
  return grouped.map((group) => {
    const terms = group.flatMap((clause) => clause.terms);
    return { clauses: group, terms, isKept: terms.some((_, at) => isKept(terms, at)) };
  });
}

/** "Stop asking about my house": what it is about is not understood, but STOP was said of messages. */
function mayBe({ rule }: Request, { terms, mark }: Clause): boolean {
  const first = terms.find(({ bits }) => (bits & IS.polite) === 0)?.bits ?? 0;
  const isStop = (first & IS.end) !== 0 && (first & IS.keyword) !== 0 && (first & IS.remove) === 0;
  return rule === 'stop messages' && isStop && mark !== '?';
}

/** Whether as much of the text is understood as the request needs. */
function isEnough({ needs, rule, word }: Request, clause: Clause, hasReason: boolean): boolean {
  if (needs === 'itself') return true;
  if (needs === 'text' && !hasReason) return false;
  if (needs === 'rest' && word !== undefined) {
    const at = clause.terms.indexOf(word);
    const isNegated = (bitsOf(clause.terms.slice(0, at)) & IS.not) !== 0;
    return !isNegated && isCovered(clause.terms.slice(at));
  }
  const asking = rule === COMPLAINT ? IS.how | IS.questions | IS.repeats : IS.how;
  return isCovered(clause.terms.filter(({ bits }) => (bits & asking) === 0));
}

/** Who asks how to do this probably wants it done. */
const ASKED_HOW = new Set([
  'unsubscribe',
  'stop messages',
  'remove from list',
  'remove me',
  'stop',
]);

function isRefusal({ rule, needs }: Request): boolean {
  return needs === 'text' || rule === 'do not send';
}

/** Whether somebody asks there to be written to, and not within a refusal: "don't call or text me". */
function invites(clauses: readonly Clause[], at: number, refusal: Clause): boolean {
  const clause = clauses[at];
  if (clause === undefined || clause === refusal || clauses[at - 1]?.mark === '') return false;
  const { terms } = clause;
  const has = bitsOf(terms);
  const first = terms.find(({ bits }) => (bits & IS.polite) === 0);
  const isAsked = first !== undefined && (first.bits & SENDING) !== 0;
  // "Email is fine" leaves the rest as it is asked.
  const isWhole = (has & IS.mine) !== 0 || isCovered(terms);
  return isAsked && isWhole && (has & (IS.not | IS.no | IS.end | IS.more)) === 0;
}

/** "If you text me again I will sue". */
function isThreat(sentence: readonly Term[]): boolean {
  const has = bitsOf(sentence);
  return (
    (has & IS.threats) !== 0 &&
    (has & (SENDING | IS.messages)) !== 0 &&
    (has & (IS.more | IS.end)) !== 0
  );
}

/** What the sentence makes of a request in it. */
function opening(request: Request, clause: Clause, sentence: Sentence): 'yes' | 'no' | 'doubtful' {
  if (request.rule !== COMPLAINT && asks(clause)) return 'no';
  if (sentence.isKept) return 'no';
  if (clause.terms.some((term) => isMarked(term, IS.how)) && !ASKED_HOW.has(request.rule))
    return 'no';
  if (!isLimited(clause, sentence.clauses)) return 'yes';
  return request.rule === 'stop messages' && request.needs === 'itself' ? 'doubtful' : 'no';
}

function isMarked({ bits }: Term, bit: number): boolean {
  return (bits & bit) !== 0 && (bits & IS.light) === 0;
}

/**
 * What stands before a request limits it only where a clause opens with it: "when you are there,
 * stop", but "I got 5 today, stop". What follows it always does.
 */
function isLimited(clause: Clause, sentence: readonly Clause[]): boolean {
  const own = sentence.indexOf(clause);
  return sentence.some(({ terms }, index) => {
    const opening = terms.findIndex(({ bits }) => (bits & IS.polite) === 0);
    const asking = terms.findIndex(({ bits }) => bits & (VERBS | IS.not | IS.no));
    return terms.some((term, at) => {
      const isBefore = index < own || (index === own && at < asking);
      return isMarked(term, IS.limits) && (!isBefore || at === opening);
    });
  });
}

/** "Keep texting" asks for more; "you keep texting" complains. */
function isKept(terms: readonly Term[], at: number): boolean {
  const bits = terms[at]?.bits ?? 0;
  const isToldOf = ((terms[at - 1]?.bits ?? 0) & (IS.subjects | IS.questions)) !== 0;
  return (bits & IS.keep) !== 0 && !(isToldOf && bits & IS.repeats);
}

/** Stretches of known words; what stands between is another matter. */
function runsOf(terms: readonly Term[]): Run[] {
  const runs: Run[] = [];
  let run: Term[] = [];
  for (const [at, term] of terms.entries()) {
    if (term.bits !== 0) {
      run.push(term);
    } else if (run.length > 0) {
      runs.push({ terms: run, beyond: terms.slice(at) });
      run = [];
    }
  }
  if (run.length > 0) runs.push({ terms: run, beyond: [] });
  return runs;
}
