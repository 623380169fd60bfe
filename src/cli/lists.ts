/** `stopgate inbox`, `stopgate messages`, `stopgate modems`: what came in, what went out, how the modems are. */
import { type Command, Option } from 'commander';
import { type MessageStatus, messageStatuses } from '../domain/message.js';
import { parseNumber } from '../domain/phone-number.js';
import { type ModemSummary, summariseModems } from '../service/modem-summary.js';
import { explainNumber } from '../service/refusal.js';
import { isDaemonRunning } from '../services.js';
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

const modemsHelp = `
QUEUE is what waits for the modem, with what it has begun; "(4 shared)": how much of it another modem
may take as well. LIMITS are its per_minute and per_hour, NEXT is when they let the next message go.
What a modem prefers to send is set by prefixes and campaigns under [[modem]]; after a minute without
it, others take its messages. Messages that name a modem, and answers to STOP and HELP, wait for theirs.
`;

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
    .option('--from <sender>', 'only from this number or name')
    .addOption(limitOption())
    .option('--json', 'print the list as JSON')
    .action((_options: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      withServices(context, options, ({ store }, { gateway }) => {
        const { from: sender } = options;
        const from =
          sender === undefined ? undefined : (parseNumber(sender, gateway.country) ?? sender);
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
        const to = options.to === undefined ? undefined : parseNumber(options.to, gateway.country);
        if (options.to !== undefined && to === undefined) {
          throw new CommandError(explainNumber(options.to, gateway.country));
        }
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
    .addHelpText('after', modemsHelp)
    .option('--json', 'print the list as JSON')
    .action((_options: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      withServices(context, options, ({ clock, store }, config) => {
        const running = isDaemonRunning(config);
        const { modems } = config;
        const items = summariseModems({ store, modems, clock }).map((modem) =>
          running ? modem : { ...modem, state: 'stopped' },
        );
        if (options.json) {
          printJson(context, { items, nextCursor: null });
          return;
        }
        const rows = items.map((modem) => [
          modem.name,
          modem.state,
          modem.downSince,
          queueOf(modem),
          limitsOf(modem),
          modem.nextAllowedAt,
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
          'DOWN SINCE',
          'QUEUE',
          'LIMITS',
          'NEXT',
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

function queueOf({ queue, queueShared }: ModemSummary): string {
  return queueShared === 0 ? String(queue) : `${queue} (${queueShared} shared)`;
}

function limitsOf({ perMinute, perHour }: ModemSummary): string | null {
  const limits = [
    ...(perMinute > 0 ? [`${perMinute}/min`] : []),
    ...(perHour > 0 ? [`${perHour}/h`] : []),
  ];
  return limits.length === 0 ? null : limits.join(' ');
}
