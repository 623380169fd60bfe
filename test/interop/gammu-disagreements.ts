/**
 * Where libGammu 1.42 disagrees with 3GPP TS 23.040 and 23.038, or they leave the choice. Wherever
 * it can be computed, a row says what libGammu makes of the PDU, so that nothing hides behind it.
 */
import type { KnownDisagreement } from './comparison.js';
import {
  isReservedCoding,
  namesLanguage,
  nokiaText,
  readsNumber,
  senderRead,
  textRead,
} from './gammu-reads.js';
import { headerOverruns, isCut, type Layout, nibblesOf, numberOf } from './pdu-layout.js';
import type { Fields } from './reading.js';
import {
  ALPHANUMERIC,
  rightData,
  rightNumber,
  rightText,
  rightUcs2,
  timeExists,
} from './right-values.js';

/** The store group of message waiting is UCS-2, reserved bits or not. */
function isRightText(ours: string | number | null, layout: Layout): boolean {
  return ours === rightText(layout) || ours === rightUcs2(layout);
}

const FILL = 0xf;
const BIT_7 = 0x80;
/** TP-SCTS, TP-DT and TP-ST. */
const REPORT_OCTETS = 15;

const EVERY_FIELD: readonly (keyof Fields | 'refusal')[] = [
  ...(['type', 'smsc', 'address', 'text', 'data', 'encoding', 'class', 'timestamp'] as const),
  ...(['dischargeTime', 'concat', 'reference', 'status', 'validitySeconds', 'refusal'] as const),
];

export const KNOWN_DISAGREEMENTS: readonly KnownDisagreement[] = [
  {
    peer: 'leaves * # a b c out of a number',
    clause: '3GPP TS 23.040 §9.1.2.3: they are the semi-octets 10 to 14',
    fields: ['address', 'smsc'],
    explains: (disagreement, layout) =>
      readsNumber(disagreement, layout, (nibbles) => nibbles.some((n) => n >= 10 && n <= 14)),
  },
  {
    peer: 'reads the spare semi-octet of an odd number as a digit',
    clause: '3GPP TS 23.040 §9.1.2.5: the length counts the useful semi-octets',
    fields: ['address'],
    explains: (disagreement, layout) =>
      readsNumber(
        disagreement,
        layout,
        (_, { octets, useful }) => (nibblesOf(octets)[useful] ?? FILL) <= 9,
      ),
  },
  {
    peer: 'steps over a fill semi-octet in the middle of a number, where we end',
    clause: 'open: 3GPP TS 23.040 §9.1.2.3 has the fill only at the end',
    fields: ['address', 'smsc'],
    explains: (disagreement, layout) =>
      readsNumber(disagreement, layout, (nibbles) => nibbles.slice(0, -1).includes(FILL)),
  },
  {
    peer: 'shows + for an international number without digits',
    clause: '3GPP TS 23.040 §9.1.2.5: a length of 0 is no address',
    fields: ['address', 'smsc'],
    explains: ({ ours, theirs }) => ours === null && theirs === '+',
  },
  {
    peer: 'takes the septets of an alphanumeric sender for ASCII, and @ for the end',
    clause: '3GPP TS 23.040 §9.1.2.5: the address is in the GSM 7-bit default alphabet',
    fields: ['address', 'smsc'],
    explains: ({ field, ours, theirs }, layout) => {
      const number = numberOf(field, layout);
      if (number.type !== ALPHANUMERIC) return false;
      return ours === rightNumber(number) && theirs === senderRead(number);
    },
  },
  {
    peer: 'believes the length of a header beyond the user data, and writes over its own memory',
    clause: '3GPP TS 23.040 §9.2.3.24: the header is inside the user data',
    fields: EVERY_FIELD,
    explains: (_, layout) => headerOverruns(layout),
  },
  {
    peer: 'knows no national language tables',
    clause: '3GPP TS 23.038 §6.2.1.2, 3GPP TS 23.040 §9.2.3.24.15 and 16',
    fields: ['text'],
    explains: ({ theirs }, layout) => namesLanguage(layout) && theirs === textRead(layout),
  },
  {
    peer: 'shows ¹ for an escape whose code is not in the extension table',
    clause: '3GPP TS 23.038 §6.2.1.1: the character of the main table, a space for an escape',
    fields: ['text'],
    explains: ({ ours, theirs }, layout) =>
      !namesLanguage(layout) && ours === rightText(layout) && theirs === textRead(layout),
  },
  {
    peer: 'reads ~ in UCS-2 as the Nokia mark for blinking text and loses units for it, or half a pair at the end',
    clause: '3GPP TS 23.038 §6.2.3: UCS-2 is ISO/IEC 10646 as it is',
    fields: ['text'],
    explains: ({ ours, theirs }, layout) =>
      ours === rightUcs2(layout) && theirs === nokiaText(layout),
  },
  {
    peer: 'takes a reserved data coding for 8-bit data',
    clause: '3GPP TS 23.038 §4: any reserved coding is the GSM 7-bit default alphabet',
    fields: ['encoding', 'text', 'data', 'refusal'],
    explains: ({ field, ours, theirs }, layout) => {
      if (!isReservedCoding(layout)) return false;
      switch (field) {
        case 'encoding':
          return ours !== '8bit' && theirs === '8bit';
        case 'text':
          return theirs === null && (namesLanguage(layout) || isRightText(ours, layout));
        case 'data':
          return ours === null && theirs === rightData(layout);
        default:
          return theirs !== null && layout.userData.length < layout.length;
      }
    },
  },
  {
    peer: 'sees no class in the group of messages marked for deletion',
    clause: '3GPP TS 23.038 §4: the group 01xx is coded as the group 00xx',
    fields: ['class'],
    explains: ({ ours, theirs }, { dataCoding = 0 }) =>
      ours === (dataCoding & 0x03) && theirs === null && (dataCoding & 0xd0) === 0x50,
  },
  {
    peer: 'cannot read compressed text',
    clause: '3GPP TS 23.038 §4: bit 5 of the general group',
    fields: ['refusal'],
    explains: ({ theirs }, { dataCoding = 0 }) => theirs !== null && (dataCoding & 0xa0) === 0x20,
  },
  {
    peer: 'takes the enhanced validity format for reserved',
    clause: '3GPP TS 23.040 §9.2.3.3',
    fields: ['refusal'],
    explains: ({ theirs }, { messageType, firstOctet }) =>
      theirs !== null && messageType === 1 && (firstOctet & 0x18) === 0x08,
  },
  {
    peer: 'knows a concatenation only in a header of a few fixed shapes',
    clause: '3GPP TS 23.040 §9.2.3.24: elements come in any order and unknown ones are skipped',
    fields: ['concat'],
    explains: ({ theirs }, { header = [] }) => theirs === null && ![5, 6].includes(header.length),
  },
  {
    peer: 'believes a place outside the message',
    clause: '3GPP TS 23.040 §9.2.3.24.1: a sequence of 0 or beyond the total is ignored',
    fields: ['concat'],
    explains: ({ ours, theirs }) => {
      const [sequence = 0, total = 0] = String(theirs).match(/\d+/gu)?.map(Number) ?? [];
      return ours === null && (sequence === 0 || sequence > total);
    },
  },
  {
    peer: 'makes a number of digits beyond 9 in a time',
    clause: '3GPP TS 23.040 §9.2.3.11: such a digit is none; we say that the time is none',
    fields: ['timestamp', 'dischargeTime'],
    explains: ({ field, ours }, { times }) =>
      ours === null && !timeExists(times[field === 'timestamp' ? 0 : 1] ?? []),
  },
  {
    peer: 'takes the years from 90 for those from 80',
    clause: '3GPP TS 23.040 §9.2.3.11: the last two digits of the year',
    fields: ['timestamp', 'dischargeTime'],
    explains: ({ ours, theirs }) =>
      String(ours).startsWith('209') && theirs === String(ours).replace(/^209/u, '208'),
  },
  {
    peer: 'reads addresses of more than 20 semi-octets',
    clause: '3GPP TS 23.040 §9.1.2.5: an address field has at most 12 octets',
    fields: ['refusal'],
    explains: ({ ours }, { addressLength }) => ours !== null && addressLength > 20,
  },
  {
    peer: 'refuses user data that is cut short',
    clause: 'open: 3GPP TS 23.040 §9.2.3.16 has TP-UDL count what is there; we read it, and say so',
    fields: ['refusal'],
    explains: ({ theirs, warnings }, layout) =>
      theirs !== null && isCut(layout) && warnings.length > 0,
  },
  {
    peer: 'refuses a type of address without bit 7',
    clause: '3GPP TS 23.040 §9.1.2.5: the bit is 1; the rest of the message is readable without',
    fields: ['refusal'],
    explains: ({ theirs }, { typeOfAddress, octets, tpdu }) =>
      theirs !== null &&
      ((typeOfAddress & BIT_7) === 0 || (tpdu > 1 && ((octets[1] ?? 0) & BIT_7) === 0)),
  },
  {
    peer: 'refuses the message type 3',
    clause: '3GPP TS 23.040 §9.2.3.1: a mobile reads it as a DELIVER',
    fields: ['refusal'],
    explains: ({ theirs }, { messageType }) => theirs !== null && messageType === 3,
  },
  {
    peer: 'refuses a report for its optional parameters, cut short or compressed',
    clause: '3GPP TS 23.040 §9.2.2.3: all that a report is asked for stands before them',
    fields: ['refusal'],
    explains: ({ theirs }, { messageType, octets, afterAddress }) =>
      theirs !== null && messageType === 2 && octets.length > afterAddress + REPORT_OCTETS,
  },
  {
    peer: 'holds the semi-octets of an address to the octets of the PDU',
    clause: '3GPP TS 23.040 §9.1.2.5: the length counts semi-octets',
    fields: ['refusal'],
    explains: ({ theirs }, { addressLength, octets }) =>
      theirs !== null && addressLength > octets.length,
  },
];
