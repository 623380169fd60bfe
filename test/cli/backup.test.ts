import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { lockBackups } from '../../src/store/instance-lock.js';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { openTestServices, person } from '../support/test-services.js';

function installation() {
  const directory = temporaryDirectory();
  const dataDir = join(directory, 'data');
  const config = join(directory, 'stopgate.toml');
  mkdirSync(dataDir);
  writeFileSync(
    config,
    `[gateway]\nname = "test"\ncountry = "GB"\ndata_dir = ${JSON.stringify(dataDir)}\n[[modem]]\nport = "/dev/main"\n`,
  );
  const services = openTestServices('', dataDir);
  services.arrive(person, 'STOP');
  const run = (...args: readonly string[]) => runCommand([...args, '--config', config]);
  return { directory, dataDir, services, run };
}

function look<T>(file: string, at: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true });
  try {
    return at(db);
  } finally {
    db.close();
  }
}

describe('a backup', () => {
  it('is one whole file with everything in it, for its owner alone', async () => {
    const { directory, dataDir, run } = installation();
    const places = join(directory, 'places');
    mkdirSync(places);
    const file = join(places, 'one.db');
    const { exitCode, stdout, stderr } = await run('backup', file, '--json');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({ file, bytes: statSync(file).size, events: 1 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(places)).toEqual(['one.db']);
    const rows = (db: Database.Database) =>
      ['suppressions', 'consent_events', 'messages', 'inbound', 'received_pdus'].map((table) =>
        db.prepare(`SELECT * FROM ${table}`).all(),
      );
    const own = join(dataDir, 'stopgate.db');
    expect(look(file, rows)).toEqual(look(own, rows));
    const settings = `SELECT key, value FROM gateway WHERE key <> 'backup_at'`;
    const settingsIn = (db: Database.Database) => db.prepare(settings).all();
    expect(look(file, settingsIn)).toEqual(look(own, settingsIn));
    expect(
      look(own, (db) => db.prepare(`SELECT 1 FROM gateway WHERE key = 'backup_at'`).all()),
    ).toHaveLength(1);
    expect(look(file, (db) => db.pragma('integrity_check', { simple: true }))).toBe('ok');
  });

  it('is told in a sentence, with its size', async () => {
    const { directory, run } = installation();
    const file = join(directory, 'one.db');
    const { stdout } = await run('backup', file);
    expect(stdout).toMatch(
      new RegExp(`^${file}: [0-9.]+ MB, 1 event in the ledger; all of it is in order\n$`),
    );
  });

  it('replaces nothing unless it is told to, and then as a whole', async () => {
    const { directory, run } = installation();
    const file = join(directory, 'one.db');
    writeFileSync(file, 'precious');
    const refused = await run('backup', file);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect((await run('backup', file, '--force')).exitCode).toBe(0);
    expect(look(file, (db) => db.prepare('SELECT number FROM suppressions').pluck().all())).toEqual(
      [person],
    );
  });

  it('goes to no pipe, no directory and not over the database itself', async () => {
    const { directory, dataDir, run } = installation();
    const refusals = [
      ['-', 'needs a file'],
      [directory, 'is a directory'],
      [join(dataDir, 'stopgate.db'), 'belongs to the database itself'],
      [join(dataDir, 'stopgate.db-wal'), 'belongs to the database itself'],
    ] as const;
    for (const [file, why] of refusals) {
      const { exitCode, stderr } = await run('backup', file, '--force');
      expect([file, exitCode, stderr.includes(why)]).toEqual([file, 2, true]);
    }
    const { exitCode, stderr } = await run('backup', join(directory, 'no', 'where.db'));
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('cannot be copied to')]);
  });

  it('is not made of a database whose ledger is not whole, and the one before stays', async () => {
    const { directory, dataDir, run } = installation();
    const file = join(directory, 'one.db');
    await run('backup', file);
    const before = readFileSync(file);
    const db = new Database(join(dataDir, 'stopgate.db'));
    db.exec(`DELETE FROM suppressions`);
    db.close();
    const { exitCode, stderr } = await run('backup', file, '--force');
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('ledger is not whole')]);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(directory).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('is made by one at a time', async () => {
    const { directory, dataDir, run } = installation();
    const unlock = lockBackups(dataDir, 0);
    const { exitCode, stderr } = await run('backup', join(directory, 'one.db'));
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('another backup')]);
    unlock();
    expect((await run('backup', join(directory, 'one.db'))).exitCode).toBe(0);
  });

  it('clears away what one that was killed left behind', async () => {
    const { directory, run } = installation();
    const file = join(directory, 'one.db');
    writeFileSync(`${file}.partial`, 'half of a backup');
    writeFileSync(`${file}.partial-journal`, 'its journal');
    expect((await run('backup', file)).exitCode).toBe(0);
    expect(readdirSync(directory).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('a restore', () => {
  it('says what it did, where the old database is, and what did not come over', async () => {
    const { directory, services, run } = installation();
    const file = join(directory, 'one.db');
    // Beside it, the confirmations of both STOPs wait.
    await run('send', '+447700900124', 'It waits');
    await run('backup', file);
    services.arrive('+447700900125', 'STOP');
    await run('send', '+447700900124', 'It waits too');
    services.store.close();
    const { exitCode, stdout, stderr } = await run('restore', file);
    expect([exitCode, stderr]).toEqual([0, '']);
    const [restored, aside, ...rest] = stdout.trimEnd().split('\n');
    expect(restored).toBe(`restored ${file}`);
    expect(aside).toMatch(/^the database that was there is kept as .*-before-restore-\d{8}T/);
    expect(rest).toEqual([
      'opt-outs that came after the backup, brought over: 1',
      'note: 2 messages that came after the backup had not been sent, and will not be',
      'note: what waited when the backup was made may have been sent since, and is not sent again: 2 messages canceled, 0 parts unconfirmed (error code "restored")',
    ]);
    const again = await run('restore', file, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({
      file,
      broughtOver: { optOuts: 1, erased: 0, lostWaiting: 0 },
      canceled: 2,
      unconfirmed: 0,
    });
  });

  it('needs a backup, which the database itself is not', async () => {
    const { directory, dataDir, run } = installation();
    const refusals = [
      [join(directory, 'nothing.db'), 1, 'is not there'],
      [directory, 2, 'is a directory'],
      [join(dataDir, 'stopgate.db'), 2, 'is the database itself'],
    ] as const;
    for (const [file, code, why] of refusals) {
      const { exitCode, stderr } = await run('restore', file);
      expect([file, exitCode, stderr.includes(why)]).toEqual([file, code, true]);
    }
  });

  it('says that opt-outs would be lost, and how to go on all the same', async () => {
    const { directory, dataDir, services, run } = installation();
    const file = join(directory, 'one.db');
    await run('backup', file);
    services.store.close();
    writeFileSync(join(dataDir, 'stopgate.db'), 'not a database '.repeat(1_000));
    const refused = await run('restore', file);
    expect([refused.exitCode, refused.stderr]).toEqual([
      1,
      expect.stringContaining('--lose-later-opt-outs'),
    ]);
    const { exitCode, stdout } = await run('restore', file, '--lose-later-opt-outs');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('could not be brought over')]);
    expect((await run('suppress', 'check', person)).stdout).toContain('suppressed');
  });
});
