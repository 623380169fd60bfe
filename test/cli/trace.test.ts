/** `stopgate run --trace` and `stopgate replay`: a report of a fault becomes a modem to test on. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CallersFiles } from '../../src/cli/callers-files.js';
import { runCli } from '../../src/cli/program.js';
import { systemClock } from '../../src/clock.js';
import { openPty, SimulatedModem } from '../../src/simulator/index.js';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { until } from '../system/until.js';

const person = '+447700900123';

/** Runs a command that lasts until it is stopped. */
function start(...args: string[]) {
  const stopping = new AbortController();
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  let said = '';
  for (const stream of [stdout, stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = runCli(args, {
    clock: systemClock,
    env: {},
    hostName: 'test',
    stdin: Readable.from([]),
    stdout,
    stderr,
    stop: stopping.signal,
    tolerateLoss: () => undefined,
    onHangUp: () => undefined,
    program: [],
    actAsOwnerOf: () => {},
    files: new CallersFiles({}),
  });
  const stop = () => {
    stopping.abort();
    return ended;
  };
  onTestFinished(async () => void (await stop()));
  return { said: () => said, stop };
}

function configFile(directory: string, port: string): string {
  const config = join(directory, 'stopgate.toml');
  writeFileSync(
    config,
    `[gateway]\ncountry = "GB"\ndata_dir = ${JSON.stringify(join(directory, 'data'))}
[[modem]]\nname = "main"\nport = ${JSON.stringify(port)}\n[http]\nlisten = "127.0.0.1:0"\n`,
  );
  return config;
}

const isReady = async (config: string) => {
  const { stdout } = await runCommand(['modems', '--json', '--config', config]);
  return JSON.parse(stdout).items[0]?.state === 'ready';
};

describe('a trace', () => {
  it('of the daemon at work can be played to another daemon', async () => {
    const directory = temporaryDirectory();
    const modem = new SimulatedModem({ clock: systemClock });
    const pty = await openPty(modem);
    onTestFinished(async () => {
      await pty.close();
      modem.close();
    });
    const trace = join(directory, 'main.trace');
    const first = configFile(directory, pty.path);
    const daemon = start('run', '--trace', trace, '--config', first);
    await until('the daemon is ready', () => isReady(first));
    modem.receive({ from: person, text: 'Hello there' });
    await until('the message is read', async () => {
      const { stdout } = await runCommand(['inbox', '--json', '--config', first]);
      return JSON.parse(stdout).items.length === 1;
    });
    await until('it is deleted', () => modem.stored.length === 0);
    expect(await daemon.stop()).toBe(0);
    expect(readFileSync(trace, 'utf8')).not.toMatch(/7700900123/);

    const second = temporaryDirectory();
    const link = join(second, 'modem');
    const replay = start('replay', trace, '--link', link, '--speed', '5');
    await until('the modem is there', () => replay.said().includes(link));
    const config = configFile(second, link);
    const again = start('run', '--config', config);
    await until('the message is read again, masked', async () => {
      const { stdout } = await runCommand(['inbox', '--json', '--config', config]);
      return JSON.parse(stdout).items[0]?.text === 'xxxxx xxxxx';
    });
    expect(await again.stop()).toBe(0);
    expect(await replay.stop()).toBe(0);
    expect(replay.said()).not.toContain('not in the trace');
    expect(replay.said()).toMatch(/departures: \d+\n$/);
  });

  it('goes to a new file or nowhere', async () => {
    const directory = temporaryDirectory();
    const config = configFile(directory, '/dev/no-such-port');
    expect(await runCommand(['run', '--trace', config, '--config', config])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/is there already, and a trace is never written over/),
    });
    expect(await runCommand(['run', '--trace-plain', '--config', config])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--trace FILE'),
    });
  });

  it('that is none, is empty, or has several modems, is told so', async () => {
    const file = join(temporaryDirectory(), 'x.trace');
    for (const [content, args, exitCode, sentence] of [
      ['hello\n', [], 1, /no trace that can be played: line 1/],
      ['# stopgate trace 1 masked\n', [], 1, /empty/],
      ['1 a > AT\n2 b > AT\n', [], 2, /several, name one of a, b/],
      ['1 a > AT\n', ['--modem', 'c'], 2, /no modem "c"; it has a/],
    ] as const) {
      writeFileSync(file, content);
      expect(await runCommand(['replay', file, ...args])).toMatchObject({
        exitCode,
        stderr: expect.stringMatching(sentence),
      });
    }
  });
});
