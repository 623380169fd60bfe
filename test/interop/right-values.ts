/**
 * What the clauses say of a few fields, written a second time and as plainly as can be: a known
 * disagreement explains nothing unless our own value is the right one.
 */
import {
  type Layout,
  type NumberField,
  nibblesOf,
  type Octets,
  textSeptets,
  unpacked,
  userDataOf,
} from './pdu-layout.js';
import { DEFAULT_ALPHABET, DEFAULT_EXTENSION } from './texts.js';

const ESCAPE = 0x1b;
const FILL = 0xf;
export const ALPHANUMERIC = 5;
export const INTERNATIONAL = 1;

/** Septets in the default alphabet and its extension table (3GPP TS 23.038 §6.2.1.1). */
function textOfSeptets(septets: Octets): string {
  let text = '';
  for (let index = 0; index < septets.length; index++) {
    const code = septets[index] ?? 0;
    if (code !== ESCAPE) {
      text += DEFAULT_ALPHABET.get(code) ?? '';
      continue;
    }
    index++;
    const shifted = septets[index] ?? ESCAPE;
    text += DEFAULT_EXTENSION.get(shifted) ?? DEFAULT_ALPHABET.get(shifted) ?? ' ';
  }
  return text;
}

/** The text of a PDU in GSM 7-bit without national tables. */
export function rightText(layout: Layout): string {
  return textOfSeptets(textSeptets(layout));
}

/** The text of a PDU in UCS-2 (3GPP TS 23.038 §6.2.3), half a unit at the end left out. */
export function rightUcs2(layout: Layout): string {
  const octets = Buffer.from(userDataOf(layout));
  return octets
    .subarray(0, octets.length & ~1)
    .swap16()
    .toString('utf16le');
}

/** The user data of a PDU of octets, in hex. */
export function rightData(layout: Layout): string {
  return Buffer.from(userDataOf(layout)).toString('hex');
}

/** A number, or a sender in letters (3GPP TS 23.040 §9.1.2.3 and §9.1.2.5); null when empty. */
export function rightNumber({ type, octets, useful }: NumberField): string | null {
  if (type === ALPHANUMERIC) {
    const text = textOfSeptets(unpacked(octets, Math.floor((useful * 4) / 7)));
    return text === '' ? null : text;
  }
  const nibbles = nibblesOf(octets).slice(0, useful);
  const end = nibbles.indexOf(FILL);
  const digits = nibbles
    .slice(0, end < 0 ? useful : end)
    .map((nibble) => '0123456789*#abc'.charAt(nibble));
  if (digits.length === 0) return null;
  return `${type === INTERNATIONAL ? '+' : ''}${digits.join('')}`;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for seven octets that are a time of a calendar (3GPP TS 23.040 §9.2.3.11). */
export function timeExists(octets: Octets): boolean {
  const [last = 0] = octets.slice(6);
  const digits = nibblesOf([...octets.slice(0, 6), last & 0xf7]);
  if (digits.length !== 14 || digits.some((digit) => digit > 9)) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = octets.map(
    (octet) => 10 * (octet & 0x0f) + (octet >> 4),
  );
  const leapDay = month === 2 && year % 4 === 0 ? 1 : 0;
  const days = (DAYS[month - 1] ?? 0) + leapDay;
  return day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60;
}
