/**
 * TP-UDL and TP-UD, 3GPP TS 23.040 §9.2.3.16 and §9.2.3.24: header, fill bits and text or data,
 * as DELIVER, SUBMIT and STATUS-REPORT share them.
 */

import {
  type DataCoding,
  decodeDataCoding,
  type Encoding,
  type MessageClass,
} from './data-coding.js';
import { decodeGsm7, encodeGsm7 } from './gsm7.js';
import { lockingShiftTable, singleShiftTable } from './national-language.js';
import type { OctetReader } from './octets.js';
import { fillBitsAfter, packSeptets, unpackSeptets } from './septets.js';
import { decodeUcs2, encodeUcs2 } from './ucs2.js';
import {
  type ApplicationPorts,
  type Concatenation,
  decodeHeader,
  type InformationElement,
  type UserDataHeader,
} from './user-data-header.js';

const CLAUSE = '3GPP TS 23.040 §9.2.3.24';
const LENGTH_CLAUSE = '3GPP TS 23.040 §9.2.3.16';

/** Octets that user data may take, header included. */
export const USER_DATA_OCTETS = 140;
/** The same in septets. */
export const USER_DATA_SEPTETS = 160;

/** What a message carries, whatever its type. */
export interface UserData {
  /** Absent where the octets are no text: 8-bit data, compressed text, a broken header. */
  text?: string;
  encoding: Encoding;
  class?: MessageClass;
  /** The text is compressed (3GPP TS 23.042) and stays in `data`. */
  compressed?: true;
  concat?: Concatenation;
  ports?: ApplicationPorts;
  /** Every information element of the header, also those with a meaning above. */
  elements: InformationElement[];
  /** User data behind the header; for gsm7 packed, with the fill bits that follow the header. */
  data: Uint8Array;
}

function unknownLanguages(header: UserDataHeader, warnings: string[]): void {
  const { lockingShift = 0, singleShift = 0 } = header;
  if (lockingShift !== 0 && lockingShiftTable(lockingShift) === undefined) {
    warnings.push(
      `there is no locking shift table ${lockingShift}: read as the default alphabet (3GPP TS 23.038 §A.3)`,
    );
  }
  if (singleShift !== 0 && singleShiftTable(singleShift) === undefined) {
    warnings.push(
      `there is no single shift table ${singleShift}: read as the default extension table (3GPP TS 23.038 §A.2)`,
    );
  }
}

function textOf(
  coding: DataCoding,
  header: UserDataHeader,
  headerOctets: number,
  length: number,
  data: Uint8Array,
  warnings: string[],
): string | undefined {
  if (coding.compressed) {
    warnings.push('the text is compressed (3GPP TS 23.042) and is left as data');
    return undefined;
  }
  if (coding.encoding === '8bit') return undefined;
  if (coding.encoding === 'ucs2') {
    if (data.length % 2 !== 0) {
      warnings.push(`${data.length} octets of UCS-2 are not whole: the last one is left out`);
    }
    return decodeUcs2(data);
  }
  const septets = length - Math.ceil((headerOctets * 8) / 7);
  if (septets < 0) {
    warnings.push(`the length of ${length} septets ends inside the header (${LENGTH_CLAUSE})`);
    return '';
  }
  unknownLanguages(header, warnings);
  const language = { locking: header.lockingShift ?? 0, single: header.singleShift ?? 0 };
  return decodeGsm7(unpackSeptets(data, septets, fillBitsAfter(headerOctets)), language);
}

/** Reads TP-UDL and TP-UD to the end. Throws PduError where octets are missing. */
export function decodeUserData(
  reader: OctetReader,
  dataCoding: number,
  hasHeader: boolean,
  warnings: string[],
): UserData {
  const coding = decodeDataCoding(dataCoding);
  const length = reader.octet('TP-UDL', LENGTH_CLAUSE);
  // The length counts septets only where the text is packed and not compressed (§9.2.3.16).
  const packed = coding.encoding === 'gsm7' && !coding.compressed;
  const octets = reader.take(packed ? Math.ceil((length * 7) / 8) : length, 'TP-UD', CLAUSE);
  if (octets.length > USER_DATA_OCTETS) {
    warnings.push(`user data of ${octets.length} octets is longer than ${USER_DATA_OCTETS}`);
  }
  const result: UserData = {
    encoding: coding.encoding,
    ...(coding.class !== undefined && { class: coding.class }),
    ...(coding.compressed && { compressed: true }),
    elements: [],
    data: octets,
  };
  let header: UserDataHeader = { elements: [] };
  let headerOctets = 0;
  if (hasHeader) {
    headerOctets = (octets[0] ?? 0) + 1;
    if (headerOctets > octets.length) {
      warnings.push(`the header runs past the user data, which is left as data (${CLAUSE})`);
      return result;
    }
    header = decodeHeader(octets.subarray(1, headerOctets), warnings);
  }
  const data = octets.slice(headerOctets);
  const text = textOf(coding, header, headerOctets, length, data, warnings);
  return {
    ...result,
    ...(text !== undefined && { text }),
    ...(header.concat && { concat: header.concat }),
    ...(header.ports && { ports: header.ports }),
    elements: header.elements,
    data,
  };
}

/** What user data is to say: text in an alphabet, or octets as they are. */
export type UserDataBody =
  | { encoding: 'gsm7' | 'ucs2'; text: string }
  | { encoding: '8bit'; data: Uint8Array };

/** Writes TP-UDL and TP-UD behind `header` (with its UDHL). Throws RangeError if it is too long. */
export function encodeUserData(
  body: UserDataBody,
  header: readonly number[],
  language: { locking?: number; single?: number } = {},
): number[] {
  if (body.encoding === 'gsm7') {
    const septets = encodeGsm7(body.text, language);
    const length = Math.ceil((header.length * 8) / 7) + septets.length;
    if (length > USER_DATA_SEPTETS) {
      throw new RangeError(`${length} septets do not fit the ${USER_DATA_SEPTETS} of one message`);
    }
    return [length, ...header, ...packSeptets(septets, fillBitsAfter(header.length))];
  }
  const data = body.encoding === '8bit' ? body.data : encodeUcs2(body.text);
  const length = header.length + data.length;
  if (length > USER_DATA_OCTETS) {
    throw new RangeError(`${length} octets do not fit the ${USER_DATA_OCTETS} of one message`);
  }
  return [length, ...header, ...data];
}
