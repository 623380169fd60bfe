/** `stopgate support`: one text file for a report of a fault, masked, to be read before it is sent. */
import { closeSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, release, type } from 'node:os';
import type { Command } from 'commander';
import type { Config } from '../config/config.js';
import { ConfigError } from '../config/faults.js';
import type { ModemRecord } from '../domain/ports.js';
import type { Statistics } from '../domain/statistics.js';
import { isDaemonRunning } from '../services.js';
import { LineMask } from '../trace/line-mask.js';
import { NumberMask } from '../trace/number-mask.js';
import { version } from '../version.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printLine,
  readConfigIfAny,
  withServices,
} from './context.js';
import { examineAll, lineOf } from './doctor.js';
import { OtherUserNeeded } from './other-user.js';
import { openOutput, removeUnfinished } from './output-file.js';
import { scrubber } from './scrub.js';
import { type Excerpt, logExcerpt, traceExcerpt } from './support-log.js';
import { table } from './table.js';

interface SupportOptions extends ConfigOption {
  readonly log?: string;
  readonly trace?: string;
}

/** A file that is open, and is not read before the rights of the database's owner are taken. */
interface Input {
  readonly path: string;
  readonly descriptor: number;
}

type Scrub = (text: string) => string;

const help = `
It has the versions, the configuration without its secrets, what "stopgate doctor" finds, what the
daemon last knew of the modems (no IMEI, no IMSI), how many rows each table has, the last kinds of
errors, and with --log and --trace the end of a log and of a masked trace. Of people it has nothing:
numbers, PDUs, keys, tokens and PINs are masked, words of messages are not in it, lines of a log of the
levels debug and trace are left out, and a trace that is not masked too. It is plain text: read it
before you send it.

Without FILE, or with -, it is printed; with FILE it is written there, for its owner to read. It may
run beside the daemon, which keeps its modems meanwhile.

Examples:
  sudo stopgate support report.txt
  journalctl -u stopgate -o cat -n 2000 > stopgate.log
  sudo stopgate support report.txt --log stopgate.log --trace wire.trace`;

export function supportCommand(program: Command, context: CliContext): void {
  program
    .command('support [file]')
    .description('a text file for a report of a fault, with everything masked')
    .option('--log <file>', 'with the last lines of this log')
    .option('--trace <file>', 'with the last lines of this trace, where it is masked')
    .addHelpText('after', help)
    .action(async (file: string | undefined, _options: SupportOptions, command: Command) => {
      const options = command.optsWithGlobals<SupportOptions>();
      // Before the rights of the database's owner are all that is left.
      const [log, trace] = [options.log, options.trace].map((path) => openInput(context, path));
      const isFile = file !== undefined && file !== '-';
      const out = isFile ? openOutput(context, file, {}) : undefined;
      try {
        const report = await compose(context, options, { log, trace });
        if (out === undefined) printLine(context, report);
        else {
          writeWhole(out, `${report}\n`, file ?? '');
          printLine(context, `${file} is written: read it before you send it`);
        }
      } catch (error) {
        if (isFile && !(error instanceof OtherUserNeeded)) removeUnfinished(context, file);
        throw error;
      }
    });
}

async function compose(
  context: CliContext,
  options: ConfigOption,
  { log, trace }: { readonly log: Input | undefined; readonly trace: Input | undefined },
): Promise<string> {
  const { config, problem } = configOrProblem(context, options);
  const scrub = scrubber(config);
  const findings: string[] = [];
  if (problem === undefined) {
    await examineAll(context, config, undefined, (finding) => findings.push(lineOf(finding)));
  } else findings.push('not asked, since it needs the configuration');
  const sections: readonly (readonly [string, string])[] = [
    ['Versions', versions(context)],
    ['Configuration', config === undefined ? (problem ?? 'there is none') : shownOf(config, scrub)],
    ['Doctor', scrub(findings.join('\n'))],
    ...(config === undefined ? [] : fromDatabase(context, options, scrub)),
    ...(log === undefined ? [] : [section('Log', logExcerpt(contentOf(log), scrub))]),
    ...(trace === undefined ? [] : [section('Trace', traceExcerpt(contentOf(trace)))]),
  ];
  return sections.map(([title, body]) => `## ${title}\n\n${body}\n`).join('\n');
}

/** A configuration with faults is what the report may be about. */
function configOrProblem(context: CliContext, options: ConfigOption) {
  try {
    return { config: readConfigIfAny(context, options), problem: undefined };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const scrub = scrubber(undefined);
    // What stands in the value may be anybody's words.
    const lines = error.faults.map(({ path, message }) =>
      scrub(`${path}: ${message.replace(/^.* is wrong;/su, 'the value is wrong;')}`),
    );
    return { config: undefined, problem: lines.join('\n') };
  }
}

function versions({ clock }: CliContext): string {
  return [
    `stopgate ${version}, Node.js ${process.version}`,
    `${type()} ${release()}, ${arch()}`,
    `made at ${clock.now().toISOString()}`,
  ].join('\n');
}

/** Settings as they count, defaults too. Free texts are told by their length alone. */
function shownOf(config: Config, scrub: Scrub): string {
  const mask = new LineMask(new NumberMask());
  const shown = {
    ...config,
    modems: config.modems.map((modem) => ({
      ...modem,
      ...(modem.pin !== undefined && { pin: '(set)' }),
      init: modem.init.map((line) => mask.toModem(line)),
    })),
    optout: {
      ...config.optout,
      brand: lengthOf(config.optout.brand),
      helpText: lengthOf(config.optout.helpText),
    },
    webhooks: config.webhooks.map((webhook) => ({
      ...webhook,
      url: `${new URL(webhook.url).origin}/…`,
      secret: '(set)',
    })),
  };
  return scrub(JSON.stringify(shown, null, 2));
}

function lengthOf(text: string): string {
  return `(${[...text].length} characters)`;
}

function fromDatabase(
  context: CliContext,
  options: ConfigOption,
  scrub: Scrub,
): readonly (readonly [string, string])[] {
  try {
    return withServices(context, options, ({ store }, config) => {
      const told = store.statistics();
      return [
        ['Modems', modems(store.modems.list(), scrub)],
        ['Database', database(told, isDaemonRunning(config))],
        ['Errors', faults(told, scrub)],
      ] as const;
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [['Database', scrub(`it cannot be read: ${why}`)]];
  }
}

function modems(records: readonly ModemRecord[], scrub: Scrub): string {
  const head = ['NAME', 'STATE', 'MAKER', 'MODEL', 'OPERATOR', 'NETWORK', 'DBM', 'SIM', 'PROBLEM'];
  const rows = records.map((modem) => [
    ...[modem.name, modem.state, modem.manufacturer, modem.model, modem.operator].map(
      (cell) => cell && scrub(cell),
    ),
    ...[modem.registration, modem.signalDbm, `${modem.simUsed ?? '?'}/${modem.simTotal ?? '?'}`],
    modem.problem && scrub(modem.problem),
  ]);
  return table(head, rows);
}

function database(told: Statistics, isRunning: boolean): string {
  return [
    `schema ${told.schemaVersion}, SQLite ${told.sqliteVersion}; a daemon ${isRunning ? 'works' : 'does not work'} on it`,
    `${told.octets} bytes, ${told.freePages} free pages, write-ahead log of ${told.logOctets} bytes`,
    '',
    table(
      ['TABLE', 'ROWS'],
      told.rows.map(({ table, count }) => [table, count]),
    ),
    '',
    table(
      ['MESSAGES', 'COUNT'],
      told.messagesByStatus.map(({ status, count }) => [status, count]),
    ),
  ].join('\n');
}

function faults({ faults }: Statistics, scrub: Scrub): string {
  if (faults.length === 0) return 'none';
  const rows = faults.map(({ where, problem, count, lastAt }) => [
    ...[lastAt, where, count],
    scrub(problem),
  ]);
  return table(['LAST', 'TABLE', 'COUNT', 'WHAT'], rows);
}

function section(title: string, { lines, leftOut }: Excerpt): readonly [string, string] {
  return [title, [...(leftOut === undefined ? [] : [`(${leftOut})`]), ...lines].join('\n')];
}

function openInput({ files }: CliContext, path: string | undefined): Input | undefined {
  if (path === undefined) return undefined;
  try {
    return { path, descriptor: files.open(path, 'r') };
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function contentOf({ path, descriptor }: Input): string {
  try {
    return readFileSync(descriptor, 'utf8');
  } catch (cause) {
    throw unreadable(path, cause);
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(path: string, cause: unknown): CommandError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CommandError(`${path} cannot be read: ${why}`, { cause });
}

function writeWhole(descriptor: number, text: string, file: string): void {
  try {
    writeFileSync(descriptor, text);
    closeSync(descriptor);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(`${file} cannot be written: ${why}`, { cause });
  }
}
