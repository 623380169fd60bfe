/**
 * Addresses: TP-OA, TP-DA, TP-RA (3GPP TS 23.040 §9.1.2.5) and the service centre's own
 * (3GPP TS 24.011 §8.2.5). A number stays as the network wrote it: E.164 is not this file's concern.
 */

import { decodeGsm7, encodeGsm7, gsm7Septets } from './gsm7.js';
import type { OctetReader } from './octets.js';
import { PduError } from './pdu-error.js';
import { packSeptets, unpackSeptets } from './septets.js';

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
const SERVICE_CENTRE_CLAUSE = '3GPP TS 24.011 §8.2.5';
const MAX_DIGITS = 20;
const MAX_SERVICE_CENTRE_OCTETS = 11;
const FILL = 0xf;
const E164_PLAN = 1;

// 3GPP TS 23.040 §9.1.2.3: the semi-octets 0 to 14; 15 fills.
const DIGITS = '0123456789*#abc';

interface SemiOctets {
  digits: string;
  /** What stood where a fill nibble had to be, or a fill nibble where a digit had to be. */
  fault?: string;
}

function readDigits(octets: Uint8Array, count: number): SemiOctets {
  const nibbles = Array.from(octets).flatMap((octet) => [octet & 0x0f, octet >> 4]);
  const useful = nibbles.slice(0, count);
  const end = useful.indexOf(FILL);
  const digits = useful.slice(0, end < 0 ? count : end).map((nibble) => DIGITS.charAt(nibble));
  if (end >= 0) {
    return { digits: digits.join(''), fault: `ends after ${end} of ${count} digits` };
  }
  const spare = nibbles[count];
  if (spare !== undefined && spare !== FILL) {
    return {
      digits: digits.join(''),
      fault: `has ${spare.toString(16).toUpperCase()} where the fill nibble F belongs`,
    };
  }
  return { digits: digits.join('') };
}

function numberingOf(typeOfAddress: number): { type: TypeOfNumber; plan: number } {
  return {
    type: TYPES_OF_NUMBER[(typeOfAddress >> 4) & 0x07] ?? 'unknown',
    plan: typeOfAddress & 0x0f,
  };
}

function numberValue(type: TypeOfNumber, digits: string): string {
  return type === 'international' && digits !== '' ? `+${digits}` : digits;
}

/** Reads a TP address. Throws PduError; what can be read past goes to `warnings`. */
export function decodeAddress(reader: OctetReader, field: string, warnings: string[]): Address {
  const offset = reader.position;
  const length = reader.octet(field, CLAUSE);
  if (length > MAX_DIGITS) {
    const message = `${length} semi-octets are announced, an address has at most ${MAX_DIGITS}`;
    throw new PduError(field, offset, CLAUSE, message);
  }
  const { type, plan } = numberingOf(reader.octet(field, CLAUSE));
  const octets = reader.take(Math.ceil(length / 2), field, CLAUSE);
  if (type === 'alphanumeric') {
    const septets = unpackSeptets(octets, Math.floor((length * 4) / 7));
    return { value: decodeGsm7(septets), type, plan };
  }
  const { digits, fault } = readDigits(octets, length);
  if (fault) warnings.push(`${field} at octet ${offset} ${fault} (3GPP TS 23.040 §9.1.2.3)`);
  return { value: numberValue(type, digits), type, plan };
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
  const [typeOfAddress = 0, ...rest] = reader.take(length, field, SERVICE_CENTRE_CLAUSE);
  const octets = Uint8Array.from(rest);
  const { type } = numberingOf(typeOfAddress);
  if (type === 'alphanumeric') {
    return decodeGsm7(unpackSeptets(octets, Math.floor((octets.length * 8) / 7)));
  }
  const filled = (octets.at(-1) ?? 0) >> 4 === FILL;
  const { digits, fault } = readDigits(octets, octets.length * 2 - (filled ? 1 : 0));
  if (fault) warnings.push(`${field} ${fault} (${SERVICE_CENTRE_CLAUSE})`);
  return digits === '' ? undefined : numberValue(type, digits);
}

/**
 * The address that a text means: `+…` international, digits (with `*`, `#`, and then `a b c`)
 * of unknown type, anything else alphanumeric.
 */
export function addressOf(text: string): Address {
  if (/^\+[0-9*#a-c]+$/i.test(text)) return { value: text, type: 'international', plan: E164_PLAN };
  if (text === '' || /^[0-9*#][0-9*#a-c]*$/i.test(text)) {
    return { value: text, type: 'unknown', plan: E164_PLAN };
  }
  return { value: text, type: 'alphanumeric', plan: 0 };
}

/** True for a text that can be dialled: what a SUBMIT may be sent to. */
export function isDiallable(text: string): boolean {
  return text !== '' && addressOf(text).type !== 'alphanumeric';
}

function typeOfAddress({ type, plan }: Address): number {
  return 0x80 | (TYPES_OF_NUMBER.indexOf(type) << 4) | plan;
}

function digitOctets(value: string): { count: number; octets: number[] } {
  const nibbles = Array.from(value.replace(/^\+/, '').toLowerCase(), (digit) => {
    const nibble = DIGITS.indexOf(digit);
    if (nibble < 0) throw new RangeError(`${JSON.stringify(value)} is not a number to dial`);
    return nibble;
  });
  const count = nibbles.length;
  if (count > MAX_DIGITS) {
    throw new RangeError(`${value} has ${count} digits, an address holds ${MAX_DIGITS}`);
  }
  const octets = Array.from({ length: Math.ceil(count / 2) }, (_, index) => {
    return (nibbles[2 * index] ?? FILL) | ((nibbles[2 * index + 1] ?? FILL) << 4);
  });
  return { count, octets };
}

/** Writes a TP address. Throws RangeError where it has no room or no code for `value`. */
export function encodeAddress(address: Address): number[] {
  if (address.type !== 'alphanumeric') {
    const { count, octets } = digitOctets(address.value);
    return [count, typeOfAddress(address), ...octets];
  }
  const unknown = Array.from(address.value).find((character) => !gsm7Septets(character));
  if (unknown !== undefined) {
    throw new RangeError(
      `a sender is written in GSM 7-bit, which lacks ${JSON.stringify(unknown)}`,
    );
  }
  const septets = encodeGsm7(address.value);
  const semiOctets = Math.ceil((septets.length * 7) / 4);
  if (semiOctets > MAX_DIGITS) {
    throw new RangeError(`a sender has at most 11 characters, not ${septets.length}`);
  }
  return [semiOctets, typeOfAddress(address), ...packSeptets(septets)];
}

/** Writes the service centre octets; without a number one zero: the SIM's own service centre. */
export function encodeServiceCentre(number?: string): number[] {
  if (number === undefined || number === '') return [0];
  const address = addressOf(number);
  if (address.type === 'alphanumeric') {
    throw new RangeError(`${JSON.stringify(number)} is not the number of a service centre`);
  }
  const { octets } = digitOctets(number);
  return [octets.length + 1, typeOfAddress(address), ...octets];
}
