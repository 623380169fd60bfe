/** Registration, signal and operator (3GPP TS 27.007 §7.2, §7.3, §8.5). Only asks, never sets. */
import { fieldsOf, registrationOf, signalDbm } from './at-answer.js';
import type { Registration } from './ports.js';
import { ask, optional, type Session } from './session.js';

/**
 * Asks for the registration; undefined when the modem knows none of the commands, and then it
 * cannot be told that it is not registered.
 */
export async function readRegistration(session: Session): Promise<Registration | undefined> {
  let found: Registration | undefined;
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
      break;
    }
  }
  session.found({ registration: found ?? 'unknown' });
  return found;
}

export async function readSignal(session: Session): Promise<void> {
  const line = await ask(session, 'AT+CSQ', '+CSQ');
  if (line !== undefined) session.found({ signalDbm: signalDbm(line) });
}

/** The operator by name; some modems only give the name once they were asked for the long form. */
export async function readOperator(session: Session): Promise<void> {
  const line = await ask(session, 'AT+COPS?', '+COPS');
  if (line === undefined) return;
  const name = fieldsOf(line)[2];
  session.found({ operator: name === undefined || name === '' ? undefined : name });
}
