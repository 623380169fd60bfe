/**
 * Unlocks the SIM (3GPP TS 27.007 §8.3). Owns the rule that a PIN is tried once: three wrong
 * tries lock the SIM, and a gateway that restarts by itself could spend them in a minute.
 */
import { sleep } from '../clock.js';
import { fieldsOf, integer } from './at-answer.js';
import type { AtCommand } from './at-exchange.js';
import { isNotReadyYet } from './cms-error.js';
import { prefixed } from './line-looks.js';
import type { PinMemory } from './ports.js';
import { ask, isRefusal, type Session } from './session.js';

export const PIN_QUERY: AtCommand = {
  text: 'AT+CPIN?',
  information: prefixed('+CPIN'),
  okMayBeMissing: true,
};

/** The one try of a configured PIN; lives as long as the configuration does. */
export class PinAttempt {
  /** Set before the PIN is written: a connection lost in the middle counts as a try. */
  spent: boolean;
  readonly #memory: PinMemory | undefined;

  constructor(
    readonly pin: string | undefined,
    memory?: PinMemory,
  ) {
    this.#memory = memory;
    this.spent = pin !== undefined && (memory?.wasRefused(pin) ?? false);
  }

  /** The SIM said no: not to be tried after a restart of this process either. */
  refused(): void {
    if (this.pin !== undefined) this.#memory?.noteRefused(this.pin);
  }
}

/** `problem`: what a person has to do before the SIM can be used. */
export type SimState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'locked'; readonly problem: string };

const READY: SimState = { kind: 'ready' };
const NOT_READY_RETRIES = 15;
const RETRY_MS = 1_000;

/** Asks for the state of the SIM, waits for one that is not ready yet, enters the PIN if asked. */
export async function unlockSim(session: Session, attempt: PinAttempt): Promise<SimState> {
  const state = await askPinState(session);
  if (state !== 'SIM PIN') return judge(state, attempt);
  if (attempt.pin === undefined) return locked('the SIM asks for a PIN and none is configured');
  if (attempt.spent) {
    return locked(
      'the SIM did not take the configured PIN; it is not tried again until it is changed',
    );
  }
  if (!/^\d{4,8}$/.test(attempt.pin)) {
    return locked('the configured PIN is not 4 to 8 digits, so it is not tried');
  }
  if ((await triesLeft(session)) === 1) {
    return locked(
      'the SIM has one try of the PIN left, which is not spent; enter the PIN in a phone',
    );
  }
  attempt.spent = true;
  try {
    await session.channel.command({ text: `AT+CPIN="${attempt.pin}"`, shown: 'AT+CPIN="…"' });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    session.log.error({ reason: error.message }, 'the SIM did not take the PIN');
    if (!isNotReadyYet(error)) attempt.refused();
    return judge(await askPinState(session), attempt);
  }
  const after = await askPinState(session);
  // It took the PIN, so that after a restart of the modem the same one may be entered again.
  if (after === 'READY') attempt.spent = false;
  return judge(after, attempt);
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
      return locked(
        attempt.spent
          ? 'the SIM did not take the configured PIN; it is not tried again until it is changed'
          : 'the SIM asks for its PIN',
      );
    case 'SIM PUK':
      return locked('the SIM is locked and asks for its PUK; enter it in a phone');
    default:
      return locked(`the SIM cannot be used: ${state}`);
  }
}

/** `+CPINR: SIM PIN,<left>,<of>` (27.007 §8.65), where the modem knows it. */
async function triesLeft(session: Session): Promise<number | undefined> {
  const line = await ask(session, 'AT+CPINR="SIM PIN"', '+CPINR');
  return line === undefined ? undefined : integer(fieldsOf(line)[1]);
}

function locked(problem: string): SimState {
  return { kind: 'locked', problem };
}
