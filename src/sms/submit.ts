/**
 * SMS-SUBMIT, 3GPP TS 23.040 §9.2.2.2: a message from the mobile to the service centre.
 * Reads and writes one TPDU; the service centre octets before it are the caller's.
 */

import { type Address, addressOf, decodeAddress, encodeAddress, isDiallable } from './address.js';
import { encodeDataCoding, type MessageClass } from './data-coding.js';
import type { NationalLanguage } from './gsm7.js';
import type { OctetReader } from './octets.js';
import { decodeUserData, encodeUserData, type UserData, type UserDataBody } from './user-data.js';
import {
  type ApplicationPorts,
  type Concatenation,
  encodeHeader,
  type InformationElement,
} from './user-data-header.js';
import {
  decodeValidity,
  encodeValidity,
  VALIDITY_FORMAT,
  type ValidityFields,
  type ValidityPeriod,
} from './validity-period.js';

const FIRST_OCTET = {
  submit: 0x01,
  rejectDuplicates: 0x04,
  validityFormatShift: 3,
  statusReport: 0x20,
  header: 0x40,
  replyPath: 0x80,
} as const;

export interface Submit extends UserData {
  type: 'submit';
  /** Number of the service centre it is sent through; absent: the SIM's own. */
  smsc?: string;
  /** TP-DA. */
  to: Address;
  /** TP-MR; a modem puts its own in place. */
  messageReference: number;
  statusReportRequested: boolean;
  rejectDuplicates: boolean;
  replyPath: boolean;
  validity?: ValidityPeriod;
  protocolIdentifier: number;
  dataCoding: number;
  warnings: string[];
}

/** Reads what follows the first octet. Throws PduError. */
export function decodeSubmit(
  firstOctet: number,
  reader: OctetReader,
  warnings: string[],
): Omit<Submit, 'smsc'> {
  const messageReference = reader.octet('TP-MR', '3GPP TS 23.040 §9.2.3.6');
  const to = decodeAddress(reader, 'TP-DA', warnings);
  const protocolIdentifier = reader.octet('TP-PID', '3GPP TS 23.040 §9.2.3.9');
  const dataCoding = reader.octet('TP-DCS', '3GPP TS 23.040 §9.2.3.10');
  const validityFormat = (firstOctet >> FIRST_OCTET.validityFormatShift) & 0x03;
  const validity = decodeValidity(reader, validityFormat, warnings);
  const hasHeader = (firstOctet & FIRST_OCTET.header) !== 0;
  const userData = decodeUserData(reader, dataCoding, hasHeader, warnings);
  return {
    type: 'submit',
    to,
    messageReference,
    statusReportRequested: (firstOctet & FIRST_OCTET.statusReport) !== 0,
    rejectDuplicates: (firstOctet & FIRST_OCTET.rejectDuplicates) !== 0,
    replyPath: (firstOctet & FIRST_OCTET.replyPath) !== 0,
    ...(validity && { validity }),
    ...userData,
    protocolIdentifier,
    dataCoding,
    warnings,
  };
}

/** Every field of a SUBMIT. What is left out is zero or absent. */
export interface SubmitFields {
  /** `+…` international, digits (and `* # a b c`) of unknown type. */
  to: string;
  body: UserDataBody;
  messageReference?: number;
  statusReport?: boolean;
  rejectDuplicates?: boolean;
  replyPath?: boolean;
  validity?: ValidityFields;
  class?: MessageClass;
  protocolIdentifier?: number;
  concat?: Concatenation;
  ports?: ApplicationPorts;
  /** Header elements of the caller's own; they come before all others. */
  elements?: readonly InformationElement[];
  /** National language tables for a gsm7 body; each one named adds its element to the header. */
  language?: NationalLanguage;
  smsc?: string;
}

/** Writes the TPDU. Throws RangeError for what its fields cannot hold. */
export function encodeSubmitTpdu(fields: SubmitFields): number[] {
  if (!isDiallable(fields.to)) {
    throw new RangeError(`${JSON.stringify(fields.to)} is not a number that can be sent to`);
  }
  const header = encodeHeader({
    elements: fields.elements,
    lockingShift: fields.language?.locking,
    singleShift: fields.language?.single,
    ports: fields.ports,
    concat: fields.concat,
  });
  const format = VALIDITY_FORMAT[fields.validity?.format ?? 'none'];
  return [
    FIRST_OCTET.submit |
      (fields.rejectDuplicates ? FIRST_OCTET.rejectDuplicates : 0) |
      (format << FIRST_OCTET.validityFormatShift) |
      (fields.statusReport ? FIRST_OCTET.statusReport : 0) |
      (header.length > 0 ? FIRST_OCTET.header : 0) |
      (fields.replyPath ? FIRST_OCTET.replyPath : 0),
    (fields.messageReference ?? 0) & 0xff,
    ...encodeAddress(addressOf(fields.to)),
    (fields.protocolIdentifier ?? 0) & 0xff,
    encodeDataCoding(fields.body.encoding, fields.class),
    ...(fields.validity ? encodeValidity(fields.validity) : []),
    ...encodeUserData(fields.body, header, fields.language),
  ];
}
