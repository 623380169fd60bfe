/** `stopgate check`: reads the configuration, says what is wrong with it or what it means, starts nothing. */
import type { Command } from 'commander';
import { type CliContext, type ConfigOption, printJson, printLine, readConfig } from './context.js';
import { explain } from './explanation.js';
import { keywordNotes } from './keyword-notes.js';

interface CheckOptions extends ConfigOption {
  readonly json?: boolean;
}

const help = `
Every fault is named at once, with the key, what is there and what would be right; a key that is not
known with the one that was probably meant. Variables (STOPGATE_…) and files of secrets count too.
Where nothing is wrong it says in sentences what the gateway will do; no secret is shown.

Exit codes: 0 it is in order, 2 it is not.

Examples:
  sudo stopgate check
  stopgate check --config stopgate.toml`;

export function checkCommand(program: Command, context: CliContext): void {
  program
    .command('check')
    .description('say what is wrong with the configuration, or what it means; starts nothing')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', help)
    .action((_options: CheckOptions, command: Command) => {
      const options = command.optsWithGlobals<CheckOptions>();
      const config = readConfig(context, options, true);
      const warnings = [...config.warnings, ...keywordNotes(config.optout)];
      if (options.json) {
        printJson(context, { file: options.config, ok: true, warnings });
        return;
      }
      printLine(context, `${options.config} is in order. By it:`);
      for (const line of explain(config)) printLine(context, line);
      for (const warning of warnings) printLine(context, `note: ${warning}`);
      printLine(
        context,
        'next: "stopgate doctor" looks whether a message could be sent; a daemon that runs takes the file with "systemctl reload stopgate", and names what waits for a restart',
      );
    });
}
