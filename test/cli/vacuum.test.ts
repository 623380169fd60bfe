import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { lockInstance } from '../../src/store/instance-lock.js';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** A database from which much was deleted. */
function installation() {
  const directory = temporaryDirectory();
  const dataDir = join(directory, 'data');
  const config = join(directory, 'stopgate.toml');
  mkdirSync(dataDir);
  writeFileSync(
    config,
    `[gateway]\ncountry = "GB"\ndata_dir = ${JSON.stringify(dataDir)}\n[[modem]]\nport = "/dev/main"\n`,
  );
  const db = openDatabase(dataDir);
  const insert = db.prepare(`INSERT INTO gateway (key, value) VALUES (?, ?)`);
  db.transaction(() => {
    for (let row = 0; row < 1_000; row += 1) insert.run(`filler ${row}`, 'pangolin'.repeat(500));
  })();
  db.exec(`DELETE FROM gateway WHERE key <> 'filler 999'`);
  db.close();
  const file = join(dataDir, 'stopgate.db');
  const run = (...args: readonly string[]) => runCommand([...args, '--config', config]);
  return { dataDir, file, run };
}

it('makes the file as small as it can be, and says what it gained', async () => {
  const { file, run } = installation();
  const before = statSync(file).size;
  const { exitCode, stdout, stderr } = await run('vacuum');
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^the database takes 0\.\d MB: [34]\.?\d* MB gained\n$/);
  expect(statSync(file).size).toBeLessThan(before / 4);
  const db = new Database(file);
  expect(db.prepare(`SELECT key FROM gateway WHERE key LIKE 'filler%'`).pluck().all()).toEqual([
    'filler 999',
  ]);
  db.close();
});

it('tells programs the sizes in octets', async () => {
  const { run, file } = installation();
  await run('vacuum');
  const { stdout } = await run('vacuum', '--json');
  const { bytesAfter } = JSON.parse(stdout);
  expect(bytesAfter).toBe(statSync(file).size);
});

it('does nothing while a daemon works, which could not write meanwhile', async () => {
  const { dataDir, file, run } = installation();
  const before = readFileSync(file);
  const unlock = lockInstance(dataDir);
  const { exitCode, stderr } = await run('vacuum');
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining('stop it first')]);
  unlock();
  expect(readFileSync(file).length).toBe(before.length);
});

it('does nothing while another command is writing, and says so', async () => {
  const { file, run } = installation();
  await run('suppress', 'list');
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const { exitCode, stderr } = await run('vacuum');
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining('could not be written anew')]);
  other.exec('ROLLBACK');
  other.close();
});
