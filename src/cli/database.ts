/** `stopgate database check|set-aside` */
import type { Command } from 'commander';
import { examineData, setDataAside } from '../services.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  readConfig,
  UsageError,
  withServicesFor,
} from './context.js';
import { ledgerComplaint, verdictAsJson, verifyShown } from './ledger.js';
import { keepHeapSmall } from './memory.js';

interface DatabaseOptions extends ConfigOption {
  readonly json?: boolean;
}

interface SetAsideOptions extends DatabaseOptions {
  readonly yes?: boolean;
  readonly acceptLoss?: boolean;
}

type SetAside = ReturnType<typeof setDataAside>;
type Rescued = Extract<SetAside, { kind: 'done' }>['rescued'];

const checkHelp = `
Looks at the whole file (SQLite's integrity_check and foreign_key_check), then at the ledger as
"stopgate ledger verify" does. It changes nothing and may run beside the daemon; with a million
opt-outs it takes some seconds.

Exit codes: 0 everything is sound; 1 it is not, and what was found is named.`;

const setAsideHelp = `
For a file that "stopgate database check" finds damaged, when there is no backup to put back. Stop
the daemon first.

THE OPT-OUTS ARE IN THIS FILE. Without them people who said STOP would be written to again. So a new
database takes its place that has every opt-out which can still be read:
  - the ledger with its hashes, as far as its chain holds;
  - whoever else was suppressed, by an event of the new ledger that names this file and what it said;
  - whoever's reply was still under review: nobody may look at it any more, so it counts as opt-out.
Opt-out links, API keys and answers to Idempotency-Keys are carried over as far as they can be read.
Messages are not: what was queued is not sent, and applications get 404 for it.

When a part of the suppression list cannot be read, nothing is changed, so that nothing is sent:
no daemon starts on a damaged file. Then put a backup back (stopgate restore FILE), or have another copy of the list at hand
("stopgate suppress export" makes one), and only then say --accept-loss: whoever stood in the part
that is lost is NOT suppressed until you import that copy, so do it before the daemon starts.

The damaged file stays beside the new one, under a name with the time. Keep it: it is evidence.

Examples:
  systemctl stop stopgate
  stopgate database check
  stopgate database set-aside --yes
  stopgate database set-aside --yes --accept-loss && stopgate suppress import copy.csv

Exit codes: 0 the new database is in place; 1 nothing was changed; 2 wrong usage.`;

export function databaseCommand(program: Command, context: CliContext): void {
  const database = program
    .command('database')
    .description('the database file: whether it is sound, and what to do when it is not');

  database
    .command('check')
    .description('look at the whole file and the ledger in it; changes nothing')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', checkHelp)
    .action(async (_options: DatabaseOptions, command: Command) => {
      await check(context, command.optsWithGlobals<DatabaseOptions>());
    });

  database
    .command('set-aside')
    .description('put a damaged file aside, and a new one in its place with the opt-outs in it')
    .option('--yes', 'do it')
    .option('--accept-loss', 'also when opt-outs cannot be read any more')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', setAsideHelp)
    .action((_options: SetAsideOptions, command: Command) => {
      setAside(context, command.optsWithGlobals<SetAsideOptions>());
    });
}

async function check(context: CliContext, options: DatabaseOptions): Promise<void> {
  const config = readConfig(context, options);
  context.actAsOwnerOf(config.gateway.dataDir);
  const { file, damage, danglingRows } = examineData(config);
  // A damaged file is not opened for writing, which bringing it up to date would be.
  keepHeapSmall();
  const verdict =
    damage.length > 0
      ? undefined
      : await withServicesFor(context, options, ({ store }) => verifyShown(context, store, []));
  const isSound = danglingRows.length === 0 && verdict?.isWhole === true;
  if (options.json) {
    const ledger = verdict === undefined ? null : verdictAsJson(verdict);
    printJson(context, { file, sound: isSound, damage, danglingRows, ledger });
  }
  if (damage.length > 0) {
    throw new CommandError(
      [
        `${file} is damaged:`,
        ...damage,
        'put a backup back (stopgate restore FILE); or, without one, see "stopgate database set-aside --help"',
      ].join('\n  '),
    );
  }
  if (!isSound) {
    const ledger = verdict === undefined || verdict.isWhole ? [] : [ledgerComplaint(verdict)];
    throw new CommandError([...danglingRows, ...ledger].join('\n  '));
  }
  if (!options.json) {
    printLine(context, `${file} is sound, and so is its ledger: ${verdict?.events ?? 0} events`);
  }
}

function setAside(context: CliContext, options: SetAsideOptions): void {
  if (!options.yes) {
    throw new UsageError(
      'the opt-outs are in this database: what of them cannot be read any more is lost with it. Read "stopgate database set-aside --help", and add --yes',
    );
  }
  const config = readConfig(context, options);
  context.actAsOwnerOf(config.gateway.dataDir);
  keepHeapSmall();
  const result = setDataAside(config, context.clock, options.acceptLoss === true);
  if (options.json) printJson(context, result);
  switch (result.kind) {
    case 'sound':
      throw new CommandError(
        `${result.file} is sound, so it is left where it is: the opt-outs are in it`,
      );
    case 'loss':
      throw new CommandError(
        [
          'nothing was changed, and no daemon starts on this file: opt-outs in it cannot be read any more',
          `lost: ${result.rescued.losses.join('; ')}`,
          `can be read: ${describe(result.rescued)}`,
          'put a backup back (stopgate restore FILE). Without one --accept-loss goes on without them: those people would be written to again, unless you import another copy of the list before the daemon starts',
        ].join('\n  '),
      );
    case 'done':
      if (!options.json) tellDone(context, result);
  }
}

function tellDone(
  context: CliContext,
  { file, aside, rescued }: Extract<SetAside, { kind: 'done' }>,
): void {
  printLine(context, `the damaged database is ${aside} now: keep it, opt-outs are in it`);
  printLine(context, `a new ${file} has what could be read: ${describe(rescued)}`);
  for (const loss of rescued.losses) {
    printLine(context, `LOST: ${loss}. Import another copy of the list before the daemon starts`);
  }
  printLine(context, 'what was queued is not in it and will not be sent');
  if (rescued.apiKeys === 0) {
    printLine(context, 'no API key could be read: make new ones with "stopgate keys create"');
  }
}

function describe(rescued: Rescued): string {
  const { suppressions, events, suppressedAnew, optOutLinks, apiKeys } = rescued;
  return [
    `${suppressions.toLocaleString('en')} suppressions (${suppressedAnew.toLocaleString('en')} by new events that say where they come from)`,
    `${events.toLocaleString('en')} events of the ledger with their hashes`,
    `${optOutLinks.toLocaleString('en')} opt-out links`,
    `${apiKeys.toLocaleString('en')} API keys`,
  ].join(', ');
}
