/** `stopgate suppress export [FILE]` */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import { breather } from '../service/breather.js';
import {
  type ExportRow,
  exportColumns,
  exportSuppressions,
} from '../service/suppression-export.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  operatorOf,
  printJson,
  readConfig,
  UsageError,
  withServicesFor,
} from './context.js';
import { keepHeapSmall } from './memory.js';
import { asReason } from './options.js';
import { openOutput, removeUnfinished } from './output-file.js';
import { showProgress } from './progress.js';

interface ExportCommandOptions extends ConfigOption {
  readonly plain?: boolean;
  readonly reason?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const help = `
Writes CSV: number,scope,since,source. The list says who did not want to be written to, and is not
for passing on: so a number is an HMAC (hmac:KEY:…) made with this database's own key. Such a list
shows whether two are the same, and only this database takes it back. Those who were erased stay
HMACs in a plain list too.

The ledger keeps each export ("stopgate ledger show '*'"): when, who, how many rows, plain or not, the
reason. A file is readable by its owner only and never written over without --force.

Examples:
  stopgate suppress export suppressed.csv
  stopgate suppress export numbers.csv --plain --reason "move to the new gateway"
  stopgate suppress export | wc -l`;

export function suppressExportCommand(suppress: Command, context: CliContext): void {
  suppress
    .command('export [file]')
    .description('write the list as CSV, numbers as HMACs; without a file to stdout')
    .option('--plain', 'the numbers themselves; needs --reason')
    .option('--reason <text>', 'what it is needed for; kept in the ledger', asReason)
    .option('--force', 'write over the file if it is there')
    .option('--json', 'print what was written, as JSON; needs a file')
    .addHelpText('after', help)
    .action(async (file: string | undefined, _options: ExportCommandOptions, command: Command) => {
      const options = command.optsWithGlobals<ExportCommandOptions>();
      requireReason(options);
      keepHeapSmall();
      if (options.json && file === undefined) {
        throw new UsageError('--json tells what was written: name a file for the list itself');
      }
      // Made as whoever calls, not as the owner of the data.
      const config = readConfig(context, options);
      const force = options.force === true;
      const descriptor =
        file === undefined ? undefined : openOutput(context, file, { config, force });
      context.actAsOwnerOf(config.gateway.dataDir);
      try {
        const rows = await write(context, options, file, descriptor);
        if (options.json) printJson(context, { file, rows, plain: options.plain === true });
        else if (file !== undefined) {
          context.stderr.write(
            `${rows.toLocaleString('en')} rows written to ${file}, the numbers ${options.plain ? 'plain' : 'as HMACs'}\n`,
          );
        }
      } catch (error) {
        if (file !== undefined && !force) removeUnfinished(context, file);
        throw error;
      }
    });
}

function requireReason({ plain, reason }: ExportCommandOptions): void {
  if (plain && reason === undefined) {
    throw new UsageError(
      '--plain gives out whole numbers and needs --reason "what for", which the ledger keeps; without --plain they are HMACs',
    );
  }
}

/** How many rows were written. */
async function write(
  context: CliContext,
  options: ExportCommandOptions,
  file: string | undefined,
  descriptor: number | undefined,
): Promise<number> {
  // Loaded here alone: the daemon need not carry CSV.
  const { stringify } = await import('csv-stringify');
  return withServicesFor(context, options, async ({ clock, store }) => {
    const rows = exportSuppressions({
      store,
      clock,
      isPlain: options.plain === true,
      reason: options.reason,
      by: operatorOf(context),
      file: file ?? 'stdout',
    });
    const csv = stringify({ header: true, columns: [...exportColumns] });
    const target: Writable =
      descriptor === undefined
        ? context.stdout
        : createWriteStream('', { fd: descriptor, flush: true });
    const written = new Promise<void>((resolve, reject) => {
      csv.once('end', resolve).once('error', reject);
      target.once('error', (cause) =>
        reject(new CommandError(`cannot write ${file ?? 'the list'}: ${cause.message}`, { cause })),
      );
    });
    // It is waited for below; a failure before that has told itself.
    written.catch(() => undefined);
    csv.pipe(target, { end: descriptor !== undefined });
    const total = file === undefined ? undefined : store.consent.count();
    const count = await feed(context, { csv, written }, rows, total);
    csv.end();
    await written;
    if (descriptor !== undefined && !target.closed) await once(target, 'close');
    return count;
  });
}

async function drained(csv: Writable, stop: AbortSignal): Promise<void> {
  try {
    await once(csv, 'drain', { signal: stop });
  } catch (error) {
    if (!stop.aborted) throw error;
  }
}

/** @param total for a bar; undefined where the list itself goes to the terminal */
async function feed(
  context: CliContext,
  { csv, written }: { readonly csv: Writable; readonly written: Promise<void> },
  rows: Iterable<ExportRow>,
  total: number | undefined,
): Promise<number> {
  const progress = total === undefined ? undefined : await showProgress(context, total);
  const breathe = breather(context.clock);
  let count = 0;
  try {
    for (const row of rows) {
      if (context.stop.aborted) throw new CommandError(`stopped after ${count} rows`);
      count += 1;
      // Nothing drains any more once what it is written to has failed.
      if (!csv.write(row)) await Promise.race([drained(csv, context.stop), written]);
      if (count % 1000 === 0) {
        progress?.update(count, `${count.toLocaleString('en')} rows`);
        await breathe();
      }
    }
    return count;
  } finally {
    progress?.end();
  }
}
