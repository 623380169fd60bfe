/**
 * TP-DCS, the data coding scheme, 3GPP TS 23.038 §4: one octet to alphabet and message class.
 * Knows the coding groups, not the alphabets.
 */

export type Encoding = 'gsm7' | '8bit' | 'ucs2';
export type MessageClass = 0 | 1 | 2 | 3;

export interface DataCoding {
  encoding: Encoding;
  compressed: boolean;
  class?: MessageClass;
}

// Bits 3 and 2 of the general group; the fourth value is reserved and read as the default alphabet.
const ALPHABETS = ['gsm7', '8bit', 'ucs2', 'gsm7'] as const;

function messageClass(octet: number): MessageClass {
  return (octet & 0x03) as MessageClass;
}

/** Reads TP-DCS. Every reserved value is taken as the default alphabet, as §4 demands. */
export function decodeDataCoding(octet: number): DataCoding {
  const group = octet >> 4;
  if (group < 0x8) {
    // 00xx general, 01xx marked for automatic deletion; bit 4 says whether the class bits count.
    const encoding = ALPHABETS[(octet >> 2) & 0x03] ?? 'gsm7';
    const compressed = (octet & 0x20) !== 0;
    if ((octet & 0x10) === 0) return { encoding, compressed };
    return { encoding, compressed, class: messageClass(octet) };
  }
  if (group === 0xe) return { encoding: 'ucs2', compressed: false };
  if (group === 0xf) {
    const encoding = (octet & 0x04) === 0 ? 'gsm7' : '8bit';
    return { encoding, compressed: false, class: messageClass(octet) };
  }
  // 1000 to 1011 are reserved; 1100 and 1101 are message waiting in the default alphabet.
  return { encoding: 'gsm7', compressed: false };
}

/** TP-DCS of the general group, without compression. */
export function encodeDataCoding(encoding: Encoding, messageClass?: MessageClass): number {
  const alphabet = ALPHABETS.indexOf(encoding) << 2;
  return messageClass === undefined ? alphabet : 0x10 | alphabet | messageClass;
}
