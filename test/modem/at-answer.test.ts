/** Values inside lines, in the spellings that modems use. */
import { describe, expect, it } from 'vitest';
import {
  announcedLength,
  announcement,
  fieldsOf,
  listedMessage,
  numberList,
  registrationOf,
  signalDbm,
} from '../../src/modem/at-answer.js';
import { generic } from '../../src/modem/dialects/generic.js';
import { classify } from '../../src/modem/unsolicited.js';

/** The kind of a line, or what the modem is known to mean by it. */
function shown(line: string): string {
  const told = classify(generic, line, undefined);
  return told.kind === 'told' ? told.meaning : told.kind;
}

describe('values inside lines', () => {
  it.each([
    ['+COPS: 0,0,"A, B (C",7', ['0', '0', 'A, B (C', '7']],
    ['+CPMS: ("SM","ME"),("SM"),("SM")', ['("SM","ME")', '("SM")', '("SM")']],
    ['+CMGL:1,0,,25', ['1', '0', '', '25']],
    ['+CREG:0, 1', ['0', '1']],
  ])('cuts %s into fields', (line, fields) => {
    expect(fieldsOf(line)).toEqual(fields);
  });

  it.each([
    ['(0,1,2)', [0, 1, 2]],
    ['(0-3)', [0, 1, 2, 3]],
    ['(1, 3-5)', [1, 3, 4, 5]],
    ['2', [2]],
    ['()', []],
    ['(0-999999999999)', []],
  ])('reads the list %s', (list, numbers) => {
    expect(numberList(list)).toEqual(numbers);
  });

  it.each([
    ['+CMT: ,23', 23],
    ['+CMT: "Shop",23', 23],
    ['+CDS: 25', 25],
    ['+CDS: ,25', 25],
    ['+CMT: ', undefined],
    ['+CMT: ,-1', undefined],
  ])('reads the length of %s', (line, length) => {
    expect(announcedLength(line)).toBe(length);
  });

  it.each([
    ['+CMTI: "SM",3', { memory: 'SM', index: 3 }],
    ['+CMTI:"me",0', { memory: 'ME', index: 0 }],
    ['+CMTI: SM, 12', { memory: 'SM', index: 12 }],
    ['+CMTI: "SM",-1', { memory: 'SM', index: undefined }],
    ['+CDSI: "SR"', { memory: 'SR', index: undefined }],
    ['+CMT: ,3', undefined],
  ])('reads the announcement %s', (line, expected) => {
    expect(announcement(line)).toEqual(expected);
  });

  it('reads a listed message at index 0', () => {
    expect(listedMessage('+CMGL: 0,1,"",24')).toEqual({ index: 0, length: 24 });
    expect(listedMessage('+CMGL: x,1,,24')).toBeUndefined();
  });

  it.each([
    ['+CREG: 0,1', 'home'],
    ['+CREG: 2,5,"00A1","01B2",7', 'roaming'],
    ['+CREG: 0,6', 'home'],
    ['+CREG: 0,10', 'roaming'],
    ['+CREG: 0,11', 'emergency'],
    ['+CREG: 0,8', 'emergency'],
    ['+CREG: 0,4', 'unknown'],
  ])('reads %s as %s', (line, registration) => {
    expect(registrationOf(line)).toBe(registration);
  });

  it('reads the signal in dBm, and none where it is not known', () => {
    expect(signalDbm('+CSQ: 0,0')).toBe(-113);
    expect(signalDbm('+CSQ: 31,99')).toBe(-51);
    expect(signalDbm('+CSQ: 99,99')).toBeUndefined();
  });
});

describe('unsolicited lines', () => {
  it.each([
    ['RING', 'call'],
    ['+CLIP: "+441632960000",145', 'call'],
    ['^SMMEMFULL: "SM"', 'something-came'],
    ['RDY', 'started'],
    ['^SYSSTART', 'started'],
    ['^BOOT:12345678,0,0,0,77', 'perhaps-started'],
    ['UNDER_VOLTAGE POWER DOWN', 'under-voltage'],
    ['*PSUTTZ: 2026,1,2', 'perhaps-started'],
    ['+CPIN: READY', 'perhaps-started'],
    ['UNDER-VOLTAGE WARNNING', 'under-voltage'],
    ['+CMGS: 7', 'late-reference'],
    ['+CMGS: x', 'other'],
    ['^RSSI: 20', 'other'],
  ])('takes %s for %s', (line, kind) => {
    expect(shown(line)).toBe(kind);
  });

  it('takes a direct message whose PDU was lost for something that came', () => {
    expect(classify(generic, '+CMT: ,23', undefined)).toEqual({ kind: 'something-came' });
    expect(classify(generic, '+CMT: ,23', '00').kind).toBe('direct');
  });
});
