/** Whether two words are one slip of a thumb apart. Must not know any word. */

/**
 * True where `a` becomes `b` by one letter added, dropped or changed, or two neighbours swapped.
 * False for equal words. Linear.
 */
export function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short === long) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  if (short.length < long.length) return short.slice(head) === long.slice(head + 1);
  if (short.slice(head + 1) === long.slice(head + 1)) return true;
  return (
    short[head] === long[head + 1] &&
    short[head + 1] === long[head] &&
    short.slice(head + 2) === long.slice(head + 2)
  );
}

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * The same for a word that was meant: thumbs slip within a word, and at its beginning to the next
 * key; another first letter is more often another word ("guitar", "quitar").
 */
export function isSlipOf(meant: string, word: string): boolean {
  if (!isOneLetterOff(meant, word)) return false;
  const [wanted = '', typed = ''] = [meant[0], word[0]];
  if (wanted === typed || !/^[a-z]{2}$/u.test(wanted + typed)) return wanted === typed;
  const isSwapped = wanted === word[1] && typed === meant[1];
  return isSwapped || isNextKey(wanted, typed);
}

/** The same, and a letter that was changed lies beside the one that was meant. */
export function isThumbSlipOf(meant: string, word: string): boolean {
  if (!isSlipOf(meant, word)) return false;
  const changed = [...meant].flatMap((letter, at) => (letter === word[at] ? [] : [at]));
  const [at] = changed;
  if (meant.length !== word.length || changed.length > 1 || at === undefined) return true;
  return isNextKey(meant[at] ?? '', word[at] ?? '');
}

function isNextKey(a: string, b: string): boolean {
  const rows = [a, b].map((key) => KEYS.findIndex((row) => row.includes(key)));
  const [rowA = 0, rowB = 0] = rows;
  const columns = (KEYS[rowA]?.indexOf(a) ?? 0) - (KEYS[rowB]?.indexOf(b) ?? 0);
  return Math.abs(rowA - rowB) <= 1 && Math.abs(columns) <= 1;
}

/** True where at most `most` letters are added, dropped or changed. */
export function isWithin(most: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let at = 0; at < a.length; at++) {
    const next = [at + 1];
    for (let other = 0; other < b.length; other++) {
      const changed = (row[other] ?? 0) + (a[at] === b[other] ? 0 : 1);
      next.push(Math.min(changed, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
    }
    row = next;
  }
  return (row[b.length] ?? most + 1) <= most;
}
