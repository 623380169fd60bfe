/**
 * From the hex that a modem shows to a value: service centre octets, message type, the rest.
 * Nothing that a modem can say makes it throw.
 */

import { decodeServiceCentre } from './address.js';
import { type Deliver, decodeDeliver } from './deliver.js';
import { fromHex, OctetReader, toHex } from './octets.js';
import { PduError } from './pdu-error.js';
import { decodeStatusReport, type StatusReport } from './status-report.js';
import { decodeSubmit, type Submit } from './submit.js';

export type Pdu = Deliver | Submit | StatusReport;

export interface DecodeOptions {
  /** Octets without the service centre's, as +CMGL, +CMT and +CDS announce them. */
  tpduLength?: number;
  /**
   * Which way the PDU went. Absent: as the SIM stores it, where DELIVER, SUBMIT and STATUS-REPORT
   * are told apart by their type alone.
   */
  direction?: 'from-network' | 'to-network';
}

type MessageType = Pdu['type'] | 'submit-report' | 'deliver-report' | 'command' | 'reserved';

const TYPE_CLAUSE = '3GPP TS 23.040 §9.2.3.1';

// §9.2.3.1: TP-MTI means another type in each direction.
const STORED_TYPES = ['deliver', 'submit', 'status-report', 'reserved'] as const;
const FROM_NETWORK_TYPES = ['deliver', 'submit-report', 'status-report', 'reserved'] as const;
const TO_NETWORK_TYPES = ['deliver-report', 'submit', 'command', 'reserved'] as const;

function messageType(firstOctet: number, options: DecodeOptions): MessageType {
  const { direction } = options;
  const types =
    direction === 'from-network'
      ? FROM_NETWORK_TYPES
      : direction === 'to-network'
        ? TO_NETWORK_TYPES
        : STORED_TYPES;
  return types[firstOctet & 0x03] ?? 'reserved';
}

/** Holds the PDU to the announced length: fewer octets are a loss, more are left aside. */
function checkLength(reader: OctetReader, announced: number, warnings: string[]): OctetReader {
  const present = reader.remaining;
  if (present === announced) return reader;
  if (present + reader.position === announced) {
    warnings.push(`the announced length of ${announced} octets counts the service centre's too`);
    return reader;
  }
  if (present < announced) {
    const message = `${announced} octets were announced, ${present} are here`;
    throw new PduError('TPDU', reader.position, '3GPP TS 27.005 §3.1', message);
  }
  warnings.push(`${announced} octets were announced, ${present} are here: the rest is left aside`);
  return reader.limit(announced);
}

function decodeTpdu(
  reader: OctetReader,
  options: DecodeOptions,
  warnings: string[],
): Omit<Deliver, 'smsc'> | Omit<Submit, 'smsc'> | Omit<StatusReport, 'smsc'> {
  const offset = reader.position;
  const firstOctet = reader.octet('TP-MTI', TYPE_CLAUSE);
  const type = messageType(firstOctet, options);
  switch (type) {
    case 'deliver':
      return decodeDeliver(firstOctet, reader, warnings);
    case 'submit':
      return decodeSubmit(firstOctet, reader, warnings);
    case 'status-report':
      return decodeStatusReport(firstOctet, reader, warnings);
    case 'reserved':
      if (options.direction !== 'to-network') {
        warnings.push(`TP-MTI is the reserved value 3: read as a DELIVER (${TYPE_CLAUSE})`);
        return decodeDeliver(firstOctet, reader, warnings);
      }
      throw new PduError('TP-MTI', offset, TYPE_CLAUSE, 'the value 3 is reserved');
    case 'submit-report':
    case 'deliver-report':
    case 'command': {
      const message = `a ${type.toUpperCase()} is no message, nor the report of one`;
      throw new PduError('TP-MTI', offset, TYPE_CLAUSE, message);
    }
  }
}

/**
 * Reads a PDU in hexadecimal, service centre octets first. Never throws: what cannot be believed
 * is a PduError, what can be read in spite of a fault carries `warnings`.
 */
export function decodePdu(hex: string, options: DecodeOptions = {}): Pdu | PduError {
  const warnings: string[] = [];
  try {
    const whole = new OctetReader(fromHex(hex));
    if (whole.remaining === 0) {
      throw new PduError('hex', 0, '3GPP TS 27.005 §3.1', 'the PDU is empty');
    }
    const smsc = decodeServiceCentre(whole, warnings);
    const reader =
      options.tpduLength === undefined ? whole : checkLength(whole, options.tpduLength, warnings);
    const tpdu = decodeTpdu(reader, options, warnings);
    if (reader.remaining > 0) {
      const rest = reader.take(reader.remaining, 'TPDU', TYPE_CLAUSE);
      warnings.push(`octets behind the end of the message: ${toHex(rest)}`);
    }
    return { ...tpdu, ...(smsc !== undefined && { smsc }) };
  } catch (error) {
    if (error instanceof PduError) return error;
    throw error;
  }
}
