/**
 * A second opinion: node-pdu 2.1.1, written by others, on what both must agree on.
 *
 * Kept out of the comparison are its known faults. It
 * - sends to the wrong number when a recipient without + has 00 in it (800123456: +0123456),
 * - writes an odd number of digits for a validity over 89 days,
 * - announces a validity too late for its octets,
 * - turns € and é into UCS-2, though GSM 7-bit has both,
 * - splits at 133 septets where 152 or 153 fit,
 * - reads § and the form feed as a backtick,
 * - reads the years 70 to 99 of a time stamp as 1970 to 1999,
 * - accepts PDUs that are cut.
 */

import fc from 'fast-check';
import { Deliver, parse, Submit } from 'node-pdu';
import { describe, expect, test } from 'vitest';
import { encodeDeliver, encodeMessage } from '../../src/sms/index.js';
import { decodeDeliver, decodeSubmit } from './pdu.js';

const digit = fc.constantFrom(...'0123456789');
const number = fc
  .array(digit, { minLength: 6, maxLength: 14 })
  .map((digits) => `+4${digits.join('')}`);
const gsm7Character = fc.constantFrom(
  ...'@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCXYZÄÖÑÜ¿abcxyzäöñüà^{}\\[~]|€',
);
const ucs2Character = fc.constantFrom(...'жцщ漢字éא', '😀');
const plainCharacter = fc.constantFrom(...'ABCxyz 019.,!?');

function textOf(character: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc.array(character, { minLength: 1, maxLength }).map((characters) => characters.join(''));
}

const timestamp = fc.record({
  utc: fc
    .integer({ min: Date.UTC(2001, 0) / 1000, max: Date.UTC(2069, 0) / 1000 })
    .map((seconds) => new Date(seconds * 1000)),
  offsetMinutes: fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15),
});

function nodePduDeliver(hex: string): Deliver {
  const pdu = parse(hex);
  if (!(pdu instanceof Deliver)) throw new Error('node-pdu read no DELIVER');
  return pdu;
}

describe('node-pdu agrees', () => {
  test.each([
    ['GSM 7-bit', gsm7Character, 400],
    ['UCS-2', ucs2Character, 150],
  ])('on DELIVERs in %s', (_, character, maxLength) => {
    fc.assert(
      fc.property(number, textOf(character, maxLength), timestamp, (from, text, time) => {
        for (const part of encodeDeliver({ from, text, timestamp: time, concatReference: 77 })) {
          const ours = decodeDeliver(part.hex);
          const theirs = nodePduDeliver(part.hex);
          expect(ours.text).toBe(theirs.data.getText());
          expect(ours.from.value).toBe(`+${theirs.address.phone}`);
          expect(Date.parse(ours.timestamp?.utc ?? '')).toBe(
            theirs.serviceCenterTimeStamp.time * 1000,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('on alphanumeric senders', () => {
    fc.assert(
      fc.property(textOf(fc.constantFrom(...'ABCxyz'), 10), timestamp, (name, time) => {
        const from = `Z${name}`;
        const [part] = encodeDeliver({ from, text: 'hello', timestamp: time, concatReference: 1 });
        const hex = part?.hex ?? '';
        expect(nodePduDeliver(hex).address.phone).toBe(from);
        expect(decodeDeliver(hex).from.value).toBe(from);
      }),
      { numRuns: 50 },
    );
  });

  test('to the octet on short SUBMITs to international numbers', () => {
    fc.assert(
      fc.property(number, textOf(plainCharacter, 160), (to, text) => {
        const { parts } = encodeMessage({ to, text, concatReference: 1 });
        expect(parts.map((part) => part.hex)).toEqual([new Submit(to, text).toString()]);
      }),
      { numRuns: 100 },
    );
  });

  test('on the text of SUBMITs that it cut itself', () => {
    fc.assert(
      fc.property(number, textOf(plainCharacter, 500), (to, text) => {
        const parts = new Submit(to, text).getPartStrings().map(decodeSubmit);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(new Set(parts.map((part) => part.to.value))).toEqual(new Set([to]));
      }),
      { numRuns: 50 },
    );
  });
});
