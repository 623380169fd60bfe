/**
 * The rules by which others tell an opt-out, as they document them, each in a few lines: what ours is
 * compared with. Each takes a text and says whether it is an opt-out.
 */

const WORDS = ['stop', 'stopall', 'unsubscribe', 'end', 'quit', 'cancel', 'revoke', 'optout'];
const AWS = [
  'arret',
  'cancel',
  'end',
  'opt-out',
  'optout',
  'quit',
  'remove',
  'stop',
  'td',
  'unsubscribe',
];
const ANYWHERE = ['stop', 'unsubscribe', 'cancel', 'end', 'quit', 'remove', 'optout'];

/** @type {readonly { name: string, isOptOut: (text: string) => boolean }[]} */
export const peers = [
  {
    name: 'exact words (Twilio’s rule)',
    isOptOut: (text) => WORDS.includes(text.trim().toLowerCase()),
  },
  {
    name: 'begins with a word (AWS’s rule)',
    isOptOut: (text) =>
      AWS.includes(
        text
          .trim()
          .toLowerCase()
          .split(/[^\p{L}-]/u)[0] ?? '',
      ),
  },
  {
    name: 'a word anywhere (Kalkun’s rule)',
    isOptOut: (text) =>
      text
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .some((word) => ANYWHERE.includes(word)),
  },
  {
    name: 'a fuzzy word (Braze’s rule)',
    isOptOut: (text) => {
      const words = text.toLowerCase().split(/[^\p{L}]+/u);
      return (
        text.length < 160 &&
        words.some((word) => WORDS.some((known) => distance(word, known) <= known.length / 4))
      );
    },
  },
];

/** Letters to add, drop or change. @param {string} a @param {string} b */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const changed = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
