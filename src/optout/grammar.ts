/**
 * The classes of words of one language as a table, and a text read by it: runs of words become terms
 * with their classes, and terms stand in clauses. What a request is, is not known here.
 */
import type { Mark, Word } from './clean.js';
import { fold, unitsOf } from './fold.js';
import type { Grammar, Lexicon } from './lexicon/index.js';
import { NearWords } from './near-words.js';
import type { Part, Triggers } from './triggers.js';

type ClassName = Exclude<keyof Grammar, 'verbLast' | 'notFollows'> | 'polite' | 'keyword';

const NAMES = [
  ...([
    'end',
    'leave',
    'remove',
    'write',
    'send',
    'messages',
    'list',
    'mine',
    'not',
    'no',
  ] as const),
  ...(['more', 'want', 'receive', 'demands', 'dismissals', 'reasons', 'keep'] as const),
  ...(['questions', 'how', 'limits', 'subjects', 'articles', 'others', 'joins', 'light'] as const),
  ...(['polite', 'keyword'] as const),
] as const satisfies readonly ClassName[];

/** A bit for each class: a term may be in several. */
export const IS = Object.freeze(
  Object.fromEntries(NAMES.map((name, index) => [name, 1 << index])),
) as Readonly<Record<(typeof NAMES)[number], number>>;

/** What each part of a request is made of. */
const PARTS: Readonly<Record<Part, number>> = {
  whole: IS.end | IS.leave | IS.remove | IS.demands | IS.dismissals,
  negation: IS.not | IS.no,
  negated: IS.write | IS.send | IS.messages | IS.want | IS.receive,
};
const PART_NAMES = ['whole', 'negation', 'negated'] as const;
/** Long words of these are known with one letter wrong. */
const FORGIVING = IS.end | IS.leave | IS.remove | IS.write | IS.send | IS.messages | IS.receive;

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

interface Node {
  readonly exact: Map<string, Node>;
  readonly stems: Map<string, Node>;
  bits: number;
}

const newNode = (): Node => ({ exact: new Map(), stems: new Map(), bits: 0 });

const LONGEST_STEM = 16;
/** A number written out is theirs. */
const PHONE_NUMBER = /^\d{6,15}$/u;

export class GrammarTable {
  readonly language: string;
  readonly verbLast: boolean;
  readonly notFollows: boolean;
  readonly #root = newNode();
  readonly #near = new NearWords();
  /** Words that are one letter from another and mean themselves. */
  readonly #ordinary: ReadonlySet<string>;

  /** `shared`: words that every language's texts have. `ordinary`: folded words that are no slips. */
  constructor(lexicon: Lexicon, shared: Partial<Grammar>, ordinary: ReadonlySet<string>) {
    this.language = lexicon.language;
    this.verbLast = lexicon.grammar.verbLast ?? false;
    this.#ordinary = ordinary;
    this.notFollows = lexicon.grammar.notFollows ?? false;
    for (const name of NAMES) {
      if (name === 'polite' || name === 'keyword') continue;
      const own = lexicon.grammar[name] ?? [];
      for (const entry of [...own, ...(shared[name] ?? [])]) this.#add(entry, IS[name]);
    }
    for (const entry of lexicon.keywords.polite) this.#add(entry, IS.polite);
    for (const entry of lexicon.keywords.stop) this.#mark(entry);
  }

  /** Tells `triggers` with which words a term of a request begins; `language` is this one's number. */
  tellTriggers(triggers: Triggers, language: number): void {
    for (const [word, node] of this.#root.exact) {
      const isForgiven = (node.bits & FORGIVING) !== 0;
      triggers.add(word, language, partsOf(node), { isForgiven });
    }
    for (const [word, node] of this.#root.stems) {
      triggers.add(word, language, partsOf(node), { isStem: true });
    }
  }

  read(words: readonly Word[]): Clause[] {
    const units = words.flatMap(({ text, mark }) => {
      const parts = unitsOf(fold(text));
      return parts.map((part, at) => ({ text: part, mark: at === parts.length - 1 ? mark : '' }));
    });
    const clauses: Clause[] = [];
    let terms: Term[] = [];
    let sentence = 0;
    const flush = (mark: Mark) => {
      if (terms.length > 0) clauses.push({ terms: withAdjectives(terms), sentence, mark });
      terms = [];
      if (mark === '.' || mark === '?') sentence++;
    };
    for (let at = 0; at < units.length; ) {
      const found = this.#longest(this.#root, units, at);
      const length = Math.max(1, found.length);
      const run = units.slice(at, at + length);
      const text = run.map((unit) => unit.text).join(' ');
      const bits = found.length > 0 ? found.bits : this.#single(text);
      // Also after a pause, "Thanks, but no more"; a text does not begin with one.
      if (bits & IS.joins && at > 0 && at + length < units.length) flush('');
      else terms.push({ bits, words: text });
      at += length;
      const mark = run.at(-1)?.mark ?? '';
      if (mark !== '') flush(mark as Mark);
    }
    flush('');
    return clauses;
  }

  #single(unit: string): number {
    if (PHONE_NUMBER.test(unit)) return IS.mine;
    const near = this.#nearest(unit);
    return near === undefined ? 0 : (this.#root.exact.get(near)?.bits ?? 0) & FORGIVING;
  }

  #nearest(unit: string): string | undefined {
    const near = this.#ordinary.has(unit) ? undefined : this.#near.find(unit);
    // Thumbs slip within a word; another first letter is more often another word.
    return near?.charAt(0) === unit.charAt(0) ? near : undefined;
  }

  /** Terms do not reach over the end of a clause. */
  #longest(
    node: Node,
    units: readonly { text: string; mark: string }[],
    at: number,
  ): { bits: number; length: number } {
    const unit = units[at];
    if (unit === undefined) return { bits: 0, length: 0 };
    let best = { bits: 0, length: 0 };
    for (const next of [node.exact.get(unit.text), stemOf(node, unit.text)]) {
      if (next === undefined) continue;
      const beyond = unit.mark === '' ? this.#longest(next, units, at + 1) : { bits: 0, length: 0 };
      const found =
        beyond.length > 0
          ? { bits: beyond.bits, length: beyond.length + 1 }
          : { bits: next.bits, length: next.bits === 0 ? 0 : 1 };
      if (found.length > best.length) best = found;
    }
    return best;
  }

  /** A keyword that is known as a verb already stays one. */
  #mark(entry: string): void {
    let node: Node | undefined = this.#root;
    for (const unit of entry.split(' ').flatMap((word) => unitsOf(fold(word)))) {
      node = node?.exact.get(unit);
    }
    if (node !== undefined && node.bits !== 0) node.bits |= IS.keyword;
  }

  #add(entry: string, bits: number): void {
    let node = this.#root;
    const units = entry.split(' ').flatMap((word) => {
      const isStem = word.endsWith('*');
      const parts = unitsOf(fold(isStem ? word.slice(0, -1) : word));
      return parts.map((text, at) => ({ text, isStem: isStem && at === parts.length - 1 }));
    });
    for (const { text, isStem } of units) {
      const children = isStem ? node.stems : node.exact;
      let next = children.get(text);
      if (next === undefined) {
        next = newNode();
        children.set(text, next);
      }
      node = next;
    }
    node.bits |= bits;
    const [only] = units;
    if (units.length === 1 && only && !only.isStem && bits & FORGIVING) this.#near.add(only.text);
  }
}

/** The child whose stem is the longest that `unit` begins with. */
function stemOf(node: Node, unit: string): Node | undefined {
  if (node.stems.size === 0) return undefined;
  for (let length = Math.min(unit.length, LONGEST_STEM); length >= 1; length--) {
    const found = node.stems.get(unit.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The parts of requests that a term may be which begins with the words up to `node`. */
function partsOf(node: Node): Part[] {
  const bits = bitsUnder(node);
  return PART_NAMES.filter((part) => bits & PARTS[part]);
}

function bitsUnder(node: Node): number {
  let bits = node.bits;
  for (const child of node.exact.values()) bits |= bitsUnder(child);
  for (const child of node.stems.values()) bits |= bitsUnder(child);
  return bits;
}

/** A word that is not known, between one of ending and messages, says which: "stop weather alerts". */
function withAdjectives(terms: readonly Term[]): readonly Term[] {
  return terms.map((term, at) => {
    const [before, after] = [terms[at - 1]?.bits ?? 0, terms[at + 1]?.bits ?? 0];
    const isAdjective = term.bits === 0 && before & IS.end && after & IS.messages;
    return isAdjective ? { ...term, bits: IS.light } : term;
  });
}
