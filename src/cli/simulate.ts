/** `stopgate simulate`: a simulated modem on a pseudo-terminal or on TCP, for trying without hardware. */
import { type Command, Option } from 'commander';
import type { SimulatedModem } from '../simulator/simulated-modem.js';
import { type CliContext, printLine, UsageError } from './context.js';
import { wholeNumber } from './options.js';

interface SimulateOptions {
  readonly link?: string;
  readonly tcp?: string;
  readonly record?: string;
  readonly latency: number;
  readonly pin?: string;
  readonly json?: boolean;
}

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
    .option('--json', 'print what the modem is handed as JSON lines')
    .addHelpText(
      'after',
      '\nType "+447700900123 STOP" to have that text arrive from that number; "help" explains more.\n\nExample:\n  stopgate simulate --link /tmp/modem',
    )
    .action(async (options: SimulateOptions) => {
      const { SimulatedModem } = await import('../simulator/simulated-modem.js');
      const { runSimulatorSession } = await import('../simulator/session.js');
      const modem = new SimulatedModem({
        clock: context.clock,
        submitLatencyMs: options.latency,
        ...(options.pin !== undefined && { pin: options.pin }),
      });
      const line = await open(modem, options);
      try {
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
    });
}

async function open(
  modem: SimulatedModem,
  options: SimulateOptions,
): Promise<{ readonly port: string; close(): Promise<void> }> {
  if (options.tcp !== undefined) {
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
