/**
 * Opens the SQLite file as every user of it must: WAL, durable, strict about foreign keys, readable
 * by its owner only. Knows pragmas and files, no tables.
 */

import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connect, type Sqlite } from './connection.js';
import { openingFailureOf } from './failure.js';
import { daemonLock } from './instance-lock.js';
import { migrate, schemaVersion, steps } from './migrations.js';
import { StoreError } from './store-error.js';
import { backUpBeforeUpgrade, lastUsableBackup } from './upgrade-backup.js';

export const databaseFile = 'stopgate.db';
/** So long a connection waits for another one that writes. */
export const busyTimeoutMs = 5_000;

/**
 * Opens (and makes, and migrates) `stopgate.db` in `dataDir`. Before its schema changes a backup is
 * made beside it, called by the time that `now` tells (ISO 8601); none where there is no `now`.
 * Throws {@link StoreError}.
 *
 * INVARIANT: `synchronous = FULL` on every open. better-sqlite3 is compiled with NORMAL as the
 * default in WAL mode, where a commit may be lost at a power cut.
 */
export function openDatabase(dataDir: string, now?: () => string): Sqlite {
  const file = join(dataDir, databaseFile);
  let db: Sqlite | undefined;
  try {
    requireNotLost(file);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // The file must never exist with wider rights, so the mask is narrowed before SQLite makes it.
    const previousMask = process.umask(0o077);
    try {
      db = connect(file, { timeout: busyTimeoutMs });
      db.pragma('journal_mode = WAL');
      refuseNewer(db, dataDir);
      if (now !== undefined) backUpBeforeUpgrade(db, dataDir, now());
    } finally {
      process.umask(previousMask);
    }
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What is deleted or written over is gone from the file as well: people may ask to be erased.
    db.pragma('secure_delete = ON');
    db.pragma('trusted_schema = OFF');
    // In KiB. better-sqlite3 has 16,000 as the default, and the system keeps the file's pages anyway.
    db.pragma('cache_size = -4000');
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) chmodSync(file + suffix, 0o600);
    }
    migrate(db);
    return db;
  } catch (cause) {
    db?.close();
    throw openingError(cause, file);
  }
}

/**
 * INVARIANT: no new database takes the place of one that is gone. A daemon leaves its lock file: where
 * that is and the database is not, opt-outs were lost with it.
 */
function requireNotLost(file: string): void {
  const lock = join(dirname(file), daemonLock);
  if (existsSync(file) || !existsSync(lock)) return;
  throw new StoreError(`the database ${file} is gone, and ${lock} shows that there was one`, {
    hint: `the opt-outs were in it: put a backup back (stopgate restore FILE), or look in lost+found. To begin with an empty one, in which nobody has opted out, remove ${lock}`,
  });
}

function refuseNewer(db: Sqlite, dataDir: string): void {
  const version = schemaVersion(db);
  if (version <= steps.length) return;
  const backup = lastUsableBackup(dataDir);
  throw new StoreError(
    `the database in ${dataDir} has schema ${version}: a newer version of stopgate works on it, and this one knows up to ${steps.length}; nothing was changed`,
    {
      hint: `install the newer stopgate again, or go back to how it was before the upgrade: stopgate restore ${backup ?? 'FILE'}`,
    },
  );
}

/** Why `file` cannot be opened, with what an operator can do. */
export function openingError(cause: unknown, file: string): StoreError {
  if (cause instanceof StoreError) return cause;
  const failure = openingFailureOf(cause, file);
  if (failure !== undefined) return new StoreError(failure.what, { cause, failure });
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StoreError(`cannot open the database ${file}: ${reason}`, {
    cause,
    hint: `look at ${dirname(file)}`,
  });
}
