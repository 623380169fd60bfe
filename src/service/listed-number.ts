/**
 * A number as it stands in somebody's list: what spreadsheets and other programs do to numbers is
 * undone where it can be, and told where it cannot.
 */
import { type E164, parseNumber } from '../domain/phone-number.js';

export type ListedNumber =
  | { readonly kind: 'number'; readonly number: E164 }
  /** One of our own: the HMAC, and the mark of the key that it was made with. */
  | { readonly kind: 'hmac'; readonly hmac: string; readonly key: string }
  | { readonly kind: 'bad'; readonly problem: string };

export interface ListedNumberOptions {
  readonly country: string;
  /** Numbers without `+` have their country code all the same. */
  readonly isInternational: boolean;
  /** smstools3's: an `s` before numbers as they are dialled. */
  readonly hasDialledMark: boolean;
}

const shortestNumber = 7;

/** Reads `text` as it stands in a list. */
export function readListed(text: string, options: ListedNumberOptions): ListedNumber {
  const written = withoutWrapping(text);
  if (written === '') return bad('there is no number');
  const hmac = /^hmac(?::([0-9a-f]{8}))?:([0-9a-f]{64})$/u.exec(written);
  if (hmac) {
    const [, key, digits = ''] = hmac;
    return key === undefined
      ? bad('an HMAC without the mark of its key: take the list that "suppress export" writes')
      : { kind: 'hmac', hmac: `hmac:${digits}`, key };
  }
  if (/^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/iu.test(written)) {
    return bad(
      'a spreadsheet has rounded it (Excel writes long numbers so), and its last digits are lost: make the column text and export it again',
    );
  }
  const number = readNumber(written, options);
  return number === undefined ? bad(problemOf(written, options)) : { kind: 'number', number };
}

/** Excel's apostrophe and `="…"`, and the `.0` of programs that took it for a decimal. */
function withoutWrapping(text: string): string {
  return text
    .trim()
    .replace(/^="(.*)"$/u, '$1')
    .replace(/^'/u, '')
    .replace(/^(\+?\d{7,})\.0$/u, '$1')
    .trim();
}

function readNumber(
  written: string,
  { country, isInternational, hasDialledMark }: ListedNumberOptions,
): E164 | undefined {
  if (hasDialledMark && written.startsWith('s')) return parseNumber(written.slice(1), country);
  if (isInternational && /^[1-9]\d+$/u.test(written)) return parseNumber(`+${written}`, country);
  return parseNumber(written, country);
}

function problemOf(written: string, { country, hasDialledMark }: ListedNumberOptions): string {
  const shown = JSON.stringify(written.slice(0, 40));
  if (hasDialledMark && /^s?\d*$/u.test(written) && written.length < shortestNumber) {
    return `${shown} stands for all numbers that begin so: only whole numbers can be suppressed`;
  }
  return `${shown} is no possible phone number; with + and the country code it would be read, or as it is dialled in ${country}`;
}

function bad(problem: string): ListedNumber {
  return { kind: 'bad', problem };
}
