/** Whether two words are one slip apart. */

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
