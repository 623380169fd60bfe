import { describe, expect, it } from 'vitest';
import { SimulatedModem } from '../../src/simulator/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { CTRL_Z, ESC, openTerminal, submitOf, Terminal } from './terminal.js';

describe('a command line of the simulated modem', () => {
  it('is echoed until ATE0', () => {
    const terminal = new Terminal(new SimulatedModem({ clock: new FakeClock() }));
    expect(terminal.type('AT\r')).toBe('AT\r\r\nOK\r\n');
    expect(terminal.type('ATE0\r')).toBe('ATE0\r\r\nOK\r\n');
    expect(terminal.type('AT\r')).toBe('\r\nOK\r\n');
    expect(terminal.type('ATE1\r')).toBe('\r\nOK\r\n');
    expect(terminal.type('at')).toBe('at');
  });

  it('frames information and the final result code with CR LF', () => {
    const { terminal } = openTerminal();
    expect(terminal.type('AT+CSQ\r')).toBe('\r\n+CSQ: 20,99\r\n\r\nOK\r\n');
  });

  it('may come byte by byte, in lower case, with spaces and a line feed', () => {
    const { terminal } = openTerminal();
    let answer = '';
    for (const byte of ' at+cmee = 2 \r\n') {
      answer += terminal.type(byte);
    }
    expect(answer).toBe('\r\nOK\r\n');
    expect(terminal.command('AT+CMEE?')).toEqual(['+CMEE: 2', 'OK']);
  });

  it('begins at AT: what stands before is no part of it', () => {
    const { modem, terminal } = openTerminal();
    expect(terminal.command('0011000B91AT+CMGF?')).toEqual(['+CMGF: 0', 'OK']);
    expect(modem.record.commands.at(-1)?.line).toBe('AT+CMGF?');
  });

  it('is ignored when there is no AT in it', () => {
    const { modem, terminal } = openTerminal();
    const before = modem.record.commands.length;
    expect(terminal.type('\r0011000B91\r')).toBe('');
    expect(modem.record.commands).toHaveLength(before);
  });

  it('can be corrected with backspace and dropped with ESC', () => {
    const { terminal } = openTerminal();
    expect(terminal.command('AT+CSX\bQ')).toEqual(['+CSQ: 20,99', 'OK']);
    expect(terminal.command(`AT+CSQ${ESC}`)).toEqual([]);
    expect(terminal.command(`${ESC}\rAT`)).toEqual(['OK']);
  });

  it('carries out joined commands in order and stops at the first that fails', () => {
    const { terminal } = openTerminal();
    expect(terminal.command('AT+CSCS="UCS2";+CSCS?;+CMGF?')).toEqual([
      '+CSCS: "UCS2"',
      '+CMGF: 0',
      'OK',
    ]);
    expect(terminal.command('AT+CSCS?;+CMEE=9;+CSCS="GSM"')).toEqual([
      '+CSCS: "UCS2"',
      '+CME ERROR: 50',
    ]);
    expect(terminal.command('AT+CSCS?')).toEqual(['+CSCS: "UCS2"', 'OK']);
  });

  it('joins basic commands without a semicolon', () => {
    const { terminal } = openTerminal();
    expect(terminal.command('ATE0Q0V1X4&C1&D2S0=0')).toEqual(['OK']);
    expect(terminal.command('AT&FE0')).toContain('OK');
    expect(terminal.command('ATV0')).toEqual(['ERROR']);
  });

  it('leaves a semicolon within quotes alone', () => {
    const { terminal } = openTerminal({ ussdAnswers: { '*1;2#': 'both' } });
    expect(terminal.command('AT+CUSD=1,"*1;2#",15')).toEqual(['OK', '+CUSD: 0,"both",15']);
  });

  it.each([
    [0, 'ERROR'],
    [1, '+CME ERROR: 4'],
    [2, '+CME ERROR: operation not supported'],
  ])('that nobody knows is answered as +CMEE=%i says', (mode, error) => {
    const { terminal } = openTerminal();
    terminal.command(`AT+CMEE=${mode}`);
    expect(terminal.command('AT+NOSUCH=1')).toEqual([error]);
    expect(terminal.command('AT??')).toEqual([error]);
  });

  it('waits while another is being carried out', async () => {
    const { terminal, clock } = openTerminal({ commandLatencyMs: 100 });
    await clock.advance(100);
    terminal.read();
    expect(terminal.type('AT+CMGF?\rAT+CSQ\r')).toBe('');
    await clock.advance(100);
    expect(terminal.read()).toBe('\r\n+CMGF: 0\r\n\r\nOK\r\n');
    await clock.advance(100);
    expect(terminal.read()).toBe('\r\n+CSQ: 20,99\r\n\r\nOK\r\n');
  });

  it('is recorded with its answer', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CSQ');
    const [command] = modem.record.commands.slice(-1);
    expect(command?.line).toBe('AT+CSQ');
    expect(command && modem.record.answerTo(command)?.lines).toEqual(['+CSQ: 20,99', 'OK']);
  });
});

describe('the prompt of the simulated modem', () => {
  it('has no line end', () => {
    const { terminal } = openTerminal();
    expect(terminal.type('AT+CMGS=24\r')).toBe('\r\n> ');
  });

  it('echoes the PDU where echo is on', () => {
    const { terminal } = openTerminal();
    terminal.command('ATE1');
    expect(terminal.type('AT+CMGS=24\r')).toBe('AT+CMGS=24\r\r\n> ');
    expect(terminal.type('0011')).toBe('0011');
  });

  it('is left with ESC, and what was typed counts as withdrawn, not as handed over', () => {
    const { modem, terminal } = openTerminal();
    terminal.type('AT+CMGS=24\r');
    expect(terminal.type(`0011${ESC}`)).toBe('\r\nOK\r\n');
    expect(modem.record.withdrawals.map(({ hex }) => hex)).toEqual(['0011']);
    expect(modem.record.submits).toEqual([]);
    expect(terminal.command('AT')).toEqual(['OK']);
  });

  it('keeps unsolicited lines back until the PDU is typed', () => {
    const { modem, terminal } = openTerminal();
    const { hex, tpduLength } = submitOf('hello');
    terminal.type(`AT+CMGS=${tpduLength}\r`);
    terminal.type(hex.slice(0, 10));
    modem.unsolicited('^RSSI: 15');
    expect(terminal.type(hex.slice(10))).toBe('');
    expect(terminal.type(CTRL_Z)).toBe('\r\n^RSSI: 15\r\n\r\n+CMGS: 0\r\n\r\nOK\r\n');
  });

  it('outlives the line it was opened on', () => {
    const { modem, terminal } = openTerminal();
    terminal.type('AT+CMGS=24\r');
    terminal.unplug();
    const next = new Terminal(modem);
    expect(next.command('AT')).toEqual([]);
    expect(next.command(`${ESC}\rAT`)).toEqual(['OK', 'OK']);
  });

  it('writes what earlier commands of the line had to say first', () => {
    const { terminal } = openTerminal();
    expect(terminal.type('AT+CMGF?;+CMGS=24\r')).toBe('\r\n+CMGF: 0\r\n\r\n> ');
  });
});
