/** `stopgate webhooks list|retry|test`: what was told to your applications, and what was not. */
import { type Command, Option } from 'commander';
import type { Config, WebhookConfig } from '../config/config.js';
import {
  type DeliveryStatus,
  deliveryStatuses,
  type WebhookDelivery,
} from '../domain/webhook-store.js';
import { type PingResult, pingWebhook } from '../service/webhook-ping.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  readConfig,
  UsageError,
  withServices,
} from './context.js';
import { limitOption } from './options.js';
import { table } from './table.js';

interface ListOptions extends ConfigOption {
  readonly status?: DeliveryStatus;
  readonly limit: number;
  readonly json?: boolean;
}

interface RetryOptions extends ConfigOption {
  readonly dead?: boolean;
  readonly json?: boolean;
}

const help = `
Events are stored before they are sent, and tried for two days: after 5 s, 30 s, 2 min, 10 min, 30 min,
1 h, 2 h, 4 h, then every 8 h. What was not taken by then, or was answered with 410, is dead; "retry"
gives it all its tries again, also while the daemon runs. Events about one number are sent in their
order: the later ones have no next try while an earlier one waits. Those that were taken are forgotten
after 3 days, dead ones after 30.

Examples:
  stopgate webhooks test
  stopgate webhooks list --status waiting
  stopgate webhooks retry --dead`;

export function webhooksCommand(program: Command, context: CliContext): void {
  const webhooks = program
    .command('webhooks')
    .description('what is told to your applications by HTTP')
    .addHelpText('after', help);
  listCommand(webhooks, context);
  retryCommand(webhooks, context);
  testCommand(webhooks, context);
}

function listCommand(webhooks: Command, context: CliContext): void {
  webhooks
    .command('list')
    .description('list the events that were sent or wait to be, newest first')
    .addOption(new Option('--status <status>', 'only with this status').choices(deliveryStatuses))
    .addOption(limitOption())
    .option('--json', 'print the list as JSON')
    .action((_options: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      withServices(context, options, ({ store }) => {
        const { items, nextCursor } = store.webhooks.list(options);
        const shown = items.map(shownOf);
        if (options.json) {
          printJson(context, { items: shown, nextCursor });
          return;
        }
        const rows = shown.map((item) => [
          item.id,
          item.createdAt,
          item.event,
          item.host,
          item.status,
          item.attempts,
          item.nextTryAt,
          item.lastError,
        ]);
        const head = ['ID', 'CREATED', 'EVENT', 'HOST', 'STATUS', 'TRIES', 'NEXT', 'LAST ERROR'];
        printLine(context, table(head, rows));
      });
    });
}

function retryCommand(webhooks: Command, context: CliContext): void {
  webhooks
    .command('retry [id]')
    .description('send an event again, or all that are dead')
    .option('--dead', 'all that were given up')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', help)
    .action((id: string | undefined, _options: RetryOptions, command: Command) => {
      const options = command.optsWithGlobals<RetryOptions>();
      if ((id === undefined) === (options.dead !== true)) {
        throw new UsageError('webhooks retry: name one ID, or --dead for all that were given up');
      }
      withServices(context, options, ({ store, clock }, config) => {
        const at = clock.now().toISOString();
        const urls = config.webhooks.map(({ url }) => url);
        if (id === undefined) {
          const retried = store.webhooks.retryDead(urls, at);
          if (options.json) printJson(context, { retried });
          else printLine(context, `${retried} to be sent again`);
          return;
        }
        const delivery = store.webhooks.find(id);
        if (delivery === undefined) {
          throw new CommandError(`there is no event "${id}"; "stopgate webhooks list" shows them`);
        }
        if (!urls.includes(delivery.url)) {
          throw new CommandError(
            `"${id}" is for a webhook at ${hostOf(delivery.url)} that the configuration does not have`,
          );
        }
        store.webhooks.retry(id, at);
        if (options.json) printJson(context, { retried: 1 });
        else printLine(context, `"${id}" is to be sent again`);
      });
    });
}

function testCommand(webhooks: Command, context: CliContext): void {
  webhooks
    .command('test [url]')
    .description('send a signed event of type "ping" now and say what came back')
    .option('--json', 'print the results as JSON')
    .addHelpText(
      'after',
      `
Without an address every webhook of the configuration is called. Nothing is stored, and a ping that is
not taken is not sent again. Exits 0 when all were taken (answered with 2xx within 10 seconds).`,
    )
    .action(async (url: string | undefined, _options: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const config = readConfig(context, options, true);
      const results = await Promise.all(
        namedBy(url, config).map((endpoint) =>
          pingWebhook({
            endpoint,
            clock: context.clock,
            gateway: config.gateway.name,
            signal: context.stop,
          }),
        ),
      );
      if (options.json) printJson(context, { items: results, nextCursor: null });
      else for (const result of results) printLine(context, sentenceOf(result));
      const refused = results.filter(({ isTaken }) => !isTaken).length;
      if (refused > 0) {
        throw new CommandError(`${refused} of ${results.length} webhooks did not take the ping`);
      }
    });
}

function namedBy(url: string | undefined, { webhooks }: Config): readonly WebhookConfig[] {
  if (webhooks.length === 0) {
    throw new CommandError('there is no [[webhook]] in the configuration');
  }
  if (url === undefined) return webhooks;
  const named = webhooks.filter((webhook) => webhook.url === url);
  if (named.length === 0) {
    throw new CommandError(
      `no [[webhook]] of the configuration has the url "${url}"; without one, all are called`,
    );
  }
  return named;
}

function sentenceOf({ host, isTaken, status, reason, tookMs }: PingResult): string {
  return isTaken
    ? `${host} took the ping: ${status} after ${tookMs} ms`
    : `${host} did not take the ping: ${reason} (after ${tookMs} ms)`;
}

/** What a list shows: the host alone, since the rest of an address may hold a secret. */
function shownOf({ url, ...delivery }: WebhookDelivery) {
  return { ...delivery, host: hostOf(url) };
}

function hostOf(url: string): string {
  return new URL(url).host;
}
