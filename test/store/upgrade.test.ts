import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { databaseFile, openDatabase } from '../../src/store/database.js';
import { lockInstance } from '../../src/store/instance-lock.js';
import { schemaVersion, steps } from '../../src/store/migrations.js';
import { StoreError } from '../../src/store/store-error.js';
import { makeOldDatabase, oldRows } from '../support/old-database.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const noon = () => '2026-11-22T12:00:00.000Z';
const madeAtNoon = 'stopgate-schema-1-20261122T120000Z.db';

function oldDatabase(): string {
  const dataDir = temporaryDirectory();
  makeOldDatabase(dataDir);
  return dataDir;
}

function backupsIn(dataDir: string): readonly string[] {
  return readdirSync(dataDir)
    .filter((name) => name.startsWith('stopgate-schema-'))
    .sort();
}

function refusal(open: () => unknown): StoreError {
  try {
    open();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('an upgrade of the schema', () => {
  it('makes a backup of the old one first, for its owner alone', () => {
    const dataDir = oldDatabase();
    const db = openDatabase(dataDir, noon);
    expect(schemaVersion(db)).toBe(steps.length);
    db.close();
    expect(backupsIn(dataDir)).toEqual([madeAtNoon]);
    const backup = join(dataDir, madeAtNoon);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    const old = new Database(backup);
    expect(schemaVersion(old)).toBe(1);
    expect(old.prepare('SELECT count(*) FROM suppressions').pluck().get()).toBe(oldRows);
    expect(old.pragma('integrity_check', { simple: true })).toBe('ok');
    old.close();
  });

  it('makes none of a new database, and none where there is nothing to upgrade', () => {
    const dataDir = temporaryDirectory();
    openDatabase(dataDir, noon).close();
    openDatabase(dataDir, noon).close();
    expect(backupsIn(dataDir)).toEqual([]);
  });

  it('keeps the last two backups, whatever their schema, and clears away half a one', () => {
    const dataDir = oldDatabase();
    const older = [
      ...['stopgate-schema-5-20260101T000000Z.db', 'stopgate-schema-10-20250101T000000Z.db'],
      ...['stopgate-schema-2-20240101T000000Z.db', 'stopgate-schema-1-20261101T000000Z.db.partial'],
    ];
    for (const name of older) writeFileSync(join(dataDir, name), 'old');
    openDatabase(dataDir, noon).close();
    expect(backupsIn(dataDir)).toEqual([madeAtNoon, 'stopgate-schema-5-20260101T000000Z.db']);
  });

  it('does not begin while a daemon of the older version works on it', () => {
    const dataDir = oldDatabase();
    const before = readFileSync(join(dataDir, databaseFile));
    const unlock = lockInstance(dataDir);
    const { message, hint } = refusal(() => openDatabase(dataDir, noon));
    expect(message).toContain('a daemon of the older version works on it');
    expect(hint).toContain('restart');
    unlock();
    expect(readFileSync(join(dataDir, databaseFile)).equals(before)).toBe(true);
    openDatabase(dataDir, noon).close();
  });

  it('does not begin where the backup cannot be written, and says so', () => {
    const dataDir = oldDatabase();
    const size = statSync(join(dataDir, databaseFile)).size;
    // As on a full disk: no file may grow beyond half of what the backup needs.
    const script = `
      const { openDatabase } = await import(${JSON.stringify(built('store/database.js'))});
      try { openDatabase(process.argv[1], () => '${noon()}'); }
      catch ({ message, hint }) { console.log(JSON.stringify({ message, hint })); }`;
    const { stdout, stderr } = spawnSync(
      'sh',
      [
        ...['-c', `ulimit -f ${Math.floor(size / 2 / 512)} && exec "$@"`, 'sh', process.execPath],
        ...['--input-type=module', '-e', script, dataDir],
      ],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    const { message, hint } = JSON.parse(stdout);
    expect(message).toContain('the backup before that cannot be made, so nothing was changed');
    expect(hint).toContain('free some space');
    expect(backupsIn(dataDir)).toEqual([]);
    const db = new Database(join(dataDir, databaseFile));
    expect(schemaVersion(db)).toBe(1);
    db.close();
  });
});

describe('a downgrade', () => {
  it('is refused in words that name the backup to go back to, and changes nothing', () => {
    const dataDir = oldDatabase();
    const db = openDatabase(dataDir, noon);
    db.pragma(`user_version = ${steps.length + 1}`);
    db.close();
    writeFileSync(join(dataDir, 'stopgate-schema-99-20270101T000000Z.db'), 'newer');
    const { message, hint } = refusal(() => openDatabase(dataDir, noon));
    expect(message).toContain(`has schema ${steps.length + 1}`);
    expect(message).toContain(`knows up to ${steps.length}`);
    expect(hint).toContain(`stopgate restore ${join(dataDir, madeAtNoon)}`);
    expect(backupsIn(dataDir)).toHaveLength(2);
  });
});

function built(path: string): string {
  return fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
}
