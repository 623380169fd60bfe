/**
 * Debian for another processor, as far as our package needs it: unpacked into a directory, and its Node
 * run by QEMU, which finds the libraries there. No root's rights are needed, and nothing is mounted.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Architecture } from '../../packaging/architecture.js';
import { type Running, startProgram } from '../system/program.js';
import { builtPackage, run, runWell } from './debian-root.js';

/** The release of Debian whose Node the packages are for. */
const RELEASE = 'trixie';

const QEMU: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  arm64: 'aarch64',
  armhf: 'arm',
};

export class EmulatedMachine {
  readonly #root: string;
  readonly #qemu: string;

  /**
   * Fetches Debian's packages from its archive, and puts ours in with them.
   * @param home an empty directory, for all that the machine has
   */
  constructor({ name }: Architecture, home: string) {
    this.#qemu = `qemu-${QEMU[name]}-static`;
    this.#root = join(home, 'root');
    const archive = join(home, 'archive');
    for (const path of [archive, this.#root]) mkdirSync(path);
    // It insists on root, and only downloads.
    const choice = ['--variant=minbase', '--include=nodejs', `--arch=${name}`, RELEASE, archive];
    runWell('fakeroot', ['debootstrap', '--download-only', ...choice], {
      PATH: `${process.env.PATH}:/usr/sbin`,
    });
    const downloads = join(archive, 'var/cache/apt/archives');
    const packages = readdirSync(downloads).filter((file) => file.endsWith('.deb'));
    for (const each of [...packages.map((file) => join(downloads, file)), builtPackage(name)]) {
      runWell('dpkg-deb', ['--extract', each, this.#root]);
    }
    rmSync(archive, { recursive: true });
  }

  /** What Node there says of itself. */
  get nodeArchitecture(): string {
    const [qemu, ...args] = this.#node();
    return run(qemu, [...args, '--print', 'process.arch']).output.trim();
  }

  /** Starts the installed `stopgate` with `args`. */
  start(...args: readonly string[]): Running {
    return startProgram(args, { command: this.#node('usr/lib/stopgate/dist/main.js') });
  }

  #node(...paths: readonly string[]): readonly [string, ...string[]] {
    const inRoot = ['usr/bin/node', ...paths].map((path) => join(this.#root, path));
    return [this.#qemu, '-L', this.#root, ...inRoot];
  }
}
