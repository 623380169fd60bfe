/**
 * Octets, bits and septets as a test says them: a second way to pack and unpack, on a row of binary
 * digits, that shares nothing with the codec.
 */

import { decodeGsm7, gsm7Alphabet, type NationalLanguage, writeGsm7 } from '../../src/sms/gsm7.js';
import { OctetWriter } from '../../src/sms/octets.js';

export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

/** What `write` wrote, in upper-case hexadecimal. */
export function written(write: (writer: OctetWriter) => void): string {
  const writer = new OctetWriter();
  write(writer);
  return writer.hex();
}

/** Least significant bit first, as §6.1.2.1.1 draws it. */
function bitsOf(values: Iterable<number>, width: number): string {
  const bits = (value: number) => value.toString(2).padStart(width, '0');
  return Array.from(values, (value) => [...bits(value)].reverse().join('')).join('');
}

function valuesOf(bits: string, width: number): number[] {
  const groups = bits.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  return groups.map((group) => Number.parseInt([...group].reverse().join(''), 2));
}

export function pack(septets: readonly number[], fillBits = 0): Uint8Array {
  return Uint8Array.from(valuesOf('0'.repeat(fillBits) + bitsOf(septets, 7), 8));
}

export function unpack(octets: Uint8Array, count: number, fillBits = 0): number[] {
  return valuesOf(bitsOf(octets, 8).slice(fillBits, fillBits + 7 * count), 7);
}

/** The codec's text of septets. */
export function textOf(septets: readonly number[], language: NationalLanguage = {}): string {
  return decodeGsm7(pack(septets), 0, septets.length, 0, gsm7Alphabet(language));
}

/** Octets of the shortest header behind which `fillBits` bits lie before the next septet. */
function headerOctetsBefore(fillBits: number): number {
  return (7 - fillBits) % 7;
}

/** Text packed behind a header that leaves `fillBits`, as the codec writes it. */
export function packedText(text: string, language: NationalLanguage = {}, fillBits = 0): string {
  return written((writer) => {
    writeGsm7(writer, text, headerOctetsBefore(fillBits), gsm7Alphabet(language));
  });
}

/** The codec's text of `count` septets that stand in `packed` behind `fillBits`. */
export function unpackedText(
  packed: string,
  count: number,
  language: NationalLanguage = {},
  fillBits = 0,
): string {
  const headerOctets = headerOctetsBefore(fillBits);
  const octets = Uint8Array.from([...new Uint8Array(headerOctets), ...fromHex(packed)]);
  const skipped = Math.ceil((headerOctets * 8) / 7);
  return decodeGsm7(octets, 0, skipped + count, skipped, gsm7Alphabet(language));
}

/** The codec's septets of a text. Throws RangeError for a character that the tables lack. */
export function septetsOf(text: string, language: NationalLanguage = {}): number[] {
  const writer = new OctetWriter();
  const count = writeGsm7(writer, text, 0, gsm7Alphabet(language));
  return unpack(fromHex(writer.hex()), count);
}
