/** Measured on labelled replies and ordinary texts, where they are at hand beside the repository. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/config/config.js';
import { match } from '../../src/optout/match.js';
import { linesOf, readLabelled } from './labelled.js';

const folder = new URL('../../../shared/optout/', import.meta.url);
const replies = new URL('replies.tsv', folder);
const ham = new URL('ham.tsv', folder);

const options = { languages: LANGUAGES, keywords: { stop: [], start: [], help: [] } };

describe.skipIf(!existsSync(replies))('on labelled replies', () => {
  const rows = readLabelled(replies).map((row) => ({
    ...row,
    decided: match(row.text, options).action,
  }));

  it('takes nothing for what it is not, and leaves little to people', () => {
    const acted = rows.filter(({ decided }) => decided !== null && decided !== 'doubtful');
    expect(acted.filter(({ decided, right }) => decided !== right)).toEqual([]);
    expect(rows.filter(({ decided }) => decided === 'doubtful').length).toBeLessThanOrEqual(3);
  });

  it('finds what is asked for', () => {
    const wanted = rows.filter(({ right }) => right !== null);
    const found = wanted.filter(({ decided, right }) => decided === right);
    expect(found.length / wanted.length).toBeGreaterThan(0.97);
  });
});

it.skipIf(!existsSync(ham))('flags no ordinary text but those that do ask for an end', () => {
  const flagged = linesOf(ham).filter((text) => match(text, options).action !== null);
  expect(flagged.filter((text) => !/do ?n[o']t (?:text|contact) me/iu.test(text))).toEqual([]);
  expect(flagged.length).toBeLessThanOrEqual(2);
});
