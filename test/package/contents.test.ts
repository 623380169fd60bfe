/** What lies in the package: files, modes, owners, compiled parts, licences, and that it works from there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCompiledFile } from '../../packaging/addon.js';
import { builtPackage, run, runWell } from './debian-root.js';

const HOME = 'usr/lib/stopgate';
let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'stopgate-contents-'));
  runWell('dpkg-deb', ['--extract', builtPackage(), root]);
});
afterAll(() => rmSync(root, { recursive: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesUnder = (path: string) =>
  readdirSync(join(root, path), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(root, path, name),
  );
const manifest = () => JSON.parse(read(`${HOME}/package.json`)) as { version: string };

describe('the package', () => {
  it('belongs to root, and only programs may be run', () => {
    const lines = runWell('dpkg-deb', ['--contents', builtPackage()]).trim().split('\n');
    const kinds = new Map<string, string[]>();
    for (const line of lines) {
      const [mode = '', owner = '', , , , path = ''] = line.split(/\s+/);
      const kind = `${mode} ${owner}`;
      kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
    }
    expect([...kinds.keys()].sort()).toEqual([
      '-rw-r--r-- root/root',
      '-rwxr-xr-x root/root',
      'drwxr-xr-x root/root',
      'lrwxrwxrwx root/root',
    ]);
    expect(kinds.get('lrwxrwxrwx root/root')).toEqual(['./usr/bin/stopgate']);
    expect(kinds.get('-rwxr-xr-x root/root')).toEqual(['./usr/lib/stopgate/dist/main.js']);
  });

  it('puts its files where Debian wants them', () => {
    for (const path of [
      'usr/lib/systemd/system/stopgate.service',
      'usr/lib/sysusers.d/stopgate.conf',
      'usr/lib/tmpfiles.d/stopgate.conf',
      'usr/lib/udev/rules.d/60-stopgate-modem.rules',
      'usr/share/bash-completion/completions/stopgate',
      'usr/share/zsh/vendor-completions/_stopgate',
      'usr/share/fish/vendor_completions.d/stopgate.fish',
      'usr/share/man/man1/stopgate.1.gz',
      'usr/share/doc/stopgate/changelog.gz',
      'usr/share/doc/stopgate/copyright',
      'usr/share/doc/stopgate/examples/stopgate.example.toml',
    ]) {
      expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    }
    expect(readdirSync(root)).toEqual(['usr']);
  });

  it('holds nothing compiled for another machine or another C library', () => {
    const own = readCompiledFile(process.execPath);
    const compiled = filesUnder(HOME).filter((path) => /\.(?:node|so|dll|dylib)$/.test(path));
    expect(compiled.length).toBeGreaterThanOrEqual(2);
    for (const path of compiled) {
      const { elfMachine, elfBits } = readCompiledFile(path) ?? {};
      expect([path, elfMachine, elfBits]).toEqual([path, own?.elfMachine, own?.elfBits]);
      expect(path).not.toContain('musl');
    }
  });

  it('asks for the Node that its compiled parts were made for', () => {
    const depends = runWell('dpkg-deb', ['--field', builtPackage(), 'Depends']);
    const major = Number(process.versions.node.split('.')[0]);
    expect(depends).toContain(`nodejs (>= ${major}`);
    expect(depends).toContain(`nodejs (<< ${major + 1}~)`);
  });

  it('names a licence, in full, for every npm package in it', () => {
    const copyright = read('usr/share/doc/stopgate/copyright');
    const modules = filesUnder(`${HOME}/node_modules`)
      .filter((path) => /node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/.test(path))
      .map((path) => path.slice(root.length + 1, -'/package.json'.length));
    expect(modules.length).toBeGreaterThan(40);
    for (const path of modules) {
      const paragraph = copyright.split('\n\n').find((each) => each.startsWith(`Files: ${path}/*`));
      expect([path, (paragraph ?? '').length > 500]).toEqual([path, true]);
    }
  });

  it('has the checksums of all its files', () => {
    const sums = mkdtempSync(join(tmpdir(), 'stopgate-sums-'));
    try {
      runWell('dpkg-deb', ['--control', builtPackage(), sums]);
      runWell('sh', ['-c', `cd '${root}' && md5sum --check --quiet '${sums}/md5sums'`]);
    } finally {
      rmSync(sums, { recursive: true });
    }
  });
});

describe('the installed program', () => {
  const installed = (...args: readonly string[]) => run(join(root, 'usr/bin/stopgate'), args);

  it('answers with its version', () => {
    expect(installed('--version')).toEqual({ exitCode: 0, output: `${manifest().version}\n` });
  });

  it('is run by the Node of Debian, whichever others are in PATH', () => {
    expect(read(`${HOME}/dist/main.js`)).toMatch(/^#!\/usr\/bin\/node\n/);
  });

  it('plays the demo’s scene', () => {
    const { exitCode, output } = installed('demo');
    expect([exitCode, output]).toEqual([0, expect.stringContaining('403 recipient_suppressed')]);
  });

  it.runIf(process.arch !== 'arm')('opens pseudo-terminals and serial ports', async () => {
    const link = join(root, 'modem');
    const simulator = spawn(join(root, 'usr/bin/stopgate'), ['simulate', '--link', link]);
    const hasEnded = once(simulator, 'close');
    try {
      await once(simulator.stdout, 'data');
      const { exitCode, output } = installed('doctor', '--port', link);
      expect([exitCode, output]).toEqual([0, expect.stringContaining('the modem answers at')]);
    } finally {
      simulator.kill();
      await hasEnded;
    }
  });

  it('lacks nothing that any of its modules loads', () => {
    const modules = filesUnder(`${HOME}/dist`).filter((path) => /(?<!\/main)\.js$/.test(path));
    expect(modules.length).toBeGreaterThan(200);
    const program = modules.map((path) => `await import(${JSON.stringify(path)});`).join('\n');
    expect(run(process.execPath, ['--input-type=module', '--eval', program])).toEqual({
      exitCode: 0,
      output: '',
    });
  });
});
