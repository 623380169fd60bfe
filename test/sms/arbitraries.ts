/**
 * Random messages for the property tests: numbers, texts, times, and what of them fits one SUBMIT.
 * Knows the public face of the codec only.
 */

import fc from 'fast-check';
import { encodeSubmit, type SubmitFields, type UserDataBody } from '../../src/sms/index.js';

const digit = fc.constantFrom(...'0123456789');
const dialled = fc.constantFrom(...'0123456789*#abc');
/** What can be dialled: up to 20 digits, with a + or with *, #, a, b and c among them. */
export const number = fc.oneof(
  fc
    .tuple(fc.constantFrom('+', ''), fc.array(digit, { minLength: 1, maxLength: 20 }))
    .map(([plus, digits]) => plus + digits.join('')),
  fc
    .tuple(digit, fc.array(dialled, { maxLength: 19 }))
    .map(([first, digits]) => first + digits.join('')),
);
/** One character of the default alphabet, sometimes of its extension table. */
export const character = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...'ABCxyz @£Δé\n') },
  { weight: 2, arbitrary: fc.constantFrom(...'€[]{}~^|\\') },
);
/** One character as a reader sees it, or half of one. */
export const anyCharacter = fc.oneof(
  { weight: 3, arbitrary: character },
  {
    weight: 1,
    arbitrary: fc.constantFrom('😀', '👨‍👩‍👧', '🇬🇧', 'ж', '漢', 'e\u0301', '\ud83d', '\ude00'),
  },
);
/** A text of none to several parts, in either alphabet. */
export const text = fc
  .oneof(fc.array(character, { maxLength: 400 }), fc.array(anyCharacter, { maxLength: 200 }))
  .map((characters) => characters.join(''));
export const timestamp = fc.record({
  utc: fc
    .integer({ min: Date.UTC(2000, 0, 2) / 1000, max: Date.UTC(2099, 11, 30) / 1000 })
    .map((seconds) => new Date(seconds * 1000)),
  offsetMinutes: fc.integer({ min: -79, max: 79 }).map((quarters) => quarters * 15),
});
export const referenceBits = fc.constantFrom<8 | 16>(8, 16);
export const octet = fc.integer({ min: 0, max: 255 });
export const octets = (maxLength: number) => fc.uint8Array({ maxLength });

/** As much of the text, from its start, as fits one SUBMIT with these fields. */
export function fitting(fields: SubmitFields): SubmitFields {
  for (let left = fields; ; ) {
    try {
      encodeSubmit(left);
      return left;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      left = { ...left, body: halved(left.body) };
    }
  }
}

function halved(body: UserDataBody): UserDataBody {
  if (body.encoding === '8bit') {
    return { ...body, data: body.data.slice(0, Math.floor(body.data.length / 2)) };
  }
  const characters = Array.from(body.text);
  return { ...body, text: characters.slice(0, Math.floor(characters.length / 2)).join('') };
}
