/**
 * Phone numbers: reading them, telling a person from a short code, masking them for logs.
 * One person has one `E164`, however the number was written, so that a STOP from one spelling
 * holds for all. The only file of the domain that may import a library: the numbering plans of
 * the world are libphonenumber's. It must not know where a number came from or what it is for.
 */
import {
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

declare const e164: unique symbol;

/** A number as ITU-T E.164 has it, with its `+`: `+447700900123`. Made by this file only. */
export type E164 = string & { readonly [e164]: true };

/** Who an inbound message is from: a person's number, or something that nobody can be called on. */
export type Sender =
  | { readonly kind: 'number'; readonly number: E164 }
  /** A short code or an alphanumeric name, as the network gave it. */
  | { readonly kind: 'other'; readonly value: string };

/** An address as the network gives it: digits or text, and its type of number (23.040 §9.1.2.5). */
export interface NetworkAddress {
  readonly value: string;
  readonly type: string;
}

const LONGEST_TEXT = 40;
const LONGEST_SHORT_CODE = 6;
const LONGEST_MASK = 12;

/** Digits of any script, one leading plus, and what people put between digits. No letters. */
const NUMBER_TEXT = /^\(?[+＋]?[\p{Nd}\p{Zs}\p{Pd}()[\].⁄/]+$/u;
/** Direction and zero-width marks that address books add when a number is copied. */
const INVISIBLE = /\p{Cf}/gu;

/** Whether `text` is an ISO 3166-1 alpha-2 country, upper case, whose numbers can be read. */
export function isCountry(text: string): boolean {
  return isSupportedCountry(text);
}

/**
 * Reads a number as a person writes it: `+44 7700 900123`, `0044 7700 900123`, or as dialled in
 * `country` (`07700 900123`). Taken when its length is possible in its numbering plan; whether the
 * range is in use is not asked, since ranges open faster than tables learn.
 * Undefined for anything else, an extension or letters included.
 */
export function parseNumber(text: string, country: string): E164 | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const written = text.replace(INVISIBLE, '').trim();
  if (!NUMBER_TEXT.test(written)) return undefined;
  const dialled = canonical(read(written, country));
  // "00" is not the international prefix everywhere (011 in the US), but it is what people write.
  const prefix = /^\(?[0０][0０]/u.exec(written)?.[0];
  if (prefix === undefined) return dialled;
  const international = canonical(read(`+${written.slice(prefix.length)}`, country));
  if (international === undefined) return dialled;
  return dialled === undefined || isInPlan(international) ? international : dialled;
}

/**
 * The country of a number, ISO 3166-1 alpha-2; of several that share a range the first, which is the
 * one that the calling code is known for. Undefined where the numbering plan does not say.
 */
export function countryOf(number: string): string | undefined {
  const parsed = read(number, undefined);
  return parsed?.country ?? parsed?.getPossibleCountries()[0];
}

/**
 * What the address of an inbound message is. Short codes and alphanumeric senders are never
 * numbers, even when their text is all digits: nobody could be suppressed under them.
 */
export function senderOf(address: NetworkAddress, country: string): Sender {
  const other: Sender = { kind: 'other', value: address.value };
  const number =
    address.value.replace(/\D/gu, '').length > LONGEST_SHORT_CODE
      ? senderNumber(address, country)
      : undefined;
  return number === undefined ? other : { kind: 'number', number };
}

/**
 * Hides the middle of a number, and most of any other sender, for logs: `+4477•••••123`.
 * Never shows the whole of anything.
 */
export function maskNumber(number: string): string {
  const characters = [...number];
  const { head, tail } = /^\+?\d{7,}$/u.test(number)
    ? shownOfNumber(number)
    : { head: characters.length > 2 ? 1 : 0, tail: 0 };
  const hidden = Math.min(characters.length - head - tail, LONGEST_MASK);
  const end = tail > 0 ? characters.slice(-tail) : [];
  return [...characters.slice(0, head), '•'.repeat(hidden), ...end].join('');
}

/** Up to four digits at the start, which tell the country, and up to three at the end. */
function shownOfNumber(number: string): { head: number; tail: number } {
  const plus = number.startsWith('+') ? 1 : 0;
  const spare = number.length - plus - LONGEST_SHORT_CODE;
  return { head: plus + Math.min(4, spare), tail: Math.min(3, spare) };
}

function senderNumber(address: NetworkAddress, country: string): E164 | undefined {
  switch (address.type) {
    case 'international':
      return parseNumber(`+${address.value.replace(/^\+/u, '')}`, country);
    case 'national':
      return parseNumber(address.value, country);
    case 'unknown':
      return untypedNumber(address.value, country);
    default:
      return undefined;
  }
}

/**
 * Some networks send the whole international number as type "unknown" and without a prefix.
 * `447700900123` could be a long national number elsewhere, so national is the rule. The
 * international reading wins where the numbering plan knows it, and either does not know the
 * national one or is the same country's (`4917612345678` in Germany).
 */
function untypedNumber(value: string, country: string): E164 | undefined {
  const national = parseNumber(value, country);
  const international = /^[1-9]\d+$/u.test(value) ? parseNumber(`+${value}`, country) : undefined;
  if (national === undefined) return international;
  if (international === undefined || !isInPlan(international)) return national;
  const isOwnCountry =
    isSupportedCountry(country) && value.startsWith(getCountryCallingCode(country));
  return isOwnCountry || !isInPlan(national) ? international : national;
}

function isInPlan(number: E164): boolean {
  return read(number, undefined)?.isValid() ?? false;
}

function read(text: string, country: string | undefined): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, {
    ...(country !== undefined && isSupportedCountry(country) && { defaultCountry: country }),
    extract: false,
  });
}

/**
 * The one spelling of a possible number. Reading may drop one stray 0 at a time (`+43 00 3190573`),
 * so it is read until it stays as it is: the same person must come out of a number and of its E.164.
 */
function canonical(number: PhoneNumber | undefined): E164 | undefined {
  let current = number;
  for (let rereads = 0; current !== undefined && rereads < 3; rereads++) {
    if (current.ext !== undefined) return undefined;
    const again = read(withoutRetiredPrefix(current.number), undefined);
    if (again?.number === current.number) {
      return again.isPossible() ? (again.number as string as E164) : undefined;
    }
    current = again;
  }
  return undefined;
}

/** Mexico dropped the 1 before mobile numbers in 2019; networks and address books still have it. */
function withoutRetiredPrefix(number: string): string {
  return number.replace(/^\+521(?=\d{10}$)/u, '+52');
}
