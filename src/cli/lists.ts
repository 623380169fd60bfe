/** `stopgate inbox`, `stopgate messages`, `stopgate modems`: what came in, what went out, how the modems are. */
import { type Command, Option } from 'commander';
import { type MessageStatus, messageStatuses } from '../domain/message.js';
import { parseNumber } from '../domain/phone-number.js';
import { isDaemonRunning } from '../services.js';
import {
  type CliContext,
  type ConfigOption,
  printJson,
  printLine,
  withServices,
} from './context.js';
import { limitOption } from './options.js';
import { table } from './table.js';

interface ListOptions extends ConfigOption {
  readonly limit: number;
  readonly from?: string;
  readonly to?: string;
  readonly status?: MessageStatus;
  readonly json?: boolean;
}

export function inboxCommand(program: Command, context: CliContext): void {
  program
    .command('inbox')
    .description('list what came in, newest first')
    .option('--from <number>', 'only from this sender')
    .addOption(limitOption())
    .option('--json', 'print the list as JSON')
    .action((_options: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      withServices(context, options, ({ store }, { gateway }) => {
        const from = numberOrText(options.from, gateway.country);
        const page = store.inbound.list({ limit: options.limit, from });
        if (options.json) {
          printJson(context, page);
          return;
        }
        const rows = page.items.map((item) => [item.receivedAt, item.from, item.action, item.text]);
        printLine(context, table(['RECEIVED', 'FROM', 'ACTION', 'TEXT'], rows));
      });
    });
}

export function messagesCommand(program: Command, context: CliContext): void {
  program
    .command('messages')
    .description('list what went out or waits to, newest first')
    .option('--to <number>', 'only to this recipient')
    .addOption(new Option('--status <status>', 'only with this status').choices(messageStatuses))
    .addOption(limitOption())
    .option('--json', 'print the list as JSON')
    .action((_options: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      withServices(context, options, ({ store }, { gateway }) => {
        const to = numberOrText(options.to, gateway.country);
        const page = store.messages.list({ limit: options.limit, to, status: options.status });
        if (options.json) {
          printJson(context, page);
          return;
        }
        const rows = page.items.map((message) => [
          message.id,
          message.createdAt,
          message.to,
          message.error ? `${message.status} (${message.error.code})` : message.status,
          message.text,
        ]);
        printLine(context, table(['ID', 'CREATED', 'TO', 'STATUS', 'TEXT'], rows));
      });
    });
}

export function modemsCommand(program: Command, context: CliContext): void {
  program
    .command('modems')
    .description('show how the modems were when the daemon last looked')
    .option('--json', 'print the list as JSON')
    .action((_options: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      withServices(context, options, ({ store }, config) => {
        const running = isDaemonRunning(config);
        const items = store.modems
          .list()
          .map((modem) => (running ? modem : { ...modem, state: 'stopped' }));
        if (options.json) {
          printJson(context, { items, nextCursor: null });
          return;
        }
        const rows = items.map((modem) => [
          modem.name,
          modem.state,
          modem.operator,
          modem.registration,
          modem.signalDbm === null ? null : `${modem.signalDbm} dBm`,
          modem.simTotal === null ? null : `${modem.simUsed ?? 0}/${modem.simTotal}`,
          modem.updatedAt,
          modem.problem,
        ]);
        const head = [
          'NAME',
          'STATE',
          'OPERATOR',
          'REGISTRATION',
          'SIGNAL',
          'SIM',
          'SEEN',
          'PROBLEM',
        ];
        printLine(context, table(head, rows));
        if (!running) printLine(context, 'no daemon runs here now: "systemctl start stopgate"');
      });
    });
}

function numberOrText(text: string | undefined, country: string): string | undefined {
  return text === undefined ? undefined : (parseNumber(text, country) ?? text);
}
