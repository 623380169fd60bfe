/**
 * What an error of SQLite says of the file and its disk, in words. A statement that breaks a rule of
 * a table is a fault of the program, and no failure of the store.
 */
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { StoreFailure } from '../domain/store-failure.js';
import { freeBytes } from './free-bytes.js';
import { StoreError } from './store-error.js';

/** Less than this is no room to work in. */
const scarceBytes = 1024 * 1024;

const faultsOfTheProgram: ReadonlySet<string> = new Set([
  'SQLITE_CONSTRAINT',
  'SQLITE_MISMATCH',
  'SQLITE_RANGE',
  'SQLITE_MISUSE',
]);

/** Why `file` cannot be used, if `error` says so. */
export function failureOf(error: unknown, file: string): StoreFailure | undefined {
  if (error instanceof StoreError) return error.failure;
  if (!(error instanceof Database.SqliteError)) return undefined;
  if (faultsOfTheProgram.has(primaryOf(error.code))) return undefined;
  return failureBehind(error.code, error.message, file);
}

/** Why `file` cannot be opened; making its directory may fail as well. */
export function openingFailureOf(error: unknown, file: string): StoreFailure | undefined {
  const isSystems = error instanceof Error && 'syscall' in error && 'code' in error;
  return isSystems
    ? failureBehind(String(error.code), error.message, file)
    : failureOf(error, file);
}

/** `code` is SQLite's, or the file system's. */
function failureBehind(code: string, message: string, file: string): StoreFailure {
  const said = message.includes(code) ? message : `${message}, ${code}`;
  const directory = dirname(file);
  switch (primaryOf(code)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return full(file, said);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_PERM':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return {
        kind: 'read-only',
        what: `the database ${file} cannot be opened or written (${said})`,
        remedy: `this user must be able to write to ${directory}, and its disk must not be mounted read-only (findmnt --target ${directory}); run as the user "stopgate" (sudo -u stopgate …) or set gateway.data_dir`,
      };
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return {
        kind: 'locked',
        what: `another program keeps the database ${file} locked (${said})`,
        remedy: `find out which one (fuser -v ${file}) and let it finish, or end it`,
      };
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return damaged(file, said);
    case 'SQLITE_IOERR':
      return inputOutput(code, file, said);
    case 'EEXIST':
    case 'ENOTDIR':
    case 'ENOENT':
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return {
        kind: 'unusable',
        what: `there can be no directory ${directory} for the database (${said})`,
        remedy: 'set gateway.data_dir to a directory, or to a path where one can be made',
      };
    default:
      return {
        kind: 'unusable',
        what: `the database ${file} cannot be used (${said})`,
        remedy: `stop the daemon and look at it: "stopgate database check"; if it is sound, look at ${directory}`,
      };
  }
}

/** What to say of a file that is damaged; `said` is what SQLite found. */
export function damaged(file: string, said: string): StoreFailure {
  return {
    kind: 'damaged',
    what: `the database ${file} is damaged: ${said}`,
    remedy:
      'stop the daemon, then "stopgate database check" shows the damage. Put a backup back (stopgate restore FILE); or, without one, "stopgate database set-aside" keeps the file under another name and carries the opt-outs that can still be read over to a new one',
  };
}

function full(file: string, said: string): StoreFailure {
  const directory = dirname(file);
  const free = freeBytes(directory);
  const left =
    free === undefined ? '' : `, ${Math.floor(free / 1024).toLocaleString('en')} KiB free`;
  return {
    kind: 'full',
    what: `the disk of ${directory} is full${left}: the database ${file} cannot be written (${said})`,
    remedy: `free some space there (df -h ${directory}); nothing has to be restarted`,
  };
}

/** A disk that is full says so in more ways than one. */
function inputOutput(code: string, file: string, said: string): StoreFailure {
  if (code === 'SQLITE_IOERR_CORRUPTFS' || code === 'SQLITE_IOERR_DATA') return damaged(file, said);
  const directory = dirname(file);
  const free = freeBytes(directory);
  if (free !== undefined && free < scarceBytes) return full(file, said);
  return {
    kind: 'unusable',
    what: `the disk of ${directory} does not read or write the database ${file} (${said})`,
    remedy: `look for its faults and limits: dmesg, df -h ${directory}, quotas; a worn card must be replaced`,
  };
}

/** `SQLITE_IOERR` of `SQLITE_IOERR_WRITE`. */
function primaryOf(code: string): string {
  return /^SQLITE_[A-Z]+/u.exec(code)?.[0] ?? code;
}
