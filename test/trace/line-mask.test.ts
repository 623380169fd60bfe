import { describe, expect, it } from 'vitest';
import { LineMask } from '../../src/trace/line-mask.js';
import { NumberMask } from '../../src/trace/number-mask.js';

const fromModem = (...lines: string[]) => {
  const mask = new LineMask(new NumberMask());
  return lines.map((line) => mask.fromModem(line)).at(-1);
};
const toModem = (line: string) => new LineMask(new NumberMask()).toModem(line);

describe('what a modem says', () => {
  it.each([
    ['+CLIP: "+447700900123",145', '+CLIP: "+447700000001",145'],
    ['+CLIP: "+447700900123",145,"",0,"Ann Lee",0', '+CLIP: "+447700000001",145,"",0,"xxx xxx",0'],
    ['+CNAP: "Ann Lee",0', '+CNAP: "xxx xxx",0'],
    ['+CSCA: "+447700900000",145', '+CSCA: "+447700000001",145'],
    ['490154203237518', '490100000000001'],
    ['+CUSD: 0,"Your balance is 10.50",15', '+CUSD: 0,"xxxx xxxxxxx xx 00.00",15'],
    ['+CUSD: 0,"From Alice', '+CUSD: 0,"xxxx xxxxx'],
    ['+CMT: "Alice",23', '+CMT: "xxxxx",23'],
    ['+CPMS: "SM",3,30,"SM",3,30,"SM",3,30', '+CPMS: "SM",3,30,"SM",3,30,"SM",3,30'],
    ['+COPS: 0,0,"O2 - UK",7', '+COPS: 0,0,"O2 - UK",7'],
    ['+CREG: 2,1,"1A2B","01C3D4",7', '+CREG: 2,1,"1A2B","01C3D4",7'],
    ['+CMTI: "SM",3', '+CMTI: "SM",3'],
    ['AT+CPIN="1234"', 'AT+CPIN="0000"'],
  ])('%s is shown as %s', (line, shown) => {
    expect(fromModem(line)).toBe(shown);
  });

  it('in text mode, the text stands in the line after', () => {
    expect(fromModem('+CMGR: "REC UNREAD","+447700900123"', 'Meet Bob at 5')).toBe('xxxx xxx xx 0');
  });
});

describe('what a modem is told', () => {
  it.each([
    ['AT+CPIN="1234"', 'AT+CPIN="0000"'],
    ['AT+CPIN=1234', 'AT+CPIN=0000'],
    ['AT+CLCK="SC",1,"1234"', 'AT+CLCK="xx",0,"0000"'],
    ['AT+CUSD=1,"*104*5551234#",15', 'AT+CUSD=1,"*000*0000000#",15'],
    ['AT+CGDCONT=1,"IP","internet"', 'AT+CGDCONT=1,"xx","xxxxxxxx"'],
    ['ATD+447700900123;', 'ATD+447700000001;'],
    ['AT+CPMS="SM","SM","SM"', 'AT+CPMS="SM","SM","SM"'],
    ['AT+CMGS=23', 'AT+CMGS=23'],
    ['AT+CMGR=3', 'AT+CMGR=3'],
    ['a text in text mode, 1', 'x xxxx xx xxxx xxxx, 0'],
  ])('%s is shown as %s', (line, shown) => {
    expect(toModem(line)).toBe(shown);
  });
});

describe('numbers', () => {
  it('are the same where they were, and others where they were others', () => {
    const numbers = new NumberMask();
    const masked = numbers.all('+447700900123 07700900123 +447700900124 +447700900123 63862');
    expect(masked).toBe('+447700000001 07700000002 +447700000003 +447700000001 63862');
  });
});
