import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { CallersFiles } from '../../src/cli/callers-files.js';
import { runCli } from '../../src/cli/program.js';
import { systemClock } from '../../src/clock.js';
import { nodes } from './all-commands.js';

/** Commands that have nothing to tell a program beside what they print anyway. */
const WITHOUT_JSON: Readonly<Record<string, string>> = {
  run: 'its log is JSON',
  demo: 'it is for people',
  completion: 'it prints a script',
  man: 'it prints a page',
  support: 'it prints a text for people to read before they send it',
};

describe('--json', () => {
  it('is taken by every command that lists or tells anything', () => {
    const leaves = nodes.filter(({ path, commands }) => commands.length === 0 && path.length > 0);
    const without = leaves
      .filter(({ path }) => path.at(-1) !== 'help')
      .filter(({ options }) => !options.some(({ long }) => long === '--json'))
      .map(({ path }) => path.join(' '));
    expect(leaves.length).toBeGreaterThan(30);
    expect(without.filter((command) => WITHOUT_JSON[command] === undefined)).toEqual([]);
  });
});

/** What `stopgate doctor` prints on stdout for a port that is not there. */
async function doctorOn(isTTY: boolean, env: Record<string, string>): Promise<string> {
  const stdout = Object.assign(new PassThrough(), { isTTY });
  await runCli(['doctor', '--port', '/dev/no-such-port'], {
    clock: systemClock,
    env,
    hostName: 'test',
    stdin: Readable.from([]),
    stdout,
    stderr: new PassThrough(),
    stop: new AbortController().signal,
    tolerateLoss: () => undefined,
    onHangUp: () => undefined,
    program: [],
    actAsOwnerOf: () => {},
    files: new CallersFiles({}),
  });
  return String(stdout.read());
}

describe('colours', () => {
  it('are for terminals, and not for those who want none', async () => {
    expect(await doctorOn(true, { TERM: 'xterm' })).toContain('\x1b[31m✗\x1b[39m ');
    for (const [isTTY, env] of [
      [false, { TERM: 'xterm' }],
      [true, { TERM: 'xterm', NO_COLOR: '1' }],
      [true, { TERM: 'dumb' }],
    ] as const) {
      const printed = await doctorOn(isTTY, env);
      expect(printed).toContain('✗ ');
      expect(printed).not.toContain('\x1b');
    }
  });
});
