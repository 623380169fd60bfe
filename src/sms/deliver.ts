/**
 * SMS-DELIVER, 3GPP TS 23.040 §9.2.2.1: a message from the service centre to the mobile.
 * Reads and writes one TPDU; the service centre octets before it are the caller's.
 */

import { type Address, decodeAddress, writeAddress } from './address.js';
import { encodeDataCoding } from './data-coding.js';
import type { NationalLanguage } from './gsm7.js';
import type { OctetReader, OctetWriter } from './octets.js';
import type { Readable } from './pdu-error.js';
import {
  readTimestamp,
  type ServiceCentreTimestamp,
  writeTimestamp,
  type ZonedTime,
} from './timestamp.js';
import { readUserData, type UserData, type UserDataBody, writeUserData } from './user-data.js';
import type { Concatenation } from './user-data-header.js';

const FIRST_OCTET = {
  noMoreMessages: 0x04,
  loopPrevention: 0x08,
  statusReport: 0x20,
  header: 0x40,
  replyPath: 0x80,
} as const;

export interface Deliver extends UserData {
  type: 'deliver';
  /** Number of the service centre that delivered it. */
  smsc?: string;
  /** TP-OA. */
  from: Address;
  /** TP-SCTS; absent where its digits are no time. */
  timestamp?: ServiceCentreTimestamp;
  /** Octets of a TP-SCTS that is no time, in hexadecimal. */
  timestampRaw?: string;
  moreMessages: boolean;
  replyPath: boolean;
  /** A status report goes back to the sender (TP-SRI). */
  statusReportIndicated: boolean;
  protocolIdentifier: number;
  dataCoding: number;
  warnings: string[];
}

/** Reads what follows the first octet; `readable` is told what was read first. Throws PduError. */
export function decodeDeliver(
  firstOctet: number,
  reader: OctetReader,
  readable: Readable,
  warnings: string[],
): Deliver {
  const from = decodeAddress(reader, 'TP-OA', warnings);
  readable.from = from.value;
  const protocolIdentifier = reader.octet('TP-PID', '3GPP TS 23.040 §9.2.3.9');
  const dataCoding = reader.octet('TP-DCS', '3GPP TS 23.040 §9.2.3.10');
  const timestamp = readTimestamp(reader, 'TP-SCTS', warnings);
  const deliver: Deliver = {
    type: 'deliver',
    from,
    encoding: 'gsm7',
    elements: [],
    moreMessages: (firstOctet & FIRST_OCTET.noMoreMessages) === 0,
    replyPath: (firstOctet & FIRST_OCTET.replyPath) !== 0,
    statusReportIndicated: (firstOctet & FIRST_OCTET.statusReport) !== 0,
    protocolIdentifier,
    dataCoding,
    warnings,
  };
  if (typeof timestamp === 'string') deliver.timestampRaw = timestamp;
  else deliver.timestamp = timestamp;
  const hasHeader = (firstOctet & FIRST_OCTET.header) !== 0;
  readUserData(deliver, reader, dataCoding, hasHeader, warnings);
  return deliver;
}

export interface DeliverFields {
  from: Address;
  timestamp: ZonedTime;
  body: UserDataBody;
  concat?: Concatenation | undefined;
  /** National language tables for a gsm7 body; each one named adds its element to the header. */
  language?: NationalLanguage | undefined;
}

/** Writes the TPDU. Throws RangeError for what its fields cannot hold. */
export function writeDeliver(writer: OctetWriter, fields: DeliverFields): void {
  const firstAt = writer.length;
  writer.put(FIRST_OCTET.noMoreMessages);
  writeAddress(writer, fields.from);
  writer.put(0);
  writer.put(encodeDataCoding(fields.body.encoding));
  writeTimestamp(writer, fields.timestamp);
  const hasHeader = writeUserData(writer, fields);
  if (hasHeader) writer.replace(firstAt, FIRST_OCTET.noMoreMessages | FIRST_OCTET.header);
}
