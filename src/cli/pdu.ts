/** `stopgate pdu HEX`: explains a PDU as a modem shows it. */
import { type Command, Option } from 'commander';
import { type DecodeOptions, describePdu, type PduDescription } from '../sms/index.js';
import { type CliContext, CommandError, printJson, printLine, UsageError } from './context.js';
import { answerLines, requireNone } from './lines.js';

interface PduOptions {
  readonly lines?: boolean;
  readonly json?: boolean;
  readonly direction?: NonNullable<DecodeOptions['direction']>;
}

export function pduCommand(program: Command, context: CliContext): void {
  program
    .command('pdu [hex]')
    .description('explain a PDU: hexadecimal, with its service-centre octets, as a modem shows it')
    .option('--lines', 'read one PDU a line from stdin')
    .option('--json', 'print JSON, one object a PDU')
    .addOption(
      new Option(
        '--direction <which>',
        'which way it went; without it as a SIM keeps it: a message, or the report of one',
      ).choices(['from-network', 'to-network']),
    )
    .action(async (hex: string | undefined, options: PduOptions) => {
      const { direction } = options;
      const describe = (one: string) => describePdu(one, direction && { direction });
      if (options.lines) {
        requireNone(hex);
        await answerLines(context, (line) => {
          const description = describe(line);
          return options.json ? JSON.stringify(description) : inOneLine(description);
        });
        return;
      }
      if (hex === undefined)
        throw new UsageError('name a PDU, or use --lines and give them on stdin');
      const description = describe(hex);
      if (options.json) printJson(context, description);
      else printLine(context, inLines(description));
      if ('error' in description) throw new CommandError('the PDU cannot be read');
    });
}

function inLines(description: PduDescription): string {
  return Object.entries(description)
    .map(([key, value]) => `${key.padEnd(14)} ${inWords(value)}`)
    .join('\n');
}

/** A fault by its sentence, lists one below the other, the parts of an object by their names. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(`\n${' '.repeat(15)}`);
  if (typeof value !== 'object' || value === null) return String(value);
  if ('message' in value) return String(value.message);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${part}`)
    .join(', ');
}

function inOneLine(description: PduDescription): string {
  return Object.entries(description)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(' ');
}
