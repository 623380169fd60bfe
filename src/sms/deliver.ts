/**
 * SMS-DELIVER, 3GPP TS 23.040 §9.2.2.1: a message from the service centre to the mobile.
 * Reads and writes one TPDU; the service centre octets before it are the caller's.
 */

import { type Address, decodeAddress, encodeAddress } from './address.js';
import { encodeDataCoding, type MessageClass } from './data-coding.js';
import type { OctetReader } from './octets.js';
import {
  encodeTimestamp,
  readTimestamp,
  type ServiceCentreTimestamp,
  type ZonedTime,
} from './timestamp.js';
import { decodeUserData, encodeUserData, type UserData, type UserDataBody } from './user-data.js';
import { encodeHeader, type HeaderFields } from './user-data-header.js';

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
  moreMessages: boolean;
  replyPath: boolean;
  /** A status report goes back to the sender (TP-SRI). */
  statusReportIndicated: boolean;
  protocolIdentifier: number;
  dataCoding: number;
  warnings: string[];
}

/** Reads what follows the first octet. Throws PduError. */
export function decodeDeliver(
  firstOctet: number,
  reader: OctetReader,
  warnings: string[],
): Omit<Deliver, 'smsc'> {
  const from = decodeAddress(reader, 'TP-OA', warnings);
  const protocolIdentifier = reader.octet('TP-PID', '3GPP TS 23.040 §9.2.3.9');
  const dataCoding = reader.octet('TP-DCS', '3GPP TS 23.040 §9.2.3.10');
  const timestamp = readTimestamp(reader, 'TP-SCTS', warnings);
  const hasHeader = (firstOctet & FIRST_OCTET.header) !== 0;
  const userData = decodeUserData(reader, dataCoding, hasHeader, warnings);
  return {
    type: 'deliver',
    from,
    ...(timestamp && { timestamp }),
    ...userData,
    moreMessages: (firstOctet & FIRST_OCTET.noMoreMessages) === 0,
    replyPath: (firstOctet & FIRST_OCTET.replyPath) !== 0,
    statusReportIndicated: (firstOctet & FIRST_OCTET.statusReport) !== 0,
    protocolIdentifier,
    dataCoding,
    warnings,
  };
}

export interface DeliverFields {
  from: Address;
  timestamp: ZonedTime;
  body: UserDataBody;
  header?: HeaderFields;
  class?: MessageClass;
}

/** Writes the TPDU. Throws RangeError for what its fields cannot hold. */
export function encodeDeliverTpdu(fields: DeliverFields): number[] {
  const header = encodeHeader(fields.header ?? {});
  return [
    FIRST_OCTET.noMoreMessages | (header.length > 0 ? FIRST_OCTET.header : 0),
    ...encodeAddress(fields.from),
    0,
    encodeDataCoding(fields.body.encoding, fields.class),
    ...encodeTimestamp(fields.timestamp),
    ...encodeUserData(fields.body, header),
  ];
}
