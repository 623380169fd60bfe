/**
 * Reads a damaged table as far as that goes: from the front, over single rows that cannot be read, and
 * from the back. Knows no table; who asks says how a piece is read.
 */
import Database from 'better-sqlite3';

/** Reads up to `limit` rows that come after `last`, or the first ones. */
export type ReadPiece<Row> = (last: Row | undefined, limit: number) => readonly Row[];

const pieceRows = 256;
/** Where the end of a table cannot be told: so many rows in a row that cannot be read are taken for it. */
const longestGap = 20_000;

/** Gives the rows up to the first that cannot be read; whether that was all of them. */
export function* rowsForwards<Row>(read: ReadPiece<Row>, after?: Row): Generator<Row, boolean> {
  let last = after;
  let limit = pieceRows;
  for (;;) {
    const piece = attempt(() => read(last, limit));
    if (piece === undefined) {
      if (limit === 1) return false;
      limit = Math.floor(limit / 2);
      continue;
    }
    if (piece.length === 0) return true;
    yield* piece;
    last = piece.at(-1);
  }
}

/**
 * Gives the rows of a table that has row ids, and undefined where some between could not be read.
 * `lastRow` is the highest row id, where that can be told.
 */
export function* rowsOverGaps<Row extends { readonly row: number }>(
  read: (afterRow: number, limit: number) => readonly Row[],
  readOne: (row: number) => Row | undefined,
  lastRow: number | undefined,
): Generator<Row | undefined> {
  let at = 0;
  for (;;) {
    const rows = rowsForwards<Row>((last, limit) => read(last?.row ?? at, limit));
    let next = rows.next();
    for (; !next.done; next = rows.next()) {
      yield next.value;
      at = next.value.row;
    }
    if (next.value) return;
    yield undefined;
    const found = firstReadable(at + 1, lastRow ?? at + longestGap, readOne);
    if (found === undefined) return;
    yield found;
    at = found.row;
  }
}

function firstReadable<Row>(
  from: number,
  to: number,
  readOne: (row: number) => Row | undefined,
): Row | undefined {
  for (let row = from; row <= to; row += 1) {
    const found = attempt(() => readOne(row));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What `read` gives; undefined when SQLite cannot read it. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Database.SqliteError) return undefined;
    throw error;
  }
}
