/**
 * Through which part of the network messages go: +CGSMS (3GPP TS 27.007 §10.1.21; 0 packet,
 * 1 circuit, 2 packet preferred, 3 circuit preferred). Modems that are registered with a 4G network
 * alone were seen to refuse every message until it was changed (row 27).
 */
import { fieldsOf, integer, numberList } from './at-answer.js';
import { ask, optional, type Session } from './session.js';

/** Sets what the dialect asks for; a modem that refuses keeps its own. */
export async function setMessageDomain(session: Session): Promise<void> {
  const { messageDomain } = session.dialect;
  if (messageDomain !== undefined) await optional(session, { text: `AT+CGSMS=${messageDomain}` });
}

/**
 * Prefers the other part of the network than the one that did not work; says so in the log, with
 * the line that makes it last. False when the modem does not let it be changed.
 */
export async function preferOtherDomain(session: Session): Promise<boolean> {
  const now = integer(fieldsOf((await ask(session, 'AT+CGSMS?', '+CGSMS')) ?? '')[0]);
  if (now === undefined) return false;
  const packetNow = now === 0 || now === 2;
  const other = packetNow ? [3, 1] : [2, 0];
  const offered = numberList(fieldsOf((await ask(session, 'AT+CGSMS=?', '+CGSMS')) ?? '')[0] ?? '');
  for (const service of other) {
    if (offered.length > 0 && !offered.includes(service)) continue;
    const text = `AT+CGSMS=${service}`;
    if ((await optional(session, { text })) === undefined) continue;
    session.log.warn(
      { before: now, now: service },
      `sending failed on 4G alone: ${text} is tried; if it helps, keep it with init = ["${text}"]`,
    );
    return true;
  }
  return false;
}
