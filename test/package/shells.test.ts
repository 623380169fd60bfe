/** Completions and the manual page, read by the programs that they are for. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fishCompletion } from '../../src/cli/completion-fish.js';
import { zshCompletion } from '../../src/cli/completion-zsh.js';
import { manualPage } from '../../src/cli/manual.js';
import { nodes, tree, wordsAfter } from '../cli/all-commands.js';
import { runWell } from './debian-root.js';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'stopgate-shells-'));
  return () => rmSync(directory, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

const options = (words: readonly string[]) => words.filter((word) => word.startsWith('--'));

describe('fish', () => {
  it('offers every command, every option and the values of an option', () => {
    const script = file('stopgate.fish', fishCompletion(tree));
    const lines = nodes.flatMap(({ path }) =>
      ['', '--'].map((begun) => ['stopgate', ...path, begun].join(' ')),
    );
    const asked = [...lines, 'stopgate run --log-level '].map(
      (line) => `complete -C '${line}' | string split -f1 \\t; echo =`,
    );
    const env = { HOME: directory, XDG_CONFIG_HOME: directory };
    // Where it offers files there are none.
    const empty = join(directory, 'empty');
    mkdirSync(empty);
    const source = `cd ${empty}; source ${script}; ${asked.join('; ')}`;
    const printed = runWell('fish', ['--no-config', '-c', source], env);
    const answers = printed.split('=\n').map((answer) => answer.split('\n').filter(Boolean).sort());
    for (const [index, node] of nodes.entries()) {
      const commands = node.commands.map(({ path }) => path.at(-1) ?? '').sort();
      const found = answers[2 * index] ?? [];
      expect([node.path, found]).toEqual([node.path, commands]);
      expect([node.path, answers[2 * index + 1]]).toEqual([node.path, options(wordsAfter(node))]);
    }
    expect(answers.at(-2)).toEqual(['debug', 'error', 'info', 'trace', 'warn']);
  });
});

describe('zsh', () => {
  it('offers every command and every option', () => {
    const script = file('_stopgate', zshCompletion(tree));
    // What zsh's own functions are given, since there is no terminal to complete on.
    const stand = [
      'compdef() { : }',
      '_files() { : }',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: zsh's own, for the array of that name.
      '_describe() { print -l -- "${(@P)@[-1]%%:*}" }',
      `source ${script}`,
    ];
    const asked = nodes.map(
      ({ path }) =>
        `words=(${['stopgate', ...path, "''"].join(' ')}); CURRENT=$#words; _stopgate; print =`,
    );
    const printed = runWell('zsh', ['-f', '-c', [...stand, ...asked].join('\n')]);
    const answers = printed.split('=\n').map((answer) => answer.split('\n').filter(Boolean).sort());
    for (const [index, node] of nodes.entries()) {
      expect([node.path, answers[index]]).toEqual([node.path, wordsAfter(node)]);
    }
  });
});

describe('mandoc', () => {
  it('finds no fault with the manual page', () => {
    const path = file('stopgate.1', manualPage(tree, new Date('2026-01-02T00:00:00Z')));
    expect(runWell('mandoc', ['-T', 'lint', '-W', 'warning', path])).toBe('');
  });
});
