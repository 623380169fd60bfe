/**
 * Hexadecimal text to octets and back, and a reader that knows where it stands.
 * Knows nothing of SMS fields beyond the names that callers give it for errors.
 */

import { PduError } from './pdu-error.js';

const HEX_FORM = '3GPP TS 27.005 §3.1';

const HEX: readonly string[] = Array.from({ length: 256 }, (_, octet) =>
  octet.toString(16).padStart(2, '0').toUpperCase(),
);

/** Octets as upper-case hexadecimal text. */
export function toHex(octets: Iterable<number>): string {
  let hex = '';
  for (const octet of octets) hex += HEX[octet] ?? '';
  return hex;
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
  const octets = new Uint8Array(digits.length / 2);
  for (let index = 0; index < octets.length; index += 1) {
    octets[index] = nibbleAt(digits, 2 * index) * 16 + nibbleAt(digits, 2 * index + 1);
  }
  return octets;
}

/** The value of a digit that is known to be hexadecimal: `0` is code 48, `A` 65, `a` 97. */
function nibbleAt(digits: string, index: number): number {
  const code = digits.charCodeAt(index);
  return code < 65 ? code - 48 : (code & 0x1f) + 9;
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
    const octet = this.#octets[this.#position];
    if (octet === undefined) return this.take(1, field, clause)[0] ?? 0;
    this.#position += 1;
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
