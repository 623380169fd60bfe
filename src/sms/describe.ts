/**
 * A PDU as `stopgate pdu --json` shows it: the JSON object of the contract, absent what is absent.
 * Knows the shape of that object only; reading and meaning are decode.ts's.
 */

import type { Encoding, MessageClass } from './data-coding.js';
import { type DecodeOptions, decodePdu, type Pdu } from './decode.js';
import { toHex } from './octets.js';
import { PduError, type Readable } from './pdu-error.js';
import type { UserData } from './user-data.js';
import type { ApplicationPorts } from './user-data-header.js';

export interface PduFields {
  type: Pdu['type'];
  smsc?: string;
  /** Sender of a DELIVER. */
  from?: string;
  /** Recipient of a SUBMIT, or of the message that a STATUS-REPORT is about. */
  to?: string;
  text?: string;
  encoding?: Encoding;
  /** When the service centre took the message, ISO 8601 in its own zone. */
  timestamp?: string;
  concat?: { reference: number; total: number; sequence: number };
  ports?: ApplicationPorts;
  class?: MessageClass;
  /** TP-ST of a STATUS-REPORT. */
  status?: number;
  /** TP-MR of a SUBMIT or STATUS-REPORT. */
  reference?: number;
  /** When it was delivered or last tried, ISO 8601 in the service centre's zone. */
  dischargeTime?: string;
  /** User data that is no text, in hex. */
  dataHex?: string;
  warnings: string[];
}

/** What is wrong with a PDU that cannot be read, and what stands before the fault. */
export interface PduFault {
  error: { field: string; offset: number; message: string };
  readable?: Readable;
}

export type PduDescription = PduFields | PduFault;

/** An empty address is as good as none. */
function nonEmpty(value: string): string | undefined {
  return value === '' ? undefined : value;
}

function userDataFields(userData: UserData): Partial<PduFields> {
  const { text, encoding, concat, ports } = userData;
  return {
    ...(text !== undefined && { text }),
    encoding,
    ...(concat && {
      concat: { reference: concat.reference, total: concat.total, sequence: concat.sequence },
    }),
    ...(ports && { ports: { source: ports.source, destination: ports.destination } }),
    ...(userData.class !== undefined && { class: userData.class }),
    ...(userData.data && { dataHex: toHex(userData.data) }),
  };
}

function typeFields(pdu: Pdu): Partial<PduFields> {
  switch (pdu.type) {
    case 'deliver': {
      const from = nonEmpty(pdu.from.value);
      return {
        ...(from !== undefined && { from }),
        ...(pdu.timestamp && { timestamp: pdu.timestamp.local }),
        ...userDataFields(pdu),
      };
    }
    case 'submit': {
      const to = nonEmpty(pdu.to.value);
      return {
        ...(to !== undefined && { to }),
        reference: pdu.messageReference,
        ...userDataFields(pdu),
      };
    }
    case 'status-report': {
      const to = nonEmpty(pdu.to.value);
      return {
        ...(to !== undefined && { to }),
        reference: pdu.reference,
        status: pdu.status,
        ...(pdu.timestamp && { timestamp: pdu.timestamp.local }),
        ...(pdu.dischargeTime && { dischargeTime: pdu.dischargeTime.local }),
        ...(pdu.userData && userDataFields(pdu.userData)),
      };
    }
    case 'deliver-report':
    case 'submit-report':
    case 'command':
      return { dataHex: toHex(pdu.data) };
  }
}

/** Explains a PDU given in hex, service centre octets first. Never throws. */
export function describePdu(hex: string, options?: DecodeOptions): PduDescription {
  const pdu = decodePdu(hex, options);
  if (pdu instanceof PduError) {
    const { field, offset, message, readable } = pdu;
    const error = { field, offset, message };
    return Object.keys(readable).length === 0 ? { error } : { error, readable };
  }
  return {
    type: pdu.type,
    ...(pdu.smsc !== undefined && { smsc: pdu.smsc }),
    ...typeFields(pdu),
    warnings: pdu.warnings,
  };
}
