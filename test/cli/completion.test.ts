import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bashCompletion } from '../../src/cli/completion-bash.js';
import { runCommand } from '../support/run-command.js';
import { nodes, tree, wordsAfter } from './all-commands.js';

/** What bash offers where `words` are typed and the last is being typed. */
function offered(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const asked = lines.map(
    (words) =>
      `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _stopgate; echo "\${COMPREPLY[*]}"`,
  );
  const input = [bashCompletion(tree), 'cd /usr', ...asked].join('\n');
  const { stdout, stderr, status } = spawnSync('bash', ['--norc'], { input, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').map((line) => line.split(' ').filter((word) => word !== ''));
}

describe('completion in bash', () => {
  it('offers every command and every option of each, and nothing else', () => {
    const places = nodes.filter((node) => !node.arguments.some((name) => /file/.test(name)));
    const lines = offered(places.map(({ path }) => ['stopgate', ...path, '']));
    for (const [index, node] of places.entries()) {
      const found = [...(lines[index] ?? [])].sort();
      expect([node.path, found]).toEqual([node.path, wordsAfter(node)]);
    }
  });

  it('offers the values of an option where they are few, files where it wants one', () => {
    const [levels, files, free, argument] = offered([
      ['stopgate', 'run', '--log-level', ''],
      ['stopgate', 'inbox', '--config', 'sh'],
      ['stopgate', 'send', '--campaign', ''],
      ['stopgate', 'suppress', 'import', 'sh'],
    ]);
    expect(levels).toEqual(['trace', 'debug', 'info', 'warn', 'error']);
    expect([files, free, argument]).toEqual([['share'], [], ['share']]);
  });

  it('goes on where options stand before and among the words', () => {
    const [after, begun] = offered([
      ['stopgate', '--config', 'x', 'keys', 'cr'],
      ['stopgate', 'messages', '--json', '--st'],
    ]);
    expect([after, begun]).toEqual([['create'], ['--status']]);
  });
});

describe('stopgate completion', () => {
  it.each(['bash', 'zsh', 'fish'])(
    'prints it for %s, with every command and option',
    async (shell) => {
      const { exitCode, stdout } = await runCommand(['completion', shell]);
      expect(exitCode).toBe(0);
      for (const word of nodes.flatMap(wordsAfter))
        expect(stdout).toContain(word.replace(/^--?/, ''));
    },
  );

  it('names the shells that there are', async () => {
    const { exitCode, stderr } = await runCommand(['completion', 'tcsh']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('bash, zsh, fish')]);
  });
});
