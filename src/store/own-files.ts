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

/** Whether two names are of one file that exists. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}
