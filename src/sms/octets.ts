/**
 * The octets of one PDU on their way from and to hexadecimal text: a reader that refuses to run past
 * their end, and a writer. Both keep one buffer for all PDUs, so that nothing is allocated but what
 * is asked for. Knows nothing of SMS fields beyond the names that callers give it for errors.
 */

import { PduError } from './pdu-error.js';

const HEX_FORM = '3GPP TS 27.005 §3.1';

/** More than any TPDU with its service centre has (3GPP TS 23.040 §9.2.3.24: 140 octets of text). */
const MAX_OCTETS = 512;

/** The two digits of each octet, as they stand side by side in memory. */
const DIGIT_PAIRS = new Uint16Array(
  Uint8Array.from({ length: 512 }, (_, index) => {
    const nibble = index % 2 === 0 ? index >> 5 : (index >> 1) & 0x0f;
    return '0123456789ABCDEF'.charCodeAt(nibble);
  }).buffer,
);

const digitPairs = new Uint16Array(MAX_OCTETS);
const digits = Buffer.from(digitPairs.buffer);

/** Values of the hexadecimal digits by character code; 0x100 where a character is none. */
const NIBBLES = Uint16Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? 0x100 : value;
});

function nibbleAt(text: string, index: number): number {
  return NIBBLES[text.charCodeAt(index)] ?? 0x100;
}

/** Octets as upper-case hexadecimal text. Throws RangeError for more than 512. */
export function toHex(octets: Uint8Array, start = 0, end = octets.length): string {
  if (end - start > MAX_OCTETS) {
    throw new RangeError(`no PDU has ${end - start} octets, the most is ${MAX_OCTETS}`);
  }
  for (let index = start; index < end; index += 1) {
    digitPairs[index - start] = DIGIT_PAIRS[octets[index] ?? 0] ?? 0;
  }
  return digits.toString('latin1', 0, 2 * (end - start));
}

/** `value` where it is a whole number from 0 to `limit`. Throws RangeError that calls it `name`. */
export function within(value: number, limit: number, name: string): number {
  if (Number.isInteger(value) && value >= 0 && value <= limit) return value;
  throw new RangeError(`${name} is a whole number from 0 to ${limit}, not ${value}`);
}

/** Reads octets in order and refuses to run past their end. */
export class OctetReader {
  /** The octets: valid below `end`, until the next `load`. */
  readonly octets = new Uint8Array(MAX_OCTETS);
  #position = 0;
  #end = 0;

  constructor(hex = '') {
    this.load(hex);
  }

  /**
   * Starts over with a PDU as hexadecimal text in either case; white space around it is ignored.
   * Throws PduError for what is not hexadecimal, and for more than 512 octets.
   */
  load(hex: string): void {
    const text = hex.trim();
    const count = text.length >> 1;
    this.#position = 0;
    this.#end = 0;
    if (count > MAX_OCTETS) {
      const message = `${count} octets are more than any PDU has`;
      throw new PduError('hex', MAX_OCTETS, HEX_FORM, message);
    }
    for (let index = 0; index < count; index += 1) {
      const octet = (nibbleAt(text, 2 * index) << 4) | nibbleAt(text, 2 * index + 1);
      if (octet > 0xff) throw notHex(text);
      this.octets[index] = octet;
    }
    if (text.length % 2 !== 0) throw notHex(text);
    this.#end = count;
  }

  /** Octets read so far: the offset of the next one. */
  get position(): number {
    return this.#position;
  }

  get end(): number {
    return this.#end;
  }

  get remaining(): number {
    return this.#end - this.#position;
  }

  /** The next octet. Throws PduError when none is left. */
  octet(field: string, clause: string): number {
    const octet = this.octets[this.#position];
    if (octet === undefined || this.#position >= this.#end) throw this.#missing(1, field, clause);
    this.#position += 1;
    return octet;
  }

  /** Steps over the next `count` octets and gives the offset of the first. Throws PduError when fewer are left. */
  skip(count: number, field: string, clause: string): number {
    if (count > this.remaining) throw this.#missing(count, field, clause);
    const start = this.#position;
    this.#position += count;
    return start;
  }

  /** A copy of the octets from `start` up to `end`. */
  copy(start: number, end: number): Uint8Array {
    return this.octets.slice(start, end);
  }

  /** Drops everything after the next `count` octets. */
  limit(count: number): void {
    this.#end = Math.min(this.#end, this.#position + count);
  }

  #missing(count: number, field: string, clause: string): PduError {
    const needs = count === 1 ? '1 octet' : `${count} octets`;
    const message = `needs ${needs}, but the PDU has ${this.remaining} left`;
    return new PduError(field, this.#position, clause, message);
  }
}

function notHex(text: string): PduError {
  const stranger = text.search(/[^0-9a-fA-F]/);
  if (stranger >= 0) {
    const character = JSON.stringify(text.charAt(stranger));
    const message = `${character} is not a hexadecimal digit`;
    return new PduError('hex', Math.floor(stranger / 2), HEX_FORM, message);
  }
  const message = `${text.length} hexadecimal digits make no whole number of octets`;
  return new PduError('hex', Math.floor(text.length / 2), HEX_FORM, message);
}

/** Writes octets in order, and any octet again once its value is known. */
export class OctetWriter {
  /** Written below `length`; whoever writes behind it, sets `length` when done. */
  readonly octets = new Uint8Array(MAX_OCTETS);
  length = 0;

  put(octet: number): void {
    this.octets[this.length] = octet;
    this.length += 1;
  }

  putAll(octets: ArrayLike<number>): void {
    for (let index = 0; index < octets.length; index += 1) this.put(octets[index] ?? 0);
  }

  /** Writes an octet again: a length that stands before what it counts. */
  replace(position: number, octet: number): void {
    this.octets[position] = octet;
  }

  /** Everything written, as upper-case hexadecimal text. */
  hex(): string {
    return toHex(this.octets, 0, this.length);
  }
}
