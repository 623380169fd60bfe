/** `stopgate run`: the daemon, in the foreground. */
import { once } from 'node:events';
import { type Command, Option } from 'commander';
import { startGateway } from '../gateway.js';
import { openLog } from '../log.js';
import { type CliContext, type ConfigOption, readConfig } from './context.js';

interface RunOptions extends ConfigOption {
  readonly logLevel: string;
}

export function runCommand(program: Command, context: CliContext): void {
  program
    .command('run')
    .description('the daemon, in the foreground; logs on stdout (JSON; for people on a terminal)')
    .addOption(
      new Option('--log-level <level>', 'what is logged; "trace" shows texts and numbers')
        .choices(['trace', 'debug', 'info', 'warn', 'error'])
        .default('info'),
    )
    .action(async (_options: RunOptions, command: Command) => {
      const options = command.optsWithGlobals<RunOptions>();
      const config = readConfig(context, options);
      context.actAsOwnerOf(config.gateway.dataDir);
      const log = await openLog(context.stdout, options.logLevel);
      for (const warning of config.warnings) log.warn(warning);
      const gateway = await startGateway({ config, clock: context.clock, log });
      if (!context.stop.aborted) await once(context.stop, 'abort');
      log.info('stopping');
      await gateway.stop();
      log.info('stopped');
    });
}
