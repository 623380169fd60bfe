/**
 * Opens the SQLite file as every user of it must: WAL, durable, strict about foreign keys, readable
 * by its owner only. Knows pragmas and files, no tables.
 */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from './migrations.js';
import { StoreError } from './store-error.js';

export type Sqlite = Database.Database;

export const databaseFile = 'stopgate.db';

/**
 * Opens (and makes, and migrates) `stopgate.db` in `dataDir`. Throws {@link StoreError}.
 *
 * INVARIANT: `synchronous = FULL` on every open. better-sqlite3 is compiled with NORMAL as the
 * default in WAL mode, where a commit may be lost at a power cut.
 */
export function openDatabase(dataDir: string): Sqlite {
  const file = join(dataDir, databaseFile);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // The file must never exist with wider rights, so the mask is narrowed before SQLite makes it.
    const previousMask = process.umask(0o077);
    let db: Sqlite;
    try {
      db = new Database(file, { timeout: 5000 });
      db.pragma('journal_mode = WAL');
    } finally {
      process.umask(previousMask);
    }
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What is deleted or written over is gone from the file as well: people may ask to be erased.
    db.pragma('secure_delete = ON');
    db.pragma('trusted_schema = OFF');
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) chmodSync(file + suffix, 0o600);
    }
    migrate(db);
    return db;
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(`cannot open the database ${file}: ${reason(cause)}`, {
      cause,
      hint: hintFor(cause, dataDir),
    });
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function hintFor(cause: unknown, dataDir: string): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
      return `this user must be able to write to ${dataDir}: run as the user "stopgate" (sudo -u stopgate …) or set gateway.data_dir`;
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return 'the disk is full: free some space';
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return 'the file is damaged: stop the daemon and restore a backup';
    default:
      return `look at ${dataDir}`;
  }
}
