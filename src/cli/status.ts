/** `stopgate status`: how the gateway is at a glance, and live. */
import type { Command } from 'commander';
import { sleep } from '../clock.js';
import type { Config } from '../config/config.js';
import { type Overview, overviewOf, type Trouble, troublesOf } from '../service/overview.js';
import { isDaemonRunning, type Services } from '../services.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  UsageError,
  withServicesFor,
} from './context.js';
import { LiveScreen } from './live-screen.js';
import { statusPage } from './status-page.js';

interface StatusOptions extends ConfigOption {
  readonly watch?: boolean;
  readonly json?: boolean;
}

const periodMs = 1_000;

const help = `
First what needs a person: ✗ something does not work, ! it will not for long or waits for somebody,
each with what to do. Then the modems as the daemon last saw them, the queue, what was asked for and
came in today, opt-outs by what brought them about, and what webhooks wait for. It asks the database,
so it needs no API key and works while the daemon does not. Nobody's number is shown.

Exit codes: 0 when nothing is marked ✗, else 1; --watch ends with 0 when you end it.

Examples:
  sudo stopgate status
  sudo stopgate status --watch                      (until Ctrl-C)
  sudo stopgate status --json | jq .troubles`;

export function statusCommand(program: Command, context: CliContext): void {
  program
    .command('status')
    .description('how the gateway is at a glance, and what needs a person')
    .option('--watch', 'live, each second anew, until Ctrl-C')
    .option('--json', 'print it as JSON')
    .addHelpText('after', help)
    .action(async (_options: StatusOptions, command: Command) => {
      const options = command.optsWithGlobals<StatusOptions>();
      if (options.watch && (options.json || context.stdout.isTTY !== true)) {
        throw new UsageError('--watch draws on a terminal; without it the status is printed once');
      }
      await withServicesFor(context, options, async (services, config) => {
        if (options.watch) await watch(context, services, config);
        else printOnce(context, look(services, config), options.json === true);
      });
    });
}

interface Look {
  readonly overview: Overview;
  readonly troubles: readonly Trouble[];
}

function look({ store, clock }: Services, config: Config): Look {
  const { modems } = config;
  const isRunning = isDaemonRunning(config);
  const freeBytes = store.freeBytes() ?? null;
  const overview = overviewOf({ store, clock, modems, isRunning, freeBytes });
  return { overview, troubles: troublesOf(overview) };
}

function printOnce(context: CliContext, { overview, troubles }: Look, isJson: boolean): void {
  const ok = troubles.every(({ level }) => level !== 'fault');
  if (isJson) printJson(context, { ok, troubles, ...overview });
  else for (const line of statusPage(context, overview, troubles)) printLine(context, line);
  if (!ok) throw new CommandError('something does not work; see what is marked ✗');
}

async function watch(context: CliContext, services: Services, config: Config): Promise<void> {
  const screen = new LiveScreen(context.stdout);
  try {
    while (!context.stop.aborted) {
      const at = services.clock.now().toISOString().slice(0, 19).replace('T', ' ');
      screen.draw([
        `stopgate status, ${at} UTC; Ctrl-C ends it`,
        '',
        ...page(context, services, config),
      ]);
      await sleep(context.clock, periodMs, context.stop);
    }
  } finally {
    screen.close();
  }
}

/** What keeps it from being seen now may be over in a second. */
function page(context: CliContext, services: Services, config: Config): readonly string[] {
  try {
    const { overview, troubles } = look(services, config);
    return statusPage(context, overview, troubles);
  } catch (error) {
    return [
      `the database cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    ];
  }
}
