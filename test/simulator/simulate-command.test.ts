import { describe, expect, it } from 'vitest';
import { DIALECTS, FAULTS } from '../../src/simulator/index.js';
import { runCommand } from '../support/run-command.js';

describe('stopgate simulate', () => {
  it('--list tells every dialect and every fault in a line of its own', async () => {
    const { exitCode, stdout } = await runCommand(['simulate', '--list']);
    expect(exitCode).toBe(0);
    for (const { name, summary } of [...DIALECTS, ...FAULTS]) {
      const line = stdout.split('\n').find((each) => each.startsWith(`  ${name} `));
      expect(line).toContain(summary);
    }
  });

  it('--list --json tells the same to programs', async () => {
    const { stdout } = await runCommand(['simulate', '--list', '--json']);
    const told = JSON.parse(stdout) as { dialects: unknown[]; faults: unknown[] };
    expect(told.dialects).toHaveLength(DIALECTS.length);
    expect(told.faults).toContainEqual({
      name: 'not-ready-yet',
      summary: expect.any(String),
      parameters: [
        { key: 'command', otherwise: '+CMGR', expects: 'one of +CMGR, +CMGL' },
        { key: 'count', otherwise: '2', expects: expect.stringContaining('forever') },
      ],
    });
  });

  it.each([
    [['--fault', 'sillent'], /no fault "sillent"; like it are silent/],
    [['--fault', 'silent:after=x'], /after="x" is not right; it is a duration/],
    [['--fault', 'silent', '--fault', 'nonsense'], /no fault "nonsense"/],
    [['--dialect', 'nokia'], /no dialect "nokia"; there are generic/],
  ])('exits 2 for %j, before anything is opened', async (args, message) => {
    const { exitCode, stdout, stderr } = await runCommand(['simulate', ...args]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });
});
