/**
 * What the network answers to USSD codes, and how modems write it in +CUSD (3GPP TS 27.007 §7.15):
 * as text, as packed septets in hexadecimal, or as UCS-2 in hexadecimal.
 */
import { writeGsm7 } from '../sms/gsm7.js';
import { OctetWriter } from '../sms/octets.js';
import { inCharacterSet } from './character-set.js';
import type { UssdCoding } from './faults/network.js';

export interface UssdAnswer {
  /** Undefined: nothing ever comes. */
  readonly text: string | undefined;
  readonly coding: UssdCoding;
  /** `<m>`: 0 nothing more, 1 an answer is awaited, 2 ended by the network, 4 not supported. */
  readonly status: number;
  /** `<dcs>`: 15 GSM alphabet, 68 octets, 72 UCS-2 (3GPP TS 23.038 §5). */
  readonly dataCoding: number;
}

export class UssdService {
  readonly #answers = new Map<string, UssdAnswer>();

  constructor(answers: Readonly<Record<string, string>>) {
    for (const [code, text] of Object.entries(answers)) {
      this.set(code, { text, coding: 'plain', status: 0, dataCoding: 15 });
    }
  }

  set(code: string, answer: UssdAnswer): void {
    this.#answers.set(code, answer);
  }

  /**
   * The +CUSD line for a code, which may come packed or in UCS-2 too; undefined: none comes.
   * @param shown a text as the character set of +CSCS has it
   */
  answer(code: string, shown: (text: string) => string): string | undefined {
    const answer = [code, ...spellingsOf(code)]
      .map((spelling) => this.#answers.get(spelling))
      .find((found) => found !== undefined);
    if (answer === undefined) {
      return '+CUSD: 4';
    }
    const { text, coding, status, dataCoding } = answer;
    return text === undefined
      ? undefined
      : `+CUSD: ${status},"${coding === 'plain' ? shown(text) : written(text, coding)}",${dataCoding}`;
  }
}

function written(text: string, coding: Exclude<UssdCoding, 'plain'>): string {
  return coding === 'packed' ? packed(text) : inCharacterSet({ characterSet: 'UCS2' }, text);
}

function packed(text: string): string {
  const writer = new OctetWriter();
  const septets = writeGsm7(writer, text);
  if (septets % 8 !== 7) {
    return writer.hex();
  }
  // Seven spare bits would read as an @, so that a CR fills them (3GPP TS 23.038 §6.1.2.3.1).
  writer.length = 0;
  writeGsm7(writer, `${text}\r`);
  return writer.hex();
}

/** Codes are dialled in the characters of every alphabet, so packing is undone by packing again. */
function spellingsOf(code: string): readonly string[] {
  if (!/^(?:[0-9A-F]{2})+$/i.test(code)) {
    return [];
  }
  const octets = Buffer.from(code, 'hex');
  const ucs2 = octets.length % 2 === 0 ? Buffer.from(octets).swap16().toString('utf16le') : '';
  return [unpacked(octets), ucs2];
}

function unpacked(octets: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const octet of octets) {
    held |= octet << bits;
    bits += 8;
    while (bits >= 7) {
      text += String.fromCharCode(held & 0x7f);
      held >>= 7;
      bits -= 7;
    }
  }
  // A full octet of padding reads as one character more.
  return text.replace(/[\0\r]+$/, '');
}
