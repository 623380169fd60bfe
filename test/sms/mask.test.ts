import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePdu,
  decodeUssd,
  encodeDeliver,
  encodeMessage,
  encodeStatusReport,
  maskPdu,
  maskText,
  maskUssd,
} from '../../src/sms/index.js';
import { pack } from './septets.js';

const nines = (digits: string) => '9'.repeat(digits.length);

function read(hex: string) {
  const pdu = decodePdu(hex);
  if (pdu instanceof Error) throw pdu;
  return pdu;
}

const texts = fc.string({
  unit: fc.constantFrom(...'abcXYZ 0159.,!?@£\n€[ñ', 'ж', '漢', '😀', 'ğ'),
  minLength: 1,
  maxLength: 400,
});

describe('a masked text', () => {
  it('keeps its length, its blanks and its signs', () => {
    expect(maskText('Call 020 7946 0000, Ms Żółć!\n😀')).toBe('xxxx 000 0000 0000, xx xxxx!\nxx');
  });
});

describe('a masked PDU', () => {
  it('is a DELIVER of the same shape', () => {
    // Service centre +12345678901, sender +447700900123.
    const [part] = encodeDeliver({
      from: '+447700900123',
      text: 'STOP, I said: 2 times',
      timestamp: { utc: new Date('2026-11-22T12:00:00Z'), offsetMinutes: 60 },
      concatReference: 1,
    });
    const hex = `07912143658709F1${(part?.hex ?? '').slice(2)}`;
    const [before, after] = [read(hex), read(maskPdu(hex, nines))];
    expect(after).toEqual({
      ...before,
      smsc: '+99999999999',
      from: { ...('from' in before && before.from), value: '+999999999999' },
      text: 'xxxx, x xxxx: 0 xxxxx',
    });
  });

  it.each(['EE', 'D0'])('of a sender by name (or another type, %s) hides the name', (type) => {
    const [part] = encodeDeliver({
      from: 'ACME 24',
      text: 'Hi',
      timestamp: { utc: new Date('2026-11-22T12:00:00Z'), offsetMinutes: 0 },
      concatReference: 1,
    });
    const hex = (part?.hex ?? '').replace('D0', type);
    const masked = read(maskPdu(hex, nines));
    expect(masked).toMatchObject({ type: 'deliver', text: 'xx' });
    if (type === 'D0') expect(masked).toMatchObject({ from: { value: 'xxxx 00' } });
  });

  it('of a report hides whom it is about, and no more', () => {
    const time = { utc: new Date('2026-11-22T12:00:00Z'), offsetMinutes: 0 };
    const { hex } = encodeStatusReport({
      reference: 41,
      to: '+447700900123',
      timestamp: time,
      dischargeTime: time,
      status: 0,
    });
    const [before, after] = [read(hex), read(maskPdu(hex, nines))];
    expect(after).toEqual({
      ...before,
      to: { type: 'international', plan: 1, value: '+999999999999' },
    });
  });

  it('keeps parts together and their count, whatever the text', () => {
    const options = fc.record({ text: texts, nationalTables: fc.boolean() });
    fc.assert(
      fc.property(options, ({ text, nationalTables }) => {
        const to = '+447700900123';
        const { parts } = encodeMessage({ to, text, nationalTables, concatReference: 7 });
        for (const { hex, tpduLength } of parts) {
          const masked = maskPdu(hex, nines);
          expect(masked).toHaveLength(hex.length);
          const [before, after] = [read(hex), decodePdu(masked, { tpduLength })];
          if (after instanceof Error || after.type !== 'submit' || before.type !== 'submit') {
            throw new Error(`does not decode: ${masked}`);
          }
          expect(after).toMatchObject({ encoding: before.encoding, warnings: [] });
          expect(after.concat).toEqual(before.concat);
          expect(after.to.value).toBe('+999999999999');
          expect(after.text).not.toMatch(/[a-wyzA-Z1-9ñжğ漢]/u);
          expect(maskPdu(masked, nines)).toBe(masked);
        }
      }),
    );
  });

  it('has what lies behind the message hidden too, and an unknown element of its header', () => {
    const element = 'F003424142';
    const hex = `0051000C91447700091032000400${'0B'}06${element}0${'0'}${'68656C6C6F'}`;
    const masked = maskPdu(hex, nines);
    expect(masked).not.toContain('424142');
    expect(masked).not.toContain('68656C');
  });

  it('is never a fault, and never longer or shorter, whatever was to be masked', () => {
    const hexes = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEFg'), maxLength: 80 });
    fc.assert(
      fc.property(hexes, (hex) => {
        expect(maskPdu(hex, nines)).toHaveLength(hex.length);
        expect(maskUssd({ text: hex })).toHaveLength(hex.length);
      }),
    );
  });
});

describe('a masked USSD answer', () => {
  const packed = (text: string) =>
    Buffer.from(pack([...text].map((character) => character.charCodeAt(0))))
      .toString('hex')
      .toUpperCase();
  const hexOf = (text: string) =>
    Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

  it.each([
    ['plain', 'Balance 10.50'],
    ['packed', packed('Balance 10.50 left')],
    ['UCS-2', hexOf('Balance 10.50')],
  ])('is still %s', (_form, text) => {
    const read = decodeUssd({ text, dcs: 15 });
    const masked = maskUssd({ text, dcs: 15 });
    expect(masked).toHaveLength(text.length);
    expect(masked).not.toBe(text);
    expect(decodeUssd({ text: masked, dcs: 15 })).toBe(maskText(read ?? ''));
  });
});
