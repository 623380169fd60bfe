/**
 * From the hex that a modem shows to a value: service centre octets, message type, the rest.
 * Nothing that a modem can say makes it throw.
 */

import { decodeServiceCentre } from './address.js';
import { type Deliver, decodeDeliver } from './deliver.js';
import { OctetReader } from './octets.js';
import { PduError, type Readable } from './pdu-error.js';
import { decodeStatusReport, type StatusReport } from './status-report.js';
import { decodeSubmit, type Submit } from './submit.js';

/**
 * A TPDU that is neither a message nor the report of one: named, and left as it is
 * (3GPP TS 23.040 §9.2.2.1a, §9.2.2.2a, §9.2.2.4).
 */
export interface OtherTpdu {
  type: 'deliver-report' | 'submit-report' | 'command';
  smsc?: string;
  /** The octets behind the first one. */
  data: Uint8Array;
  warnings: string[];
}

export type Pdu = Deliver | Submit | StatusReport | OtherTpdu;

export interface DecodeOptions {
  /** Octets without the service centre's, as +CMGL, +CMT and +CDS announce them. */
  tpduLength?: number;
  /**
   * Which way the PDU went. Absent: as the SIM stores it, where DELIVER, SUBMIT and STATUS-REPORT
   * are told apart by their type alone.
   */
  direction?: 'from-network' | 'to-network';
}

type MessageType = Pdu['type'] | 'reserved';

const TYPE_CLAUSE = '3GPP TS 23.040 §9.2.3.1';
const LENGTH_CLAUSE = '3GPP TS 27.005 §3.1';

// §9.2.3.1: TP-MTI means another type in each direction.
const TYPES = {
  stored: ['deliver', 'submit', 'status-report', 'reserved'],
  'from-network': ['deliver', 'submit-report', 'status-report', 'reserved'],
  'to-network': ['deliver-report', 'submit', 'command', 'reserved'],
} as const;

/** Holds the PDU to the announced length: fewer octets are told, more are left aside. */
function checkLength(reader: OctetReader, announced: number, warnings: string[]): void {
  const present = reader.remaining;
  if (present === announced) return;
  if (present + reader.position === announced) {
    warnings.push(`the announced length of ${announced} octets counts the service centre's too`);
    return;
  }
  const counts = `${announced} octets were announced, ${present} are here`;
  if (present < announced) {
    warnings.push(`${counts} (${LENGTH_CLAUSE})`);
    return;
  }
  warnings.push(`${counts}: the rest is left aside (${LENGTH_CLAUSE})`);
  reader.limit(announced);
}

function decodeTpdu(
  reader: OctetReader,
  direction: DecodeOptions['direction'],
  readable: Readable,
  warnings: string[],
): Pdu {
  const offset = reader.position;
  const firstOctet = reader.octet('TP-MTI', TYPE_CLAUSE);
  const type: MessageType = TYPES[direction ?? 'stored'][firstOctet & 0x03] ?? 'reserved';
  if (type !== 'reserved') readable.type = type;
  switch (type) {
    case 'deliver':
      return decodeDeliver(firstOctet, reader, readable, warnings);
    case 'submit':
      return decodeSubmit(firstOctet, reader, readable, warnings);
    case 'status-report':
      return decodeStatusReport(firstOctet, reader, readable, warnings);
    case 'submit-report':
    case 'deliver-report':
    case 'command': {
      const start = reader.skip(reader.remaining, 'TPDU', TYPE_CLAUSE);
      return { type, data: reader.copy(start, reader.end), warnings };
    }
    case 'reserved':
      if (direction !== 'to-network') {
        warnings.push(`TP-MTI is the reserved value 3: read as a DELIVER (${TYPE_CLAUSE})`);
        return decodeDeliver(firstOctet, reader, readable, warnings);
      }
      throw new PduError('TP-MTI', offset, TYPE_CLAUSE, 'the value 3 is reserved');
  }
}

const reader = new OctetReader();

/**
 * Reads a PDU in hexadecimal, service centre octets first. Never throws: what cannot be believed is
 * a PduError, which holds what could be read before the fault; what can be read in spite of one
 * carries `warnings`.
 */
export function decodePdu(hex: string, options?: DecodeOptions): Pdu | PduError {
  const warnings: string[] = [];
  const readable: Readable = {};
  try {
    reader.load(hex);
    if (reader.remaining === 0) throw new PduError('hex', 0, LENGTH_CLAUSE, 'the PDU is empty');
    const smsc = decodeServiceCentre(reader, warnings);
    if (smsc !== undefined) readable.smsc = smsc;
    if (options?.tpduLength !== undefined) checkLength(reader, options.tpduLength, warnings);
    const pdu = decodeTpdu(reader, options?.direction, readable, warnings);
    if (smsc !== undefined) pdu.smsc = smsc;
    if (reader.remaining > 0) {
      warnings.push(`octets behind the end of the message: ${reader.remaining}`);
    }
    return pdu;
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    error.readable = readable;
    return error;
  }
}
