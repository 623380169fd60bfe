/** `stopgate review list|decide`: doubtful replies that wait for a person. */
import { Argument, type Command } from 'commander';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  withServices,
} from './context.js';
import { limitOption } from './options.js';
import { table } from './table.js';

interface ListOptions extends ConfigOption {
  readonly all?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

interface DecideOptions extends ConfigOption {
  readonly by?: string;
  readonly json?: boolean;
}

const help = `
A reply that may be an opt-out and may not is neither ignored nor acted on: marketing messages to its
writer are held until somebody has read it. opt-out suppresses the number; ignore lets the held
messages go. The ledger keeps who decided. A STOP or START that comes meanwhile decides by itself.

Examples:
  stopgate review list
  stopgate review decide rev_019abc… opt-out`;

export function reviewCommand(program: Command, context: CliContext): void {
  const review = program
    .command('review')
    .description('doubtful replies, which wait for a person to decide')
    .addHelpText('after', help);

  review
    .command('list')
    .description('list the replies that wait, newest first')
    .option('--all', 'those that were decided too')
    .addOption(limitOption())
    .option('--json', 'print the list as JSON')
    .action((_options: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      withServices(context, options, ({ store }) => {
        const page = store.reviews.list({ limit: options.limit, decided: options.all });
        if (options.json) {
          printJson(context, page);
          return;
        }
        const rows = page.items.map(
          ({ id, number, receivedAt, rule, decision, decidedBy, text }) => [
            id,
            number,
            receivedAt,
            rule,
            decision === null ? 'waits' : `${shown(decision)} by ${decidedBy ?? '?'}`,
            text,
          ],
        );
        const head = ['ID', 'NUMBER', 'RECEIVED', 'RULE', 'DECISION', 'TEXT'];
        printLine(context, table(head, rows));
      });
    });

  review
    .command('decide <id>')
    .description('decide a reply: opt-out or ignore')
    .addArgument(new Argument('<decision>', 'what it was').choices(['opt-out', 'ignore']))
    .option('--by <name>', 'who decides; kept in the ledger (default: your user name)')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', help)
    .action((id: string, text: string, _options: DecideOptions, command: Command) => {
      const options = command.optsWithGlobals<DecideOptions>();
      const by = options.by ?? context.env.SUDO_USER ?? context.env.USER ?? 'cli';
      withServices(context, options, ({ reviews }) => {
        const result = reviews.decide(id, text === 'opt-out' ? 'opt_out' : 'ignore', by);
        if (result.kind === 'not-found') {
          throw new CommandError(`there is no review "${id}"; "stopgate review list" shows them`);
        }
        const { number, decision, decidedBy } = result.review;
        const decided = `${number}: ${shown(decision)}, decided by ${decidedBy ?? '?'}`;
        if (result.kind === 'already-decided') {
          throw new CommandError(
            `it was decided otherwise before (${decided}); use "stopgate suppress add" or "remove" to change it`,
          );
        }
        if (options.json) printJson(context, result.review);
        else printLine(context, decided);
      });
    });
}

function shown(decision: 'opt_out' | 'ignore' | null): string {
  return decision === 'opt_out' ? 'opt-out' : (decision ?? 'waits');
}
