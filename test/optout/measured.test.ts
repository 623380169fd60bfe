/** Measured on labelled replies and ordinary texts, where they are at hand beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Match, match } from '../../src/optout/match.js';

const folder = new URL('../../../shared/optout/', import.meta.url);
const replies = new URL('replies.tsv', folder);
const ham = new URL('ham.tsv', folder);

const options = { languages: ['en'], keywords: { stop: [], start: [], help: [] } };
const ACTIONS: Readonly<Record<string, Match['action']>> = {
  out: 'opt_out',
  in: 'opt_in',
  help: 'help',
  none: null,
};

const linesOf = (file: URL) =>
  existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];

describe.skipIf(!existsSync(replies))('on labelled replies', () => {
  const rows = linesOf(replies)
    .slice(1)
    .map((line) => {
      const [label = '', language = '', text = ''] = line.split('\t');
      const decided = match(text.replaceAll('\\n', '\n'), options).action;
      return { language, text, decided, right: ACTIONS[label] };
    });

  it('takes nothing for what it is not', () => {
    expect(rows.filter(({ decided, right }) => decided !== null && decided !== right)).toEqual([]);
  });

  it('finds what keywords alone can find in English', () => {
    const wanted = rows.filter(({ language, right }) => language === 'en' && right !== null);
    const found = wanted.filter(({ decided, right }) => decided === right);
    process.stdout.write(`opt-out recall by keyword: ${found.length} of ${wanted.length}\n`);
    expect(found.length / wanted.length).toBeGreaterThan(0.55);
  });
});

it.skipIf(!existsSync(ham))('flags none of the ordinary texts', () => {
  expect(linesOf(ham).filter((text) => match(text, options).action !== null)).toEqual([]);
});
