import { describe, expect, it } from 'vitest';
import { openTerminal } from './terminal.js';

describe('the simulated modem, asked as a phone', () => {
  it('tells capabilities, battery and activity', () => {
    const { terminal } = openTerminal();
    expect(terminal.command('AT+GCAP')).toEqual(['+GCAP: +CGSM', 'OK']);
    expect(terminal.command('AT+CBC')).toEqual(['+CBC: 0,100', 'OK']);
    expect(terminal.command('AT+CPAS')).toEqual(['+CPAS: 0', 'OK']);
    expect(terminal.command('AT+CLCC')).toEqual(['OK']);
    expect(terminal.command('AT+WS46=?')).toEqual(['+WS46: (22)', 'OK']);
    expect(terminal.command('AT+WS46=22;+WS46?')).toEqual(['+WS46: 22', 'OK']);
    expect(terminal.command('AT+WS46=12')).toEqual(['+CME ERROR: 50']);
  });

  it('tells the time of its clock, and takes one that it does not keep', async () => {
    const { terminal, clock } = openTerminal();
    await clock.advance(90_000);
    const [date, time] = clock.now().toISOString().slice(2, 19).replaceAll('-', '/').split('T');
    expect(terminal.command('AT+CCLK?')).toEqual([`+CCLK: "${date},${time}+00"`, 'OK']);
    expect(terminal.command('AT+CCLK="26/01/05,12:00:00+04"')).toEqual(['OK']);
    expect(terminal.command('AT+CCLK="noon"')).toEqual(['+CME ERROR: 50']);
  });

  it('is attached for packets while it has service', () => {
    const { modem, terminal } = openTerminal();
    expect(terminal.command('AT+CGATT?')).toEqual(['+CGATT: 1', 'OK']);
    expect(terminal.command('AT+CGATT=1')).toEqual(['OK']);
    expect(terminal.command('AT+CGATT=2')).toEqual(['+CME ERROR: 50']);
    modem.registration = 2;
    expect(terminal.command('AT+CGATT?')).toEqual(['+CGATT: 0', 'OK']);
  });

  it('says where it is to those that asked for it, while it has service', () => {
    const { modem, terminal } = openTerminal();
    expect(terminal.command('AT+CREG=2;+CREG?')).toEqual(['+CREG: 2,1,"00C3","0001A2B3",2', 'OK']);
    expect(terminal.command('AT+CGREG?')).toEqual(['+CGREG: 0,1', 'OK']);
    modem.registration = 3;
    terminal.read();
    expect(terminal.command('AT+CREG?')).toEqual(['+CREG: 2,3', 'OK']);
  });

  it('names its network in the format and the character set that were asked for', () => {
    const { terminal } = openTerminal({ operator: 'Nët' });
    expect(terminal.command('AT+COPS=3,2;+COPS?')).toEqual(['+COPS: 0,2,"00101",7', 'OK']);
    expect(terminal.command('AT+COPS=3,3')).toEqual(['+CME ERROR: 4']);
    expect(terminal.command('AT+CSCS="UCS2";+COPS=3,0;+COPS?')).toEqual([
      '+COPS: 0,0,"004E00EB0074",7',
      'OK',
    ]);
  });

  it('tells and takes numbers in the character set that was asked for', () => {
    const { terminal } = openTerminal({ ownNumber: '+4477' });
    expect(terminal.command('AT+CSCS="UCS2";+CNUM')).toEqual([
      '+CNUM: ,"002B0034003400370037",145',
      'OK',
    ]);
    expect(terminal.command('AT+CSCA="002B0034";+CSCA?')).toEqual(['+CSCA: "002B0034",145', 'OK']);
    expect(terminal.command('AT+CSCS="GSM";+CSCA?')).toEqual(['+CSCA: "+4",145', 'OK']);
    expect(terminal.command('AT+CSCA="four"')).toEqual(['+CMS ERROR: 304']);
  });
});

describe('+CRSM', () => {
  it('reads the number of the SIM, digits swapped, whole or in pieces', () => {
    const { terminal } = openTerminal({ iccid: '8944500102198304826' });
    expect(terminal.command('AT+CRSM=176,12258,0,0,10')).toEqual([
      '+CRSM: 144,0,"984405102091384028F6"',
      'OK',
    ]);
    expect(terminal.command('AT+CRSM=176,12258,0,8,0')).toEqual(['+CRSM: 144,0,"28F6"', 'OK']);
  });

  it('reads the name of the network in a field of sixteen octets', () => {
    const { terminal } = openTerminal({ operator: 'Net' });
    expect(terminal.command('AT+CRSM=176,28486,0,0,17')).toEqual([
      `+CRSM: 144,0,"004E6574${'FF'.repeat(13)}"`,
      'OK',
    ]);
  });

  it('has no other files, writes none, and wants the PIN first', () => {
    const { terminal } = openTerminal();
    expect(terminal.command('AT+CRSM=176,28478,0,0,0')).toEqual(['+CRSM: 106,130', 'OK']);
    expect(terminal.command('AT+CRSM=214,12258,0,0,10,"00"')).toEqual(['+CRSM: 109,0', 'OK']);
    expect(terminal.command('AT+CRSM=176,"EF"')).toEqual(['+CME ERROR: 50']);
    const locked = openTerminal({ pin: '1234' }).terminal;
    expect(locked.command('AT+CRSM=176,12258,0,0,10')).toEqual(['+CME ERROR: 11']);
  });
});
