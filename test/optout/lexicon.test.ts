import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/config/config.js';
import { clean } from '../../src/optout/clean.js';
import { allLexicons, type Lexicon, lexiconOf } from '../../src/optout/lexicon/index.js';
import { match } from '../../src/optout/match.js';

it('has a lexicon for every language that can be configured, and for no other', () => {
  expect(
    allLexicons()
      .map(({ language }) => language)
      .sort(),
  ).toEqual([...LANGUAGES].sort());
  for (const language of LANGUAGES) expect(lexiconOf(language)?.language).toBe(language);
});

/** The lists of an object of lists, by name. */
function listsOf(part: Lexicon['keywords'] | Lexicon['grammar']): [string, readonly string[]][] {
  return Object.entries(part).filter((entry): entry is [string, string[]] =>
    Array.isArray(entry[1]),
  );
}

describe.each(allLexicons())('the lexicon of $language', (lexicon) => {
  const { keywords, grammar, language } = lexicon;
  const options = { languages: [language], keywords: { stop: [], start: [], help: [] } };
  const actionOf = (word: string) => match(word, options).action;

  it('has its words as the cleaner leaves them', () => {
    const words = listsOf(keywords).flatMap(([, list]) => list);
    expect(words.filter((word) => clean(word) !== word)).toEqual([]);
    const entries = listsOf(grammar).flatMap(([, list]) => list);
    const wrong = entries.filter(
      (entry) => clean(entry.replace(/\*$/u, '')) !== entry.replace(/\*$/u, ''),
    );
    expect(wrong).toEqual([]);
  });

  it('has no word twice in a list, and no keyword in two', () => {
    const all = listsOf(keywords).flatMap(([, list]) => list);
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
    for (const [name, list] of listsOf(grammar)) {
      const twice = list.filter((word, index) => list.indexOf(word) !== index);
      expect([name, twice]).toEqual([name, []]);
    }
  });

  it('lets each keyword mean what its list says', () => {
    const stop = [...keywords.stop, ...(keywords.stopAll ?? []), ...(keywords.misspelt ?? [])];
    expect(stop.filter((word) => actionOf(word) !== 'opt_out')).toEqual([]);
    expect(keywords.start.filter((word) => actionOf(word) !== 'opt_in')).toEqual([]);
    expect(keywords.help.filter((word) => actionOf(word) !== 'help')).toEqual([]);
    const silent = [...keywords.polite, ...(keywords.all ?? [])];
    expect(silent.filter((word) => actionOf(word) !== null)).toEqual([]);
    expect((keywords.ordinary ?? []).filter((word) => actionOf(word) === 'opt_out')).toEqual([]);
  });
});
