/**
 * SMS-SUBMIT, 3GPP TS 23.040 §9.2.2.2: a message from the mobile to the service centre.
 * Reads and writes one TPDU; the service centre octets before it are the caller's.
 */

import { type Address, addressOf, decodeAddress, writeAddress } from './address.js';
import { encodeDataCoding, type MessageClass } from './data-coding.js';
import type { NationalLanguage } from './gsm7.js';
import { type OctetReader, type OctetWriter, within } from './octets.js';
import type { Readable } from './pdu-error.js';
import { readUserData, type UserData, type UserDataBody, writeUserData } from './user-data.js';
import type { ApplicationPorts, Concatenation, InformationElement } from './user-data-header.js';
import {
  decodeValidity,
  VALIDITY_FORMAT,
  type ValidityFields,
  type ValidityPeriod,
  writeValidity,
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

/** Reads what follows the first octet; `readable` is told what was read first. Throws PduError. */
export function decodeSubmit(
  firstOctet: number,
  reader: OctetReader,
  readable: Readable,
  warnings: string[],
): Submit {
  const messageReference = reader.octet('TP-MR', '3GPP TS 23.040 §9.2.3.6');
  readable.reference = messageReference;
  const to = decodeAddress(reader, 'TP-DA', warnings);
  readable.to = to.value;
  const protocolIdentifier = reader.octet('TP-PID', '3GPP TS 23.040 §9.2.3.9');
  const dataCoding = reader.octet('TP-DCS', '3GPP TS 23.040 §9.2.3.10');
  const validityFormat = (firstOctet >> FIRST_OCTET.validityFormatShift) & 0x03;
  const validity = decodeValidity(reader, validityFormat, warnings);
  const submit: Submit = {
    type: 'submit',
    to,
    messageReference,
    encoding: 'gsm7',
    elements: [],
    statusReportRequested: (firstOctet & FIRST_OCTET.statusReport) !== 0,
    rejectDuplicates: (firstOctet & FIRST_OCTET.rejectDuplicates) !== 0,
    replyPath: (firstOctet & FIRST_OCTET.replyPath) !== 0,
    protocolIdentifier,
    dataCoding,
    warnings,
  };
  if (validity) submit.validity = validity;
  const hasHeader = (firstOctet & FIRST_OCTET.header) !== 0;
  readUserData(submit, reader, dataCoding, hasHeader, warnings);
  return submit;
}

/** Every field of a SUBMIT. What is left out is zero or absent. */
export interface SubmitFields {
  /** `+…` international, digits (and `* # a b c`) of unknown type. */
  to: string;
  body: UserDataBody;
  messageReference?: number | undefined;
  statusReport?: boolean | undefined;
  rejectDuplicates?: boolean | undefined;
  replyPath?: boolean | undefined;
  validity?: ValidityFields | undefined;
  class?: MessageClass | undefined;
  protocolIdentifier?: number | undefined;
  concat?: Concatenation | undefined;
  ports?: ApplicationPorts | undefined;
  /** Header elements of the caller's own; they come before all others. */
  elements?: readonly InformationElement[] | undefined;
  /** National language tables for a gsm7 body; each one named adds its element to the header. */
  language?: NationalLanguage | undefined;
  smsc?: string | undefined;
}

/** Writes the TPDU. Throws RangeError for what its fields cannot hold. */
export function writeSubmit(writer: OctetWriter, fields: SubmitFields): void {
  const to = addressOf(fields.to);
  if (fields.to === '' || to.type === 'alphanumeric') {
    throw new RangeError(`${JSON.stringify(fields.to)} is not a number that can be sent to`);
  }
  const firstAt = writer.length;
  writer.put(0);
  writer.put(within(fields.messageReference ?? 0, 0xff, 'a message reference'));
  writeAddress(writer, to);
  writer.put(within(fields.protocolIdentifier ?? 0, 0xff, 'a protocol identifier'));
  writer.put(encodeDataCoding(fields.body.encoding, fields.class));
  if (fields.validity) writeValidity(writer, fields.validity);
  const hasHeader = writeUserData(writer, fields);
  const format = VALIDITY_FORMAT[fields.validity?.format ?? 'none'];
  writer.replace(
    firstAt,
    FIRST_OCTET.submit |
      (fields.rejectDuplicates ? FIRST_OCTET.rejectDuplicates : 0) |
      (format << FIRST_OCTET.validityFormatShift) |
      (fields.statusReport ? FIRST_OCTET.statusReport : 0) |
      (hasHeader ? FIRST_OCTET.header : 0) |
      (fields.replyPath ? FIRST_OCTET.replyPath : 0),
  );
}
