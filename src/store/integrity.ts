/** What SQLite's own checks say of a database. Knows no table by its meaning. */
import Database from 'better-sqlite3';
import { connect, type Sqlite } from './connection.js';
import { migrate, schemaVersion, steps } from './migrations.js';

/** What a check such as `quick_check(1)` found, a fault a line; it repairs nothing. */
export function faultsIn(db: Sqlite, check: string): string[] {
  return guarded(() => {
    const rows = db.pragma(check) as readonly Readonly<Record<string, string>>[];
    return rows
      .flatMap((row) => Object.values(row))
      .filter((said) => said !== 'ok')
      .flatMap((said) => said.split('\n'))
      .filter((said) => said !== '*** in database main ***');
  });
}

/** Whether one table and its indexes are sound. */
export function isTableSound(db: Sqlite, table: string): boolean {
  return faultsIn(db, `quick_check('${table}')`).length === 0;
}

/** Tables that a database of the present schema has, and this one has not. */
export function missingTables(db: Sqlite): string[] {
  return guarded(() => {
    if (schemaVersion(db) !== steps.length) return [];
    const there = new Set(tablesOf(db));
    const whole = connect(':memory:');
    try {
      migrate(whole);
      const missing = tablesOf(whole).filter((table) => !there.has(table));
      return missing.map((table) => `the table ${table} is missing`);
    } finally {
      whole.close();
    }
  });
}

/** Rows that refer to others that are not there, by table. */
export function danglingIn(db: Sqlite): string[] {
  return guarded(() => {
    const rows = db.pragma('foreign_key_check') as readonly { table: string; parent: string }[];
    const counts = new Map<string, number>();
    for (const { table, parent } of rows) {
      const pair = `${table} refer to rows of ${parent} that are not there`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    return [...counts].map(([pair, count]) => `${count} rows of ${pair}`);
  });
}

function tablesOf(db: Sqlite): string[] {
  return db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all();
}

/** A check that comes to no end has found something as well. */
export function guarded(check: () => string[]): string[] {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return [`${error.message}, ${error.code}`];
  }
}
