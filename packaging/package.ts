/**
 * `npm run package`: a Debian package of the built program, with nothing but dpkg-deb, for another
 * architecture a cross compiler. The same sources and compiled parts make the same package, octet for
 * octet.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { librariesOf, nodeLineOf, nodeMajorOf, readCompiledFor } from './addon.js';
import { ARCHITECTURES, type Architecture } from './architecture.js';
import { checksums, controlFile, debianVersion } from './control.js';
import { crossCompile, requireCrossCompiler } from './cross-compile.js';
import { productionPackages } from './production-packages.js';
import { stageProgram } from './program-tree.js';
import { Refusal } from './refusal.js';
import { Stage } from './stage.js';

/** This file runs as build/packaging/package.js. */
const repository = fileURLToPath(new URL('../..', import.meta.url));
const betterSqlite = join(repository, 'node_modules/better-sqlite3');
const sqliteAddonHere = join(betterSqlite, 'build/Release/better_sqlite3.node');

const help = `npm run package -- [--arch ARCH] [--sqlite-addon FILE] [--bundle-node FILE] [--out DIR]

Makes DIR/stopgate_VERSION_ARCH.deb of what "npm ci" installed and "npm run build" built.

--arch ARCH          amd64, arm64 or armhf; this machine's without it
--sqlite-addon FILE  better_sqlite3.node for ARCH; without it, one is compiled where ARCH is not
                     this machine's, which takes Debian's g++ for ARCH and a minute or two
--bundle-node FILE   bin/node of an archive of nodejs.org for ARCH, to go into the package
--out DIR            build/ without it

SOURCE_DATE_EPOCH is the time of everything in it; without it, that of the last commit.
docs/packaging.md explains.
`;

interface Order {
  readonly architecture: Architecture;
  /** undefined: to be compiled. */
  readonly sqliteAddon: string | undefined;
  readonly bundledNode: string | undefined;
  readonly out: string;
}

function orderOf(args: readonly string[]): Order {
  const { values } = parse(args);
  const host = ARCHITECTURES.find(({ node }) => node === process.arch);
  const name = values.arch ?? host?.name ?? process.arch;
  const architecture = ARCHITECTURES.find((each) => each.name === name);
  if (architecture === undefined) {
    const names = ARCHITECTURES.map((each) => each.name).join(', ');
    throw new Refusal(`--arch: there is no package for ${name}; it must be one of ${names}.`);
  }
  const { 'sqlite-addon': addon, 'bundle-node': node, out = join(repository, 'build') } = values;
  const addonHere = architecture === host ? sqliteAddonHere : undefined;
  const sqliteAddon = addon === undefined ? addonHere : resolve(addon);
  if (sqliteAddon === undefined) requireCrossCompiler(architecture);
  return {
    architecture,
    sqliteAddon,
    bundledNode: node === undefined ? undefined : resolve(node),
    out: resolve(out),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { arch: text, 'sqlite-addon': text, 'bundle-node': text, out: text };
  try {
    return parseArgs({ args: [...args], options });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

/** In seconds since 1970. */
function sourceTime(): number {
  const set = process.env.SOURCE_DATE_EPOCH;
  if (set !== undefined && /^\d+$/.test(set)) return Number(set);
  if (set !== undefined) {
    throw new Refusal(`SOURCE_DATE_EPOCH: "${set}" is not a number of seconds since 1970.`);
  }
  const args = ['-C', repository, 'log', '-1', '--format=%ct'];
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8' });
  if (status === 0) return Number(stdout);
  const why = stderr?.split('\n', 1)[0] || 'git cannot be run';
  throw new Refusal(`There is no commit to take the time from (${why}): set SOURCE_DATE_EPOCH.`);
}

/** Makes the package; its path. */
function makePackage(order: Order): string {
  const work = mkdtempSync(join(tmpdir(), 'stopgate-package-'));
  try {
    return makePackageIn(work, order);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function makePackageIn(work: string, { architecture, bundledNode, out, ...order }: Order): string {
  const time = sourceTime();
  const version = debianVersion(versionHere());
  const packages = productionPackages(repository);
  const sqliteAddon =
    order.sqliteAddon ?? crossCompile(architecture, betterSqlite, join(work, 'better-sqlite3'));
  const { nodeAbi, endsItsProcess } = readCompiledFor(architecture, sqliteAddon);
  if (nodeAbi === undefined) throw new Refusal(`${sqliteAddon} is not an addon of Node.`);
  if (endsItsProcess) {
    throw new Refusal(
      'better-sqlite3 is compiled with the headers of Node 24.19 or later, with which it ends its process: make the package with Node 20 or 22, or name with --sqlite-addon what is compiled in its release.',
    );
  }
  const line = nodeLineOf(nodeAbi);
  if (bundledNode !== undefined && nodeMajorOf(bundledNode) !== line.major) {
    throw new Refusal(
      `--bundle-node: better-sqlite3 is compiled for Node ${line.major}, another than ${bundledNode}.`,
    );
  }

  const root = join(work, 'root');
  mkdirSync(root);
  const stage = new Stage(root);
  const parts = { repository, architecture, sqliteAddon, bundledNode, packages, version, time };
  const compiled = stageProgram(stage, parts);
  const node = `nodejs (>= ${line.first}), nodejs (<< ${line.major + 1}~)`;
  const fields = {
    version,
    architecture: architecture.name,
    depends: [
      ...(bundledNode === undefined ? [node] : []),
      ...librariesOf(compiled),
      'systemd | systemd-standalone-sysusers',
      'systemd | systemd-standalone-tmpfiles',
    ],
    size: stage.size(),
  };
  const sums = checksums(stage);
  stage.write('DEBIAN/control', controlFile(fields));
  stage.write('DEBIAN/md5sums', sums);
  for (const script of ['postinst', 'prerm', 'postrm']) {
    const text = readFileSync(join(repository, 'packaging/maintainer-scripts', script));
    stage.write(`DEBIAN/${script}`, text, 0o755);
  }
  stage.setTimes(time);
  mkdirSync(out, { recursive: true });
  const path = join(out, `stopgate_${version}_${architecture.name}.deb`);
  build(root, path, time);
  return path;
}

function versionHere(): string {
  const text = readFileSync(join(repository, 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

function build(directory: string, path: string, time: number): void {
  // One thread, since several would cut the archive in other pieces on another machine.
  const args = ['--build', '--root-owner-group', '-Zxz', directory, path];
  const { status, stderr, error } = spawnSync('dpkg-deb', args, {
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: String(time), DPKG_DEB_THREADS_MAX: '1' },
  });
  if (error) throw new Refusal(`dpkg-deb cannot be run (${error.message}): install dpkg.`);
  if (status !== 0) throw new Refusal(`dpkg-deb failed: ${stderr.trim()}`);
}

try {
  const args = process.argv.slice(2);
  const isAsked = args.some((arg) => arg === '--help' || arg === '-h');
  process.stdout.write(isAsked ? help : `${makePackage(orderOf(args))}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`package: ${error.message}\n`);
  process.exitCode = 1;
}
