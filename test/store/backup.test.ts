import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { requireRoom } from '../../src/store/backup.js';
import { StoreError } from '../../src/store/store-error.js';
import { openTestStore } from '../support/test-store.js';

/** A store of some thousand pages, as a copy in several steps needs it. */
function largeStore() {
  const opened = openTestStore();
  const db = new Database(join(opened.dataDir, 'stopgate.db'));
  const insert = db.prepare(`INSERT INTO gateway (key, value) VALUES (?, ?)`);
  db.transaction(() => {
    for (let row = 0; row < 4_000; row += 1) insert.run(`filler ${row}`, 'x'.repeat(3_000));
  })();
  return { ...opened, db, insert };
}

const never = new AbortController().signal;

describe('a copy', () => {
  it('is of one moment, and ends, though others write with every step', async () => {
    const { store, dataDir, db, insert } = largeStore();
    const file = join(dataDir, 'copy.db');
    const steps: number[] = [];
    const isCopied = await store.backup.copyTo(file, {
      onProgress(done, total) {
        insert.run(`later ${steps.length}`, 'x');
        steps.push(done / total);
      },
      stop: never,
    });
    expect(isCopied).toBe(true);
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.length).toBeLessThan(30);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    const count = `SELECT count(*) FROM gateway WHERE key LIKE 'later %'`;
    const copy = new Database(file);
    expect(copy.prepare(count).pluck().get()).toBe(0);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
    expect(db.prepare(count).pluck().get()).toBe(steps.length);
    db.close();
  });

  it('can be stopped, and leaves the store as usable as before', async () => {
    const { store, dataDir, db, insert } = largeStore();
    const file = join(dataDir, 'copy.db');
    const stop = new AbortController();
    const copied = store.backup.copyTo(file, {
      onProgress: () => stop.abort(),
      stop: stop.signal,
    });
    expect(await copied).toBe(false);
    store.backup.discard(file);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('copy'))).toEqual([]);
    insert.run('later', 'x');
    store.probe();
    db.close();
  });
});

describe('room on the disk', () => {
  it('is looked at before anything is written, and what lacks is told in megabytes', () => {
    const { dataDir } = openTestStore();
    expect(() => requireRoom(dataDir, 1, 'a backup')).not.toThrow();
    const complaint =
      /no room for a backup in .*: it needs 9,000,000,000 MB, and [\d,]+ MB are free/;
    expect(() => requireRoom(dataDir, 9e15, 'a backup')).toThrow(complaint);
    expect(() => requireRoom(dataDir, 9e15, 'a backup')).toThrow(StoreError);
  });
});
