/** Where `stopgate init` puts what it makes: the file, whom it belongs to, and the first key. */
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError, type Fault } from '../config/faults.js';
import { type FirstAnswers, firstFile } from '../config/first-file.js';
import { loadConfig } from '../config/load.js';
import type { ApiKey } from '../domain/ports.js';
import { type CliContext, CommandError, type ConfigOption, withServices } from './context.js';
import { OtherUserNeeded, outputAs } from './other-user.js';

const example = new URL('../../config/stopgate.example.toml', import.meta.url);

export function textOf(answers: FirstAnswers): string {
  return firstFile(readFileSync(example, 'utf8'), answers);
}

/** What would be wrong with a file of these answers. */
export function faultsOf(answers: FirstAnswers, { hostName }: CliContext): readonly Fault[] {
  try {
    const file = '/stopgate.toml';
    loadConfig({ file, env: {}, hostName, readFile: () => textOf(answers) });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

/**
 * Writes a file that is not there yet; throws CommandError. It may hold a PIN, so that only its owner
 * reads it; made by root in a directory of the daemon's group, that group as well.
 */
export function writeFirstFile(file: string, text: string): void {
  const directory = dirname(file);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o750 });
    writeNew(file, text);
    const { gid } = statSync(directory);
    if (process.getuid?.() !== 0 || gid === 0) return;
    chownSync(file, 0, gid);
    chmodSync(file, 0o640);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EEXIST') throw alreadyThere(file);
    const why =
      code === 'EACCES'
        ? 'this user may not write there; run it with sudo, or name a file of yours with --config'
        : String(cause);
    throw new CommandError(`${file} cannot be written: ${why}`, { cause });
  }
}

function writeNew(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, text);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

export function alreadyThere(file: string): CommandError {
  return new CommandError(
    `${file} is there already and is not written over: "stopgate check" says what is wrong with it; name another file with --config`,
  );
}

/**
 * The key, to be shown once; undefined where one of that name is in use. Throws CommandError where the
 * database cannot be used; the file is there then.
 */
export function firstKey(
  context: CliContext,
  { config }: ConfigOption,
  name: string,
): string | undefined {
  try {
    return keyOf(context, { config }, name);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(
      `${config} is written, and no key could be made: ${why}; afterwards "stopgate keys create" makes one`,
      { cause },
    );
  }
}

function keyOf(context: CliContext, options: ConfigOption, name: string): string | undefined {
  try {
    return withServices(context, options, ({ keys }) =>
      isTaken(name, keys.list()) ? undefined : keys.create(name, ['send', 'read']).secret,
    );
  } catch (error) {
    if (!(error instanceof OtherUserNeeded)) throw error;
    const keys = (...args: readonly string[]) =>
      outputAs(error, [...context.program, '--config', options.config, 'keys', ...args]);
    const { items } = JSON.parse(keys('list', '--json')) as { items: readonly NamedKey[] };
    if (isTaken(name, items)) return undefined;
    return keys('create', '--name', name, '--scope', 'send,read').trim();
  }
}

type NamedKey = Pick<ApiKey, 'name' | 'revokedAt'>;

function isTaken(name: string, keys: readonly NamedKey[]): boolean {
  return keys.some((key) => key.name === name && key.revokedAt === null);
}
