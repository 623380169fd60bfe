/**
 * Copies the database, page by page, while others write to it. Knows SQLite's backup API and files,
 * no tables.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { checkpoint } from '../checkpoint.js';
import type { BackupStore, DatabaseCopy } from '../domain/backup-store.js';
import { connect, type Sqlite } from './connection.js';
import { lockBackups } from './instance-lock.js';
import { faultsIn } from './integrity.js';
import { ledgerStore } from './ledger.js';
import { schemaVersion, steps } from './migrations.js';
import { companions } from './own-files.js';
import { StoreError } from './store-error.js';

/** Some milliseconds of work, between which signals and the progress get their turn. */
const pagesAtOnce = 500;

export function backupStore(db: Sqlite, dataDir: string): BackupStore {
  return {
    size: () => sizeOf(db),

    async copyTo(file, { onProgress, stop }) {
      requireRoom(dirname(file), sizeOf(db), 'a backup');
      removeAll(file);
      try {
        // Nobody else may ever read it, so it is there before SQLite opens it.
        closeSync(openSync(file, 'wx', 0o600));
        const isCopied = await copyPages(db, file, (done, total) => {
          checkpoint('in-backup');
          onProgress(done, total);
          return !stop.aborted;
        });
        if (isCopied) makeSingle(file);
        return isCopied;
      } catch (cause) {
        throw cannotWrite(file, cause);
      }
    },

    openCopy,

    publish(copy, file) {
      flush(copy);
      renameSync(copy, file);
      flush(dirname(file));
    },

    noteMade(at) {
      db.prepare(`INSERT INTO gateway (key, value) VALUES ('backup_at', ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`).run(at);
    },

    lastMadeAt: () =>
      db.prepare<[], string>(`SELECT value FROM gateway WHERE key = 'backup_at'`).pluck().get(),

    discard: removeAll,

    lock: () => lockBackups(dataDir, 0),
  };
}

/** Opens a database to look at it; errors call it `name`. Throws {@link StoreError}. */
export function openCopy(file: string, name = file): DatabaseCopy {
  let db: Sqlite;
  try {
    db = connect(file, { fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    db.pragma('schema_version');
  } catch (cause) {
    throw new StoreError(`${name} cannot be read as a database: ${reasonOf(cause)}`, {
      cause,
      hint: 'is it a whole backup that "stopgate backup" made?',
    });
  }
  const version = schemaVersion(db);
  if (version > steps.length || !isOurs(db)) {
    db.close();
    throw new StoreError(
      version > steps.length
        ? `${name} was made by a newer version of stopgate: it has schema ${version}, and this one knows up to ${steps.length}`
        : `${name} is a database, but none of stopgate's`,
      { hint: 'name a backup that this version of stopgate made, or an older one' },
    );
  }
  return {
    // Of an older schema there is none to read before it is brought up to date.
    get ledger() {
      return ledgerStore(db);
    },
    schemaVersion: version,
    damages: () => faultsIn(db, 'integrity_check(10)'),
    close: () => void db.close(),
  };
}

/** A backup is one file: what reads it later must need no log beside it, and make none. */
function makeSingle(file: string): void {
  const db = connect(file);
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

function isOurs(db: Sqlite): boolean {
  const tables = db
    .prepare(`SELECT 1 FROM sqlite_schema WHERE name IN ('consent_events', 'suppressions')`)
    .all();
  return tables.length === 2;
}

/**
 * Copies all pages as they stand now. A read transaction of our own keeps that view: without one
 * SQLite would begin anew with each write of the daemon's, and never end under load. `goOn` is told
 * how far it is. False when it was stopped.
 */
export async function copyPages(
  db: Sqlite,
  file: string,
  goOn: (done: number, total: number) => boolean,
): Promise<boolean> {
  let isStopped = false;
  db.exec('BEGIN');
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    const { totalPages } = await db.backup(file, {
      progress({ totalPages, remainingPages }) {
        isStopped = !goOn(totalPages - remainingPages, totalPages);
        if (isStopped) throw new Error('stopped');
        return pagesAtOnce;
      },
    });
    // The library takes a file that somebody else writes to for one that is done.
    if (totalPages === 0) throw new Error('another process has it open');
    return true;
  } catch (error) {
    if (isStopped) return false;
    throw error;
  } finally {
    db.exec('ROLLBACK');
  }
}

/** Of all that is committed, in octets. */
export function sizeOf(db: Sqlite): number {
  const read = (what: string) => Number(db.pragma(what, { simple: true }));
  return read('page_count') * read('page_size');
}

/** Throws {@link StoreError} where `directory` has no room for `octets` more, for `what`. */
export function requireRoom(directory: string, octets: number, what: string): void {
  if (!existsSync(directory)) return;
  const { bavail, bsize } = statfsSync(directory);
  const free = bavail * bsize;
  if (free >= octets) return;
  throw new StoreError(
    `there is no room for ${what} in ${directory}: it needs ${inMegabytes(octets)}, and ${inMegabytes(free)} are free`,
    { hint: 'free some space there, or use a larger disk' },
  );
}

function inMegabytes(octets: number): string {
  return `${Math.ceil(octets / 1_000_000).toLocaleString('en')} MB`;
}

/** Makes sure that a file's content, or a directory's list of names, outlasts a power cut. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function removeAll(file: string): void {
  for (const suffix of ['', ...companions]) rmSync(file + suffix, { force: true });
}

function cannotWrite(file: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  return new StoreError(`the database cannot be copied to ${file}: ${reasonOf(cause)}`, {
    cause,
    hint: 'this user must be able to write there, and the disk must have room',
  });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
