import { describe, expect, it } from 'vitest';
import { decodePdu } from '../../src/sms/index.js';
import { linesOf, openTerminal, Terminal } from './terminal.js';

const from = '+447700900123';

describe('a message from the network', () => {
  it('is stored and told by +CMTI where <mt> is 1', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1,0,0,0');
    modem.receive({ from, text: 'STOP' });
    expect(terminal.read()).toBe('\r\n+CMTI: "SM",1\r\n');
    const [, hex = ''] = terminal.command('AT+CMGR=1');
    expect(decodePdu(hex)).toMatchObject({
      type: 'deliver',
      from: { value: from },
      text: 'STOP',
      timestamp: { utc: '2026-01-05T12:00:00.000Z' },
    });
    expect(modem.record.arrivals).toMatchObject([{ hex, route: 'stored', memory: 'SM', index: 1 }]);
  });

  it('is stored and not told where <mt> is 0, as after power-on', () => {
    const { modem, terminal } = openTerminal();
    modem.receive({ from, text: 'STOP' });
    expect(terminal.read()).toBe('');
    expect(modem.stored).toHaveLength(1);
  });

  it('is written to the line and not stored where <mt> is 2', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,2,0,0,0');
    modem.receive({ from, text: 'STOP' });
    const [header = '', hex = ''] = linesOf(terminal.read());
    expect(header).toMatch(/^\+CMT: ,\d+$/);
    const tpduLength = Number(header.slice('+CMT: ,'.length));
    expect(decodePdu(hex, { tpduLength })).toMatchObject({ text: 'STOP', warnings: [] });
    expect(modem.stored).toEqual([]);
    expect(modem.record.arrivals).toMatchObject([{ hex, route: 'direct' }]);
  });

  it('is stored where <mt> is 2 and nobody is on the line', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,2,0,0,0');
    terminal.unplug();
    modem.receive({ from, text: 'STOP' });
    expect(modem.stored).toHaveLength(1);
  });

  it('of class 2 is stored on the SIM even where <mt> is 2', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,2,0,0,0');
    // TP-DCS F2: class 2, default alphabet.
    modem.receivePdu('0004038121F300F2621050210000000141');
    expect(linesOf(terminal.read())).toEqual(['+CMTI: "SM",1']);
  });

  it('comes in as many parts as it needs', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1');
    modem.receive({ from, text: 'long '.repeat(50) });
    expect(linesOf(terminal.read())).toEqual(['+CMTI: "SM",1', '+CMTI: "SM",2']);
    expect(modem.stored.map(({ hex }) => decodePdu(hex))).toMatchObject([
      { concat: { total: 2, sequence: 1 } },
      { concat: { total: 2, sequence: 2 } },
    ]);
  });

  it('may be any octets, but must be octets', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1');
    modem.receivePdu('deadbeef');
    expect(terminal.command('AT+CMGL=4')).toContain('DEADBEEF');
    expect(() => modem.receivePdu('nonsense')).toThrow('hexadecimal');
    expect(modem.waiting).toEqual([]);
  });

  it('waits in the network while the modem is not registered or its radio is off', () => {
    const { modem, terminal } = openTerminal({ registration: 0 });
    terminal.command('AT+CNMI=2,1');
    modem.receive({ from, text: 'STOP' });
    expect(modem.stored).toEqual([]);
    terminal.command('AT+CFUN=4');
    modem.registration = 5;
    expect(modem.stored).toEqual([]);
    expect(terminal.command('AT+CFUN=1')).toEqual(['OK', '+CMTI: "SM",1']);
  });

  it('is told later where <mode> is 0, unless <bfr> says to forget it', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=0,1,0,0,0');
    modem.receive({ from, text: 'one' });
    expect(terminal.read()).toBe('');
    expect(terminal.command('AT+CNMI=2,1,0,0,0')).toEqual(['OK', '+CMTI: "SM",1']);
    terminal.command('AT+CNMI=0,1,0,0,0');
    modem.receive({ from, text: 'two' });
    expect(terminal.command('AT+CNMI=2,1,0,0,1')).toEqual(['OK']);
  });
});

describe('+CNMI', () => {
  it('tells its ranges and keeps what is left out', () => {
    const { terminal } = openTerminal();
    expect(terminal.command('AT+CNMI=?')).toEqual(['+CNMI: (0-2),(0-2),(0,2),(0-2),(0,1)', 'OK']);
    expect(terminal.command('AT+CNMI=2,1,0,1')).toEqual(['OK']);
    expect(terminal.command('AT+CNMI=1,,,2')).toEqual(['OK']);
    expect(terminal.command('AT+CNMI?')).toEqual(['+CNMI: 1,1,0,2,0', 'OK']);
  });

  it.each(['3,1', '2,3', '2,1,1', '2,1,3', '2,1,0,3', '2,1,0,0,2', '2,1,0,0,0,0'])(
    'refuses %s and changes nothing',
    (values) => {
      const { terminal } = openTerminal();
      expect(terminal.command(`AT+CNMI=${values}`)).toEqual(['+CMS ERROR: 303']);
      expect(terminal.command('AT+CNMI?')).toEqual(['+CNMI: 0,0,0,0,0', 'OK']);
    },
  );
});

describe('+CSMS=1', () => {
  function openPhase2Plus() {
    const opened = openTerminal();
    opened.terminal.command('AT+CSMS=1;+CNMI=2,2,0,1,0');
    return opened;
  }

  it('hands over the next message only after +CNMA', () => {
    const { modem, terminal } = openPhase2Plus();
    modem.receive({ from, text: 'one' });
    modem.receive({ from, text: 'two' });
    expect(linesOf(terminal.read())).toHaveLength(2);
    expect(modem.record.arrivals).toEqual([]);
    const [ok, header] = terminal.command('AT+CNMA');
    expect([ok, header?.slice(0, 5)]).toEqual(['OK', '+CMT:']);
    expect(terminal.command('AT+CNMA=0')).toEqual(['OK']);
    expect(modem.record.arrivals).toHaveLength(2);
  });

  it('stops writing to the line when no +CNMA comes, and stores the message', async () => {
    const { modem, terminal, clock } = openPhase2Plus();
    modem.receive({ from, text: 'one' });
    await clock.advance(15_000);
    expect(terminal.command('AT+CNMI?')).toContain('+CNMI: 2,0,0,0,0');
    expect(modem.stored).toHaveLength(1);
  });

  it('lets the network try again later what was refused', async () => {
    const { modem, terminal, clock } = openPhase2Plus();
    modem.receive({ from, text: 'one' });
    terminal.read();
    expect(terminal.command('AT+CNMA=2')).toEqual(['OK']);
    await clock.advance(60_000);
    expect(linesOf(terminal.read())[0]).toMatch(/^\+CMT:/);
  });

  it('is what +CNMA needs', () => {
    const { terminal } = openTerminal();
    expect(terminal.command('AT+CNMA')).toEqual(['+CMS ERROR: 340']);
    expect(terminal.command('AT+CSMS?')).toEqual(['+CSMS: 0,1,1,0', 'OK']);
    expect(terminal.command('AT+CSMS=1')).toEqual(['+CSMS: 1,1,0', 'OK']);
    expect(terminal.command('AT+CNMA')).toEqual(['+CMS ERROR: 340']);
  });
});

describe('a line', () => {
  it('is the only one, and what was set outlives it', () => {
    const { modem, terminal } = openTerminal();
    expect(() => new Terminal(modem)).toThrow('another line');
    terminal.command('AT+CNMI=2,1');
    terminal.unplug();
    const next = new Terminal(modem);
    expect(next.type('AT+CNMI?\r')).toBe('\r\n+CNMI: 2,1,0,0,0\r\n\r\nOK\r\n');
    modem.receive({ from, text: 'STOP' });
    expect(linesOf(next.read())).toEqual(['+CMTI: "SM",1']);
    expect(terminal.read()).toBe('');
  });
});
