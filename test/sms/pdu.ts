/**
 * Ways to say a PDU in a test: hex with spaces between its fields, and the value expected of it.
 */

import {
  type Deliver,
  decodePdu,
  PduError,
  type StatusReport,
  type Submit,
} from '../../src/sms/index.js';

/** Hex without the spaces that part its fields. */
export function hex(...fields: string[]): string {
  return fields.join('').replaceAll(' ', '');
}

const TIMESTAMP = '42505001000040';

/** A DELIVER from +447700900123 at 2024-05-05T10:00:00+01:00. `userData` begins with TP-UDL. */
export function deliverHex(fields: {
  firstOctet?: string;
  from?: string;
  dcs?: string;
  timestamp?: string;
  userData: string;
}): string {
  const {
    firstOctet = '04',
    from = '0C 91 447700091032',
    dcs = '00',
    timestamp = TIMESTAMP,
  } = fields;
  return hex('00', firstOctet, from, '00', dcs, timestamp, fields.userData);
}

export function decodeDeliver(pdu: string): Deliver {
  const decoded = decodePdu(pdu);
  if (decoded instanceof PduError) throw decoded;
  if (decoded.type !== 'deliver') throw new Error(`a ${decoded.type}, not a deliver`);
  return decoded;
}

export function decodeSubmit(pdu: string): Submit {
  const decoded = decodePdu(pdu);
  if (decoded instanceof PduError) throw decoded;
  if (decoded.type !== 'submit') throw new Error(`a ${decoded.type}, not a submit`);
  return decoded;
}

export function decodeStatusReport(pdu: string): StatusReport {
  const decoded = decodePdu(pdu);
  if (decoded instanceof PduError) throw decoded;
  if (decoded.type !== 'status-report') throw new Error(`a ${decoded.type}, not a status-report`);
  return decoded;
}
