/** `stopgate replay FILE`: a modem that says again what a trace has it say. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Departure } from '../simulator/replay-match.js';
import type { ReplayRequest } from '../simulator/replay-script.js';
import { parseTrace, type TraceEvent } from '../trace/trace-line.js';
import { type CliContext, CommandError, printLine, UsageError } from './context.js';
import { openSimulatorPort } from './simulate.js';

interface ReplayCommandOptions {
  readonly link?: string;
  readonly tcp?: string;
  readonly modem?: string;
  readonly speed: number;
  readonly json?: boolean;
}

export function replayCommand(program: Command, context: CliContext): void {
  program
    .command('replay <file>')
    .description('a modem that says again what a trace of "run --trace" has it say')
    .option('--link <path>', "make this link to its pseudo-terminal; name it as the modem's port")
    .option('--tcp <host:port>', 'listen there instead; the port is tcp://host:port then')
    .option('--modem <name>', 'this modem of the trace, where there are several')
    .addOption(
      new Option('--speed <factor>', 'play so many times faster').argParser(parseSpeed).default(1),
    )
    .option('--json', 'print departures as JSON lines')
    .addHelpText(
      'after',
      `
What is asked is answered with what was answered then, as fast or as slow, and what the modem said
by itself it says again. Each line printed is a place where the driver departs from what it did when
the trace was made: a command that is new, left out, or asked more often. A departure is no fault by
itself: it is where to look.

Example, in two terminals:
  stopgate replay bug.trace --link /tmp/modem
  stopgate run --config test.toml             # with port = "/tmp/modem"`,
    )
    .action(async (file: string, options: ReplayCommandOptions) => {
      const events = eventsOf(readTrace(file), options.modem);
      const { ReplayedModem } = await import('../simulator/replay.js');
      const { scriptOf } = await import('../simulator/replay-script.js');
      const modem = new ReplayedModem({
        clock: context.clock,
        script: scriptOf(events),
        speed: options.speed,
        onDeparture: (departure) =>
          printLine(context, options.json ? JSON.stringify(departure) : inWords(departure)),
        onEnd: () => {
          if (!options.json) {
            printLine(context, 'the trace has been played to its end; Ctrl-C ends the modem');
          }
        },
      });
      const line = await openSimulatorPort(modem, options);
      try {
        if (options.json) printLine(context, JSON.stringify({ port: line.port }));
        else printLine(context, `the modem of the trace is on ${line.port}`);
        if (!context.stop.aborted) await once(context.stop, 'abort');
        if (!options.json) printLine(context, `departures: ${modem.departures.length}`);
      } finally {
        await line.close();
        modem.close();
      }
    });
}

function parseSpeed(text: string): number {
  const speed = Number(text);
  if (!(speed >= 0.01 && speed <= 1_000)) {
    throw new InvalidArgumentError('it must be a number from 0.01 to 1000.');
  }
  return speed;
}

function readTrace(file: string): readonly TraceEvent[] {
  try {
    return parseTrace(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(`${file} is no trace that can be played: ${why}`, { cause });
  }
}

function eventsOf(events: readonly TraceEvent[], name: string | undefined): readonly TraceEvent[] {
  const names = [...new Set(events.map(({ modem }) => modem))];
  const [only] = names;
  if (only === undefined) throw new CommandError('the trace is empty: there is nothing to play');
  if (name === undefined && names.length > 1) {
    throw new UsageError(`--modem: the trace has several, name one of ${names.join(', ')}`);
  }
  if (name !== undefined && !names.includes(name)) {
    throw new UsageError(`--modem: the trace has no modem "${name}"; it has ${names.join(', ')}`);
  }
  return events.filter(({ modem }) => modem === (name ?? only));
}

function inWords(departure: Departure): string {
  switch (departure.kind) {
    case 'left-out':
      return `not asked here: ${shown(departure.request)}`;
    case 'asked-again':
      return `asked again: ${shown(departure.request)}, where ${shown(departure.due)} was next`;
    case 'unknown':
      return `not in the trace, answered with ERROR: ${shown(departure.request)}`;
  }
}

function shown({ kind, text }: ReplayRequest): string {
  switch (kind) {
    case 'command':
      return text;
    case 'payload':
      return 'a message';
    case 'withdrawal':
      return 'ESC at the prompt';
  }
}
