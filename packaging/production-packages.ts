/**
 * Which npm packages the program needs while it runs, as package-lock.json has them, and where they
 * lie. Those that only install or compile others stay out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.js';

export interface ProductionPackage {
  /** From the root of the repository: `node_modules/hono`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** As its package.json declares it. */
  readonly license: string | undefined;
  readonly author: string | undefined;
}

/** Needed while better-sqlite3 and the serial port's bindings are installed, never after. */
const FOR_INSTALLATION: ReadonlySet<string> = new Set(['prebuild-install', 'node-addon-api']);

interface Locked {
  readonly version?: string;
  /** Nothing but development needs it. */
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Sorted by path. Throws {@link Refusal} where what is installed is not what is locked. */
export function productionPackages(root: string): readonly ProductionPackage[] {
  const lock = readJson(join(root, 'package-lock.json')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const found = new Map<string, ProductionPackage>();
  const visit = (from: string): void => {
    const { dependencies, optionalDependencies, peerDependencies } = lock.packages[from] ?? {};
    const names = { ...peerDependencies, ...optionalDependencies, ...dependencies };
    for (const name of Object.keys(names)) {
      if (FOR_INSTALLATION.has(name)) continue;
      const path = resolveFrom(from, name, lock.packages);
      // Neither an optional nor a peer dependency has to be there.
      if (path === undefined && dependencies?.[name] === undefined) continue;
      if (path === undefined)
        throw new Refusal(`package-lock.json lacks ${name}: run "npm install".`);
      if (found.has(path)) continue;
      found.set(path, installedPackage(root, path, name, lock.packages[path]?.version));
      visit(path);
    }
  };
  visit('');
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** As Node looks for it: inside the package itself, then beside each that is around it. */
function resolveFrom(
  from: string,
  name: string,
  packages: Readonly<Record<string, Locked>>,
): string | undefined {
  const around = from.split(/(?:^|\/)node_modules\//u).slice(1);
  for (let depth = around.length; depth >= 0; depth -= 1) {
    const names = [...around.slice(0, depth), name];
    const path = names.map((each) => `node_modules/${each}`).join('/');
    const locked = packages[path];
    if (locked !== undefined) return locked.dev === true ? undefined : path;
  }
  return undefined;
}

function installedPackage(
  root: string,
  path: string,
  name: string,
  locked: string | undefined,
): ProductionPackage {
  const manifest = join(root, path, 'package.json');
  const installed = existsSync(manifest) ? readJson(manifest) : undefined;
  if (locked === undefined || installed === undefined || installed.version !== locked) {
    throw new Refusal(`${path} is not the version that package-lock.json names: run "npm ci".`);
  }
  const { license, author } = installed;
  const person = isRecord(author) ? author.name : author;
  return {
    path,
    name,
    version: locked,
    license: typeof license === 'string' ? license : undefined,
    author: typeof person === 'string' ? person : undefined,
  };
}

function readJson(path: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isRecord(value)) throw new Refusal(`${path} is no JSON object.`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
