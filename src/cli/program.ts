/** All commands, their help, and how an error becomes a sentence and an exit code. */
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config/faults.js';
import { version } from '../version.js';
import { backupCommand } from './backup.js';
import { checkCommand } from './check.js';
import { completionCommand } from './completion.js';
import { type CliContext, defaultConfigFile, UsageError } from './context.js';
import { databaseCommand } from './database.js';
import { demoCommand } from './demo.js';
import { doctorCommand } from './doctor.js';
import { eraseCommand } from './erase.js';
import { exitCodes, exitCodesTopic } from './exit-codes.js';
import { initCommand } from './init.js';
import { keysCommand } from './keys.js';
import { ledgerCommand } from './ledger.js';
import { inboxCommand, messagesCommand, modemsCommand } from './lists.js';
import { manCommand } from './manual.js';
import { matchCommand } from './match.js';
import { OtherUserNeeded, runAs } from './other-user.js';
import { pduCommand } from './pdu.js';
import { replayCommand } from './replay.js';
import { restoreCommand } from './restore.js';
import { reviewCommand } from './review.js';
import { runCommand } from './run.js';
import { segmentsCommand } from './segments.js';
import { sendCommand } from './send.js';
import { serviceCommand } from './service.js';
import { simulateCommand } from './simulate.js';
import { statusCommand } from './status.js';
import { supportCommand } from './support.js';
import { suppressCommand } from './suppress.js';
import { ussdCommand } from './ussd.js';
import { vacuumCommand } from './vacuum.js';
import { webhooksCommand } from './webhooks.js';

const closingHelp = `
Try it without hardware:
  stopgate demo

Exit codes: 0 it worked, 1 it failed, 2 wrong usage or configuration; "stopgate help exit-codes".`;

/** All commands, for parsing and for telling what there is. */
export function buildProgram(context: CliContext): Command {
  const program = new Command('stopgate')
    .description('The SMS gateway that knows when to stop.')
    .version(version)
    .option('--config <file>', 'the configuration file', defaultConfigFile)
    .showSuggestionAfterError(true)
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(stopgate --help shows all commands)')
    .addHelpText('after', closingHelp)
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    })
    .exitOverride();

  const commands = [
    runCommand,
    demoCommand,
    statusCommand,
    initCommand,
    checkCommand,
    doctorCommand,
    sendCommand,
    segmentsCommand,
    suppressCommand,
    reviewCommand,
    ledgerCommand,
    eraseCommand,
    databaseCommand,
    backupCommand,
    restoreCommand,
    vacuumCommand,
    supportCommand,
    inboxCommand,
    messagesCommand,
    modemsCommand,
    ussdCommand,
    webhooksCommand,
    keysCommand,
    matchCommand,
    pduCommand,
    simulateCommand,
    replayCommand,
    serviceCommand,
    completionCommand,
    manCommand,
    exitCodesTopic,
  ];
  for (const add of commands) add(program, context);
  return program;
}

/** Runs the command that `args` names; resolves to the exit code, never rejects. */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  try {
    await buildProgram(context).parseAsync([...args], { from: 'user' });
    return exitCodes.success;
  } catch (error) {
    if (!(error instanceof OtherUserNeeded)) return tell(error, context);
    return await runAs(error, [...context.program, ...args], context).catch((failure) =>
      tell(failure, context),
    );
  }
}

/** Says on stderr what went wrong; the exit code. Commander has told its own errors already. */
function tell(error: unknown, context: CliContext): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
  }
  if (error instanceof ConfigError) {
    for (const fault of error.faults) {
      context.stderr.write(`stopgate: ${fault.path}: ${fault.message}\n`);
    }
    return exitCodes.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  context.stderr.write(`stopgate: ${message}\n`);
  const hint = error instanceof Error && 'hint' in error ? error.hint : undefined;
  if (typeof hint === 'string') context.stderr.write(`  ${hint}\n`);
  return error instanceof UsageError ? exitCodes.usage : exitCodes.failure;
}
