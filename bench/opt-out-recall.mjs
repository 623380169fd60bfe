/**
 * How many opt-outs are found, and what is taken for one that is none: on the repository's own
 * labelled replies, and on those beside the repository where they are at hand. Every language is
 * configured. Prints a table beside the rules of others, the speed, and the worst misses.
 */
import { existsSync, readFileSync } from 'node:fs';
import { systemClock } from '../dist/clock.js';
import { LANGUAGES } from '../dist/config/config.js';
import { match } from '../dist/optout/match.js';
import { peers } from './opt-out-peers.mjs';

/** @typedef {{ label: string, language: string, text: string }} Row */
/** @typedef {{ name: string, decide: (text: string) => string | null }} Matcher */

const english = new URL('../test/optout/labelled.tsv', import.meta.url);
const languages = new URL('../test/optout/labelled-languages.tsv', import.meta.url);
const shared = new URL('../../shared/optout/', import.meta.url);
const worst = 25;
const rounds = 5;

const keywords = { stop: [], start: [], help: [] };
/** @param {'keyword' | 'phrase' | 'intent'} how @returns {Matcher} */
const ours = (how) => {
  const options = { languages: LANGUAGES, keywords, match: how };
  return { name: `stopgate, match = "${how}"`, decide: (text) => match(text, options).action };
};
/** @type {Matcher[]} */
const matchers = [
  ...peers.map(({ name, isOptOut }) => ({
    name,
    decide: (/** @type {string} */ text) => (isOptOut(text) ? 'opt_out' : null),
  })),
  ...[ours('keyword'), ours('phrase'), ours('intent')],
];

/** @param {URL} file @returns {Row[]} */
function readRows(file) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [label = '', language = '', text = ''] = line.split('\t');
      return { label, language, text: text.replaceAll('\\n', '\n') };
    });
}

/** @param {string} title @param {Row[]} rows @param {string[]} ordinary */
function report(title, rows, ordinary) {
  const out = rows.filter(({ label }) => label === 'out');
  const none = rows.filter(({ label }) => label === 'none');
  if (out.length === 0) return;
  say(`\n## ${title}\n`);
  say(
    `| matcher | recall of ${out.length} | wrong of ${none.length} | ordinary flagged of ${ordinary.length} | doubtful |`,
  );
  say('|---|---|---|---|---|');
  for (const { name, decide } of matchers) {
    const count = (/** @type {string[]} */ texts, /** @type {string} */ action) =>
      texts.filter((text) => decide(text) === action).length;
    const texts = rows.map(({ text }) => text);
    const recall =
      count(
        out.map(({ text }) => text),
        'opt_out',
      ) / out.length;
    const wrong = count(
      none.map(({ text }) => text),
      'opt_out',
    );
    const flagged = count(ordinary, 'opt_out');
    const doubtful = count([...texts, ...ordinary], 'doubtful');
    say(`| ${name} | ${(100 * recall).toFixed(1)} % | ${wrong} | ${flagged} | ${doubtful} |`);
  }
  const { decide } = ours('intent');
  const misses = [
    ...out
      .filter(({ text }) => decide(text) !== 'opt_out')
      .map((row) => ({ ...row, said: decide(row.text) })),
    ...none
      .filter(({ text }) => decide(text) !== null)
      .map((row) => ({ ...row, said: decide(row.text) })),
    ...ordinary
      .filter((text) => decide(text) !== null)
      .map((text) => ({ label: 'ordinary', language: '', text, said: decide(text) })),
  ];
  if (misses.length > 0) say(`\nOurs decides otherwise:\n`);
  for (const { label, language, text, said } of misses.slice(0, worst)) {
    say(`- ${label} ${language} ${JSON.stringify(text.slice(0, 120))}: ${said ?? 'nothing'}`);
  }
}

/** Texts a second, with as many languages. @param {readonly string[]} languages @param {string[]} texts */
function speed(languages, texts) {
  const options = { languages, keywords };
  const startMs = systemClock.monotonicMs();
  match('stop', options);
  const readyMs = systemClock.monotonicMs();
  for (let round = 0; round < rounds; round += 1) for (const text of texts) match(text, options);
  const seconds = (systemClock.monotonicMs() - readyMs) / 1000;
  const each = Math.round((rounds * texts.length) / seconds);
  say(
    `| ${languages.length} | ${(readyMs - startMs).toFixed(0)} ms | ${each.toLocaleString('en')} |`,
  );
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

const englishRows = readRows(english);
const languageRows = readRows(languages);
const sharedRows = readRows(new URL('replies.tsv', shared));
const ham = new URL('ham.tsv', shared);
const ordinary = existsSync(ham) ? readFileSync(ham, 'utf8').trimEnd().split('\n') : [];
report('The repository’s English replies: the rules were made with them at hand', englishRows, []);
report('Its replies in other languages: the same', languageRows, []);
report('The replies beside the repository', sharedRows, ordinary);
say('\n## Speed\n\n| languages | tables made in | texts a second |\n|---|---|---|');
const texts = [...englishRows, ...languageRows, ...sharedRows]
  .map(({ text }) => text)
  .concat(ordinary);
for (const spoken of [['en'], ['en', 'es', 'fr'], LANGUAGES]) speed(spoken, texts);
