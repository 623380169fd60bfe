/**
 * What the package installs, and where: the program with what it needs, the files of `systemd/` in
 * the places of a distribution, the documentation. Chooses; how files get there is stage.ts's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serviceFiles } from '../src/install/service-files.js';
import { type CompiledFile, readCompiledFor } from './addon.js';
import type { Architecture } from './architecture.js';
import { changelog } from './control.js';
import { copyrightFile } from './copyright.js';
import type { ProductionPackage } from './production-packages.js';
import { Refusal } from './refusal.js';
import type { Stage } from './stage.js';

/** The program's home, from the root of the installed system. */
const HOME = 'usr/lib/stopgate';
const SQLITE = 'better-sqlite3/build/Release/better_sqlite3.node';

/** Sources, types and documentation, which nothing loads at run time. */
const UNUSED: ReadonlySet<string> = new Set([
  ...['.ts', '.mts', '.cts', '.map', '.md', '.markdown', '.flow', '.html'],
  ...['.c', '.cc', '.cpp', '.h', '.hpp', '.gyp', '.gypi', '.o', '.a', '.d', '.mk', '.sh'],
]);

/** Directories of npm packages that are for those who work on them. */
const FOR_AUTHORS = /^(?:tests?|bench|benchmarks|examples?|docs)\//u;

/** The packages with compiled parts. */
const WITH_ADDONS: ReadonlySet<string> = new Set([
  ...['better-sqlite3', '@serialport/bindings-cpp', 'zigpty'],
]);

export interface Parts {
  /** The repository, built. */
  readonly repository: string;
  readonly architecture: Architecture;
  /** better-sqlite3's addon for the architecture. */
  readonly sqliteAddon: string;
  /** `bin/node` of an archive of nodejs.org, to go into the package. */
  readonly bundledNode: string | undefined;
  readonly packages: readonly ProductionPackage[];
  /** As Debian has it. */
  readonly version: string;
  /** Of everything in the package, in seconds since 1970. */
  readonly time: number;
}

/** Puts all of it into `stage`; what was compiled, for its dependencies. */
export function stageProgram(stage: Stage, parts: Parts): readonly CompiledFile[] {
  const { repository, bundledNode, packages } = parts;
  const inRepository = (path: string) => join(repository, path);
  const node = bundledNode === undefined ? '/usr/bin/node' : `/${HOME}/bin/node`;

  // dist/ may still hold what an earlier source was built to.
  const hasSource = (path: string) =>
    existsSync(inRepository(join('src', path.replace(/\.js$/u, '.ts'))));
  stage.copy(inRepository('dist'), `${HOME}/dist`, (path) => isUsed(path) && hasSource(path));
  // The Node that the addon is compiled for, not whichever comes first in PATH.
  const main = readFileSync(inRepository('dist/main.js'), 'utf8');
  stage.write(`${HOME}/dist/main.js`, main.replace(/^#!.*/u, `#!${node}`), 0o755);
  stage.link('usr/bin/stopgate', `../lib/stopgate/dist/main.js`);
  stage.copy(inRepository('package.json'), `${HOME}/package.json`);
  for (const each of ['config', 'systemd']) stage.copy(inRepository(each), `${HOME}/${each}`);
  stageSystemFiles(stage, repository);
  stageDocuments(stage, parts);
  stageTold(stage, parts);
  for (const { path, name } of packages) {
    const takes = WITH_ADDONS.has(name) ? isUsedBesideAddons : isUsed;
    stage.copy(inRepository(path), `${HOME}/${path}`, takes);
  }
  return stageCompiled(stage, parts);
}

function stageSystemFiles(stage: Stage, repository: string): void {
  const read = (name: string) => readFileSync(join(repository, 'systemd', name), 'utf8');
  const files = serviceFiles(read, { base: '/usr/lib', command: ['/usr/bin/stopgate'] });
  for (const { path, content } of files) stage.write(path.slice(1), content);
}

function stageDocuments(stage: Stage, parts: Parts): void {
  const { repository, packages, bundledNode, version, time } = parts;
  const home = 'usr/share/doc/stopgate';
  stage.copy(join(repository, 'README.md'), `${home}/README.md`);
  stage.copy(join(repository, 'docs'), `${home}/docs`);
  stage.copy(
    join(repository, 'config/stopgate.example.toml'),
    `${home}/examples/stopgate.example.toml`,
  );
  const license = bundledNode === undefined ? undefined : nodeLicense(bundledNode);
  stage.write(`${home}/changelog.gz`, gzipSync(changelog(version, time), { level: 9 }));
  stage.write(`${home}/copyright`, copyrightFile(repository, HOME, packages, license));
}

/** What the program tells of itself: manual page and completions, of the version that is packaged. */
function stageTold(stage: Stage, { repository, time }: Parts): void {
  const told = (...args: readonly string[]): Buffer => {
    const main = join(repository, 'dist/main.js');
    const env = { SOURCE_DATE_EPOCH: String(time) };
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { env });
    if (status === 0) return stdout;
    throw new Refusal(`"stopgate ${args.join(' ')}" failed: ${stderr}`);
  };
  // gzip writes down neither a time nor a name here.
  stage.write('usr/share/man/man1/stopgate.1.gz', gzipSync(told('man'), { level: 9 }));
  const share = 'usr/share';
  stage.write(`${share}/bash-completion/completions/stopgate`, told('completion', 'bash'));
  stage.write(`${share}/zsh/vendor-completions/_stopgate`, told('completion', 'zsh'));
  stage.write(`${share}/fish/vendor_completions.d/stopgate.fish`, told('completion', 'fish'));
}

function nodeLicense(node: string): string {
  const path = join(dirname(node), '..', 'LICENSE');
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new Refusal(
    `--bundle-node: ${path} is absent, and a Node without its licence cannot be given on.`,
  );
}

/** Each is looked at: a package must hold nothing that does not run where it is installed. */
function stageCompiled(stage: Stage, parts: Parts): readonly CompiledFile[] {
  const { repository, architecture, sqliteAddon, bundledNode } = parts;
  const modules = 'node_modules';
  const sources: [source: string, path: string][] = [
    [sqliteAddon, `${HOME}/${modules}/${SQLITE}`],
    ...architecture.prebuilt.map((addon): [string, string] => [
      join(repository, modules, addon),
      `${HOME}/${modules}/${addon}`,
    ]),
  ];
  if (bundledNode !== undefined) sources.push([bundledNode, `${HOME}/bin/node`]);
  return sources.map(([source, path]) => {
    if (!existsSync(source)) throw new Refusal(`${source} is absent: run "npm ci".`);
    const compiled = readCompiledFor(architecture, source);
    stage.write(path, readFileSync(source), path === `${HOME}/bin/node` ? 0o755 : 0o644);
    return compiled;
  });
}

function isUsed(path: string): boolean {
  if (FOR_AUTHORS.test(path)) return false;
  return !UNUSED.has(extname(path)) && extname(path) !== '.node' && !/(?:^|\/)\./u.test(path);
}

/** What they compile and bring compiled is chosen by {@link stageCompiled}. */
function isUsedBesideAddons(path: string): boolean {
  return isUsed(path) && !/^(?:build|prebuilds|deps)\//u.test(path);
}
