/** Finds the words of a list that are one slip of a thumb from a given one, without trying them all. */
import { isSlipOf } from './one-letter.js';

/** Shorter words are one letter from too many others. */
const SHORTEST = 6;

export class NearWords {
  /** Words by what is left of them with one letter dropped; a slip meets its word there. */
  readonly #byRest = new Map<string, string[]>();

  readonly #shortest: number;
  readonly #isNear: (meant: string, word: string) => boolean;

  /** `shortest`: letters of the shortest word that is found. */
  constructor(shortest = SHORTEST, isNear = isSlipOf) {
    this.#shortest = shortest;
    this.#isNear = isNear;
  }

  add(word: string): void {
    if (word.length < this.#shortest) return;
    for (const rest of restsOf(word)) {
      const words = this.#byRest.get(rest);
      if (words === undefined) this.#byRest.set(rest, [word]);
      else if (!words.includes(word)) words.push(word);
    }
  }

  /** A word one letter off `word`; undefined for a short one. */
  find(word: string): string | undefined {
    if (word.length < this.#shortest - 1 || word.length > 24) return undefined;
    for (const rest of restsOf(word)) {
      const found = this.#byRest.get(rest)?.find((known) => this.#isNear(known, word));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** The word itself, and with each letter dropped. */
function restsOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
