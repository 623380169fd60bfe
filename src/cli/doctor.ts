/** `stopgate doctor`: what works, what does not, and the remedy. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Config, ModemConfig } from '../config/config.js';
import { lookAround, lookAt, type Patient } from '../doctor/doctor.js';
import { canSend, type Finding, type Level } from '../doctor/finding.js';
import { unreadableFinding } from '../doctor/machine-findings.js';
import type { ModemRecord } from '../domain/ports.js';
import { silentLog } from '../log.js';
import { pinMemoryOf } from '../service/pin-memory.js';
import { isDaemonRunning, openServices, type Services } from '../services.js';
import { type Colour, coloured } from './colour.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  readConfigIfAny,
} from './context.js';
import { thisMachine } from './this-machine.js';

interface DoctorCommandOptions extends ConfigOption {
  readonly port?: string;
  readonly json?: boolean;
}

const signs: Readonly<Record<Level, readonly [sign: string, colour: Colour]>> = {
  good: ['✓', 'green'],
  warning: ['!', 'yellow'],
  fault: ['✗', 'red'],
};

export function doctorCommand(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('look at the modems and serial ports: what works, what does not, and the remedy')
    .option(
      '--port <path>',
      'look at this port alone (a tty, or tcp://host:port); no configuration',
    )
    .option('--json', 'print all findings as JSON')
    .addHelpText(
      'after',
      `
With a configuration it looks at its modems; without one, or with --port, at serial ports. Each
line is a finding: ✓ as it should be, ! works or may, ✗ no message can be sent this way, and what to
do about it. It looks whether the port exists and keeps its name, who else has it open, whether you
may open it, at which rate the modem answers, what it is, whether the SIM is unlocked, the network,
the signal, the room for messages and the service centre; and whether ModemManager is in the way or
a modem shows itself as a CD-ROM or a network card.

Nothing is sent. The PIN of the configuration is entered at most as the daemon would: once, and
never again when it was wrong. While the daemon runs its modems are left to it, and what it last
wrote of them is shown.

As root (sudo) it sees other users' programs, then looks at the ports as the owner of data_dir.
Exit code: 0 when a message could be sent through every configured modem (without a configuration:
through one of the ports), else 1.

Examples:
  sudo stopgate doctor
  stopgate doctor --port /dev/ttyUSB2`,
    )
    .action(async (_options: DoctorCommandOptions, command: Command) => {
      const options = command.optsWithGlobals<DoctorCommandOptions>();
      const config =
        options.port === undefined ? readConfigIfAny(context, options, true) : undefined;
      const all: Finding[] = [];
      const ok = await examineAll(context, config, options.port, (finding) => {
        all.push(finding);
        if (options.json !== true) printLine(context, lineOf(finding, context));
      });
      if (options.json === true) printJson(context, { ok, findings: all });
      if (!ok) throw new CommandError('no message can be sent as it is; see what is marked ✗');
    });
}

/** Looks at the configured modems, at `port` alone, or at all ports; whether a message could be sent. */
export async function examineAll(
  context: CliContext,
  config: Config | undefined,
  port: string | undefined,
  tell: (finding: Finding) => void,
): Promise<boolean> {
  const machine = thisMachine();
  const named = port === undefined ? (config?.modems ?? []).map((modem) => modem.port) : [port];
  // Before the rights go that it takes to see what programs of others do.
  const surroundings = await lookAround(machine, named);
  if (config !== undefined) {
    context.actAsOwnerOf(config.gateway.dataDir, 'sight of all processes');
  }
  for (const finding of surroundings.findings) tell(finding);
  const services = config === undefined ? undefined : openServicesIfAny(context, config);
  if (config !== undefined && services === undefined && existsSync(config.gateway.dataDir)) {
    tell(unreadableFinding(config.gateway.dataDir));
  }
  try {
    const patients =
      config === undefined
        ? (port === undefined ? surroundings.ports.map(({ path }) => path) : [port]).map(unknown)
        : config.modems.map((modem) => patientOf(context, config, modem, services));
    const verdicts: boolean[] = [];
    for (const patient of patients) {
      const findings: Finding[] = [];
      const { clock, stop: signal } = context;
      const looks = lookAt(patient, machine, surroundings, { clock, log: silentLog, signal });
      for await (const finding of looks) {
        findings.push(finding);
        tell(finding);
      }
      verdicts.push(findings.length > 0 && canSend(findings));
    }
    return config === undefined
      ? verdicts.some((verdict) => verdict)
      : verdicts.every((verdict) => verdict);
  } finally {
    services?.store.close();
  }
}

/** `✗ main: What was found. Remedy: what helps.` Coloured for the terminal of `context`; plain without. */
export function lineOf({ level, modem, found, remedy }: Finding, context?: CliContext): string {
  const whose = modem === undefined || found.includes(modem) ? '' : `${modem}: `;
  const [plain, colour] = signs[level];
  const sign = context === undefined ? plain : coloured(context, colour, plain);
  return `${sign} ${whose}${found}.${remedy === undefined ? '' : ` Remedy: ${remedy}.`}`;
}

function unknown(port: string): Patient {
  return {
    name: port,
    port,
    baud: undefined,
    dialect: 'auto',
    pin: undefined,
    pinMemory: undefined,
    daemon: undefined,
  };
}

function patientOf(
  context: CliContext,
  config: Config,
  { name, port, baud, dialect, pin }: ModemConfig,
  services: Services | undefined,
): Patient {
  const isRunning = services !== undefined && isDaemonRunning(config);
  const record = () => services?.store.modems.list().find((modem) => modem.name === name);
  return {
    name,
    port,
    baud,
    dialect,
    pin,
    pinMemory: services === undefined ? undefined : lastingPinMemory(context, services, name, port),
    daemon: isRunning ? { record: record() } : undefined,
  };
}

/** The daemon's own memory; it is kept with the modem's record, which may not be there yet. */
function lastingPinMemory({ clock }: CliContext, { store }: Services, name: string, port: string) {
  const memory = pinMemoryOf(store.modems, name);
  return {
    recall: memory.recall,
    keep(pin: string, state: 'tried' | 'refused' | undefined) {
      if (!store.modems.list().some((modem) => modem.name === name)) {
        store.modems.save({ ...unseen, name, port, updatedAt: clock.now().toISOString() });
      }
      memory.keep(pin, state);
    },
  };
}

const unseen: Omit<ModemRecord, 'name' | 'port' | 'updatedAt'> = {
  state: 'stopped',
  problem: null,
  manufacturer: null,
  model: null,
  imei: null,
  operator: null,
  registration: 'unknown',
  signalDbm: null,
  simUsed: null,
  simTotal: null,
  downSince: null,
};

/** The database where it is, or could be, and this user may use it; the doctor works without. */
function openServicesIfAny(context: CliContext, config: Config): Services | undefined {
  if (!existsSync(config.gateway.dataDir)) return undefined;
  try {
    return openServices(config, context.clock, () => {});
  } catch {
    return undefined;
  }
}
