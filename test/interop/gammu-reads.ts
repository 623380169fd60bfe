/**
 * What libGammu 1.42 makes of the octets where it goes its own way, computed from the PDU: numbers,
 * alphanumeric senders, escapes, UCS-2, reserved codings.
 */
import {
  hasElement,
  type Layout,
  type NumberField,
  nibblesOf,
  numberOf,
  textSeptets,
  unpacked,
  userDataOf,
} from './pdu-layout.js';
import type { Disagreement } from './reading.js';
import { ALPHANUMERIC, INTERNATIONAL, rightNumber } from './right-values.js';
import { DEFAULT_ALPHABET, DEFAULT_EXTENSION, LOCKING_SHIFT, SINGLE_SHIFT } from './texts.js';

const ESCAPE = 0x1b;

function nullIfEmpty(text: string): string | null {
  return text === '' ? null : text;
}

/** It takes every semi-octet from 0 to 9 in the octets of the number and steps over all others. */
function decimalDigits({ type, octets }: NumberField): string | null {
  const digits = nibblesOf(octets).filter((nibble) => nibble <= 9);
  return nullIfEmpty(`${type === INTERNATIONAL ? '+' : ''}${digits.join('')}`);
}

/** It takes each septet for a character of ASCII, NUL for the end, and counts by octets. */
export function senderRead({ octets }: NumberField): string | null {
  const septets = unpacked(octets, octets.length > 6 ? octets.length + 1 : octets.length);
  const end = septets.indexOf(0);
  const characters = septets.slice(0, end < 0 ? septets.length : end);
  return nullIfEmpty(String.fromCharCode(...characters));
}

/** True where we are right about a number, and it reads another for the reason that `applies`. */
export function readsNumber(
  { field, ours, theirs }: Disagreement,
  layout: Layout,
  applies: (nibbles: number[], number: NumberField) => boolean,
): boolean {
  const number = numberOf(field, layout);
  if (number.type === ALPHANUMERIC) return false;
  const nibbles = nibblesOf(number.octets).slice(0, number.useful);
  if (ours !== rightNumber(number) || theirs !== decimalDigits(number)) return false;
  return applies(nibbles, number);
}

/** It knows the default alphabet and its extension table; an escape by itself reads as `¹`. */
export function textRead(layout: Layout): string {
  const septets = textSeptets(layout);
  let text = '';
  for (let index = 0; index < septets.length; index++) {
    const code = septets[index] ?? 0;
    const shifted = code === ESCAPE ? DEFAULT_EXTENSION.get(septets[index + 1] ?? -1) : undefined;
    if (shifted !== undefined) index++;
    text += shifted ?? DEFAULT_ALPHABET.get(code) ?? '¹';
  }
  return text;
}

/** True where the header names a national language table. */
export function namesLanguage(layout: Layout): boolean {
  return hasElement(layout, LOCKING_SHIFT, SINGLE_SHIFT);
}

/**
 * Units of UCS-2 with `~` doubled and U+0001 for `~`, then as many as there were before; a pair at
 * the end stays whole, half of one at the end of all is U+FFFD.
 */
export function nokiaText(layout: Layout): string {
  const octets = userDataOf(layout);
  const tilde = '~';
  const text = String.fromCharCode(
    ...Array.from({ length: octets.length >> 1 }, (_, index) => {
      return ((octets[2 * index] ?? 0) << 8) | (octets[2 * index + 1] ?? 0);
    }),
  );
  const read = text.replaceAll(tilde, '~~').replaceAll('\u0001', tilde);
  const kept = read.slice(0, text.length);
  const next = read.slice(text.length, text.length + 1);
  const end =
    /[\ud800-\udbff]$/.test(kept) && /^(?:[\udc00-\udfff]|$)/.test(next) ? next : undefined;
  const whole = end === undefined ? kept : end === '' ? `${kept.slice(0, -1)}\ufffd` : kept + end;
  return whole.split('\0')[0] ?? '';
}

/** A coding with reserved bits, which it takes for 8-bit data. */
export function isReservedCoding({ dataCoding = 0 }: Layout): boolean {
  if (dataCoding < 0x80) return (dataCoding & 0x0c) === 0x0c;
  if (dataCoding < 0xc0) return true;
  return dataCoding < 0xf0 ? (dataCoding & 0x04) !== 0 : (dataCoding & 0x08) !== 0;
}
