/**
 * Compiles better-sqlite3 for another architecture, from the sources that npm has brought, with Debian's
 * cross compiler and npm's own node-gyp. The same sources make the same file, wherever they lie.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Architecture } from './architecture.js';
import { Refusal } from './refusal.js';

/** So much of what the compiler said is shown when it fails. */
const shownLines = 20;

/**
 * Compiles in `directory`, which takes some 60 MB; the path of the addon, for the line of Node that runs
 * this. Takes a minute or two. Throws {@link Refusal}.
 */
export function compileFor(
  architecture: Architecture,
  repository: string,
  directory: string,
): string {
  const { name, node, triplet } = architecture;
  const tool = (program: string) => `${triplet}-${program}`;
  if (spawnSync(tool('g++'), ['--version']).status !== 0) {
    throw new Refusal(
      `--arch: better-sqlite3 is compiled for this machine here, and ${name} needs another: install a compiler for it (sudo apt install g++-${triplet.replace('_', '-')}), run "npm run package" on such a machine, or name its node_modules/better-sqlite3/build/Release/better_sqlite3.node with --sqlite-addon.`,
    );
  }
  const sources = join(directory, 'better-sqlite3');
  cpSync(join(repository, 'node_modules/better-sqlite3'), sources, {
    recursive: true,
    filter: (path) => basename(path) !== 'build',
  });
  process.stderr.write(`package: compiling better-sqlite3 for ${name}, a minute or two\n`);
  // No path of this machine goes into the file.
  const flags = `-ffile-prefix-map=${directory}=.`;
  run(process.execPath, [nodeGyp(), 'rebuild', '--release', `--arch=${node}`, ...headers()], {
    cwd: sources,
    env: {
      ...process.env,
      ...{ CC: tool('gcc'), CXX: tool('g++'), AR: tool('ar'), CFLAGS: flags, CXXFLAGS: flags },
    },
  });
  const addon = join(sources, 'build/Release/better_sqlite3.node');
  run(tool('strip'), ['--strip-unneeded', addon], {});
  return addon;
}

/** npm has one for what it compiles itself, and says where npm is to what it runs. */
function nodeGyp(): string {
  const { npm_execpath: npm } = process.env;
  const path = npm && join(dirname(npm), '../node_modules/node-gyp/bin/node-gyp.js');
  if (path && existsSync(path)) return path;
  throw new Refusal('npm’s own node-gyp is not found: run this as "npm run package -- --arch …".');
}

/** Those of the Node that runs this, where it has them; node-gyp fetches them otherwise. */
function headers(): readonly string[] {
  const prefix = join(dirname(process.execPath), '..');
  const header = join(prefix, 'include/node/node_version.h');
  if (!existsSync(header)) return [];
  const major = /#define NODE_MAJOR_VERSION (\d+)/.exec(readFileSync(header, 'utf8'))?.[1];
  return major === process.versions.node.split('.', 1)[0] ? [`--nodedir=${prefix}`] : [];
}

function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv },
): void {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  const said =
    error?.message ?? `${stdout}${stderr}`.trim().split('\n').slice(-shownLines).join('\n');
  throw new Refusal(`${basename(program)} failed: ${said}`);
}
