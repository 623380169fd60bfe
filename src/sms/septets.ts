/**
 * Packing of 7-bit characters into octets, 3GPP TS 23.038 §6.1.2.1, with the fill bits that
 * bring text behind a user data header onto a septet boundary (3GPP TS 23.040 §9.2.3.24).
 * Knows bits, not characters.
 */

/** Packs septets, least significant bit first, behind `fillBits` zero bits. Spare bits are zero. */
export function packSeptets(septets: readonly number[], fillBits = 0): Uint8Array {
  const octets = new Uint8Array(Math.ceil((septets.length * 7 + fillBits) / 8));
  septets.forEach((septet, index) => {
    const bit = fillBits + index * 7;
    const at = bit >> 3;
    const shifted = (septet & 0x7f) << (bit & 7);
    octets[at] = (octets[at] ?? 0) | (shifted & 0xff);
    if (shifted > 0xff) octets[at + 1] = shifted >> 8;
  });
  return octets;
}

/**
 * The first `count` septets behind `fillBits`. The count comes from the length field and never
 * from the octets, since seven spare zero bits look like an `@`. Bits past the end read as zero.
 */
export function unpackSeptets(octets: Uint8Array, count: number, fillBits = 0): number[] {
  return Array.from({ length: count }, (_, index) => {
    const bit = fillBits + index * 7;
    const at = bit >> 3;
    const pair = (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8);
    return (pair >> (bit & 7)) & 0x7f;
  });
}

/** Zero bits between a header of `headerOctets` (UDHL included) and the first septet: 0 to 6. */
export function fillBitsAfter(headerOctets: number): number {
  return (7 - ((headerOctets * 8) % 7)) % 7;
}
