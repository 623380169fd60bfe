/** Files that a command writes for whoever calls it. */
import { closeSync, fchmodSync, rmSync, type Stats, statSync } from 'node:fs';
import type { Config } from '../config/config.js';
import { isDataFile } from '../services.js';
import { type CliContext, CommandError, UsageError } from './context.js';

/**
 * Throws UsageError where `file` is the database or belongs to it, or is a directory, a device or a
 * pipe: nothing may take their places. `config` undefined: there is no database.
 */
export function requireReplaceable(file: string, config: Config | undefined): void {
  if (config !== undefined && isDataFile(config, file)) {
    throw new UsageError(`${file} belongs to the database itself: name another file`);
  }
  if (statusOf(file)?.isFile() === false) {
    throw new UsageError(`${file} is no ordinary file: name one that is, or a new one`);
  }
}

/**
 * Makes `file`, for its owner to read, and answers its descriptor. One that is there stays and is told
 * of, unless `force` (undefined: the command has no such option). Throws CommandError and UsageError.
 */
export function openOutput(
  { files }: CliContext,
  file: string,
  { config, force }: { readonly config?: Config; readonly force?: boolean },
): number {
  const handed = files.handed(file);
  if (handed !== undefined) return handed;
  requireReplaceable(file, config);
  try {
    const descriptor = files.open(file, force ? 'w' : 'wx');
    try {
      // One that is written over may have had other rights.
      fchmodSync(descriptor, 0o600);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
    return descriptor;
  } catch (cause) {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new CommandError(
      exists
        ? `${file} is there already: name a new file${force === undefined ? '' : ', or --force writes over it'}`
        : `cannot write ${file}: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  }
}

/** Takes away what a failed command has begun; where its rights do not suffice any more, says so. */
export function removeUnfinished({ stderr }: CliContext, file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    stderr.write(`stopgate: ${file} is not whole: remove it\n`);
  }
}

/** undefined where there is none, or none that can be reached. */
function statusOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}
