/**
 * Secrets that stand elsewhere: `pin = { file = "pin.txt" }` becomes the file's content, and
 * `pin = { credential = "pin" }` what systemd hands to the service under that name. Knows which keys are
 * secret, so that no message shows their values.
 */
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { TomlTableWithoutBigInt } from 'smol-toml';
import { type Fault, formatPath, formatValue, type Path, valueAt } from './faults.js';

/** Reads a whole file as text; throws when it cannot. */
export type ReadFile = (path: string) => string;

const SECRET = /^(?:modem\[\d+\]\.pin|webhook\[\d+\]\.secret)$/u;
const SECRETS = [
  { list: 'modem', key: 'pin', isOptional: true },
  { list: 'webhook', key: 'secret', isOptional: false },
] as const;

/** Whether `path` is that of a secret. */
export function isSecret(path: Path): boolean {
  return SECRET.test(formatPath(path));
}

/**
 * The value at `path` as a message may show it; undefined where it is a secret or may hold one: a
 * table that has some, a command to a modem, or an address with a user's name or password.
 */
export function shownValue(path: Path, value: unknown): string | undefined {
  const mayHoldSecrets = /^(?:modem|webhook)(?:\[\d+\](?:\.init(?:\[\d+\])?)?)?$/u.test(
    formatPath(path),
  );
  const hasUser = typeof value === 'string' && /:\/\/[^/]*@/u.test(value);
  return isSecret(path) || mayHoldSecrets || hasUser ? undefined : formatValue(value);
}

/**
 * Where systemd puts a service's credentials (systemd.exec(5), CREDENTIALS_DIRECTORY); for commands
 * beside the daemon, which have no such variable, and of which only root's may read them.
 */
const credentialsOfService = '/run/credentials/stopgate.service';
const credentialName = /^[\w.-]+$/u;

export interface SecretSource {
  /** The configuration; paths are relative to its directory. */
  readonly file: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: ReadFile;
  /**
   * Whether nothing can be done without them. Credentials are there while the service runs, and much
   * has to be done while it does not: a restore, say.
   */
  readonly needsSecrets: boolean;
}

export interface ResolvedSecrets {
  /** What could not be read. */
  readonly faults: readonly Fault[];
  /** The same of credentials that nobody needs now. */
  readonly notes: readonly Fault[];
}

/**
 * Puts what secrets refer to in their places, without the newline at its end. In the place of a
 * credential that is not there and not needed stands nothing, or what nobody could have guessed.
 */
export function resolveSecrets(
  root: TomlTableWithoutBigInt,
  source: SecretSource,
): ResolvedSecrets {
  const faults: Fault[] = [];
  const notes: Fault[] = [];
  for (const { list, key, isOptional } of SECRETS) {
    const tables = root[list];
    if (!Array.isArray(tables)) continue;
    for (const [index, table] of tables.entries()) {
      const reference = valueAt(table, [key]);
      if (!isTable(table) || !isTable(reference)) continue;
      const path = formatPath([list, index, key]);
      const place = placeOf(reference, source);
      if (place === undefined) {
        const message = 'a table here must be { file = "path" } or { credential = "name" }';
        faults.push({ path, message });
        continue;
      }
      try {
        table[key] = source.readFile(place.path).replace(/\r?\n$/u, '');
      } catch (error) {
        const message = `its ${place.what} cannot be read: ${reasonOf(error)}${place.hint}`;
        if (source.needsSecrets || !place.isOfService) faults.push({ path, message });
        else {
          notes.push({ path, message });
          if (isOptional) delete table[key];
          else table[key] = randomBytes(32).toString('hex');
        }
      }
    }
  }
  return { faults, notes };
}

interface Place {
  readonly path: string;
  readonly what: string;
  readonly hint: string;
  /** It is there while the service runs, and this is not the service. */
  readonly isOfService: boolean;
}

function placeOf(
  reference: TomlTableWithoutBigInt,
  { file, env }: SecretSource,
): Place | undefined {
  if (Object.keys(reference).length !== 1) return undefined;
  const { file: named, credential } = reference;
  if (typeof named === 'string') {
    const what = `file ${formatValue(named)}`;
    return { path: resolve(dirname(file), named), what, hint: '', isOfService: false };
  }
  if (typeof credential !== 'string' || !credentialName.test(credential)) return undefined;
  const directory = env.CREDENTIALS_DIRECTORY;
  return {
    path: join(directory ?? credentialsOfService, credential),
    what: `credential ${formatValue(credential)}`,
    isOfService: directory === undefined,
    hint:
      directory === undefined
        ? '; it is there for root while the service runs'
        : `; LoadCredential=${credential}:FILE in the service brings it`,
  };
}

/** Why a file could not be read, in words. */
export function reasonOf(error: unknown): string {
  switch (valueAt(error, ['code'])) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
      return 'this user may not read it';
    case 'EISDIR':
      return 'it is a directory';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function isTable(value: unknown): value is TomlTableWithoutBigInt {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}
