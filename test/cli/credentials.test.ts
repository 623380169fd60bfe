/** Commands whose configuration names credentials of the service, which does not run here. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const person = '+447700900123';

function install() {
  const directory = temporaryDirectory();
  const config = join(directory, 'stopgate.toml');
  writeFileSync(
    config,
    `[gateway]
country = "GB"
data_dir = ${JSON.stringify(join(directory, 'data'))}
[[modem]]
port = "/dev/no-modem-here"
pin = { credential = "no-such-pin" }
[[webhook]]
url = "https://app.example.org/sms"
secret = { credential = "no-such-secret" }
`,
  );
  const run = (...args: string[]) => runCommand([...args, '--config', config]);
  return { directory, run };
}

it('what is done while the service is stopped needs none of them', async () => {
  const { directory, run } = install();
  const backup = join(directory, 'backup.db');
  for (const args of [
    ['suppress', 'add', person],
    ['suppress', 'check', person],
    ['backup', backup],
    ['restore', backup],
    ['vacuum'],
    ['database', 'check'],
    ['webhooks', 'list'],
  ]) {
    const { exitCode, stderr } = await run(...args);
    expect([...args, exitCode, stderr]).toEqual([...args, 0, '']);
  }
  const { stdout } = await run('suppress', 'list', '--json');
  expect(JSON.parse(stdout).items).toMatchObject([{ number: person }]);
  expect((await run('support')).stdout).toContain('modem[0].pin: its credential');
});

it('what uses them says which are missing, and what hands them over', async () => {
  const { run } = install();
  for (const args of [['run'], ['check'], ['doctor'], ['ussd', '*100#'], ['webhooks', 'test']]) {
    const { exitCode, stdout, stderr } = await run(...args);
    expect([...args, exitCode, stdout]).toEqual([...args, 2, '']);
    expect(stderr).toContain('modem[0].pin: its credential "no-such-pin" cannot be read');
    expect(stderr).toContain('webhook[0].secret: its credential "no-such-secret"');
    expect(stderr).toContain('while the service runs');
  }
});
