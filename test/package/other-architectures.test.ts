/** Packages for other machines than this one, whose compiled part is compiled here. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCompiledFile } from '../../packaging/addon.js';
import { ARCHITECTURES, type Architecture } from '../../packaging/architecture.js';
import { run, runWell } from './debian-root.js';

const program = fileURLToPath(new URL('../../build/packaging/package.js', import.meta.url));
const others = ARCHITECTURES.filter(({ name, node }) => name !== 'amd64' && node !== process.arch);

/** A package, and the tree that it installs. */
interface Made {
  readonly path: string;
  readonly root: string;
}

let home = '';
const made = new Map<Architecture, Made>();
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'stopgate-architectures-'));
  const { PATH } = process.env;
  // At the same time, since compiling one keeps a processor busy for over a minute.
  await Promise.all(
    others.map(async (architecture) => {
      const args = [program, '--arch', architecture.name, '--out', home];
      const { stdout } = await promisify(execFile)(process.execPath, args, { env: { PATH } });
      const root = join(home, architecture.name);
      runWell('dpkg-deb', ['--extract', stdout.trim(), root]);
      made.set(architecture, { path: stdout.trim(), root });
    }),
  );
}, 600_000);
afterAll(() => rmSync(home, { recursive: true }));

function madeFor(architecture: Architecture): Made {
  const found = made.get(architecture);
  if (found === undefined) throw new Error(`there is no package for ${architecture.name}`);
  return found;
}

function compiledIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => join(root, path))
    .filter((path) => path.endsWith('.node'));
}

describe.each(others)('a package for $name', (architecture) => {
  it('says so, and asks for the Node and the libraries that it was compiled for', () => {
    const { path } = madeFor(architecture);
    expect(path).toMatch(new RegExp(`^${home}/stopgate_.*_${architecture.name}\\.deb$`));
    const field = (name: string) => runWell('dpkg-deb', ['--field', path, name]);
    expect(field('Architecture')).toBe(`${architecture.name}\n`);
    const major = Number(process.versions.node.split('.')[0]);
    const needs = [`nodejs \\(>= ${major}\\S*\\)`, `nodejs \\(<< ${major + 1}~\\)`];
    const libraries = ['libc6 \\(>= 2\\.\\d+\\)', 'libstdc\\+\\+6 \\(>= \\d+\\)'];
    expect(field('Depends')).toMatch(new RegExp(`^${[...needs, ...libraries].join(', ')}, `));
  });

  it('holds nothing compiled for another', () => {
    const { root } = madeFor(architecture);
    const compiled = compiledIn(root);
    expect(compiled).toHaveLength(1 + architecture.prebuilt.length);
    for (const path of compiled) {
      const { elfMachine, elfBits } = readCompiledFile(path) ?? {};
      const expected = [architecture.elfMachine, architecture.elfBits];
      expect([path, elfMachine, elfBits]).toEqual([path, ...expected]);
      expect(path).not.toContain('musl');
    }
  });

  it('holds a compiled part without what is for debuggers, and without a path of here', () => {
    const addon = compiledIn(madeFor(architecture).root).find((path) =>
      /better_sqlite3/.test(path),
    );
    const content = readFileSync(addon ?? '', 'latin1');
    const told = ['node_register_module_v', '.symtab', 'stopgate-package-'];
    expect(told.filter((each) => content.includes(each))).toEqual(['node_register_module_v']);
  });

  it('is refused where its compiler is missing, with the way to that', () => {
    const { exitCode, output } = run(process.execPath, [program, '--arch', architecture.name], {
      PATH: home,
    });
    expect(exitCode).toBe(1);
    expect(output).toMatch(
      new RegExp(
        `^package: --arch: .* "sudo apt install g\\+\\+-${architecture.gnu}", or name .* with --sqlite-addon\\.\n$`,
      ),
    );
  });
});
