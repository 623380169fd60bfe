/**
 * TP-DCS, the data coding scheme, 3GPP TS 23.038 §4: one octet to alphabet, message class and
 * message waiting indication. Knows the coding groups, not the alphabets.
 */

export type Encoding = 'gsm7' | '8bit' | 'ucs2';
export type MessageClass = 0 | 1 | 2 | 3;

/** What waits for the recipient elsewhere (§4, and 3GPP TS 23.040 §9.2.3.24.2). */
export type WaitingKind = 'voicemail' | 'fax' | 'email' | 'other';

export const WAITING_KINDS: readonly WaitingKind[] = ['voicemail', 'fax', 'email', 'other'];

export interface MessageWaiting {
  kind: WaitingKind;
  /** False: nothing waits any more. */
  active: boolean;
  /** How many wait, where a header tells it. */
  count?: number;
  /** The message itself need not be kept. */
  discard: boolean;
}

export interface DataCoding {
  encoding: Encoding;
  compressed: boolean;
  class?: MessageClass;
  /** Marked to be deleted once it was read. */
  automaticDeletion?: true;
  messageWaiting?: MessageWaiting;
}

// Bits 3 and 2 of the general group; the fourth value is reserved.
const ALPHABETS: readonly Encoding[] = ['gsm7', '8bit', 'ucs2'];

// Bit 4 of the general group: the class bits have a meaning.
const HAS_CLASS = 0x10;

function messageClass(octet: number): MessageClass {
  return (octet & 0x03) as MessageClass;
}

function messageWaiting(octet: number, discard: boolean): MessageWaiting {
  const kind = WAITING_KINDS[octet & 0x03] ?? 'other';
  return { kind, active: (octet & 0x08) !== 0, discard };
}

function readGroup(octet: number): DataCoding {
  const group = octet >> 4;
  if (group < 0x8) {
    // 00xx general, 01xx the same and marked for automatic deletion.
    return {
      encoding: ALPHABETS[(octet >> 2) & 0x03] ?? 'gsm7',
      compressed: (octet & 0x20) !== 0,
      ...((octet & HAS_CLASS) !== 0 && { class: messageClass(octet) }),
      ...(group >= 0x4 && { automaticDeletion: true }),
    };
  }
  switch (group) {
    case 0xc:
      return { encoding: 'gsm7', compressed: false, messageWaiting: messageWaiting(octet, true) };
    case 0xd:
      return { encoding: 'gsm7', compressed: false, messageWaiting: messageWaiting(octet, false) };
    case 0xe:
      return { encoding: 'ucs2', compressed: false, messageWaiting: messageWaiting(octet, false) };
    case 0xf: {
      const encoding = (octet & 0x04) === 0 ? 'gsm7' : '8bit';
      return { encoding, compressed: false, class: messageClass(octet) };
    }
    default:
      return { encoding: 'gsm7', compressed: false };
  }
}

const CODINGS: readonly DataCoding[] = Array.from({ length: 256 }, (_, octet) =>
  Object.freeze(readGroup(octet)),
);

const UNSPECIFIED: DataCoding = Object.freeze(readGroup(0));

/**
 * Reads TP-DCS. Every reserved value is taken as the default alphabet, as §4 demands; what the other
 * bits of such an octet say of class and compression still counts, so that nothing is garbled.
 */
export function decodeDataCoding(octet: number): DataCoding {
  return CODINGS[octet] ?? UNSPECIFIED;
}

/** TP-DCS of the general group, without compression. */
export function encodeDataCoding(encoding: Encoding, messageClass?: MessageClass): number {
  const alphabet = ALPHABETS.indexOf(encoding) << 2;
  return messageClass === undefined ? alphabet : HAS_CLASS | alphabet | messageClass;
}
