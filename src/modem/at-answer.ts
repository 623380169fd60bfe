/**
 * The values inside information lines and unsolicited lines (3GPP TS 27.007 §4, 27.005 §3),
 * tolerant of blanks, missing quotes and missing fields. Pure; knows no command's purpose.
 */
import type { Registration, Technology } from './ports.js';

/** What stands after the colon, cut at the commas outside quotes and parentheses; quotes gone. */
export function fieldsOf(line: string): string[] {
  const colon = line.indexOf(':');
  const body = colon === -1 ? line : line.slice(colon + 1);
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  let depth = 0;
  for (const character of body) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '(') depth += 1;
    else if (!quoted && character === ')') depth -= 1;
    if (character === ',' && !quoted && depth <= 0) {
      fields.push(unquoted(field));
      field = '';
    } else {
      field += character;
    }
  }
  fields.push(unquoted(field));
  return fields;
}

/** A whole number of no sign, or undefined. */
export function integer(field: string | undefined): number | undefined {
  return field !== undefined && /^\d{1,9}$/.test(field) ? Number(field) : undefined;
}

/** The numbers of a test command's list: `(0,1,2)`, `(0-3)`, `(1,3-5)`, or a bare number. */
export function numberList(field: string): number[] {
  const numbers: number[] = [];
  for (const part of field.replace(/[()]/g, '').split(',')) {
    const range = /^\s*(\d{1,3})\s*(?:-\s*(\d{1,3}))?\s*$/.exec(part);
    if (range === null) continue;
    const first = Number(range[1]);
    const last = Math.min(Number(range[2] ?? first), first + 255);
    for (let number = first; number <= last; number += 1) numbers.push(number);
  }
  return numbers;
}

/** `+CMGL: <index>,<stat>,[<alpha>],<length>` (27.005 §4.1). */
export function listedMessage(
  line: string,
): { index: number; length: number | undefined } | undefined {
  const fields = fieldsOf(line);
  const index = integer(fields[0]);
  return index === undefined ? undefined : { index, length: integer(fields.at(-1)) };
}

/** The last field as a length: `+CMGR: 0,,25`, `+CMT: ,23`, `+CMT: "x",23`, `+CDS: ,25`, `+CDS: 25`. */
export function announcedLength(line: string): number | undefined {
  return integer(fieldsOf(line).at(-1));
}

/** `+CMTI: <mem>,<index>` and `+CDSI`; no index where it is none (-1 was seen). */
export function announcement(
  line: string,
): { memory: string; index: number | undefined } | undefined {
  if (!/^\+C(MT|DS)I\s*:/i.test(line)) return undefined;
  const [memory, index] = fieldsOf(line);
  return { memory: memory?.toUpperCase() ?? '', index: integer(index) };
}

/** `<stat>` of `+CREG: <n>,<stat>…` and its like (27.007 §7.2, §10.1.20, §10.1.22). */
export function registrationOf(line: string): Registration {
  switch (integer(fieldsOf(line)[1])) {
    case 0:
      return 'not-registered';
    case 1:
    case 6: // home, SMS only
    case 9: // home, CSFB not preferred
      return 'home';
    case 2:
      return 'searching';
    case 3:
      return 'denied';
    case 5:
    case 7:
    case 10:
      return 'roaming';
    case 8: // attached for emergency bearer services only
    case 11: // attached for access to RLOS; modems say it for "emergency calls only"
      return 'emergency';
    default:
      return 'unknown';
  }
}

/** dBm of `+CSQ: <rssi>,<ber>` (27.007 §8.5); undefined for 99, not known. */
export function signalDbm(line: string): number | undefined {
  const rssi = integer(fieldsOf(line)[0]);
  return rssi === undefined || rssi > 31 ? undefined : 2 * rssi - 113;
}

/** `<AcT>` of +COPS? and its like (27.007 §7.3), as the generation that people know. */
export function technologyOf(accessTechnology: number | undefined): Technology | undefined {
  if (accessTechnology === undefined) return undefined;
  if ([0, 1, 3, 8].includes(accessTechnology)) return '2G';
  if ([2, 4, 5, 6].includes(accessTechnology)) return '3G';
  if ([7, 9, 14, 15].includes(accessTechnology)) return '4G';
  // 10 and 13: an LTE radio, with a core or a second radio of 5G.
  if ([10, 11, 12, 13].includes(accessTechnology)) return '5G';
  return undefined;
}

function unquoted(field: string): string {
  return field.trim().replace(/^"(.*)"$/s, '$1');
}
