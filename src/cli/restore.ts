/** `stopgate restore FILE` */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Restored, restoreBackup } from '../restoration.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  readConfig,
  UsageError,
} from './context.js';
import { showProgress } from './progress.js';
import { counted } from './quantities.js';

interface RestoreCommandOptions extends ConfigOption {
  readonly loseLaterOptOuts?: boolean;
  readonly json?: boolean;
}

const help = `
Stop the daemon first (systemctl stop stopgate), and let nobody else work on the database meanwhile.
FILE is looked through before anything is changed, and stays as it is. The database that is there is
kept beside the new one, as stopgate-before-restore-TIME.db; delete it when you are sure.

A backup is the past, and a restore alone would undo what people asked for since. So of the database
that is there these are brought over:
  who opted out since       nobody is written to after their STOP. Where the ledger goes on from the
                            backup's, the rest of it comes over as it is, with who came back since;
                            otherwise what is suppressed in either stays suppressed
  who was erased since      they are erased from the backup's content again
  keys that were revoked    they stay revoked; keys that were made since are gone
  opt-out links, replies under review, PINs that a SIM refused, answers to requests that may come again

Nothing is sent twice: what waited when the backup was made may have been sent since, so it becomes
canceled (with the error code "restored"), and what a modem had just then unconfirmed. Send again what
you know did not go. What was queued since, and everything else that came since, is in the database
that is kept aside, and not in the restored one.

Where the database that is there cannot be read, opt-outs that came after the backup would be lost, and
people who said stop would be written to. Then nothing is changed: "stopgate database set-aside" saves
those that can still be read, and a restore after it brings them over. Only --lose-later-opt-outs goes
on without them. Where there is none (a new machine), there is nothing to bring over: if you have
the old disk, or the replies on the SIM and in your applications' records, add them with
"stopgate suppress add" before you start the daemon.

Examples:
  stopgate restore /var/backups/stopgate/stopgate.db
  stopgate restore /var/lib/stopgate/stopgate-schema-6-20261123T063140Z.db   (from before an upgrade)`;

export function restoreCommand(program: Command, context: CliContext): void {
  program
    .command('restore <file>')
    .description('put a backup back; opt-outs that came after it stay')
    .option('--lose-later-opt-outs', 'go on where opt-outs that came after the backup are lost')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', help)
    .action(async (name: string, _options: RestoreCommandOptions, command: Command) => {
      const options = command.optsWithGlobals<RestoreCommandOptions>();
      const config = readConfig(context, options);
      const { dataDir } = config.gateway;
      context.actAsOwnerOf(dataDir);
      const file = resolve(name);
      requireBackup(file, join(dataDir, 'stopgate.db'));
      const progress = await showProgress(context, 100);
      const { clock, stop } = context;
      const loseLaterOptOuts = options.loseLaterOptOuts === true;
      const onProgress = (part: number, what: string) => progress.update(part * 100, what);
      const result = await restoreBackup({
        ...{ config, clock, stop, file, loseLaterOptOuts, onProgress },
      }).finally(() => progress.end());
      switch (result.kind) {
        case 'stopped':
          throw new CommandError('stopped before the end: nothing was restored');
        case 'unsound':
          throw new CommandError(
            `${file} cannot be restored, and nothing was changed: ${result.problem}`,
          );
        case 'opt-outs-at-risk':
          throw new CommandError(
            `nothing was changed: ${result.problem}, so people who opted out after the backup would be written to again. Where the file is damaged, "stopgate database set-aside --yes" saves the opt-outs that can still be read: do that first, and restore then. --lose-later-opt-outs restores it all the same`,
          );
        case 'restored': {
          const { kind: _kind, ...restored } = result;
          if (options.json) printJson(context, { file, ...restored });
          else tell(context, file, result);
        }
      }
    });
}

function requireBackup(file: string, database: string): void {
  if (!existsSync(file)) {
    throw new CommandError(
      `${file} is not there, or out of reach for the user that owns the database: name a backup`,
    );
  }
  if (statSync(file).isDirectory()) {
    throw new UsageError(`${file} is a directory: name a backup in it`);
  }
  if (existsSync(database) && realpathSync(file) === realpathSync(database)) {
    throw new UsageError(`${file} is the database itself: name a backup of it`);
  }
}

function tell(context: CliContext, file: string, restored: Restored): void {
  const { aside, broughtOver, canceled, unconfirmed } = restored;
  const say = (line: string) => printLine(context, line);
  say(`restored ${file}`);
  if (aside !== undefined) say(`the database that was there is kept as ${aside}`);
  if (broughtOver === undefined) {
    say(
      'note: opt-outs that came after the backup are not in it, and could not be brought over: add those that you know of with "stopgate suppress add" before you start the daemon',
    );
  } else {
    const { optOuts, erased, lostWaiting } = broughtOver;
    say(`opt-outs that came after the backup, brought over: ${optOuts.toLocaleString('en')}`);
    if (erased > 0) say(`people who were erased after the backup, and are again: ${erased}`);
    if (lostWaiting > 0) {
      say(
        `note: ${counted(lostWaiting, 'message')} that came after the backup had not been sent, and will not be`,
      );
    }
  }
  if (canceled + unconfirmed > 0) {
    say(
      `note: what waited when the backup was made may have been sent since, and is not sent again: ${counted(canceled, 'message')} canceled, ${counted(unconfirmed, 'part')} unconfirmed (error code "restored")`,
    );
  }
}
