/** The exit codes of all commands, and the topic that explains them: `stopgate help exit-codes`. */
import type { Command } from 'commander';
import { type CliContext, printLine } from './context.js';

export const exitCodes = { success: 0, failure: 1, usage: 2 } as const;

/** What each means, for help and manual. */
export const exitCodeMeanings: readonly (readonly [code: number, meaning: string])[] = [
  [
    exitCodes.success,
    'it worked. The daemon ends with it when it is told to stop (SIGTERM, SIGINT).',
  ],
  [
    exitCodes.failure,
    'it failed, and one sentence on stderr says why. "doctor": no message could be sent; "status": something does not work; "ledger verify": the chain is broken.',
  ],
  [
    exitCodes.usage,
    'wrong usage or configuration: nothing was done. systemd does not restart the daemon after it.',
  ],
];

export function exitCodesTopic(program: Command, context: CliContext): void {
  const lines = exitCodeMeanings.map(([code, meaning]) => `  ${code}  ${meaning}`);
  program
    .command('exit-codes', { hidden: true })
    .description('what the exit codes of all commands mean')
    .addHelpText('after', `\n${lines.join('\n')}`)
    .action(() => {
      for (const line of lines) printLine(context, line);
    });
}
