/** Messages written: alphabets, parts, and the fields of 3GPP TS 23.040 §9.2.2. */

import { describe, expect, test } from 'vitest';
import {
  decodePdu,
  encodeDeliver,
  encodeMessage,
  encodeStatusReport,
  encodeSubmit,
  segments,
} from '../../src/sms/index.js';
import { cutText } from '../../src/sms/segments.js';
import { decodeDeliver, decodeStatusReport, decodeSubmit, hex } from './pdu.js';

const to = '+447700900123';

describe('segments', () => {
  test.each([
    ['', 'gsm7', 1, 160],
    ['a'.repeat(160), 'gsm7', 1, 0],
    ['a'.repeat(161), 'gsm7', 2, 145],
    ['a'.repeat(306), 'gsm7', 2, 0],
    ['a'.repeat(307), 'gsm7', 3, 152],
    ['€'.repeat(80), 'gsm7', 1, 0],
    ['Ω'.repeat(160), 'gsm7', 1, 0],
    ['ж'.repeat(70), 'ucs2', 1, 0],
    ['ж'.repeat(71), 'ucs2', 2, 63],
    ['ж'.repeat(134), 'ucs2', 2, 0],
    ['😀'.repeat(35), 'ucs2', 1, 0],
  ])('%j', (text, encoding, parts, charactersLeft) => {
    const cost = segments(text);
    expect(cost).toMatchObject({ encoding, charactersLeft });
    expect(cost.parts).toHaveLength(parts);
  });

  test('have room for 152 septets or 66 units behind a 16-bit reference', () => {
    expect(segments('a'.repeat(161), { referenceBits: 16 }).parts[0]).toHaveLength(152);
    expect(segments('ж'.repeat(71), { referenceBits: 16 }).parts[0]).toHaveLength(66);
  });

  test('name each character that costs UCS-2, once', () => {
    expect(segments('“a” – “b” 😀').ucs2Characters).toEqual(['“', '”', '–', '😀']);
    expect(segments('plain €').ucs2Characters).toEqual([]);
  });

  test('keep an escape and its character in one part, at every place', () => {
    for (let before = 140; before <= 160; before++) {
      const text = `${'a'.repeat(before)}€${'b'.repeat(40)}`;
      const { parts } = segments(text);
      expect(parts.join('')).toBe(text);
      expect(parts.filter((part) => part.includes('€'))).toHaveLength(1);
    }
    expect(segments(`${'a'.repeat(152)}€${'b'.repeat(40)}`).parts[0]).toBe('a'.repeat(152));
  });

  test('keep surrogate pairs in one part, at every place', () => {
    for (let before = 50; before <= 75; before++) {
      const text = `${'ж'.repeat(before)}😀${'ж'.repeat(40)}`;
      const { parts } = segments(text);
      expect(parts.join('')).toBe(text);
      for (const part of parts) expect(part).not.toMatch(/\p{Surrogate}/u);
    }
  });

  test('keep what a reader takes for one character in one part', () => {
    const family = '👨‍👩‍👧‍👦';
    const { parts } = segments(`${'ж'.repeat(60)}${family}${'ж'.repeat(20)}`);
    expect(parts[0]).toBe('ж'.repeat(60));
    expect(parts[1]).toContain(family);
  });

  test('cut one character that is longer than a part between its code points', () => {
    const tower = `ж${'\u0301'.repeat(200)}`;
    const { parts } = segments(tower);
    expect(parts.join('')).toBe(tower);
    expect(parts.every((part) => part.length > 0 && part.length <= 67)).toBe(true);
  });

  test('leave room for other header elements', () => {
    const text = 'a'.repeat(160);
    const cut = cutText(text, { encoding: 'gsm7', elementOctets: 6 }, 8);
    expect(cut?.parts.map((part) => part.length)).toEqual([146, 14]);
    expect(() => cutText(text, { encoding: 'ucs2', elementOctets: 134 }, 8)).toThrow(RangeError);
  });
});

describe('national language tables', () => {
  const turkish = 'Siparişiniz hazır, şubemizden alabilirsiniz. '.repeat(3);

  test('are left alone unless they are asked for', () => {
    expect(segments(turkish)).toMatchObject({ encoding: 'ucs2' });
    expect(segments(turkish).language).toBeUndefined();
  });

  test('are used where they save parts, and every part is read again', () => {
    const { encoding, language, parts } = encodeMessage({
      to,
      text: turkish,
      concatReference: 9,
      nationalTables: true,
    });
    expect(segments(turkish).parts).toHaveLength(3);
    expect({ encoding, language }).toEqual({ encoding: 'gsm7', language: { single: 1 } });
    expect(parts).toHaveLength(1);
    expect(parts.map((part) => decodeSubmit(part.hex).text).join('')).toBe(turkish);
  });

  test('still tell which characters are not in the default alphabet', () => {
    const { ucs2Characters } = segments(turkish, { nationalTables: true });
    expect(ucs2Characters).toEqual(['ş', 'ı']);
  });

  test.each([
    ['a text that fits one part of UCS-2', 'Günaydın, hoş geldiniz', {}],
    ['a text that no language holds', `${turkish}😀`, {}],
    ['a text in the default alphabet', 'a'.repeat(400), {}],
    ['Hindi', 'नमस्ते, आपका पार्सल तैयार है। '.repeat(4), { locking: 6, single: 6 }],
    ['Portuguese', 'A sua encomenda está pronta às três, João. '.repeat(3), { single: 3 }],
  ])('%s', (_, text, language) => {
    expect(segments(text, { nationalTables: true }).language ?? {}).toEqual(language);
  });

  test('take their room in the header: 155 septets behind one, 149 in a part of several', () => {
    const fits = (text: string) => segments(text, { nationalTables: true }).parts.length;
    expect(fits('ş'.repeat(77))).toBe(1);
    expect(fits('ş'.repeat(78))).toBe(1);
    expect(fits('ş'.repeat(155))).toBe(1);
    expect(fits('ş'.repeat(156))).toBe(2);
    expect(fits('ş'.repeat(2 * 149))).toBe(2);
    expect(fits('ş'.repeat(2 * 149 + 1))).toBe(3);
  });
});

describe('a message to send', () => {
  test('is one SUBMIT by the fields', () => {
    expect(encodeMessage({ to, text: 'hello', concatReference: 1 })).toEqual({
      encoding: 'gsm7',
      parts: [
        {
          text: 'hello',
          hex: hex('00 01 00 0C 91 447700091032 00 00 05 E8329BFD06'),
          tpduLength: 18,
        },
      ],
    });
  });

  test('asks for a report, says how long it is worth sending, and may flash', () => {
    const { parts } = encodeMessage({
      to: '800123456',
      text: 'жé',
      concatReference: 1,
      statusReport: true,
      validityMinutes: 90 * 24 * 60,
      flash: true,
    });
    expect(parts[0]?.hex).toBe(hex('00 31 00 09 81 08103254F6 00 18 CD 04 043600E9'));
  });

  test('in parts carries one reference and counts from 1', () => {
    const text = 'a'.repeat(307);
    const { parts } = encodeMessage({ to, text, concatReference: 0xbeef, referenceBits: 16 });
    const read = parts.map((part) => decodeSubmit(part.hex));
    expect(read.map((part) => part.concat)).toEqual(
      [1, 2, 3].map((sequence) => ({ reference: 0xbeef, total: 3, sequence, referenceBits: 16 })),
    );
    expect(read.map((part) => part.text).join('')).toBe(text);
  });

  test('announces its length without the service centre', () => {
    const { parts } = encodeMessage({ to, text: 'ж'.repeat(200), concatReference: 7 });
    for (const { hex: pdu, tpduLength } of parts) {
      expect(pdu.length / 2 - 1).toBe(tpduLength);
      expect(decodePdu(pdu, { tpduLength, direction: 'to-network' })).toMatchObject({
        warnings: [],
      });
    }
  });

  test.each(['', 'Vodafone', '+', '+44 7700', '1'.repeat(21)])('to %j is refused', (recipient) => {
    expect(() => encodeMessage({ to: recipient, text: 'a', concatReference: 1 })).toThrow(
      RangeError,
    );
  });

  test('of more than 255 parts, or with a reference over its bits, is refused', () => {
    expect(() => encodeMessage({ to, text: 'ж'.repeat(255 * 67 + 1), concatReference: 1 })).toThrow(
      /needs 256 parts/,
    );
    expect(() => encodeMessage({ to, text: 'a'.repeat(161), concatReference: 256 })).toThrow(
      /8-bit reference/,
    );
  });
});

describe('one SUBMIT with every field', () => {
  test('writes validity as a time, ports before the part, and the service centre', () => {
    const { hex: pdu, tpduLength } = encodeSubmit({
      to,
      body: { encoding: '8bit', data: Uint8Array.of(1, 2) },
      messageReference: 9,
      validity: {
        format: 'absolute',
        until: { utc: new Date('2024-05-05T09:00:00Z'), offsetMinutes: 60 },
      },
      ports: { destination: 2948, source: 9200 },
      concat: { reference: 1, total: 2, sequence: 2, referenceBits: 8 },
      smsc: '+447782000800',
      replyPath: true,
      rejectDuplicates: true,
      protocolIdentifier: 0x41,
    });
    expect(pdu).toBe(
      hex(
        '07 91 447728008000 DD 09 0C 91 447700091032 41 04 42505001000040',
        '0E 0B 05 04 0B84 23F0 00 03 01 02 02 0102',
      ),
    );
    expect(tpduLength).toBe(pdu.length / 2 - 8);
  });

  test('writes a text in national tables and names them in its header', () => {
    const { hex: pdu } = encodeSubmit({
      to,
      body: { encoding: 'gsm7', text: 'şĞ' },
      language: { locking: 1, single: 1 },
    });
    expect(decodeSubmit(pdu)).toMatchObject({ text: 'şĞ', warnings: [] });
  });

  test('refuses what does not fit', () => {
    const body = { encoding: 'gsm7', text: 'a'.repeat(161) } as const;
    expect(() => encodeSubmit({ to, body })).toThrow(/161 characters do not fit/);
    const euros = { encoding: 'gsm7', text: '€'.repeat(81) } as const;
    expect(() => encodeSubmit({ to, body: euros })).toThrow(/162 septets do not fit/);
    const data = new Uint8Array(141);
    expect(() => encodeSubmit({ to, body: { encoding: '8bit', data } })).toThrow(/141 octets/);
    expect(() => encodeSubmit({ to, body: { encoding: 'gsm7', text: 'ж' } })).toThrow(
      /not in the GSM/,
    );
  });
});

describe('what a service centre sends', () => {
  const timestamp = { utc: new Date('2024-05-05T15:00:00Z'), offsetMinutes: -300 };

  test('is a DELIVER a part, from a number or a name', () => {
    const text = `${'x'.repeat(150)}€€€€€€`;
    const parts = encodeDeliver({
      from: 'Corner Shop',
      text,
      timestamp,
      concatReference: 3,
      smsc: '+4477',
    });
    const read = parts.map((part) => decodeDeliver(part.hex));
    expect(read.map((part) => part.text).join('')).toBe(text);
    expect(read[1]).toMatchObject({
      smsc: '+4477',
      from: { value: 'Corner Shop', type: 'alphanumeric' },
      timestamp: { local: '2024-05-05T10:00:00-05:00' },
      concat: { reference: 3, total: 2, sequence: 2 },
      warnings: [],
    });
  });

  test('is a STATUS-REPORT that names the message and its fate', () => {
    const dischargeTime = { utc: new Date('2024-05-05T15:00:05Z'), offsetMinutes: -300 };
    const { hex: pdu } = encodeStatusReport({
      reference: 200,
      to,
      timestamp,
      dischargeTime,
      status: 0x46,
    });
    expect(decodeStatusReport(pdu)).toMatchObject({
      reference: 200,
      to: { value: to },
      timestamp: { utc: '2024-05-05T15:00:00.000Z' },
      dischargeTime: { utc: '2024-05-05T15:00:05.000Z' },
      status: 0x46,
      warnings: [],
    });
  });
});
