/** Alphabets and packing: 3GPP TS 23.038 §6. */

import { describe, expect, test } from 'vitest';
import { decodeGsm7, encodeGsm7, gsm7Septets } from '../../src/sms/gsm7.js';
import { fromHex, toHex } from '../../src/sms/octets.js';
import { fillBitsAfter, packSeptets, unpackSeptets } from '../../src/sms/septets.js';
import { decodeUcs2, encodeUcs2 } from '../../src/sms/ucs2.js';

function unpackText(packed: string, count: number, fillBits = 0): string {
  return decodeGsm7(unpackSeptets(fromHex(packed), count, fillBits));
}

describe('the default alphabet, §6.2.1', () => {
  test('gives each of its 127 characters the code of its place', () => {
    const codes = Array.from({ length: 128 }, (_, code) => code).filter((code) => code !== 0x1b);
    for (const code of codes) expect(gsm7Septets(decodeGsm7([code]))).toEqual([code]);
  });

  test.each([
    ['@', 0x00],
    ['Ç', 0x09],
    ['\n', 0x0a],
    ['\r', 0x0d],
    ['Δ', 0x10],
    ['_', 0x11],
    ['Ξ', 0x1a],
    ['É', 0x1f],
    ['¤', 0x24],
    ['¡', 0x40],
    ['§', 0x5f],
    ['¿', 0x60],
    ['à', 0x7f],
  ])('has %j at %i', (character, code) => {
    expect(decodeGsm7([code])).toBe(character);
  });

  test('lacks what looks like it: ç, the backtick and capital Greek that is Latin in shape', () => {
    for (const character of 'ç`ΑΒΕ') expect(gsm7Septets(character)).toBeUndefined();
  });
});

describe('the extension table, §6.2.1.1', () => {
  test.each([
    ['\f', 0x0a],
    ['^', 0x14],
    ['{', 0x28],
    ['}', 0x29],
    ['\\', 0x2f],
    ['[', 0x3c],
    ['~', 0x3d],
    [']', 0x3e],
    ['|', 0x40],
    ['€', 0x65],
  ])('has %j at %i behind an escape', (character, code) => {
    expect(gsm7Septets(character)).toEqual([0x1b, code]);
    expect(decodeGsm7([0x1b, code])).toBe(character);
  });

  test('falls back to the default alphabet for a code that it lacks', () => {
    expect(decodeGsm7([0x1b, 0x41])).toBe('A');
  });

  test('shows a doubled escape, and one with nothing behind it, as a space', () => {
    expect(decodeGsm7([0x41, 0x1b, 0x1b, 0x42, 0x1b])).toBe('A B ');
  });
});

describe('national language tables, §6.2.1.2 and annex A', () => {
  test('reads Turkish with both of its tables', () => {
    const language = { locking: 1, single: 1 };
    expect(decodeGsm7([0x04, 0x0b, 0x1b, 0x65, 0x60], language)).toBe('€Ğ€ç');
    expect(decodeGsm7([0x1b, 0x73, 0x73], { single: 1 })).toBe('şs');
  });

  test('falls back from a single shift table to the locking shift table, not the default', () => {
    expect(decodeGsm7([0x1b, 0x04], { locking: 1, single: 1 })).toBe('€');
  });

  test('reads Devanagari, its digits behind an escape, with U+0901 as code 0 (§A.3.6)', () => {
    expect(decodeGsm7([0x00, 0x20, 0x1b, 0x1c], { locking: 6, single: 6 })).toBe('\u0901 \u0966');
  });

  test('reads Urdu', () => {
    expect(decodeGsm7([0x00, 0x1b, 0x3f], { locking: 13, single: 13 })).toBe('\u0627\u06d4');
  });

  test('reads a code without a character as a space, and never writes it', () => {
    expect(decodeGsm7([0x0c], { locking: 10 })).toBe(' ');
    expect(encodeGsm7(' ', { locking: 10 })).toEqual([0x20]);
    expect(gsm7Septets('\0', { locking: 10 })).toBeUndefined();
  });

  test('reads a language without a table as the default alphabet', () => {
    expect(decodeGsm7([0x00, 0x1b, 0x65], { locking: 99, single: 99 })).toBe('@€');
  });

  test.each([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])('language %i has 128 places', (locking) => {
    const codes = Array.from({ length: 128 }, (_, code) => code).filter((code) => code !== 0x1b);
    expect(decodeGsm7(codes, { locking })).toHaveLength(127);
    expect(decodeGsm7([0x30, 0x61, 0x7a], { locking })).toBe('0az');
  });
});

describe('packing, §6.1.2.1', () => {
  test('puts eight septets into seven octets', () => {
    expect(toHex(packSeptets(encodeGsm7('hellohello')))).toBe('E8329BFD4697D9EC37');
    expect(unpackText('E8329BFD4697D9EC37', 10)).toBe('hellohello');
  });

  test('takes seven spare zero bits for nothing and an eighth septet of zero for @', () => {
    expect(toHex(packSeptets(encodeGsm7('1234567')))).toBe('31D98C56B3DD00');
    expect(toHex(packSeptets(encodeGsm7('1234567@')))).toBe('31D98C56B3DD00');
    expect(unpackText('31D98C56B3DD00', 7)).toBe('1234567');
    expect(unpackText('31D98C56B3DD00', 8)).toBe('1234567@');
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('goes there and back behind %i fill bits', (fillBits) => {
    const septets = encodeGsm7('@a€à~');
    expect(unpackSeptets(packSeptets(septets, fillBits), septets.length, fillBits)).toEqual(
      septets,
    );
  });

  test('fills a header up to a septet boundary (3GPP TS 23.040 §9.2.3.24)', () => {
    expect([6, 7, 12, 13, 14].map(fillBitsAfter)).toEqual([1, 0, 2, 1, 0]);
  });
});

describe('UCS-2, §6.2.3', () => {
  test('reads and writes surrogate pairs', () => {
    expect(toHex(encodeUcs2('é😀'))).toBe('00E9D83DDE00');
    expect(decodeUcs2(fromHex('00E9D83DDE00'))).toBe('é😀');
  });

  test('keeps a lone surrogate as it is', () => {
    expect(decodeUcs2(fromHex('0041D83D'))).toBe('A\ud83d');
    expect(toHex(encodeUcs2('A\ud83d'))).toBe('0041D83D');
  });
});
