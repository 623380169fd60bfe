/**
 * Unlocks the SIM (3GPP TS 27.007 §8.3). Owns the rule that a PIN is tried once: three wrong
 * tries lock the SIM, and a gateway that restarts by itself could spend them in a minute.
 */
import { sleep } from '../clock.js';
import { fieldsOf, integer } from './at-answer.js';
import type { AtCommand } from './at-exchange.js';
import { isNotReadyYet } from './cms-error.js';
import { prefixed } from './line-looks.js';
import type { PinMemory, PinState } from './ports.js';
import { ask, isRefusal, optional, type Session } from './session.js';

export const PIN_QUERY: AtCommand = {
  text: 'AT+CPIN?',
  information: prefixed('+CPIN'),
  okMayBeMissing: true,
};

/** The one try of a configured PIN; lives as long as the configuration does. */
export class PinAttempt {
  readonly #memory: PinMemory | undefined;
  #state: PinState | undefined;

  constructor(
    readonly pin: string | undefined,
    memory?: PinMemory,
  ) {
    this.#memory = memory;
    this.#state = pin === undefined ? undefined : memory?.recall(pin);
  }

  /** What is known of the PIN; undefined: it may be tried. */
  get state(): PinState | undefined {
    return this.#state;
  }

  /**
   * `tried` before the PIN is written: a lost connection or a killed process counts as a try.
   * Throws what the memory throws, and then nothing may be tried.
   */
  note(state: PinState | undefined): void {
    if (this.#state === state) return;
    if (this.pin !== undefined) this.#memory?.keep(this.pin, state);
    this.#state = state;
  }
}

/** `problem`: what a person has to do before the SIM can be used. */
export type SimState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'locked'; readonly problem: string };

const READY: SimState = { kind: 'ready' };
const REFUSED =
  'the SIM did not take the configured PIN; it is not tried again until it is changed';
const UNCERTAIN =
  'the configured PIN was entered once and it is not known whether it was right, so it is not ' +
  'tried again; enter it in a phone, or change it in the configuration';
/** All tries of a PIN (3GPP TS 31.102): a counter that stands there has seen no wrong one. */
const ALL_TRIES = 3;
const NOT_READY_RETRIES = 15;
const RETRY_MS = 1_000;

/** Asks for the state of the SIM, waits for one that is not ready yet, enters the PIN if asked. */
export async function unlockSim(session: Session, attempt: PinAttempt): Promise<SimState> {
  const state = await askPinState(session);
  if (state !== 'SIM PIN') {
    // The try whose end was not seen has unlocked it.
    if (state === 'READY' && attempt.state === 'tried') noteIfPossible(session, attempt, undefined);
    return judge(state, attempt);
  }
  if (attempt.pin === undefined) return locked('the SIM asks for a PIN and none is configured');
  if (attempt.state === 'refused') return locked(REFUSED);
  if (!/^\d{4,8}$/.test(attempt.pin)) {
    return locked('the configured PIN is not 4 to 8 digits, so it is not tried');
  }
  const left = await triesLeft(session);
  if (left === 1) {
    return locked(
      'the SIM has one try of the PIN left, which is not spent; enter the PIN in a phone',
    );
  }
  if (attempt.state === 'tried' && left !== ALL_TRIES) return locked(UNCERTAIN);
  try {
    // INVARIANT: the try is on record before the PIN is written.
    attempt.note('tried');
  } catch (error) {
    session.log.error(
      { err: error },
      'the try of the PIN could not be recorded, so it is not made',
    );
    return locked('the try of the PIN could not be recorded, so it is not made');
  }
  try {
    await session.channel.command({ text: `AT+CPIN="${attempt.pin}"`, shown: 'AT+CPIN="…"' });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    session.log.error({ reason: error.message }, 'the SIM did not take the PIN');
    noteIfPossible(session, attempt, isNotReadyYet(error) ? undefined : 'refused');
    return judge(await askPinState(session), attempt);
  }
  const after = await askPinState(session);
  // It took the PIN, so that after a restart of the modem the same one may be entered again.
  if (after === 'READY') noteIfPossible(session, attempt, undefined);
  return judge(after, attempt);
}

/** Where it cannot be kept, `tried` stands, which errs on the safe side. */
function noteIfPossible(session: Session, attempt: PinAttempt, state: PinState | undefined): void {
  try {
    attempt.note(state);
  } catch (error) {
    session.log.error({ err: error }, 'what became of the PIN could not be recorded');
  }
}

/** The `<code>` of +CPIN?; undefined when the modem does not know the command. */
async function askPinState(session: Session): Promise<string | undefined> {
  for (let retry = 0; ; retry += 1) {
    try {
      const lines = await session.channel.command(PIN_QUERY);
      const code = lines[0] === undefined ? undefined : fieldsOf(lines[0].line)[0];
      return code?.toUpperCase();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (error.code === 'ERROR') return undefined;
      if (!isNotReadyYet(error) || retry >= NOT_READY_RETRIES) return error.message;
      await sleep(session.clock, RETRY_MS, session.channel.signal);
    }
  }
}

function judge(state: string | undefined, attempt: PinAttempt): SimState {
  switch (state) {
    case undefined:
    case 'READY':
    case 'SIM PIN2':
    case 'SIM PUK2':
      return READY;
    case 'SIM PIN':
      return locked(attempt.state === 'refused' ? REFUSED : 'the SIM asks for its PIN');
    case 'SIM PUK':
      return locked('the SIM is locked and asks for its PUK; enter it in a phone');
    default:
      return locked(`the SIM cannot be used: ${state}`);
  }
}

/** `+CPINR: SIM PIN,<left>,<of>` (27.007 §8.65), or what the maker has for it. */
async function triesLeft(session: Session): Promise<number | undefined> {
  const line = await ask(session, 'AT+CPINR="SIM PIN"', '+CPINR');
  const left = line === undefined ? undefined : integer(fieldsOf(line)[1]);
  const own = session.dialect.pinTries;
  if (left !== undefined || own === undefined) return left;
  const lines = await optional(session, { text: own.command, information: own.answer });
  return integer(own.left.exec(lines?.[0]?.line ?? '')?.[1]);
}

function locked(problem: string): SimState {
  return { kind: 'locked', problem };
}
