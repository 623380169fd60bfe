/** `suppress import` that is killed or stopped amid its work, or has others write beside it. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { openTestStore } from '../support/test-store.js';
import { type Running, startProgram } from './program.js';
import { until } from './until.js';

const rows = 20_000;
const person = '+447700900123';

interface Installation {
  readonly dataDir: string;
  start(...args: readonly string[]): Running;
  startImport(): Running;
  suppressed(): number;
}

function install(): Installation {
  const directory = temporaryDirectory();
  const config = join(directory, 'stopgate.toml');
  const dataDir = join(directory, 'data');
  const list = join(directory, 'list.csv');
  writeFileSync(
    config,
    `[gateway]\nname = "test"\ncountry = "GB"\ndata_dir = ${JSON.stringify(dataDir)}\n` +
      `[[modem]]\nname = "main"\nport = "/dev/ttyUSB0"\n`,
  );
  const numbers = Array.from(
    { length: rows },
    (_, index) => `+44771${String(index).padStart(7, '0')}`,
  );
  writeFileSync(list, `number\n${numbers.join('\n')}\n`);
  const start = (...args: readonly string[]) => startProgram([...args, '--config', config]);
  return {
    dataDir,
    start,
    startImport: () => start('suppress', 'import', list, '--json'),
    suppressed() {
      const file = join(dataDir, 'stopgate.db');
      if (!existsSync(file)) return 0;
      const db = new Database(file, { readonly: true });
      try {
        return Number(db.prepare('SELECT count(*) FROM suppressions').pluck().get());
      } catch {
        // The tables are being made at this moment.
        return 0;
      } finally {
        db.close();
      }
    },
  };
}

async function expectWhole({ start }: Installation, events: number): Promise<void> {
  const { exitCode, stdout } = await start('ledger', 'verify', '--json').ended;
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ whole: true, events });
}

describe('an import', { timeout: 120_000 }, () => {
  it('that was killed keeps what was committed, and the next one goes on without doubles', async () => {
    const installation = install();
    const first = installation.startImport();
    await until('some batches are in', () => installation.suppressed() >= 2_000);
    first.signal('SIGKILL');
    expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
    const kept = installation.suppressed();
    expect(kept % 1000).toBe(0);
    expect(kept).toBeLessThan(rows);
    await expectWhole(installation, kept);

    const { exitCode, stdout } = await installation.startImport().ended;
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ rows, added: rows - kept, alreadySuppressed: kept });
    await expectWhole(installation, rows);
  });

  it('that is interrupted says how far it came', async () => {
    const installation = install();
    const first = installation.startImport();
    await until('some batches are in', () => installation.suppressed() >= 2_000);
    first.signal('SIGINT');
    const { exitCode, stdout, stderr } = await first.ended;
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/stopped after line \d+: what was taken in so far stays/);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ finished: false, added: installation.suppressed() });
    await expectWhole(installation, result.added);
  });

  it('lets others write while it is at work', async () => {
    const installation = install();
    const running = installation.startImport();
    await until('some batches are in', () => installation.suppressed() >= 1_000);
    const { store } = openTestStore(installation.dataDir);
    let beside = 0;
    while (!running.hasEnded()) {
      const at = new Date(1_800_000_000_000 + beside).toISOString();
      store.transaction(() =>
        store.consent.append(
          { kind: 'help', number: person, scope: '*', source: 'reply', evidence: {} },
          at,
        ),
      );
      beside += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await running.ended).exitCode).toBe(0);
    expect(beside).toBeGreaterThan(2);
    await expectWhole(installation, rows + beside);
  });
});
