/**
 * From a whole message to the PDUs that carry it, as a modem wants them: in hex, service centre
 * octets first, with the length that AT+CMGS announces.
 */

import { addressOf, writeServiceCentre } from './address.js';
import { writeDeliver } from './deliver.js';
import type { NationalLanguage } from './gsm7.js';
import { OctetWriter } from './octets.js';
import { type Split, type SplitOptions, splitText, type TextEncoding } from './segments.js';
import { type StatusReportFields, writeStatusReport } from './status-report.js';
import { type SubmitFields, writeSubmit } from './submit.js';
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

const writer = new OctetWriter();

/** Begins a PDU with its service centre octets and returns their count. */
function begin(smsc?: string): number {
  writer.length = 0;
  writeServiceCentre(writer, smsc);
  return writer.length;
}

/** The PDU that was written behind `serviceCentreOctets`. */
function finish(serviceCentreOctets: number): EncodedPdu {
  return { hex: writer.hex(), tpduLength: writer.length - serviceCentreOctets };
}

function split(text: string, options: SplitOptions): Split {
  const whole = splitText(text, options);
  const { length } = whole.parts;
  if (length > MAX_PARTS) {
    throw new RangeError(`the text needs ${length} parts, a message has at most ${MAX_PARTS}`);
  }
  return whole;
}

/** The place of a part in its message; a message of one part has no such element. */
function concatenation(
  parts: readonly string[],
  index: number,
  reference: number,
  referenceBits: 8 | 16 = 8,
): Concatenation | undefined {
  if (parts.length === 1) return undefined;
  return { reference, total: parts.length, sequence: index + 1, referenceBits };
}

export interface OutgoingMessage extends SplitOptions {
  /** `+…` international, digits (and `* # a b c`) of unknown type. */
  to: string;
  text: string;
  /** Marks the parts of one message; used only when there are several. */
  concatReference: number;
  statusReport?: boolean;
  /** Rounded up to what TP-VP can say, at most 63 weeks. */
  validityMinutes?: number;
  /** Shown at once and not kept: message class 0. */
  flash?: boolean;
}

export interface EncodedMessage {
  encoding: TextEncoding;
  /** The national language tables that the text is written in; absent: the default ones. */
  language?: NationalLanguage;
  parts: EncodedPart[];
}

/**
 * A whole text as SUBMITs, written as `segments` says. Throws RangeError for a recipient that cannot
 * be dialled, a text of more than 255 parts, or a reference that does not fit its bits.
 */
export function encodeMessage(message: OutgoingMessage): EncodedMessage {
  const { encoding, language, parts } = split(message.text, message);
  const { to, statusReport, validityMinutes, concatReference, referenceBits } = message;
  const validity =
    validityMinutes === undefined
      ? undefined
      : ({ format: 'relative', minutes: validityMinutes } as const);
  const encoded = parts.map((text, index): EncodedPart => {
    const start = begin();
    writeSubmit(writer, {
      to,
      body: { encoding, text },
      statusReport,
      validity,
      class: message.flash ? 0 : undefined,
      concat: concatenation(parts, index, concatReference, referenceBits),
      language,
    });
    return { text, hex: writer.hex(), tpduLength: writer.length - start };
  });
  return language === undefined
    ? { encoding, parts: encoded }
    : { encoding, language, parts: encoded };
}

/** One SUBMIT with every field under control. Throws RangeError for what it cannot hold. */
export function encodeSubmit(fields: SubmitFields): EncodedPdu {
  const start = begin(fields.smsc);
  writeSubmit(writer, fields);
  return finish(start);
}

export interface IncomingMessage extends SplitOptions {
  /** A number, or up to 11 characters of an alphanumeric sender. */
  from: string;
  text: string;
  timestamp: ZonedTime;
  concatReference: number;
  smsc?: string;
}

/** What a service centre would deliver, part by part. Throws RangeError as `encodeMessage` does. */
export function encodeDeliver(message: IncomingMessage): EncodedPart[] {
  const { encoding, language, parts } = split(message.text, message);
  const from = addressOf(message.from);
  return parts.map((text, index) => {
    const start = begin(message.smsc);
    writeDeliver(writer, {
      from,
      timestamp: message.timestamp,
      body: { encoding, text },
      concat: concatenation(parts, index, message.concatReference, message.referenceBits),
      language,
    });
    return { text, ...finish(start) };
  });
}

/** What a service centre would report of a message. Throws RangeError for impossible fields. */
export function encodeStatusReport(fields: StatusReportFields): EncodedPdu {
  const start = begin(fields.smsc);
  writeStatusReport(writer, fields);
  return finish(start);
}
