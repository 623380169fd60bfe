/**
 * TP-SCTS and its relatives: seven octets of swapped decimal digits, year to second, and a zone
 * in quarters of an hour (3GPP TS 23.040 §9.2.3.11). Knows nothing of the clock of this machine.
 */

import { type OctetReader, toHex } from './octets.js';

const CLAUSE = '3GPP TS 23.040 §9.2.3.11';

/** A time as a service centre wrote it, in its zone and in UTC, both ISO 8601. */
export interface ServiceCentreTimestamp {
  /** Wall clock with the zone: `2010-03-03T14:27:49+01:00`. */
  local: string;
  /** The instant: `2010-03-03T13:27:49.000Z`. */
  utc: string;
}

/** An instant and the zone in which it is to be written; the zone is rounded to quarters. */
export interface ZonedTime {
  utc: Date;
  offsetMinutes: number;
}

export const TIMESTAMP_OCTETS = 7;

/** Two decimal digits of which the first stands in the low nibble; undefined if not decimal. */
export function swappedDecimal(octet: number): number | undefined {
  const tens = octet & 0x0f;
  const units = octet >> 4;
  return tens > 9 || units > 9 ? undefined : tens * 10 + units;
}

/** The octet whose low nibble is the tens of `value` (0 to 99) and whose high nibble its units. */
export function swapDecimal(value: number): number {
  return ((value % 10) << 4) | Math.floor(value / 10);
}

/** Zone of the seventh octet in minutes, or undefined where its units are not decimal. */
function zoneMinutes(octet: number): number | undefined {
  const quarters = swappedDecimal(octet & 0xf7);
  if (quarters === undefined) return undefined;
  // Adding 0 turns a negative zero into zero.
  return (octet & 0x08) === 0 ? quarters * 15 : -quarters * 15 + 0;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * Reads seven octets, or says in words why they are no time. Years are 2000 to 2099.
 * §9.2.3.11 lets a handset show a digit that is not decimal as 0; a record must not make up a
 * time, so such a stamp is none.
 */
export function decodeTimestamp(octets: Uint8Array): ServiceCentreTimestamp | string {
  const fields = Array.from(octets.subarray(0, 6), swappedDecimal);
  const [year, month, day, hour, minute, second] = fields;
  if (
    year === undefined ||
    month === undefined ||
    day === undefined ||
    hour === undefined ||
    minute === undefined ||
    second === undefined
  ) {
    return 'a digit is not decimal';
  }
  const offset = zoneMinutes(octets[6] ?? 0);
  if (offset === undefined) return 'the time zone is not decimal';
  const wallClock = new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second));
  const exists =
    wallClock.getUTCMonth() === month - 1 &&
    wallClock.getUTCDate() === day &&
    wallClock.getUTCHours() === hour &&
    wallClock.getUTCMinutes() === minute &&
    wallClock.getUTCSeconds() === second;
  if (!exists) return 'there is no such date or time of day';
  const sign = offset < 0 ? '-' : '+';
  const distance = Math.abs(offset);
  const zone = `${sign}${twoDigits(Math.floor(distance / 60))}:${twoDigits(distance % 60)}`;
  return {
    local: `${wallClock.toISOString().slice(0, 19)}${zone}`,
    utc: new Date(wallClock.getTime() - offset * 60_000).toISOString(),
  };
}

/** Writes seven octets. Throws RangeError for a year outside 2000 to 2099 or a zone over 19:45. */
export function encodeTimestamp({ utc, offsetMinutes }: ZonedTime): number[] {
  const quarters = Math.round(Math.abs(offsetMinutes) / 15);
  const zone = offsetMinutes < 0 ? -quarters * 15 : quarters * 15;
  const wallClock = new Date(utc.getTime() + zone * 60_000);
  const year = wallClock.getUTCFullYear();
  if (!(year >= 2000 && year <= 2099)) {
    throw new RangeError(`a service centre time stamp holds the years 2000 to 2099, not ${year}`);
  }
  if (quarters > 79) {
    throw new RangeError(`a zone is at most 79 quarters of an hour, not ${quarters}`);
  }
  return [
    swapDecimal(year - 2000),
    swapDecimal(wallClock.getUTCMonth() + 1),
    swapDecimal(wallClock.getUTCDate()),
    swapDecimal(wallClock.getUTCHours()),
    swapDecimal(wallClock.getUTCMinutes()),
    swapDecimal(wallClock.getUTCSeconds()),
    swapDecimal(quarters) | (zone < 0 ? 0x08 : 0),
  ];
}

/** Reads a time stamp field; what is no time is undefined and a warning. Throws PduError if cut. */
export function readTimestamp(
  reader: OctetReader,
  field: string,
  warnings: string[],
): ServiceCentreTimestamp | undefined {
  const offset = reader.position;
  const octets = reader.take(TIMESTAMP_OCTETS, field, CLAUSE);
  const timestamp = decodeTimestamp(octets);
  if (typeof timestamp !== 'string') return timestamp;
  warnings.push(
    `${field} at octet ${offset} (${toHex(octets)}) is no time: ${timestamp} (${CLAUSE})`,
  );
  return undefined;
}
