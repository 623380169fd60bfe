import { describe, expect, it } from 'vitest';
import { clean } from '../../src/optout/clean.js';
import { en } from '../../src/optout/lexicon/en.js';
import { match } from '../../src/optout/match.js';

describe.each([en])('the lexicon of $language', (lexicon) => {
  const lists = {
    stop: [...lexicon.stop, ...lexicon.stopAll, ...lexicon.stopMisspelt],
    start: lexicon.start,
    help: lexicon.help,
    beside: [...lexicon.politeness, ...lexicon.stopObjects, ...lexicon.all, ...lexicon.connectors],
    ordinary: lexicon.ordinary,
  };
  const options = {
    languages: [lexicon.language],
    keywords: { stop: [], start: [], help: [] },
  };
  const actionOf = (word: string) => match(word, options).action;

  it('has its words as the cleaner leaves them', () => {
    for (const word of Object.values(lists).flat()) expect(clean(word)).toBe(word);
  });

  it('has no word twice', () => {
    const words = Object.values(lists).flat();
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('lets each word mean what its list says, and words beside nothing alone', () => {
    for (const word of lists.stop) expect([word, actionOf(word)]).toEqual([word, 'opt_out']);
    for (const word of lists.start) expect([word, actionOf(word)]).toEqual([word, 'opt_in']);
    for (const word of lists.help) expect([word, actionOf(word)]).toEqual([word, 'help']);
    for (const word of [...lists.beside, ...lists.ordinary]) {
      expect([word, actionOf(word)]).toEqual([word, null]);
    }
  });

  it('forgives a slip in long stop words alone', () => {
    expect(lexicon.stopForgiving.filter((word) => word.length < 6)).toEqual([]);
    expect(lexicon.stopForgiving.filter((word) => !lexicon.stop.includes(word))).toEqual([]);
  });
});
