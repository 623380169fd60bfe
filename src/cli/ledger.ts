/** `stopgate ledger verify|show` */
import type { Command } from 'commander';
import { type ConsentEvent, everything } from '../domain/consent.js';
import type { LedgerFault } from '../domain/consent-store.js';
import { parseNumber } from '../domain/phone-number.js';
import { type LedgerVerdict, verifyLedger } from '../service/ledger.js';
import { explainNumber } from '../service/refusal.js';
import type { Services } from '../services.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  UsageError,
  withServices,
  withServicesFor,
} from './context.js';
import { describeEvent } from './ledger-event.js';
import { keepHeapSmall } from './memory.js';
import { showProgress } from './progress.js';
import { counted } from './quantities.js';
import { table } from './table.js';

interface LedgerOptions extends ConfigOption {
  readonly head?: readonly string[];
  readonly json?: boolean;
}

const verifyHelp = `
Looks at every event: that none is missing, each fits its hash and the one before it, and the
suppression list is exactly what follows from them. It may run beside the daemon.

Whoever can write the file could cut off the newest events, and what is left would still be whole.
So keep the head that is printed where the gateway's machine cannot write, and ask for it later:

  stopgate ledger verify
  stopgate ledger verify --head 5c0e…

Exit codes: 0 it is whole; 1 it is not, and the first broken event is named.`;

const showHelp = `
Examples:
  stopgate ledger show +447700900123
  stopgate ledger show 07700900123 --json

Of a person who was erased there is what the ledger may keep: what happened, when and how, but not
their words. They are found by their number, or by the pseudonym (hmac:…) that stands in its place.`;

export function ledgerCommand(program: Command, context: CliContext): void {
  const ledger = program
    .command('ledger')
    .description('the consent ledger: who opted out or in, when, and the proof of it');

  ledger
    .command('verify')
    .description('check that the whole ledger is as it was written')
    .option('--head <hash...>', 'a head that was noted before: it must be in the ledger still')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', verifyHelp)
    .action(async (_options: LedgerOptions, command: Command) => {
      const options = command.optsWithGlobals<LedgerOptions>();
      const heads = (options.head ?? []).map(requireHash);
      keepHeapSmall();
      const verdict = await withServicesFor(context, options, ({ store }) =>
        verifyShown(context, store, heads),
      );
      if (options.json) printJson(context, verdictAsJson(verdict));
      else tellVerdict(context, verdict);
      if (!verdict.isWhole) throw new CommandError(ledgerComplaint(verdict));
    });

  ledger
    .command('show <number>')
    .description("a person's whole history, oldest first")
    .option('--json', 'print the history as JSON')
    .addHelpText('after', showHelp)
    .action((text: string, _options: LedgerOptions, command: Command) => {
      const options = command.optsWithGlobals<LedgerOptions>();
      withServices(context, options, (services, { gateway }) => {
        show(context, services, numberOrPseudonym(text, gateway.country), options.json === true);
      });
    });
}

/** Looks at the whole ledger, with a progress bar on a terminal. */
export async function verifyShown(
  context: CliContext,
  store: Services['store'],
  heads: readonly string[],
): Promise<LedgerVerdict> {
  const progress = await showProgress(context, store.ledger.countEvents());
  try {
    const verdict = await verifyLedger({
      store,
      clock: context.clock,
      heads,
      stop: context.stop,
      onProgress: (events) => progress.update(events, `${events.toLocaleString('en')} events`),
    });
    if (verdict === undefined) {
      throw new CommandError('stopped before the end: nothing can be said of the ledger');
    }
    return verdict;
  } finally {
    progress.end();
  }
}

function tellVerdict(context: CliContext, verdict: LedgerVerdict): void {
  if (!verdict.isWhole) return;
  const { events, chains } = verdict;
  printLine(context, `the ledger is whole: ${counted(events, 'event')}`);
  if (chains.length === 0) return;
  const rows = chains.map((chain) => [chain.gateway, chain.events, chain.head]);
  printLine(context, table(['GATEWAY', 'EVENTS', 'HEAD'], rows));
  printLine(
    context,
    'note the heads elsewhere: "stopgate ledger verify --head HASH" finds out later whether the end was cut off',
  );
}

/** A verdict as programs read it. */
export function verdictAsJson({
  isWhole,
  events,
  chains,
  faults,
  faultCount,
  missingHeads,
}: LedgerVerdict) {
  return { whole: isWhole, events, gateways: chains, faults, faultCount, missingHeads };
}

/** What is wrong, in a sentence for each fault. */
export function ledgerComplaint(verdict: LedgerVerdict): string {
  const [first] = verdict.faults;
  const others = verdict.faultCount - 1;
  return [
    ...(first === undefined
      ? []
      : [
          `the ledger is broken at ${placeOf(first)}: ${first.problem}`,
          ...(others > 0 ? [`and ${counted(others, 'other fault')}; --json lists them`] : []),
        ]),
    ...verdict.missingHeads.map(
      (head) =>
        `the head ${head} is not in the ledger: events after an older one were cut off, or it is another database's`,
    ),
  ].join('\n  ');
}

function placeOf({ gateway, sequence, id, createdAt }: LedgerFault): string {
  if (gateway === null) return `the suppression list (event ${id}, since ${createdAt})`;
  return `gateway "${gateway}", sequence ${sequence} (${id}, ${createdAt})`;
}

function show(context: CliContext, { store }: Services, number: string, json: boolean): void {
  const items = historyOf(store, number);
  const entries = store.consent
    .suppressionsOf(number)
    .map(({ scope, since, source }) => ({ scope, since, source }));
  if (json) {
    printJson(context, { number, suppressed: entries.length > 0, entries, items });
    return;
  }
  if (items.length === 0) {
    printLine(context, `the ledger has nothing of ${number}`);
    return;
  }
  const scopes = entries.map(({ scope }) => (scope === everything ? 'everything' : `"${scope}"`));
  const now = scopes.length === 0 ? 'not suppressed' : `suppressed for ${scopes.join(', ')}`;
  printLine(context, `${number}: ${counted(items.length, 'event')}, now ${now}`);
  for (const event of items) printLine(context, `\n${describeEvent(event)}`);
}

function historyOf(store: Services['store'], number: string): readonly ConsentEvent[] {
  const events: ConsentEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = store.ledger.history(number, { cursor, limit: 1000 });
    events.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return events.reverse();
}

function numberOrPseudonym(text: string, country: string): string {
  // Exports are nobody's: they stand under *.
  if (text === '*' || /^hmac:[0-9a-f]{64}$/u.test(text)) return text;
  const number = parseNumber(text, country);
  if (number === undefined) throw new CommandError(explainNumber(text, country));
  return number;
}

function requireHash(text: string): string {
  if (/^[0-9a-f]{64}$/iu.test(text.trim())) return text;
  throw new UsageError(
    `--head "${text.slice(0, 80)}" is no hash: it has 64 hexadecimal digits, as "stopgate ledger verify" printed them`,
  );
}
