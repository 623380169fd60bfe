/** Files that a command writes for whoever calls it. */
import { closeSync, fchmodSync, openSync, statSync } from 'node:fs';
import type { Config } from '../config/config.js';
import { isDataFile } from '../services.js';
import { CommandError, UsageError } from './context.js';

/**
 * Throws UsageError where `file` is the database or belongs to it, or is a directory, a device or a
 * pipe: nothing may take their places. `config` undefined: there is no database.
 */
export function requireReplaceable(file: string, config: Config | undefined): void {
  if (config !== undefined && isDataFile(config, file)) {
    throw new UsageError(`${file} belongs to the database itself: name another file`);
  }
  const status = statSync(file, { throwIfNoEntry: false });
  if (status !== undefined && !status.isFile()) {
    throw new UsageError(`${file} is no ordinary file: name one that is, or a new one`);
  }
}

/**
 * Makes `file`, for its owner to read, and answers its descriptor. One that is there stays and is told
 * of, unless `force` (undefined: the command has no such option). Throws CommandError and UsageError.
 */
export function openOutput(
  file: string,
  { config, force }: { readonly config?: Config; readonly force?: boolean },
): number {
  requireReplaceable(file, config);
  try {
    const descriptor = openSync(file, force ? 'w' : 'wx', 0o600);
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
