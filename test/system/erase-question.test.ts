/** What `stopgate erase` asks on a terminal. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { spawn } from 'zigpty';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { person } from './rig.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

describe('the question whether to erase', () => {
  it.each([
    ['Ctrl-C', '\x03', 1],
    ['no', 'no\r', 1],
    ['yes', 'yes\r', 0],
  ])('is answered by %s', async (_what, typed, exitCode) => {
    const config = join(temporaryDirectory(), 'stopgate.toml');
    const data = join(temporaryDirectory(), 'data');
    writeFileSync(
      config,
      `[gateway]\ncountry = "GB"\ndata_dir = ${JSON.stringify(data)}\n[[modem]]\nport = "/dev/null"\n`,
    );
    const terminal = spawn(process.execPath, [main, 'erase', person, '--config', config], {
      cols: 200,
      env: { PATH: process.env.PATH ?? '', TERM: 'dumb' },
    });
    onTestFinished(() => terminal.close());
    let screen = '';
    terminal.onData((text) => {
      screen += String(text);
    });
    await terminal.waitFor('Type yes: ', { timeout: 20_000 });
    terminal.write(typed);
    expect(await terminal.exited).toBe(exitCode);
    expect(screen).toContain(exitCode === 0 ? `erased ${person}` : 'nothing was erased');
    expect(screen).not.toContain('aborted');
  });
});
