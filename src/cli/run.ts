/** `stopgate run`: the daemon, in the foreground. */
import { once } from 'node:events';
import { type Command, Option } from 'commander';
import { machineMonotonicUsec } from '../clock.js';
import type { GatewayOptions } from '../gateway.js';
import { type Log, openLog } from '../log.js';
import { connectTo } from '../modem/connect.js';
import { traced } from '../modem/traced-transport.js';
import { goesToJournal } from '../systemd/journal.js';
import { supervisionOf } from '../systemd/supervision.js';
import { TraceFile } from '../trace/trace-file.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  readConfig,
  UsageError,
} from './context.js';
import { keepHeapSmall, loadPlainly } from './memory.js';
import { Reloading } from './reloading.js';

interface RunOptions extends ConfigOption {
  readonly logLevel: string;
  readonly trace?: string;
  readonly tracePlain?: boolean;
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
    .option(
      '--trace <file>',
      'write the raw dialogue with each modem, with times, to this new file',
    )
    .option('--trace-plain', 'leave numbers, texts and PINs in the trace as they are')
    .addHelpText(
      'after',
      `
SIGTERM and SIGINT stop it within ten seconds; what a modem has just been given is waited for. SIGHUP
("systemctl reload stopgate") has it read the configuration anew: texts, languages, keywords, limits,
preferences of modems, retention and webhooks hold from the next message on, as a whole or not at all.
What waits for a restart is named in the log. Under systemd it tells when it is ready and how it is.

A trace is for a report of a fault: "stopgate replay FILE" plays the modem's side of it. It has one
line for each piece that went over the wire (milliseconds, modem, > to it or < from it, bytes), and
only its owner may read it. Numbers are replaced (the same by the same, the first four digits stay),
letters of texts become x and digits 0, PINs 0000; lengths stay, and PDUs still decode. What is
masked is for sharing after a look at it; what is written with --trace-plain is for yourself.`,
    )
    .action(async (_options: RunOptions, command: Command) => {
      keepHeapSmall();
      const options = command.optsWithGlobals<RunOptions>();
      const config = readConfig(context, options, true);
      context.actAsOwnerOf(config.gateway.dataDir);
      context.tolerateLoss();
      const log = await openLog(
        context.stdout,
        options.logLevel,
        goesToJournal(context.env, context.stdout),
      );
      for (const warning of config.warnings) log.warn(warning);
      const trace = openTrace(context, options, log);
      try {
        const connect = trace === undefined ? {} : { connect: tapping(trace) };
        // Loaded here alone: the other commands need no HTTP and no serial ports.
        const { startGateway } = await loadPlainly(() => import('../gateway.js'));
        const gateway = await startGateway({ config, clock: context.clock, log, ...connect });
        const { clock, env, stop } = context;
        const systemd = supervisionOf(env, { clock, log, monotonicUsec: machineMonotonicUsec });
        const reloading = new Reloading(gateway, () => readConfig(context, options, true), log);
        let reloaded = Promise.resolve();
        // On a terminal it means that the terminal has gone.
        if (!context.stdout.isTTY) {
          context.onHangUp(() => {
            reloaded = reloaded.then(() =>
              systemd ? systemd.reloading(reloading, () => reloading.reload()) : reloading.reload(),
            );
          });
        }
        await systemd?.ready(reloading);
        if (!stop.aborted) await once(stop, 'abort');
        log.info('stopping');
        await reloaded;
        await Promise.all([systemd?.stopping(), gateway.stop()]);
        log.info('stopped');
      } finally {
        trace?.close();
      }
    });
}

function openTrace(
  { clock }: CliContext,
  { trace: path, tracePlain }: RunOptions,
  log: Log,
): TraceFile | undefined {
  if (path === undefined) {
    if (tracePlain) throw new UsageError('--trace-plain: name the file too, with --trace FILE');
    return undefined;
  }
  try {
    return new TraceFile(path, tracePlain ? 'plain' : 'masked', clock, log);
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(
      isThere
        ? `--trace: ${path} is there already, and a trace is never written over; name a new file`
        : `--trace: ${path} cannot be made: ${why}`,
      { cause },
    );
  }
}

function tapping(trace: TraceFile): NonNullable<GatewayOptions['connect']> {
  return ({ name, port, baud }) => traced(connectTo(port, baud), trace.tap(name));
}
