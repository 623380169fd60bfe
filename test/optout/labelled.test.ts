/**
 * Replies as people write them, in each language: what is found, what is not taken for what it is
 * not. Read with every language configured, since all of a configuration count for every number.
 */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/config/config.js';
import { match } from '../../src/optout/match.js';
import { readLabelled } from './labelled.js';

const options = { languages: LANGUAGES, keywords: { stop: [], start: [], help: [] } };
const rows = readLabelled(new URL('labelled.tsv', import.meta.url)).map((row) => ({
  ...row,
  found: match(row.text, options),
}));

describe.each(LANGUAGES)('replies in %s', (language) => {
  const own = rows.filter((row) => row.language === language);
  const textsOf = (some: typeof rows) => some.map(({ text }) => text);

  it('that ask for an end are found', () => {
    const asked = own.filter(({ right }) => right === 'opt_out');
    const missed = asked.filter(({ found }) => found.action !== 'opt_out');
    expect(asked.length).toBeGreaterThan(10);
    expect([textsOf(missed), missed.length <= asked.length * 0.04]).toEqual([
      textsOf(missed),
      true,
    ]);
  });

  it('that may ask for an end are left to people', () => {
    const unsure = own.filter(({ right }) => right === 'doubtful');
    expect(textsOf(unsure.filter(({ found }) => found.action !== 'doubtful'))).toEqual([]);
  });

  it('that ask for something else are left alone', () => {
    const others = own.filter(({ right }) => right === null);
    expect(others.length).toBeGreaterThan(5);
    expect(textsOf(others.filter(({ found }) => found.action !== null))).toEqual([]);
  });

  it('that ask for help or a new start do so', () => {
    const asked = own.filter(({ right }) => right === 'help' || right === 'opt_in');
    expect(asked.length).toBeGreaterThan(1);
    expect(textsOf(asked.filter(({ found, right }) => found.action !== right))).toEqual([]);
  });
});

it('are nearly all found', () => {
  const asked = rows.filter(({ right }) => right === 'opt_out');
  const found = asked.filter(({ found }) => found.action === 'opt_out');
  expect(found.length / asked.length).toBeGreaterThan(0.98);
});
