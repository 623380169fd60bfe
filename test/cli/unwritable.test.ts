/** What the built program does when its output cannot be written: /dev/full takes nothing. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sleep, systemClock } from '../../src/clock.js';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { until } from '../system/until.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

function install() {
  const directory = temporaryDirectory();
  const config = join(directory, 'stopgate.toml');
  const socket = join(directory, 'api.sock');
  writeFileSync(
    config,
    `[gateway]\ncountry = "GB"\ndata_dir = ${JSON.stringify(join(directory, 'data'))}\n` +
      `[[modem]]\nport = "/dev/no-modem-here"\n[http]\nlisten = "unix:${socket}"\n`,
  );
  return { directory, config, socket };
}

/** The exit code and what is told, where nothing can be printed. */
function runOnFull(config: string, ...args: string[]) {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [main, ...args, '--config', config], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  return { exitCode: status, stderr };
}

describe('output that cannot be written', () => {
  it.each([
    ['keys', 'create', '--name', 'shop', '--scope', 'send'],
    ['check'],
    ['support'],
    ['--help'],
  ])('is a failure of %s', (...args) => {
    const { config } = install();
    expect(runOnFull(config, ...args)).toEqual({
      exitCode: 1,
      stderr: expect.stringMatching(/^stopgate: the output cannot be written: ENOSPC.*\n$/),
    });
  });

  it('is a failure of a long list, told at once', async () => {
    const { config, directory } = install();
    const list = join(directory, 'list.csv');
    const numbers = Array.from({ length: 3_000 }, (_, index) => `+4477009${10_000 + index}`);
    writeFileSync(list, `number\n${numbers.join('\n')}\n`);
    expect((await runCommand(['suppress', 'import', list, '--config', config])).exitCode).toBe(0);
    expect(runOnFull(config, 'suppress', 'export')).toEqual({
      exitCode: 1,
      stderr: expect.stringMatching(/^stopgate: cannot write the list: ENOSPC.*\n$/),
    });
  }, 30_000);

  it('stops no daemon, whose log it is', async () => {
    const { config, socket } = install();
    const full = openSync('/dev/full', 'w');
    const daemon = spawn(process.execPath, [main, 'run', '--config', config], {
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    const ended = once(daemon, 'close');
    await until('it listens', () => existsSync(socket));
    await sleep(systemClock, 1_000);
    expect(daemon.exitCode).toBeNull();
    daemon.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }, 30_000);
});

describe('a file that a command would write', () => {
  it('takes the place of nothing that belongs to the database', async () => {
    const { config, directory } = install();
    const data = join(directory, 'data');
    const database = join(data, 'stopgate.db');
    const list = join(directory, 'list.csv');
    const run = (...args: string[]) => runCommand([...args, '--config', config]);
    await run('suppress', 'add', '+447700900123');
    writeFileSync(list, 'number\nxx\n');
    writeFileSync(join(data, 'stopgate.lock'), 'locked');
    const before = readFileSync(database);
    for (const name of ['stopgate.db', 'stopgate.db-wal', 'stopgate.lock']) {
      for (const args of [
        ['suppress', 'export', join(data, name), '--force'],
        ['backup', join(data, name), '--force'],
      ]) {
        const { exitCode, stderr } = await run(...args);
        expect([...args, exitCode]).toEqual([...args, 2]);
        expect(stderr).toContain('belongs to the database itself');
      }
    }
    for (const [file, code, why] of [
      [database, 2, 'belongs to the database itself'],
      [list, 1, 'is there already'],
    ] as const) {
      const { exitCode, stderr } = await run('suppress', 'import', list, '--bad-rows', file);
      expect([file, exitCode, stderr.includes(why)]).toEqual([file, code, true]);
    }
    expect(readFileSync(database).equals(before)).toBe(true);
    expect(readFileSync(join(data, 'stopgate.lock'), 'utf8')).toBe('locked');
    expect(readFileSync(list, 'utf8')).toBe('number\nxx\n');
  });

  it('takes the place of no device and no pipe', async () => {
    const { config, directory } = install();
    const pipe = join(directory, 'pipe');
    spawnSync('mkfifo', [pipe]);
    for (const args of [
      ['suppress', 'export', pipe, '--force'],
      ['backup', pipe, '--force'],
    ]) {
      expect(await runCommand([...args, '--config', config])).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('is no ordinary file'),
      });
    }
  });
});
