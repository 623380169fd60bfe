/**
 * TP-VP in its three formats, 3GPP TS 23.040 §9.2.3.12: how long a service centre keeps trying.
 */

import type { OctetReader, OctetWriter } from './octets.js';
import {
  readTimestamp,
  type ServiceCentreTimestamp,
  swappedDecimal,
  TIMESTAMP_OCTETS,
  writeTimestamp,
  type ZonedTime,
} from './timestamp.js';

const CLAUSE = '3GPP TS 23.040 §9.2.3.12';

const MINUTES_PER_DAY = 24 * 60;
const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;
/** The longest relative period: 63 weeks. */
const MAX_MINUTES = 63 * MINUTES_PER_WEEK;

/** Bits 4 and 3 of a SUBMIT's first octet (§9.2.3.3). */
export const VALIDITY_FORMAT = { none: 0, enhanced: 1, relative: 2, absolute: 3 } as const;

export type ValidityPeriod =
  | { format: 'relative'; minutes: number }
  | { format: 'absolute'; until: ServiceCentreTimestamp }
  /** Octets that are no time, in hexadecimal. */
  | { format: 'absolute'; raw: string }
  | { format: 'enhanced'; singleShot: boolean; seconds?: number; octets: Uint8Array };

/** A period to write. Enhanced: the seven octets as they are. */
export type ValidityFields =
  | { format: 'relative'; minutes: number }
  | { format: 'absolute'; until: ZonedTime }
  | { format: 'enhanced'; octets: Uint8Array };

/** Minutes of the relative octet (§9.2.3.12.1). */
export function relativeMinutes(octet: number): number {
  if (octet <= 143) return (octet + 1) * 5;
  if (octet <= 167) return (12 + (octet - 143) * 0.5) * 60;
  if (octet <= 196) return (octet - 166) * MINUTES_PER_DAY;
  return (octet - 192) * MINUTES_PER_WEEK;
}

/**
 * The relative octet for a period in minutes, rounded up to what the octet can say and never
 * past 63 weeks. Throws RangeError for a period that is not positive.
 */
export function relativeOctet(minutes: number): number {
  if (!(minutes > 0)) throw new RangeError(`a validity is more than 0 minutes, not ${minutes}`);
  if (minutes <= 12 * 60) return Math.ceil(minutes / 5) - 1;
  if (minutes <= MINUTES_PER_DAY) return 143 + Math.ceil((minutes - 12 * 60) / 30);
  if (minutes <= 30 * MINUTES_PER_DAY) return 166 + Math.ceil(minutes / MINUTES_PER_DAY);
  return 192 + Math.max(5, Math.ceil(Math.min(minutes, MAX_MINUTES) / MINUTES_PER_WEEK));
}

/** Seconds of an enhanced period (§9.2.3.12.3), or undefined where it names none. */
function enhancedSeconds(octets: Uint8Array): number | undefined {
  const [indicator = 0, first = 0, second = 0, third = 0] = octets;
  // Bit 7 announces another indicator octet, of which nothing is defined.
  if ((indicator & 0x80) !== 0) return undefined;
  switch (indicator & 0x07) {
    case 1:
      return relativeMinutes(first) * 60;
    case 2:
      // Zero is reserved.
      return first === 0 ? undefined : first;
    case 3: {
      const [hours, minutes, seconds] = [first, second, third].map(swappedDecimal);
      return clockSeconds(hours, minutes, seconds);
    }
    default:
      return undefined;
  }
}

/** Seconds of hours, minutes and seconds as a time stamp has them; undefined where they are none. */
function clockSeconds(hours = Number.NaN, minutes = 0, seconds = 0): number | undefined {
  if (!(minutes < 60 && seconds < 60)) return undefined;
  const all = (hours * 60 + minutes) * 60 + seconds;
  return Number.isNaN(all) ? undefined : all;
}

/** Reads TP-VP in the format that the first octet announced. Throws PduError when it is cut. */
export function decodeValidity(
  reader: OctetReader,
  format: number,
  warnings: string[],
): ValidityPeriod | undefined {
  switch (format) {
    case VALIDITY_FORMAT.relative:
      return { format: 'relative', minutes: relativeMinutes(reader.octet('TP-VP', CLAUSE)) };
    case VALIDITY_FORMAT.absolute: {
      const until = readTimestamp(reader, 'TP-VP', warnings, `${CLAUSE}.2`);
      return typeof until === 'string'
        ? { format: 'absolute', raw: until }
        : { format: 'absolute', until };
    }
    case VALIDITY_FORMAT.enhanced: {
      const start = reader.skip(TIMESTAMP_OCTETS, 'TP-VP', CLAUSE);
      const octets = reader.copy(start, start + TIMESTAMP_OCTETS);
      const seconds = enhancedSeconds(octets);
      const singleShot = ((octets[0] ?? 0) & 0x40) !== 0;
      return {
        format: 'enhanced',
        singleShot,
        ...(seconds !== undefined && { seconds }),
        octets,
      };
    }
    default:
      return undefined;
  }
}

/** Writes TP-VP. Throws RangeError for what the format cannot say. */
export function writeValidity(writer: OctetWriter, validity: ValidityFields): void {
  switch (validity.format) {
    case 'relative':
      writer.put(relativeOctet(validity.minutes));
      return;
    case 'absolute':
      writeTimestamp(writer, validity.until);
      return;
    case 'enhanced':
      if (validity.octets.length !== TIMESTAMP_OCTETS) {
        throw new RangeError(`an enhanced validity has 7 octets, not ${validity.octets.length}`);
      }
      writer.putAll(validity.octets);
  }
}
