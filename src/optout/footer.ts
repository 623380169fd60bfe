/**
 * The instructions that end a marketing message, and whether a text has some already. Must not know
 * who is written to.
 */
import { clean } from './clean.js';
import { fold } from './fold.js';
import { lexiconOf, universal } from './lexicon/index.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { footerText } from './replies.js';

/** `text` with the instructions of `language` below it. */
export function withFooter(text: string, language: string): string {
  return `${text.trimEnd()}\n${footerText(language)}`;
}

/**
 * Whether `text` tells how to opt out, in `language` or in English: a word that stops, set apart by
 * capitals or quotes, in one sentence with another word of instructions ("Reply STOP to end").
 */
export function hasInstructions(text: string, language: string): boolean {
  const lexicons = [...new Set([lexiconOf(language) ?? universal, universal])];
  const cleaned = fold(clean(text));
  return lexicons.some((lexicon) => {
    if (cleaned.includes(fold(clean(lexicon.answers.footer)))) return true;
    return text.split(SENTENCE_END).some((sentence) => instructs(sentence, lexicon));
  });
}

const SENTENCE_END = /[.!?。！？\n]+/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/u;
const TOKEN = new RegExp(
  `${UNSPACED.source}|(?:(?!${UNSPACED.source})[\\p{L}\\p{M}\\p{N}])+`,
  'gu',
);
const QUOTED = /["“”„«»「」'‘’]([^"“”„«»「」'‘’]{1,30})["“”„«»「」'‘’]/gu;

function instructs(sentence: string, lexicon: Lexicon): boolean {
  const { stop, instruct } = wordsOf(lexicon);
  const words = sentence.match(TOKEN) ?? [];
  const setApart = new Set(words.filter(isInCapitals).map(folded));
  // Capitals say nothing where all is written in them.
  const cased = words.filter(hasCase);
  if (cased.length > 1 && cased.every(isInCapitals)) setApart.clear();
  for (const [, quoted = ''] of sentence.matchAll(QUOTED)) setApart.add(folded(quoted));
  const keyword = [...setApart].find((word) => stop.has(word));
  if (keyword === undefined) return false;
  // Where no spaces are written, words cannot be told from their neighbours.
  if (UNSPACED.test(keyword)) return true;
  return words.some((word) => {
    if (folded(word) === keyword) return false;
    if (!UNSPACED.test(word)) return instruct.has(folded(word));
    return [...instruct].some((one) => one.length > 1 && word.includes(one));
  });
}

function folded(word: string): string {
  return fold(clean(word));
}

function hasCase(word: string): boolean {
  return word.toLowerCase() !== word.toUpperCase();
}

function isInCapitals(word: string): boolean {
  return hasCase(word) && word === word.toUpperCase();
}

interface InstructionWords {
  readonly stop: ReadonlySet<string>;
  readonly instruct: ReadonlySet<string>;
}

const known = new WeakMap<Lexicon, InstructionWords>();

/** The words of ending, and those that instructions are made of: verbs of writing, what it ends, our own. */
function wordsOf(lexicon: Lexicon): InstructionWords {
  const words = known.get(lexicon) ?? readWords(lexicon);
  known.set(lexicon, words);
  return words;
}

function readWords({ keywords, grammar, answers }: Lexicon): InstructionWords {
  const stop = new Set([...universal.keywords.stop, ...keywords.stop].map(fold));
  const own = fold(clean(answers.footer)).split(' ');
  const instruct = [...grammar.write, ...grammar.send, ...grammar.messages, ...grammar.leave]
    .concat(keywords.stop)
    .map(fold)
    .concat(own.filter((word) => word.length > 2 && !stop.has(word)));
  return { stop, instruct: new Set(instruct) };
}
