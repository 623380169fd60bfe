/** Single fields of 3GPP TS 23.040 §9.1.2 and §9.2.3, and TP-DCS of 23.038 §4. */

import { describe, expect, test } from 'vitest';
import {
  addressOf,
  decodeAddress,
  decodeServiceCentre,
  writeAddress,
  writeServiceCentre,
} from '../../src/sms/address.js';
import { decodeDataCoding, encodeDataCoding } from '../../src/sms/data-coding.js';
import { deliveryState, PduError } from '../../src/sms/index.js';
import { OctetReader } from '../../src/sms/octets.js';
import { decodeTimestamp, writeTimestamp, type ZonedTime } from '../../src/sms/timestamp.js';
import {
  decodeValidity,
  relativeMinutes,
  relativeOctet,
  VALIDITY_FORMAT,
} from '../../src/sms/validity-period.js';
import { fromHex, written } from './septets.js';

function readAddress(hex: string): { value: string; type: string; warnings: string[] } {
  const warnings: string[] = [];
  const { value, type } = decodeAddress(new OctetReader(hex), 'TP-OA', warnings);
  return { value, type, warnings };
}

function address(value: string): string {
  return written((writer) => writeAddress(writer, addressOf(value)));
}

function serviceCentre(number?: string): string {
  return written((writer) => writeServiceCentre(writer, number));
}

function timestamp(time: ZonedTime): string {
  return written((writer) => writeTimestamp(writer, time));
}

describe('addresses, 3GPP TS 23.040 §9.1.2.5', () => {
  test.each([
    ['0C91447700091032', '+447700900123', 'international'],
    ['0BA17007091032F4', '07709001234', 'national'],
    ['05815155F5', '15555', 'unknown'],
    ['03B121F3', '123', 'network-specific'],
    ['04C12143', '1234', 'subscriber'],
    ['04E12143', '1234', 'abbreviated'],
    ['04F12143', '1234', 'reserved'],
    ['0281BA', '*#', 'unknown'],
    ['0381DCFE', 'abc', 'unknown'],
    ['0081', '', 'unknown'],
  ])('%s is %j, %s', (hex, value, type) => {
    expect(readAddress(hex)).toEqual({ value, type, warnings: [] });
  });

  test.each([
    ['0ED0D637396C7EBBCB', 'Vodafone'],
    ['0ED1EDF27C1E3E97E7', 'messages'],
    ['0DD0EDF27C1E3E9701', 'message'],
    ['04D01100', '_@'],
    ['14D04F79D87D2E83926EF31B', 'Orange Info'],
  ])('%s is the alphanumeric sender %j', (hex, value) => {
    expect(readAddress(hex)).toEqual({ value, type: 'alphanumeric', warnings: [] });
  });

  test('takes a number without its fill nibble, and says so', () => {
    const { value, warnings } = readAddress('0B91160489562609');
    expect(value).toBe('+61409865629');
    expect(warnings).toEqual([expect.stringContaining('fill nibble')]);
  });

  test('ends a number at a fill nibble among its digits, and says so', () => {
    const { value, warnings } = readAddress('06812143F5');
    expect(value).toBe('12345');
    expect(warnings[0]).toContain('ends after 5 of 6 digits');
  });

  test('refuses more than 20 semi-octets and an address that is cut', () => {
    expect(() => readAddress(`1591${'00'.repeat(11)}`)).toThrow(PduError);
    expect(() => readAddress('0C9144770009')).toThrow(/needs 6 octets, but the PDU has 4 left/);
  });

  test.each([
    '+447700900123',
    '800123456',
    '00447700900123',
    '*#21a',
    '123',
    'Corner Shop',
    'Café',
    'A',
  ])('writes %j so that it is read again', (value) => {
    expect(readAddress(address(value))).toMatchObject({
      value,
      warnings: [],
    });
  });

  test('writes eleven characters of a sender and refuses a twelfth', () => {
    expect(address('Orange Info')).toBe('14D04F79D87D2E83926EF31B');
    expect(() => address('Orange Infos')).toThrow(/at most 11 characters/);
    expect(() => address('Łódź')).toThrow(/lacks "Ł"/);
    expect(() => address('1'.repeat(21))).toThrow(/21 digits/);
  });
});

describe('the service centre address, 3GPP TS 24.011 §8.2.5', () => {
  function read(hex: string): { value: string | undefined; warnings: string[] } {
    const warnings: string[] = [];
    return { value: decodeServiceCentre(new OctetReader(hex), warnings), warnings };
  }

  test.each([
    ['00', undefined],
    ['0791447728008000', '+447782000800'],
    ['06915669917777', '+6596197777'],
    ['08D0D637396C7EBBCB', 'Vodafone'],
    ['0191', undefined],
  ])('%s is %j', (hex, value) => {
    expect(read(hex)).toEqual({ value, warnings: [] });
  });

  test('is refused when it is longer than any can be', () => {
    expect(() => read(`0C91${'00'.repeat(11)}`)).toThrow(/at most 11/);
  });

  test('is written with the count of octets, not of digits', () => {
    expect(serviceCentre('+447782000800')).toBe('0791447728008000');
    expect(serviceCentre('12345')).toBe('04812143F5');
    expect(serviceCentre()).toBe('00');
    expect(() => serviceCentre('Vodafone')).toThrow(RangeError);
  });
});

describe('time stamps, 3GPP TS 23.040 §9.2.3.11', () => {
  test.each([
    ['42505001000040', '2024-05-05T10:00:00+01:00', '2024-05-05T09:00:00.000Z'],
    ['42505001000000', '2024-05-05T10:00:00+00:00', '2024-05-05T10:00:00.000Z'],
    ['4250500100000A', '2024-05-05T10:00:00-05:00', '2024-05-05T15:00:00.000Z'],
    ['42505001000022', '2024-05-05T10:00:00+05:30', '2024-05-05T04:30:00.000Z'],
    ['42505001000032', '2024-05-05T10:00:00+05:45', '2024-05-05T04:15:00.000Z'],
    ['42505001000008', '2024-05-05T10:00:00+00:00', '2024-05-05T10:00:00.000Z'],
    ['42505001000097', '2024-05-05T10:00:00+19:45', '2024-05-04T14:15:00.000Z'],
    ['42209232959500', '2024-02-29T23:59:59+00:00', '2024-02-29T23:59:59.000Z'],
  ])('%s is %s', (hex, local, utc) => {
    expect(decodeTimestamp(fromHex(hex))).toMatchObject({
      local,
      utc,
      epochMs: Date.parse(utc),
    });
  });

  test.each([
    ['a digit over 9', '4A505001000040', /not decimal/],
    ['a zone over 9', '425050010000E1', /time zone/],
    ['month 13', '42315001000040', /no such date/],
    ['30 February', '42200301000040', /no such date/],
    ['nothing but zeros', '00000000000000', /no such date/],
    ['second 95', '42209232955900', /no such date/],
    ['hour 24', '42505042000040', /no such date/],
    ['nothing but ones', 'FFFFFFFFFFFFFF', /not decimal/],
  ])('%s is no time', (_, hex, reason) => {
    expect(decodeTimestamp(fromHex(hex))).toMatch(reason);
  });

  test('are written in their zone', () => {
    const utc = new Date('2024-05-05T15:00:00Z');
    expect(timestamp({ utc, offsetMinutes: -300 })).toBe('4250500100000A');
    expect(timestamp({ utc, offsetMinutes: 345 })).toBe('42505002540032');
    expect(() => timestamp({ utc: new Date('1999-12-31T00:00:00Z'), offsetMinutes: 0 })).toThrow(
      RangeError,
    );
    expect(() => timestamp({ utc, offsetMinutes: 1200 })).toThrow(/79 quarters/);
  });
});

describe('validity, 3GPP TS 23.040 §9.2.3.12', () => {
  const hour = 60;
  const day = 24 * hour;
  test.each([
    [0, 5],
    [143, 12 * hour],
    [144, 12.5 * hour],
    [167, day],
    [168, 2 * day],
    [196, 30 * day],
    [197, 35 * day],
    [255, 441 * day],
  ])('octet %i is %i minutes, both ways', (octet, minutes) => {
    expect(relativeMinutes(octet)).toBe(minutes);
    expect(relativeOctet(minutes)).toBe(octet);
  });

  test('is rounded up to what the octet can say, and never past 63 weeks', () => {
    expect(relativeMinutes(relativeOctet(1))).toBe(5);
    expect(relativeMinutes(relativeOctet(12 * hour + 1))).toBe(12.5 * hour);
    expect(relativeMinutes(relativeOctet(day + 1))).toBe(2 * day);
    expect(relativeMinutes(relativeOctet(30 * day + 1))).toBe(35 * day);
    expect(relativeMinutes(relativeOctet(90 * day))).toBe(91 * day);
    expect(relativeOctet(10 * 365 * day)).toBe(255);
    expect(() => relativeOctet(0)).toThrow(RangeError);
    expect(() => relativeOctet(Number.NaN)).toThrow(RangeError);
  });

  function enhanced(hex: string): unknown {
    return decodeValidity(new OctetReader(hex), VALIDITY_FORMAT.enhanced, []);
  }

  test.each([
    ['00000000000000', false, undefined],
    ['01000000000000', false, 300],
    ['42030000000000', true, 3],
    ['03104531000000', false, 1 * 3600 + 54 * 60 + 13],
    ['03FF4531000000', false, undefined],
    ['81800000000000', false, undefined],
  ])('enhanced %s', (hex, singleShot, seconds) => {
    const read = enhanced(hex);
    expect(read).toMatchObject({ format: 'enhanced', singleShot });
    expect((read as { seconds?: number }).seconds).toBe(seconds);
  });
});

describe('TP-DCS, 3GPP TS 23.038 §4', () => {
  test.each([
    [0x00, 'gsm7', undefined],
    [0x03, 'gsm7', undefined],
    [0x04, '8bit', undefined],
    [0x08, 'ucs2', undefined],
    [0x0c, 'gsm7', undefined],
    [0x10, 'gsm7', 0],
    [0x15, '8bit', 1],
    [0x1a, 'ucs2', 2],
    [0x48, 'ucs2', undefined],
    [0x53, 'gsm7', 3],
    [0x80, 'gsm7', undefined],
    [0xb8, 'gsm7', undefined],
    [0xc8, 'gsm7', undefined],
    [0xd8, 'gsm7', undefined],
    [0xe8, 'ucs2', undefined],
    [0xf1, 'gsm7', 1],
    [0xf6, '8bit', 2],
    [0xf8, 'gsm7', 0],
  ])('%i is %s of class %s', (octet, encoding, messageClass) => {
    const read = decodeDataCoding(octet);
    expect(read.encoding).toBe(encoding);
    expect(read.class).toBe(messageClass);
    expect(read.compressed).toBe(false);
  });

  test('tells compressed text, in both groups that know it', () => {
    for (const octet of [0x20, 0x28, 0x60, 0x71]) {
      expect(decodeDataCoding(octet).compressed).toBe(true);
    }
  });

  test.each([
    [0xc0, { kind: 'voicemail', active: false, discard: true }],
    [0xc9, { kind: 'fax', active: true, discard: true }],
    [0xda, { kind: 'email', active: true, discard: false }],
    [0xeb, { kind: 'other', active: true, discard: false }],
  ])('%i says that something waits', (octet, messageWaiting) => {
    expect(decodeDataCoding(octet).messageWaiting).toEqual(messageWaiting);
  });

  test('says in the groups 01xx that a message is to be deleted once read', () => {
    expect(decodeDataCoding(0x48).automaticDeletion).toBe(true);
    expect(decodeDataCoding(0x08).automaticDeletion).toBeUndefined();
  });

  test('is written in the general group', () => {
    expect(encodeDataCoding('gsm7')).toBe(0x00);
    expect(encodeDataCoding('8bit')).toBe(0x04);
    expect(encodeDataCoding('ucs2')).toBe(0x08);
    expect(encodeDataCoding('ucs2', 0)).toBe(0x18);
  });
});

describe('TP-ST, 3GPP TS 23.040 §9.2.3.15', () => {
  test.each([
    [[0x00, 0x01, 0x02, 0x10, 0x1f], 'delivered'],
    [[0x20, 0x25, 0x30, 0x3f], 'pending'],
    [[0x40, 0x46, 0x50, 0x60, 0x63, 0x65, 0x7f], 'failed'],
    [[0x03, 0x0f, 0x26, 0x2f, 0x80, 0xff], 'failed'],
  ])('%j are %s', (octets, state) => {
    for (const octet of octets) expect(deliveryState(octet)).toBe(state);
  });
});
