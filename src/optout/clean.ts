/**
 * First stage: from a text as phones send it to plain lower-case words, and where its sentences end.
 * Folds what does not change the meaning of a short reply: case, punctuation, widths, look-alike
 * letters, invisible marks, stretched or spaced letters, the phone's signature.
 * Must not know any keyword. Every step is linear in the length of the text.
 */
import { withoutLookalikes } from './look-alikes.js';
import { withoutSignature } from './signatures.js';

/** What follows a word: nothing, a pause within the sentence, its end, or the end of a question. */
export type Mark = '' | ',' | '.' | '?';

export interface Word {
  readonly text: string;
  readonly mark: Mark;
}

/** Emoji that say stop. Their variation marks are gone by the time this is asked. */
const STOP_SIGNS = /[🛑⛔🚫]/gu;
/** Letters that look like small capitals; NFKC leaves them. */
const SMALL = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ';
const PLAIN_LETTERS = 'abcdefghijklmnopqrstuvwyz';
const SMALL_CAPITALS = /[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ]/gu;
/** Format characters (zero width, direction, joiners), variation and keycap marks, kashida. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\p{Me}|[\u0640\u115f\u1160\u3164\uffa0]/gu;
const APOSTROPHES = /['’‘‛ʼ`′]/gu;
/** French and Italian leave a vowel out before another: "m'écrivez", "dell'elenco" are two words. */
const ELIDED =
  /(?<![\p{L}\p{M}\p{N}])([cdjlmnstv]|qu|jusqu|lorsqu|puisqu|(?:[ns]e|[ds]u|co|a|da|de)ll|que(?:st|ll)|un)['’‘`′](?=\p{L}{2})/gu;
/** "F*ck": a star for a letter. */
const STARS = /(?<=\p{L})\*+(?=\p{L})/gu;
/** "This #": a sign for a word; before a digit it is none. */
const NUMBER_SIGN = /(?<=\p{L} ?)#(?![\p{L}\p{N}])/gu;
const STRETCHED = /(\p{L})\1{2,}/gu;
const WORD = /^[\p{L}\p{M}\p{N}]/u;
const PLAIN = /^[a-z0-9]+$/u;
const TOKENS = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu;
const ENDS = /[.!…。！\n\r\p{Extended_Pictographic}]/u;
const QUESTIONS = /[?？؟;]/u;
const PAUSES = /[,;:()،、—–"“”„«»|/]| - /u;

/**
 * The words of `text`. A text of nothing but question marks is the word `?`: what is asked is help.
 */
export function read(text: string): readonly Word[] {
  let words = pass(text);
  if (ASCII.test(text)) return words;
  // Joining spelled letters or folding a compatibility character may make room for another step.
  for (let again = 0; again < 3; again++) {
    const next = pass(written(words));
    if (next.length === words.length && next.every((word, at) => word.text === words[at]?.text)) {
      return words;
    }
    words = next;
  }
  return words;
}

/** The words with one space between. Cleaning what is clean changes nothing. */
export function clean(text: string): string {
  return written(read(text));
}

/** The words with one space between, without their marks. */
export function written(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

/** Nothing to fold but case and marks: most texts. */
const ASCII = /^[\0-\x7f]*$/u;

function foldAscii(text: string): string {
  const lower = text.toLowerCase();
  return /['`]/u.test(lower) ? lower.replace(ELIDED, '$1 ').replace(APOSTROPHES, '') : lower;
}

function foldAny(text: string): string {
  return (
    text
      // NFKC would make a space and a mark of it, and two words of "don´t".
      .replaceAll('´', "'")
      .replace(INVISIBLE, '')
      .normalize('NFKC')
      .replace(INVISIBLE, '')
      .replace(SMALL_CAPITALS, (letter) => PLAIN_LETTERS[SMALL.indexOf(letter)] ?? letter)
      .replace(STOP_SIGNS, ' stop ')
      .toLowerCase()
      // Turkish: İ lowers to i and a dot above, and ı is typed where English has i.
      .replace(/i\u0307|ı/gu, 'i')
      .replace(ELIDED, '$1 ')
      .replace(APOSTROPHES, '')
      .normalize('NFKC')
  );
}

function pass(text: string): readonly Word[] {
  let folded = ASCII.test(text) ? foldAscii(text) : foldAny(text);
  if (folded.includes('*')) folded = folded.replace(STARS, '');
  if (folded.includes('#')) folded = folded.replace(NUMBER_SIGN, ' number ');
  const words: Word[] = [];
  for (const [token] of folded.matchAll(TOKENS)) {
    const last = words.at(-1);
    if (WORD.test(token)) {
      const word = PLAIN.test(token) ? token : withoutLookalikes(token);
      words.push({ text: word.replace(STRETCHED, '$1'), mark: '' });
    } else if (last !== undefined) {
      words[words.length - 1] = { text: last.text, mark: markOf(token) };
    }
  }
  if (words.length === 0 && /^[\s?؟]+$/u.test(folded) && folded.trim() !== '') {
    return [{ text: '?', mark: '?' }];
  }
  return withoutSignature(joinSpelled(words));
}

/** A question mark beats a full stop, and that a comma. */
function markOf(between: string): Mark {
  if (between === ' ' || between === ':') return '';
  if (QUESTIONS.test(between)) return between.includes(';') && !/[?？؟]/u.test(between) ? ',' : '?';
  if (ENDS.test(between)) return '.';
  return PAUSES.test(between) ? ',' : '';
}

/** Three or more single letters in a row are a word spelled out: `s t o p`. */
function joinSpelled(words: readonly Word[]): readonly Word[] {
  if (words.filter(({ text }) => text.length === 1).length < 3) return words;
  const joined: Word[] = [];
  let letters: Word[] = [];
  const flush = () => {
    const last = letters.at(-1);
    if (letters.length >= 3 && last !== undefined) {
      const text = letters.map((letter) => letter.text).join('');
      joined.push({ text: text.replace(STRETCHED, '$1'), mark: last.mark });
    } else {
      joined.push(...letters);
    }
    letters = [];
  };
  for (const word of words) {
    if (
      /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]$/u.test(
        word.text,
      )
    ) {
      letters.push(word);
    } else {
      flush();
      joined.push(word);
    }
  }
  flush();
  return joined;
}
