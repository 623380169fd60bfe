/**
 * The token of an opt-out link: which link it is, signed so that nobody finds another one's by
 * trying. Letters and digits alone, which every alphabet of a short message has and which no program
 * takes for the end of an address. Knows nothing of numbers, of addresses or of where links are kept.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = BigInt(alphabet.length);
/** 62 ** 11: more than 64 bits of the signature are kept. */
const signatureLength = 11;
const token = /^([1-9A-Za-z][0-9A-Za-z]{0,10})([0-9A-Za-z]{11})$/u;

/** The token of link `id`, a positive whole number; 12 to 16 characters for the first 14 million. */
export function linkToken(id: number, key: Uint8Array): string {
  return written(BigInt(id)) + signatureOf(id, key);
}

/** The link that a token is of; undefined for what was not made with `key`. Takes the same time for all. */
export function readLinkToken(text: string, key: Uint8Array): number | undefined {
  const [, digits = '', signature = ''] = token.exec(text) ?? [];
  const id = Number(read(digits));
  const isOurs = timingSafeEqual(
    Buffer.from(signatureOf(id, key)),
    Buffer.from(signature.padStart(signatureLength, ' ')),
  );
  return isOurs && Number.isSafeInteger(id) ? id : undefined;
}

function signatureOf(id: number, key: Uint8Array): string {
  const mac = createHmac('sha256', key).update(`link ${id}`).digest();
  const number = mac.readBigUInt64BE(0) % base ** BigInt(signatureLength);
  return written(number).padStart(signatureLength, '0');
}

function written(number: bigint): string {
  let text = '';
  let rest = number;
  do {
    text = alphabet.charAt(Number(rest % base)) + text;
    rest /= base;
  } while (rest > 0n);
  return text;
}

function read(digits: string): bigint {
  let number = 0n;
  for (const digit of digits) number = number * base + BigInt(alphabet.indexOf(digit));
  return number;
}
