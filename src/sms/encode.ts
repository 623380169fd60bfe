/**
 * From a whole message to the PDUs that carry it, as a modem wants them: in hex, service centre
 * octets first, with the length that AT+CMGS announces.
 */

import { addressOf, encodeServiceCentre } from './address.js';
import { encodeDeliverTpdu } from './deliver.js';
import { toHex } from './octets.js';
import { segments, type TextEncoding } from './segments.js';
import { encodeStatusReportTpdu, type StatusReportFields } from './status-report.js';
import { encodeSubmitTpdu, type SubmitFields } from './submit.js';
import type { ZonedTime } from './timestamp.js';
import type { Concatenation } from './user-data-header.js';

const MAX_PARTS = 255;

export interface EncodedPdu {
  /** Upper case, with the service centre octets; `00` stands for the SIM's own centre. */
  hex: string;
  /** Octets without the service centre's. */
  tpduLength: number;
}

export interface EncodedPart extends EncodedPdu {
  text: string;
}

function withServiceCentre(tpdu: readonly number[], smsc?: string): EncodedPdu {
  return { hex: toHex([...encodeServiceCentre(smsc), ...tpdu]), tpduLength: tpdu.length };
}

interface Part {
  text: string;
  concat?: Concatenation;
}

function split(
  text: string,
  reference: number,
  referenceBits: 8 | 16 = 8,
): { encoding: TextEncoding; parts: Part[] } {
  const { encoding, parts } = segments(text, { referenceBits });
  const total = parts.length;
  if (total > MAX_PARTS) {
    throw new RangeError(`the text needs ${total} parts, a message has at most ${MAX_PARTS}`);
  }
  if (total === 1) return { encoding, parts: [{ text }] };
  return {
    encoding,
    parts: parts.map((part, index) => ({
      text: part,
      concat: { reference, total, sequence: index + 1, referenceBits },
    })),
  };
}

export interface OutgoingMessage {
  /** `+…` international, digits (and `* # a b c`) of unknown type. */
  to: string;
  text: string;
  /** Marks the parts of one message; used only when there are several. */
  concatReference: number;
  referenceBits?: 8 | 16;
  statusReport?: boolean;
  /** Rounded up to what TP-VP can say, at most 63 weeks. */
  validityMinutes?: number;
  /** Shown at once and not kept: message class 0. */
  flash?: boolean;
}

/**
 * A whole text as SUBMITs, in GSM 7-bit if its tables hold every character, else in UCS-2.
 * Throws RangeError for a recipient that cannot be dialled, a text of more than 255 parts, or a
 * reference that does not fit its bits.
 */
export function encodeMessage(message: OutgoingMessage): {
  encoding: TextEncoding;
  parts: EncodedPart[];
} {
  const { encoding, parts } = split(message.text, message.concatReference, message.referenceBits);
  return {
    encoding,
    parts: parts.map(({ text, concat }) => ({
      text,
      ...encodeSubmit({
        to: message.to,
        body: { encoding, text },
        ...(concat && { concat }),
        statusReport: message.statusReport ?? false,
        ...(message.flash && { class: 0 }),
        ...(message.validityMinutes !== undefined && {
          validity: { format: 'relative', minutes: message.validityMinutes },
        }),
      }),
    })),
  };
}

/** One SUBMIT with every field under control. Throws RangeError for what it cannot hold. */
export function encodeSubmit(fields: SubmitFields): EncodedPdu {
  return withServiceCentre(encodeSubmitTpdu(fields), fields.smsc);
}

export interface IncomingMessage {
  /** A number, or up to 11 characters of an alphanumeric sender. */
  from: string;
  text: string;
  timestamp: ZonedTime;
  concatReference: number;
  referenceBits?: 8 | 16;
  smsc?: string;
}

/** What a service centre would deliver, part by part. Throws RangeError as `encodeMessage` does. */
export function encodeDeliver(message: IncomingMessage): EncodedPart[] {
  const { encoding, parts } = split(message.text, message.concatReference, message.referenceBits);
  return parts.map(({ text, concat }) => {
    const tpdu = encodeDeliverTpdu({
      from: addressOf(message.from),
      timestamp: message.timestamp,
      body: { encoding, text },
      header: { concat },
    });
    return { text, ...withServiceCentre(tpdu, message.smsc) };
  });
}

/** What a service centre would report of a message. Throws RangeError for impossible fields. */
export function encodeStatusReport(fields: StatusReportFields): EncodedPdu {
  return withServiceCentre(encodeStatusReportTpdu(fields), fields.smsc);
}
