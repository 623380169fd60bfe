/**
 * Who the modem and its subscriber are (3GPP TS 27.007 §5.1 to §5.6), and which dialect that means.
 * Only asks, never sets.
 */
import { dialectOf } from './dialects/index.js';
import { isBare, prefixed } from './line-looks.js';
import { optional, type Session } from './session.js';

/**
 * Tells the status, and the session its dialect.
 * @param dialect `auto`, or the name of a dialect or a family of them
 */
export async function readIdentity(session: Session, dialect: string): Promise<void> {
  const manufacturer = await askText(session, 'AT+CGMI');
  const model = await askText(session, 'AT+CGMM');
  session.dialect = dialectOf(dialect, manufacturer, model);
  session.found({
    manufacturer,
    model,
    dialect: session.dialect.name,
    revision: await askText(session, 'AT+CGMR'),
    imei: await askDigits(session, 'AT+CGSN', 14),
  });
}

/** Tells the status the IMSI; to be asked once the SIM is unlocked. */
export async function readSubscriber(session: Session): Promise<void> {
  session.found({ imsi: await askDigits(session, 'AT+CIMI', 6) });
}

/** Plain text, with or without the command's name before it. */
function askText(session: Session, text: string): Promise<string | undefined> {
  const labelled = prefixed(text.slice(2));
  return askPlain(session, text, (line) => isBare(line) || labelled.test(line));
}

async function askDigits(
  session: Session,
  text: string,
  atLeast: number,
): Promise<string | undefined> {
  const value = await askPlain(session, text, (line) => /^(\+C\w{3}\s*:)?\s*"?\d+"?$/.test(line));
  return value !== undefined && value.length >= atLeast ? value : undefined;
}

async function askPlain(
  session: Session,
  text: string,
  test: (line: string) => boolean,
): Promise<string | undefined> {
  const lines = await optional(session, { text, information: { test } });
  const value = lines?.[0]?.line
    .replace(prefixed(text.slice(2)), '')
    .replaceAll('"', '')
    .trim();
  return value === '' ? undefined : value;
}
