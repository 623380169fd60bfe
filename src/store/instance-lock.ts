/**
 * Locks on a data directory: one daemon at a time works on it, and one backup at a time is made of it.
 * The operating system lets go of a lock when the process dies, however it dies.
 */
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { connect } from './connection.js';
import { StoreError } from './store-error.js';

/** It stays when the daemon ends. */
export const daemonLock = 'stopgate.lock';
export const backupLock = 'backup.lock';

/** Whether a daemon works on `dataDir` now. */
export function isInstanceRunning(dataDir: string): boolean {
  const file = join(dataDir, daemonLock);
  if (!existsSync(file)) return false;
  const db = connect(file, { timeout: 0, readonly: true });
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (cause) {
    if (isBusy(cause)) return true;
    throw cause;
  } finally {
    db.close();
  }
}

/** Takes the daemon's lock, or throws {@link StoreError}; the answer releases it. */
export function lockInstance(dataDir: string): () => void {
  // A command that looks whether a daemon runs holds the file for a moment.
  return lock(join(dataDir, daemonLock), 1_000, (cause) => {
    return new StoreError(`another stopgate daemon already works on ${dataDir}`, {
      cause,
      hint: 'stop it first (systemctl stop stopgate), or give this one another gateway.data_dir',
    });
  });
}

/**
 * Keeps others from making a backup of the database in `dataDir` until the answer is called; throws
 * {@link StoreError} when one is being made for longer than `patienceMs`.
 */
export function lockBackups(dataDir: string, patienceMs: number): () => void {
  return lock(join(dataDir, backupLock), patienceMs, (cause) => {
    return new StoreError(`another backup of the database in ${dataDir} is being made`, {
      cause,
      hint: 'wait until it is done',
    });
  });
}

function lock(file: string, patienceMs: number, taken: (cause: unknown) => Error): () => void {
  const db = connect(file, { timeout: patienceMs });
  try {
    db.pragma('journal_mode = DELETE');
    chmodSync(file, 0o600);
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    throw isBusy(cause) ? taken(cause) : cause;
  }
  return () => db.close();
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Database.SqliteError && cause.code === 'SQLITE_BUSY';
}
