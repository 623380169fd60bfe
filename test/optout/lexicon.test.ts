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
    const wordsOf = (entry: string) => entry.replace(/\*$/u, '').replace(' … ', ' ');
    expect(entries.filter((entry) => clean(wordsOf(entry)) !== wordsOf(entry))).toEqual([]);
  });

  it('has no word twice in a list, and no keyword in two', () => {
    const all = listsOf(keywords).flatMap(([, list]) => list);
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
    for (const [name, list] of listsOf(grammar)) {
      const twice = list.filter((word, index) => list.indexOf(word) !== index);
      expect([name, twice]).toEqual([name, []]);
    }
  });

  it('knows its opt-outs without accents, in capitals and with politeness', () => {
    const [please = ''] = keywords.polite;
    const forms = keywords.stop.flatMap((word) => [
      word
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/gu, '')
        .normalize('NFC'),
      `${word.toUpperCase()}!`,
      `${word} ${please}`,
    ]);
    expect(forms.filter((form) => actionOf(form) !== 'opt_out')).toEqual([]);
  });

  it('ends everything by its words for all, with every language configured too', () => {
    const every = { ...options, languages: LANGUAGES };
    const all = keywords.stopAll ?? [];
    expect(all.length).toBeGreaterThan(0);
    for (const configured of [options, every]) {
      const wrong = all.filter((words) => {
        const { action, all: isAll } = match(words, configured);
        return action !== 'opt_out' || !isAll;
      });
      expect(wrong).toEqual([]);
    }
  });

  it('keeps its keywords with every language configured', () => {
    const every = { ...options, languages: LANGUAGES };
    const inAll = (word: string) => match(word, every).action;
    expect(keywords.stop.filter((word) => inAll(word) !== 'opt_out')).toEqual([]);
    expect(keywords.start.filter((word) => inAll(word) !== 'opt_in')).toEqual([]);
    expect(keywords.help.filter((word) => inAll(word) !== 'help')).toEqual([]);
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
