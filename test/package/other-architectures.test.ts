/** Packages for machines of other architectures, with better-sqlite3 compiled for them here. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCompiledFile } from '../../packaging/addon.js';
import { ARCHITECTURES } from '../../packaging/architecture.js';
import { run, runWell } from './debian-root.js';

const program = fileURLToPath(new URL('../../build/packaging/package.js', import.meta.url));
const others = ARCHITECTURES.filter(({ node }) => node !== process.arch);
const out = mkdtempSync(join(tmpdir(), 'stopgate-others-'));
afterAll(() => rmSync(out, { recursive: true }));

/** What node-gyp needs of the environment: the compilers, a home, and npm, which it is a part of. */
const { PATH, HOME, npm_execpath } = process.env;

async function make(architecture: string): Promise<{ exitCode: number; output: string }> {
  const child = spawn(process.execPath, [program, '--arch', architecture, '--out', out], {
    env: { PATH, HOME, npm_execpath },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, output };
}

const fileOf = (architecture: string) =>
  runWell('find', [out, '-name', `stopgate_*_${architecture}.deb`]).trim();

beforeAll(async () => {
  const made = await Promise.all(others.map(({ name }) => make(name)));
  expect(made.filter(({ exitCode }) => exitCode !== 0)).toEqual([]);
}, 600_000);

describe.each(others)('the package for $name', ({ name, elfMachine, elfBits, prebuilt }) => {
  it('says what it is for, and needs what this machine’s needs', () => {
    const field = (key: string) => runWell('dpkg-deb', ['--field', fileOf(name), key]).trim();
    expect(field('Architecture')).toBe(name);
    expect(field('Depends')).toMatch(
      /nodejs \(>= \d+.*libc6 \(>= 2\.\d+\), libstdc\+\+6 \(>= \d+\)/,
    );
  });

  it('has compiled parts of that architecture alone, which name no directory of this machine', () => {
    const tree = join(out, name);
    runWell('dpkg-deb', ['--extract', fileOf(name), tree]);
    const addons = runWell('find', [tree, '-name', '*.node']).trim().split('\n');
    expect(addons).toHaveLength(prebuilt.length + 1);
    for (const addon of addons)
      expect(readCompiledFile(addon)).toMatchObject({ elfMachine, elfBits });
    const sqlite = addons.find((path) => path.endsWith('better_sqlite3.node')) ?? '';
    expect(readFileSync(sqlite, 'latin1')).not.toContain('stopgate-package-');
  });
});

it('is refused where there is no compiler for it, with its name', () => {
  const [{ name, triplet } = { name: '', triplet: '' }] = others;
  const { exitCode, output } = run(process.execPath, [program, '--arch', name], {
    PATH: '/nowhere',
  });
  expect(exitCode).toBe(1);
  expect(output).toMatch(/^package: --arch: better-sqlite3 is compiled for this machine here/);
  expect(output).toContain(`sudo apt install g++-${triplet.replace('_', '-')}`);
});
