/**
 * The backup that is made before a newer version changes the schema: beside the database, named by the
 * schema it has and by the time. Knows files, no tables.
 */
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { flush, requireRoom, sizeOf } from './backup.js';
import type { Sqlite } from './connection.js';
import { isInstanceRunning, lockBackups } from './instance-lock.js';
import { schemaVersion, steps } from './migrations.js';
import { StoreError } from './store-error.js';

const namePattern = /^stopgate-schema-(?<version>\d+)-(?<time>\d{8}T\d{6}Z)\.db$/u;
const keptBackups = 2;
/** Another process that is at the same upgrade may have a large database to copy. */
const patienceMs = 10 * 60_000;

/**
 * Makes a backup of `db` in `dataDir` when the schema is about to change, and forgets all but the last
 * two. `at` is ISO 8601. Throws StoreError, and then nothing may be changed.
 */
export function backUpBeforeUpgrade(db: Sqlite, dataDir: string, at: string): void {
  if (!isUpgradeDue(db)) return;
  if (isInstanceRunning(dataDir)) {
    throw new StoreError(
      `the database in ${dataDir} has schema ${schemaVersion(db)} and must be brought to ${steps.length}, but a daemon of the older version works on it`,
      { hint: 'restart it (systemctl restart stopgate): it brings the database up to date' },
    );
  }
  const unlock = lockBackups(dataDir, patienceMs);
  try {
    // Another process may have been first.
    if (isUpgradeDue(db)) copy(db, dataDir, at);
  } finally {
    unlock();
  }
}

/** The newest backup made before an upgrade that this version can read, if there is one. */
export function lastUsableBackup(dataDir: string): string | undefined {
  const name = backupsIn(dataDir).find(
    (backup) => Number(namePattern.exec(backup)?.groups?.version) <= steps.length,
  );
  return name === undefined ? undefined : join(dataDir, name);
}

/** Removes those that were made before `before` (ISO 8601); how many. */
export function removeUpgradeBackups(dataDir: string, before: string): number {
  const limit = compact(before);
  const old = backupsIn(dataDir).filter((name) => timeOf(name) < limit);
  for (const name of old) rmSync(join(dataDir, name));
  return old.length;
}

function isUpgradeDue(db: Sqlite): boolean {
  const version = schemaVersion(db);
  return version > 0 && version < steps.length;
}

function copy(db: Sqlite, dataDir: string, at: string): void {
  const file = join(dataDir, `stopgate-schema-${schemaVersion(db)}-${compact(at)}.db`);
  const partial = `${file}.partial`;
  try {
    requireRoom(dataDir, sizeOf(db), 'the backup');
    removePartials(dataDir);
    db.prepare('VACUUM INTO ?').run(partial);
    flush(partial);
    renameSync(partial, file);
    flush(dataDir);
  } catch (cause) {
    rmSync(partial, { force: true });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(
      `the database must be brought from schema ${schemaVersion(db)} to ${steps.length}, and the backup before that cannot be made, so nothing was changed: ${why}`,
      { cause, hint: `free some space on the disk of ${dataDir}, and start again` },
    );
  }
  for (const name of backupsIn(dataDir).slice(keptBackups)) rmSync(join(dataDir, name));
}

/** Newest first. */
function backupsIn(dataDir: string): readonly string[] {
  return readdirSync(dataDir)
    .filter((name) => namePattern.test(name))
    .sort((one, other) => timeOf(other).localeCompare(timeOf(one)));
}

function timeOf(name: string): string {
  return namePattern.exec(name)?.groups?.time ?? '';
}

/** `20261122T120000Z` of an ISO 8601 time. */
function compact(at: string): string {
  return at.replace(/[-:]|\.\d+/gu, '');
}

/** Left by a process that was killed. */
function removePartials(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const isPartial = name.endsWith('.partial') && namePattern.test(name.slice(0, -8));
    if (isPartial) rmSync(join(dataDir, name));
  }
}
