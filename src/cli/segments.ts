/** `stopgate segments TEXT`: what a text would cost, before it is sent. */
import type { Command } from 'commander';
import type { TextSettings } from '../service/fit-text.js';
import { previewText, type TextPreview } from '../service/text-preview.js';
import {
  type CliContext,
  type ConfigOption,
  printJson,
  printLine,
  readConfigIfAny,
  UsageError,
} from './context.js';
import { answerJsonStrings } from './lines.js';

interface SegmentsOptions extends ConfigOption {
  readonly lines?: boolean;
  readonly json?: boolean;
}

const defaults: TextSettings = { transliterate: false, nationalTables: false, referenceBits: 8 };

export function segmentsCommand(program: Command, context: CliContext): void {
  program
    .command('segments [text]')
    .description('show the parts that a text would be sent in, and which characters cost one')
    .option('--lines', 'read one JSON string a line from stdin')
    .option('--json', 'print JSON, one object a text')
    .addHelpText(
      'after',
      `
A part holds 160 characters of the GSM alphabet (153 where there are several), or 70 (67) as soon as
one character is not in it. transliterate and national_tables in the configuration's [send] may
spare you that; without a configuration, both are off.

Examples:
  stopgate segments "Your order is ready – see you soon!"
  echo '"Café"' | stopgate segments --lines --json`,
    )
    .action(async (text: string | undefined, _options: SegmentsOptions, command: Command) => {
      const options = command.optsWithGlobals<SegmentsOptions>();
      const settings = readConfigIfAny(context, options)?.send ?? defaults;
      if (options.lines) {
        await answerJsonStrings(context, (line) => {
          const preview = previewText(line, settings);
          return options.json ? JSON.stringify(preview) : summary(preview);
        });
        return;
      }
      if (text === undefined) {
        throw new UsageError('name a text, or use --lines and give JSON strings on stdin');
      }
      const preview = previewText(text, settings);
      if (options.json) {
        printJson(context, preview);
        return;
      }
      printLine(context, summary(preview));
      for (const part of preview.parts) printLine(context, `  ${JSON.stringify(part)}`);
      for (const warning of preview.warnings) printLine(context, `note: ${warning}`);
    });
}

function summary({ encoding, parts, charactersLeft, language }: TextPreview): string {
  const count = parts.length === 1 ? '1 part' : `${parts.length} parts`;
  const tables = language === undefined ? '' : ' with national tables';
  return `${count}, ${encoding}${tables}, room for ${charactersLeft} more in the last`;
}
