/** `stopgate segments TEXT`: what a text would cost, before it is sent. */
import { type Command, Option } from 'commander';
import { type Category, categories } from '../domain/message.js';
import { sampleLink } from '../service/opt-out-links.js';
import { type Wording, type WordingSettings, wordingOf } from '../service/wording.js';
import {
  type CliContext,
  type ConfigOption,
  printJson,
  printLine,
  readConfigIfAny,
  UsageError,
} from './context.js';
import { answerJsonStrings, requireNone } from './lines.js';
import { asLanguage } from './options.js';

interface SegmentsOptions extends ConfigOption {
  readonly category: Category;
  readonly language?: string;
  readonly lines?: boolean;
  readonly json?: boolean;
}

const defaults: WordingSettings = {
  transliterate: false,
  nationalTables: false,
  referenceBits: 8,
  footer: false,
  languages: ['en'],
};

export function segmentsCommand(program: Command, context: CliContext): void {
  program
    .command('segments [text]')
    .description('show the parts that a text would be sent in, and which characters cost one')
    .addOption(
      new Option('--category <category>', 'what kind of message it is')
        .choices(categories)
        .default('marketing'),
    )
    .option('--language <code>', 'the language of its opt-out instructions, such as fr', asLanguage)
    .option('--lines', 'read one JSON string a line from stdin')
    .option('--json', 'print JSON, one object a text')
    .addHelpText(
      'after',
      `
A part holds 160 characters of the GSM alphabet (153 where there are several), or 70 (67) as soon as
one character is not in it. transliterate and national_tables in the configuration's [send] may
spare you that; without a configuration, both are off. With one, marketing texts are shown with the
opt-out instructions that they would be sent with, unless [optout] footer = false.

Examples:
  stopgate segments "Your order is ready – see you soon!"
  echo '"Café"' | stopgate segments --lines --json`,
    )
    .action(async (text: string | undefined, _options: SegmentsOptions, command: Command) => {
      const options = command.optsWithGlobals<SegmentsOptions>();
      const config = readConfigIfAny(context, options);
      const settings = config === undefined ? defaults : { ...config.send, ...config.optout };
      const wording = (line: string) =>
        wordingOf(
          { text: line, category: options.category, language: options.language },
          settings,
          sampleLink(config?.public?.baseUrl),
        );
      if (options.lines) {
        requireNone(text);
        await answerJsonStrings(context, (line) => {
          const found = wording(line);
          return options.json ? JSON.stringify(flat(found)) : summary(found);
        });
        return;
      }
      if (text === undefined) {
        throw new UsageError('name a text, or use --lines and give JSON strings on stdin');
      }
      const found = wording(text);
      if (options.json) {
        printJson(context, flat(found));
        return;
      }
      printLine(context, summary(found));
      for (const part of found.segments.parts) printLine(context, `  ${JSON.stringify(part)}`);
      for (const warning of found.warnings) printLine(context, `note: ${warning}`);
    });
}

function flat({ segments, warnings }: Wording) {
  return { ...segments, warnings };
}

function summary({ segments }: Wording): string {
  const { encoding, parts, charactersLeft, language } = segments;
  const count = parts.length === 1 ? '1 part' : `${parts.length} parts`;
  const tables = language === undefined ? '' : ' with national tables';
  return `${count}, ${encoding}${tables}, room for ${charactersLeft} more in the last`;
}
