/** What a command may touch of the world, handed in by `main.ts`; and how it ends. */
import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { loadConfig } from '../config/load.js';
import { openServices, type Services } from '../services.js';
import type { CallersFiles } from './callers-files.js';
import type { Retained } from './other-user.js';

/** Where output goes: a terminal with its size, or anything else. */
export type Terminal = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

export interface CliContext {
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hostName: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Terminal;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** Aborted by SIGINT and SIGTERM. */
  readonly stop: AbortSignal;
  /** From now on output that cannot be written is lost, and no failure: a log must stop no daemon. */
  readonly tolerateLoss: () => void;
  /** From now on SIGHUP calls `listener` and does not end the process. */
  readonly onHangUp: (listener: () => void) => void;
  /** What starts this program, before its arguments: Node with its options, and the file. */
  readonly program: readonly string[];
  /** What is opened with the rights of whoever calls. */
  readonly files: CallersFiles;
  /**
   * Becomes the owner of `directory` when run by root, so that no file there ends up root's. Throws
   * OtherUserNeeded where the command has to be run anew for that: before it nothing may have been
   * done, asked or read, but files be opened with `files`.
   */
  readonly actAsOwnerOf: (directory: string, retained?: Retained) => void;
}

/** The command did what it could and failed: told on stderr in one sentence, exit 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code = 'COMMAND';
  /** What can be done about it; told on a line of its own. */
  readonly hint: string | undefined;

  constructor(message: string, options: { cause?: unknown; hint?: string } = {}) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
}

/** The command was called wrongly: exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
}

export const defaultConfigFile = '/etc/stopgate/stopgate.toml';

export interface ConfigOption {
  readonly config: string;
}

/**
 * Reads the configuration; throws ConfigError. Unless it `needsSecrets` a command does without the
 * credentials of a service that does not run.
 */
export function readConfig(
  context: CliContext,
  options: ConfigOption,
  needsSecrets = false,
): Config {
  return loadConfig({
    needsSecrets,
    file: options.config,
    env: context.env,
    hostName: context.hostName,
    readFile: readUtf8,
  });
}

/** A file as text; throws where it is none in UTF-8, as TOML has to be. */
function readUtf8(path: string): string {
  const octets = readFileSync(path);
  if (!isUtf8(octets)) throw new Error('it is not UTF-8: save it in that encoding');
  return octets.toString('utf8');
}

/** The same, or undefined where none was named and the usual file does not exist. */
export function readConfigIfAny(
  context: CliContext,
  options: ConfigOption,
  needsSecrets = false,
): Config | undefined {
  const isAbsent = options.config === defaultConfigFile && !existsSync(defaultConfigFile);
  return isAbsent ? undefined : readConfig(context, options, needsSecrets);
}

/** Runs `work` on the database that the daemon uses too; it notices by itself. */
export function withServices<T>(
  context: CliContext,
  options: ConfigOption,
  work: (services: Services, config: Config) => T,
): T {
  const config = readConfig(context, options);
  context.actAsOwnerOf(config.gateway.dataDir);
  const services = openServices(config, context.clock, () => {});
  try {
    return work(services, config);
  } catch (error) {
    throw inWords(error, services);
  } finally {
    services.store.close();
  }
}

/** The same for work that takes a while. */
export async function withServicesFor<T>(
  context: CliContext,
  options: ConfigOption,
  work: (services: Services, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(context, options);
  context.actAsOwnerOf(config.gateway.dataDir);
  const services = openServices(config, context.clock, () => {});
  try {
    return await work(services, config);
  } catch (error) {
    throw inWords(error, services);
  } finally {
    services.store.close();
  }
}

/** What an error of SQLite says of the database; any other error as it is. */
function inWords(error: unknown, { store }: Services): unknown {
  const failure = store.noteFailure(error);
  if (failure === undefined || error instanceof CommandError) return error;
  return new CommandError(failure.what, { cause: error, hint: failure.remedy });
}

/** Who works here, for the ledger. */
export function operatorOf({ env }: CliContext): string {
  return env.SUDO_USER ?? env.USER ?? env.LOGNAME ?? 'unknown';
}

export function printLine(context: CliContext, line: string): void {
  context.stdout.write(`${line}\n`);
}

/** A text in quotes, its line ends as ` / `. */
export function onOneLine(text: string): string {
  return `"${text.replace(/\s*\n\s*/gu, ' / ')}"`;
}

export function printJson(context: CliContext, value: unknown): void {
  printLine(context, JSON.stringify(value, null, 2));
}
