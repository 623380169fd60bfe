/**
 * Kinds of replies that were missed when they were first seen, and ordinary ones in the words of
 * requests, in every language but English: by people who moved or mourn, who cite the law, write a
 * dialect or in Latin letters. Read with every language configured, and with their own and English.
 */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/config/config.js';
import { match } from '../../src/optout/match.js';
import { readLabelled } from './labelled.js';

const rows = readLabelled(new URL('labelled-languages.tsv', import.meta.url));
const keywords = { stop: [], start: [], help: [] };
const every = { languages: LANGUAGES, keywords };

describe.each(LANGUAGES.filter((language) => language !== 'en'))('replies in %s', (language) => {
  const own = rows.filter((row) => row.language === language);
  const decided = [every, { languages: [language, 'en'], keywords }].map((options) =>
    own.map((row) => ({ ...row, found: match(row.text, options).action })),
  );

  it('that ask for an end are found', () => {
    for (const found of decided) {
      const asked = found.filter(({ right }) => right === 'opt_out');
      const missed = asked.filter((row) => row.found !== 'opt_out').map(({ text }) => text);
      expect(asked.length).toBeGreaterThan(15);
      expect([missed, missed.length <= asked.length * 0.05]).toEqual([missed, true]);
    }
  });

  it('that ask for something else are left alone', () => {
    for (const found of decided) {
      const others = found.filter(({ right }) => right === null);
      expect(others.length).toBeGreaterThan(7);
      expect(others.filter((row) => row.found !== null).map(({ text }) => text)).toEqual([]);
    }
  });
});
