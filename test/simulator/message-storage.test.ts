import { describe, expect, it } from 'vitest';
import { MessageStatus, SimulatedModem } from '../../src/simulator/index.js';
import { encodeDeliver } from '../../src/sms/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { CTRL_Z, linesOf, openTerminal, submitOf } from './terminal.js';

const utc = new Date('2026-01-05T11:00:00Z');

function deliverOf(text: string): { hex: string; tpduLength: number } {
  const [part] = encodeDeliver({
    from: '+447700900123',
    text,
    timestamp: { utc, offsetMinutes: 0 },
    concatReference: 1,
  });
  if (part === undefined) {
    throw new Error('a message has at least one part');
  }
  return part;
}

describe('the memory of the simulated modem', () => {
  it('lists stored messages with index, status and length, and has none to tell when empty', () => {
    const { modem, terminal } = openTerminal();
    expect(terminal.command('AT+CMGL=4')).toEqual(['OK']);
    const [first, second] = [deliverOf('one'), deliverOf('two')];
    modem.storePdu(first.hex);
    modem.storePdu(second.hex);
    expect(terminal.type('AT+CMGL=4\r')).toBe(
      `\r\n+CMGL: 1,0,,${first.tpduLength}\r\n${first.hex}\r\n` +
        `+CMGL: 2,0,,${second.tpduLength}\r\n${second.hex}\r\n\r\nOK\r\n`,
    );
  });

  it('is read by index; a slot with nothing in it is an error', () => {
    const { modem, terminal } = openTerminal();
    const pdu = deliverOf('one');
    modem.storePdu(pdu.hex);
    expect(terminal.command('AT+CMGR=1')).toEqual([`+CMGR: 0,,${pdu.tpduLength}`, pdu.hex, 'OK']);
    expect(terminal.command('AT+CMGR=2')).toEqual(['+CMS ERROR: 321']);
    expect(terminal.command('AT+CMGR=99')).toEqual(['+CMS ERROR: 321']);
  });

  it.each(['AT+CMGR=1', 'AT+CMGL=4', 'AT+CMGL'])('marks as read what %s has shown', (command) => {
    const { modem, terminal } = openTerminal();
    modem.storePdu(deliverOf('one').hex);
    expect(modem.stored).toMatchObject([{ status: MessageStatus.unread }]);
    terminal.command(command);
    expect(modem.stored).toMatchObject([{ status: MessageStatus.read }]);
  });

  it('lists by status', () => {
    const { modem, terminal } = openTerminal();
    for (const status of [2, 1, 0, 3] as const) {
      modem.storePdu(deliverOf(`status ${status}`).hex, { status });
    }
    for (const [status, index] of [
      [1, 2],
      [2, 1],
      [3, 4],
      [0, 3],
    ]) {
      const [header] = terminal.command(`AT+CMGL=${status}`);
      expect(header).toMatch(new RegExp(`^\\+CMGL: ${index},${status},`));
    }
    expect(terminal.command('AT+CMGL=5')).toEqual(['+CMS ERROR: 304']);
  });

  it('frees a slot on +CMGD, records it, and uses the lowest free slot next', () => {
    const { modem, terminal } = openTerminal();
    const pdus = ['one', 'two', 'three'].map((text) => deliverOf(text).hex);
    for (const hex of pdus) {
      modem.storePdu(hex);
    }
    expect(terminal.command('AT+CMGD=2')).toEqual(['OK']);
    expect(modem.record.deletes).toMatchObject([
      { memory: 'SM', index: 2, hex: pdus[1], outcome: 'deleted' },
    ]);
    expect(modem.storePdu(deliverOf('four').hex).index).toBe(2);
  });

  it('deletes an empty slot with OK, and nothing is recorded', () => {
    const { modem, terminal } = openTerminal();
    expect(terminal.command('AT+CMGD=7')).toEqual(['OK']);
    expect(modem.record.deletes).toEqual([]);
    expect(terminal.command('AT+CMGD=31')).toEqual(['+CMS ERROR: 321']);
    expect(terminal.command('AT+CMGD=0')).toEqual(['+CMS ERROR: 321']);
  });

  it.each([
    [1, [0, 2, 3]],
    [2, [0, 2]],
    [3, [0]],
    [4, []],
  ])('deletes by <delflag> %i all but the statuses %j', (flag, left) => {
    const { modem, terminal } = openTerminal();
    for (const status of [0, 1, 2, 3] as const) {
      modem.storePdu(deliverOf(`status ${status}`).hex, { status });
    }
    expect(terminal.command(`AT+CMGD=1,${flag}`)).toEqual(['OK']);
    expect(modem.stored.map(({ status }) => status)).toEqual(left);
  });

  it('tells the slots in use for +CMGD=?', () => {
    const { modem, terminal } = openTerminal({ firstIndex: 0 });
    modem.storePdu(deliverOf('one').hex);
    modem.storePdu(deliverOf('two').hex);
    expect(terminal.command('AT+CMGD=?')).toEqual(['+CMGD: (0,1),(0-4)', 'OK']);
  });

  it('is chosen by +CPMS, which tells how full each is', () => {
    const { modem, terminal } = openTerminal({ storeSlots: 5 });
    modem.storePdu(deliverOf('one').hex);
    expect(terminal.command('AT+CPMS=?')).toEqual([
      '+CPMS: ("SM","ME"),("SM","ME"),("SM","ME")',
      'OK',
    ]);
    expect(terminal.command('AT+CPMS?')).toEqual(['+CPMS: "SM",1,5,"SM",1,5,"SM",1,5', 'OK']);
    expect(terminal.command('AT+CPMS="ME","SM","ME"')).toEqual(['+CPMS: 0,5,1,5,0,5', 'OK']);
    expect(terminal.command('AT+CMGL=4')).toEqual(['OK']);
    modem.storePdu(deliverOf('two').hex);
    expect(modem.stored).toMatchObject([{ memory: 'SM' }, { memory: 'ME' }]);
    expect(terminal.command('AT+CPMS="SM"')).toEqual(['+CPMS: 1,5,1,5,1,5', 'OK']);
    expect(terminal.command('AT+CPMS="SR"')).toEqual(['+CMS ERROR: 302']);
  });

  it('says when a PDU does not fit in any more, or is none', () => {
    const { modem } = openTerminal({ storeSlots: 1 });
    modem.storePdu(deliverOf('one').hex);
    expect(() => modem.storePdu(deliverOf('two').hex)).toThrow('all 1 slots');
    expect(() => modem.storePdu('07911')).toThrow('an even number of hexadecimal digits');
  });

  it('announces a stored message only when asked to', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1');
    modem.storePdu(deliverOf('one').hex);
    expect(terminal.read()).toBe('');
    modem.storePdu(deliverOf('two').hex, { announce: true });
    expect(linesOf(terminal.read())).toEqual(['+CMTI: "SM",2']);
  });
});

describe('a full memory', () => {
  it('keeps messages with the network until a slot is free, in their order', () => {
    const { modem, terminal } = openTerminal({ storeSlots: 2 });
    terminal.command('AT+CNMI=2,1');
    for (const text of ['one', 'two', 'three', 'four']) {
      modem.receive({ from: '+447700900123', text });
    }
    expect(linesOf(terminal.read())).toEqual(['+CMTI: "SM",1', '+CMTI: "SM",2']);
    expect(modem.waiting).toHaveLength(2);
    const [three] = modem.waiting;
    expect(terminal.command('AT+CMGD=1')).toEqual(['OK', '+CMTI: "SM",1']);
    expect(terminal.command('AT+CMGR=1')).toContain(three);
    expect(modem.waiting).toHaveLength(1);
  });

  it('takes what waits as soon as an indication makes the host delete something', async () => {
    const clock = new FakeClock();
    const modem = new SimulatedModem({
      clock,
      storeSlots: 1,
      statusReports: { delayMs: 1000, status: 0 },
    });
    let type: (bytes: Uint8Array) => void = () => undefined;
    modem.attach({
      write: (bytes) => {
        if (Buffer.from(bytes).includes('+CDS:')) {
          type(Buffer.from('AT+CMGD=1\r'));
        }
      },
      onData: (listener) => {
        type = listener;
      },
    });
    const { hex, tpduLength } = submitOf('hello', { statusReport: true });
    type(Buffer.from(`AT+CNMI=2,0,0,1,0\rAT+CMGS=${tpduLength}\r${hex}${CTRL_Z}`));
    modem.receive({ from: '+447700900123', text: 'one' });
    modem.receive({ from: '+447700900123', text: 'two' });
    expect(modem.waiting).toHaveLength(1);
    await clock.advance(1000);
    expect(modem.waiting).toEqual([]);
    expect(modem.record.deletes).toHaveLength(1);
  });
});
