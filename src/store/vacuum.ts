/**
 * Writes the database file anew: without the places that what was deleted left behind, and without
 * what SQLite moved when it split a page. Knows files, no tables.
 */
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { requireRoom, sizeOf } from './backup.js';
import { connect, type Sqlite } from './connection.js';
import { busyTimeoutMs } from './database.js';
import { failureOf } from './failure.js';
import { StoreError } from './store-error.js';

/** Sizes in octets, of the file and its write-ahead log. */
export interface Vacuumed {
  readonly before: number;
  readonly after: number;
}

/**
 * Nobody can write meanwhile. Throws StoreError, or what SQLite says of a file that is damaged; then it
 * is as it was.
 */
export function vacuum(db: Sqlite): Vacuumed {
  const before = onDisk(db.name);
  // The new one is built in a temporary file and comes over by way of the log.
  requireRoom(dirname(db.name), 2 * sizeOf(db), 'writing the database anew');
  requireRoom(tmpdir(), sizeOf(db), 'a temporary copy of the database');
  // A connection of its own, whose temporary copy is a file: the store's keeps such things in memory.
  const own = connect(db.name, { fileMustExist: true, timeout: busyTimeoutMs });
  try {
    own.pragma('synchronous = FULL');
    own.exec('VACUUM');
    own.pragma('wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    if (failureOf(cause, db.name)?.kind === 'damaged') throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(`the database could not be written anew, and is as it was: ${why}`, {
      cause,
      hint: 'let no other stopgate command work on it, and see that the disk has room for it twice',
    });
  } finally {
    own.close();
  }
  return { before, after: onDisk(db.name) };
}

function onDisk(file: string): number {
  return ['', '-wal']
    .map((suffix) => statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size);
}
