/**
 * better-sqlite3's addon for another architecture, compiled here by Debian's cross compiler from the
 * sources that npm installed. The same sources and compiler make the same file, octet for octet.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Architecture } from './architecture.js';
import { Refusal } from './refusal.js';

/** What dh_strip takes away from a library. */
const STRIP = ['--strip-unneeded', '--remove-section=.comment', '--remove-section=.note'];

/** Throws {@link Refusal}, with the name of its Debian package, where the compiler is missing. */
export function requireCrossCompiler({ name, gnu }: Architecture): void {
  const { error } = spawnSync(`${gnu}-g++`, ['--version']);
  if (error === undefined) return;
  const debianPackage = `g++-${gnu.replaceAll('_', '-')}`;
  throw new Refusal(
    `--arch: better-sqlite3 has to be compiled for ${name}, and ${gnu}-g++ cannot be run: "sudo apt install ${debianPackage}", or name a better_sqlite3.node for ${name} with --sqlite-addon.`,
  );
}

/**
 * Takes a minute or two and shows its progress on stderr; throws {@link Refusal}.
 * @param source better-sqlite3 as npm installed it
 * @param directory where to work; absent or empty
 * @returns the path of the addon, which is in `directory`
 */
export function crossCompile(
  architecture: Architecture,
  source: string,
  directory: string,
): string {
  const { name, node, gnu } = architecture;
  process.stderr.write(`Compiling better-sqlite3 for ${name}.\n`);
  const builtHere = join(source, 'build');
  cpSync(source, directory, { recursive: true, filter: (path) => path !== builtHere });

  // Flags of the environment are for this machine; a path would make another file elsewhere.
  const flags = `-ffile-prefix-map=${realpathSync(directory)}=.`;
  const compiler = { CC: `${gnu}-gcc`, CXX: `${gnu}-g++`, AR: `${gnu}-ar` };
  const options = { CPPFLAGS: '', CFLAGS: flags, CXXFLAGS: flags, LDFLAGS: '' };
  const env = { ...process.env, ...headers(), ...compiler, ...options };
  // Its own script, for which npm brings node-gyp and the settings that "npm ci" had.
  const script = ['run', 'build-release', '--', `--arch=${node}`, '--jobs=max'];
  perform('npm', script, directory, env);
  const addon = join(directory, 'build/Release/better_sqlite3.node');
  perform(`${gnu}-strip`, [...STRIP, addon], directory, env);
  return addon;
}

/** Those beside the running Node, where they are, so that node-gyp need not download them. */
function headers(): { readonly npm_config_nodedir?: string } {
  if (process.env.npm_config_nodedir !== undefined) return {};
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  const version = join(prefix, 'include/node/node_version.h');
  const defined = `#define NODE_MODULE_VERSION ${process.versions.modules}\n`;
  const isOurs = existsSync(version) && readFileSync(version, 'utf8').includes(defined);
  return isOurs ? { npm_config_nodedir: prefix } : {};
}

function perform(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): void {
  // stdout is for the path of the package.
  const { status, error } = spawnSync(program, args, { cwd, env, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  const why = error === undefined ? 'see above' : error.message;
  throw new Refusal(
    `better-sqlite3 could not be compiled: "${program} ${args.join(' ')}" failed (${why}). Compilers need build-essential and python3, as "npm ci" does.`,
  );
}
