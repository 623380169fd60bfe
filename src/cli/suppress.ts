/** `stopgate suppress add|remove|check|list`; import and export have files of their own. */
import type { Command } from 'commander';
import { everything } from '../domain/consent.js';
import { type E164, parseNumber } from '../domain/phone-number.js';
import { explainNumber } from '../service/refusal.js';
import type { Services } from '../services.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  withServices,
} from './context.js';
import { asReason, asScope, limitOption } from './options.js';
import { suppressExportCommand } from './suppress-export.js';
import { suppressImportCommand } from './suppress-import.js';
import { table } from './table.js';

interface SuppressOptions extends ConfigOption {
  readonly scope?: string;
  readonly reason?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export function suppressCommand(program: Command, context: CliContext): void {
  const suppress = program
    .command('suppress')
    .description('the suppression list: who may not be written to; takes effect at the next send');

  suppress
    .command('add <number>')
    .description('suppress a number')
    .option('--scope <scope>', 'a campaign, or * for everything (the default)', asScope)
    .option('--reason <text>', 'why; kept in the ledger', asReason)
    .option('--json', 'print the result as JSON')
    .action((text: string, _options: SuppressOptions, command: Command) => {
      change(context, text, command, ({ consent }, number, options) =>
        consent.suppress({
          number,
          scope: options.scope ?? everything,
          source: 'cli',
          evidence: { reason: options.reason ?? null },
        }),
      );
    });

  suppress
    .command('remove <number>')
    .description('resubscribe a number')
    .option('--scope <scope>', 'a campaign, or * for everything (the default)', asScope)
    .requiredOption('--reason <text>', 'why; kept in the ledger', asReason)
    .option('--json', 'print the result as JSON')
    .action((text: string, _options: SuppressOptions, command: Command) => {
      change(context, text, command, ({ consent }, number, options) =>
        consent.resubscribe({
          number,
          scope: options.scope ?? everything,
          source: 'cli',
          evidence: { reason: options.reason ?? null },
        }),
      );
    });

  suppress
    .command('check <number>')
    .description('say whether a number is suppressed')
    .option('--json', 'print the result as JSON')
    .action((text: string, _options: SuppressOptions, command: Command) => {
      change(context, text, command, () => undefined);
    });

  suppress
    .command('list')
    .description('list who is suppressed, newest first')
    .addOption(limitOption())
    .option('--json', 'print the list as JSON')
    .action((_options: SuppressOptions, command: Command) => {
      const options = command.optsWithGlobals<SuppressOptions>();
      withServices(context, options, ({ store }) => {
        const page = store.consent.list({ limit: options.limit });
        if (options.json) {
          printJson(context, page);
          return;
        }
        const rows = page.items.map(({ number, scope, since, source }) => [
          number,
          scope,
          since,
          source,
        ]);
        printLine(context, table(['NUMBER', 'SCOPE', 'SINCE', 'SOURCE'], rows));
      });
    });

  suppressImportCommand(suppress, context);
  suppressExportCommand(suppress, context);
}

/** Does `act` for the number, then says how it stands. */
function change(
  context: CliContext,
  text: string,
  command: Command,
  act: (services: Services, number: E164, options: SuppressOptions) => void,
): void {
  const options = command.optsWithGlobals<SuppressOptions>();
  withServices(context, options, (services, config) => {
    const number = parseNumber(text, config.gateway.country);
    if (number === undefined) {
      throw new CommandError(explainNumber(text, config.gateway.country));
    }
    act(services, number, options);
    const entries = services.consent
      .suppressionsOf(number)
      .map(({ scope, since, source }) => ({ scope, since, source }));
    if (options.json) {
      printJson(context, { number, suppressed: entries.length > 0, entries });
    } else if (entries.length === 0) {
      printLine(context, `${number} is not suppressed`);
    } else {
      for (const { scope, since, source } of entries) {
        const what = scope === everything ? 'everything' : `the campaign "${scope}"`;
        printLine(context, `${number} is suppressed for ${what} since ${since} (${source})`);
      }
    }
  });
}
