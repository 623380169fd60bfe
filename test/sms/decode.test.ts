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
      timestamp: { local: '2024-05-05T10:00:00+01:00', epochMs: Date.UTC(2024, 4, 5, 9) },
      text: 'hello',
      encoding: 'gsm7',
      class: 1,
      elements: [],
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
    expect(read.timestampRaw).toBe('0'.repeat(14));
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
    expect(read.warnings).toEqual(['octets behind the end of the message: 2']);
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
    expect(read.validity).toEqual({ format: 'absolute', raw: 'FF505001000040' });
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
      timestamp: { local: '2024-05-05T10:00:00+01:00', epochMs: Date.UTC(2024, 4, 5, 9) },
      dischargeTime: { local: '2024-05-05T11:00:00+01:00', epochMs: Date.UTC(2024, 4, 5, 10) },
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
    const read = decodeStatusReport(hex(report, '04 05'));
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
    ['a text of which nothing came', '0004008100004250500100004005', 'TP-UD', 14],
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

  test.each([
    ['00', {}],
    [hex('07 91 447728008000', '04 0C'), { type: 'deliver', smsc: '+447782000800' }],
    [hex('00 04 0C 91 447700091032 00'), { type: 'deliver', from: '+447700900123' }],
    [hex('00 06 2A 04 81 2143 4250'), { type: 'status-report', to: '1234', reference: 42 }],
    [hex('00 11 2A 04 81 2143 00'), { type: 'submit', to: '1234', reference: 42 }],
  ])('gives what stands before the fault: %s', (pdu, readable) => {
    expect(refusal(pdu).readable).toEqual(readable);
  });

  test('the reserved message type, where the direction is known (§9.2.3.1)', () => {
    expect(refusal('000300', { direction: 'to-network' }).message).toContain('reserved');
  });
});

describe('what is neither a message nor its report is named (§9.2.3.1)', () => {
  test.each([
    ['000100', 'from-network', 'submit-report'],
    ['000000', 'to-network', 'deliver-report'],
    ['000200', 'to-network', 'command'],
  ] as const)('%s, %s: a %s', (pdu, direction, type) => {
    const data = Uint8Array.of(0);
    expect(decodePdu(pdu, { direction })).toEqual({ type, data, warnings: [] });
  });
});

describe('a text that is cut', () => {
  test('is read as far as it came, and said to be cut', () => {
    const read = decodeDeliver(deliverHex({ userData: '0AE8329BFD46' }));
    expect(read).toMatchObject({ text: 'hello', truncated: true });
    expect(read.warnings).toEqual([expect.stringContaining('ends after 5 of 9 octets')]);
  });

  test('in UCS-2 and as data likewise', () => {
    expect(decodeDeliver(deliverHex({ dcs: '08', userData: '060041004200' }))).toMatchObject({
      text: 'AB',
      truncated: true,
    });
    expect(decodeDeliver(deliverHex({ dcs: '04', userData: '060041' }))).toMatchObject({
      data: Uint8Array.of(0x00, 0x41),
      truncated: true,
    });
  });

  test('at whichever octet: refused, or said to be cut', () => {
    const whole = deliverHex({ userData: hex(HELLO) });
    for (let length = 0; length < whole.length; length += 1) {
      const decoded = decodePdu(whole.slice(0, length));
      const isCut = decoded instanceof PduError || ('truncated' in decoded && decoded.truncated);
      expect(isCut).toBe(true);
    }
  });
});

describe('the announced length', () => {
  const pdu = hex(deliverHex({ userData: HELLO }));
  const octets = pdu.length / 2 - 1;

  test('is held against what came: less is told', () => {
    const decoded = decodePdu(pdu, { tpduLength: octets + 2 });
    expect(decoded).toMatchObject({
      text: 'hello',
      warnings: [
        expect.stringContaining(`${octets + 2} octets were announced, ${octets} are here`),
      ],
    });
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

  test('too short for the message cuts it', () => {
    expect(decodePdu(pdu, { tpduLength: octets - 1 })).toMatchObject({ truncated: true });
  });
});
