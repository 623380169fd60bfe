/** `stopgate init` as a person meets it: the built program on a real terminal. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { spawn } from 'zigpty';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { startProgram } from './program.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

function sitDown() {
  const directory = temporaryDirectory();
  const config = join(directory, 'stopgate.toml');
  // Named here, since it would ask at the ports of whoever runs the tests.
  const given = ['--port', '/dev/ttyUSB7', '--data-dir', join(directory, 'data')];
  const args = [main, 'init', '--config', config, ...given];
  let screen = '';
  const terminal = spawn(process.execPath, args, {
    cols: 200,
    env: { PATH: process.env.PATH ?? '', TERM: 'dumb', LANG: 'en_GB.UTF-8' },
  });
  onTestFinished(() => terminal.close());
  terminal.onData((data) => {
    screen += String(data);
  });
  const hasExited = terminal.exited;
  return {
    config,
    hasExited,
    screen: () => screen,
    /** Types a line when the question is there that begins with `question`, once more. */
    async answer(question: string, line: string) {
      const before = screen.split(question).length;
      if (before === 1) await terminal.waitFor(question, { timeout: 20_000 });
      terminal.write(`${line}\r`);
    },
    interrupt: () => terminal.write('\x03'),
    waitFor: (text: string) => terminal.waitFor(text, { timeout: 20_000 }),
  };
}

it('asks what it needs, again where an answer cannot be used, and ends with the key', async () => {
  const person = sitDown();
  await person.answer('two letters [GB]', 'Britain');
  await person.waitFor('a country of two capital letters');
  await person.answer('two letters [GB]', 'ie');
  await person.answer('your name to recipients', 'Corner Shop');
  await person.answer('with commas [en]', 'EN, fr');
  await person.answer('reach the API', '');
  expect(await person.hasExited).toBe(0);
  const [key = ''] = /sg_[0-9a-f]{12}_[\w-]{43}/.exec(person.screen()) ?? [];
  expect(key).not.toBe('');
  expect(person.screen()).toContain('stopgate doctor');

  const text = readFileSync(person.config, 'utf8');
  for (const line of [
    'country = "IE"',
    'brand = "Corner Shop"',
    'languages = ["en", "fr"]',
    'port = "/dev/ttyUSB7"',
    'listen = "127.0.0.1:7867"',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  const check = await startProgram(['check', '--config', person.config]).ended;
  expect([check.exitCode, check.stderr]).toEqual([0, '']);
});

it('writes nothing when the person leaves in the middle', async () => {
  const person = sitDown();
  await person.answer('two letters [GB]', '');
  await person.waitFor('your name to recipients');
  person.interrupt();
  expect(await person.hasExited).toBe(1);
  expect(person.screen()).toContain('nothing was written');
  expect(existsSync(person.config)).toBe(false);
});
