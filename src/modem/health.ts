/**
 * The look at a modem at each poll: whether it still is as we set it, and how its network is.
 * Owns no schedule and draws no conclusion (modem-session.ts does).
 */
import { fieldsOf } from './at-answer.js';
import { readIndications, sameIndications } from './indications.js';
import type { ModemSettings } from './initialise.js';
import { ask, optional, type Session } from './session.js';
import { PIN_QUERY } from './sim-pin.js';

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
