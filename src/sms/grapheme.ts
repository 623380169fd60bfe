/**
 * Where a text may be cut: not inside what a reader takes for one character (a grapheme cluster,
 * Unicode Standard Annex 29), nor inside a surrogate pair.
 */

/** Made when it is first needed: it brings Unicode's tables into memory. */
let segmenter: Intl.Segmenter | undefined;

/** Whether a unit belongs to a script whose letters stand alone: Latin, Greek, Cyrillic, Armenian. */
function standsAlone(unit: number): boolean {
  return unit < 0x300 || (unit >= 0x370 && unit < 0x483) || (unit >= 0x48a && unit < 0x590);
}

const CARRIAGE_RETURN = 0x0d;

/**
 * The last place at or before `index`, and behind `start`, where a character begins. Where one alone
 * reaches from `start` to `index`, the last place that is not inside a surrogate pair.
 */
export function graphemeStart(text: string, start: number, index: number): number {
  const before = text.charCodeAt(index - 1);
  if (standsAlone(before) && standsAlone(text.charCodeAt(index)) && before !== CARRIAGE_RETURN) {
    return index;
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const begin = segmenter.segment(text).containing(index)?.index ?? index;
  if (begin > start) return begin;
  const insidePair = (text.codePointAt(index - 1) ?? 0) > 0xffff;
  return insidePair && index - 1 > start ? index - 1 : index;
}
