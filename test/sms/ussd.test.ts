/**
 * USSD answers as modems show them. Those marked with a thread were reported there; the others are
 * made here, by the clauses of 3GPP TS 23.038.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUssd } from '../../src/sms/index.js';
import { pack } from './septets.js';

/** Codes of the default alphabet that are ASCII's too, padded with CR (23.038 §6.1.2.3.1). */
function packed(text: string): string {
  const septets = [...text].map((character) => character.charCodeAt(0));
  if (septets.length % 8 === 7) septets.push(0x0d);
  return Buffer.from(pack(septets)).toString('hex').toUpperCase();
}

const ucs2 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

describe('a USSD answer', () => {
  it.each([
    ['plain', { text: 'Your balance is 10.00', dcs: 15 }, 'Your balance is 10.00'],
    ['plain, of several lines', { text: '1. Data\n2. Calls', dcs: 15 }, '1. Data\n2. Calls'],
    ['plain, a number alone', { text: '1250', dcs: 15 }, '1250'],
    ['plain, hexadecimal digits by chance', { text: '100200', dcs: 15 }, '100200'],
    ['packed', { text: packed('Balance: 12.50 GBP'), dcs: 15 }, 'Balance: 12.50 GBP'],
    ['packed, in lower case', { text: packed('Balance: 12.50').toLowerCase() }, 'Balance: 12.50'],
    [
      'packed, with a DCS of the general group',
      { hex: packed('Thank you'), dcs: 0x40 },
      'Thank you',
    ],
    ['UCS-2 by its DCS', { text: ucs2('Баланс: 87 р.'), dcs: 72 }, 'Баланс: 87 р.'],
    ['UCS-2 digits by its DCS', { text: ucs2('1234'), dcs: 72 }, '1234'],
    ['UCS-2 in group 1001', { hex: ucs2('Número'), dcs: 0x98 }, 'Número'],
    ['8-bit', { hex: Buffer.from('Hello').toString('hex'), dcs: 0xf4 }, 'Hello'],
    // github.com/wdoekes/asterisk-chan-dongle/issues/38
    [
      'packed, from a Huawei',
      { text: 'CE325C1EB6A7D9EE7C1AE47EB7CB72507DCEAE9FD3', dcs: 15 },
      'Nepravilnyi nomer uslugi',
    ],
    // github.com/gammu/gammu/issues/358, its beginning
    [
      'UCS-2 under a DCS of the default alphabet, as AT+CSCS="UCS2" has it',
      { text: '00480061007600690020006B0065007200650074003A0020003000460074002E', dcs: 15 },
      'Havi keret: 0Ft.',
    ],
    // github.com/gammu/gammu/issues/513, its beginning
    [
      'an octet a character under a DCS of the default alphabet',
      { text: '536973612070756C73612052702E333030302E', dcs: 0 },
      'Sisa pulsa Rp.3000.',
    ],
  ])('is read where it is %s', (_name, answer, text) => {
    expect(decodeUssd(answer)).toBe(text);
  });

  it('is none where the network gave no string', () => {
    expect(decodeUssd({})).toBeUndefined();
    expect(decodeUssd({ text: '', dcs: 15 })).toBeUndefined();
  });

  it('loses the CR that fills the last octet, and no @ is read from spare bits (§6.1.2.3.1)', () => {
    expect(decodeUssd({ hex: packed('balance') })).toBe('balance');
    expect(decodeUssd({ hex: packed('balances') })).toBe('balances');
  });

  it('loses the language before it (§5, group 0001)', () => {
    expect(decodeUssd({ hex: packed('en\rBalance 10.00'), dcs: 0x10 })).toBe('Balance 10.00');
    const language = packed('en').padEnd(4, '0');
    expect(decodeUssd({ hex: `${language}${ucs2('Saldo 10,00 €')}`, dcs: 0x11 })).toBe(
      'Saldo 10,00 €',
    );
  });

  it('stays as it is where it is neither text nor a whole number of octets', () => {
    expect(decodeUssd({ hex: 'ABC', dcs: 15 })).toBe('ABC');
  });

  it('is read again, whatever sentence was packed', () => {
    const word = fc.constantFrom(
      'Your',
      'balance',
      'is',
      '10.50',
      'GBP',
      'until',
      '31/12',
      'Dial *100#',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 20 }), (words) => {
        const text = words.join(' ');
        expect(decodeUssd({ text: packed(text), dcs: 15 })).toBe(text);
        expect(decodeUssd({ text: ucs2(text), dcs: 72 })).toBe(text);
      }),
    );
  });

  it('never throws', () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEF') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), hex), fc.integer({ min: 0, max: 255 }), (text, dcs) => {
        decodeUssd({ text, dcs });
        decodeUssd({ hex: text, dcs });
      }),
    );
  });
});
