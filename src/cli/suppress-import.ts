/** `stopgate suppress import FILE` */
import { createWriteStream, type WriteStream } from 'node:fs';
import { type Command, Option } from 'commander';
import type { Config } from '../config/config.js';
import { everything } from '../domain/consent.js';
import { type ListFormat, listFormats, readingOf } from '../service/list-formats.js';
import { readListed } from '../service/listed-number.js';
import {
  type BadRow,
  type ImportResult,
  importSuppressions,
} from '../service/suppression-import.js';
import type { Services } from '../services.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  readConfig,
  withServicesFor,
} from './context.js';
import type { ListFile } from './list-file.js';
import { keepHeapSmall } from './memory.js';
import { asScope } from './options.js';
import { openOutput, removeUnfinished } from './output-file.js';
import { showProgress } from './progress.js';

interface ImportCommandOptions extends ConfigOption {
  readonly format: 'auto' | ListFormat;
  readonly scope?: string;
  readonly dryRun?: boolean;
  readonly badRows?: string;
  readonly json?: boolean;
}

const help = `
Each row becomes an opt-out in the ledger (source import), with the file's name and SHA-256 and the
line as its evidence, and cancels what is queued for that number. Numbers that are suppressed already
are left as they are; so an import that was interrupted is gone on with by doing it again.

Shapes that are known by their header (--format auto):
  list        one number a line; or one column named number, phone, msisdn, mobile …
  stopgate    number,scope,since,source: what "suppress export" writes. HMACs are taken back only
              by the database that made them
  twilio      Consent Management API: contact_id,status,…; the Console's message log:
              From,To,Body,…,ErrorCode,…,Direction,…: whoever was refused with 21610 or wrote STOP.
              Rows of other kinds are skipped; a START in the log does not undo a STOP
  aws         describe-opted-out-numbers and list-phone-numbers-opted-out, as JSON, text or CSV
              (OptedOutNumber,…); Pinpoint's endpoints: ChannelType,Address,OptOut
  kalkun      the tables plugin_stop_manager (destination_number,stop_type,stop_message,reg_date)
              and plugin_blacklist_number (phone_number,reason)
  smstools3   its blacklist: 491721234567 # comment, s before numbers as dialled
  gammu-smsd  an ExcludeNumbersFile, or the section [exclude_numbers] with number1 = …

Commas, semicolons, tabs and | delimit, UTF-8 and UTF-16 are read. Numbers without + are read as they
are dialled in the configured country, but with their country code in stopgate, twilio, aws and
smstools3. What Excel has rounded (4.477E+11) is refused: make the column text there.

Rows that cannot be read are told with their line; the others are taken all the same, since no
opt-out should wait for another's. The exit code is 1 then, so that a script notices.

Examples:
  stopgate suppress import opted-out.csv --dry-run
  stopgate suppress import opted-out.csv --scope newsletter --bad-rows bad.csv
  aws pinpoint-sms-voice-v2 describe-opted-out-numbers --opt-out-list-name Default | \\
    stopgate suppress import -`;

const shownBadRows = 20;

export function suppressImportCommand(suppress: Command, context: CliContext): void {
  suppress
    .command('import <file>')
    .description('suppress all numbers of a list; - reads it from stdin')
    .addOption(
      new Option('--format <format>', "whose shape it has, where its header doesn't tell")
        .choices(['auto', ...listFormats])
        .default('auto'),
    )
    .option(
      '--scope <scope>',
      'a campaign, for rows that name none (default: *, everything)',
      asScope,
    )
    .option('--dry-run', 'say what would be done, and change nothing')
    .option('--bad-rows <file>', 'write all rows that cannot be read to this new file, as CSV')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', help)
    .action(async (file: string, _options: ImportCommandOptions, command: Command) => {
      const options = command.optsWithGlobals<ImportCommandOptions>();
      keepHeapSmall();
      // Loaded here alone: the daemon need not carry CSV. Opened as whoever calls, not as the
      // owner of the data.
      const { openListFile, readList } = await import('./list-file.js');
      const config = readConfig(context, options);
      const descriptor = file === '-' ? undefined : openListFile(context.files, file);
      const badFile = badRowsFileOf(context, options.badRows, config);
      context.actAsOwnerOf(config.gateway.dataDir);
      const bad = badRows(badFile, options.badRows);
      const name = file === '-' ? 'stdin' : file;
      let result: ImportResult;
      try {
        const list = await readList(descriptor ?? context.stdin, file);
        try {
          result = await withServicesFor(context, options, (services) =>
            run(context, options, { name, list, bad, services, config }),
          );
        } finally {
          list.close();
        }
        await bad.close();
      } catch (error) {
        if (options.badRows !== undefined) removeUnfinished(context, options.badRows);
        throw error;
      }
      tell(context, options, name, result, bad);
    });
}

interface Run {
  readonly name: string;
  readonly list: ListFile;
  readonly bad: BadRows;
  readonly services: Services;
  readonly config: Config;
}

async function run(
  context: CliContext,
  options: ImportCommandOptions,
  { name, list, bad, services, config }: Run,
): Promise<ImportResult> {
  const { country } = config.gateway;
  const reading = readingOf(list.head, {
    format: options.format === 'auto' ? undefined : options.format,
    words: (text) => services.replies.understand(text).action === 'opt_out',
    isNumber: (cell) =>
      readListed(cell, { country, isInternational: true, hasDialledMark: false }).kind !== 'bad',
  });
  if (typeof reading === 'string') throw new CommandError(`${name} cannot be imported: ${reading}`);
  const progress = await showProgress(context, list.size);
  try {
    return await importSuppressions(
      {
        store: services.store,
        consent: services.consent,
        clock: services.clock,
        country,
        reading,
        file: name,
        sha256: list.sha256,
        scope: options.scope ?? everything,
        dryRun: options.dryRun === true,
        stop: context.stop,
        onProgress: ({ rows, bad: badCount }) =>
          progress.update(list.octets, `${counted(rows, 'row')}, ${badCount} bad`),
        onBad: (row) => bad.add(row),
      },
      list.lines({
        hasComments: reading.format === 'smstools3' || reading.format === 'gammu-smsd',
      }),
    );
  } finally {
    progress.end();
  }
}

interface BadRows {
  /** The first ones. */
  readonly shown: readonly BadRow[];
  add(row: BadRow): void;
  close(): Promise<void>;
}

function badRowsFileOf(
  context: CliContext,
  path: string | undefined,
  config: Config,
): number | undefined {
  return path === undefined ? undefined : openOutput(context, path, { config });
}

function badRows(descriptor: number | undefined, path: string | undefined): BadRows {
  const shown: BadRow[] = [];
  const file = descriptor === undefined ? undefined : createWriteStream('', { fd: descriptor });
  const failed = file && failureOf(file, path ?? '');
  file?.write('line,number,problem\n');
  return {
    shown,
    add(row) {
      if (shown.length < shownBadRows) shown.push(row);
      file?.write(`${row.line},${quoted(row.number)},${quoted(row.problem)}\n`);
    },
    async close() {
      file?.end();
      await failed;
    },
  };
}

/** Settles when the file is closed; rejects when it could not be written. */
function failureOf(file: WriteStream, path: string): Promise<void> {
  const closed = new Promise<void>((resolve, reject) => {
    file.once('close', resolve);
    file.once('error', (error) =>
      reject(new CommandError(`cannot write the bad rows to ${path}: ${error.message}`)),
    );
  });
  closed.catch(() => undefined);
  return closed;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function tell(
  context: CliContext,
  options: ImportCommandOptions,
  name: string,
  result: ImportResult,
  bad: BadRows,
): void {
  if (result.kind === 'foreign') {
    throw new CommandError(
      `${name} has HMACs of another database (line ${result.line}: key ${result.key}, here it is ${result.ownKey}), which mean nothing here: export it there with --plain --reason`,
    );
  }
  const { counts } = result;
  const isDry = options.dryRun === true;
  if (options.json) {
    const finished = result.kind === 'done';
    printJson(context, { dryRun: isDry, finished, ...counts, badRows: bad.shown });
  } else {
    printLine(
      context,
      `${counted(counts.rows, 'row')}: ${counts.added} ${isDry ? 'would be suppressed' : 'suppressed'}, ${counts.alreadySuppressed} were already, ${counts.duplicates} twice in the list, ${counts.skipped} no opt-outs, ${counts.bad} bad`,
    );
    for (const row of bad.shown) {
      context.stderr.write(`line ${row.line}: ${row.problem}\n`);
    }
    if (isDry) printLine(context, 'nothing was changed: --dry-run');
  }
  if (result.kind === 'stopped') {
    throw new CommandError(
      `stopped after line ${result.lastLine}: ${isDry ? 'nothing was changed' : 'what was taken in so far stays, and the same import again goes on from there'}`,
    );
  }
  if (counts.bad > 0) {
    const more = counts.bad - bad.shown.length;
    const where =
      options.badRows === undefined
        ? `--bad-rows FILE writes all of them`
        : `all of them are in ${options.badRows}`;
    throw new CommandError(
      `${counted(counts.bad, 'row')} of ${name} cannot be read${more > 0 ? ` (${more} more than shown)` : ''}, the others were ${isDry ? 'looked at' : 'taken'}; ${where}`,
    );
  }
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
