/** `stopgate check`: reads the configuration, says what is wrong with it, starts nothing. */
import type { Command } from 'commander';
import { type CliContext, type ConfigOption, printJson, printLine, readConfig } from './context.js';

interface CheckOptions extends ConfigOption {
  readonly json?: boolean;
}

export function checkCommand(program: Command, context: CliContext): void {
  program
    .command('check')
    .description('say what is wrong with the configuration; starts nothing')
    .option('--json', 'print the result as JSON')
    .action((_options: CheckOptions, command: Command) => {
      const options = command.optsWithGlobals<CheckOptions>();
      const config = readConfig(context, options);
      if (options.json) {
        printJson(context, { file: options.config, ok: true, warnings: config.warnings });
        return;
      }
      const modems = config.modems.map(({ name, port }) => `${name} on ${port}`).join(', ');
      const { listen } = config.http;
      const address =
        listen.kind === 'unix' ? `unix:${listen.path}` : `${listen.host}:${listen.port}`;
      for (const warning of config.warnings) printLine(context, `note: ${warning}`);
      printLine(
        context,
        `${options.config} is in order: modem ${modems}; API on ${address}; data in ${config.gateway.dataDir}`,
      );
      printLine(
        context,
        'next: "stopgate doctor" looks whether a message could be sent; a daemon that runs takes the file with "systemctl reload stopgate", and names what waits for a restart',
      );
    });
}
