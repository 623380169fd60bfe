/**
 * A Debian root in a directory of its own, and dpkg working in it under fakeroot: real installation,
 * real maintainer scripts, nothing of the machine touched. The packages that ours depends on are empty
 * ones with the right names.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

export interface Outcome {
  readonly exitCode: number | null;
  /** Both streams. */
  readonly output: string;
}

/** With nothing of our environment but where programs are. */
export function run(program: string, args: readonly string[], env = {}): Outcome {
  const { PATH } = process.env;
  const settings = { encoding: 'utf8', env: { PATH, LC_ALL: 'C.UTF-8', ...env } } as const;
  const { status, stdout, stderr, error } = spawnSync(program, args, settings);
  if (error) {
    throw new Error(`${program} cannot be run: install what test/package/debian-packages names`);
  }
  return { exitCode: status, output: stdout + stderr };
}

/** The same of what must not fail; its output. */
export function runWell(program: string, args: readonly string[], env = {}): string {
  const { exitCode, output } = run(program, args, env);
  if (exitCode !== 0) throw new Error(`${program} ${args.join(' ')}: ${output}`);
  return output;
}

/** The package that `npm run package` has made for `architecture`, this machine's without one. */
export function builtPackage(
  architecture = runWell('dpkg', ['--print-architecture']).trim(),
): string {
  const found = readdirSync(join(repository, 'build')).find((name) =>
    name.endsWith(`_${architecture}.deb`),
  );
  if (found === undefined) {
    throw new Error(
      `there is no package for ${architecture} in build/: run "npm run package -- --arch ${architecture}"`,
    );
  }
  return join(repository, 'build', found);
}

/** Gone when `dispose` is called. */
export class DebianRoot {
  readonly path: string;
  readonly #home: string;

  constructor(packages: Readonly<Record<string, string>> = dependencies) {
    this.#home = mkdtempSync(join(tmpdir(), 'stopgate-debian-'));
    this.path = join(this.#home, 'root');
    for (const directory of ['var/lib/dpkg/info', 'var/lib/dpkg/updates', 'etc', 'usr/sbin']) {
      mkdirSync(join(this.path, directory), { recursive: true });
    }
    for (const file of ['status', 'available']) {
      writeFileSync(join(this.path, 'var/lib/dpkg', file), '');
    }
    const empty = Object.entries(packages).map(([name, version]) =>
      this.#emptyPackage(name, version),
    );
    const { exitCode, output } = this.dpkg('--install', ...empty);
    if (exitCode !== 0) throw new Error(output);
  }

  dpkg(...args: readonly string[]): Outcome {
    const own = ['--force-not-root', '--force-script-chrootless', '--force-unsafe-io'];
    return this.asRoot('dpkg', [`--root=${this.path}`, ...own, '--log=/dev/null', ...args]);
  }

  /** Runs a program as fakeroot's root, which remembers who owns what in this root. */
  asRoot(program: string, args: readonly string[]): Outcome {
    const owners = join(this.#home, 'owners');
    const known = existsSync(owners) ? ['-i', owners] : [];
    return run('fakeroot', ['-s', owners, ...known, '--', program, ...args], {
      PATH: `${process.env.PATH}:/usr/sbin:/sbin`,
    });
  }

  /** `750 root:stopgate`, with the names of this root's users. */
  ownership(path: string): string {
    const { output } = this.asRoot('stat', ['--format=%a %u:%g', join(this.path, path)]);
    const [mode, owner = ''] = output.trim().split(' ');
    const [user = '', group = ''] = owner.split(':');
    return `${mode} ${this.#nameOf('passwd', user)}:${this.#nameOf('group', group)}`;
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(join(this.path, path));
  }

  write(path: string, content: string): void {
    mkdirSync(join(this.path, path, '..'), { recursive: true });
    writeFileSync(join(this.path, path), content);
  }

  /** The package again under another version; its path. */
  repacked(version: string): string {
    const tree = join(this.#home, `stopgate-${version}`);
    const control = join(tree, 'DEBIAN/control');
    runWell('dpkg-deb', ['--raw-extract', builtPackage(), tree]);
    const text = readFileSync(control, 'utf8').replace(/^Version: .*$/m, `Version: ${version}`);
    writeFileSync(control, text);
    return this.#build(tree);
  }

  /** Adds what units refer to and any Debian has: systemd's targets, and a shell. */
  addBaseSystem(): void {
    const from = '/usr/lib/systemd/system';
    const to = join(this.path, from);
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from).filter((each) => each.endsWith('.target'))) {
      copyFileSync(join(from, name), join(to, name));
    }
    mkdirSync(join(this.path, 'bin'), { recursive: true });
    copyFileSync('/bin/sh', join(this.path, 'bin/sh'));
  }

  dispose(): void {
    rmSync(this.#home, { recursive: true, force: true });
  }

  #nameOf(file: 'passwd' | 'group', id: string): string {
    if (id === '0') return 'root';
    const lines = this.read(`etc/${file}`).split('\n');
    return lines.find((line) => line.split(':')[2] === id)?.split(':')[0] ?? id;
  }

  #emptyPackage(name: string, version: string): string {
    const tree = join(this.#home, name);
    mkdirSync(join(tree, 'DEBIAN'), { recursive: true });
    const fields = ['Architecture: all', 'Maintainer: none <none@localhost>', 'Description: empty'];
    const control = [`Package: ${name}`, `Version: ${version}`, ...fields, ''].join('\n');
    writeFileSync(join(tree, 'DEBIAN/control'), control);
    return this.#build(tree);
  }

  #build(tree: string): string {
    runWell('dpkg-deb', ['--build', '--root-owner-group', '-Znone', tree, `${tree}.deb`]);
    return `${tree}.deb`;
  }
}

/** Of Debian 13, but for Node, which is the one that the package is built with. */
export const dependencies: Readonly<Record<string, string>> = {
  nodejs: process.versions.node,
  libc6: '2.41',
  'libstdc++6': '14',
  systemd: '257',
};
