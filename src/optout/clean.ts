/**
 * First stage: from a text as phones send it to plain lower-case words with one space between.
 * Folds what does not change the meaning of a short reply: case, punctuation, widths, look-alike
 * letters, invisible marks, stretched or spaced letters, the phone's signature.
 * Must not know any keyword. Every step is linear in the length of the text.
 */

/** Emoji that say stop. Their variation marks are gone by the time this is asked. */
const STOP_SIGNS = /[🛑⛔]/gu;
/** Format characters (zero width, direction, joiners), variation and keycap marks. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u20e3/gu;
const APOSTROPHES = /['’‘‛ʼ`′]/gu;
const NOT_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;
const STRETCHED = /(\p{L})\1{2,}/gu;

/**
 * The words of `text`. A text of nothing but question marks stays `?`: it is a word of its own,
 * and what is asked is help.
 */
export function clean(text: string): string {
  const folded = text
    // NFKC would make a space and a mark of it, and two words of "don´t".
    .replaceAll('´', "'")
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(STOP_SIGNS, ' stop ')
    .toLowerCase()
    // Turkish: İ lowers to i and a dot above, and ı is typed where English has i.
    .replace(/i\u0307|ı/gu, 'i');
  const words = folded
    .replace(APOSTROPHES, '')
    .replace(NOT_WORDS, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => withoutLookalikes(word).replace(STRETCHED, '$1'));
  if (words.length === 0) return /^[\s?؟]+$/u.test(folded) && folded.trim() !== '' ? '?' : '';
  return withoutSignature(joinSpelled(words)).join(' ');
}

const CYRILLIC_AND_GREEK = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const LATIN = /\p{Script=Latin}/u;
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', м: 'm' },
    ...{ о: 'o', р: 'p', ԛ: 'q', ѕ: 's', т: 't', у: 'y', х: 'x', α: 'a', ε: 'e', ι: 'i' },
    ...{ κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
  }),
);

/** Cyrillic and Greek letters in a word that has Latin ones were meant to look Latin. */
function withoutLookalikes(word: string): string {
  if (!LATIN.test(word) || !CYRILLIC_AND_GREEK.test(word)) return word;
  return [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join('');
}

/** Three or more single letters in a row are a word spelled out: `s t o p`. */
function joinSpelled(words: readonly string[]): string[] {
  const joined: string[] = [];
  let letters: string[] = [];
  const flush = () => {
    if (letters.length >= 3) joined.push(letters.join(''));
    else joined.push(...letters);
    letters = [];
  };
  for (const word of words) {
    if (/^\p{L}$/u.test(word)) {
      letters.push(word);
    } else {
      flush();
      joined.push(word);
    }
  }
  flush();
  return joined;
}

/** How the signatures and effect notes of phones begin, after cleaning. */
const SIGNATURES = [
  'sent from',
  'sent via',
  'sent with',
  'get outlook for',
  'envoyé de mon',
  'envoyé depuis',
  'enviado desde',
  'enviado do meu',
  'gesendet von',
  'von meinem',
  'inviato da',
  'verstuurd vanaf',
  'skickat från',
].map((opening) => opening.split(' '));
/** "Sent from my Samsung Galaxy smartphone": words from the opening on. */
const LONGEST_SIGNATURE = 8;

function withoutSignature(words: readonly string[]): readonly string[] {
  for (let start = Math.max(1, words.length - LONGEST_SIGNATURE); start < words.length; start++) {
    const isOpening = SIGNATURES.some((opening) =>
      opening.every((word, offset) => words[start + offset] === word),
    );
    if (isOpening) return words.slice(0, start);
  }
  return words;
}
