/**
 * Brings a modem from any state into ours, once a connection and again when it has forgotten.
 * Foreign modems answer all sorts of things: only what the job needs is essential.
 */

import { sleep } from '../clock.js';
import { isNotReadyYet } from './cms-error.js';
import type { Pacing } from './dialects/index.js';
import { readIdentity, readSubscriber } from './identity.js';
import { chooseIndications, type Indications } from './indications.js';
import { prefixed } from './line-looks.js';
import { setMessageDomain } from './message-domain.js';
import { chooseStorage, type MessageStorage } from './message-storage.js';
import { ask, isRefusal, optional, type Session } from './session.js';
import { type PinAttempt, unlockSim } from './sim-pin.js';

export type Initialisation =
  | ({ readonly kind: 'initialised' } & ModemSettings)
  /** The SIM cannot be used before a person does something. */
  | { readonly kind: 'locked'; readonly problem: string };

/** What the modem was set to, and what it can do. */
export interface ModemSettings {
  readonly storage: MessageStorage;
  readonly indications: Indications | undefined;
  /** Where +CSMS=1 is in force, each +CMT and +CDS wants +CNMA (27.005 §3.4.4). */
  readonly acknowledges: boolean;
  /** The modem can hold the radio link open between messages (+CMMS, 27.005 §3.5.6). */
  readonly holdsLink: boolean;
  /** ATE0 was heeded, so that an echo seen later means that the modem has restarted. */
  readonly echoIsOff: boolean;
}

const PDU_MODE_RETRIES = 20;
const RETRY_MS = 1_000;

export interface InitialiseOptions {
  readonly pin: PinAttempt;
  /** `auto`, or the name of a dialect or a family of them. */
  readonly dialect: string;
  /** Undefined: as the dialect has it. */
  readonly pacing: Pacing | undefined;
  /** AT lines of the user's own, sent after ours; a refused one is logged. */
  readonly init: readonly string[];
}

/**
 * @throws AtError when the modem does not answer or refuses what cannot be done without
 */
export async function initialise(
  session: Session,
  { pin, dialect, pacing, init }: InitialiseOptions,
): Promise<Initialisation> {
  const { channel } = session;
  channel.pace(pacing);
  await channel.resynchronise();
  await optional(session, { text: 'ATE0' });
  channel.forgetEcho();
  await optional(session, { text: 'AT+CMEE=1' });
  await readIdentity(session, dialect);
  channel.pace(pacing ?? session.dialect.pacing);
  const sim = await unlockSim(session, pin);
  if (sim.kind === 'locked') return sim;
  for (const text of session.dialect.init) {
    await optional(session, { text, information: ANY_LINE });
  }
  await selectPduMode(session);
  await setMessageDomain(session);
  const storage = await chooseStorage(session);
  const { acknowledges, indications } = await chooseReception(session);
  const links = await ask(session, 'AT+CMMS=?', '+CMMS');
  await readSubscriber(session);
  await optional(session, { text: 'AT+COPS=3,0' });
  // Who calls (27.007 §7.11), for the log.
  await optional(session, { text: 'AT+CLIP=1' });
  for (const text of init) {
    // What stands in quotes may be a password.
    const shown = text.replace(/"[^"]*"/g, '"…"');
    if ((await optional(session, { text, shown, information: ANY_LINE })) === undefined) {
      session.log.warn({ line: shown }, 'the modem refused an init line of the configuration');
    }
  }
  return {
    kind: 'initialised',
    storage,
    indications,
    acknowledges,
    holdsLink: links !== undefined && /2/.test(links),
    echoIsOff: !channel.echoSeen,
  };
}

/** What a user's own line answers is of no interest, and must not look unsolicited. */
const ANY_LINE = /^(?!\+C(MT|DS)I?\s*:|RING)/i;

/** PDU mode is essential; a modem that has just started may need a while for it. */
async function selectPduMode({ channel, clock }: Session): Promise<void> {
  for (let retry = 0; ; retry += 1) {
    try {
      await channel.command({ text: 'AT+CMGF=0' });
      return;
    } catch (error) {
      if (!isRefusal(error) || !isNotReadyYet(error) || retry >= PDU_MODE_RETRIES) throw error;
      await sleep(clock, RETRY_MS, channel.signal);
    }
  }
}

/** `<service>` of +CSMS?, brought to 0 where the modem lets it be. */
async function messageService(session: Session): Promise<0 | 1> {
  if ((await readMessageService(session)) === 0) return 0;
  await optional(session, { text: 'AT+CSMS=0', information: prefixed('+CSMS') });
  return readMessageService(session);
}

async function readMessageService(session: Session): Promise<0 | 1> {
  const line = await ask(session, 'AT+CSMS?', '+CSMS');
  return line !== undefined && /:\s*1\b/.test(line) ? 1 : 0;
}

/**
 * How messages come in. Stored ones need no acknowledgement. Where they are only handed over, they
 * are asked to be acknowledged (+CSMS=1), so that the network keeps what we could not store.
 */
async function chooseReception(
  session: Session,
): Promise<Pick<ModemSettings, 'acknowledges' | 'indications'>> {
  const before = await messageService(session);
  const indications = await chooseIndications(session);
  const handedOver = indications === undefined || indications.mt === 2;
  if (before === 1 || !handedOver || !session.dialect.acknowledges) {
    return { acknowledges: before === 1, indications };
  }
  await optional(session, { text: 'AT+CSMS=1', information: prefixed('+CSMS') });
  if ((await readMessageService(session)) !== 1) return { acknowledges: false, indications };
  // Another service may have other indications, and forgets those that were set.
  const again = await chooseIndications(session);
  if (again !== undefined && again.mt > 0) return { acknowledges: true, indications: again };
  await messageService(session);
  return { acknowledges: false, indications: await chooseIndications(session) };
}
