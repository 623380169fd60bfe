/**
 * TP-UDL and TP-UD, 3GPP TS 23.040 §9.2.3.16 and §9.2.3.24: header, fill bits and text or data,
 * as DELIVER, SUBMIT and STATUS-REPORT share them.
 */

import type { Address } from './address.js';
import {
  type DataCoding,
  decodeDataCoding,
  type Encoding,
  type MessageClass,
  type MessageWaiting,
} from './data-coding.js';
import { decodeGsm7, gsm7Alphabet, MAX_SEPTETS, writeGsm7 } from './gsm7.js';
import { lockingShiftTable, singleShiftTable } from './national-language.js';
import type { OctetReader, OctetWriter } from './octets.js';
import { decodeUcs2, writeUcs2 } from './ucs2.js';
import {
  type ApplicationPorts,
  type Concatenation,
  decodeHeader,
  type HeaderFields,
  type InformationElement,
  type UserDataHeader,
  writeHeader,
} from './user-data-header.js';

const CLAUSE = '3GPP TS 23.040 §9.2.3.24';
const LENGTH_CLAUSE = '3GPP TS 23.040 §9.2.3.16';

/** Octets of one message, its header included (§9.2.3.16). */
export const MAX_OCTETS = 140;

/** Septets whose room `octets` take at the beginning of user data, fill bits included. */
export function septetsOf(octets: number): number {
  return Math.ceil((octets * 8) / 7);
}

/** What a message carries, whatever its type. */
export interface UserData {
  /** Absent where the octets are no text: 8-bit data, compressed text, a header past the end. */
  text?: string;
  /** What stands behind the header where it is no text. */
  data?: Uint8Array;
  encoding: Encoding;
  class?: MessageClass;
  /** The text is compressed (3GPP TS 23.042) and stays in `data`. */
  compressed?: true;
  /** The PDU ends before its user data does; what is here is what came. */
  truncated?: true;
  /** The sender wants it deleted once it was read. */
  automaticDeletion?: true;
  messageWaiting?: MessageWaiting;
  concat?: Concatenation;
  ports?: ApplicationPorts;
  /** Where an answer is to go, if not to the sender. */
  replyAddress?: Address;
  /** Every information element of the header, also those with a meaning above. */
  elements: InformationElement[];
  /** The octets behind UDHL of a header that cannot be read. */
  malformedHeader?: Uint8Array;
}

function unknownLanguages(header: UserDataHeader, warnings: string[]): void {
  const { lockingShift = 0, singleShift = 0 } = header;
  if (lockingShift !== 0 && lockingShiftTable(lockingShift) === undefined) {
    warnings.push(
      `there is no locking shift table ${lockingShift}: read as the default alphabet (3GPP TS 23.038 §6.2.1.2.4)`,
    );
  }
  if (singleShift !== 0 && singleShiftTable(singleShift) === undefined) {
    warnings.push(
      `there is no single shift table ${singleShift}: read as the default extension table (3GPP TS 23.038 §6.2.1.2.4)`,
    );
  }
}

function alphabetOf(header: UserDataHeader, warnings: string[]) {
  if (header.lockingShift === undefined && header.singleShift === undefined) return undefined;
  unknownLanguages(header, warnings);
  return gsm7Alphabet({ locking: header.lockingShift ?? 0, single: header.singleShift ?? 0 });
}

/** Whether TP-UDL counts septets: where the text is packed and not compressed (§9.2.3.16). */
function isPacked(coding: DataCoding): boolean {
  return coding.encoding === 'gsm7' && !coding.compressed;
}

/** Takes over what the header says; what it says of waiting messages overrides TP-DCS. */
function applyHeader(userData: UserData, header: UserDataHeader): void {
  userData.elements = header.elements;
  if (header.concat) userData.concat = header.concat;
  if (header.ports) userData.ports = header.ports;
  if (header.replyAddress) userData.replyAddress = header.replyAddress;
  if (header.messageWaiting) userData.messageWaiting = header.messageWaiting;
}

/**
 * Reads TP-UDL and TP-UD to the end, into the message that they belong to. Where octets are missing,
 * what is there is read, with a warning. Throws PduError where nothing of them is there.
 */
export function readUserData(
  userData: UserData,
  reader: OctetReader,
  dataCoding: number,
  hasHeader: boolean,
  warnings: string[],
): void {
  const coding = decodeDataCoding(dataCoding);
  const length = reader.octet('TP-UDL', LENGTH_CLAUSE);
  const packed = isPacked(coding);
  const announced = packed ? (length * 7 + 7) >> 3 : length;
  const present = Math.min(announced, reader.remaining);
  const start = reader.skip(present === 0 ? announced : present, 'TP-UD', CLAUSE);
  const end = start + present;

  userData.encoding = coding.encoding;
  if (coding.class !== undefined) userData.class = coding.class;
  if (coding.automaticDeletion) userData.automaticDeletion = true;
  if (coding.messageWaiting) userData.messageWaiting = coding.messageWaiting;
  if (present < announced) {
    userData.truncated = true;
    const counts = `${present} of ${announced} octets`;
    warnings.push(`TP-UD at octet ${start} ends after ${counts} (${LENGTH_CLAUSE})`);
  }
  if (announced > MAX_OCTETS) {
    warnings.push(`user data of ${announced} octets is longer than ${MAX_OCTETS} (${CLAUSE})`);
  }

  let textStart = start;
  let header: UserDataHeader | undefined;
  if (hasHeader) {
    textStart = start + (reader.octets[start] ?? 0) + 1;
    if (textStart > end) {
      warnings.push(`the header runs past the user data, which is left as data (${CLAUSE})`);
      userData.data = reader.copy(start, end);
      return;
    }
    header = decodeHeader(reader, start + 1, textStart, warnings);
    if (header) applyHeader(userData, header);
    else userData.malformedHeader = reader.copy(start + 1, textStart);
  }

  if (packed) {
    const skipped = septetsOf(textStart - start);
    if (length < skipped) {
      warnings.push(`the length of ${length} septets ends inside the header (${LENGTH_CLAUSE})`);
    }
    const septets = Math.min(length, Math.floor((present * 8) / 7));
    const alphabet = header && alphabetOf(header, warnings);
    userData.text = decodeGsm7(reader.octets, start, septets, skipped, alphabet);
  } else if (coding.encoding === 'ucs2' && !coding.compressed) {
    if ((end - textStart) % 2 !== 0) {
      warnings.push(`${end - textStart} octets of UCS-2 are not whole: the last one is left out`);
    }
    userData.text = decodeUcs2(reader.octets, textStart, end);
  } else {
    userData.data = reader.copy(textStart, end);
  }
  if (coding.compressed) {
    userData.compressed = true;
    warnings.push('the text is compressed (3GPP TS 23.042) and is left as data');
  }
}

/** What user data is to say: text in an alphabet, or octets as they are. */
export type UserDataBody =
  | { encoding: 'gsm7' | 'ucs2'; text: string }
  | { encoding: '8bit'; data: Uint8Array };

/** User data to write: a body behind what its header is to say. */
export interface UserDataFields extends HeaderFields {
  body: UserDataBody;
}

/**
 * Writes TP-UDL and TP-UD and says whether there is a header (TP-UDHI). Throws RangeError where it
 * is too long.
 */
export function writeUserData(writer: OctetWriter, fields: UserDataFields): boolean {
  const { body, language } = fields;
  const lengthAt = writer.length;
  writer.put(0);
  const headerOctets = writeHeader(writer, fields);
  if (body.encoding === 'gsm7') {
    const septets =
      septetsOf(headerOctets) + writeGsm7(writer, body.text, headerOctets, gsm7Alphabet(language));
    if (septets > MAX_SEPTETS) {
      throw new RangeError(`${septets} septets do not fit the ${MAX_SEPTETS} of one message`);
    }
    writer.replace(lengthAt, septets);
  } else {
    if (body.encoding === '8bit') writer.putAll(body.data);
    else writeUcs2(writer, body.text);
    const octets = writer.length - lengthAt - 1;
    if (octets > MAX_OCTETS) {
      throw new RangeError(`${octets} octets do not fit the ${MAX_OCTETS} of one message`);
    }
    writer.replace(lengthAt, octets);
  }
  return headerOctets > 0;
}
