/**
 * How a line of a modem looks: final result, PDU, two-line result, or something else.
 * Pure; whether a line belongs to a command is at-exchange.ts's to decide.
 */

/** A test for lines: a regular expression, or anything that decides like one. */
export type LinePattern = Pick<RegExp, 'test'>;

/** 3GPP TS 27.005 §3.4.1: these carry their PDU in a second line (+CMTI and +CDSI do not). */
export const TWO_LINES = /^\+(CMT|CDS|CBM)\s*:/i;

export interface Final {
  readonly code: 'OK' | 'ERROR' | 'CMS' | 'CME';
  readonly value: number | undefined;
}

/**
 * A final result code (27.005 §3.2.5, 27.007 §9.2), or undefined. The last alternatives are what
 * Huawei sticks say in place of `ERROR`.
 */
export function parseFinal(line: string): Final | undefined {
  if (line === 'OK') return { code: 'OK', value: undefined };
  const coded = /^\+(CMS|CME) ERROR\s*:?\s*(\d+)?/i.exec(line);
  if (coded !== null) {
    const code = coded[1]?.toUpperCase() === 'CMS' ? 'CMS' : 'CME';
    return { code, value: coded[2] === undefined ? undefined : Number(coded[2]) };
  }
  if (/^(ERROR|COMMAND NOT SUPPORT(ED)?|TOO MANY PARAMETERS)$/i.test(line)) {
    return { code: 'ERROR', value: undefined };
  }
  return undefined;
}

/** The shortest TPDU with a service centre is 14 octets; an IMEI or IMSI has 16 digits at most. */
export function isPdu(line: string): boolean {
  return line.length >= 24 && /^[0-9A-F]+$/i.test(line);
}

/** No result code by its looks, so what a PDU line may be, however damaged. */
export function isBare(line: string): boolean {
  return !/^[+^*$%&#]/.test(line) && !SPOKEN.test(line) && parseFinal(line) === undefined;
}

/** Results that modems give without a prefix. */
const SPOKEN =
  /^(RING|RDY|BUSY|NO CARRIER|NO ANSWER|NO DIALTONE|CONNECT|CALL READY|SMS READY|PB DONE|NORMAL POWER DOWN|SMS DONE|POWERED DOWN|(UNDER|OVER)[-_ ]VOLTAGE.*|CHARGE-ONLY MODE|APP RDY|SYSSTART|(DST|VOICE CALL|MISSED_CALL)\s*:.*)$/i;

/** Information lines that begin with `name` and a colon, whatever the blanks. */
export function prefixed(name: string): RegExp {
  return new RegExp(`^${name.replace(/[+^*$%]/g, '\\$&')}\\s*:`, 'i');
}
