import { describe, expect, it } from 'vitest';
import { exitCodeMeanings } from '../../src/cli/exit-codes.js';
import { manualPage } from '../../src/cli/manual.js';
import { runCommand } from '../support/run-command.js';
import { nodes, tree } from './all-commands.js';

const page = manualPage(tree, new Date('2026-01-02T03:04:05Z'));
/** Without what is there for roff. */
const text = page.replaceAll('\\-', '-').replaceAll('\\(ga', '`').replaceAll('\\e', '\\');

describe('the manual page', () => {
  it('has every command with its arguments, every option and every example', () => {
    for (const { path, arguments: args, options, closing } of nodes) {
      if (path.length === 0 || path.at(-1) === 'help') continue;
      expect(text).toContain(`.SS ${['stopgate', ...path, ...args].join(' ')}\n`);
      for (const { long } of options) expect(text).toContain(long);
      for (const line of closing.split('\n')) expect(text).toContain(line);
    }
  });

  it('has no line that roff would take for a request of its own', () => {
    const known = /^\.(?:TH|SH|SS|TP|PP|B|BR|I|nf|fi)\b/;
    const requests = page.split('\n').filter((line) => /^[.']/.test(line));
    expect(requests.filter((line) => !known.test(line))).toEqual([]);
  });

  it('is printed by "stopgate man", of the time that a build says', async () => {
    const env = { SOURCE_DATE_EPOCH: '1700000000' };
    const { exitCode, stdout } = await runCommand(['man'], { env });
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^\.TH STOPGATE 1 "2023-11-14"/)]);
  });
});

describe('the exit codes', () => {
  it('are told by help, by themselves and in the manual', async () => {
    const help = await runCommand(['help', 'exit-codes']);
    const alone = await runCommand(['exit-codes']);
    expect([help.exitCode, alone.exitCode]).toEqual([0, 0]);
    for (const [code, meaning] of exitCodeMeanings) {
      expect(help.stdout).toContain(`  ${code}  ${meaning}`);
      expect(alone.stdout).toContain(`  ${code}  ${meaning}`);
      expect(page).toContain(`.B ${code}\n`);
    }
  });
});
