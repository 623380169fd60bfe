import { describe, expect, it } from 'vitest';
import { linesOf, openTerminal } from './terminal.js';

describe('the simulated modem', () => {
  it('says who it is and what SIM it has', () => {
    const { terminal } = openTerminal({
      manufacturer: 'ACME',
      model: 'M1',
      revision: '2.3',
      imei: '490154203237518',
      imsi: '001010123456789',
      iccid: '8944500102198304826',
      ownNumber: '+447700900999',
    });
    const answers = {
      'AT+CGMI': 'ACME',
      'AT+GMI': 'ACME',
      'AT+CGMM': 'M1',
      'AT+CGMR': '2.3',
      'AT+CGSN': '490154203237518',
      'AT+CIMI': '001010123456789',
      'AT+CCID': '+CCID: 8944500102198304826',
      'AT+CNUM': '+CNUM: ,"+447700900999",145',
      'AT+CSCA?': '+CSCA: "+447700900000",145',
    };
    for (const [command, answer] of Object.entries(answers)) {
      expect(terminal.command(command)).toEqual([answer, 'OK']);
    }
    expect(terminal.command('ATI')).toEqual(['ACME', 'M1', 'Revision: 2.3', 'OK']);
  });

  it('tells registration, signal and operator as they are', () => {
    const { modem, terminal } = openTerminal({ operator: 'Test Net' });
    expect(terminal.command('AT+COPS?')).toEqual(['+COPS: 0,0,"Test Net",7', 'OK']);
    modem.registration = 11;
    modem.signal = 99;
    expect(terminal.command('AT+CREG?')).toEqual(['+CREG: 0,11', 'OK']);
    expect(terminal.command('AT+CGREG?')).toEqual(['+CGREG: 0,11', 'OK']);
    expect(terminal.command('AT+CEREG?')).toEqual(['+CEREG: 0,11', 'OK']);
    expect(terminal.command('AT+CSQ')).toEqual(['+CSQ: 99,99', 'OK']);
    expect(terminal.command('AT+COPS?')).toEqual(['+COPS: 0', 'OK']);
  });

  it('tells a change of registration where +CREG asked for it', () => {
    const { modem, terminal } = openTerminal();
    modem.registration = 2;
    expect(terminal.read()).toBe('');
    terminal.command('AT+CREG=1');
    modem.registration = 5;
    expect(linesOf(terminal.read())).toEqual(['+CREG: 5']);
  });

  it('tells the area and the cell as well to who asked for them', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CREG=2');
    modem.registration = 2;
    modem.registration = 5;
    expect(linesOf(terminal.read())).toEqual(['+CREG: 2', '+CREG: 5,"00C3","0001A2B3",2']);
  });

  it('answers a USSD code after OK, and 4 for one that the network does not know', () => {
    const { terminal } = openTerminal({ ussdAnswers: { '*101#': 'Credit 5.00' } });
    expect(terminal.command('AT+CUSD=1,"*101#",15')).toEqual(['OK', '+CUSD: 0,"Credit 5.00",15']);
    expect(terminal.command('AT+CUSD=1,"*9#"')).toEqual(['OK', '+CUSD: 4']);
  });

  it('writes and reads USSD in the character set of +CSCS', () => {
    const { terminal } = openTerminal({ ussdAnswers: { '*1#': 'OK €' } });
    terminal.command('AT+CSCS="UCS2"');
    expect(terminal.command('AT+CUSD=1,"002A00310023",15')).toEqual([
      'OK',
      '+CUSD: 0,"004F004B002020AC",15',
    ]);
  });

  it('takes +CMMS, ATH and +CHUP, and dials nobody', () => {
    const { terminal } = openTerminal();
    expect(terminal.command('AT+CMMS=2;+CMMS?')).toEqual(['+CMMS: 2', 'OK']);
    expect(terminal.command('ATH')).toEqual(['OK']);
    expect(terminal.command('AT+CHUP')).toEqual(['OK']);
    expect(terminal.command('ATD+447700900123;')).toEqual(['NO CARRIER']);
  });

  it('knows ^CURC only in the dialect of Huawei', () => {
    expect(openTerminal().terminal.command('AT^CURC=0')).toEqual(['+CME ERROR: 4']);
    const { terminal } = openTerminal({ dialect: 'huawei' });
    expect(terminal.command('AT^CURC=0')).toEqual(['OK']);
  });
});

describe('a restart', () => {
  it('forgets settings, says so, and keeps stored messages', () => {
    const { modem, terminal } = openTerminal({ powerOnMessageFormat: 1 });
    terminal.command('AT+CMGF=0;+CNMI=2,1,0,1,0;+CREG=1');
    modem.receive({ from: '+447700900123', text: 'STOP' });
    terminal.read();
    modem.restart();
    expect(linesOf(terminal.read())).toEqual(['RDY', '+CPIN: READY']);
    expect(terminal.type('AT+CMGF?;+CNMI?;+CREG?\r')).toMatch(/^AT\+CMGF/);
    expect(terminal.command('ATE0+CMGF?;+CNMI?;+CREG?').slice(1)).toEqual([
      '+CMGF: 1',
      '+CNMI: 0,0,0,0,0',
      '+CREG: 0,1',
      'OK',
    ]);
    expect(modem.stored).toHaveLength(1);
  });

  it('is what AT+CFUN=1,1 does, after OK', () => {
    const { terminal } = openTerminal({ dialect: 'simcom-sim7600' });
    expect(terminal.command('AT+CFUN=1,1')).toEqual([
      'OK',
      'RDY',
      '+CPIN: READY',
      'SMS DONE',
      'PB DONE',
    ]);
  });

  it('leaves a command that was under way without an answer', async () => {
    const { modem, terminal, clock } = openTerminal({ commandLatencyMs: 100 });
    await clock.advance(100);
    terminal.read();
    terminal.type('AT+CSQ\r');
    modem.restart();
    terminal.read();
    await clock.advance(1000);
    expect(terminal.read()).toBe('');
  });
});

describe('the SIM', () => {
  it('with a PIN lets nothing through until it is entered', () => {
    const { modem, terminal } = openTerminal({ pin: '1234' });
    expect(terminal.command('AT+CPIN?')).toEqual(['+CPIN: SIM PIN', 'OK']);
    expect(terminal.command('AT+CIMI')).toEqual(['+CME ERROR: 11']);
    expect(terminal.command('AT+CMGL=4')).toEqual(['+CMS ERROR: 311']);
    expect(terminal.command('AT+CREG?')).toEqual(['+CREG: 0,0', 'OK']);
    modem.receive({ from: '+447700900123', text: 'STOP' });
    expect(modem.stored).toEqual([]);
    expect(terminal.command('AT+CPIN="1234"')).toEqual(['OK']);
    expect(terminal.command('AT+CPIN?')).toEqual(['+CPIN: READY', 'OK']);
    expect(terminal.command('AT+CREG?')).toEqual(['+CREG: 0,1', 'OK']);
    expect(modem.stored).toHaveLength(1);
  });

  it('asks for the PUK after three wrong PINs, and counts down', () => {
    const { terminal } = openTerminal({ pin: '1234', puk: '87654321' });
    expect(terminal.command('AT+CPIN="0000"')).toEqual(['+CME ERROR: 16']);
    expect(terminal.command('AT+CPINR="SIM PIN"')).toEqual(['+CPINR: SIM PIN,2,3', 'OK']);
    expect(terminal.command('AT+CPIN=0000')).toEqual(['+CME ERROR: 16']);
    expect(terminal.command('AT+CPIN="0000"')).toEqual(['+CME ERROR: 12']);
    expect(terminal.command('AT+CPIN?')).toEqual(['+CPIN: SIM PUK', 'OK']);
    expect(terminal.command('AT+CMGL=4')).toEqual(['+CMS ERROR: 316']);
    expect(terminal.command('AT+CPIN="1234"')).toEqual(['+CME ERROR: 12']);
    expect(terminal.command('AT+CPIN="00000000","1111"')).toEqual(['+CME ERROR: 16']);
    expect(terminal.command('AT+CPIN="87654321","1111"')).toEqual(['OK']);
    expect(terminal.command('AT+CPIN?')).toEqual(['+CPIN: READY', 'OK']);
  });

  it('asks for the PIN again after a restart', () => {
    const { modem, terminal } = openTerminal({ pin: '1234' });
    terminal.command('AT+CPIN="1234"');
    modem.restart();
    expect(linesOf(terminal.read())).toEqual(['RDY', '+CPIN: SIM PIN']);
  });

  it('without a PIN takes none', () => {
    const { terminal } = openTerminal();
    expect(terminal.command('AT+CPIN="1234"')).toEqual(['+CME ERROR: 3']);
  });
});
