/** The benchmarks' one command, as a process of its own; what it measures is not looked at. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../support/temporary-directory.js';

const program = fileURLToPath(new URL('../../bench/run.mjs', import.meta.url));
const readme = readFileSync(new URL('../../bench/README.md', import.meta.url), 'utf8');

interface Run {
  readonly exitCode: string | number | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env } };
    execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

const explained = [...readme.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name);

it('names in its help every figure that its page explains, and no other', async () => {
  const { exitCode, stdout } = await run(['--help']);
  const [, named = ''] = /of these:\n +([^\n]+)\n/.exec(stdout) ?? [];
  expect(named.split(', ').sort()).toEqual(explained.toSorted());
  expect(explained.length).toBeGreaterThan(8);
  expect(exitCode).toBe(0);
});

it('refuses a figure that it does not know, and says which there are', async () => {
  const { exitCode, stdout, stderr } = await run(['--only', 'sped']);
  expect(stderr).toContain('--only sped: no such figure; there are throughput, ');
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
});

it('refuses an option that it does not know, and shows those that there are', async () => {
  const { exitCode, stderr } = await run(['--fast']);
  expect(stderr).toContain("'--fast'");
  expect(stderr).toContain('--quick');
  expect(exitCode).toBe(2);
});

it('refuses to measure for a file that it could not write', async () => {
  const output = join(temporaryDirectory(), 'missing', 'table.md');
  const { exitCode, stderr } = await run(['--only', 'codec', '--output', output]);
  expect(stderr).toContain(`--output ${output}: its directory is not there`);
  expect(exitCode).toBe(2);
});

it('keeps the other rows when a measurement fails, says why in its row, and exits with 1', async () => {
  const output = join(temporaryDirectory(), 'table.md');
  const args = ['--quick', '--only', 'import', '--only', 'codec', '--output', output];
  const { exitCode, stdout } = await run(args, { IMPORT_ROWS: 'many' });
  expect(stdout).toContain(
    '| import | **failed** |  | IMPORT_ROWS=many: it must be a whole number',
  );
  expect(stdout).toMatch(/^\| DELIVERs read a second \| [\d,]+ \/s \| {2}\| \d.* × node-pdu/m);
  expect(stdout).toMatch(/^- Machine: \d+ × .*load average before/m);
  expect(stdout).toMatch(/^- Versions: stopgate .*Node .*SQLite .*node-pdu \d/m);
  expect(readFileSync(output, 'utf8')).toBe(stdout);
  expect(exitCode).toBe(1);
}, 60_000);
