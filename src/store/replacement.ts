/**
 * Puts a prepared database in the place of the one that is there, and keeps that one under another
 * name. Whatever moment the power fails at, one of both is there as a whole. Knows files, no tables.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { checkpoint } from '../checkpoint.js';
import { copyPages, flush, requireRoom } from './backup.js';
import { connect, type Sqlite } from './connection.js';
import { databaseFile } from './database.js';
import { StoreError } from './store-error.js';
import { clearWorkshops, workshopIn } from './workshop.js';

export interface Staging {
  /** A data directory of its own, in which the prepared database stands. */
  readonly directory: string;
  discard(): void;
}

/** Copies the database `source`, with what is not yet written into it, into a directory within `dataDir`. */
export function stage(source: string, dataDir: string): Staging {
  const directory = workshopIn(dataDir, 'restoring');
  const discard = () => clearWorkshops(dataDir);
  discard();
  // Beside the copy, the database as it is and a log as large as the copy.
  requireRoom(dataDir, 3 * statSync(source).size, 'restoring');
  mkdirSync(directory, { mode: 0o700 });
  try {
    for (const suffix of ['', '-wal']) {
      const staged = join(directory, databaseFile + suffix);
      if (!existsSync(source + suffix)) continue;
      copyFileSync(source + suffix, staged);
      chmodSync(staged, 0o600);
    }
  } catch (cause) {
    discard();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(`${source} cannot be copied to ${directory}: ${why}`, {
      cause,
      hint: 'the user that owns the database must be able to read it, and the disk must have room',
    });
  }
  return { directory, discard };
}

/**
 * Replaces the database in `dataDir` by the staged one, after a copy of it was made as `aside`. By
 * SQLite's own means, as one transaction: others that have it open see the new one at once.
 */
export async function replaceWhole(
  staging: Staging,
  dataDir: string,
  aside: string,
): Promise<void> {
  const file = join(dataDir, databaseFile);
  await copied(file, aside, () => {});
  flush(aside);
  flush(dataDir);
  await copied(join(staging.directory, databaseFile), file, () => checkpoint('in-restore'));
  const db = connect(file);
  try {
    db.pragma('synchronous = FULL');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/**
 * The same where SQLite cannot read what is there, or nothing is: by names. What is there is linked as
 * `aside` first, with its log, so that it never lacks a name.
 */
export function replaceFile(staging: Staging, dataDir: string, aside: string): void {
  const file = join(dataDir, databaseFile);
  for (const suffix of ['', '-wal']) {
    if (existsSync(file + suffix)) linkSync(file + suffix, aside + suffix);
  }
  // A log must not be taken for that of the file that comes into its place.
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  flush(join(staging.directory, databaseFile));
  renameSync(join(staging.directory, databaseFile), file);
  flush(dataDir);
}

async function copied(from: string, to: string, onStep: () => void): Promise<void> {
  const db: Sqlite = connect(from, { fileMustExist: true });
  const previousMask = process.umask(0o077);
  try {
    await copyPages(db, to, () => {
      onStep();
      return true;
    });
  } finally {
    process.umask(previousMask);
    db.close();
  }
}
