/** `stopgate ussd CODE`: asks the network, through the daemon or, without one, by itself. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { sleep } from '../clock.js';
import type { Config, ModemConfig } from '../config/config.js';
import type { UssdOutcome } from '../domain/ports.js';
import { newId } from '../ids.js';
import { ussdCode, ussdTimeoutMs } from '../service/ussd.js';
import { isDaemonRunning, openServices, type Services } from '../services.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  readConfig,
  UsageError,
} from './context.js';
import { wholeNumber } from './options.js';

interface UssdOptions extends ConfigOption {
  readonly modem?: string;
  readonly timeout: number;
  readonly json?: boolean;
}

/** How often a request that the daemon works on is looked at. */
const lookMs = 100;

export function ussdCommand(program: Command, context: CliContext): void {
  program
    .command('ussd')
    .argument('<code>', 'what to ask, such as "*100#"; quoted, for the shell’s sake', parseCode)
    .description('ask the network a USSD code: the balance of the SIM, say')
    .option('--modem <name>', 'ask through this modem (default: the first of the configuration)')
    .addOption(
      new Option('--timeout <seconds>', 'how long to wait for the network')
        .argParser(wholeNumber(1, 600))
        .default(ussdTimeoutMs / 1_000),
    )
    .option('--json', 'print the answer as JSON: {modem, status, text}')
    .addHelpText(
      'after',
      `
Which codes there are is the operator's to say; *100# and *#100# are usual for the balance. Where
the network asks back ("1 for data, 2 for calls"), the dialogue is ended: name the whole way in one
code, such as "*100*1#".

While the daemon runs it asks, between two messages. Without one this command opens the modem
itself, as the daemon would: what waits on the SIM is read and kept, and nothing is sent.

Examples:
  stopgate ussd "*100#"
  stopgate ussd "*100#" --modem main --json`,
    )
    .action(async (code: string, _options: UssdOptions, command: Command) => {
      const options = command.optsWithGlobals<UssdOptions>();
      const config = readConfig(context, options, true);
      const modem = modemOf(config, options.modem);
      context.actAsOwnerOf(config.gateway.dataDir);
      const services = openServices(config, context.clock, () => {});
      try {
        const outcome = await ask(context, services, config, modem, code, options.timeout * 1_000);
        tell(context, modem.name, outcome, options.json === true);
      } finally {
        services.store.close();
      }
    });
}

function parseCode(text: string): string {
  if (!ussdCode.test(text)) {
    throw new InvalidArgumentError('it must be 1 to 160 of the digits, * and #, such as "*100#".');
  }
  return text;
}

function modemOf({ modems }: Config, name: string | undefined): ModemConfig {
  const modem = name === undefined ? modems[0] : modems.find((known) => known.name === name);
  if (modem !== undefined) return modem;
  const names = modems.map((known) => known.name).join(', ');
  throw new UsageError(
    `--modem: there is no modem "${name}" in the configuration; there is ${names}`,
  );
}

async function ask(
  context: CliContext,
  services: Services,
  config: Config,
  modem: ModemConfig,
  code: string,
  timeoutMs: number,
): Promise<UssdOutcome> {
  if (isDaemonRunning(config)) return askDaemon(context, services, modem.name, code, timeoutMs);
  // Loaded here alone: beside a daemon the driver is not needed.
  const { askAlone } = await import('./ussd-alone.js');
  return askAlone(context, services, config, modem, code, timeoutMs);
}

/** Leaves a request in the database, which the daemon notices by itself, and waits for the answer. */
async function askDaemon(
  { stop }: CliContext,
  { store, clock }: Services,
  modem: string,
  code: string,
  timeoutMs: number,
): Promise<UssdOutcome> {
  const id = newId('ussd', clock);
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + timeoutMs).toISOString();
  store.ussd.insert({ id, modem, code, createdAt: now.toISOString(), expiresAt });
  try {
    const endMs = clock.monotonicMs() + timeoutMs;
    while (clock.monotonicMs() < endMs && !stop.aborted) {
      const outcome = store.ussd.outcomeOf(id);
      if (outcome !== undefined) return outcome;
      await sleep(clock, lookMs, stop);
    }
    const message = 'there was no answer in time; it may come when asked again';
    return { kind: 'failed', code: 'no_answer', message };
  } finally {
    store.ussd.remove(id);
  }
}

function tell(context: CliContext, modem: string, outcome: UssdOutcome, json: boolean): void {
  if (outcome.kind === 'failed') throw new CommandError(`${modem}: ${outcome.message}`);
  const { status, text } = outcome;
  if (json) {
    printJson(context, { modem, status, text });
    return;
  }
  printLine(context, text ?? 'the network answered without a text');
  if (status === 'question') {
    printLine(
      context,
      'note: the network asked back; name the whole way in one code, such as *100*1#',
    );
  }
}
