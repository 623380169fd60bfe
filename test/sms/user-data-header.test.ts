/** The header of user data: 3GPP TS 23.040 §9.2.3.24. */

import { describe, expect, test } from 'vitest';
import type { Deliver } from '../../src/sms/index.js';
import { decodeDeliver, deliverHex, hex } from './pdu.js';

describe('a user data header, §9.2.3.24', () => {
  function withHeader(header: string, rest = ''): Deliver {
    const octets = hex(header, rest);
    const length = (octets.length / 2).toString(16).padStart(2, '0');
    return decodeDeliver(deliverHex({ firstOctet: '44', dcs: '04', userData: length + octets }));
  }

  test('with an 8-bit reference places a part; the text starts on a septet boundary', () => {
    const read = decodeDeliver(
      deliverHex({ firstOctet: '44', userData: hex('0C 05 00 03 2A 02 01 D0 65 36 FB 0D') }),
    );
    expect(read.concat).toEqual({ reference: 42, total: 2, sequence: 1, referenceBits: 8 });
    expect(read).toMatchObject({ text: 'hello', warnings: [] });
  });

  test('with a 16-bit reference places a part', () => {
    expect(withHeader('06 08 04 1234 03 02', '41').concat).toEqual({
      reference: 0x1234,
      total: 3,
      sequence: 2,
      referenceBits: 16,
    });
  });

  test('names ports of 16 and of 8 bits, destination first', () => {
    expect(withHeader('06 05 04 0B84 23F0').ports).toEqual({ destination: 2948, source: 9200 });
    expect(withHeader('04 04 02 F5 F0').ports).toEqual({ destination: 245, source: 240 });
  });

  test('may hold elements that are not known: they are skipped by their length', () => {
    const read = withHeader('0A 70 03 000000 00 03 01 02 01', 'CAFE');
    expect(read.concat).toMatchObject({ reference: 1, total: 2, sequence: 1 });
    expect(read.elements).toEqual([
      { id: 0x70, data: Uint8Array.of(0, 0, 0) },
      { id: 0x00, data: Uint8Array.of(1, 2, 1) },
    ]);
    expect(read.data).toEqual(Uint8Array.of(0xca, 0xfe));
    expect(read.warnings).toEqual([]);
  });

  test.each([
    ['04 01 02 80 03', { kind: 'voicemail', active: true, count: 3, discard: false }],
    ['04 01 02 01 00', { kind: 'fax', active: false, count: 0, discard: true }],
    ['04 01 02 82 01', { kind: 'email', active: true, count: 1, discard: false }],
    ['04 01 02 87 01', { kind: 'other', active: true, count: 1, discard: false }],
  ])('tells what waits elsewhere (§9.2.3.24.2): %s', (header, messageWaiting) => {
    expect(withHeader(header).messageWaiting).toEqual(messageWaiting);
  });

  test('tells of waiting messages more than the data coding scheme does', () => {
    const waiting = { dcs: 'D0', userData: '00' };
    expect(decodeDeliver(deliverHex(waiting)).messageWaiting).toEqual({
      kind: 'voicemail',
      active: false,
      discard: false,
    });
    const both = { firstOctet: '44', dcs: 'D0', userData: hex('06 04 01 02 80 03') };
    expect(decodeDeliver(deliverHex(both)).messageWaiting).toMatchObject({ count: 3 });
  });

  test('may name another number to answer to (§9.2.3.24.13)', () => {
    const read = withHeader('0A 22 08 0C 91 447700091032');
    expect(read.replyAddress).toEqual({ value: '+447700900123', type: 'international', plan: 1 });
    const broken = withHeader('06 22 04 0C 91 4477');
    expect(broken.replyAddress).toBeUndefined();
    expect(broken.warnings).toEqual([expect.stringContaining('reply address')]);
  });

  test('that says a thing twice means the last', () => {
    expect(withHeader('0A 00 03 01 02 01 00 03 07 02 02').concat).toMatchObject({ reference: 7 });
  });

  test.each([
    ['part 0', '05 00 03 01 02 00'],
    ['part 3 of 2', '05 00 03 01 02 03'],
    ['part 1 of 0', '05 00 03 01 00 01'],
  ])('that makes its message %s makes it stand alone (§9.2.3.24.1)', (_, header) => {
    const read = withHeader(header, '41');
    expect(read.concat).toBeUndefined();
    expect(read.warnings).toHaveLength(1);
  });

  test('ignores a known element of the wrong length', () => {
    const read = withHeader('04 00 02 01 02', '41');
    expect(read.concat).toBeUndefined();
    expect(read.data).toEqual(Uint8Array.of(0x41));
    expect(read.warnings).toEqual([expect.stringContaining('0x00')]);
  });

  test('whose last element runs past its end is ignored as a whole, not the text behind it', () => {
    const read = withHeader('05 00 04 01 02 01', '41');
    expect(read.concat).toBeUndefined();
    expect(read.elements).toEqual([]);
    expect(read.malformedHeader).toEqual(Uint8Array.of(0x00, 0x04, 0x01, 0x02, 0x01));
    expect(read.data).toEqual(Uint8Array.of(0x41));
    expect(read.warnings).toHaveLength(1);
  });

  test('that runs past the user data leaves all of it as data', () => {
    const read = decodeDeliver(
      deliverHex({ firstOctet: '44', userData: hex('05 7F 32 9B FD 06') }),
    );
    expect(read.text).toBeUndefined();
    expect(read.data).toEqual(Uint8Array.of(0x7f, 0x32, 0x9b, 0xfd, 0x06));
    expect(read.warnings).toHaveLength(1);
  });

  test('that is announced but not there leaves nothing', () => {
    const read = decodeDeliver(deliverHex({ firstOctet: '44', userData: '00' }));
    expect(read.text).toBeUndefined();
    expect(read.warnings).toHaveLength(1);
  });

  test('names the national language of the text behind it', () => {
    const read = decodeDeliver(
      deliverHex({ firstOctet: '44', userData: hex('07 03 24 01 01 D8 CC 01') }),
    );
    expect(read).toMatchObject({ text: 'ş', warnings: [] });
  });

  test('may name a language that has no table: the default alphabet, and a warning', () => {
    const read = decodeDeliver(
      deliverHex({ firstOctet: '44', userData: hex('07 03 24 01 63 D8 CC 01') }),
    );
    expect(read.text).toBe('s');
    expect(read.warnings).toHaveLength(1);
  });
});
