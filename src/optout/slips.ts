/**
 * Words of requests, found again in a short text that is typed badly all through: "remoce me form
 * yuor lsit", "plz rmv ths nmbr". Must not know what a request is.
 */
import { NearWords } from './near-words.js';
import { isThumbSlipOf } from './one-letter.js';

const SHORTEST = 3;
/** Words of a text; of a longer one too many may be others. One alone is a keyword or none. */
const LONGEST_TEXT = 10;
const VOWELS = /[aeiou]/gu;

export class Slips {
  readonly #near = new NearWords(SHORTEST, isThumbSlipOf);
  /** By their consonants. */
  readonly #abbreviated = new Map<string, string>();

  /** The first of several near words is the one that is taken. */
  add(word: string): void {
    if (word.length < SHORTEST) return;
    this.#near.add(word);
    const consonants = word.replace(VOWELS, '');
    if (consonants.length >= SHORTEST && !this.#abbreviated.has(consonants)) {
      this.#abbreviated.set(consonants, word);
    }
  }

  /**
   * The words with each that is not known replaced; undefined where one cannot be, or where it is one
   * word alone and says little: every word is a slip of some other.
   */
  repaired(
    words: readonly string[],
    isKnown: (word: string) => boolean,
    saysMuch: (word: string) => boolean,
  ): string[] | undefined {
    if (words.length < 2 || words.length > LONGEST_TEXT) return undefined;
    const repaired: string[] = [];
    let slips = 0;
    for (const word of words) {
      const meant = isKnown(word) ? word : this.#meant(word);
      if (meant === undefined) return undefined;
      if (meant !== word) slips += saysMuch(meant) ? 2 : 1;
      repaired.push(meant);
    }
    return slips > 1 ? repaired : undefined;
  }

  #meant(word: string): string | undefined {
    return this.#near.find(word) ?? this.#abbreviated.get(word);
  }
}
