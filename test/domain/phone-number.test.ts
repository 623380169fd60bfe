import fc from 'fast-check';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import {
  countryOf,
  isCountry,
  maskNumber,
  parseNumber,
  senderOf,
} from '../../src/domain/phone-number.js';

describe('parseNumber', () => {
  it.each([
    '07700 900123',
    '07700900123',
    '(07700) 900-123',
    '+44 (0)7700 900123',
    '+44 7700 900123',
    '+447700900123',
    '+44.7700.900.123',
    '0044 7700 900123',
    '00447700900123',
    '0044 (0)7700 900123',
    '447700900123',
    ' +44 7700 900123 ',
    '+44 7700 900123',
    '\u202a+44 7700 900123\u202c',
    '＋４４７７００９００１２３',
    '٠٧٧٠٠٩٠٠١٢٣',
  ])('reads %j in GB as the one person +447700900123', (text) => {
    expect(parseNumber(text, 'GB')).toBe('+447700900123');
  });

  it.each([
    ['011 44 7700 900123', 'US', '+447700900123'],
    ['00 44 7700 900123', 'US', '+447700900123'],
    ['(212) 555-0123', 'US', '+12125550123'],
    ['0176/12345678', 'DE', '+4917612345678'],
    ['06 1234567', 'IT', '+39061234567'],
    ['8 (912) 345-67-89', 'RU', '+79123456789'],
    ['0011 44 7700 900123', 'AU', '+447700900123'],
    ['0061 412 345 678', 'AU', '+61412345678'],
    ['0081 90 1234 5678', 'JP', '+819012345678'],
    ['0057 321 1234567', 'CO', '+573211234567'],
    ['+52 1 55 1234 5678', 'MX', '+525512345678'],
    ['+43 00 3190573', 'AT', '+433190573'],
  ])('reads %j in %s as %s', (text, country, expected) => {
    expect(parseNumber(text, country)).toBe(expected);
  });

  it('takes a number of possible length in a range that is not in use', () => {
    expect(parseNumber('+44 7700 900123', 'GB')).toBe('+447700900123');
    expect(parseNumber('+1 555 010 9999', 'US')).toBe('+15550109999');
  });

  it.each([
    '',
    ' ',
    '+',
    '07700 900123 ext 5',
    '07700 900123 x5',
    '+447700900123;ext=1',
    '0800 FLOWERS',
    'tel:+447700900123',
    'call 07700900123',
    '07700900123, 07700900124',
    '07700900123/07700900124',
    '++447700900123',
    '+44+7700900123',
    '*07700900123',
    '07700\n900123',
    '999',
    '60777',
    '+800123456',
    '+4477009001234567',
    `+44${' '.repeat(40)}7700900123`,
  ])('refuses %j', (text) => {
    expect(parseNumber(text, 'GB')).toBeUndefined();
  });

  it('reads international forms alone where the country is not known', () => {
    expect(parseNumber('+447700900123', 'ZZ')).toBe('+447700900123');
    expect(parseNumber('07700 900123', 'ZZ')).toBeUndefined();
  });

  it('finds the same person again in every number that it made, whatever the country', () => {
    const digits = fc.stringMatching(/^\d{4,13}$/);
    fc.assert(
      fc.property(fc.constantFrom(...getCountries()), digits, (country, rest) => {
        const forms = [rest, `0${rest}`, `00${rest}`, `+${getCountryCallingCode(country)}${rest}`];
        for (const form of forms) {
          const number = parseNumber(form, country);
          if (number === undefined) continue;
          expect(parseNumber(number, country)).toBe(number);
          expect(parseNumber(number, 'GB')).toBe(number);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever is handed in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const number = parseNumber(text, 'GB');
        if (number !== undefined) expect(number).toMatch(/^\+[1-9]\d{5,16}$/);
      }),
    );
  });
});

describe('senderOf', () => {
  const number = { kind: 'number', number: '+447700900123' };

  it.each([
    ['international', '+447700900123'],
    ['international', '447700900123'],
    ['national', '7700900123'],
    ['national', '07700900123'],
    ['unknown', '+447700900123'],
    ['unknown', '07700900123'],
    ['unknown', '00447700900123'],
    ['unknown', '447700900123'],
  ])('knows the person behind type %s, value %s', (type, value) => {
    expect(senderOf({ type, value }, 'GB')).toEqual(number);
  });

  it('takes untyped digits as national, unless led by the own country code or no such number', () => {
    expect(senderOf({ type: 'unknown', value: '4917612345678' }, 'DE')).toEqual({
      kind: 'number',
      number: '+4917612345678',
    });
    expect(senderOf({ type: 'unknown', value: '447911123456' }, 'FR')).toEqual({
      kind: 'number',
      number: '+447911123456',
    });
    expect(senderOf({ type: 'unknown', value: '17612345678' }, 'DE')).toEqual({
      kind: 'number',
      number: '+4917612345678',
    });
  });

  it.each([
    ['unknown', '60777'],
    ['national', '123456'],
    ['international', '+60777'],
    ['abbreviated', '88440012'],
    ['network-specific', '447700900123'],
    ['alphanumeric', 'Amazon'],
    ['alphanumeric', '447700900123'],
    ['alphanumeric', '+447700900123'],
    ['unknown', ''],
    ['unknown', '*#06#1234567'],
    ['international', '+999999999999999999'],
  ])('never makes a person of type %s, value %j', (type, value) => {
    expect(senderOf({ type, value }, 'GB')).toEqual({ kind: 'other', value });
  });
});

describe('maskNumber', () => {
  it.each([
    ['+447700900123', '+4477•••••123'],
    ['+12125550123', '+1212••••123'],
    ['+6834000', '+6•••••0'],
    ['60777', '6••••'],
    ['+60777', '+•••••'],
    ['999', '9••'],
    ['12', '••'],
    ['1', '•'],
    ['', ''],
    ['Amazon', 'A•••••'],
  ])('shows %s as %s', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });

  it('hides at least half of anything, and stays short', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\+?\d{1,17}$/)), (value) => {
        const masked = maskNumber(value);
        const shown = [...masked].filter((c) => c !== '•').length;
        expect(shown).toBeLessThanOrEqual(Math.max(8, [...value].length / 2));
        if (value !== '') expect(masked).toContain('•');
        if (value !== '' && !value.includes('•')) expect(masked).not.toContain(value);
        expect([...masked].length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('isCountry', () => {
  it('knows the two letters that libphonenumber knows, and nothing else', () => {
    expect(isCountry('GB')).toBe(true);
    for (const text of ['UK', 'gb', '', 'GBR', '001', 'toString', '__proto__']) {
      expect(isCountry(text)).toBe(false);
    }
  });
});

describe('countryOf', () => {
  it.each([
    ['+447700900123', 'GB'],
    ['+12125550123', 'US'],
    ['+14165550123', 'CA'],
    ['+33612345678', 'FR'],
    ['+79161234567', 'RU'],
    ['+77011234567', 'KZ'],
    ['+491512345', 'DE'],
  ])('of %s is %s', (number, country) => {
    expect(countryOf(number)).toBe(country);
  });

  it('is unknown for what is no number', () => {
    expect(countryOf('hmac:12')).toBeUndefined();
    expect(countryOf('+999123456')).toBeUndefined();
  });
});
