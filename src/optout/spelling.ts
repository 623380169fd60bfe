/**
 * Repairs of words that no table knows: digits typed for letters, and words typed without the spaces
 * between them. Must not know any word; the caller says which there are.
 */

const DIGITS = /[013457]/gu;
const LETTERS: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' },
};
const MIXED = /^(?=.*[a-z])(?=.*\d)[a-z0-9]{4,}$/u;

/** A word in which digits stand for letters, with the letters: "st0p", "r3move". Else the word. */
export function withoutDigits(word: string): string {
  return MIXED.test(word) ? word.replace(DIGITS, (digit) => LETTERS[digit] ?? digit) : word;
}

/** Shorter ones are more often a word that the table lacks: "takeoff". */
const SHORTEST = 8;
const LONGEST = 40;
const PLAIN = /^[a-z]+$/u;

/** The fewest words that `run` is made of without a space; undefined where it is none of several. */
export function spacedOut(
  run: string,
  isWord: (word: string) => boolean,
  longestWord: number,
): string[] | undefined {
  if (run.length < SHORTEST || run.length > LONGEST || !PLAIN.test(run)) return undefined;
  /** The fewest words up to each letter, and where the last of them begins. */
  const best: ({ count: number; start: number } | undefined)[] = [{ count: 0, start: 0 }];
  for (let start = 0; start < run.length - 1; start++) {
    const count = best[start]?.count;
    if (count === undefined) continue;
    for (let end = start + 2; end <= Math.min(run.length, start + longestWord); end++) {
      const known = best[end];
      if (known !== undefined && known.count <= count + 1) continue;
      if (isWord(run.slice(start, end))) best[end] = { count: count + 1, start };
    }
  }
  const words: string[] = [];
  for (let end = run.length; end > 0; ) {
    const last = best[end];
    if (last === undefined) return undefined;
    words.unshift(run.slice(last.start, end));
    end = last.start;
  }
  return words.length > 1 ? words : undefined;
}
