/** Every split of a text is right: near each limit at every offset, and for random texts. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeMessage, segments } from '../../src/sms/index.js';
import { referenceBits, text } from './arbitraries.js';
import { decodeSubmit } from './pdu.js';

const RUNS = 300;

/** Room of one part alone and of one in several, in septets or 16-bit units (§9.2.3.24.1, .8). */
const ROOM = {
  gsm7: { single: 160, 8: 153, 16: 152 },
  ucs2: { single: 70, 8: 67, 16: 66 },
} as const;

const EXTENSION = new Set('\f^{}\\[~]|€');

function septetsOf(part: string): number {
  return Array.from(part).reduce((sum, each) => sum + (EXTENSION.has(each) ? 2 : 1), 0);
}

/** What must stay whole at a seam: characters of GSM 7-bit, graphemes of UCS-2. */
function unitsOf(whole: string, encoding: 'gsm7' | 'ucs2'): string[] {
  if (encoding === 'gsm7') return Array.from(whole);
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(whole), ({ segment }) => segment);
}

/** A split is right: whole, in room, between units, and none of its parts could hold more. */
function checkSplit(whole: string, bits: 8 | 16): void {
  const { encoding, parts, charactersLeft } = segments(whole, { referenceBits: bits });
  const cost = encoding === 'gsm7' ? septetsOf : (part: string) => part.length;
  expect(parts.join('')).toBe(whole);
  if (cost(whole) <= ROOM[encoding].single) {
    expect(parts).toEqual([whole]);
    expect(charactersLeft).toBe(ROOM[encoding].single - cost(whole));
    return;
  }
  const room = ROOM[encoding][bits];
  expect(parts.length).toBeGreaterThan(1);
  expect(charactersLeft).toBe(room - cost(parts.at(-1) ?? ''));
  let rest = unitsOf(whole, encoding);
  for (const [index, part] of parts.entries()) {
    expect(part).not.toBe('');
    expect(cost(part)).toBeLessThanOrEqual(room);
    let taken = '';
    let count = 0;
    while (taken.length < part.length) taken += rest[count++] ?? '';
    expect(taken, `a seam inside a unit, behind part ${index + 1}`).toBe(part);
    rest = rest.slice(count);
    const next = rest[0];
    if (next !== undefined) expect(cost(part) + cost(next)).toBeGreaterThan(room);
  }
  const { parts: pdus } = encodeMessage({
    to: '1',
    text: whole,
    concatReference: 9,
    referenceBits: bits,
  });
  expect(pdus.map(({ hex: pdu }) => decodeSubmit(pdu).text)).toEqual(parts);
}

describe('a split', () => {
  // Texts around the limits of one, two and three parts, with `unit` at each offset near each.
  test.each([
    { name: 'an escape pair', unit: '€', filler: 'x' },
    { name: 'two escape pairs', unit: '[]', filler: 'x' },
    { name: 'a surrogate pair', unit: '😀', filler: 'ж' },
    { name: 'a surrogate pair among Latin letters', unit: '😀', filler: 'x' },
    { name: 'an accent on its letter', unit: 'e\u0301', filler: 'ж' },
    { name: 'a flag', unit: '🇬🇧', filler: 'ж' },
    { name: 'a family', unit: '👨‍👩‍👧‍👦', filler: 'ж' },
    { name: 'a line break', unit: '\r\n', filler: 'ж' },
    { name: 'a lone surrogate', unit: '\ud83d', filler: 'ж' },
    { name: 'nothing but letters', unit: 'y', filler: 'x' },
  ])('keeps $name whole at every offset', ({ unit, filler }) => {
    const { encoding } = segments(unit + filler);
    for (const bits of [8, 16] as const) {
      const { single, [bits]: part } = ROOM[encoding];
      const around = (limit: number, before: number) =>
        Array.from({ length: before + 3 }, (_, index) => limit - before + index);
      for (const limit of [single, part, 2 * part, 3 * part]) {
        for (const length of around(limit, unit.length + 2)) {
          checkSplit(filler.repeat(Math.max(0, length - unit.length)) + unit, bits);
        }
        for (const offset of around(limit, unit.length + 2)) {
          checkSplit(filler.repeat(offset) + unit + filler.repeat(part), bits);
        }
      }
    }
  });

  test('is right for any text', () => {
    fc.assert(fc.property(text, referenceBits, checkSplit), { numRuns: RUNS });
  });

  test('cuts a grapheme that is longer than a part between its code points', () => {
    const family = ['👨', ...Array.from({ length: 40 }, () => '👩')].join('\u200d');
    const { parts } = segments(family);
    expect(parts.join('')).toBe(family);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(67);
      expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part)).toBe(false);
    }
  });
});
