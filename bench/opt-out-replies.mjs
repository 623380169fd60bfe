/**
 * The labelled replies and who decides about them: stopgate with every language configured, and the
 * rules of others. The repository's own replies, and those beside it where they are at hand.
 */
import { existsSync, readFileSync } from 'node:fs';
import { systemClock } from '../dist/clock.js';
import { LANGUAGES } from '../dist/config/config.js';
import { match } from '../dist/optout/match.js';
import { peers } from './opt-out-peers.mjs';

/** @typedef {{ label: string, language: string, text: string }} Row */
/** @typedef {{ title: string, rows: Row[], ordinary: string[] }} Replies `ordinary` texts are no replies */
/** @typedef {{ name: string, decide: (text: string) => string | null }} Matcher */

const keywords = { stop: [], start: [], help: [] };
const beside = new URL('../../shared/optout/', import.meta.url);

/** @param {'keyword' | 'phrase' | 'intent'} how @returns {Matcher} */
export function ours(how) {
  const options = { languages: LANGUAGES, keywords, match: how };
  return { name: `stopgate, match = "${how}"`, decide: (text) => match(text, options).action };
}

/** @type {readonly Matcher[]} */
export const theirs = peers.map(({ name, isOptOut }) => ({
  name,
  decide: (text) => (isOptOut(text) ? 'opt_out' : null),
}));

/** All that are at hand. @returns {Replies[]} */
export function readReplies() {
  const all = [
    {
      title: 'The repository’s English replies, at hand when the rules were made',
      rows: readRows(new URL('../test/optout/labelled.tsv', import.meta.url)),
      ordinary: [],
    },
    {
      title: 'Its replies in other languages, at hand too',
      rows: readRows(new URL('../test/optout/labelled-languages.tsv', import.meta.url)),
      ordinary: [],
    },
    {
      title: 'The replies beside the repository',
      rows: readRows(new URL('replies.tsv', beside)),
      ordinary: readLines(new URL('ham.tsv', beside)),
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/**
 * The share of the opt-outs that `matcher` finds (0 to 1), what it takes for one that is none, how
 * many ordinary texts it takes for one, and how many of all it leaves to people.
 * @param {Matcher} matcher @param {Replies} replies
 */
export function judge({ decide }, { rows, ordinary }) {
  const decided = rows.map(({ label, text }) => ({ label, action: decide(text) }));
  const flags = ordinary.map(decide);
  const optedOut = (/** @type {string} */ wanted) =>
    decided.filter(({ label, action }) => label === wanted && action === 'opt_out').length;
  const actions = [...decided.map(({ action }) => action), ...flags];
  return {
    recall: optedOut('out') / countOf(rows, 'out'),
    wrong: optedOut('none'),
    flagged: flags.filter((action) => action === 'opt_out').length,
    doubtful: actions.filter((action) => action === 'doubtful').length,
  };
}

/** @param {readonly Row[]} rows @param {string} label */
export function countOf(rows, label) {
  return rows.filter((row) => row.label === label).length;
}

/**
 * How long the first text takes, which makes the tables, and texts a second from then on.
 * @param {readonly string[]} languages @param {readonly string[]} texts @param {number} rounds
 */
export function speed(languages, texts, rounds) {
  const options = { languages, keywords };
  const startMs = systemClock.monotonicMs();
  match('stop', options);
  const readyMs = systemClock.monotonicMs();
  for (let round = 0; round < rounds; round += 1) for (const text of texts) match(text, options);
  const seconds = (systemClock.monotonicMs() - readyMs) / 1000;
  return { tablesMs: readyMs - startMs, perSecond: (rounds * texts.length) / seconds };
}

/** @param {readonly Replies[]} replies */
export function textsOf(replies) {
  return replies.flatMap(({ rows, ordinary }) => [...rows.map(({ text }) => text), ...ordinary]);
}

/** @param {URL} file @returns {Row[]} */
function readRows(file) {
  return readLines(file)
    .slice(1)
    .map((line) => {
      const [label = '', language = '', text = ''] = line.split('\t');
      return { label, language, text: text.replaceAll('\\n', '\n') };
    });
}

/** @param {URL} file */
function readLines(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}
