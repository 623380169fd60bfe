/** `stopgate pdu HEX`: explains a PDU as a modem shows it. */
import type { Command } from 'commander';
import { describePdu } from '../sms/index.js';
import { type CliContext, CommandError, printJson, printLine, UsageError } from './context.js';
import { answerLines } from './lines.js';

interface PduOptions {
  readonly lines?: boolean;
  readonly json?: boolean;
}

export function pduCommand(program: Command, context: CliContext): void {
  program
    .command('pdu [hex]')
    .description('explain a PDU: hexadecimal, with its service-centre octets, as a modem shows it')
    .option('--lines', 'read one PDU a line from stdin')
    .option('--json', 'print JSON, one object a PDU')
    .action(async (hex: string | undefined, options: PduOptions) => {
      if (options.lines) {
        await answerLines(context, (line) => {
          const description = describePdu(line.trim());
          return options.json ? JSON.stringify(description) : inOneLine(description);
        });
        return;
      }
      if (hex === undefined)
        throw new UsageError('name a PDU, or use --lines and give them on stdin');
      const description = describePdu(hex);
      if (options.json) printJson(context, description);
      else printLine(context, inLines(description));
      if ('error' in description) throw new CommandError('the PDU cannot be read');
    });
}

function inLines(description: object): string {
  return Object.entries(description)
    .map(
      ([key, value]) =>
        `${key.padEnd(14)} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join('\n');
}

function inOneLine(description: object): string {
  return Object.entries(description)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(' ');
}
