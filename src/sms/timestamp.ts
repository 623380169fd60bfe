/**
 * TP-SCTS and its relatives: seven octets of swapped decimal digits, year to second, and a zone
 * in quarters of an hour (3GPP TS 23.040 §9.2.3.11). Knows nothing of the clock of this machine.
 */

import { type OctetReader, type OctetWriter, toHex } from './octets.js';

const CLAUSE = '3GPP TS 23.040 §9.2.3.11';

/** A time as a service centre wrote it, in its zone. */
export class ServiceCentreTimestamp {
  /** Wall clock with the zone, ISO 8601: `2010-03-03T14:27:49+01:00`. */
  readonly local: string;
  /** The instant, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly epochMs: number;

  constructor(local: string, epochMs: number) {
    this.local = local;
    this.epochMs = epochMs;
  }

  /** The instant, ISO 8601: `2010-03-03T13:27:49.000Z`. */
  get utc(): string {
    return new Date(this.epochMs).toISOString();
  }
}

/** An instant and the zone in which it is to be written; the zone is rounded to quarters. */
export interface ZonedTime {
  utc: Date;
  offsetMinutes: number;
}

export const TIMESTAMP_OCTETS = 7;

/** Two decimal digits of which the first stands in the low nibble; NaN if one is not decimal. */
export function swappedDecimal(octet: number): number {
  const tens = octet & 0x0f;
  const units = octet >> 4;
  return tens > 9 || units > 9 ? Number.NaN : tens * 10 + units;
}

/** The octet whose low nibble is the tens of `value` (0 to 99) and whose high nibble its units. */
export function swapDecimal(value: number): number {
  return ((value % 10) << 4) | Math.floor(value / 10);
}

const form = Buffer.from('2000-00-00T00:00:00+00:00', 'latin1');

function putTwoDigits(at: number, value: number): void {
  const tens = Math.floor(value / 10);
  form[at] = 0x30 + tens;
  form[at + 1] = 0x30 + value - 10 * tens;
}

/**
 * Reads seven octets from `start` on, or says in words why they are no time. Years are 2000 to 2099.
 * §9.2.3.11 has a handset take a digit that is not decimal for 0 and keep the field as it came; a
 * record must not make up a time, so such a stamp is none, and kept as it came.
 */
export function decodeTimestamp(octets: Uint8Array, start = 0): ServiceCentreTimestamp | string {
  const year = swappedDecimal(octets[start] ?? 0);
  const month = swappedDecimal(octets[start + 1] ?? 0);
  const day = swappedDecimal(octets[start + 2] ?? 0);
  const hour = swappedDecimal(octets[start + 3] ?? 0);
  const minute = swappedDecimal(octets[start + 4] ?? 0);
  const second = swappedDecimal(octets[start + 5] ?? 0);
  const zone = octets[start + 6] ?? 0;
  const quarters = swappedDecimal(zone & 0xf7);
  if (Number.isNaN(year + month + day + hour + minute + second)) return 'a digit is not decimal';
  if (Number.isNaN(quarters)) return 'the time zone is not decimal';
  if (!(isDate(year, month, day) && hour < 24 && minute < 60 && second < 60)) {
    return 'there is no such date or time of day';
  }
  const west = (zone & 0x08) !== 0 && quarters > 0;
  putTwoDigits(2, year);
  putTwoDigits(5, month);
  putTwoDigits(8, day);
  putTwoDigits(11, hour);
  putTwoDigits(14, minute);
  putTwoDigits(17, second);
  form[19] = (west ? '-' : '+').charCodeAt(0);
  putTwoDigits(20, Math.floor(quarters / 4));
  putTwoDigits(23, (quarters % 4) * 15);
  const offsetMs = (west ? -quarters : quarters) * 15 * 60_000;
  const epochMs = Date.UTC(2000 + year, month - 1, day, hour, minute, second) - offsetMs;
  return new ServiceCentreTimestamp(form.toString('latin1'), epochMs);
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the calendar has this day. From 2000 to 2099 every fourth year is a leap year. */
function isDate(year: number, month: number, day: number): boolean {
  const days = month === 2 && year % 4 === 0 ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

/** Writes seven octets. Throws RangeError for a year outside 2000 to 2099 or a zone over 19:45. */
export function writeTimestamp(writer: OctetWriter, { utc, offsetMinutes }: ZonedTime): void {
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
  writer.put(swapDecimal(year - 2000));
  writer.put(swapDecimal(wallClock.getUTCMonth() + 1));
  writer.put(swapDecimal(wallClock.getUTCDate()));
  writer.put(swapDecimal(wallClock.getUTCHours()));
  writer.put(swapDecimal(wallClock.getUTCMinutes()));
  writer.put(swapDecimal(wallClock.getUTCSeconds()));
  writer.put(swapDecimal(quarters) | (zone < 0 ? 0x08 : 0));
}

/**
 * Reads a time stamp field; what is no time comes as its octets in hexadecimal, with a warning.
 * Throws PduError if it is cut.
 */
export function readTimestamp(
  reader: OctetReader,
  field: string,
  warnings: string[],
  clause = CLAUSE,
): ServiceCentreTimestamp | string {
  const start = reader.skip(TIMESTAMP_OCTETS, field, clause);
  const timestamp = decodeTimestamp(reader.octets, start);
  if (typeof timestamp !== 'string') return timestamp;
  const raw = toHex(reader.octets, start, start + TIMESTAMP_OCTETS);
  warnings.push(`${field} at octet ${start} (${raw}) is no time: ${timestamp} (${clause})`);
  return raw;
}
