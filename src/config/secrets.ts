/**
 * Secrets that stand in files of their own: `pin = { file = "pin.txt" }` becomes the file's content.
 * Knows which keys are secret, so that no message shows their values.
 */
import { dirname, resolve } from 'node:path';
import type { TomlTableWithoutBigInt } from 'smol-toml';
import { type Fault, formatPath, formatValue, type Path, valueAt } from './faults.js';

/** Reads a whole file as text; throws when it cannot. */
export type ReadFile = (path: string) => string;

const SECRET = /^(?:modem\[\d+\]\.pin|webhook\[\d+\]\.secret)$/u;
const SECRETS = [
  { list: 'modem', key: 'pin' },
  { list: 'webhook', key: 'secret' },
] as const;

/** Whether the value at `path` must not be shown. */
export function isSecret(path: Path): boolean {
  return SECRET.test(formatPath(path));
}

/**
 * Puts the contents of the files that secrets name in their places, without the newline at their
 * end. Paths are relative to `file`, the configuration. Returns what could not be read.
 */
export function resolveSecrets(
  root: TomlTableWithoutBigInt,
  { file, readFile }: { file: string; readFile: ReadFile },
): Fault[] {
  const faults: Fault[] = [];
  for (const { list, key } of SECRETS) {
    const tables = root[list];
    if (!Array.isArray(tables)) continue;
    for (const [index, table] of tables.entries()) {
      const reference = valueAt(table, [key]);
      if (!isTable(table) || !isTable(reference)) continue;
      const path = formatPath([list, index, key]);
      const named = reference.file;
      if (typeof named !== 'string' || Object.keys(reference).length !== 1) {
        faults.push({ path, message: 'a table here must be { file = "path" } and nothing else' });
        continue;
      }
      try {
        table[key] = readFile(resolve(dirname(file), named)).replace(/\r?\n$/u, '');
      } catch (error) {
        faults.push({
          path,
          message: `its file ${formatValue(named)} cannot be read: ${reasonOf(error)}`,
        });
      }
    }
  }
  return faults;
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
