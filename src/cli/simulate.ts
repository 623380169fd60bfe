/** `stopgate simulate`: a simulated modem on a pseudo-terminal or on TCP, for trying without hardware. */
import { type Command, Option } from 'commander';
import type { Attachable, SimulatedModem } from '../simulator/simulated-modem.js';
import { type CliContext, printJson, printLine, UsageError } from './context.js';
import { wholeNumber } from './options.js';

interface SimulateOptions {
  readonly link?: string;
  readonly tcp?: string;
  readonly record?: string;
  readonly latency: number;
  readonly pin?: string;
  readonly dialect: string;
  readonly fault: readonly string[];
  readonly list?: boolean;
  readonly json?: boolean;
}

const HELP = `
Type "+447700900123 STOP" to have that text arrive from that number; "help" explains more.
Faults can be played while it runs, too: type "fault silent", and "calm" to end them all.

Examples:
  stopgate simulate --link /tmp/modem
  stopgate simulate --link /tmp/modem --dialect huawei --fault sim-full
  stopgate simulate --link /tmp/modem --fault silent:after=5m,ends=restart
  stopgate simulate --list`;

export function simulateCommand(program: Command, context: CliContext): void {
  program
    .command('simulate')
    .description('a simulated GSM modem, for trying and testing without hardware')
    .option('--link <path>', "make this link to its pseudo-terminal; name it as the modem's port")
    .option('--tcp <host:port>', 'listen there instead; the port is tcp://host:port then')
    .option('--record <file>', 'append all that the modem is handed to this file, as JSON lines')
    .addOption(
      new Option('--latency <ms>', 'how long the network takes to accept a message')
        .argParser(wholeNumber(0, 600_000))
        .default(1_500),
    )
    .option('--pin <pin>', 'the SIM asks for this PIN')
    .option('--dialect <name>', 'whose modem it is; --list tells which there are', 'generic')
    .addOption(
      new Option('--fault <name[:key=value,…]>', 'what goes wrong; may be given several times')
        .argParser((fault: string, before: readonly string[]) => [...before, fault])
        .default([], 'nothing'),
    )
    .option('--list', 'tell what each dialect and each fault is, and do nothing else')
    .option('--json', 'print what the modem is handed as JSON lines')
    .addHelpText('after', HELP)
    .action(async (options: SimulateOptions) => {
      if (options.list) await list(context, options.json ?? false);
      else await simulate(context, options);
    });
}

async function simulate(context: CliContext, options: SimulateOptions): Promise<void> {
  const { runSimulatorSession } = await import('../simulator/session.js');
  const { modem, playFaults } = await makeModem(context, options);
  const line = await openSimulatorPort(modem, options);
  try {
    playFaults();
    if (options.json) printLine(context, JSON.stringify({ port: line.port }));
    else printLine(context, `a simulated modem is on ${line.port}`);
    await runSimulatorSession(
      {
        modem,
        input: context.stdin,
        output: context.stdout,
        json: options.json ?? false,
        ...(options.record !== undefined && { recordFile: options.record }),
      },
      context.stop,
    );
  } finally {
    await line.close();
    modem.close();
  }
}

/** Reads every fault before anything is opened; throws UsageError for what there is none of. */
async function makeModem(
  { clock }: CliContext,
  { latency, pin, dialect, fault }: SimulateOptions,
): Promise<{ readonly modem: SimulatedModem; playFaults(): void }> {
  const { SimulatedModem } = await import('../simulator/simulated-modem.js');
  const { parseFault } = await import('../simulator/faults/registry.js');
  try {
    const faults = fault.map(parseFault);
    const modem = new SimulatedModem({
      clock,
      dialect,
      submitLatencyMs: latency,
      ...(pin !== undefined && { pin }),
    });
    return {
      modem,
      playFaults() {
        for (const one of faults) modem.play(one);
      },
    };
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${error.message} (see --list)`);
    throw error;
  }
}

/** One line each, under headings. */
async function list(context: CliContext, json: boolean): Promise<void> {
  const { DIALECTS } = await import('../simulator/dialects/index.js');
  const { FAULT_FAMILIES, parametersOf } = await import('../simulator/faults/registry.js');
  const dialects = DIALECTS.map(({ name, summary }) => ({ name, summary }));
  const families = FAULT_FAMILIES.map(({ title, faults }) => ({
    title,
    faults: faults.map((fault) => ({
      name: fault.name,
      summary: fault.summary,
      parameters: parametersOf(fault),
    })),
  }));
  if (json) {
    printJson(context, { dialects, faults: families.flatMap(({ faults }) => faults) });
    return;
  }
  printLine(context, 'Dialects, for --dialect NAME:');
  for (const { name, summary } of dialects) printLine(context, entry(name, summary));
  printLine(context, '\nFaults, for --fault NAME or --fault NAME:key=value,key=value');
  printLine(context, '(in brackets: the keys, with what is taken where one is left out):');
  for (const { title, faults } of families) {
    printLine(context, `\n  Faults of ${title}`);
    for (const { name, summary, parameters } of faults) {
      const keys = parameters.map(({ key, otherwise }) => `${key}=${otherwise}`).join(' ');
      printLine(context, entry(name, keys === '' ? summary : `${summary} [${keys}]`));
    }
  }
}

function entry(name: string, summary: string): string {
  return `  ${name.padEnd(20)}  ${summary}`;
}

/** Puts a modem on TCP or on a pseudo-terminal, as the options say. */
export async function openSimulatorPort(
  modem: Attachable,
  options: { readonly tcp?: string; readonly link?: string },
): Promise<{ readonly port: string; close(): Promise<void> }> {
  if (options.tcp !== undefined) {
    if (options.link !== undefined) {
      throw new UsageError('--link and --tcp are two places for one modem: name one of them');
    }
    const [, host, port] = /^\[?([^\]]+)\]?:(\d{1,5})$/.exec(options.tcp) ?? [];
    if (host === undefined || port === undefined) {
      throw new UsageError(`--tcp: "${options.tcp}" is no host:port; for example 127.0.0.1:7900`);
    }
    const { listenTcp } = await import('../simulator/tcp.js');
    const server = await listenTcp(modem, { host, port: Number(port) });
    return { port: `tcp://${server.host}:${server.port}`, close: () => server.close() };
  }
  const { openPty } = await import('../simulator/pty.js');
  const pty = await openPty(modem, options.link === undefined ? {} : { link: options.link });
  return { port: options.link ?? pty.path, close: () => pty.close() };
}
