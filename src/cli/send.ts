/** `stopgate send TO TEXT` */
import type { Command } from 'commander';
import { Option } from 'commander';
import { type Category, categories } from '../domain/message.js';
import { explainRefusal } from '../service/refusal.js';
import { isDaemonRunning } from '../services.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  withServices,
} from './context.js';
import { asCampaign, asLanguage, asReference } from './options.js';

interface SendOptions extends ConfigOption {
  readonly campaign?: string;
  readonly category?: Category;
  readonly reference?: string;
  readonly language?: string;
  readonly modem?: string;
  readonly json?: boolean;
}

export function sendCommand(program: Command, context: CliContext): void {
  program
    .command('send <to> <text>')
    .description('queue one message, through the same gate as the API')
    .option('--campaign <name>', 'the campaign that it belongs to (default: "default")', asCampaign)
    .addOption(
      new Option('--category <category>', 'what kind of message it is').choices(categories),
    )
    .option('--language <code>', 'the language of its opt-out instructions, such as fr', asLanguage)
    .option('--reference <text>', 'a reference of your own', asReference)
    .option('--modem <name>', 'send through this modem only')
    .option('--json', 'print the message as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  stopgate send +447700900123 "Your order is ready."\n  stopgate send 07700900123 "Your code is 4711" --category transactional',
    )
    .action((to: string, text: string, _options: SendOptions, command: Command) => {
      const options = command.optsWithGlobals<SendOptions>();
      withServices(context, options, ({ outbox }, config) => {
        if (text === '') throw new CommandError('the text is empty: nothing to send');
        if (text.includes('\ufffd')) {
          throw new CommandError('the text is not UTF-8: some of it cannot be read');
        }
        const { campaign, category, language, reference, modem } = options;
        const result = outbox.send({
          ...{ to, text, campaign, category },
          ...{ language, reference, modem },
        });
        if (result.kind !== 'accepted') {
          throw new CommandError(`refused: ${explainRefusal(result, config.gateway.country)}`);
        }
        if (options.json) {
          printJson(context, { ...result.message, warnings: result.warnings });
          return;
        }
        const { message } = result;
        printLine(
          context,
          `queued ${message.id} to ${message.to} (${message.parts} part${message.parts === 1 ? '' : 's'}, ${message.encoding})`,
        );
        if (!isDaemonRunning(config)) {
          printLine(context, 'note: no daemon runs here now; it goes when one is started');
        }
        for (const warning of result.warnings) printLine(context, `note: ${warning}`);
      });
    });
}
