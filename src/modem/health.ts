/**
 * The look at a modem at each poll: whether it still is as we set it, and how it and its network are.
 * Owns what was seen last, but no schedule, and draws no conclusion (modem-session.ts does).
 */
import { fieldsOf } from './at-answer.js';
import type { Dialect } from './dialects/index.js';
import { readIndications, sameIndications } from './indications.js';
import type { ModemSettings } from './initialise.js';
import { type NetworkState, readOperator, readRegistration, readSignal } from './network.js';
import { readSensors } from './sensors.js';
import { ask, optional, type Session } from './session.js';
import { PIN_QUERY } from './sim-pin.js';

/** Supply and temperature change slowly. */
const SENSORS_MS = 300_000;

export class Health {
  readonly #session: Session;
  #network: NetworkState = { registration: 'unknown', isOn4gAlone: false };
  #sensorsDueMs: number | undefined;
  #sensors: Dialect['sensors'] | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Whether messages can go: registered, or not to be told. Emergency calls only is neither. */
  get isRegistered(): boolean {
    const { registration } = this.#network;
    return registration === undefined || registration === 'home' || registration === 'roaming';
  }

  /** Registered with 4G and with nothing older. */
  get isOn4gAlone(): boolean {
    return this.#network.isOn4gAlone;
  }

  /** Asks for all of it, and tells the status. */
  async look(): Promise<void> {
    this.#network = await readRegistration(this.#session);
    await readSignal(this.#session);
    await readOperator(this.#session, this.#network);
    const nowMs = this.#session.clock.monotonicMs();
    if (this.#sensorsDueMs !== undefined && nowMs < this.#sensorsDueMs) return;
    this.#sensorsDueMs = nowMs + SENSORS_MS;
    this.#sensors ??= this.#session.dialect.sensors;
    this.#sensors = await readSensors(this.#session, this.#sensors);
  }
}

/**
 * Whether what was set at initialisation still holds. A modem that restarted by itself has
 * forgotten echo, PDU mode and indications, and may ask for its PIN again.
 */
export async function settingsHold(session: Session, settings: ModemSettings): Promise<boolean> {
  const pin = (await optional(session, PIN_QUERY))?.[0]?.line;
  if (pin !== undefined && /^SIM (PIN|PUK)$/i.test(fieldsOf(pin)[0] ?? '')) return false;
  const format = await ask(session, 'AT+CMGF?', '+CMGF');
  if (format !== undefined && fieldsOf(format)[0] !== '0') return false;
  if (settings.indications !== undefined) {
    const now = await readIndications(session);
    if (now !== undefined && !sameIndications(now, settings.indications)) return false;
  }
  return !(settings.echoIsOff && session.channel.echoSeen);
}
