/** Lists, newest first, by row number: a clock that jumps does not reorder them. */
import { CursorError } from '../domain/cursor-error.js';
import type { Page } from '../domain/page.js';

/** The row number to go on below; the largest for the first page. */
export function rowBelow(cursor: string | undefined): number {
  if (cursor === undefined) return Number.MAX_SAFE_INTEGER;
  if (!/^[1-9][0-9]{0,15}$/.test(cursor)) {
    throw new CursorError(
      `"${cursor.slice(0, 40)}" is no cursor: use nextCursor of the page before`,
    );
  }
  return Number(cursor);
}

/** Makes a page of `rows`, of which one more than `limit` was asked for. */
export function pageOf<Row extends { row: number }, T>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? String(last.row) : null,
  };
}
