/** `stopgate vacuum` */
import type { Command } from 'commander';
import { keepDaemonAway } from '../services.js';
import {
  type CliContext,
  type ConfigOption,
  printJson,
  printLine,
  withServices,
} from './context.js';
import { megabytes } from './quantities.js';

interface VacuumOptions extends ConfigOption {
  readonly json?: boolean;
}

const help = `
What was deleted leaves room in the file that is used again, so it need not be done. It helps after
much was erased at once (retention was shortened, say), to give the disk its room back, and it leaves
nothing of deleted texts in the file: SQLite overwrites what is deleted, but not what it moved about.

Nobody can write meanwhile, some seconds for each 100 MB, and a STOP must never wait for that: so stop
the daemon first (systemctl stop stopgate). The disk needs room for the database twice; that is looked
at before anything is done. When it is killed amid it, the file is as it was.`;

export function vacuumCommand(program: Command, context: CliContext): void {
  program
    .command('vacuum')
    .description('write the database file anew, as small as it can be; the daemon must not run')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', help)
    .action((_options: VacuumOptions, command: Command) => {
      const options = command.optsWithGlobals<VacuumOptions>();
      withServices(context, options, ({ store }, config) => {
        const release = keepDaemonAway(config);
        try {
          const { before, after } = store.vacuum();
          if (options.json) printJson(context, { bytesBefore: before, bytesAfter: after });
          else printLine(context, sentence(before, after));
        } finally {
          release();
        }
      });
    });
}

function sentence(before: number, after: number): string {
  const gained = before - after;
  const now = `the database takes ${megabytes(after)}`;
  return gained > 0 ? `${now}: ${megabytes(gained)} gained` : `${now}, as before: nothing to gain`;
}
