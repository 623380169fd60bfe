/**
 * Addresses: TP-OA, TP-DA, TP-RA (3GPP TS 23.040 §9.1.2.5) and the service centre's own
 * (3GPP TS 24.011 §8.2.5.1 and §8.2.5.2). A number stays as the network wrote it: E.164 is not this file's concern.
 */

import { decodeGsm7, isGsm7, writeGsm7 } from './gsm7.js';
import type { OctetReader, OctetWriter } from './octets.js';
import { PduError } from './pdu-error.js';
import { TextBuffer } from './text-buffer.js';

const TYPES_OF_NUMBER = [
  'unknown',
  'international',
  'national',
  'network-specific',
  'subscriber',
  'alphanumeric',
  'abbreviated',
  'reserved',
] as const;

export type TypeOfNumber = (typeof TYPES_OF_NUMBER)[number];

export interface Address {
  /** `+447700900123` when international, digits as they are otherwise, text when alphanumeric. */
  value: string;
  type: TypeOfNumber;
  /** Numbering plan identification, 0 to 15; 1 is E.164. */
  plan: number;
}

const CLAUSE = '3GPP TS 23.040 §9.1.2.5';
const SERVICE_CENTRE_CLAUSE = '3GPP TS 24.011 §8.2.5.1';
const SEMI_OCTET_CLAUSE = '3GPP TS 23.040 §9.1.2.3';
const MAX_DIGITS = 20;
const MAX_SERVICE_CENTRE_OCTETS = 11;
const FILL = 0xf;
const E164_PLAN = 1;

// 3GPP TS 23.040 §9.1.2.3: the semi-octets 0 to 14; 15 fills.
const DIGITS = '0123456789*#abc';
/** The last one that is not a letter: `#`. */
const LAST_SIGN = 11;

const PLUS = 0x2b;

/** Semi-octets by character code, in either case; `FILL` where a character is no digit. */
const SEMI_OCTETS = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = DIGITS.indexOf(String.fromCharCode(code).toLowerCase());
  return digit < 0 ? FILL : digit;
});

const buffer = new TextBuffer();

/**
 * Reads `count` semi-octets from `start` on, low nibble first (3GPP TS 23.040 §9.1.2.3), as a number
 * of a type. What stands where a fill nibble belongs, or a fill nibble where a digit does, is a
 * warning.
 */
function readNumber(
  octets: Uint8Array,
  start: number,
  count: number,
  type: TypeOfNumber,
  field: string,
  warnings: string[],
): string {
  buffer.clear();
  for (let index = 0; index < count; index += 1) {
    const nibble = nibbleAt(octets, start, index);
    if (nibble === FILL) {
      const counts = `${index} of ${count} digits`;
      warnings.push(`${field} at octet ${start} ends after ${counts} (${SEMI_OCTET_CLAUSE})`);
      return buffer.toString();
    }
    if (index === 0 && type === 'international') buffer.put(PLUS);
    buffer.put(DIGITS.charCodeAt(nibble));
  }
  const spare = count % 2 === 0 ? FILL : nibbleAt(octets, start, count);
  if (spare !== FILL) {
    const stranger = `${spare.toString(16).toUpperCase()} where the fill nibble F belongs`;
    warnings.push(`${field} at octet ${start} has ${stranger} (${SEMI_OCTET_CLAUSE})`);
  }
  return buffer.toString();
}

function nibbleAt(octets: Uint8Array, start: number, index: number): number {
  const octet = octets[start + (index >> 1)] ?? 0;
  return index % 2 === 0 ? octet & 0x0f : octet >> 4;
}

function typeOfNumber(typeOfAddress: number): TypeOfNumber {
  return TYPES_OF_NUMBER[(typeOfAddress >> 4) & 0x07] ?? 'unknown';
}

/** Reads a TP address. Throws PduError; what can be read past goes to `warnings`. */
export function decodeAddress(reader: OctetReader, field: string, warnings: string[]): Address {
  const offset = reader.position;
  const semiOctets = reader.octet(field, CLAUSE);
  if (semiOctets > MAX_DIGITS) {
    const message = `${semiOctets} semi-octets are announced, an address has at most ${MAX_DIGITS}`;
    throw new PduError(field, offset, CLAUSE, message);
  }
  const typeOfAddress = reader.octet(field, CLAUSE);
  const start = reader.skip((semiOctets + 1) >> 1, field, CLAUSE);
  return addressIn(reader.octets, start, semiOctets, typeOfAddress, field, warnings);
}

/** The address whose value stands in `octets` from `start` on. */
export function addressIn(
  octets: Uint8Array,
  start: number,
  semiOctets: number,
  typeOfAddress: number,
  field: string,
  warnings: string[],
): Address {
  const type = typeOfNumber(typeOfAddress);
  const plan = typeOfAddress & 0x0f;
  if (type === 'alphanumeric') {
    const septets = Math.floor((semiOctets * 4) / 7);
    return { value: decodeGsm7(octets, start, septets), type, plan };
  }
  return { value: readNumber(octets, start, semiOctets, type, field, warnings), type, plan };
}

/** Reads the service centre octets that a modem puts before the TPDU; undefined when empty. */
export function decodeServiceCentre(reader: OctetReader, warnings: string[]): string | undefined {
  const field = 'SMSC';
  const length = reader.octet(field, SERVICE_CENTRE_CLAUSE);
  if (length === 0) return undefined;
  if (length > MAX_SERVICE_CENTRE_OCTETS) {
    const message = `${length} octets are announced, a service centre address has at most ${MAX_SERVICE_CENTRE_OCTETS}`;
    throw new PduError(field, 0, SERVICE_CENTRE_CLAUSE, message);
  }
  const { octets } = reader;
  const start = reader.skip(length, field, SERVICE_CENTRE_CLAUSE);
  const end = start + length;
  const type = typeOfNumber(octets[start] ?? 0);
  if (type === 'alphanumeric') {
    return decodeGsm7(octets, start + 1, Math.floor(((length - 1) * 8) / 7));
  }
  const filled = (octets[end - 1] ?? 0) >> 4 === FILL;
  const count = (length - 1) * 2 - (filled && length > 1 ? 1 : 0);
  const number = readNumber(octets, start + 1, count, type, field, warnings);
  return number === '' ? undefined : number;
}

/**
 * The address that a text means: `+…` international, digits (with `*`, `#`, and then `a b c`)
 * of unknown type, anything else alphanumeric.
 */
export function addressOf(text: string): Address {
  if (text.startsWith('+') && text.length > 1 && isDigits(text, 1)) {
    return { value: text, type: 'international', plan: E164_PLAN };
  }
  // A text such as `abc` is a name.
  if (text === '' || (semiOctetAt(text, 0) <= LAST_SIGN && isDigits(text, 0))) {
    return { value: text, type: 'unknown', plan: E164_PLAN };
  }
  return { value: text, type: 'alphanumeric', plan: 0 };
}

function semiOctetAt(text: string, index: number): number {
  return SEMI_OCTETS[text.charCodeAt(index)] ?? FILL;
}

function isDigits(text: string, from: number): boolean {
  for (let index = from; index < text.length; index += 1) {
    if (semiOctetAt(text, index) === FILL) return false;
  }
  return true;
}

function typeOfAddress({ type, plan }: Address): number {
  return 0x80 | (TYPES_OF_NUMBER.indexOf(type) << 4) | plan;
}

/** Writes the digits of a number, two an octet, and returns their count. Throws RangeError. */
function writeDigits(writer: OctetWriter, value: string): number {
  const first = value.startsWith('+') ? 1 : 0;
  const count = value.length - first;
  if (count > MAX_DIGITS) {
    throw new RangeError(`${value} has ${count} digits, an address holds ${MAX_DIGITS}`);
  }
  for (let index = first; index < value.length; index += 2) {
    const high = index + 1 < value.length ? digitAt(value, index + 1) : FILL;
    writer.put(digitAt(value, index) | (high << 4));
  }
  return count;
}

function digitAt(value: string, index: number): number {
  const nibble = semiOctetAt(value, index);
  if (nibble !== FILL) return nibble;
  throw new RangeError(`${JSON.stringify(value)} is not a number to dial`);
}

/** Writes a TP address. Throws RangeError where it has no room or no code for `value`. */
export function writeAddress(writer: OctetWriter, address: Address): void {
  const lengthAt = writer.length;
  writer.put(0);
  writer.put(typeOfAddress(address));
  if (address.type !== 'alphanumeric') {
    writer.replace(lengthAt, writeDigits(writer, address.value));
    return;
  }
  const unknown = Array.from(address.value).find((character) => !isGsm7(character));
  if (unknown !== undefined) {
    throw new RangeError(
      `a sender is written in GSM 7-bit, which lacks ${JSON.stringify(unknown)}`,
    );
  }
  const septets = writeGsm7(writer, address.value);
  const semiOctets = Math.ceil((septets * 7) / 4);
  if (semiOctets > MAX_DIGITS) {
    throw new RangeError(`a sender has at most 11 characters, not ${septets}`);
  }
  writer.replace(lengthAt, semiOctets);
}

/** Writes the service centre octets; without a number one zero: the SIM's own service centre. */
export function writeServiceCentre(writer: OctetWriter, number = ''): void {
  if (number === '') {
    writer.put(0);
    return;
  }
  const address = addressOf(number);
  if (address.type === 'alphanumeric') {
    throw new RangeError(`${JSON.stringify(number)} is not the number of a service centre`);
  }
  const lengthAt = writer.length;
  writer.put(0);
  writer.put(typeOfAddress(address));
  writeDigits(writer, number);
  writer.replace(lengthAt, writer.length - lengthAt - 1);
}
