/**
 * Makes PDUs and USSD strings fit to be shown: numbers and texts are replaced octet for octet, and
 * everything else stays, so that what is left decodes to a message of the same shape. Works on the
 * octets in their place, since writing a message anew would not give the same ones.
 */

import { decodeDataCoding } from './data-coding.js';
import { readUssd, type UssdString } from './ussd.js';

/** Gives digits for digits, as many as it got. */
export type MaskDigits = (digits: string) => string;

const X = 0x78;
const ZERO = 0x30;
const ESCAPE = 0x1b;
/** The euro sign behind an escape, in every single shift table (23.038 §6.2.1.1, §A.2). */
const EURO = 0x65;
const ALPHANUMERIC = 5;

/** Elements that hold no content: joined messages, ports, languages, waiting (23.040 §9.2.3.24). */
const KEPT_ELEMENTS = new Set([0x00, 0x01, 0x04, 0x05, 0x08, 0x24, 0x25]);
const LANGUAGE_ELEMENTS = [0x24, 0x25];

/** Letters become x and digits 0; blanks, signs and the length stay. */
export function maskText(text: string): string {
  return text
    .replace(/\p{Nd}/gu, '0')
    .replace(/[\p{L}\p{M}\p{So}\uD800-\uDFFF]/gu, (found) => 'x'.repeat(found.length));
}

/**
 * A PDU in hexadecimal, service centre first, masked. What cannot be read as one is masked from
 * there to its end. What is no whole number of octets comes back as zeros.
 */
export function maskPdu(hex: string, maskDigits: MaskDigits): string {
  if (hex.length % 2 !== 0 || !/^[0-9A-F]*$/i.test(hex)) return '0'.repeat(hex.length);
  const octets = Uint8Array.from(Buffer.from(hex, 'hex'));
  new PduMask(octets, maskDigits).run();
  const masked = Buffer.from(octets).toString('hex');
  return /[a-f]/.test(hex) ? masked : masked.toUpperCase();
}

/** The string of an answer to USSD, in the way in which it was written. */
export function maskUssd(answer: UssdString): string {
  const { written, form } = readUssd(answer);
  if (form === 'plain') return maskText(written);
  const octets = Uint8Array.from(Buffer.from(written, 'hex'));
  if (form === 'packed') maskSeptets(octets, 0, Math.floor((octets.length * 8) / 7), 0, false);
  else if (form === 'ucs2') maskUcs2(octets, 0, octets.length);
  else maskSingles(octets);
  const masked = Buffer.from(octets).toString('hex');
  return /[a-f]/.test(written) ? masked : masked.toUpperCase();
}

class PduMask {
  readonly #octets: Uint8Array;
  readonly #maskDigits: MaskDigits;
  #at = 0;

  constructor(octets: Uint8Array, maskDigits: MaskDigits) {
    this.#octets = octets;
    this.#maskDigits = maskDigits;
  }

  /** By the layouts of 23.040 §9.2.2.1 to §9.2.2.3, as the SIM stores them. */
  run(): void {
    this.#serviceCentre();
    const first = this.#next();
    const type = first & 0x03;
    const hasHeader = (first & 0x40) !== 0;
    if (type === 2) {
      this.#next();
      this.#address();
      this.#at += 15;
      const parameters = this.#at < this.#octets.length ? this.#next() : 0;
      this.#at += parameters & 0x01;
      const coding = (parameters & 0x02) === 0 ? 0 : this.#next();
      if ((parameters & 0x04) !== 0) this.#userData(coding, hasHeader);
      this.#rest();
      return;
    }
    if (type === 1) this.#next();
    this.#address();
    this.#next();
    const coding = this.#next();
    // TP-VP: none, enhanced, relative, absolute (§9.2.3.3); TP-SCTS of a DELIVER.
    this.#at += type === 1 ? ([0, 7, 1, 7][(first >> 3) & 0x03] ?? 0) : 7;
    this.#userData(coding, hasHeader);
    this.#rest();
  }

  #next(): number {
    const octet = this.#octets[this.#at] ?? 0;
    this.#at += 1;
    return octet;
  }

  #serviceCentre(): void {
    const length = this.#next();
    if (length > 0) this.#digits(this.#at + 1, 2 * (length - 1));
    this.#at += length;
  }

  #address(): void {
    const semiOctets = this.#next();
    const type = (this.#next() >> 4) & 0x07;
    const end = this.#at + ((semiOctets + 1) >> 1);
    if (type === ALPHANUMERIC) {
      maskSeptets(this.#octets, this.#at, Math.floor((semiOctets * 4) / 7), 0, false);
    } else {
      this.#digits(this.#at, semiOctets);
    }
    this.#at = end;
  }

  /** Semi-octets, low nibble first; those that are no digits stay (§9.1.2.3). */
  #digits(start: number, count: number): void {
    const places: number[] = [];
    let digits = '';
    for (let index = 0; index < count; index += 1) {
      const nibble = this.#nibble(start, index);
      if (nibble > 9) continue;
      places.push(index);
      digits += nibble;
    }
    const masked = this.#maskDigits(digits);
    for (const [position, index] of places.entries()) {
      this.#setNibble(start, index, Number(masked.charAt(position)));
    }
  }

  #nibble(start: number, index: number): number {
    const octet = this.#octets[start + (index >> 1)] ?? 0xff;
    return index % 2 === 0 ? octet & 0x0f : octet >> 4;
  }

  #setNibble(start: number, index: number, value: number): void {
    const at = start + (index >> 1);
    const octet = this.#octets[at] ?? 0;
    if (at >= this.#octets.length) return;
    this.#octets[at] = index % 2 === 0 ? (octet & 0xf0) | value : (octet & 0x0f) | (value << 4);
  }

  #userData(dataCoding: number, hasHeader: boolean): void {
    const { encoding, compressed } = decodeDataCoding(dataCoding);
    const length = this.#next();
    const start = this.#at;
    const headerOctets = hasHeader ? (this.#octets[start] ?? 0) + 1 : 0;
    const hasLanguage = hasHeader && this.#header(start + 1, start + headerOctets);
    const isPacked = encoding === 'gsm7' && !compressed;
    const end = start + (isPacked ? Math.ceil((length * 7) / 8) : length);
    const textStart = Math.min(start + headerOctets, this.#octets.length);
    if (isPacked) {
      const skipped = Math.ceil((headerOctets * 8) / 7);
      maskSeptets(this.#octets, start, length, skipped, hasLanguage);
    } else if (encoding === 'ucs2' && !compressed) {
      maskUcs2(this.#octets, textStart, Math.min(end, this.#octets.length));
    } else {
      this.#octets.fill(X, textStart, end);
    }
    this.#at = end;
  }

  /** Leaves elements without content as they are; whether one of them names a language. */
  #header(start: number, end: number): boolean {
    let hasLanguage = false;
    for (let at = start; at + 1 < end; ) {
      const id = this.#octets[at] ?? 0;
      const length = this.#octets[at + 1] ?? 0;
      if (LANGUAGE_ELEMENTS.includes(id)) hasLanguage = true;
      if (!KEPT_ELEMENTS.has(id)) this.#octets.fill(0, at + 2, Math.min(at + 2 + length, end));
      at += 2 + length;
    }
    return hasLanguage;
  }

  /** What stands behind the message may be more of it. */
  #rest(): void {
    this.#octets.fill(X, Math.min(this.#at, this.#octets.length));
  }
}

/** Codes `skipped` to `count`, least significant bit first (23.038 §6.1.2.1). */
function maskSeptets(
  octets: Uint8Array,
  start: number,
  count: number,
  skipped: number,
  hasLanguage: boolean,
): void {
  let isEscaped = false;
  for (let index = skipped; index < count; index += 1) {
    const septet = septetAt(octets, start, index);
    // Behind an escape are signs, but in a national table letters too.
    const masked = isEscaped ? (hasLanguage ? EURO : septet) : maskedSeptet(septet, hasLanguage);
    isEscaped = !isEscaped && septet === ESCAPE;
    setSeptet(octets, start, index, masked);
  }
}

/** The signs of the default alphabet stay; where a language is named only what all tables share. */
function maskedSeptet(septet: number, hasLanguage: boolean): number {
  if (septet === ESCAPE || septet === 0x0a || septet === 0x0d || septet === 0x20) return septet;
  if (septet >= ZERO && septet <= 0x39) return ZERO;
  const isSign =
    (septet >= 0x21 && septet <= 0x3f) || [0x00, 0x01, 0x02, 0x03, 0x11].includes(septet);
  return isSign && !hasLanguage ? septet : X;
}

function septetAt(octets: Uint8Array, start: number, index: number): number {
  const bit = 7 * index;
  const at = start + (bit >> 3);
  const pair = (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8);
  return (pair >> (bit & 7)) & 0x7f;
}

function setSeptet(octets: Uint8Array, start: number, index: number, value: number): void {
  const bit = 7 * index;
  const at = start + (bit >> 3);
  const shift = bit & 7;
  const pair = (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8);
  const changed = (pair & ~(0x7f << shift)) | (value << shift);
  if (at < octets.length) octets[at] = changed & 0xff;
  if (at + 1 < octets.length) octets[at + 1] = (changed >> 8) & 0xff;
}

/** Unit by unit: half of a surrogate pair is a letter as well. */
function maskUcs2(octets: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at += 2) {
    const unit = ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
    const masked = at + 1 < end ? maskText(String.fromCharCode(unit)).charCodeAt(0) : X << 8;
    octets[at] = masked >> 8;
    if (at + 1 < end) octets[at + 1] = masked & 0xff;
  }
}

function maskSingles(octets: Uint8Array): void {
  for (const [at, octet] of octets.entries()) {
    octets[at] = maskText(String.fromCharCode(octet)).charCodeAt(0);
  }
}
