/** `npm run package` itself: the same again, and refusals where it would make a wrong one. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { builtPackage, run, runWell } from './debian-root.js';

const program = fileURLToPath(new URL('../../build/packaging/package.js', import.meta.url));
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const sqliteAddon = `${modules}better-sqlite3/build/Release/better_sqlite3.node`;
const foreign = process.arch === 'arm64' ? 'amd64' : 'arm64';

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'stopgate-making-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

function make(args: readonly string[], env = {}) {
  return run(process.execPath, [program, ...args], env);
}

/** `file` as if it were compiled for another architecture. */
function disguised(file: string, elfMachine: number): string {
  const content = readFileSync(file);
  content.writeUInt16LE(elfMachine, 18);
  const path = join(directory(), basename(file));
  writeFileSync(path, content);
  return path;
}

describe('making it again', () => {
  it('makes the same file, octet for octet', () => {
    const out = directory();
    expect(make(['--out', out]).exitCode).toBe(0);
    const again = readFileSync(join(out, basename(builtPackage())));
    expect(again.equals(readFileSync(builtPackage()))).toBe(true);
  });

  it('takes nothing from dist that has no source any more', () => {
    const stale = fileURLToPath(new URL('../../dist/stale.js', import.meta.url));
    onTestFinished(() => rmSync(stale));
    writeFileSync(stale, '');
    const out = directory();
    make(['--out', out]);
    const list = runWell('dpkg-deb', ['--contents', join(out, basename(builtPackage()))]);
    expect(list).toContain('/dist/gateway.js\n');
    expect(list).not.toContain('/dist/stale.js\n');
  });

  it('gives everything the time that SOURCE_DATE_EPOCH says', () => {
    const out = directory();
    expect(make(['--out', out], { SOURCE_DATE_EPOCH: '1700000000', TZ: 'UTC' }).exitCode).toBe(0);
    const args = ['--contents', join(out, basename(builtPackage()))];
    const lines = runWell('dpkg-deb', args, { TZ: 'UTC' }).trim().split('\n');
    expect(lines.filter((line) => !line.includes(' 2023-11-14 22:13 '))).toEqual([]);
  });
});

describe('what is compiled for SQLite', () => {
  it('is refused with what makes it end its process', () => {
    const addon = join(directory(), 'better_sqlite3.node');
    const symbol = Buffer.from('_ZN4node28RemoveEnvironmentCleanupHookEPN2v87IsolateEPFvPvES3_');
    writeFileSync(addon, Buffer.concat([readFileSync(sqliteAddon), symbol]));
    expect(make(['--sqlite-addon', addon])).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('make the package with Node 20 or 22'),
    });
  });
});

describe('another architecture', () => {
  it('is refused with parts of this one', () => {
    const { exitCode, output } = make(['--arch', foreign, '--sqlite-addon', sqliteAddon]);
    expect([exitCode, output]).toEqual([1, expect.stringContaining('for another architecture')]);
  });

  it.runIf(process.arch === 'x64')('is made with its parts, and has none of this one', () => {
    const out = directory();
    const args = ['--sqlite-addon', disguised(sqliteAddon, 0xb7), '--out', out];
    expect(make(['--arch', 'arm64', ...args]).output).toMatch(/_arm64\.deb\n$/);
    const path = join(out, basename(builtPackage()).replace('amd64', 'arm64'));
    expect(runWell('dpkg-deb', ['--field', path, 'Architecture'])).toBe('arm64\n');
    const addons = runWell('dpkg-deb', ['--contents', path])
      .split('\n')
      .filter((line) => line.endsWith('.node'));
    expect(addons.filter((line) => !/arm64|better_sqlite3/.test(line))).toEqual([]);
    expect(addons).toHaveLength(3);
  });

  it('must be one that there are packages for', () => {
    const { exitCode, output } = make(['--arch', 'sparc']);
    expect([exitCode, output]).toEqual([1, expect.stringContaining('amd64, arm64, armhf')]);
  });
});

describe('a Node in the package', () => {
  /** An archive of nodejs.org, as much of one as is looked at. */
  function nodeArchive(version: string, license = true): string {
    const home = directory();
    mkdirSync(join(home, 'bin'));
    const node = join(home, 'bin/node');
    const told = Buffer.from(`https://nodejs.org/download/release/node-v${version}-headers.tar.gz`);
    writeFileSync(node, Buffer.concat([readFileSync(sqliteAddon), told]));
    if (license) writeFileSync(join(home, 'LICENSE'), 'Node.js is licensed for use as follows:\n');
    return node;
  }

  it('runs the program, and takes the place of the dependency', () => {
    const out = directory();
    const node = nodeArchive(process.versions.node);
    expect(make(['--bundle-node', node, '--out', out]).exitCode).toBe(0);
    const path = join(out, basename(builtPackage()));
    expect(runWell('dpkg-deb', ['--field', path, 'Depends'])).not.toContain('nodejs');
    const tree = directory();
    runWell('dpkg-deb', ['--extract', path, tree]);
    const main = readFileSync(join(tree, 'usr/lib/stopgate/dist/main.js'), 'utf8');
    expect(main).toMatch(/^#!\/usr\/lib\/stopgate\/bin\/node\n/);
    const copyright = readFileSync(join(tree, 'usr/share/doc/stopgate/copyright'), 'utf8');
    expect(copyright).toContain('Node.js is licensed for use as follows:');
  });

  it('is refused where the compiled parts are for another, or without its licence', () => {
    expect(make(['--bundle-node', nodeArchive('18.1.0')])).toMatchObject({
      exitCode: 1,
      output: expect.stringMatching(/better-sqlite3 is compiled for Node \d+, another than/),
    });
    expect(make(['--bundle-node', nodeArchive(process.versions.node, false)])).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('without its licence'),
    });
    const copy = join(directory(), 'node');
    copyFileSync(sqliteAddon, copy);
    expect(make(['--bundle-node', copy]).output).toContain('not a Node as nodejs.org builds it');
  });
});
