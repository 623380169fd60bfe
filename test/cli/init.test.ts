import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CallersFiles } from '../../src/cli/callers-files.js';
import { init } from '../../src/cli/init.js';
import { systemClock } from '../../src/clock.js';
import type { Machine } from '../../src/doctor/machine.js';
import { openPty, SimulatedModem } from '../../src/simulator/index.js';
import { smallMachine } from '../doctor/small-machine.js';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** A machine with modems at these ports by id, and a port at which nothing answers. */
function machineWith(...names: readonly string[]) {
  return machineOf(Object.fromEntries(names.map((name) => [name, undefined])));
}

/** The same with the PIN that each modem's SIM asks for. */
async function machineOf(pins: Readonly<Record<string, string | undefined>>) {
  const machine = smallMachine({ 'dev/serial/by-id/silent': '' });
  for (const [name, pin] of Object.entries(pins)) {
    const modem = new SimulatedModem({ clock: systemClock, ...(pin !== undefined && { pin }) });
    const pty = await openPty(modem);
    onTestFinished(async () => {
      await pty.close();
      modem.close();
    });
    symlinkSync(pty.path, machine.at(`dev/serial/by-id/${name}`));
  }
  return machine;
}

/** `stopgate init` on this machine: with `--yes`, or by somebody who types `typed` at each question. */
async function initOn(machine: Machine, typed?: readonly (readonly [RegExp, string])[]) {
  const directory = temporaryDirectory();
  const stdout = new PassThrough();
  const stdin = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
  let printed = '';
  let seen = 0;
  stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    const unseen = printed.slice(seen);
    const answer = typed?.find(([question]) => question.test(unseen));
    if (answer === undefined || !unseen.endsWith(': ')) return;
    seen = printed.length;
    stdin.write(`${answer[1]}\n`);
  });
  const config = join(directory, 'stopgate.toml');
  const context = {
    clock: systemClock,
    env: { LANG: 'de_AT.UTF-8' },
    hostName: 'shop',
    stdin,
    stdout,
    stderr: new PassThrough(),
    stop: new AbortController().signal,
    tolerateLoss: () => undefined,
    onHangUp: () => undefined,
    program: [],
    actAsOwnerOf: () => {},
    files: new CallersFiles({}),
  };
  const dataDir = join(directory, 'data');
  await init(context, { config, dataDir, keyName: 'first', yes: typed === undefined }, machine);
  return { config, printed };
}

function files() {
  const directory = temporaryDirectory();
  const config = join(directory, 'etc/stopgate.toml');
  return { config, args: ['init', '--config', config, '--data-dir', join(directory, 'data')] };
}

describe('stopgate init --yes', () => {
  it('writes a file that is in order, for its owner alone, and prints a key that works', async () => {
    const { config, args } = files();
    const port = ['--port', '/dev/ttyUSB2', '--country', 'fr', '--languages', 'fr,en'];
    const result = await runCommand([...args, '--yes', ...port, '--brand', 'Le Coin']);
    expect(result).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^sg_[0-9a-f]{12}_[\w-]{43}\n$/),
      stderr: expect.stringContaining('stopgate doctor'),
    });
    expect(statSync(config).mode & 0o777).toBe(0o600);
    expect((await runCommand(['check', '--config', config])).exitCode).toBe(0);
    const keys = await runCommand(['keys', 'list', '--config', config]);
    expect(keys.stdout).toMatch(/ first +send,read /);
  });

  it('never writes over a file', async () => {
    const { config, args } = files();
    const once = [...args, '--yes', '--port', '/dev/ttyUSB2'];
    await runCommand(once);
    writeFileSync(config, '# mine\n');
    const again = await runCommand(once);
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('already')]);
    expect(readFileSync(config, 'utf8')).toBe('# mine\n');
  });

  it('makes no second key of a name, and says so', async () => {
    const first = files();
    await runCommand([...first.args, '--yes', '--port', '/dev/ttyUSB2']);
    const second = [...first.args, '--yes', '--port', '/dev/ttyUSB2'].map((arg) =>
      arg === first.config ? `${first.config}.2` : arg,
    );
    const { exitCode, stdout, stderr } = await runCommand(second);
    expect([exitCode, stdout, stderr]).toEqual([0, '', expect.stringContaining('none was made')]);
  });

  it.each([
    [['--country', 'Britain'], 'gateway.country'],
    [['--languages', 'en,klingon'], 'optout.languages[1]'],
    [['--port', 'ttyUSB2'], 'modem[0].port'],
    [['--listen', 'everywhere'], 'http.listen'],
  ])('refuses %j, and writes nothing', async (option, key) => {
    const { config, args } = files();
    const usual = ['--yes', '--port', '/dev/ttyUSB2'];
    const { exitCode, stderr } = await runCommand([...args, ...usual, ...option]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`stopgate: ${key}: `)]);
    expect(existsSync(config)).toBe(false);
  });

  it('tells programs all of it as JSON', async () => {
    const { config, args } = files();
    const { stdout } = await runCommand([...args, '--json', '--port', '/dev/ttyUSB2']);
    expect(JSON.parse(stdout)).toEqual({
      file: config,
      port: '/dev/ttyUSB2',
      key: expect.stringMatching(/^sg_/),
    });
  });

  it('takes the one modem that answers, and country and language as this user has them', async () => {
    const machine = await machineWith('modem1');
    const { config, printed } = await initOn(machine);
    expect(printed).toMatch(/^sg_\S+\n$/);
    const text = readFileSync(config, 'utf8');
    expect(text).toContain(`\nport = "${machine.at('dev/serial/by-id/modem1')}"\n`);
    expect(text).toContain('\ncountry = "AT"\n');
    expect(text).toContain('\nlanguages = ["de"]\n');
    expect(text).toContain('\nbrand = "shop"\n');
  });

  it('takes the first of several ports that one modem answers at', async () => {
    const device = 'usb-HUAWEI_Mobile';
    const { config } = await initOn(
      await machineWith(`${device}-if00-port0`, `${device}-if02-port0`),
    );
    expect(readFileSync(config, 'utf8')).toMatch(/^port = ".*usb-HUAWEI_Mobile-if00-port0"$/m);
  });

  it('guesses neither among several modems nor without one', async () => {
    await expect(initOn(await machineWith('modem1', 'modem2'))).rejects.toThrow(
      /modem1, .*modem2: name one/,
    );
    await expect(initOn(await machineWith())).rejects.toThrow('no modem answers');
  });
});

describe('stopgate init', () => {
  it('asks nobody where there is no terminal, and says what to do', async () => {
    const { config, args } = files();
    const { exitCode, stderr } = await runCommand(args);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--yes')]);
    expect(existsSync(config)).toBe(false);
  });

  it('shows what is at each port, and asks for the PIN where the SIM does', async () => {
    const machine = await machineOf({ modem1: '1234' });
    const { config, printed } = await initOn(machine, [
      [/two letters|name to recipients|with commas|reach the API/, ''],
      [/The modem's port/, '1'],
      [/The PIN/, '1234'],
    ]);
    expect(printed).toMatch(/1\. \S+\/modem1: \S+/);
    expect(printed).toMatch(/2\. \S+\/silent: nothing answers/);
    const text = readFileSync(config, 'utf8');
    expect(text).toContain(`\nport = "${machine.at('dev/serial/by-id/modem1')}"\n`);
    expect(text).toContain('\npin = "1234"\n');
    expect(printed).toMatch(/shown this once:\n\n {2}sg_\S+\n/);
  });
});
