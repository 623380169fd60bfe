/** Commands that are killed amid a migration, an import, a backup or a restore, and run again. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseFile } from '../../../src/store/database.js';
import { steps } from '../../../src/store/migrations.js';
import { makeOldDatabase, oldRows } from '../../support/old-database.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import { type Launch, type Running, startProgram } from '../program.js';
import { dyingAt, killed } from './dying.js';

class Installation {
  readonly #directory = temporaryDirectory();
  readonly dataDir = join(this.#directory, 'data');
  readonly #config = join(this.#directory, 'stopgate.toml');

  constructor() {
    writeFileSync(
      this.#config,
      `[gateway]\nname = "test"\ncountry = "GB"\ndata_dir = ${JSON.stringify(this.dataDir)}\n` +
        `[[modem]]\nname = "main"\nport = "/dev/ttyUSB0"\n`,
    );
  }

  start(args: readonly string[], launch?: Launch): Running {
    return startProgram([...args, '--config', this.#config], launch);
  }

  async json(...args: readonly string[]): Promise<unknown> {
    const { exitCode, stdout, stderr } = await this.start([...args, '--json']).ended;
    if (exitCode !== 0) throw new Error(`"${args.join(' ')}" failed: ${stderr}`);
    return JSON.parse(stdout);
  }

  /** A file beside the data. */
  pathOf(name: string): string {
    return join(this.#directory, name);
  }

  writeList(numbers: readonly string[]): string {
    const file = join(this.#directory, 'list.csv');
    writeFileSync(file, `number\n${numbers.join('\n')}\n`);
    return file;
  }

  /** Looks at the file as it was left, and changes nothing of it. */
  look<T>(at: (db: Database.Database) => T): T {
    const db = new Database(join(this.dataDir, databaseFile), { readonly: true });
    try {
      return at(db);
    } finally {
      db.close();
    }
  }
}

const versionOf = (db: Database.Database) => db.pragma('user_version', { simple: true });
const schemaOf = (db: Database.Database) =>
  db.prepare(`SELECT type, name, sql FROM sqlite_schema ORDER BY type, name`).all();

/** The schema after the first `version` steps, done without a break. */
function schemaAt(version: number): unknown {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  for (const step of steps.slice(0, version)) {
    if (typeof step === 'string') db.exec(step);
    else step(db);
  }
  return schemaOf(db);
}

describe('a migration that is killed', { timeout: 120_000 }, () => {
  it('amid each step leaves the step before whole, and is gone on with at the next start', async () => {
    const installation = new Installation();
    makeOldDatabase(installation.dataDir);
    for (let done = 1; done < steps.length; done += 1) {
      // The one that was killed before is the first step of this process.
      const passing = done === 1 ? 1 : 2;
      await killed(installation.start(['suppress', 'list'], dyingAt('in-migration', passing)));
      installation.look((db) => {
        expect(versionOf(db)).toBe(done);
        expect(schemaOf(db)).toEqual(schemaAt(done));
        expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      });
    }
    expect(await installation.json('ledger', 'verify')).toMatchObject({
      whole: true,
      events: oldRows,
    });
    installation.look((db) => {
      expect(versionOf(db)).toBe(steps.length);
      expect(db.pragma('foreign_key_check')).toEqual([]);
      for (const table of ['messages', 'message_parts', 'inbound', 'received_pdus']) {
        const count = db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
        expect([table, count]).toEqual([table, oldRows]);
      }
    });
  });

  it('amid each step of the first start makes the whole database at the next ones', async () => {
    const installation = new Installation();
    for (let done = 0; done < steps.length; done += 1) {
      const passing = done === 0 ? 1 : 2;
      await killed(installation.start(['suppress', 'list'], dyingAt('in-migration', passing)));
      installation.look((db) => expect(schemaOf(db)).toEqual(schemaAt(done)));
    }
    expect(await installation.json('ledger', 'verify')).toMatchObject({ whole: true, events: 0 });
    installation.look((db) => expect(schemaOf(db)).toEqual(schemaAt(steps.length)));
  });
});

describe('an import that is killed', { timeout: 120_000 }, () => {
  it('between batches keeps what is committed; run again it takes in the rest, nothing twice', async () => {
    const installation = new Installation();
    const rows = 4_500;
    const numbers = Array.from(
      { length: rows },
      (_, index) => `+44771${String(index).padStart(7, '0')}`,
    );
    const list = installation.writeList(numbers);
    const count = (sql: string) => installation.look((db) => db.prepare(sql).pluck().get());
    let kept = 0;
    for (const batches of [1, 2]) {
      await killed(
        // The lines that are in already make batches, too.
        installation.start(
          ['suppress', 'import', list],
          dyingAt('after-import-batch', kept / 1_000 + batches),
        ),
      );
      kept += batches * 1_000;
      expect(count('SELECT count(*) FROM suppressions')).toBe(kept);
      expect(await installation.json('ledger', 'verify')).toMatchObject({
        whole: true,
        events: kept,
      });
    }
    expect(await installation.json('suppress', 'import', list)).toMatchObject({
      rows,
      added: rows - kept,
      alreadySuppressed: kept,
    });
    expect(count('SELECT count(*) FROM suppressions')).toBe(rows);
    expect(count('SELECT count(DISTINCT number) FROM consent_events')).toBe(rows);
    expect(await installation.json('ledger', 'verify')).toMatchObject({
      whole: true,
      events: rows,
    });
  });
});

describe('a backup that is killed', { timeout: 120_000 }, () => {
  it('leaves the one before as it was, and the next one is whole', async () => {
    const installation = new Installation();
    const numbers = Array.from({ length: 4_000 }, (_, row) => `+44771${String(1e6 + row)}`);
    await installation.json('suppress', 'import', installation.writeList(numbers));
    const file = installation.pathOf('backup.db');
    await installation.json('backup', file);
    const before = readFileSync(file);
    await installation.json('suppress', 'add', '+447700900123');
    const backup = ['backup', file, '--force'];
    await killed(installation.start(backup, dyingAt('in-backup', 2)));
    expect(readFileSync(file).equals(before)).toBe(true);
    const left = () => readdirSync(installation.pathOf('.')).filter((name) => /partial/.test(name));
    expect(left()).toContain('backup.db.partial');
    expect(await installation.json(...backup)).toMatchObject({ events: 4_001 });
    expect(left()).toEqual([]);
    expect(await installation.json('ledger', 'verify')).toMatchObject({ whole: true });
  });
});

describe('a restore that is killed', { timeout: 120_000 }, () => {
  it('leaves the database as it was, and the next one is whole', async () => {
    const installation = new Installation();
    const numbers = Array.from({ length: 4_000 }, (_, row) => `+44771${String(1e6 + row)}`);
    const file = installation.pathOf('backup.db');
    await installation.json('suppress', 'import', installation.writeList(numbers));
    await installation.json('backup', file);
    await installation.json('suppress', 'add', '+447700900123');
    const { id } = (await installation.json('send', '+447700900456', 'It waits')) as { id: string };
    const waiting = () =>
      installation.look((db) =>
        db.prepare(`SELECT id FROM messages WHERE status = 'queued'`).pluck().all(),
      );
    for (const passing of [1, 2]) {
      await killed(installation.start(['restore', file], dyingAt('in-restore', passing)));
      expect(waiting()).toEqual([id]);
      expect(await installation.json('ledger', 'verify')).toMatchObject({
        whole: true,
        events: 4_001,
      });
    }
    expect(await installation.json('restore', file)).toMatchObject({
      broughtOver: { optOuts: 1, lostWaiting: 1 },
    });
    expect(waiting()).toEqual([]);
    expect(await installation.json('ledger', 'verify')).toMatchObject({
      whole: true,
      events: 4_001,
    });
  });
});
