/**
 * Texts in every national table, locking and single shift, are read as they were written. Which
 * characters a table has is taken from the vectors of annex A, not from the codec.
 */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeSubmit, type SubmitFields } from '../../src/sms/index.js';
import { fitting } from './arbitraries.js';
import { decodeSubmit } from './pdu.js';

/** The characters that the vectors of annex A find in the tables whose rows begin with `prefix`. */
function charactersOf(prefix: string): string[] {
  const file = new URL('vectors/national-language.jsonl', import.meta.url);
  const rows = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const found = rows
    .map((line): { id: string; expect: { text?: string } } => JSON.parse(line))
    .filter(({ id }) => id.startsWith(prefix))
    .flatMap((row) => Array.from(row.expect.text ?? ''));
  return [...new Set(found)];
}

const LANGUAGES = [
  ...['turkish', 'spanish', 'portuguese', 'bengali', 'gujarati', 'hindi', 'kannada'],
  ...['malayalam', 'oriya', 'punjabi', 'tamil', 'telugu', 'urdu'],
].map((name, index) => ({ name, id: index + 1 }));
const SPANISH = 2;

type Language = NonNullable<SubmitFields['language']>;

/** Those of `candidates` that the tables of `language` can write. */
function writable(candidates: readonly string[], language: Language): string[] {
  return candidates.filter((candidate) => {
    try {
      encodeSubmit({ to: '1', body: { encoding: 'gsm7', text: candidate }, language });
      return true;
    } catch {
      return false;
    }
  });
}

/** The tables of one language alone, and locking tables with the single shift of another. */
function languagesOf({ id }: { id: number }): Language[] {
  const other = (id % LANGUAGES.length) + 1;
  const single = [{ single: id }];
  return id === SPANISH
    ? single
    : [...single, { locking: id }, { locking: id, single: id }, { locking: id, single: other }];
}

describe('every national table is written and read again', () => {
  const everyone = [...charactersOf(''), ...' ABC0@€[\n'];

  describe.each(LANGUAGES)('$name', (entry) => {
    test.each(languagesOf(entry))('with %o', (language) => {
      const alphabet = writable(everyone, language);
      const kinds = [language.locking, language.single].filter((id) => id !== undefined);
      const own = kinds.flatMap((id) => {
        const { name } = LANGUAGES[id - 1] ?? entry;
        return charactersOf(`${name}-${id === language.locking ? 'locking' : 'single'}`);
      });
      expect(alphabet.length).toBeGreaterThan(100);
      expect(alphabet).toEqual(expect.arrayContaining(writable(own, language)));
      const written = fc
        .array(fc.constantFrom(...alphabet), { maxLength: 155 })
        .map((characters) => characters.join(''));
      fc.assert(
        fc.property(written, fc.boolean(), (given, inParts) => {
          const concat = { reference: 7, total: 3, sequence: 2, referenceBits: 8 as const };
          const fields = fitting({
            to: '+447700900123',
            body: { encoding: 'gsm7', text: given },
            language,
            ...(inParts && { concat }),
          });
          const read = decodeSubmit(encodeSubmit(fields).hex);
          expect({ encoding: read.encoding, text: read.text }).toEqual(fields.body);
          expect(read.concat).toEqual(inParts ? concat : undefined);
          expect(read.warnings).toEqual([]);
        }),
        { numRuns: 30 },
      );
    });
  });
});
