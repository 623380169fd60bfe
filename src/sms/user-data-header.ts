/**
 * The user data header, 3GPP TS 23.040 §9.2.3.24: information elements by length, and the meaning
 * of those that a gateway acts on. Elements it does not know are kept and otherwise ignored.
 */

import { type Address, addressIn } from './address.js';
import { type MessageWaiting, WAITING_KINDS } from './data-coding.js';
import type { NationalLanguage } from './gsm7.js';
import { lockingShiftTable, singleShiftTable } from './national-language.js';
import { type OctetReader, type OctetWriter, within } from './octets.js';

export interface InformationElement {
  id: number;
  data: Uint8Array;
}

/** One part's place in a message (§9.2.3.24.1 and §9.2.3.24.8). */
export interface Concatenation {
  reference: number;
  total: number;
  sequence: number;
  referenceBits: 8 | 16;
}

export interface ApplicationPorts {
  source: number;
  destination: number;
}

export interface UserDataHeader {
  /** Every element in the order received. */
  elements: InformationElement[];
  concat?: Concatenation;
  ports?: ApplicationPorts;
  /** National language of the single shift table (§9.2.3.24.15). */
  singleShift?: number;
  /** National language of the locking shift table (§9.2.3.24.16). */
  lockingShift?: number;
  /** §9.2.3.24.2; it overrides what TP-DCS says of the same. */
  messageWaiting?: MessageWaiting;
  /** Where an answer is to go, if not to the sender (§9.2.3.24.13). */
  replyAddress?: Address;
}

export const ELEMENT = {
  concatenation8: 0x00,
  specialMessageIndication: 0x01,
  ports8: 0x04,
  ports16: 0x05,
  concatenation16: 0x08,
  replyAddress: 0x22,
  singleShift: 0x24,
  lockingShift: 0x25,
} as const;

const CLAUSE = '3GPP TS 23.040 §9.2.3.24';

interface ElementForm {
  /** Octets of its data; another length makes an element void. */
  length: number;
  clause: string;
}

/** The elements of a fixed length that are understood. */
const FORMS: ReadonlyMap<number, ElementForm> = new Map([
  [ELEMENT.concatenation8, { length: 3, clause: `${CLAUSE}.1` }],
  [ELEMENT.specialMessageIndication, { length: 2, clause: `${CLAUSE}.2` }],
  [ELEMENT.ports8, { length: 2, clause: `${CLAUSE}.3` }],
  [ELEMENT.ports16, { length: 4, clause: `${CLAUSE}.4` }],
  [ELEMENT.concatenation16, { length: 4, clause: `${CLAUSE}.8` }],
  [ELEMENT.singleShift, { length: 1, clause: `${CLAUSE}.15` }],
  [ELEMENT.lockingShift, { length: 1, clause: `${CLAUSE}.16` }],
]);

function setConcatenation(
  header: UserDataHeader,
  warnings: string[],
  reference: number,
  total: number,
  sequence: number,
  referenceBits: 8 | 16,
): void {
  // §9.2.3.24.1 and .8: an element with an impossible total or sequence is ignored as a whole.
  if (sequence >= 1 && sequence <= total) {
    header.concat = { reference, total, sequence, referenceBits };
    return;
  }
  const clause = referenceBits === 8 ? `${CLAUSE}.1` : `${CLAUSE}.8`;
  warnings.push(`part ${sequence} of ${total} cannot be: it is taken alone (${clause})`);
}

function replyAddress(data: Uint8Array, warnings: string[]): Address | undefined {
  const [semiOctets = 0, typeOfAddress = 0] = data;
  if (data.length !== 2 + ((semiOctets + 1) >> 1)) {
    warnings.push(`a reply address of another length than it says is ignored (${CLAUSE}.13)`);
    return undefined;
  }
  return addressIn(data, 2, semiOctets, typeOfAddress, 'reply address', warnings);
}

function interpret(header: UserDataHeader, element: InformationElement, warnings: string[]): void {
  const { id, data } = element;
  const form = FORMS.get(id);
  if (form && data.length !== form.length) {
    const name = `0x${id.toString(16).padStart(2, '0')}`;
    const lengths = `${data.length} octets instead of ${form.length}`;
    warnings.push(`header element ${name} has ${lengths} and is ignored (${form.clause})`);
    return;
  }
  const a = data[0] ?? 0;
  const b = data[1] ?? 0;
  const c = data[2] ?? 0;
  const d = data[3] ?? 0;
  switch (id) {
    case ELEMENT.concatenation8:
      setConcatenation(header, warnings, a, b, c, 8);
      break;
    case ELEMENT.concatenation16:
      setConcatenation(header, warnings, (a << 8) | b, c, d, 16);
      break;
    case ELEMENT.specialMessageIndication:
      header.messageWaiting = {
        kind: WAITING_KINDS[a & 0x03] ?? 'other',
        active: b > 0,
        count: b,
        discard: (a & 0x80) === 0,
      };
      break;
    case ELEMENT.ports8:
      header.ports = { destination: a, source: b };
      break;
    case ELEMENT.ports16:
      header.ports = { destination: (a << 8) | b, source: (c << 8) | d };
      break;
    case ELEMENT.replyAddress: {
      const address = replyAddress(data, warnings);
      if (address) header.replyAddress = address;
      break;
    }
    case ELEMENT.singleShift:
      header.singleShift = a;
      break;
    case ELEMENT.lockingShift:
      header.lockingShift = a;
      break;
  }
}

/**
 * Reads the octets behind UDHL, from `start` up to `end`. Where an element is given twice the last
 * one counts; a header whose last element does not end with it is ignored as a whole, which is told
 * by `undefined`. Both by §9.2.3.24.
 */
export function decodeHeader(
  reader: OctetReader,
  start: number,
  end: number,
  warnings: string[],
): UserDataHeader | undefined {
  const { octets } = reader;
  const header: UserDataHeader = { elements: [] };
  for (let position = start; position < end; ) {
    const dataStart = position + 2;
    const dataEnd = dataStart + (octets[position + 1] ?? 0);
    if (dataStart > end || dataEnd > end) {
      warnings.push(
        `the last element of the header runs past its end; the header is ignored (${CLAUSE})`,
      );
      return undefined;
    }
    header.elements.push({ id: octets[position] ?? 0, data: reader.copy(dataStart, dataEnd) });
    position = dataEnd;
  }
  for (const element of header.elements) interpret(header, element, warnings);
  return header;
}

/** What a header is to say; `elements` come first and as they are. */
export interface HeaderFields {
  elements?: readonly InformationElement[] | undefined;
  /** Each table named adds its element. */
  language?: NationalLanguage | undefined;
  ports?: ApplicationPorts | undefined;
  concat?: Concatenation | undefined;
}

/** Octets that the concatenation element takes, its identifier and length included. */
export function concatenationOctets(referenceBits: 8 | 16): number {
  return referenceBits === 8 ? 5 : 6;
}

/** Octets that a national language shift element takes, its identifier and length included. */
export const SHIFT_ELEMENT_OCTETS = 3;

const MAX_HEADER_OCTETS = 139;

function putConcatenation(writer: OctetWriter, concat: Concatenation): void {
  const { sequence, total } = concat;
  if (sequence < 1 || sequence > total) {
    throw new RangeError(`part ${sequence} of ${total} cannot be: parts count from 1 to the total`);
  }
  if (concat.referenceBits === 8) {
    writer.put(ELEMENT.concatenation8);
    writer.put(3);
    writer.put(within(concat.reference, 0xff, 'an 8-bit reference'));
  } else {
    const reference = within(concat.reference, 0xffff, 'a 16-bit reference');
    writer.put(ELEMENT.concatenation16);
    writer.put(4);
    writer.put(reference >> 8);
    writer.put(reference & 0xff);
  }
  writer.put(within(total, 255, 'the total of parts'));
  writer.put(within(sequence, 255, 'the number of a part'));
}

function putPorts(writer: OctetWriter, ports: ApplicationPorts): void {
  const destination = within(ports.destination, 0xffff, 'a port');
  const source = within(ports.source, 0xffff, 'a port');
  writer.put(ELEMENT.ports16);
  writer.put(4);
  writer.put(destination >> 8);
  writer.put(destination & 0xff);
  writer.put(source >> 8);
  writer.put(source & 0xff);
}

/** `table` is what the language has of it; 0 stands for the default tables. */
function putShift(writer: OctetWriter, id: number, language: number, table: unknown): void {
  if (language !== 0 && table === undefined) {
    throw new RangeError(`there is no such national language table as ${language}`);
  }
  writer.put(id);
  writer.put(1);
  writer.put(language);
}

/**
 * Writes a header with its UDHL, or nothing where there is nothing to say, and returns its octets.
 * Throws RangeError.
 */
export function writeHeader(writer: OctetWriter, fields: HeaderFields): number {
  const start = writer.length;
  writer.put(0);
  for (const { id, data } of fields.elements ?? []) {
    writer.put(within(id, 255, 'the identifier of an element'));
    writer.put(within(data.length, 255, 'the length of an element'));
    writer.putAll(data);
  }
  const { locking, single } = fields.language ?? {};
  if (locking !== undefined) {
    putShift(writer, ELEMENT.lockingShift, locking, lockingShiftTable(locking));
  }
  if (single !== undefined) putShift(writer, ELEMENT.singleShift, single, singleShiftTable(single));
  if (fields.ports) putPorts(writer, fields.ports);
  if (fields.concat) putConcatenation(writer, fields.concat);
  const octets = writer.length - start;
  if (octets === 1) {
    writer.length = start;
    return 0;
  }
  writer.replace(start, within(octets - 1, MAX_HEADER_OCTETS, 'the length of a header'));
  return octets;
}
