/**
 * The UCS-2 alphabet, 3GPP TS 23.038 §6.2.3, read as UTF-16BE, since every handset writes
 * surrogate pairs into it. Lone surrogates pass through in both directions.
 */

import type { OctetWriter } from './octets.js';
import { TextBuffer } from './text-buffer.js';

const buffer = new TextBuffer();

/** Text of the big-endian 16-bit units in `octets` from `start` up to `end`. An odd last octet is left out. */
export function decodeUcs2(octets: Uint8Array, start: number, end: number): string {
  buffer.clear();
  for (let index = start; index + 1 < end; index += 2) {
    buffer.put(((octets[index] ?? 0) << 8) | (octets[index + 1] ?? 0));
  }
  return buffer.toString();
}

/** Writes the big-endian 16-bit units of a text, two octets each. */
export function writeUcs2(writer: OctetWriter, text: string): void {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    writer.put(unit >> 8);
    writer.put(unit & 0xff);
  }
}
