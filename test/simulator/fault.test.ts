import { describe, expect, it } from 'vitest';
import { ESC, linesOf, openTerminal, submitOf, Terminal } from './terminal.js';

const pdu = submitOf('hello', { statusReport: true });
const from = '+447700900123';

describe('the simulated modem with a fault', () => {
  it('silent-on-submit: takes the PDU, says nothing, answers the next command', () => {
    const { modem, terminal } = openTerminal();
    modem.play({ kind: 'silent-on-submit' });
    expect(terminal.submit(pdu)).toEqual([]);
    const [submit] = modem.record.submits;
    expect(submit).toMatchObject({ outcome: 'accepted', reference: 0 });
    expect(submit && modem.record.answerTo(submit)).toBeUndefined();
    expect(terminal.command('AT')).toEqual(['OK']);
    expect(terminal.submit(pdu)).toEqual(['+CMGS: 1', 'OK']);
  });

  it('silent-on-submit: the report comes all the same', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1,0,1,0');
    modem.play({ kind: 'silent-on-submit' });
    expect(terminal.submit(pdu)[0]).toMatch(/^\+CDS: /);
  });

  it('error-on-submit: refuses as often as it was told, with the line it was told', () => {
    const { modem, terminal } = openTerminal();
    modem.play({ kind: 'error-on-submit', line: '+CMS ERROR: 38', count: 2 });
    expect(terminal.submit(pdu)).toEqual(['+CMS ERROR: 38']);
    expect(terminal.submit(pdu)).toEqual(['+CMS ERROR: 38']);
    expect(terminal.submit(pdu)).toEqual(['+CMGS: 0', 'OK']);
    expect(modem.record.submits.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'refused',
      'accepted',
    ]);
  });

  it('error-on-submit, taken: the network has it though the modem says ERROR', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1,0,1,0');
    modem.play({ kind: 'error-on-submit', line: 'ERROR', taken: true });
    const [error, report] = terminal.submit(pdu);
    expect([error, report?.slice(0, 5)]).toEqual(['ERROR', '+CDS:']);
    expect(modem.record.submits).toMatchObject([{ outcome: 'accepted', reference: 0 }]);
  });

  it('late-submit-answer: the answer falls into what comes later', async () => {
    const { modem, terminal, clock } = openTerminal();
    modem.play({ kind: 'late-submit-answer', delayMs: 130_000 });
    expect(terminal.submit(pdu)).toEqual([]);
    expect(terminal.command('AT')).toEqual(['OK']);
    await clock.advance(130_000);
    expect(linesOf(terminal.read())).toEqual(['+CMGS: 0', 'OK']);
  });

  it('silent: says nothing and takes nothing until it is restarted', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1');
    modem.play({ kind: 'silent' });
    modem.receive({ from, text: 'STOP' });
    expect(terminal.command('AT')).toEqual([]);
    modem.restart();
    terminal.read();
    expect(terminal.command('ATE0')).toContain('OK');
  });

  it('silent: answers again on a new line', () => {
    const { modem, terminal } = openTerminal();
    modem.play({ kind: 'silent' });
    terminal.unplug();
    expect(new Terminal(modem).command('AT')).toEqual(['OK']);
  });

  it('unsolicited-flood: a line each so many milliseconds, as many as told', async () => {
    const { modem, terminal, clock } = openTerminal();
    modem.play({ kind: 'unsolicited-flood', lines: ['^RSSI:1', '^RSSI:2'], everyMs: 10, count: 3 });
    await clock.advance(25);
    expect(linesOf(terminal.read())).toEqual(['^RSSI:1', '^RSSI:2']);
    await clock.advance(1000);
    expect(linesOf(terminal.read())).toEqual(['^RSSI:1']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('unsolicited-flood without a count ends with close()', async () => {
    const { modem, terminal, clock } = openTerminal();
    modem.play({ kind: 'unsolicited-flood', lines: ['^RSSI:1'], everyMs: 10 });
    await clock.advance(100);
    expect(linesOf(terminal.read())).toHaveLength(10);
    modem.close();
    expect(clock.pendingTimers).toBe(0);
  });

  it('unsolicited-flood amid the prompt: between the prompt and +CMGS', () => {
    const { modem, terminal } = openTerminal();
    modem.play({ kind: 'unsolicited-flood', lines: ['^RSSI:1'], amid: 'prompt' });
    expect(terminal.type(`AT+CMGS=${pdu.tpduLength}\r`)).toBe('\r\n> \r\n^RSSI:1\r\n');
  });

  it('unsolicited-flood before the prompt', () => {
    const { modem, terminal } = openTerminal();
    modem.play({ kind: 'unsolicited-flood', lines: ['^RSSI:1'], amid: 'before-prompt' });
    expect(terminal.type(`AT+CMGS=${pdu.tpduLength}\r`)).toBe('\r\n^RSSI:1\r\n\r\n> ');
  });

  it('unsolicited-flood amid an answer: around each entry, never between header and PDU', () => {
    const { modem, terminal } = openTerminal();
    modem.receive({ from, text: 'one' });
    modem.receive({ from, text: 'two' });
    modem.play({ kind: 'unsolicited-flood', lines: ['^RSSI:1'], amid: 'answer' });
    const [one, two] = modem.stored;
    expect(terminal.command('AT+CMGL=4')).toEqual([
      '^RSSI:1',
      `+CMGL: 1,0,,${one?.tpduLength}`,
      one?.hex,
      '^RSSI:1',
      `+CMGL: 2,0,,${two?.tpduLength}`,
      two?.hex,
      '^RSSI:1',
      'OK',
    ]);
    expect(terminal.command('AT+CSQ')).toEqual(['+CSQ: 20,99', 'OK']);
  });

  it('delete-fails: the message stays, and the attempt is recorded', () => {
    const { modem, terminal } = openTerminal();
    modem.receive({ from, text: 'STOP' });
    modem.play({ kind: 'delete-fails', count: 1 });
    expect(terminal.command('AT+CMGD=1')).toEqual(['+CMS ERROR: 320']);
    expect(modem.stored).toHaveLength(1);
    expect(terminal.command('AT+CMGD=1')).toEqual(['OK']);
    expect(modem.record.deletes.map(({ outcome }) => outcome)).toEqual(['refused', 'deleted']);
  });

  it('not-ready-yet: the message cannot be read at first', () => {
    const { modem, terminal } = openTerminal();
    modem.receive({ from, text: 'STOP' });
    modem.play({ kind: 'not-ready-yet', command: '+CMGR', count: 2 });
    modem.play({ kind: 'not-ready-yet', command: '+CMGL', count: 1, line: '+CMS ERROR: 515' });
    expect(terminal.command('AT+CMGR=1')).toEqual(['+CMS ERROR: 321']);
    expect(terminal.command('AT+CMGL=4')).toEqual(['+CMS ERROR: 515']);
    expect(terminal.command('AT+CMGL=4')).toHaveLength(3);
    expect(terminal.command('AT+CMGR=1')).toEqual(['+CMS ERROR: 321']);
    expect(terminal.command('AT+CMGR=1')).toHaveLength(3);
  });

  it('lost-announcement: the message is stored and nothing is said', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1');
    modem.play({ kind: 'lost-announcement' });
    modem.receive({ from, text: 'one' });
    modem.receive({ from, text: 'two' });
    expect(linesOf(terminal.read())).toEqual(['+CMTI: "SM",2']);
  });

  it('announce-index: names a slot where the message is not', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1');
    modem.play({ kind: 'announce-index', index: -1 });
    modem.receive({ from, text: 'one' });
    expect(linesOf(terminal.read())).toEqual(['+CMTI: "SM",-1']);
    expect(modem.stored).toMatchObject([{ index: 1 }]);
  });

  it('stuck-at-prompt: takes commands for a PDU until ESC', () => {
    const { modem, terminal } = openTerminal();
    modem.play({ kind: 'stuck-at-prompt' });
    expect(terminal.command('AT')).toEqual([]);
    expect(terminal.command(`${ESC}\rAT`)).toEqual(['OK', 'OK']);
    expect(modem.record.submits).toEqual([]);
  });
});
