/** Registration, signal and operator (3GPP TS 27.007 §7.2, §7.3, §8.5). Only asks, never sets. */
import { fieldsOf, integer, registrationOf, signalDbm, technologyOf } from './at-answer.js';
import type { Registration, SignalQuality } from './ports.js';
import { ask, optional, type Session } from './session.js';

export interface NetworkState {
  /** Undefined: it knows none of the commands, so it cannot be told that it is not registered. */
  readonly registration: Registration | undefined;
  /** Registered for packets of 4G (+CEREG) and for nothing else. */
  readonly isOn4gAlone: boolean;
}

/** Asks for the registration, and tells the status. */
export async function readRegistration(session: Session): Promise<NetworkState> {
  let found: Registration | undefined;
  let isOn4gAlone = false;
  // Circuit-switched first, since SMS goes there; a modem on LTE alone may only tell by +CEREG.
  for (const name of ['+CREG', '+CEREG', '+CGREG']) {
    const lines = await optional(session, {
      text: `AT${name}?`,
      // With one field, or with words in the second, it is the unsolicited form.
      information: new RegExp(`^\\${name}\\s*:\\s*\\d+\\s*,\\s*\\d+`, 'i'),
    });
    const line = lines?.[0]?.line;
    if (line === undefined) continue;
    const registration = registrationOf(line);
    found ??= registration;
    if (registration === 'home' || registration === 'roaming' || registration === 'emergency') {
      found = registration;
      isOn4gAlone = name === '+CEREG' && registration !== 'emergency';
      break;
    }
  }
  session.found({ registration: found ?? 'unknown' });
  return { registration: found, isOn4gAlone };
}

export async function readSignal(session: Session): Promise<void> {
  const line = await ask(session, 'AT+CSQ', '+CSQ');
  if (line === undefined) return;
  const dbm = signalDbm(line);
  session.found({ signalDbm: dbm, signal: dbm === undefined ? undefined : signalQuality(dbm) });
}

/** The usual words for received strength in dBm (27.007 §8.5 `<rssi>`). */
export function signalQuality(dbm: number): SignalQuality {
  if (dbm >= -73) return 'excellent';
  if (dbm >= -83) return 'good';
  if (dbm >= -93) return 'fair';
  return dbm >= -109 ? 'poor' : 'none';
}

/** The operator by name, once +COPS=3,0 has asked for the long form, and the technology. */
export async function readOperator(session: Session, { isOn4gAlone }: NetworkState): Promise<void> {
  const line = await ask(session, 'AT+COPS?', '+COPS');
  if (line === undefined) return;
  const [, , name, technology] = fieldsOf(line);
  session.found({
    operator: name === undefined || name === '' ? undefined : name,
    technology: technologyOf(integer(technology)) ?? (isOn4gAlone ? '4G' : undefined),
  });
}
