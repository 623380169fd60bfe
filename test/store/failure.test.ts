/** What is said of each way in which SQLite fails, each brought about on a real file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Condition } from '../../src/store/condition.js';
import type { Sqlite } from '../../src/store/connection.js';
import { databaseFile, openDatabase } from '../../src/store/database.js';
import { failureOf } from '../../src/store/failure.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { openTestStore } from '../support/test-store.js';

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing went wrong');
}

/** No room for another page, as a full disk has none. */
function fill(db: Sqlite): void {
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
}

const long = 'x'.repeat(100_000);
const insert = `INSERT INTO gateway (key, value) VALUES ('long', '${long}')`;

describe('what a failure of SQLite says of the file', () => {
  it('is the disk when it is full', () => {
    const db = openDatabase(temporaryDirectory());
    fill(db);
    const failure = failureOf(
      errorOf(() => db.exec(insert)),
      '/data/stopgate.db',
    );
    expect(failure).toMatchObject({ kind: 'full', remedy: expect.stringContaining('df -h /data') });
    expect(failure?.what).toContain('the disk of /data is full');
    db.close();
  });

  it('is who may write it, when it may not be written', () => {
    const dataDir = temporaryDirectory();
    openDatabase(dataDir).close();
    const file = join(dataDir, databaseFile);
    const db = new Database(file, { readonly: true });
    expect(
      failureOf(
        errorOf(() => db.exec(insert)),
        file,
      ),
    ).toMatchObject({ kind: 'read-only', remedy: expect.stringContaining(dataDir) });
    db.close();
  });

  it('is the other program, when that keeps it locked', () => {
    const dataDir = temporaryDirectory();
    const file = join(dataDir, databaseFile);
    const holder = openDatabase(dataDir);
    holder.exec('BEGIN IMMEDIATE');
    const db = new Database(file, { timeout: 10 });
    const error = errorOf(() => db.exec(insert));
    expect(failureOf(error, file)).toMatchObject({
      kind: 'locked',
      what: expect.stringContaining('another program'),
      remedy: expect.stringContaining(`fuser -v ${file}`),
    });
    db.close();
    holder.close();
  });

  it('is damage, with the commands that show it and set it aside', () => {
    const file = join(temporaryDirectory(), databaseFile);
    writeFileSync(file, 'not a database '.repeat(100));
    const db = new Database(file);
    const failure = failureOf(
      errorOf(() => db.pragma('user_version')),
      file,
    );
    expect(failure).toMatchObject({ kind: 'damaged', what: expect.stringContaining(file) });
    expect(failure?.remedy).toMatch(/database check.*database set-aside/u);
    db.close();
  });

  it('is nothing where a statement broke a rule of a table', () => {
    const db = openDatabase(temporaryDirectory());
    const error = errorOf(() => db.exec(`INSERT INTO gateway (key, value) VALUES ('a', NULL)`));
    expect(failureOf(error, 'x')).toBeUndefined();
    expect(failureOf(new Error('a bug'), 'x')).toBeUndefined();
    db.close();
  });
});

describe('the condition of a database', () => {
  it('is proven by a change of some size once a write has failed, not by a small one', () => {
    const dataDir = temporaryDirectory();
    const db = openDatabase(dataDir);
    const condition = new Condition(db, join(dataDir, databaseFile));
    condition.probe();
    fill(db);
    condition.note(errorOf(() => db.exec(insert)));
    expect(condition.failure?.kind).toBe('full');
    expect(() => condition.probe()).toThrow(/full/u);
    expect(condition.failure?.kind).toBe('full');
    db.pragma('max_page_count = 1000000');
    condition.probe();
    expect(condition.failure).toBeUndefined();
    db.close();
  });

  it('makes nobody wait long for a lock that another program is known to hold', () => {
    const dataDir = temporaryDirectory();
    const db = openDatabase(dataDir);
    const condition = new Condition(db, join(dataDir, databaseFile));
    const timeout = () => db.pragma('busy_timeout', { simple: true });
    const holder = new Database(join(dataDir, databaseFile));
    holder.exec('BEGIN IMMEDIATE');
    expect(timeout()).toBe(5000);
    db.pragma('busy_timeout = 10');
    expect(() => condition.probe()).toThrow(/locked/u);
    expect(timeout()).toBe(200);
    holder.exec('ROLLBACK');
    condition.probe();
    expect(timeout()).toBe(5000);
    holder.close();
    db.close();
  });

  it('stays damaged, once it was seen to be', () => {
    const { store } = openTestStore();
    const damagedFile = join(temporaryDirectory(), databaseFile);
    writeFileSync(damagedFile, 'not a database '.repeat(100));
    const other = new Database(damagedFile);
    const error = errorOf(() => other.pragma('user_version'));
    expect(store.noteFailure(error)).toMatchObject({ kind: 'damaged' });
    expect(() => store.probe()).toThrow(/damaged/u);
    expect(() => store.transaction(() => 'written')).toThrow(/damaged/u);
    other.close();
  });
});
