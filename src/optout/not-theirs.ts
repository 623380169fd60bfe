/**
 * Second stage: what the recipient did not write is taken away, since it often says STOP: reactions
 * and the text that they quote, quoted lines, our own last message and our own answers sent back.
 * Must not know what a keyword is.
 */
import { clean, type Word } from './clean.js';
import { unitsOf } from './fold.js';

/** A quotation opens and closes with these; straight quotes do both. */
const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['“', '”“"'],
  ['„', '“”"'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['”', '”'],
  ['"', '"”'],
];
/** Words of a quotation that is a message and no keyword: "Reply “STOP” to end" keeps its STOP. */
const SHORTEST_MESSAGE = 3;

const QUOTED_LINE = /^[ \t]*>.*$/gmu;
/** Where a mail program begins to repeat the mail that is answered. */
const REPEATED =
  /^[ \t]*(?:-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht)|(?:on|am|le|el|em|il|op|den|dne) .{6,80}(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|napsal)[^\n]{0,40}:[ \t]*$)/imu;

/** How reactions begin where they quote without closing: long messages arrive cut. */
const REACTION =
  /^\s*(?:(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted|removed an? |a aimé|a adoré|a ri|a mis|n'a pas aimé|le gustó|le encantó|se rió|enfatizó|cuestionó|gefällt|hat |findet|gostou|curtiu|adorou|amou|riu|enfatizou|ha messo|ha riso|ha adorato|piace|vond|vindt|gillade|älskade|skrattade|synes godt|elskede|elsket|likte|tykkäsi|polubi|уподоб|понрав|нравится|beğendi|sevdi|أعجب|أحب|אהב|赞了|喜欢|「)[^"“„«]{0,60}|\p{Extended_Pictographic}\p{M}*\S*\s[^"“„«]{0,20})["“„«][^\p{L}]*\p{L}+(?:[^\p{L}]+\p{L}+){2}/iu;

/** The text without its quotations, quoted lines and repeated mail; `''`: nothing of it is theirs. */
export function withoutQuotations(text: string): string {
  let own = text;
  if (own.includes('>')) own = keepUnlessEmpty(own, own.replace(QUOTED_LINE, ''));
  const repeated = REPEATED.exec(own);
  if (repeated !== null) own = keepUnlessEmpty(own, own.slice(0, repeated.index));
  if (REACTION.test(own) && quotations(own).length === 0) return '';
  const found = quotations(own);
  if (found.length === 0) return own;
  let rest = '';
  let at = 0;
  for (const { start, end } of found) {
    rest += `${own.slice(at, start)}\n`;
    at = end;
  }
  rest += own.slice(at);
  // A text that is nothing but a quotation is their own, in quotes.
  return clean(rest) === '' && !/\p{Extended_Pictographic}/u.test(rest) ? own : rest;
}

function keepUnlessEmpty(whole: string, rest: string): string {
  return rest.trim() === '' ? whole : rest;
}

/** Stretches between quotes that are long enough for a message. */
function quotations(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const start = nextQuote(text, at);
    if (start < 0) break;
    const closing = QUOTES.find(([open]) => open === text[start])?.[1] ?? '';
    const end = firstOf(text, closing, start + 1);
    if (end < 0) {
      at = start + 1;
      // A quote that nothing closes: no later one of the same kind closes either.
      if (text.indexOf(text.charAt(start), at) < 0) continue;
      break;
    }
    const inside = text.slice(start + 1, end).trim();
    if ((inside.match(/\p{L}+/gu)?.length ?? 0) >= SHORTEST_MESSAGE)
      found.push({ start, end: end + 1 });
    at = end + 1;
  }
  return found;
}

const OPENING = /["“„«»「”]/gu;

function nextQuote(text: string, from: number): number {
  OPENING.lastIndex = from;
  return OPENING.exec(text)?.index ?? -1;
}

function firstOf(text: string, characters: string, from: number): number {
  const found = [...characters].map((c) => text.indexOf(c, from)).filter((index) => index >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

/** Words of a message of ours that is known when it comes back; fewer may be somebody's own. */
const SHORTEST_SENT = 4;
/** What stands before a message that is answered. */
const ANSWERED = new Set(['re', 'aw', 'sv', 'vs', 'antw', 'odp', 'ynt', 'fw', 'fwd']);

/**
 * The words without our last message, wherever it stands in them: whole, or cut at its end (in a word
 * even), with a mark of an answer before it. A reply that is the same as a short message of ours was
 * typed: who is asked "STOP?" answers "stop".
 */
export function withoutSent(words: readonly Word[], sent: readonly Word[]): readonly Word[] {
  const own: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const length = lengthOfEcho(words, at, sent);
    const word = words[at];
    if (length === 0 && word !== undefined) own.push(word);
    else if (ANSWERED.has(own.at(-1)?.text ?? '')) own.pop();
    at += Math.max(1, length);
  }
  return own;
}

/** How many words from `at` on repeat the beginning of `sent`; 0 where they are too few to tell. */
function lengthOfEcho(words: readonly Word[], at: number, sent: readonly Word[]): number {
  let length = 0;
  while (length < sent.length && words[at + length]?.text === sent[length]?.text) length++;
  const units = sent.slice(0, length).flatMap(({ text }) => unitsOf(text)).length;
  if (units < SHORTEST_SENT) return 0;
  const [last, cut] = [words[at + length], sent[length]];
  const isCut = last !== undefined && at + length === words.length - 1;
  return isCut && cut?.text.startsWith(last.text) ? length + 1 : length;
}

/**
 * The words without the sentence in which `run` begins, and without `run`: what stands before it
 * there is the name of the brand. Unchanged where `run` is the whole text: somebody typed it.
 */
export function withoutRun(words: readonly Word[], run: readonly string[]): readonly Word[] {
  if (run.flatMap(unitsOf).length < SHORTEST_MESSAGE || words.length <= run.length) return words;
  for (let start = 0; start + run.length <= words.length; start++) {
    if (!run.every((word, offset) => words[start + offset]?.text === word)) continue;
    let first = start;
    while (first > 0 && words[first - 1]?.mark !== '.' && words[first - 1]?.mark !== '?') first--;
    return [...words.slice(0, first), ...words.slice(start + run.length)];
  }
  return words;
}
