/**
 * Which of the machine's serial ports a modem answers at, for choosing one. Opens each in turn and
 * closes it again; enters no PIN, and judges nothing.
 */
import { AtError } from '../modem/at-error.js';
import { findRate } from '../modem/find-rate.js';
import { TransportError } from '../modem/transport.js';
import type { DoctorOptions } from './doctor.js';
import { examine } from './examination.js';
import type { Machine } from './machine.js';
import { findSerialPorts, rateMatters, type SerialPortFound } from './serial-ports.js';

export interface SurveyedPort {
  /** As the configuration names it. */
  readonly path: string;
  /** Undefined: nothing answers there, or it cannot be opened. */
  readonly modem:
    | {
        /** The rate at which it answers, in bits a second. */
        readonly baud: number;
        /** Maker and model, as it says; may be empty. */
        readonly name: string;
        readonly asksForPin: boolean;
      }
    | undefined;
}

/** The rates of all but a few modems: others are for `stopgate doctor`, which has more time. */
const RATES: readonly number[] = [115_200, 9_600];

/** All at once, in some four seconds where nothing answers. */
export async function surveyPorts(
  machine: Machine,
  options: DoctorOptions,
): Promise<readonly SurveyedPort[]> {
  const ports = await findSerialPorts(machine);
  return await Promise.all(
    ports.map(async (port) => ({
      path: port.path,
      modem: await modemAt(port, machine, options),
    })),
  );
}

/** Whether two ports have names by id that tell of one device: a modem has several. */
export function areOfOneModem(a: SurveyedPort, b: SurveyedPort): boolean {
  const [one, other] = [a, b].map(({ path }) => path.replace(/-if\d+(?:-port\d+)?$/u, ''));
  return one === other && one !== a.path;
}

async function modemAt(
  port: SerialPortFound,
  machine: Machine,
  { clock, log, signal, rates = RATES }: DoctorOptions,
): Promise<SurveyedPort['modem']> {
  try {
    const line = await findRate({
      connectAt: (rate) => machine.connectTo(port.path, rate),
      rates: rateMatters(port) ? rates : rates.slice(0, 1),
      clock,
      log,
      signal,
    });
    if (line === undefined) return undefined;
    try {
      const { manufacturer, model, sim } = await examine(line.channel, {
        ...{ clock, log, dialect: 'auto', pin: 'withheld', registrationWaitMs: 0 },
      });
      return {
        baud: line.rate,
        name: [manufacturer, model].filter((part) => part !== undefined).join(' '),
        asksForPin: sim.kind === 'locked' && /asks for its PIN/.test(sim.problem),
      };
    } finally {
      await line.channel.close();
    }
  } catch (error) {
    if (error instanceof TransportError || error instanceof AtError) return undefined;
    throw error;
  }
}
