/**
 * Hexadecimal text to octets and back, and a reader that knows where it stands.
 * Knows nothing of SMS fields beyond the names that callers give it for errors.
 */

import { PduError } from './pdu-error.js';

const HEX_FORM = '3GPP TS 27.005 §3.1';

/** Octets as upper-case hexadecimal text. */
export function toHex(octets: Iterable<number>): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Reads hexadecimal text in either case; white space around it is ignored. Throws PduError. */
export function fromHex(hex: string): Uint8Array {
  const digits = hex.trim();
  const stranger = digits.search(/[^0-9a-fA-F]/);
  if (stranger >= 0) {
    const character = JSON.stringify(digits.charAt(stranger));
    const offset = Math.floor(stranger / 2);
    throw new PduError('hex', offset, HEX_FORM, `${character} is not a hexadecimal digit`);
  }
  if (digits.length % 2 !== 0) {
    const offset = Math.floor(digits.length / 2);
    const message = `${digits.length} hexadecimal digits make no whole number of octets`;
    throw new PduError('hex', offset, HEX_FORM, message);
  }
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  );
}

/** Reads octets in order and refuses to run past their end. */
export class OctetReader {
  #position = 0;
  readonly #octets: Uint8Array;

  constructor(octets: Uint8Array) {
    this.#octets = octets;
  }

  /** Octets read so far: the offset of the next one. */
  get position(): number {
    return this.#position;
  }

  get remaining(): number {
    return this.#octets.length - this.#position;
  }

  /** The next `count` octets. Throws PduError at the current offset when fewer are left. */
  take(count: number, field: string, clause: string): Uint8Array {
    if (count > this.remaining) {
      const message = `needs ${octetCount(count)}, but the PDU has ${this.remaining} left`;
      throw new PduError(field, this.#position, clause, message);
    }
    const taken = this.#octets.slice(this.#position, this.#position + count);
    this.#position += count;
    return taken;
  }

  /** The next octet. Throws PduError when none is left. */
  octet(field: string, clause: string): number {
    const [octet = 0] = this.take(1, field, clause);
    return octet;
  }

  /** Drops everything after the next `count` octets. */
  limit(count: number): OctetReader {
    const rest = new OctetReader(this.#octets.subarray(0, this.#position + count));
    rest.#position = this.#position;
    return rest;
  }
}

function octetCount(count: number): string {
  return count === 1 ? '1 octet' : `${count} octets`;
}
