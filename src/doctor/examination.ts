/**
 * Asks a modem that answers how it is, over an open channel. Changes nothing that outlasts the next
 * initialisation, and enters the PIN by the daemon's own rule alone. Draws no conclusion.
 */
import { type Clock, sleep } from '../clock.js';
import type { Log } from '../log.js';
import { fieldsOf, integer } from '../modem/at-answer.js';
import type { AtChannel } from '../modem/at-channel.js';
import { dialectOf } from '../modem/dialects/index.js';
import { readIdentity } from '../modem/identity.js';
import { readStorage } from '../modem/message-storage.js';
import { type NetworkState, readOperator, readRegistration, readSignal } from '../modem/network.js';
import type { Registration } from '../modem/ports.js';
import { ask, type Findings, optional, type Session } from '../modem/session.js';
import { PinAttempt, type SimState, unlockSim } from '../modem/sim-pin.js';

export interface ExaminationOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** As configured. */
  readonly dialect: string;
  /** `withheld`: there is one, and it is not to be entered. */
  readonly pin: PinAttempt | 'withheld';
  /** How long a modem that searches for its network is waited for. */
  readonly registrationWaitMs: number;
}

/** What the modem told. What it was not asked, or does not know, is undefined. */
export interface Examination {
  readonly manufacturer: string | undefined;
  readonly model: string | undefined;
  readonly revision: string | undefined;
  readonly sim: SimState;
  /** Tries left of the PIN, asked where the SIM is locked. */
  readonly pinTriesLeft: number | undefined;
  /** What follows is asked only where the SIM can be used. */
  readonly registration: Registration | undefined;
  readonly operator: string | undefined;
  readonly signalDbm: number | undefined;
  readonly memory: string | undefined;
  readonly memoryUsed: number | undefined;
  readonly memoryTotal: number | undefined;
  /** Of +CSCA; empty where the SIM holds none; undefined where the modem does not tell. */
  readonly serviceCentre: string | undefined;
}

const REGISTRATION_LOOK_MS = 2_000;

/** Rejects with AtError when the modem answers no more. */
export async function examine(
  channel: AtChannel,
  { clock, log, dialect, pin, registrationWaitMs }: ExaminationOptions,
): Promise<Examination> {
  let found: Findings = {};
  const session: Session = {
    channel,
    clock,
    log,
    dialect: dialectOf(dialect, undefined, undefined),
    found: (findings) => {
      found = { ...found, ...findings };
    },
  };
  // An answer to the search for its rate may still be on its way.
  await channel.resynchronise();
  await optional(session, { text: 'ATE0' });
  await optional(session, { text: 'AT+CMEE=1' });
  await readIdentity(session, dialect);
  const sim = pin === 'withheld' ? await lookAtSim(session) : await unlockSim(session, pin);
  const { manufacturer, model, revision } = found;
  const identity = { manufacturer, model, revision, sim };
  if (sim.kind === 'locked') {
    const left = await ask(session, 'AT+CPINR="SIM PIN"', '+CPINR');
    const pinTriesLeft = left === undefined ? undefined : integer(fieldsOf(left)[1]);
    return { ...UNASKED, ...identity, pinTriesLeft };
  }
  const network = await awaitRegistration(session, registrationWaitMs);
  await readOperator(session, network);
  await readSignal(session);
  const memory = await readStorage(session);
  const centre = await ask(session, 'AT+CSCA?', '+CSCA');
  return {
    ...UNASKED,
    ...identity,
    registration: network.registration,
    operator: found.operator,
    signalDbm: found.signalDbm,
    memory,
    memoryUsed: found.simUsed,
    memoryTotal: found.simTotal,
    serviceCentre: centre === undefined ? undefined : (fieldsOf(centre)[0] ?? ''),
  };
}

const UNASKED = {
  pinTriesLeft: undefined,
  registration: undefined,
  operator: undefined,
  signalDbm: undefined,
  memory: undefined,
  memoryUsed: undefined,
  memoryTotal: undefined,
  serviceCentre: undefined,
};

/** The state of a SIM whose PIN is not to be entered. */
async function lookAtSim(session: Session): Promise<SimState> {
  const sim = await unlockSim(session, new PinAttempt(undefined));
  if (sim.kind === 'ready' || !/none is configured/.test(sim.problem)) return sim;
  const problem =
    'the SIM asks for its PIN, which was not entered: had it been wrong, that could not have been remembered';
  return { kind: 'locked', problem };
}

/** A SIM that was just unlocked, or a modem just plugged in, needs a while. */
async function awaitRegistration(session: Session, waitMs: number): Promise<NetworkState> {
  const { clock, channel } = session;
  const endMs = clock.monotonicMs() + waitMs;
  for (;;) {
    const network = await readRegistration(session);
    const { registration } = network;
    const mayChange = registration === 'searching' || registration === 'not-registered';
    if (!mayChange || clock.monotonicMs() >= endMs) return network;
    await sleep(clock, REGISTRATION_LOOK_MS, channel.signal);
  }
}
