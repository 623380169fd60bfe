import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryDirectory } from '../support/temporary-directory.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** For root no file is read-only, so its right to pass over modes is taken away. */
const bound =
  process.getuid?.() === 0
    ? ['setpriv', '--bounding-set=-dac_override', '--inh-caps=-dac_override']
    : [];

it('a data directory that may not be written is named at the start, with who should write it', () => {
  const directory = temporaryDirectory();
  const dataDir = join(directory, 'data');
  const config = join(directory, 'stopgate.toml');
  writeFileSync(
    config,
    `[gateway]\ndata_dir = ${JSON.stringify(dataDir)}\n[[modem]]\nport = "/dev/null"\n`,
  );
  const run = (...args: string[]) => {
    const [command = '', ...rest] = [...bound, process.execPath, main, '--config', config, ...args];
    return spawnSync(command, rest, { encoding: 'utf8', timeout: 60_000 });
  };
  mkdirSync(dataDir, { mode: 0o500 });
  onTestFinished(() => chmodSync(dataDir, 0o700));
  const absent = run('run');
  expect(absent.status).toBe(1);
  expect(absent.stderr).toContain(
    `the database ${dataDir}/stopgate.db cannot be opened or written`,
  );
  expect(absent.stderr).toContain('run as the user "stopgate"');

  chmodSync(dataDir, 0o700);
  expect(run('suppress', 'add', '+447700900123').status).toBe(0);
  chmodSync(join(dataDir, 'stopgate.db'), 0o400);
  chmodSync(dataDir, 0o500);
  const readOnly = run('run');
  expect(readOnly.status).toBe(1);
  expect(readOnly.stderr).toContain(
    `the database ${dataDir}/stopgate.db cannot be opened or written`,
  );
});
