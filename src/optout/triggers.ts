/**
 * Which languages a text may make a request in, by one look at each word for all languages: those
 * that have a word in it which ends something, or a negation and a word of sending. Most texts are
 * read by none.
 */
import { NearWords } from './near-words.js';

const LONGEST_STEM = 16;
const SHORTEST_STEM = 3;

/** What a word may be part of: a request by itself, or one half of "don't" and "send". */
export type Part = 'whole' | 'negation' | 'negated';

/** Languages as bits. */
type Languages = Readonly<Record<Part, number>>;

const NONE: Languages = { whole: 0, negation: 0, negated: 0 };

export class Triggers {
  readonly #words = new Map<string, Languages>();
  readonly #stems = new Map<string, Languages>();
  readonly #near = new NearWords();
  readonly #ordinary: ReadonlySet<string>;

  /** `ordinary`: folded words that are one letter from another and mean themselves. */
  constructor(ordinary: ReadonlySet<string>) {
    this.#ordinary = ordinary;
  }

  /** `language`: its number. `isForgiven`: the word is known with one letter wrong. */
  add(
    word: string,
    language: number,
    parts: readonly Part[],
    { isStem = false, isForgiven = false } = {},
  ): void {
    const map = isStem ? this.#stems : this.#words;
    const known = { ...(map.get(word) ?? NONE) };
    for (const part of parts) known[part] |= 1 << language;
    map.set(word, known);
    if (isForgiven && !isStem) this.#near.add(word);
  }

  /** The numbers of the languages, as bits. `units` are folded. */
  languagesOf(units: readonly string[]): number {
    let [whole, negation, negated] = [0, 0, 0];
    const take = (found: Languages | undefined) => {
      if (found === undefined) return false;
      whole |= found.whole;
      negation |= found.negation;
      negated |= found.negated;
      return true;
    };
    for (const unit of units) {
      let isKnown = take(this.#words.get(unit));
      for (let end = Math.min(unit.length, LONGEST_STEM); end >= SHORTEST_STEM; end--) {
        isKnown = take(this.#stems.get(unit.slice(0, end))) || isKnown;
      }
      if (isKnown || this.#ordinary.has(unit)) continue;
      const near = this.#near.find(unit);
      if (near !== undefined) take(this.#words.get(near));
    }
    return whole | (negation & negated);
  }
}
