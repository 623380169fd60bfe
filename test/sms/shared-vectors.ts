/**
 * Reads the test vectors of other projects, which stand beside the repository and not in it.
 * A file that is absent has no rows, and the tests over it are skipped.
 */

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { KNOWN_DIFFERENCES } from './known-differences.js';

const folder = new URL('../../../shared/vectors/', import.meta.url);

export const vectorsPresent = existsSync(folder);

const row = z.object({
  id: z.string(),
  policy: z.string().optional(),
  disputed: z.string().optional(),
});

/** Rows of one file that must pass: neither a matter of policy nor disputed. */
export function bindingRows<Shape extends z.ZodRawShape>(
  file: string,
  shape: Shape,
): (z.infer<z.ZodObject<Shape>> & { id: string })[] {
  const url = new URL(file, folder);
  if (!existsSync(url)) return [];
  const schema = row.extend(shape);
  const parsed: unknown[] = readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
  return parsed.flatMap((value) => {
    const { policy, disputed } = row.parse(value);
    if (policy !== undefined || disputed !== undefined) return [];
    return [schema.parse(value) as z.infer<z.ZodObject<Shape>> & { id: string }];
  });
}

/** Registers one test a row; a known difference must still be one. */
export function eachRow<Row extends { id: string }>(
  rows: readonly Row[],
  check: (row: Row) => void,
): void {
  for (const row of rows) {
    const clause = KNOWN_DIFFERENCES[row.id];
    if (clause === undefined) test(row.id, () => check(row));
    else test(`${row.id} differs: ${clause}`, () => expect(() => check(row)).toThrow());
  }
}
