/**
 * One spelling for the many that thumbs give a word: accents left out, letters of other keyboards.
 * What stands in a lexicon and what is looked up go through the same fold. Must not know any word.
 */

/** Accents, Hebrew points, Arabic vowel signs. Not those of kana, which make other syllables. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu;
const OTHER_LETTERS = /[łøæœßđðþأإآٱىةؤئگک٠-٩۰-۹]/gu;
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', þ: 'th' },
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي', گ: 'ك', ک: 'ك' },
};
const PLAIN = /^[a-z0-9 ]*$/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** A cleaned word, or several, as tables hold them. */
export function fold(words: string): string {
  if (PLAIN.test(words)) return words;
  return words
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(OTHER_LETTERS, (letter) => LETTERS[letter] ?? letter);
}

/** A word in units that can be looked up: itself, or its characters where no spaces are written. */
export function unitsOf(word: string): string[] {
  if (PLAIN.test(word) || !UNSPACED.test(word)) return [word];
  return (
    word.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu,
    ) ?? [word]
  );
}
