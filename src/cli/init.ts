/** `stopgate init`: asks the few questions, writes the first configuration and makes the first key. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { LANGUAGES } from '../config/config.js';
import type { FirstAnswers } from '../config/first-file.js';
import type { Machine } from '../doctor/machine.js';
import { areOfOneModem, type SurveyedPort, surveyPorts } from '../doctor/survey.js';
import { isCountry } from '../domain/phone-number.js';
import { silentLog } from '../log.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  defaultConfigFile,
  printJson,
  printLine,
  UsageError,
} from './context.js';
import { alreadyThere, faultsOf, firstKey, textOf, writeFirstFile } from './init-file.js';
import { askAll, languagesIn, settingsOf } from './init-questions.js';
import { thisMachine } from './this-machine.js';

interface InitOptions extends ConfigOption {
  readonly country?: string;
  readonly brand?: string;
  readonly languages?: readonly string[];
  readonly port?: string;
  readonly listen?: string;
  readonly dataDir?: string;
  readonly keyName: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const HELP = `
Writes a file with every setting in it, explained, and your answers at their places, which only root
and the daemon may read. A file that is there is never written over. Then it makes an API key that may
send and read, and shows it this once; "stopgate keys" makes others.

With --yes nothing is asked: what no option says is the default, and the modem is the one port at which
one answers. The key is then all that is on stdout.

Examples:
  sudo stopgate init
  KEY=$(sudo stopgate init --yes --country GB --brand "Corner Shop" --port /dev/ttyUSB2)`;

export function initCommand(program: Command, context: CliContext): void {
  program
    .command('init')
    .description('ask what the gateway needs to know, write the configuration, make the first key')
    .option('--country <code>', 'the country whose people you write to, such as GB')
    .option('--brand <name>', 'who the answer to STOP says it is from')
    .option('--languages <codes>', 'of the recipients, the most usual first: en,fr', languagesIn)
    .option('--port <path>', "the modem's port, or tcp://host:port")
    .option('--listen <address>', 'where your programs reach the API')
    .option('--data-dir <dir>', 'where the database is kept; /var/lib/stopgate without it')
    .option('--key-name <name>', 'the application that will use the key', 'first')
    .option('--yes', 'ask nothing')
    .option('--json', 'print the file, the port and the key as JSON; asks nothing either')
    .addHelpText('after', HELP)
    .action(async (_options: InitOptions, command: Command) => {
      await init(context, command.optsWithGlobals<InitOptions>(), thisMachine());
    });
}

/** @param machine where modems are looked for */
export async function init(
  context: CliContext,
  options: InitOptions,
  machine: Machine,
): Promise<void> {
  const isAsking = options.yes !== true && options.json !== true;
  if (isAsking && context.stdin.isTTY !== true) {
    throw new UsageError('init asks on a terminal; with --yes it asks nothing: see "init --help"');
  }
  const config = resolve(options.config);
  if (existsSync(config)) throw alreadyThere(config);
  const { clock, stop: signal } = context;
  const survey = () => surveyPorts(machine, { clock, signal, log: silentLog });
  const given = givenIn(options);
  const defaults = defaultsOf(context);
  const answers = isAsking
    ? await askAll(context, { defaults, given, survey })
    : { ...defaults, ...(given.port === undefined && onlyModem(await survey())), ...given };
  const [fault] = faultsOf(answers, context);
  if (fault !== undefined) throw new UsageError(`${fault.path}: ${fault.message}`);

  writeFirstFile(config, textOf(answers));
  const key = firstKey(context, { config }, options.keyName);
  if (options.json) {
    printJson(context, { file: config, port: answers.port, key: key ?? null });
    return;
  }
  const say = isAsking
    ? (line: string) => printLine(context, line)
    : (line: string) => void context.stderr.write(`${line}\n`);
  say(`${isAsking ? '\n' : ''}wrote ${config}`);
  if (key === undefined) say(`there is a key named "${options.keyName}" already; none was made`);
  else if (isAsking) say(`the key for your programs, shown this once:\n\n  ${key}\n`);
  else printLine(context, key);
  say(nextSteps(config));
}

function givenIn({ country, brand, languages, port, listen, dataDir }: InitOptions) {
  const given: Partial<FirstAnswers> = {
    ...(country !== undefined && { country: country.toUpperCase() }),
    ...(brand !== undefined && { brand }),
    ...(languages !== undefined && { languages }),
    ...(port !== undefined && { port }),
    ...(listen !== undefined && { listen }),
    ...(dataDir !== undefined && { dataDir: resolve(dataDir) }),
  };
  return given;
}

/** Country and language as the person's own programs have them. */
function defaultsOf({ env, hostName }: CliContext): FirstAnswers {
  const locale = /^([a-z]{2})_([A-Z]{2})/u.exec(env.LC_ALL || env.LANG || '');
  const [, language = '', country = ''] = locale ?? [];
  const isKnown = LANGUAGES.some((known) => known === language);
  return {
    country: isCountry(country) ? country : 'GB',
    brand: hostName,
    languages: [isKnown ? language : 'en'],
    // Stands until the modem's is known.
    port: '/dev/ttyUSB0',
    listen: '127.0.0.1:7867',
  };
}

/** Throws CommandError where there is none, or more than one. */
function onlyModem(ports: readonly SurveyedPort[]) {
  const answering = ports.filter(({ modem }) => modem !== undefined);
  const [first] = answering;
  if (first === undefined) {
    throw new CommandError(
      'no modem answers at any serial port: name one with --port, or ask "stopgate doctor" why',
    );
  }
  if (answering.every((port) => port === first || areOfOneModem(first, port))) {
    return settingsOf(first, first.path);
  }
  const where = answering.map(({ path }) => path).join(', ');
  throw new CommandError(`modems answer at ${where}: name one with --port`);
}

function nextSteps(config: string): string {
  const named = config === defaultConfigFile ? '' : ` --config ${config}`;
  const start =
    config === defaultConfigFile
      ? 'sudo systemctl start stopgate       the daemon'
      : `stopgate run${named}        the daemon`;
  return `Next:
  stopgate doctor${named}        whether a message could be sent
  ${start}`;
}
