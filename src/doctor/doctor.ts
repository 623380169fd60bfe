/**
 * `stopgate doctor`: the order in which things are looked at. First the machine, then each modem:
 * its port, who holds it, who may open it, whether it answers, and what it says of itself. A modem
 * that the daemon works on is not touched.
 */
import type { Clock } from '../clock.js';
import type { ModemRecord } from '../domain/ports.js';
import type { Log } from '../log.js';
import { AtError } from '../modem/at-error.js';
import { type AnsweringLine, findRate, USUAL_RATES } from '../modem/find-rate.js';
import type { PinMemory } from '../modem/ports.js';
import { PinAttempt } from '../modem/sim-pin.js';
import { TransportError } from '../modem/transport.js';
import { findAccess } from './access.js';
import { examine } from './examination.js';
import { type Finding, fault } from './finding.js';
import type { Machine } from './machine.js';
import {
  accessFinding,
  disguiseFinding,
  holderFinding,
  modemManagerFinding,
  portFinding,
  portsFinding,
} from './machine-findings.js';
import { answerFinding, daemonFinding, examinationFindings } from './modem-findings.js';
import { findHolders, type Holder } from './processes.js';
import { findModemManager, isLeftAlone } from './rival-program.js';
import {
  findSerialPorts,
  rateMatters,
  type SerialPortFound,
  serialPortAt,
} from './serial-ports.js';
import { findDisguisedModems } from './usb-devices.js';

/** A modem to look at. */
export interface Patient {
  /** Its name in the configuration; its port where it has none. */
  readonly name: string;
  readonly port: string;
  /** Undefined: any usual rate will do. */
  readonly baud: number | undefined;
  /** `auto`, or what the configuration takes it for. */
  readonly dialect: string;
  readonly pin: string | undefined;
  /** Undefined where a refused PIN could not be remembered: then none is entered. */
  readonly pinMemory: PinMemory | undefined;
  /** What the daemon that runs on it last wrote; undefined where none runs. */
  readonly daemon: { readonly record: ModemRecord | undefined } | undefined;
}

/** What is to be seen without opening a port; some of it only by root. */
export interface Surroundings {
  readonly ports: readonly SerialPortFound[];
  /** By device node. */
  readonly holders: ReadonlyMap<string, readonly Holder[]>;
  readonly findings: readonly Finding[];
}

export interface DoctorOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly rates?: readonly number[];
  readonly registrationWaitMs?: number;
}

const REGISTRATION_WAIT_MS = 20_000;

/** @param configured ports as the configuration or the user names them */
export async function lookAround(
  machine: Machine,
  configured: readonly string[],
): Promise<Surroundings> {
  const ports = await findSerialPorts(machine);
  const named = await Promise.all(configured.map((path) => serialPortAt(machine, path)));
  const looked = configured.length === 0 ? ports : named.filter((port) => port !== undefined);
  const holders = new Map<string, readonly Holder[]>();
  for (const { device } of looked) holders.set(device, await findHolders(machine, device));

  const leftAlone = await Promise.all(looked.map(({ device }) => isLeftAlone(machine, device)));
  const found = portsFinding(ports, configured.length > 0);
  const findings = [
    ...(found === undefined ? [] : [found]),
    ...(await findDisguisedModems(machine)).map(disguiseFinding),
    modemManagerFinding(
      await findModemManager(machine),
      leftAlone.length > 0 && leftAlone.every((isAlone) => isAlone),
    ),
  ];
  return { ports, holders, findings };
}

/** Looks at one modem; each finding as it is made. */
export async function* lookAt(
  patient: Patient,
  machine: Machine,
  surroundings: Surroundings,
  options: DoctorOptions,
): AsyncGenerator<Finding> {
  for await (const finding of look(patient, machine, surroundings, options)) {
    yield { ...finding, modem: patient.name };
  }
}

async function* look(
  patient: Patient,
  machine: Machine,
  { ports, holders }: Surroundings,
  options: DoctorOptions,
): AsyncGenerator<Finding> {
  const { port: path, baud, daemon } = patient;
  const isTcp = /^tcp:/i.test(path);
  const port = isTcp ? undefined : await serialPortAt(machine, path);
  if (!isTcp) yield portFinding(path, port, ports);
  if (daemon !== undefined) {
    yield daemonFinding(daemon.record);
    return;
  }
  if (port !== undefined) {
    const held = holderFinding(path, holders.get(port.device) ?? []);
    if (held !== undefined) yield held;
    const access = await findAccess(machine, port.device);
    if (access !== undefined) yield accessFinding(path, access);
    if (held?.level === 'fault' || access?.allowed === false) return;
  } else if (!isTcp) {
    return;
  }

  const rates = ratesToTry(options.rates ?? USUAL_RATES, baud, port);
  const { clock, log, signal } = options;
  let answering: AnsweringLine | undefined;
  try {
    const connectAt = (rate: number) => machine.connectTo(path, rate);
    answering = await findRate({ connectAt, rates, clock, log, signal });
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    yield fault('access', error.message, error.hint);
    return;
  }
  yield answerFinding(path, answering?.rate, rates, baud);
  if (answering !== undefined) yield* examinationOf(answering, patient, options);
}

async function* examinationOf(
  { channel }: AnsweringLine,
  { dialect, pin, pinMemory }: Patient,
  { clock, log, registrationWaitMs = REGISTRATION_WAIT_MS }: DoctorOptions,
): AsyncGenerator<Finding> {
  try {
    // INVARIANT: no PIN is entered whose refusal would be forgotten.
    const isWithheld = pin !== undefined && pinMemory === undefined;
    const attempt = isWithheld ? 'withheld' : new PinAttempt(pin, pinMemory);
    yield* examinationFindings(
      await examine(channel, { clock, log, dialect, pin: attempt, registrationWaitMs }),
    );
  } catch (error) {
    if (!(error instanceof AtError)) throw error;
    yield fault(
      'answer',
      `the modem stopped answering (${error.message})`,
      'unplug it, wait ten seconds and plug it in; if that happens often, it lacks power',
    );
  } finally {
    await channel.close();
  }
}

/** The rate of the configuration first. */
function ratesToTry(
  usual: readonly number[],
  configured: number | undefined,
  port: SerialPortFound | undefined,
): readonly number[] {
  const rates = configured === undefined ? usual : [...new Set([configured, ...usual])];
  return port !== undefined && rateMatters(port) ? rates : rates.slice(0, 1);
}
