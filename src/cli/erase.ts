/** `stopgate erase NUMBER` */
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { type E164, parseNumber } from '../domain/phone-number.js';
import { type ErasureResult, erasePerson } from '../service/erasure.js';
import { explainNumber } from '../service/refusal.js';
import { isDaemonRunning } from '../services.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  operatorOf,
  printJson,
  printLine,
  readConfig,
  UsageError,
  withServicesFor,
} from './context.js';
import { asReason } from './options.js';

interface EraseOptions extends ConfigOption {
  readonly reason?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const help = `
What they wrote and were written is deleted: messages, received texts, raw PDUs, replies under
review, what answers to the API held of them, and webhook deliveries about them, those too that your
application was not told yet: it learns of their opt-out when a message to them is refused. The
ledger keeps that something happened and when, and a pseudonym (an HMAC with this database's own key)
in the place of the number; so an opt-out stays, and still blocks. What waits to be sent to them is
canceled. The database file is written anew, so that no remains are left in it; with a list of a
million that takes a minute. Backups made before still have it all, those beside the database too
(stopgate-schema-….db, stopgate-before-restore-….db); when one is restored they are erased again.

Examples:
  stopgate erase +447700900123 --reason "request of 3 May, ticket 812"
  stopgate erase 07700900123 --yes`;

export function eraseCommand(program: Command, context: CliContext): void {
  program
    .command('erase <number>')
    .description("delete a person's texts for good; their opt-out stays, and still blocks")
    .option('--reason <text>', 'why; kept in the ledger, so name nobody in it', asReason)
    .option('--yes', 'do not ask first')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', help)
    .action(async (text: string, _options: EraseOptions, command: Command) => {
      const options = command.optsWithGlobals<EraseOptions>();
      const { country, dataDir } = readConfig(context, options).gateway;
      const number = parseNumber(text, country);
      if (number === undefined) throw new CommandError(explainNumber(text, country));
      context.actAsOwnerOf(dataDir);
      if (!options.yes) await confirm(context, number);
      const { result, isRunning } = await withServicesFor(
        context,
        options,
        async ({ clock, store, consent }, config) => ({
          isRunning: isDaemonRunning(config),
          result: await erasePerson(
            { store, consent, clock, country },
            { number, by: operatorOf(context), reason: options.reason },
          ),
        }),
      );
      if (result.kind === 'under-way') throw new CommandError(explain(number, result, isRunning));
      if (options.json) printJson(context, jsonOf(number, result));
      else tell(context, number, result);
    });
}

type Done = Extract<ErasureResult, { kind: 'erased' }>;

async function confirm(context: CliContext, number: E164): Promise<void> {
  if (!context.stdin.isTTY) {
    throw new UsageError('erasing cannot be undone: add --yes where nobody can be asked');
  }
  const lines = createInterface({ input: context.stdin, output: context.stderr, terminal: false });
  try {
    const question = `Delete all texts from and to ${number} for good? Type yes: `;
    // It rejects where the person stops the command instead of an answer.
    const asked = lines.question(question, { signal: context.stop }).catch(() => '');
    // At the end of the input the question would never be answered.
    const answer = await Promise.race([asked, once(lines, 'close').then(() => '')]);
    if (answer.trim().toLowerCase() !== 'yes') throw new CommandError('nothing was erased');
  } finally {
    lines.close();
  }
}

function explain(
  number: E164,
  { what, canceled }: Extract<ErasureResult, { kind: 'under-way' }>,
  isRunning: boolean,
): string {
  const whatWaited = canceled > 0 ? ` (${canceled} that waited to be sent are canceled)` : '';
  const remedy = isRunning
    ? 'try again in a minute'
    : 'start the daemon, so that it can find out what became of it, and try again';
  return what === 'sending'
    ? `nothing of ${number} was erased${whatWaited}: a modem has a message to them at this moment; ${remedy}`
    : `nothing of ${number} was erased${whatWaited}: a modem still holds a text of theirs that was read, and would hand it over again; ${remedy}`;
}

function tell(context: CliContext, number: E164, result: Done): void {
  const { messages, inbound, pdus, events } = result.erased;
  printLine(
    context,
    `erased ${number}: ${messages} messages to them (${result.canceled} not sent yet, canceled), ${inbound} texts from them, ${pdus} raw PDUs, ${result.deliveries} webhook deliveries; in the ledger, a pseudonym stands in their place (events: ${events})`,
  );
  if (result.doubtDecided) {
    printLine(context, 'a reply of theirs waited for review: it counts as an opt-out now');
  }
  printLine(
    context,
    result.stillBlocked
      ? 'their opt-out stays, under the pseudonym: no message goes to them'
      : 'they had not opted out, so nothing blocks messages to them now: "stopgate suppress add" would',
  );
  if (!result.scrubbed) {
    printLine(
      context,
      'note: the database file could not be written anew (it is in use, or the disk is full) and may hold remains of the texts in unused places: do it again later',
    );
  }
}

function jsonOf(number: E164, { kind: _kind, erased, stillBlocked, ...result }: Done) {
  return { number, ...erased, ...result, suppressed: stillBlocked };
}
