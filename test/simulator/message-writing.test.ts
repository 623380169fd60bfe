import { describe, expect, it } from 'vitest';
import { CTRL_Z, ESC, linesOf, openTerminal, submitOf, type Terminal } from './terminal.js';

function write(
  terminal: Terminal,
  { hex, tpduLength }: { hex: string; tpduLength: number },
  rest = '',
): string[] {
  terminal.type(`AT+CMGW=${tpduLength}${rest}\r`);
  return linesOf(terminal.type(`${hex}${CTRL_Z}`));
}

describe('a message that is kept to be sent', () => {
  it('is written into the memory for that, as unsent or as it was said', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CPMS="SM","ME","SM"');
    const pdu = submitOf('hello');
    expect(write(terminal, pdu)).toEqual(['+CMGW: 1', 'OK']);
    expect(write(terminal, pdu, ',3')).toEqual(['+CMGW: 2', 'OK']);
    expect(modem.stored).toMatchObject([
      { memory: 'ME', index: 1, status: 2, hex: pdu.hex },
      { memory: 'ME', index: 2, status: 3, hex: pdu.hex },
    ]);
    expect(modem.record.submits).toEqual([]);
  });

  it('is refused where its length or status is wrong, or the memory is full', () => {
    const { modem, terminal } = openTerminal({ storeSlots: 1 });
    const { hex, tpduLength } = submitOf('hello');
    expect(write(terminal, { hex, tpduLength: tpduLength + 1 })).toEqual(['+CMS ERROR: 304']);
    expect(write(terminal, { hex: '', tpduLength })).toEqual(['+CMS ERROR: 304']);
    expect(terminal.command(`AT+CMGW=${tpduLength},4`)).toEqual(['+CMS ERROR: 304']);
    expect(terminal.command('AT+CMGW=165')).toEqual(['+CMS ERROR: 304']);
    expect(write(terminal, { hex, tpduLength })).toEqual(['+CMGW: 1', 'OK']);
    expect(write(terminal, { hex, tpduLength })).toEqual(['+CMS ERROR: 322']);
    expect(modem.stored).toHaveLength(1);
  });

  it('is given up with ESC', () => {
    const { modem, terminal } = openTerminal();
    terminal.type('AT+CMGW=20\r');
    expect(linesOf(terminal.type(`0011${ESC}`))).toEqual(['OK']);
    expect(modem.record.withdrawals).toMatchObject([{ hex: '0011' }]);
    expect(modem.stored).toEqual([]);
  });

  it('goes out by its index, and counts as sent then', () => {
    const { modem, terminal } = openTerminal();
    const pdu = submitOf('hello', { statusReport: true });
    terminal.command('AT+CNMI=2,1,0,1');
    write(terminal, pdu);
    const [sent, done, report] = terminal.command('AT+CMSS=1');
    expect([sent, done]).toEqual(['+CMSS: 0', 'OK']);
    expect(report).toMatch(/^\+CDS: /);
    expect(modem.record.submits).toMatchObject([
      { hex: pdu.hex, tpduLength: pdu.tpduLength, outcome: 'accepted', reference: 0 },
    ]);
    expect(modem.stored).toMatchObject([{ index: 1, status: 3 }]);
  });

  it('stays as it is where it cannot go out', () => {
    const { modem, terminal } = openTerminal({ registration: 2 });
    write(terminal, submitOf('hello'));
    expect(terminal.command('AT+CMSS=1')).toEqual(['+CMS ERROR: 331']);
    expect(terminal.command('AT+CMSS=2')).toEqual(['+CMS ERROR: 321']);
    expect(terminal.command('AT+CMSS=1,"+447700900456"')).toEqual(['+CMS ERROR: 303']);
    expect(modem.stored).toMatchObject([{ index: 1, status: 2 }]);
  });
});
