/**
 * Plain spellings for typography that the GSM 7-bit default alphabet (3GPP TS 23.038 §6.2.1) lacks:
 * quotes, dashes, spaces, signs, and letters whose bare form it has. Only what reads the same is
 * replaced; other scripts, emoji and signs without a usual short spelling are never touched.
 * Knows characters, not parts or costs.
 */

import { segments } from './segments.js';

/** A spelling and the characters that get it. What the alphabet has itself must not stand here. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  // Quotation marks, primes, and the accents and modifier letters that are typed for them.
  ["'", '‘’‚‛‹›❛❜′‵`´ʹʻʼʽˈ'],
  ['"', '“”„‟«»❝❞⹂〝〞〟″‶ʺ'],
  ["'''", '‴'],
  // Hyphens, dashes, minus; bullets, since a dash opens a line and parts two words alike.
  ['-', '‐‑‒–—―−﹘﹣⁃•‣◦∙▪▫■●○▸►'],
  ['--', '⸺'],
  ['---', '⸻'],
  ['.', '·‧'],
  ['~', '˜〜∼'],
  ['^', 'ˆ'],
  ['/', '⁄∕'],
  ['*', '∗'],
  [':', '∶'],
  ['|', '¦∣'],
  ['||', '‖'],
  // Signs with a usual short spelling.
  ['(C)', '©'],
  ['(R)', '®'],
  ['(TM)', '™'],
  ['(SM)', '℠'],
  ['No.', '№'],
  ['c/o', '℅'],
  ['Rs.', '₹'],
  ['c', '¢'],
  ['a', 'ª'],
  ['o', 'º'],
  ['u', '\u00b5'],
  ['x', '×'],
  ['/', '÷'],
  ['+/-', '±'],
  ['<=', '≤'],
  ['>=', '≥'],
  ['->', '→'],
  ['<-', '←'],
  ['<->', '↔'],
  ['=>', '⇒'],
  // Spaces and line ends of other widths and names.
  [
    ' ',
    '\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  ],
  ['\n', '\u000b\u0085\u2028\u2029'],
  // Soft hyphen, zero-width space, word joiner, variation selectors, byte order mark.
  ['', '\u00ad\u200b\u2060\ufe0e\ufe0f\ufeff'],
];

const SIGNS: ReadonlyMap<string, string> = new Map(
  SPELLINGS.flatMap(([spelling, signs]) => Array.from(signs, (sign) => [sign, spelling] as const)),
);

const FRACTION = '\\u00bc-\\u00be\\u2150-\\u215e\\u2189';

/** 1½ is not 11/2. */
const BEFORE_FRACTION = new RegExp(`(?<=\\p{Nd})(?=[${FRACTION}])`, 'gu');

/**
 * Characters that Unicode calls others in another dress (NFKC): fractions, dots, doubled marks,
 * Roman numerals, rupees, ligatures and digraphs, ŀ ŉ ſ, full-width forms, mathematical letters.
 * Raised digits are left out, since 10² is not 102, and circled ones, since ① is more than 1.
 */
const DRESSED = new RegExp(
  `[${FRACTION}\\u2024-\\u2026\\u203c\\u2047-\\u2049\\u2160-\\u217f\\u20a8` +
    '\\ufb00-\\ufb06\\u0132\\u0133\\u013f\\u0140\\u0149\\u017f\\u01c4-\\u01cc\\u01f1-\\u01f3' +
    '\\uff01-\\uff5e\\uffe0\\uffe1\\uffe4\\uffe5\\u{1d400}-\\u{1d7ff}]',
  'gu',
);

/**
 * Signs alone in their plain spelling, whatever alphabet the text then needs: for one whose letters
 * a national table holds (3GPP TS 23.038 §6.2.1.2) and whose quotation marks no table does.
 */
export function plainSigns(text: string): string {
  const undressed = text
    .replace(BEFORE_FRACTION, ' ')
    .replace(DRESSED, (character) => character.normalize('NFKC'));
  return Array.from(undressed, (character) => SIGNS.get(character) ?? character).join('');
}

/**
 * Direction marks, joiners and invisible operators: they do something in Arabic, Indic scripts and
 * emoji, and nothing in a text that fits the alphabet. U+202E is not one: it turns letters round.
 */
const MARKS_OF_OTHER_SCRIPTS =
  /\u034f|[\u180e\u200c-\u200f\u202a-\u202d\u2061-\u2064\u2066-\u2069]/gu;

/**
 * Letters with a bare form that Unicode does not derive. Those that are letters of their own are
 * left out: without ı, Turkish `sıkıldım` is another word, and the Turkish table has it.
 */
const BARE_LETTERS: ReadonlyMap<string, string> = new Map([
  ['Œ', 'OE'],
  ['œ', 'oe'],
  ['Ł', 'L'],
  ['ł', 'l'],
  ['Đ', 'D'],
  ['đ', 'd'],
  ['Ð', 'D'],
  ['ð', 'd'],
  ['Þ', 'Th'],
  ['þ', 'th'],
  ['Ħ', 'H'],
  ['ħ', 'h'],
  ['Ŧ', 'T'],
  ['ŧ', 't'],
  ['ẞ', 'SS'],
]);

/** U+0334 to U+0338 strike a letter out and are no accents. */
function isAccent(mark: string): boolean {
  const code = mark.codePointAt(0) ?? 0;
  return code >= 0x300 && code <= 0x36f && !(code >= 0x334 && code <= 0x338);
}

function fitsGsm7(text: string): boolean {
  const eachOnce = [...new Set(text)].join('');
  return segments(eachOnce).ucs2Characters.length === 0;
}

/**
 * The letter without its outermost accents, as few as need be: ǟ becomes ä, á becomes a. And ç
 * becomes c: the alphabet has Ç alone, and `garÇon` reads worse than `garcon`.
 */
function bareLetter(letter: string): string {
  if (/^[A-Za-z]$/u.test(letter) || fitsGsm7(letter)) return letter;
  const [base = '', ...accents] = Array.from(letter.normalize('NFD'));
  if (!accents.every(isAccent)) return letter;
  for (let kept = accents.length; kept >= 0; kept--) {
    const barer = (BARE_LETTERS.get(base) ?? base) + accents.slice(0, kept).join('');
    if (fitsGsm7(barer.normalize('NFC'))) return barer.normalize('NFC');
  }
  return letter;
}

/**
 * The text in the GSM 7-bit default alphabet, where plain spellings are enough for that; else the
 * text untouched, since it takes UCS-2 anyway and may as well keep its typography. What the alphabet
 * has stays: é, ñ, ü, €. Letters and accents that come apart are joined first (NFC).
 */
export function transliterate(text: string): string {
  if (fitsGsm7(text)) return text;
  const plain = plainSigns(text)
    .replace(MARKS_OF_OTHER_SCRIPTS, '')
    .normalize('NFC')
    .replace(/\p{Script=Latin}\p{M}*/gu, bareLetter);
  return fitsGsm7(plain) ? plain : text;
}
