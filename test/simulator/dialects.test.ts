import { describe, expect, it } from 'vitest';
import { DIALECTS, dialectNamed, SimulatedModem } from '../../src/simulator/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { linesOf, openTerminal } from './terminal.js';

describe('the dialects', () => {
  it.each(DIALECTS.map(({ name }) => name))('%s is consistent with itself', (name) => {
    const dialect = dialectNamed(name);
    const { memories, indications, messageService } = dialect;
    for (const [position, memory] of memories.powerOn.entries()) {
      expect(memories.offered[position]).toContain(memory);
    }
    for (const [field, value] of Object.entries(indications.powerOn)) {
      expect(Object.entries(indications.accepted)).toContainEqual([
        field,
        expect.arrayContaining([value]),
      ]);
    }
    expect(messageService.accepted).toContain(messageService.powerOn);
    expect(dialect.summary.length).toBeLessThan(100);
  });

  it('are refused by any other name, with those that there are', () => {
    expect(() => dialectNamed('nokia')).toThrow(/no dialect "nokia"; there are generic, huawei,/);
    const clock = new FakeClock();
    expect(() => new SimulatedModem({ clock, dialect: 'nokia' })).toThrow(RangeError);
  });

  it('huawei: chatters until it is told not to, and again after a restart', async () => {
    const { terminal, modem, clock } = openTerminal({ dialect: 'huawei' });
    await clock.advance(5_000);
    expect(linesOf(terminal.read())).toEqual(['^RSSI:20']);
    expect(terminal.command('AT^CURC=0')).toEqual(['OK']);
    await clock.advance(60_000);
    expect(terminal.read()).toBe('');
    modem.restart();
    await clock.advance(5_000);
    expect(linesOf(terminal.read())).toContain('^RSSI:20');
  });

  it('huawei: does not know what it does not know', () => {
    const { terminal } = openTerminal({ dialect: 'huawei' });
    expect(terminal.command('AT+CEREG?')).toEqual(['COMMAND NOT SUPPORT']);
    expect(terminal.command('AT^SYSINFO')).toEqual(['^SYSINFO:2,3,0,5,1,,4', 'OK']);
  });

  it('huawei: restarts with the command of its maker', () => {
    const { terminal } = openTerminal({ dialect: 'huawei' });
    expect(terminal.command('AT^RESET')).toEqual(['OK', '^BOOT:0,0,0,0,0', '^SIMST:1', '^SRVST:2']);
  });

  it('zte: writes its identity with the label', () => {
    const { terminal } = openTerminal({ dialect: 'zte' });
    expect(terminal.command('AT+CGMI')).toEqual(['+CGMI: ZTE CORPORATION', 'OK']);
  });

  it('telit: keeps reports in a memory of their own', () => {
    const { terminal, modem } = openTerminal({ dialect: 'telit' });
    terminal.command('AT+CNMI=2,1,0,2,0');
    modem.receivePdu('07911326040000F0062A0B911346610089F6208062917314082080629173140800');
    expect(linesOf(terminal.read())).toEqual(['+CDSI: "SR",1']);
    expect(terminal.command('AT+CPMS="SR"')[0]).toMatch(/^\+CPMS: 1,30,/);
    expect(terminal.command('AT+CMGR=1')).toHaveLength(3);
  });

  it('cinterion: refuses ME for receiving, and bfr 0', () => {
    const { terminal } = openTerminal({ dialect: 'cinterion' });
    expect(terminal.command('AT+CPMS="ME","ME","ME"')).toEqual(['+CMS ERROR: 302']);
    expect(terminal.command('AT+CNMI=2,1,0,0,0')).toEqual(['+CMS ERROR: 303']);
    expect(terminal.command('AT+CNMI=2,1,0,2,1')).toEqual(['OK']);
    expect(terminal.command('AT+CMMS=?')).toEqual(['+CMS ERROR: 303']);
  });

  it('MT: is SM and ME in one, with their slots one after the other', () => {
    const { terminal, modem } = openTerminal({ dialect: 'quectel-m95', storeSlots: 2 });
    terminal.command('AT+CPMS="MT","MT","MT";+CNMI=2,1');
    for (const text of ['one', 'two', 'three']) modem.receive({ from: '+447700900123', text });
    expect(linesOf(terminal.read())).toEqual(['+CMTI: "MT",1', '+CMTI: "MT",2', '+CMTI: "MT",3']);
    expect(terminal.command('AT+CPMS?')[0]).toBe('+CPMS: "MT",3,4,"MT",3,4,"MT",3,4');
    expect(terminal.command('AT+CMGR=3')).toHaveLength(3);
    expect(terminal.command('AT+CMGD=3')).toEqual(['OK']);
    expect(modem.stored.map(({ memory, index }) => [memory, index])).toEqual([
      ['SM', 1],
      ['SM', 2],
    ]);
  });
});
