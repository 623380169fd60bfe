/**
 * Lets one daemon at a time work on a data directory. The operating system lets go of the lock when
 * the process dies, however it dies.
 */
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from './store-error.js';

/** It stays when the daemon ends. */
export const lockFile = 'stopgate.lock';

/** Whether a daemon works on `dataDir` now. */
export function isInstanceRunning(dataDir: string): boolean {
  const file = join(dataDir, lockFile);
  if (!existsSync(file)) return false;
  const db = new Database(file, { timeout: 0, readonly: true });
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

/** Takes the lock, or throws {@link StoreError}; the answer releases it. */
export function lockInstance(dataDir: string): () => void {
  const file = join(dataDir, lockFile);
  // A command that looks whether a daemon runs holds the file for a moment.
  const db = new Database(file, { timeout: 1_000 });
  try {
    db.pragma('journal_mode = DELETE');
    chmodSync(file, 0o600);
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (isBusy(cause)) {
      throw new StoreError(`another stopgate daemon already works on ${dataDir}`, {
        cause,
        hint: 'stop it first (systemctl stop stopgate), or give this one another gateway.data_dir',
      });
    }
    throw cause;
  }
  return () => db.close();
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Database.SqliteError && cause.code === 'SQLITE_BUSY';
}
