/** `stopgate backup FILE` */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../config/config.js';
import { makeBackup } from '../service/backup.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  UsageError,
  withServicesFor,
} from './context.js';
import { requireReplaceable } from './output-file.js';
import { showProgress } from './progress.js';
import { counted, megabytes } from './quantities.js';

interface BackupCommandOptions extends ConfigOption {
  readonly force?: boolean;
  readonly json?: boolean;
}

const help = `
The daemon goes on sending and receiving meanwhile; the copy is the database as it stood when it was
begun. It is written under the name FILE.partial, looked through (SQLite's integrity check, and every
event of the ledger), and only then called FILE: whatever has that name is a whole backup, and one that
was there stays until then.

A backup holds numbers, texts and the key behind the pseudonyms, so it can be read by its owner only:
the user that owns the database, who must be able to write to FILE's directory. API keys and webhook
secrets are not in it (hashes of the keys are); keep the configuration file beside it. Copying
stopgate.db by other means while the daemon runs misses what stands in its write-ahead log.

Examples:
  stopgate backup /var/backups/stopgate/stopgate.db --force     (each night, by cron)
  stopgate backup /mnt/usb/stopgate-$(date +%F).db

"stopgate restore FILE" puts it back, and keeps the opt-outs that came after it.`;

export function backupCommand(program: Command, context: CliContext): void {
  program
    .command('backup <file>')
    .description('a checked copy of the database, while the daemon works')
    .option('--force', 'replace FILE where it is there already')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', help)
    .action(async (name: string, _options: BackupCommandOptions, command: Command) => {
      const options = command.optsWithGlobals<BackupCommandOptions>();
      if (name === '-') {
        throw new UsageError(
          'a backup cannot go to "-": it is read again and checked before it counts, so it needs a file; name one and send that on',
        );
      }
      const file = resolve(name);
      const done = await withServicesFor(context, options, async ({ store }, config) => {
        requireFree(file, config, options.force === true);
        const progress = await showProgress(context, 200);
        try {
          return await makeBackup({
            ...{ store, file, clock: context.clock, stop: context.stop },
            onProgress: (part, what) =>
              progress.update((what === 'copying' ? 0 : 100) + part * 100, what),
          });
        } finally {
          progress.end();
        }
      });
      if (done.kind === 'stopped') {
        throw new CommandError(`stopped before the end: ${file} was not made`);
      }
      if (done.kind === 'unsound') {
        throw new CommandError(
          `no backup was made, since the copy of the database is not sound: ${done.problem}; "stopgate database check" tells more and what to do; keep the older backups`,
        );
      }
      const { octets, events } = done;
      if (options.json) printJson(context, { file, bytes: octets, events });
      else {
        const held = `${megabytes(octets)}, ${counted(events, 'event')} in the ledger`;
        printLine(context, `${file}: ${held}; all of it is in order`);
      }
    });
}

function requireFree(file: string, config: Config, mayReplace: boolean): void {
  if (isDirectory(file)) {
    throw new UsageError(`${file} is a directory: name a file in it, ${join(file, 'stopgate.db')}`);
  }
  requireReplaceable(file, config);
  if (mayReplace || !existsSync(file)) return;
  throw new CommandError(
    `${file} is there already: --force replaces it, once the new one is whole`,
  );
}

function isDirectory(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(`${file} is out of reach for the user that owns the database: ${why}`, {
      cause,
      hint: 'that user writes it: name a file in a directory of theirs, such as /var/backups/stopgate',
    });
  }
}
