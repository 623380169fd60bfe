/**
 * The UCS-2 alphabet, 3GPP TS 23.038 §6.2.3, read as UTF-16BE, since every handset writes
 * surrogate pairs into it. Lone surrogates pass through in both directions.
 */

/** Text of big-endian 16-bit units. An odd last octet is left out. */
export function decodeUcs2(octets: Uint8Array): string {
  let text = '';
  for (let index = 0; index + 1 < octets.length; index += 2) {
    text += String.fromCharCode(((octets[index] ?? 0) << 8) | (octets[index + 1] ?? 0));
  }
  return text;
}

/** Big-endian 16-bit units of a text, two octets each. */
export function encodeUcs2(text: string): Uint8Array {
  const octets = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    octets[2 * index] = unit >> 8;
    octets[2 * index + 1] = unit & 0xff;
  }
  return octets;
}
