/**
 * Where tshark 4.0's dissector of GSM SMS disagrees with 3GPP TS 23.040 and 23.038, or they leave
 * the choice. Each row computes what tshark makes of the PDU wherever that can be computed.
 */
import type { KnownDisagreement } from './comparison.js';
import {
  hasElement,
  headerIsUneven,
  headerOverruns,
  hexOf,
  isCut,
  type Layout,
  numberOf,
  type Octets,
  textSeptets,
  unpacked,
} from './pdu-layout.js';
import {
  ALPHANUMERIC,
  INTERNATIONAL,
  rightData,
  rightNumber,
  rightText,
  rightUcs2,
  timeExists,
} from './right-values.js';
import { DEFAULT_ALPHABET, DEFAULT_EXTENSION, LOCKING_SHIFT, SINGLE_SHIFT } from './texts.js';

const ESCAPE = 0x1b;
const FILL = 0xf;
const SUBMIT = 1;
const ENHANCED = 0x08;

function namesLanguage(layout: Layout): boolean {
  return hasElement(layout, LOCKING_SHIFT, SINGLE_SHIFT);
}

/**
 * The default alphabet and its extension table; U+FFFD for an escape that they do not know. Any
 * number of escapes counts as one.
 */
function textOf(septets: Octets): string {
  let text = '';
  let escaped = false;
  for (const code of septets) {
    if (code === ESCAPE) {
      escaped = true;
      continue;
    }
    text += escaped ? (DEFAULT_EXTENSION.get(code) ?? '\ufffd') : DEFAULT_ALPHABET.get(code);
    escaped = false;
  }
  return escaped ? `${text}\ufffd` : text;
}

function textRead(layout: Layout): string {
  return textOf(textSeptets(layout));
}

/** User data to the end of the PDU, whatever its length field says. */
function restOf({ userData, header }: Layout): Octets {
  return userData.slice(header === undefined ? 0 : header.length + 1);
}

/** A high surrogate swallows what comes behind it; U+FFFD for it, a low one, and half a unit. */
function ucs2Read(layout: Layout): string {
  const octets = restOf(layout);
  const units = Array.from({ length: octets.length >> 1 }, (_, index) => {
    return ((octets[2 * index] ?? 0) << 8) | (octets[2 * index + 1] ?? 0);
  });
  const text = String.fromCharCode(...units).replace(
    /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udbff][\s\S]?|[\udc00-\udfff]/g,
    (found) => (/^[\ud800-\udbff][\udc00-\udfff]$/.test(found) ? found : '\ufffd'),
  );
  return `${text}${octets.length % 2 === 0 ? '' : '\ufffd'}`.split('\0')[0] ?? '';
}

/** Semi-octets, `?` for a fill in front of a digit, up to a fill behind one. */
function addressRead({ typeOfAddress, addressValue, addressLength }: Layout): string {
  const type = (typeOfAddress >> 4) & 0x07;
  if (type === ALPHANUMERIC) {
    return textOf(unpacked(addressValue, Math.floor((addressLength * 4) / 7)));
  }
  const end = addressValue.findIndex((octet) => octet >> 4 === FILL);
  const digits = addressValue
    .slice(0, end < 0 ? undefined : end + 1)
    .flatMap((octet) => [octet & 0x0f, octet >> 4])
    .map((nibble) => '0123456789*#abc?'.charAt(nibble))
    .join('');
  return (type === INTERNATIONAL ? '+' : '') + (end < 0 ? digits : digits.slice(0, -1));
}

function isReservedCoding({ dataCoding = 0 }: Layout): boolean {
  return dataCoding < 0x80 ? (dataCoding & 0x0c) === 0x0c : dataCoding < 0xc0;
}

function dataRead(layout: Layout): string {
  return hexOf(restOf(layout)).toLowerCase();
}

/** The digits of a time and of its zone as they are, whether or not there is such a time. */
function timeRead(octets: Octets): { time: string; zone: string } {
  const values = octets.map((octet) => 10 * (octet & 0x0f) + (octet >> 4));
  const twoDigits = values.map((value) => String(value).padStart(2, '0'));
  const [year, month, day, hour, minute, second] = twoDigits;
  const last = octets[6] ?? 0;
  const minutes = 15 * (10 * (last & 0x07) + (last >> 4));
  const [zoneHours, zoneMinutes] = [Math.floor(minutes / 60), minutes % 60].map((value) =>
    String(value).padStart(2, '0'),
  );
  const sign = (last & 0x08) === 0 ? '+' : '-';
  return {
    time: `20${year}-${month}-${day}T${hour}:${minute}:${second}`,
    zone: `${sign}${zoneHours}:${zoneMinutes}`,
  };
}

export const KNOWN_DISAGREEMENTS: readonly KnownDisagreement[] = [
  {
    peer: 'reads an enhanced validity of fewer than seven octets, and all behind it from there',
    clause: '3GPP TS 23.040 §9.2.3.12.3: the field has seven octets, those unused are zero',
    fields: ['text', 'data', 'concat', 'ports', 'encoding', 'class', 'refusal', 'validitySeconds'],
    explains: (_, { messageType, firstOctet }) =>
      messageType === SUBMIT && (firstOctet & 0x18) === ENHANCED,
  },
  {
    peer: 'knows no national language tables',
    clause: '3GPP TS 23.038 §6.2.1.2, 3GPP TS 23.040 §9.2.3.24.15 and 16',
    fields: ['text'],
    explains: ({ theirs }, layout) => namesLanguage(layout) && theirs === textRead(layout),
  },
  {
    peer: 'shows U+FFFD for an escape whose code is not in the extension table',
    clause: '3GPP TS 23.038 §6.2.1.1: the character of the main table, a space for an escape',
    fields: ['text'],
    explains: ({ ours, theirs }, layout) =>
      !namesLanguage(layout) && ours === rightText(layout) && theirs === textRead(layout),
  },
  {
    peer: 'shows the octets of a reserved data coding',
    clause: '3GPP TS 23.038 §4: any reserved coding is the GSM 7-bit default alphabet',
    fields: ['text', 'data'],
    explains: ({ field, ours, theirs }, layout) =>
      isReservedCoding(layout) &&
      (field === 'text'
        ? (namesLanguage(layout) || ours === rightText(layout)) && theirs === null
        : ours === null && theirs === dataRead(layout)),
  },
  {
    peer: 'shows the digits of a time that does not exist',
    clause:
      '3GPP TS 23.040 §9.2.3.11: seven octets of decimal digits; we say that there is no time',
    fields: ['timestamp', 'dischargeTime', 'validUntil'],
    explains: ({ field, ours, theirs }, { times }) => {
      const octets = times[field === 'dischargeTime' ? 1 : 0] ?? [];
      return ours === null && !timeExists(octets) && theirs === timeRead(octets).time;
    },
  },
  {
    peer: 'shows the zone of a time that does not exist',
    clause:
      '3GPP TS 23.040 §9.2.3.11: seven octets of decimal digits; we say that there is no time',
    fields: ['zone', 'dischargeZone', 'validUntilZone'],
    explains: ({ field, ours, theirs }, { times }) => {
      const octets = times[field === 'dischargeZone' ? 1 : 0] ?? [];
      return ours === null && !timeExists(octets) && theirs === timeRead(octets).zone;
    },
  },
  {
    peer: 'reads addresses of more than 20 semi-octets',
    clause: '3GPP TS 23.040 §9.1.2.5: an address field has at most 12 octets',
    fields: ['refusal'],
    explains: ({ ours }, { addressLength }) => ours !== null && addressLength > 20,
  },
  {
    peer: 'refuses the message type 3',
    clause: '3GPP TS 23.040 §9.2.3.1: a mobile reads it as a DELIVER',
    fields: ['refusal'],
    explains: ({ theirs }, { messageType }) => theirs !== null && messageType === 3,
  },
  {
    peer: 'reads data and UCS-2 to the end of the PDU, and half a character as U+FFFD',
    clause: '3GPP TS 23.040 §9.2.3.16: the length says where the user data ends',
    fields: ['text', 'data'],
    explains: ({ field, ours, theirs }, layout) =>
      field === 'text'
        ? ours === rightUcs2(layout) && theirs === ucs2Read(layout)
        : ours === rightData(layout) && theirs === dataRead(layout),
  },
  {
    peer: 'reads user data of which nothing is there',
    clause: '3GPP TS 23.040 §9.2.3.16: the length says where the user data ends',
    fields: ['refusal'],
    explains: ({ ours }, layout) => String(ours).startsWith('TP-UD ') && isCut(layout),
  },
  {
    peer: 'reads all semi-octets of an address, and U+FFFD for an escape at its end',
    clause: '3GPP TS 23.040 §9.1.2.5: the length counts the useful semi-octets',
    fields: ['address'],
    explains: ({ ours, theirs }, layout) =>
      ours === rightNumber(numberOf('address', layout)) && theirs === addressRead(layout),
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
    peer: 'gives up on a PDU that we read in part, with a warning',
    clause: 'open: 3GPP TS 23.040 does not say what becomes of a PDU with a fault',
    fields: ['refusal'],
    explains: ({ theirs, warnings }) => theirs !== null && warnings.length > 0,
  },
  {
    peer: 'is not shown the octets of the service centre',
    clause: '3GPP TS 24.011 §8.2.5.2: at most 11 of them',
    fields: ['refusal'],
    explains: ({ ours }) => String(ours).startsWith('SMSC '),
  },
  {
    peer: 'believes a header that leads beyond the user data, or out of itself',
    clause: '3GPP TS 23.040 §9.2.3.24: such a header is ignored as a whole',
    fields: ['concat', 'ports', 'text', 'data'],
    explains: (_, layout) => headerOverruns(layout) || headerIsUneven(layout),
  },
  {
    peer: 'shows a zone of minus zero',
    clause: '3GPP TS 23.040 §9.2.3.11: the difference to GMT is the same',
    fields: ['zone', 'dischargeZone', 'validUntilZone'],
    explains: ({ ours, theirs }) => ours === '+00:00' && theirs === '-00:00',
  },
];
