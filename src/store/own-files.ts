/** Which files of the data directory are the store's own: nothing else may be written in their place. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { databaseFile } from './database.js';
import { backupLock, daemonLock } from './instance-lock.js';

/** What SQLite puts beside a database. */
export const companions = ['-journal', '-wal', '-shm'];

/** Whether `file` is one of them, under whatever name. */
export function isOwnFile(dataDir: string, file: string): boolean {
  return [databaseFile, daemonLock, backupLock]
    .flatMap((name) => ['', ...companions].map((suffix) => resolve(join(dataDir, name + suffix))))
    .some((own) => own === resolve(file) || isSameFile(own, file));
}

/** Whether two names are of one file that exists and can be reached. */
function isSameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one), statSync(other)];
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
}
