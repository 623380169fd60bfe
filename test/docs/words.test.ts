/**
 * What the pages for operators quote of the program, _in italics_, is what the program says: whoever
 * searches a page for the words of the log finds them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { textOf } from './shell-blocks.js';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** All of the program as one line, texts that are put together from pieces on several lines joined. */
const said = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .join('\n')
  .replaceAll(/['"`]\s*\+\s*['"`]/gu, '');

/** A `…` stands for what differs from time to time. */
function quotesIn(page: string): readonly string[] {
  const prose = textOf(page).replaceAll(/^```.*?^```/gmsu, '');
  const quotes = [...prose.matchAll(/(?<![\w`/])_(?<words>[^_`|]+)_(?!\w)/gu)];
  return quotes.map(({ groups }) => groups?.words ?? '');
}

const isSaid = (quote: string) =>
  quote.split('…').every((piece) => said.includes(piece.trim().replace(/:$/u, '')));

it.each([
  ['docs/troubleshooting.md', 40],
  ['docs/upgrade.md', 2],
] as const)('what %s quotes of the program is what it says', (page, least) => {
  const quotes = quotesIn(page);
  expect(quotes.filter((quote) => !isSaid(quote))).toEqual([]);
  expect(quotes.length).toBeGreaterThanOrEqual(least);
});

it('the reading of quotes misses none, and takes nothing that the program does not say', () => {
  expect(quotesIn('docs/troubleshooting.md')).toContain(
    'the modem is not registered with a network',
  );
  expect(isSaid('the modem is not registered with the network of its choice')).toBe(false);
  expect(isSaid('the serial port … is gone')).toBe(true);
});
