import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { databaseFile, openDatabase } from '../../src/store/database.js';
import { isInstanceRunning, lockInstance } from '../../src/store/instance-lock.js';
import { initialSchema } from '../../src/store/schema/1-initial.js';
import { StoreError } from '../../src/store/store-error.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { newMessage, openTestStore } from '../support/test-store.js';

const FULL = 2;

describe('the database', () => {
  it('is in WAL mode with synchronous FULL, after a write and after it was opened again', () => {
    const dataDir = temporaryDirectory();
    for (const run of [1, 2]) {
      const db = openDatabase(dataDir);
      db.prepare(`INSERT INTO gateway (key, value) VALUES (?, 'x')`).run(`run ${run}`);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(db.pragma('synchronous', { simple: true })).toBe(FULL);
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
      db.close();
    }
  });

  it('can be read by its owner only, in a directory that only its owner can enter', () => {
    const dataDir = join(temporaryDirectory(), 'data');
    const db = openDatabase(dataDir);
    db.prepare(`INSERT INTO gateway (key, value) VALUES ('a', 'b')`).run();
    for (const suffix of ['', '-wal', '-shm']) {
      expect(statSync(join(dataDir, databaseFile + suffix)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    db.close();
  });

  it('has STRICT tables only', () => {
    const db = openDatabase(temporaryDirectory());
    const lax = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(lax).toEqual([]);
    db.close();
  });

  it('brings a file of the first version up to date, with what is queued and sent in it', () => {
    const dataDir = temporaryDirectory();
    const old = new Database(join(dataDir, databaseFile));
    old.exec(initialSchema);
    old.pragma('user_version = 1');
    const at = '2026-11-22T12:00:00.000Z';
    for (const [id, status, modem] of [
      ['queued', 'queued', null],
      ['sent', 'sent', 'main'],
    ]) {
      old
        .prepare(`INSERT INTO messages (id, recipient, status, campaign, category, encoding, part_count,
            priority, modem, created_at, due_at)
          VALUES (?, '+447700900123', ?, 'default', 'marketing', 'gsm7', 1, 5, ?, ?, ?)`)
        .run(id, status, modem, at, at);
      old
        .prepare(`INSERT INTO message_parts (message_id, sequence, status, pdu, tpdu_length, modem,
            modem_reference, changed_at) VALUES (?, 1, ?, '00', 1, ?, ?, ?)`)
        .run(id, status, modem, modem === null ? null : 7, at);
    }
    old
      .prepare(`INSERT INTO consent_events (id, gateway, sequence, kind, number, scope, source,
          evidence, created_at, previous_hash, hash)
        VALUES ('ev_old', 'test', 1, 'opt_out', '+447700900999', '*', 'reply', '{"text":"STOP"}', ?, '0', '1')`)
      .run(at);
    old.exec(`INSERT INTO suppressions VALUES ('+447700900999', '*', '${at}', 'reply', 'ev_old')`);
    old.close();
    const { store } = openTestStore(dataDir);
    const kept = store.consent.lastEvent('+447700900999', 'opt_out');
    expect(kept).toMatchObject({ id: 'ev_old', evidence: { text: 'STOP' } });
    expect(store.consent.suppressionsOf('+447700900999')).toMatchObject([{ scope: '*' }]);
    const next = { kind: 'opt_in', number: '+447700900999', scope: '*', source: 'cli' } as const;
    expect(store.consent.append({ ...next, evidence: {} }, at)).toMatchObject({
      sequence: 2,
      previousHash: kept?.hash,
    });
    const asked = { modem: 'main', now: at, leastPriority: 0, mayTake: () => true };
    expect(store.messages.nextDue(asked)).toMatchObject({ messageId: 'queued', lane: '' });
    const report = { modem: 'main', to: '+447700900123', reference: 7 };
    expect(store.messages.reported.withReference(report, at)).toMatchObject([
      { messageId: 'sent', claimedAt: at },
    ]);
    expect(store.messages.claimTimes('main', at)).toEqual([at]);
  });

  it('refuses a file of a newer version, and says what to do', () => {
    const dataDir = temporaryDirectory();
    const db = openDatabase(dataDir);
    db.pragma('user_version = 999');
    db.close();
    expect(() => openDatabase(dataDir)).toThrow(/schema 999/);
  });

  it('makes no new file in the place of one that is gone', () => {
    const dataDir = temporaryDirectory();
    openDatabase(dataDir).close();
    lockInstance(dataDir)();
    rmSync(join(dataDir, databaseFile));
    expect(() => openDatabase(dataDir)).toThrow(/is gone, and .*stopgate\.lock shows/u);
    expect(existsSync(join(dataDir, databaseFile))).toBe(false);
    rmSync(join(dataDir, 'stopgate.lock'));
    openDatabase(dataDir).close();
  });

  it('refuses a file that is no database, in one sentence with a hint', () => {
    const dataDir = temporaryDirectory();
    writeFileSync(join(dataDir, databaseFile), 'not a database '.repeat(100));
    try {
      openDatabase(dataDir);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StoreError);
      expect(error).toMatchObject({
        message: expect.stringContaining('is damaged'),
        hint: expect.stringContaining('stopgate database set-aside'),
      });
    }
  });

  it('keeps what was committed when the process is killed right after', async () => {
    const dataDir = temporaryDirectory();
    mkdirSync(dataDir, { recursive: true });
    openDatabase(dataDir).close();
    const script = `
      const db = require('better-sqlite3')(${JSON.stringify(join(dataDir, databaseFile))});
      db.pragma('journal_mode = WAL'); db.pragma('synchronous = FULL');
      db.prepare("INSERT INTO gateway (key, value) VALUES ('killed', 'kept')").run();
      process.kill(process.pid, 'SIGKILL');`;
    await once(spawn(process.execPath, ['-e', script], { stdio: 'ignore' }), 'exit');
    const db = openDatabase(dataDir);
    expect(db.prepare(`SELECT value FROM gateway WHERE key = 'killed'`).get()).toEqual({
      value: 'kept',
    });
    db.close();
  });
});

describe('the lock of a data directory', () => {
  it('is held by one daemon at a time and can be taken once it was let go', () => {
    const dataDir = temporaryDirectory();
    const unlock = lockInstance(dataDir);
    expect(() => lockInstance(dataDir)).toThrow(/another stopgate daemon/);
    expect(isInstanceRunning(dataDir)).toBe(true);
    unlock();
    expect(isInstanceRunning(dataDir)).toBe(false);
    lockInstance(dataDir)();
  });
});

describe('the store', () => {
  it('notices what another connection wrote, once', () => {
    const { store, dataDir } = openTestStore();
    const other = openTestStore(dataDir).store;
    expect(store.changedElsewhere()).toBe(false);
    other.messages.insert(newMessage({ id: 'msg_1' }));
    expect(store.changedElsewhere()).toBe(true);
    expect(store.changedElsewhere()).toBe(false);
  });

  it('rolls a transaction back as a whole', () => {
    const { store } = openTestStore();
    expect(() =>
      store.transaction(() => {
        store.messages.insert(newMessage({ id: 'msg_1' }));
        throw new Error('power cut');
      }),
    ).toThrow('power cut');
    expect(store.messages.find('msg_1')).toBeUndefined();
  });

  it('tells its own failures from faults of the program', () => {
    const { store, dataDir } = openTestStore();
    const holder = new Database(join(dataDir, databaseFile));
    holder.exec('DROP TABLE idempotency_keys');
    holder.close();
    let failure: unknown;
    try {
      store.idempotency.find('key', 'x');
    } catch (error) {
      failure = error;
    }
    expect(store.noteFailure(failure)).toMatchObject({ kind: 'unusable' });
    expect(store.noteFailure(new Error('a bug'))).toBeUndefined();
  });
});
