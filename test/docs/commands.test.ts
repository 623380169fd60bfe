/**
 * Every `stopgate …` that README and docs show is one that there is, with options that there are. What
 * stands whole within a sentence runs as well; shell blocks do so in shell.test.ts.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodes } from '../cli/all-commands.js';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { pages, textOf } from './shell-blocks.js';

/** What follows `stopgate` in each of `lines`. */
function callsInLines(lines: readonly string[]): readonly string[] {
  const call = /(?<=^|[(;&|] ?|sudo )stopgate ((?:"[^"]*"|[^|;&)#"])*)/g;
  return lines.flatMap((line) =>
    [...line.matchAll(call)].map(([, rest = '']) => rest.trim()).filter((rest) => rest !== ''),
  );
}

/** In code within sentences. */
function callsInSentences(page: string): readonly string[] {
  const spans = textOf(page)
    .replaceAll(/^```.*?^```/gms, '')
    .matchAll(/`([^`\n]+)`/g);
  return callsInLines([...spans].map(([, span = '']) => span));
}

/** In shell lines and in code within sentences. */
function callsIn(page: string): readonly string[] {
  const text = textOf(page).replaceAll('\\\n', ' ');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
  return [...callsInLines(blocks), ...callsInSentences(page)];
}

/** The words of a call, without the quotes around them. */
function wordsOf(call: string): readonly string[] {
  const words = call.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return words.map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
}

/** Whether it only names a command, or leaves something to be put in: `erase NUMBER`. */
function isIncomplete(call: string): boolean {
  if (/…|\||(?:^|\s)[A-Z]{2,}/.test(call)) return true;
  const node = nodes.find(({ path }) => path.join(' ') === call);
  return (
    node !== undefined &&
    (node.commands.length > 0 || node.arguments.some((argument) => argument.startsWith('<')))
  );
}

/** Not run here: why, or where they run. */
const elsewhere: Readonly<Record<string, string>> = {
  run: 'every test of a daemon',
  init: 'docs/install.md',
  doctor: 'docs/install.md',
  'doctor --port /dev/ttyUSB2': 'docs/modems.md',
  'service install': 'docs/install.md',
  'service uninstall': 'test/package/service-command.test.ts',
  'simulate --link': 'names the option',
  'simulate --link /tmp/modem': 'test/simulator/simulate-command.test.ts',
  'simulate --link /tmp/modem --dialect huawei': 'test/simulator/simulate-command.test.ts',
  'simulate --tcp 127.0.0.1:7900': 'test/simulator/simulate-command.test.ts',
  'support report.txt': 'docs/troubleshooting.md',
  'ussd "*100#"': 'test/cli/ussd.test.ts',
  'webhooks test': 'docs/troubleshooting.md',
  match: 'names the command',
  'webhooks retry': 'names the command',
  'database set-aside --yes': 'docs/troubleshooting.md',
  status: 'docs/install.md',
};

/** What is wrong with a call: a command or an option that there is none of. */
function faultOf(call: string): string | undefined {
  const words = call.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  const typed = words.filter((word) => !word.startsWith('-'));
  const alternatives = (typed[1] ?? '').split('|');
  const at = (path: readonly string[]) =>
    nodes.find((node) => node.path.join(' ') === path.join(' '));
  const node = at([typed[0] ?? '', alternatives[0] ?? '']) ?? at(typed.slice(0, 1)) ?? nodes[0];
  if (typed[0] !== undefined && node === nodes[0] && typed[0] !== 'COMMAND')
    return `no ${typed[0]}`;
  if (node?.path.length === 1 && node.commands.length > 0 && typed[1] !== undefined) {
    return `no ${typed[1]} in ${typed[0]}`;
  }
  const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.split('=')[0]);
  const known = node?.options.map(({ long }) => long) ?? [];
  const unknown = options.find((option) => option !== undefined && !known.includes(option));
  return unknown === undefined ? undefined : `no ${unknown}`;
}

describe('the documentation', () => {
  it.each(pages)('shows no command in %s that there is not', (page) => {
    const faults = callsIn(page).map((call) => [call, faultOf(call)] as const);
    expect(faults.filter(([, fault]) => fault !== undefined)).toEqual([]);
  });

  it('is read: its commands are found', () => {
    const calls = pages.flatMap(callsIn);
    expect(calls).toContain('service install');
    expect(calls).toContain('doctor --port /dev/ttyUSB2');
    expect(calls.length).toBeGreaterThan(40);
  });
});

describe('the calls within sentences', () => {
  const calls = [...new Set(pages.flatMap(callsInSentences))].filter((call) => !isIncomplete(call));

  it.each(calls.filter((call) => !(call in elsewhere)))('%s works', async (call) => {
    const directory = temporaryDirectory();
    const config = join(directory, 'stopgate.toml');
    writeFileSync(
      config,
      `[gateway]
country = "GB"
data_dir = ${JSON.stringify(join(directory, 'data'))}

[[modem]]
port = "/dev/ttyUSB2"

[[webhook]]
url = "https://app.example.org/sms"
secret = "whsec_cmVwbGFjZS10aGlzLWJ5LXlvdXItb3du"
`,
    );
    const run = (words: readonly string[]) => runCommand(['--config', config, ...words]);
    await run(['keys', 'create', '--name', 'web-shop', '--scope', 'send']);
    const { exitCode, stderr } = await run(
      wordsOf(call.replaceAll('/var/backups/stopgate', directory)),
    );
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });

  it('are found, and those that run elsewhere are still shown', () => {
    expect(calls).toContain('match "Please stop."');
    expect(Object.keys(elsewhere).filter((call) => !calls.includes(call))).toEqual([]);
  });
});

describe('the reading of it', () => {
  it.each([
    ['suppres add', 'no suppres'],
    ['suppress ad', 'no ad in suppress'],
    ['messages --colour', 'no --colour'],
    ['keys create --name x --scope send', undefined],
    ['match "stop --now"', undefined],
  ])('knows what is wrong with %j', (call, fault) => {
    expect(faultOf(call)).toBe(fault);
  });
});
