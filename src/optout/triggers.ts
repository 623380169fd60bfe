/**
 * Which languages a text may make a request in: those that have one of its words as one that requests
 * need. One look at each word for all languages, so that most texts are read by none.
 */
import { NearWords } from './near-words.js';

const LONGEST_STEM = 16;

export class Triggers {
  /** Languages as bits, by word and by stem. */
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  readonly #near = new NearWords();
  readonly #ordinary: ReadonlySet<string>;

  /** `ordinary`: folded words that are one letter from another and mean themselves. */
  constructor(ordinary: ReadonlySet<string>) {
    this.#ordinary = ordinary;
  }

  /** `isForgiven`: the word is known with one letter wrong. */
  add(word: string, language: number, { isStem = false, isForgiven = false } = {}): void {
    const map = isStem ? this.#stems : this.#words;
    map.set(word, (map.get(word) ?? 0) | (1 << language));
    if (isForgiven && !isStem) this.#near.add(word);
  }

  /** The numbers of the languages, as bits. `units` are folded. */
  languagesOf(units: readonly string[]): number {
    let languages = 0;
    for (const unit of units) {
      const found = (this.#words.get(unit) ?? 0) | this.#byStem(unit);
      languages |= found === 0 ? this.#byNear(unit) : found;
    }
    return languages;
  }

  #byStem(unit: string): number {
    let languages = 0;
    for (let length = Math.min(unit.length, LONGEST_STEM); length >= 3; length--) {
      languages |= this.#stems.get(unit.slice(0, length)) ?? 0;
    }
    return languages;
  }

  #byNear(unit: string): number {
    if (this.#ordinary.has(unit)) return 0;
    const near = this.#near.find(unit);
    return near === undefined ? 0 : (this.#words.get(near) ?? 0);
  }
}
