import { describe, expect, it } from 'vitest';
import { decodePdu } from '../../src/sms/index.js';
import { CTRL_Z, linesOf, openTerminal, submitOf } from './terminal.js';

describe('a SUBMIT to the simulated modem', () => {
  it('is answered with its reference and recorded as it was handed over', () => {
    const { modem, terminal } = openTerminal();
    const pdu = submitOf('hello');
    expect(terminal.submit(pdu)).toEqual(['+CMGS: 0', 'OK']);
    expect(modem.record.submits).toMatchObject([
      { hex: pdu.hex, tpduLength: pdu.tpduLength, outcome: 'accepted', reference: 0 },
    ]);
  });

  it('counts references to 255 and round again', () => {
    const { modem, terminal } = openTerminal({ statusReports: false });
    const pdu = submitOf('hello');
    for (let count = 0; count < 258; count += 1) {
      terminal.submit(pdu);
    }
    const references = modem.record.submits.map((submit) => submit.reference);
    expect(references).toEqual(Array.from({ length: 258 }, (_, index) => index % 256));
  });

  it('may have line ends in it', () => {
    const { modem, terminal } = openTerminal();
    const { hex, tpduLength } = submitOf('hello');
    terminal.type(`AT+CMGS=${tpduLength}\r`);
    terminal.type(`${hex.slice(0, 8)}\r\n${hex.slice(8)}${CTRL_Z}`);
    expect(modem.record.submits).toMatchObject([{ hex, outcome: 'accepted' }]);
  });

  it.each([
    ['is longer than announced', (hex: string) => `${hex}00`],
    ['is shorter than announced', (hex: string) => hex.slice(0, -2)],
    ['has half an octet', (hex: string) => hex.slice(0, -1)],
    ['is not hexadecimal', (hex: string) => `${hex.slice(0, -2)}XY`],
    ['is no SUBMIT', (hex: string) => `${hex.slice(0, 2)}04${hex.slice(4)}`],
    ['is empty', () => ''],
  ])('is refused with 304 when it %s', (_, spoil) => {
    const { modem, terminal } = openTerminal();
    const { hex, tpduLength } = submitOf('hello');
    expect(terminal.submit({ hex: spoil(hex), tpduLength })).toEqual(['+CMS ERROR: 304']);
    expect(modem.record.submits).toMatchObject([{ outcome: 'refused', reference: undefined }]);
  });

  it.each(['', '0', '165', 'x', '"24"'])('gets no prompt for the length %j', (length) => {
    const { terminal } = openTerminal();
    expect(terminal.command(`AT+CMGS=${length}`)).toEqual(['+CMS ERROR: 304']);
  });

  it('is refused with 331 where there is no network', () => {
    const { modem, terminal } = openTerminal({ registration: 2 });
    expect(terminal.submit(submitOf('hello'))).toEqual(['+CMS ERROR: 331']);
    modem.registration = 1;
    expect(terminal.submit(submitOf('hello'))).toEqual(['+CMGS: 0', 'OK']);
  });

  it('is refused in text mode', () => {
    const { terminal } = openTerminal({ powerOnMessageFormat: 1 });
    expect(terminal.command('AT+CMGS=24')).toEqual(['+CMS ERROR: 303']);
    terminal.command('AT+CMGF=0');
    expect(terminal.type('AT+CMGS=24\r')).toBe('\r\n> ');
  });

  it('is answered after its latency, and other commands after it', async () => {
    const { modem, terminal, clock } = openTerminal({ submitLatencyMs: 1500 });
    expect(terminal.submit(submitOf('hello'))).toEqual([]);
    expect(modem.record.submits).toMatchObject([{ outcome: 'accepted' }]);
    terminal.type('AT+CMGF?\r');
    await clock.advance(1499);
    expect(terminal.read()).toBe('');
    await clock.advance(1);
    expect(linesOf(terminal.read())).toEqual(['+CMGS: 0', 'OK', '+CMGF: 0', 'OK']);
  });

  it('is told to listeners when it is handed over', () => {
    const { modem, terminal } = openTerminal({ submitLatencyMs: 1500 });
    const heard: number[] = [];
    const stop = modem.onSubmit((submit) => heard.push(submit.tpduLength));
    const pdu = submitOf('hello');
    terminal.submit(pdu);
    expect(heard).toEqual([pdu.tpduLength]);
    stop();
  });
});

describe('a status report', () => {
  it('comes as +CDS with the reference and the number, when the SUBMIT asked for it', async () => {
    const { terminal, clock } = openTerminal({ statusReports: { delayMs: 2000, status: 0x46 } });
    terminal.command('AT+CNMI=2,1,0,1,0');
    terminal.submit(submitOf('first'));
    expect(terminal.submit(submitOf('hello', { statusReport: true }))).toEqual(['+CMGS: 1', 'OK']);
    await clock.advance(1999);
    expect(terminal.read()).toBe('');
    await clock.advance(1);
    const [header, hex = ''] = linesOf(terminal.read());
    const tpduLength = Number(header?.replace('+CDS: ', ''));
    expect(decodePdu(hex, { tpduLength })).toMatchObject({
      type: 'status-report',
      reference: 1,
      to: { value: '+447700900123' },
      status: 0x46,
      timestamp: { utc: '2026-01-05T12:00:00.000Z' },
      dischargeTime: { utc: '2026-01-05T12:00:02.000Z' },
    });
  });

  it('comes after the answer to its SUBMIT, never before', () => {
    const { terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1,0,1,0');
    const lines = terminal.submit(submitOf('hello', { statusReport: true }));
    expect(lines.slice(0, 2)).toEqual(['+CMGS: 0', 'OK']);
    expect(lines[2]).toMatch(/^\+CDS: \d+$/);
  });

  it('does not come when none was asked for, or the network sends none', () => {
    const { modem, terminal } = openTerminal({ statusReports: false });
    terminal.command('AT+CNMI=2,1,0,1,0');
    terminal.submit(submitOf('hello', { statusReport: true }));
    expect(modem.record.arrivals).toEqual([]);
    const other = openTerminal();
    other.terminal.command('AT+CNMI=2,1,0,1,0');
    other.terminal.submit(submitOf('hello'));
    expect(other.modem.record.arrivals).toEqual([]);
  });

  it('is stored and told by +CDSI where <ds> is 2, and dropped where it is 0', () => {
    const { modem, terminal } = openTerminal();
    const pdu = submitOf('hello', { statusReport: true });
    terminal.submit(pdu);
    expect(modem.record.arrivals).toMatchObject([{ route: 'discarded' }]);
    terminal.command('AT+CNMI=2,1,0,2,0');
    expect(terminal.submit(pdu)).toEqual(['+CMGS: 1', 'OK', '+CDSI: "SM",1']);
    expect(modem.stored).toMatchObject([{ memory: 'SM', index: 1 }]);
  });
});
