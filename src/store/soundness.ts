/**
 * Whether the database file is sound, as far as SQLite can tell by looking at it. Repairs nothing, and
 * knows no table by its meaning but the ledger, which checks itself.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Sqlite } from './connection.js';
import { databaseFile, openingError } from './database.js';
import { damaged } from './failure.js';
import { danglingIn, faultsIn, guarded, missingTables } from './integrity.js';
import { StoreError } from './store-error.js';

/** What a thorough look at a file found. */
export interface Examination {
  readonly file: string;
  /** The first faults, in SQLite's own words; none: it is sound. */
  readonly damage: readonly string[];
  /** Rows that refer to others that are not there, by table. */
  readonly danglingRows: readonly string[];
}

const shownFaults = 20;
/** Of more than this the ledger is left out at the start: a Raspberry Pi would take half a minute. */
const quickBytes = 128 * 1024 * 1024;

/** Throws {@link StoreError} when a look at the start of the daemon finds damage in `file`. */
export function requireSound(db: Sqlite, file: string): void {
  const [fault] = guarded(() => quickFaults(db));
  if (fault === undefined) return;
  const failure = damaged(file, fault);
  throw new StoreError(failure.what, { failure });
}

/** The database file in `dataDir`; throws {@link StoreError} where there is none. */
export function existingFile(dataDir: string): string {
  const file = join(dataDir, databaseFile);
  if (existsSync(file)) return file;
  throw new StoreError(`there is no database ${file}`, {
    hint: 'gateway.data_dir says where it is; the daemon makes one when it starts for the first time',
  });
}

/** Looks at all of the database in `dataDir`, and changes nothing. Throws {@link StoreError}. */
export function examineDatabase(dataDir: string): Examination {
  const file = existingFile(dataDir);
  let db: Sqlite;
  try {
    db = connect(file, { readonly: true });
  } catch (cause) {
    throw openingError(cause, file);
  }
  try {
    const damage = faultsIn(db, `integrity_check(${shownFaults})`).slice(0, shownFaults);
    if (damage.length === 0) damage.push(...missingTables(db));
    const danglingRows = damage.length > 0 ? [] : danglingIn(db);
    return { file, damage, danglingRows };
  } finally {
    db.close();
  }
}

function quickFaults(db: Sqlite): string[] {
  const bytes = ['page_count', 'page_size'].map((name) =>
    Number(db.pragma(name, { simple: true })),
  );
  if (bytes.reduce((one, other) => one * other) <= quickBytes)
    return faultsIn(db, 'quick_check(1)');
  return db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'consent_events'`,
    )
    .pluck()
    .all()
    .flatMap((table) => faultsIn(db, `quick_check('${table}')`));
}
