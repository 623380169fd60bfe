/** Alphabets and packing: 3GPP TS 23.038 §6. */

import { describe, expect, test } from 'vitest';
import { gsm7Alphabet, gsm7Length, isGsm7 } from '../../src/sms/gsm7.js';
import { decodeUcs2, writeUcs2 } from '../../src/sms/ucs2.js';
import {
  fromHex,
  pack,
  packedText,
  septetsOf,
  textOf,
  unpack,
  unpackedText,
  written,
} from './septets.js';

describe('the default alphabet, §6.2.1', () => {
  test('gives each of its 127 characters the code of its place', () => {
    const codes = Array.from({ length: 128 }, (_, code) => code).filter((code) => code !== 0x1b);
    for (const code of codes) expect(septetsOf(textOf([code]))).toEqual([code]);
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
    expect(textOf([code])).toBe(character);
  });

  test('lacks what looks like it: ç, the backtick and capital Greek that is Latin in shape', () => {
    for (const character of 'ç`ΑΒΕ') {
      expect(isGsm7(character)).toBe(false);
      expect(gsm7Length(character)).toBeUndefined();
      expect(() => septetsOf(character)).toThrow(/is not in the GSM 7-bit alphabet/);
    }
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
    expect(septetsOf(character)).toEqual([0x1b, code]);
    expect(textOf([0x1b, code])).toBe(character);
  });

  test('falls back to the default alphabet for a code that it lacks', () => {
    expect(textOf([0x1b, 0x41])).toBe('A');
  });

  test('shows a doubled escape, and one with nothing behind it, as a space', () => {
    expect(textOf([0x41, 0x1b, 0x1b, 0x42, 0x1b])).toBe('A B ');
  });
});

describe('national language tables, §6.2.1.2 and annex A', () => {
  test('reads Turkish with both of its tables', () => {
    const language = { locking: 1, single: 1 };
    expect(textOf([0x04, 0x0b, 0x1b, 0x65, 0x60], language)).toBe('€Ğ€ç');
    expect(textOf([0x1b, 0x73, 0x73], { single: 1 })).toBe('şs');
  });

  test('falls back from a single shift table to the locking shift table, not the default', () => {
    expect(textOf([0x1b, 0x04], { locking: 1, single: 1 })).toBe('€');
  });

  test('reads Devanagari, its digits behind an escape, with U+0901 as code 0 (§A.3.6)', () => {
    expect(textOf([0x00, 0x20, 0x1b, 0x1c], { locking: 6, single: 6 })).toBe('\u0901 \u0966');
  });

  test('reads Urdu', () => {
    expect(textOf([0x00, 0x1b, 0x3f], { locking: 13, single: 13 })).toBe('\u0627\u06d4');
  });

  test('reads a code without a character as a space, and never writes it', () => {
    expect(textOf([0x0c], { locking: 10 })).toBe(' ');
    expect(septetsOf(' ', { locking: 10 })).toEqual([0x20]);
    expect(isGsm7('\0', gsm7Alphabet({ locking: 10 }))).toBe(false);
  });

  test('reads a language without a table as the default alphabet', () => {
    expect(textOf([0x00, 0x1b, 0x65], { locking: 99, single: 99 })).toBe('@€');
  });

  test.each([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])('language %i has 128 places', (locking) => {
    const codes = Array.from({ length: 128 }, (_, code) => code).filter((code) => code !== 0x1b);
    expect(textOf(codes, { locking })).toHaveLength(127);
    expect(textOf([0x30, 0x61, 0x7a], { locking })).toBe('0az');
  });
});

describe('packing, §6.1.2.1', () => {
  test('puts eight septets into seven octets', () => {
    expect(packedText('hellohello')).toBe('E8329BFD4697D9EC37');
    expect(unpackedText('E8329BFD4697D9EC37', 10)).toBe('hellohello');
  });

  test('takes seven spare zero bits for nothing and an eighth septet of zero for @', () => {
    expect(packedText('1234567')).toBe('31D98C56B3DD00');
    expect(packedText('1234567@')).toBe('31D98C56B3DD00');
    expect(unpackedText('31D98C56B3DD00', 7)).toBe('1234567');
    expect(unpackedText('31D98C56B3DD00', 8)).toBe('1234567@');
  });

  test.each([0, 1, 2, 3, 4, 5, 6])(
    'puts %i fill bits before the text, after the header that needs them (23.040 §9.2.3.24)',
    (fillBits) => {
      const text = '@a€à~ and as much again';
      const septets = septetsOf(text);
      const packed = packedText(text, {}, fillBits);
      expect(unpack(fromHex(packed), septets.length, fillBits)).toEqual(septets);
      expect(Uint8Array.from(fromHex(packed))).toEqual(pack(septets, fillBits));
      expect(unpackedText(packed, septets.length, {}, fillBits)).toBe(text);
    },
  );

  test('refuses more than any message has room for', () => {
    expect(() => packedText('a'.repeat(161))).toThrow(/161 characters/);
  });
});

describe('UCS-2, §6.2.3', () => {
  function read(hex: string): string {
    const octets = fromHex(hex);
    return decodeUcs2(octets, 0, octets.length);
  }

  function write(text: string): string {
    return written((writer) => writeUcs2(writer, text));
  }

  test('reads and writes surrogate pairs', () => {
    expect(write('é😀')).toBe('00E9D83DDE00');
    expect(read('00E9D83DDE00')).toBe('é😀');
  });

  test('keeps a lone surrogate as it is', () => {
    expect(read('0041D83D')).toBe('A\ud83d');
    expect(write('A\ud83d')).toBe('0041D83D');
  });
});
