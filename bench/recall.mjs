/**
 * How many opt-outs are found on the labelled replies, what is taken for one that is none, and how
 * many texts are judged in a second, beside the rules of others. `npm run bench:optout` tells more.
 */
import { LANGUAGES } from '../dist/config/config.js';
import { countOf, judge, ours, readReplies, speed, textsOf, theirs } from './opt-out-replies.mjs';
import { atLeast, told } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */
/** @import { Figure } from './table.mjs' */
/** @import { Replies } from './opt-out-replies.mjs' */

const aim = 97;

/** @param {Surroundings} surroundings @returns {Promise<Figure[]>} */
export async function measure({ quick, progress }) {
  const all = readReplies();
  progress('judging replies');
  const figures = all.flatMap(figuresOf);
  for (const spoken of [['en'], LANGUAGES]) {
    const { perSecond } = speed(spoken, textsOf(all), quick ? 1 : 3);
    const what = `texts judged a second, languages configured: ${spoken.length}`;
    figures.push(told(what, `${Math.round(perSecond).toLocaleString('en')} /s`));
  }
  return figures;
}

/** @param {Replies} replies @returns {Figure[]} */
function figuresOf(replies) {
  const { title, rows, ordinary } = replies;
  const mine = judge(ours('intent'), replies);
  const others = theirs.map((matcher) => ({ name: matcher.name, ...judge(matcher, replies) }));
  /** @param {(other: (typeof others)[number]) => string | number} of */
  const list = (of) => others.map((other) => `${of(other)} by ${other.name}`).join(', ');
  const percent = (/** @type {{ recall: number }} */ { recall }) =>
    `${(100 * recall).toFixed(1)} %`;
  const found = atLeast({
    what: `${title}: opt-outs found, of ${countOf(rows, 'out')}`,
    value: 100 * mine.recall,
    unit: ' %',
    digits: 1,
    aim,
  });
  const figures = [
    { ...found, against: `${found.against}; ${list(percent)}` },
    {
      ...told(`${title}: wrongly taken for one, of ${countOf(rows, 'none')}`, `${mine.wrong}`),
      against: list(({ wrong }) => wrong),
    },
  ];
  if (ordinary.length > 0) {
    figures.push({
      ...told(`ordinary texts taken for one, of ${ordinary.length}`, `${mine.flagged}`),
      against: list(({ flagged }) => flagged),
    });
  }
  return figures;
}
