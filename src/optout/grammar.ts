/**
 * The classes of words of one language as a table, and a text read by it: runs of words become terms
 * with their classes, and terms stand in clauses. What a request is, is not known here.
 */
import { CLASSES, type Clause, IS, SENDING, type Term, VERBS } from './classes.js';
import type { Mark, Word } from './clean.js';
import { fold, unitsOf } from './fold.js';
import type { Grammar, Lexicon } from './lexicon/index.js';
import { NearWords } from './near-words.js';
import { isSlipOf } from './one-letter.js';
import { Slips } from './slips.js';
import { spacedOut, withoutDigits } from './spelling.js';
import type { Part, Triggers } from './triggers.js';

/** What each part of a request is made of. */
const PARTS: Readonly<Record<Part, number>> = {
  whole: VERBS | IS.demands | IS.dismissals,
  negation: IS.not | IS.no | IS.threats | IS.repeats | IS.reasons,
  negated: SENDING | IS.messages | IS.want | IS.receive | IS.consent,
};
const PART_NAMES = ['whole', 'negation', 'negated'] as const;
/** Long words of these are known with one letter wrong. */
const FORGIVING = VERBS | SENDING | IS.messages | IS.receive | IS.polite;
/** What a text that is typed badly is made of, the likelier first. */
const SLIPPING = [VERBS, SENDING | IS.messages, IS.mine | IS.list, IS.receive | IS.more, IS.light];
const OBJECTS = IS.messages | IS.mine | IS.list;
const LONG_OBJECT = 5;
/** Short ones too, where their neighbours ask for one. */
const FORGIVEN_SHORT = IS.end | SENDING | IS.messages;
const SHORT = { least: 3, most: 6 };
/** "Take … off": words of an object between a verb and its particle. */
const MOST_BETWEEN = 5;
/** Of a word that begins a request and is typed without a space to the next. */
const SHORTEST_OPENING = 4;
/** Stand between a word of ending and its messages. */
const BETWEEN = IS.light | IS.send | IS.receive | IS.mine | IS.articles;
const GAP = '…';

interface Node {
  readonly exact: Map<string, Node>;
  readonly stems: Map<string, Node>;
  bits: number;
}

const newNode = (): Node => ({ exact: new Map(), stems: new Map(), bits: 0 });

/** A verb whose object may stand before its particle. */
interface Parted {
  readonly particle: readonly string[];
  readonly bits: number;
}

interface Unit {
  readonly text: string;
  readonly mark: Mark;
}

const LONGEST_STEM = 16;
/** A number written out is theirs. */
const PHONE_NUMBER = /^\d{6,15}$/u;

export class GrammarTable {
  readonly language: string;
  readonly verbLast: boolean;
  readonly notFollows: boolean;
  readonly #root = newNode();
  readonly #near = new NearWords();
  readonly #slips = new Slips();
  readonly #parted = new Map<string, Parted[]>();
  /** Every word of every entry; the short ones that are forgiven a letter; the longest one. */
  readonly #all = new Set<string>();
  readonly #short: string[] = [];
  #longestWord = 0;
  /** Words that are one letter from another and mean themselves. */
  readonly #ordinary: ReadonlySet<string>;

  /** `shared`: words that every language's texts have. `ordinary`: folded words that are no slips. */
  constructor(lexicon: Lexicon, shared: Partial<Grammar>, ordinary: ReadonlySet<string>) {
    this.language = lexicon.language;
    this.verbLast = lexicon.grammar.verbLast ?? false;
    this.#ordinary = ordinary;
    this.notFollows = lexicon.grammar.notFollows ?? false;
    for (const name of CLASSES) {
      if (name === 'polite' || name === 'keyword') continue;
      const own = lexicon.grammar[name] ?? [];
      for (const entry of [...own, ...(shared[name] ?? [])]) this.#add(entry, IS[name]);
    }
    for (const entry of lexicon.keywords.polite) this.#add(entry, IS.polite);
    for (const entry of lexicon.keywords.stop) this.#mark(entry);
    for (const verb of this.#parted.keys()) this.#slips.add(verb);
    for (const bits of SLIPPING) {
      for (const [word, node] of this.#root.exact) if (node.bits & bits) this.#slips.add(word);
    }
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
    for (const [word, endings] of this.#parted) {
      triggers.add(word, language, ['negation']);
      for (const { particle } of endings) triggers.add(particle[0] ?? '', language, ['negated']);
    }
  }

  /** The words that one without spaces is made of: "stoptexting". Itself where it is none. */
  spaced(word: Word): readonly Word[] {
    if (this.#all.has(word.text) || stemOf(this.#root, word.text) !== undefined) return [word];
    const parts = spacedOut(word.text, (part) => this.#all.has(part), this.#longestWord);
    if (parts === undefined || !parts.some((part) => this.#opensRequest(part))) return [word];
    return parts.map((text, at) => ({ text, mark: at === parts.length - 1 ? word.mark : '' }));
  }

  /** The words as they were meant, where every one that is not known is a slip of one that is. */
  repaired(words: readonly Word[]): readonly Word[] | undefined {
    const isKnown = (word: string) => this.#all.has(word) || this.#ordinary.has(word);
    const saysMuch = (word: string) => {
      const bits = this.#root.exact.get(word)?.bits ?? 0;
      return (bits & VERBS) !== 0 || (word.length >= LONG_OBJECT && (bits & OBJECTS) !== 0);
    };
    const texts = words.map(({ text }) => text);
    return this.#slips
      .repaired(texts, isKnown, saysMuch)
      ?.map((text, at) => ({ text, mark: words[at]?.mark ?? '' }));
  }

  /** Short ones stand in too many words: "end", "no". */
  #opensRequest(word: string): boolean {
    const node = this.#root.exact.get(word);
    const bits = node === undefined ? 0 : bitsUnder(node);
    const isLong = word.length >= SHORTEST_OPENING;
    return this.#parted.has(word) || (isLong && (bits & (PARTS.whole | IS.not | IS.no)) !== 0);
  }

  read(words: readonly Word[]): Clause[] {
    const units: Unit[] = words.flatMap(({ text, mark }) => {
      const parts = unitsOf(fold(text));
      return parts.map((part, at) => ({ text: part, mark: at === parts.length - 1 ? mark : '' }));
    });
    const clauses: Clause[] = [];
    let terms: Term[] = [];
    let sentence = 0;
    const flush = (mark: Mark) => {
      if (terms.length > 0) clauses.push({ terms: this.#finished(terms), sentence, mark });
      terms = [];
      if (mark === '.' || mark === '?') sentence++;
    };
    /** Where the particle of an earlier verb stands, and how long it is. */
    let particle = { at: -1, length: 0 };
    for (let at = 0; at < units.length; ) {
      const found = this.#longest(this.#root, units, at);
      const parted = this.#partedAt(units, at);
      let { bits, length } = found;
      if (at === particle.at) {
        ({ bits, length } = { bits: IS.light, length: particle.length });
      } else if (parted !== undefined && length <= 1) {
        ({ particle } = parted);
        ({ bits, length } = { bits: bits | parted.bits, length: 1 });
      }
      const run = units.slice(at, at + Math.max(1, length));
      const text = run.map((unit) => unit.text).join(' ');
      if (length === 0) bits = this.#single(text);
      // Also after a pause, "Thanks, but no more"; a text does not begin with one.
      const isInside = at > 0 && at + run.length < units.length;
      const isWithin = this.#joinsVerbs(terms, units, at + run.length);
      // "Or else" leaves what stands before it whole.
      if (bits & IS.joins && isInside && !isWithin) flush(bits & IS.threats ? '.' : '');
      // "Please" begins another clause too, and stays: it tells who asks.
      if ((bits & IS.joins) === 0 || !isInside || bits & (IS.polite | IS.threats))
        terms.push({ bits, words: text });
      at += run.length;
      const mark = run.at(-1)?.mark ?? '';
      if (mark !== '') flush(mark);
    }
    flush('');
    return clauses;
  }

  #partedAt(
    units: readonly Unit[],
    at: number,
  ): { particle: { at: number; length: number }; bits: number } | undefined {
    const endings = this.#parted.get(units[at]?.text ?? '');
    if (endings === undefined) return undefined;
    for (let next = at + 1; next <= at + 1 + MOST_BETWEEN; next++) {
      if (units[next - 1]?.mark !== '') return undefined;
      for (const { particle, bits } of endings) {
        if (particle.every((word, offset) => units[next + offset]?.text === word)) {
          return { particle: { at: next, length: particle.length }, bits };
        }
      }
    }
    return undefined;
  }

  /** "Don't call or text": one request of two verbs. */
  #joinsVerbs(terms: readonly Term[], units: readonly Unit[], next: number): boolean {
    const before = terms.at(-1)?.bits ?? 0;
    const isOne = before & SENDING && terms.some(({ bits }) => bits & IS.not);
    return Boolean(isOne) && (this.#longest(this.#root, units, next).bits & SENDING) !== 0;
  }

  #single(unit: string): number {
    if (PHONE_NUMBER.test(unit)) return IS.mine;
    const plain = withoutDigits(unit);
    if (plain !== unit) return this.#root.exact.get(plain)?.bits ?? 0;
    const near = this.#nearest(unit);
    return near === undefined ? 0 : (this.#root.exact.get(near)?.bits ?? 0) & FORGIVING;
  }

  #nearest(unit: string): string | undefined {
    return this.#ordinary.has(unit) ? undefined : this.#near.find(unit);
  }

  #finished(terms: readonly Term[]): readonly Term[] {
    if (terms.every(({ bits }) => bits !== 0)) return terms;
    return withAdjectives(
      terms.map((term, at) => this.#forgiven(term, terms[at - 1], terms[at + 1])),
    );
  }

  /** A short word one letter wrong is known by its neighbours: "stpo texting", "don't txet me". */
  #forgiven(term: Term, before: Term | undefined, after: Term | undefined): Term {
    const { words, bits } = term;
    if (bits !== 0 || words.length < SHORT.least || words.length > SHORT.most) return term;
    if (this.#ordinary.has(words)) return term;
    const leads = before?.bits ?? 0;
    const follows = after?.bits ?? 0;
    const isObject =
      (leads & IS.end && after === undefined) ||
      (leads & (IS.end | IS.not) && follows & (IS.mine | IS.messages));
    const wanted =
      (follows & (SENDING | IS.messages) ? IS.end : 0) |
      (isObject ? SENDING | (leads & IS.end ? IS.messages : 0) : 0);
    if (wanted === 0) return term;
    for (const known of this.#short) {
      const meant = this.#root.exact.get(known)?.bits ?? 0;
      const isWanted = meant & wanted && (meant & IS.end) === (meant & IS.keyword ? IS.end : 0);
      if (isWanted && isSlipOf(known, words)) {
        return { words, bits: meant };
      }
    }
    return term;
  }

  /** Terms do not reach over the end of a clause. */
  #longest(node: Node, units: readonly Unit[], at: number): { bits: number; length: number } {
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
    const [verb = '', particle] = entry.split(` ${GAP} `);
    if (particle !== undefined) {
      const known = this.#parted.get(verb) ?? [];
      this.#parted.set(verb, [...known, { particle: particle.split(' '), bits }]);
      for (const word of [verb, ...particle.split(' ')]) this.#all.add(word);
      return;
    }
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
      if (!isStem) this.#all.add(text);
      this.#longestWord = Math.max(this.#longestWord, text.length);
    }
    node.bits |= bits;
    const [only] = units;
    if (units.length > 1 || only === undefined || only.isStem) return;
    if (bits & FORGIVING) this.#near.add(only.text);
    if (
      bits & FORGIVEN_SHORT &&
      only.text.length > SHORT.least &&
      only.text.length <= SHORT.most - 1
    )
      this.#short.push(only.text);
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

/** Words that are not known, between one of ending and messages, say which: "stop weather alerts". */
function withAdjectives(terms: readonly Term[]): readonly Term[] {
  let isAfterVerb = false;
  return terms.map((term, at) => {
    const { bits } = term;
    if (bits !== 0) {
      isAfterVerb = (bits & (VERBS | IS.more)) !== 0 || (isAfterVerb && (bits & BETWEEN) !== 0);
      return term;
    }
    const after = [terms[at + 1], terms[at + 2]];
    const isNamed = after[0]?.bits
      ? after[0].bits & IS.messages
      : (after[1]?.bits ?? 0) & IS.messages;
    return isAfterVerb && isNamed ? { ...term, bits: IS.light } : term;
  });
}
