/** Whole PDUs read, by 3GPP TS 23.040 §9.2.2, and what is refused. */

import { describe, expect, test } from 'vitest';
import { decodePdu, PduError } from '../../src/sms/index.js';
import { decodeDeliver, decodeStatusReport, decodeSubmit, deliverHex, hex } from './pdu.js';

const HELLO = '05 E8329BFD06';

function refusal(pdu: string, options?: Parameters<typeof decodePdu>[1]): PduError {
  const decoded = decodePdu(pdu, options);
  if (decoded instanceof PduError) return decoded;
  throw new Error(`was read as a ${decoded.type}`);
}

describe('a DELIVER, §9.2.2.1', () => {
  test('is read field by field', () => {
    const pdu = hex(
      '07 91 447728008000',
      '24',
      '0C 91 447700091032',
      '39',
      '11',
      '42505001000040',
      HELLO,
    );
    expect(decodePdu(pdu, { tpduLength: 24 })).toEqual({
      type: 'deliver',
      smsc: '+447782000800',
      from: { value: '+447700900123', type: 'international', plan: 1 },
      timestamp: { local: '2024-05-05T10:00:00+01:00', utc: '2024-05-05T09:00:00.000Z' },
      text: 'hello',
      encoding: 'gsm7',
      class: 1,
      elements: [],
      data: Uint8Array.from([0xe8, 0x32, 0x9b, 0xfd, 0x06]),
      moreMessages: false,
      replyPath: false,
      statusReportIndicated: true,
      protocolIdentifier: 0x39,
      dataCoding: 0x11,
      warnings: [],
    });
  });

  test('may be in lower case, with white space around it', () => {
    expect(decodeDeliver(`  ${deliverHex({ userData: hex(HELLO) }).toLowerCase()}\r\n`).text).toBe(
      'hello',
    );
  });

  test('may say nothing', () => {
    expect(decodeDeliver(deliverHex({ userData: '00' }))).toMatchObject({ text: '', warnings: [] });
  });

  test('keeps its text when its time stamp is none', () => {
    const read = decodeDeliver(deliverHex({ timestamp: '0'.repeat(14), userData: hex(HELLO) }));
    expect(read.text).toBe('hello');
    expect(read.timestamp).toBeUndefined();
    expect(read.warnings).toEqual([expect.stringMatching(/TP-SCTS at octet 12 \(0{14}\)/)]);
  });

  test('of the reserved message type 3 is read as a DELIVER (§9.2.3.1)', () => {
    const read = decodeDeliver(deliverHex({ firstOctet: '07', userData: hex(HELLO) }));
    expect(read.text).toBe('hello');
    expect(read.warnings).toHaveLength(1);
  });

  test('reads UCS-2 with its surrogates, the lone one too', () => {
    const read = decodeDeliver(
      deliverHex({ dcs: '08', userData: '08 D83DDE00 0041 D83D'.replaceAll(' ', '') }),
    );
    expect(read).toMatchObject({ text: '😀A\ud83d', encoding: 'ucs2', warnings: [] });
  });

  test('leaves out the odd last octet of UCS-2, and says so', () => {
    const read = decodeDeliver(deliverHex({ dcs: '08', userData: '03004100' }));
    expect(read.text).toBe('A');
    expect(read.warnings).toHaveLength(1);
  });

  test('gives 8-bit data as octets and no text', () => {
    const read = decodeDeliver(deliverHex({ dcs: '04', userData: '03010203' }));
    expect(read).toMatchObject({ encoding: '8bit', data: Uint8Array.of(1, 2, 3) });
    expect(read.text).toBeUndefined();
  });

  test('flags compressed text, whose length counts octets, and leaves it as data (§9.2.3.16)', () => {
    const read = decodeDeliver(deliverHex({ dcs: '20', userData: '03010203' }));
    expect(read).toMatchObject({ compressed: true, data: Uint8Array.of(1, 2, 3) });
    expect(read.text).toBeUndefined();
    expect(read.warnings).toHaveLength(1);
  });

  test('tells of octets behind its end', () => {
    const read = decodeDeliver(deliverHex({ userData: hex(HELLO, 'FFFF') }));
    expect(read.text).toBe('hello');
    expect(read.warnings).toEqual(['octets behind the end of the message: FFFF']);
  });
});

describe('a SUBMIT, §9.2.2.2', () => {
  test('is read field by field', () => {
    const read = decodeSubmit(hex('00 35 2A 0C 91 447700091032 00 00 A7', HELLO));
    expect(read).toMatchObject({
      to: { value: '+447700900123' },
      messageReference: 42,
      statusReportRequested: true,
      rejectDuplicates: true,
      replyPath: false,
      validity: { format: 'relative', minutes: 1440 },
      text: 'hello',
      warnings: [],
    });
  });

  test('without validity has none', () => {
    expect(decodeSubmit(hex('00 01 00 04 81 2143 00 00', HELLO)).validity).toBeUndefined();
  });

  test('with an absolute validity that is no time keeps its text', () => {
    const read = decodeSubmit(hex('00 19 00 04 81 2143 00 00 FF505001000040', HELLO));
    expect(read.validity).toEqual({ format: 'absolute' });
    expect(read.text).toBe('hello');
    expect(read.warnings).toHaveLength(1);
  });
});

describe('a STATUS-REPORT, §9.2.2.3', () => {
  const report = '00 06 2A 0C 91 447700091032 42505001000040 42505011000040 00';

  test('is read field by field', () => {
    expect(decodeStatusReport(hex(report))).toEqual({
      type: 'status-report',
      reference: 42,
      to: { value: '+447700900123', type: 'international', plan: 1 },
      timestamp: { local: '2024-05-05T10:00:00+01:00', utc: '2024-05-05T09:00:00.000Z' },
      dischargeTime: { local: '2024-05-05T11:00:00+01:00', utc: '2024-05-05T10:00:00.000Z' },
      status: 0,
      warnings: [],
    });
  });

  test('may carry optional parameters', () => {
    expect(decodeStatusReport(hex(report, '07 39 04 02 4142'))).toMatchObject({
      protocolIdentifier: 0x39,
      dataCoding: 4,
      userData: { encoding: '8bit', data: Uint8Array.of(0x41, 0x42) },
      warnings: [],
    });
  });

  test('skips extensions of its parameter indicator', () => {
    expect(decodeStatusReport(hex(report, '81 00 39'))).toMatchObject({
      protocolIdentifier: 0x39,
      warnings: [],
    });
  });

  test('keeps its status when its parameters are broken, and says so', () => {
    const read = decodeStatusReport(hex(report, '04 05 41'));
    expect(read.status).toBe(0);
    expect(read.userData).toBeUndefined();
    expect(read.warnings).toEqual([expect.stringContaining('TP-UD')]);
  });
});

describe('what is refused', () => {
  test.each([
    ['nothing', '', 'hex', 0],
    ['what is not hexadecimal', '07911Z', 'hex', 2],
    ['an odd number of digits', '07911', 'hex', 2],
    ['a service centre that runs past the end', '0791447728', 'SMSC', 1],
    ['a service centre that is too long', `91${'44'.repeat(40)}`, 'SMSC', 0],
    ['a PDU that ends with the service centre', '00', 'TP-MTI', 1],
    ['a DELIVER without a sender', '0004', 'TP-OA', 2],
    ['a sender that is cut', '00040C914477', 'TP-OA', 4],
    ['a sender that is too long', '000419910000', 'TP-OA', 2],
    ['a DELIVER without TP-PID', '000400 81'.replace(' ', ''), 'TP-PID', 4],
    ['a DELIVER without TP-DCS', '0004008100', 'TP-DCS', 5],
    ['a time stamp that is cut', '00040081000042505001', 'TP-SCTS', 6],
    ['a DELIVER without a length', '00040081000042505001000040', 'TP-UDL', 13],
    ['a text that is cut', '0004008100004250500100004005E8329BFD', 'TP-UD', 14],
    ['a SUBMIT without its validity', '00110004812143 0000'.replace(' ', ''), 'TP-VP', 9],
    [
      'a report without its status',
      hex('00 06 2A 04 81 2143', '42505001000040 42505011000040'),
      'TP-ST',
      21,
    ],
  ])('%s', (_, pdu, field, offset) => {
    const error = refusal(pdu);
    expect({ field: error.field, offset: error.offset }).toEqual({ field, offset });
    expect(error.code).toBe('PDU');
    expect(error.clause).toMatch(/^3GPP TS /);
    expect(error.message).toContain(error.clause);
  });

  test('every truncation of a whole PDU', () => {
    const whole = deliverHex({ userData: hex(HELLO) }).replaceAll(' ', '');
    for (let length = 0; length < whole.length; length++) {
      expect(decodePdu(whole.slice(0, length))).toBeInstanceOf(PduError);
    }
  });

  test('a report of the modem itself, where the direction is known (§9.2.3.1)', () => {
    expect(refusal('000100', { direction: 'from-network' }).message).toContain('SUBMIT-REPORT');
    expect(refusal('000000', { direction: 'to-network' }).message).toContain('DELIVER-REPORT');
    expect(refusal('000200', { direction: 'to-network' }).message).toContain('COMMAND');
    expect(refusal('000300', { direction: 'to-network' }).message).toContain('reserved');
  });
});

describe('the announced length', () => {
  const pdu = hex(deliverHex({ userData: HELLO }));
  const octets = pdu.length / 2 - 1;

  test('is held against what came: less is refused', () => {
    expect(refusal(pdu, { tpduLength: octets + 2 })).toMatchObject({ field: 'TPDU', offset: 1 });
  });

  test('leaves aside what came beyond it', () => {
    const decoded = decodePdu(`${pdu}0D0A`, { tpduLength: octets });
    expect(decoded).toMatchObject({
      text: 'hello',
      warnings: [expect.stringContaining('left aside')],
    });
  });

  test('may count the service centre octets too, as some modems do', () => {
    const decoded = decodePdu(pdu, { tpduLength: octets + 1 });
    expect(decoded).toMatchObject({ text: 'hello', warnings: [expect.stringContaining('counts')] });
  });

  test('too short for the message refuses it', () => {
    expect(refusal(pdu, { tpduLength: octets - 1 })).toMatchObject({ field: 'TP-UD' });
  });
});
