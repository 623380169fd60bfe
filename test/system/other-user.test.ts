import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { spawn } from 'zigpty';
import { sleep, systemClock } from '../../src/clock.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { startProgram } from './program.js';
import { until } from './until.js';

const refusing = fileURLToPath(new URL('refuse-other-user.mjs', import.meta.url));
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const owner = 65_534;

/** Only root can be told to become another user, who has to reach what was built. */
const canBe =
  process.getuid?.() === 0 &&
  spawnSync('setpriv', [`--reuid=${owner}`, '--clear-groups', 'test', '-r', refusing]).status === 0;

function ownedByAnother() {
  const directory = temporaryDirectory();
  // As /etc/stopgate: what root writes there is for the owner's group to read.
  chownSync(directory, 0, owner);
  chmodSync(directory, 0o755);
  const dataDir = join(directory, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  chownSync(dataDir, owner, owner);
  const config = join(directory, 'stopgate.toml');
  const toml = `[gateway]
data_dir = ${JSON.stringify(dataDir)}
[[modem]]
port = "/dev/no-such-port"
[http]
listen = "127.0.0.1:0"
`;
  const run = (nodeArgs: readonly string[], ...args: string[]) =>
    startProgram(['--config', config, ...args], { nodeArgs });
  const owners = () =>
    new Set(readdirSync(dataDir).map((name) => statSync(join(dataDir, name)).uid));
  return { dataDir, config, toml, run, owners };
}

describe.runIf(canBe).each([
  ['that becomes another user by itself', []],
  ['that refuses to', ['--import', refusing]],
])('as root, by a Node %s, a command', (_name, nodeArgs) => {
  it('works as the owner of the database, and answers as ever', async () => {
    const { config, toml, run, owners } = ownedByAnother();
    writeFileSync(config, toml);
    const made = await run(nodeArgs, 'suppress', 'add', '+447700900123').ended;
    expect(made).toMatchObject({ exitCode: 0, stderr: '' });
    expect(made.stdout).toContain('suppressed');
    expect(owners()).toEqual(new Set([owner]));
    const wrong = await run(nodeArgs, 'keys', 'revoke', 'nobody').ended;
    expect(wrong.exitCode).toBe(1);
    expect(wrong.stderr).toMatch(/^stopgate: there is no key "nobody"/);
  });

  it('reads and writes files that only who calls may reach', async () => {
    const { config, toml, run } = ownedByAnother();
    writeFileSync(config, toml);
    const directory = join(dirname(config), 'private');
    mkdirSync(directory, { mode: 0o700 });
    const mine = (name: string) => join(directory, name);
    writeFileSync(mine('list.csv'), 'number\n+447700900123\nxx\n');
    writeFileSync(mine('old.csv'), 'what was there');
    writeFileSync(mine('run.log'), '{"level":"info","msg":"a line of the log"}\n');
    const done = async (...args: string[]) => {
      const { exitCode, stdout, stderr } = await run(nodeArgs, ...args).ended;
      return [exitCode, stdout, stderr];
    };
    const bad = ['--bad-rows', mine('bad.csv')];
    expect(await done('suppress', 'import', mine('list.csv'), ...bad)).toEqual([
      1,
      expect.stringContaining('2 rows: 1 suppressed'),
      expect.stringContaining(`all of them are in ${mine('bad.csv')}`),
    ]);
    expect(readFileSync(mine('bad.csv'), 'utf8')).toContain('3,"xx"');
    for (const args of [[mine('new.csv')], [mine('old.csv'), '--force']]) {
      const [exitCode] = await done('suppress', 'export', ...args);
      expect(exitCode).toBe(0);
      expect(readFileSync(args[0] ?? '', 'utf8')).toMatch(/^number,scope,since,source\nhmac:/u);
    }
    expect(await done('suppress', 'export', mine('new.csv'))).toEqual([
      1,
      '',
      expect.stringContaining('is there already'),
    ]);
    await done('support', mine('report.txt'), '--log', mine('run.log'));
    expect(readFileSync(mine('report.txt'), 'utf8')).toContain('a line of the log');
    expect(await done('backup', mine('stopgate.db'))).toEqual([
      1,
      '',
      expect.stringMatching(/is out of reach .*\n.*\/var\/backups\/stopgate/u),
    ]);
  });

  it('that is piped a list takes all of it', async () => {
    const { config, toml } = ownedByAnother();
    writeFileSync(config, toml);
    const args = [...nodeArgs, main, 'suppress', 'import', '-', '--config', config];
    const { status, stdout } = spawnSync(process.execPath, args, {
      input: '+447700900123\n+447700900124\n',
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('2 rows: 2 suppressed')]);
  });

  it('that asks a question asks it once', async () => {
    const { config, toml } = ownedByAnother();
    writeFileSync(config, toml);
    const args = [...nodeArgs, main, 'erase', '+447700900123', '--config', config];
    const terminal = spawn(process.execPath, args, { cols: 200 });
    onTestFinished(() => terminal.close());
    let screen = '';
    terminal.onData((text) => {
      screen += String(text);
    });
    await terminal.waitFor('Type yes: ', { timeout: 20_000 });
    terminal.write('yes\r');
    expect(await terminal.exited).toBe(0);
    expect(screen.split('Type yes: ')).toHaveLength(2);
    expect(screen).toContain('erased +447700900123');
  });

  it('that is the daemon stops when it is told to', async () => {
    const { config, toml, run, owners } = ownedByAnother();
    writeFileSync(config, toml);
    const daemon = run(nodeArgs, 'run');
    await until('it listens', () => daemon.stdout().includes('"listening"'));
    await sleep(systemClock, 100);
    daemon.signal('SIGTERM');
    expect(await daemon.ended).toMatchObject({ exitCode: 0 });
    expect(daemon.stdout()).toContain('"stopped"');
    expect(owners()).toEqual(new Set([owner]));
  });

  it('that writes the first configuration makes a key in it', async () => {
    const { dataDir, config, run, owners } = ownedByAnother();
    const answers = ['--country', 'GB', '--brand', 'Shop', '--port', '/dev/ttyUSB7'];
    const init = run(nodeArgs, 'init', '--yes', '--data-dir', dataDir, ...answers);
    const { exitCode, stdout, stderr } = await init.ended;
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^sg_[0-9a-f]{12}_[\w-]{43}\n$/)]);
    expect(stderr).toContain(`wrote ${config}`);
    expect(owners()).toEqual(new Set([owner]));
  });

  it('that is the doctor tells each finding once', async () => {
    const { config, toml, run } = ownedByAnother();
    writeFileSync(config, toml);
    const { exitCode, stdout } = await run(nodeArgs, 'doctor').ended;
    expect(exitCode).toBe(1);
    const lines = stdout.trim().split('\n');
    expect(lines.filter((line) => line.includes('ModemManager'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('/dev/no-such-port'))).toHaveLength(1);
  });
});
