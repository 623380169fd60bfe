/**
 * `npm run bench:optout`: how many opt-outs are found, and what is taken for one that is none, beside
 * the rules of others, at length: every level of matching, the speed, and the worst misses.
 */
import { LANGUAGES } from '../dist/config/config.js';
import { countOf, judge, ours, readReplies, speed, textsOf, theirs } from './opt-out-replies.mjs';

/** @import { Replies } from './opt-out-replies.mjs' */

const worst = 25;
const rounds = 5;
const matchers = [...theirs, ours('keyword'), ours('phrase'), ours('intent')];

/** @param {Replies} replies */
function report(replies) {
  const { title, rows, ordinary } = replies;
  say(`\n## ${title}\n`);
  say(
    `| matcher | recall of ${countOf(rows, 'out')} | wrong of ${countOf(rows, 'none')} | ordinary flagged of ${ordinary.length} | doubtful |`,
  );
  say('|---|---|---|---|---|');
  for (const matcher of matchers) {
    const { recall, wrong, flagged, doubtful } = judge(matcher, replies);
    say(
      `| ${matcher.name} | ${(100 * recall).toFixed(1)} % | ${wrong} | ${flagged} | ${doubtful} |`,
    );
  }
  const misses = missesOf(replies);
  if (misses.length > 0) say(`\nOurs decides otherwise:\n`);
  for (const { label, language, text, said } of misses.slice(0, worst)) {
    say(`- ${label} ${language} ${JSON.stringify(text.slice(0, 120))}: ${said ?? 'nothing'}`);
  }
}

/** @param {Replies} replies */
function missesOf({ rows, ordinary }) {
  const { decide } = ours('intent');
  const all = [...rows, ...ordinary.map((text) => ({ label: 'ordinary', language: '', text }))];
  return all
    .map((row) => ({ ...row, said: decide(row.text) }))
    .filter(({ label, said }) =>
      label === 'out'
        ? said !== 'opt_out'
        : (label === 'none' || label === 'ordinary') && said !== null,
    );
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

const all = readReplies();
for (const replies of all) report(replies);
say('\n## Speed\n\n| languages | tables made in | texts a second |\n|---|---|---|');
for (const spoken of [['en'], ['en', 'es', 'fr'], LANGUAGES]) {
  const { tablesMs, perSecond } = speed(spoken, textsOf(all), rounds);
  const each = Math.round(perSecond).toLocaleString('en');
  say(`| ${spoken.length} | ${tablesMs.toFixed(0)} ms | ${each} |`);
}
