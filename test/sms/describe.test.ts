/** The JSON object that `stopgate pdu --json` fixes. */

import { expect, test } from 'vitest';
import { describePdu } from '../../src/sms/index.js';
import { deliverHex, hex } from './pdu.js';

test('describes a DELIVER, absent what is absent', () => {
  expect(describePdu(deliverHex({ userData: hex('05 E8329BFD06') }))).toEqual({
    type: 'deliver',
    from: '+447700900123',
    text: 'hello',
    encoding: 'gsm7',
    timestamp: '2024-05-05T10:00:00+01:00',
    warnings: [],
  });
});

test('describes a part of 8-bit data with ports and class', () => {
  const userData = hex('0E 0B 05 04 0B84 23F0 00 03 01 02 02 CAFE');
  expect(describePdu(deliverHex({ firstOctet: '44', dcs: 'F6', userData }))).toEqual({
    type: 'deliver',
    from: '+447700900123',
    encoding: '8bit',
    timestamp: '2024-05-05T10:00:00+01:00',
    concat: { reference: 1, total: 2, sequence: 2 },
    ports: { source: 9200, destination: 2948 },
    class: 2,
    dataHex: 'CAFE',
    warnings: [],
  });
});

test('describes a STATUS-REPORT', () => {
  const pdu = hex('07 91 447728008000 06 2A 0C 91 447700091032 42505001000040 42505011000040 46');
  expect(describePdu(pdu)).toEqual({
    type: 'status-report',
    smsc: '+447782000800',
    to: '+447700900123',
    reference: 42,
    timestamp: '2024-05-05T10:00:00+01:00',
    dischargeTime: '2024-05-05T11:00:00+01:00',
    status: 0x46,
    warnings: [],
  });
});

test('describes a SUBMIT', () => {
  expect(describePdu(hex('00 01 07 04 81 2143 00 08 04 00410042'))).toEqual({
    type: 'submit',
    to: '1234',
    reference: 7,
    text: 'AB',
    encoding: 'ucs2',
    warnings: [],
  });
});

test('says which field is wrong, where and why', () => {
  expect(describePdu('0004 0C')).toEqual({
    error: { field: 'hex', offset: 2, message: expect.stringContaining('not a hexadecimal digit') },
  });
  expect(describePdu('00040C')).toEqual({
    error: { field: 'TP-OA', offset: 3, message: expect.stringContaining('needs 1 octet') },
    readable: { type: 'deliver' },
  });
});

test('is JSON without a loss', () => {
  const described = describePdu(deliverHex({ dcs: '08', userData: '04D83D0041' }));
  expect(JSON.parse(JSON.stringify(described))).toEqual(described);
});
