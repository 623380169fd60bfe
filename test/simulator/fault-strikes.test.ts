/** What each fault looks like to whoever sits at the modem's terminal. */
import { describe, expect, it } from 'vitest';
import { parseFault, SimulatedModem } from '../../src/simulator/index.js';
import { decodePdu } from '../../src/sms/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { linesOf, openTerminal, submitOf } from './terminal.js';

const pdu = submitOf('hello', { statusReport: true });
const from = '+447700900123';

function play(request: string, options: Parameters<typeof openTerminal>[0] = {}) {
  const opened = openTerminal(options);
  opened.modem.play(parseFault(request));
  return opened;
}

describe('on the line', () => {
  it('silent: hears AT+CFUN=1,1 where that ends it, at any split', () => {
    const { terminal, modem } = play('silent:ends=restart');
    expect(terminal.command('AT')).toEqual([]);
    terminal.type('AT+CF');
    expect(linesOf(terminal.type('UN=1,1\r'))).toEqual(['RDY', '+CPIN: READY']);
    expect(modem.record.restarts).toHaveLength(1);
  });

  it('silent: ends after its time', async () => {
    const { terminal, clock } = play('silent:after=10s,for=20s');
    await clock.advance(15_000);
    expect(terminal.command('AT')).toEqual([]);
    await clock.advance(20_000);
    expect(terminal.command('AT')).toEqual(['OK']);
  });

  it('no-at: stays silent through a restart', () => {
    const { terminal, modem } = play('no-at');
    modem.restart();
    expect(terminal.command('AT')).toEqual([]);
  });

  it('unanswered: leaves out one command and answers the others', () => {
    const { terminal, modem } = play('unanswered:command=AT+CSQ');
    expect(terminal.command('at+csq')).toEqual([]);
    expect(terminal.command('AT+CSQ')).toEqual(['+CSQ: 20,99', 'OK']);
    expect(modem.record.commands.map(({ line }) => line)).toContain('at+csq');
  });

  it('foreign-program: its commands act, its answers appear, and none is in the record', async () => {
    const { terminal, modem, clock } = play(
      'foreign-program:commands=AT+CSQ|ATE1,every=1s,count=3',
    );
    await clock.advance(3_500);
    expect(linesOf(terminal.read())).toEqual([
      '+CSQ: 20,99',
      'OK',
      'OK',
      'AT+CSQ\r',
      '+CSQ: 20,99',
      'OK',
    ]);
    expect(modem.record.commands.map(({ line }) => line)).toEqual(['ATE0+CMEE=1']);
  });

  it('foreign-program: waits while a message is being typed', async () => {
    const { terminal, clock } = play('foreign-program:commands=AT+CSQ,every=1s,count=1');
    terminal.type(`AT+CMGS=${pdu.tpduLength}\r`);
    await clock.advance(5_000);
    expect(terminal.read()).toBe('');
    terminal.type(`${pdu.hex}\x1a`);
    await clock.advance(1_000);
    expect(terminal.read()).toContain('+CSQ');
  });

  it('drops-characters: keeps what there is room for, and more with time', async () => {
    const { terminal, modem, clock } = play('drops-characters:octets=8,rate=100');
    terminal.type('AT+CSQ+CREG?');
    await clock.advance(1_000);
    terminal.type('\r');
    expect(modem.record.commands.at(-1)?.line).toBe('AT+CSQ+C');
  });

  it('fixed-rate: hears and says nothing at another rate', () => {
    const modem = new SimulatedModem({ clock: new FakeClock() });
    modem.play(parseFault('fixed-rate:baud=9600'));
    let rate = 115_200;
    let said = '';
    let type: (bytes: Uint8Array) => void = () => undefined;
    modem.attach({
      write: (bytes) => {
        said += Buffer.from(bytes).toString('latin1');
      },
      onData: (listener) => {
        type = listener;
      },
      rate: () => rate,
    });
    type(Buffer.from('AT\r'));
    modem.unsolicited('RING');
    expect(said).toBe('');
    rate = 9_600;
    type(Buffer.from('AT\r'));
    expect(said).toContain('OK');
  });

  it('unplugged: a line without a plug is dead meanwhile, and settings stay', async () => {
    const { terminal, clock } = play('unplugged:for=5s');
    expect(terminal.command('AT')).toEqual([]);
    await clock.advance(5_000);
    expect(terminal.command('AT')).toEqual(['OK']);
  });
});

describe('on sending', () => {
  it('no-credit: nothing goes out and nothing is said', () => {
    const { terminal, modem } = play('no-credit');
    expect(terminal.submit(pdu)).toEqual([]);
    expect(terminal.submit(pdu)).toEqual([]);
    expect(modem.record.submits.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    expect(terminal.command('AT')).toEqual(['OK']);
  });

  it('answer-with-next: the reference comes before the answer to the next command', () => {
    const { terminal } = play('answer-with-next:next=command');
    expect(terminal.submit(pdu)).toEqual([]);
    expect(terminal.command('AT+CSQ')).toEqual(['+CMGS: 0', 'OK', '+CSQ: 20,99', 'OK']);
  });

  it('answer-with-next: the reference comes after the next Ctrl-Z', () => {
    const { terminal } = play('answer-with-next:next=submit');
    expect(terminal.submit(pdu)).toEqual([]);
    expect(terminal.command('AT')).toEqual(['OK']);
    expect(terminal.submit(pdu)).toEqual(['+CMGS: 0', 'OK', '+CMGS: 1', 'OK']);
  });

  it('sends-need-cgsms: refuses until the service is one that works', () => {
    const { terminal } = play('sends-need-cgsms:services=0|2,line=+CMS ERROR: 38');
    expect(terminal.submit(pdu)).toEqual(['+CMS ERROR: 38']);
    expect(terminal.command('AT+CGSMS=2;+CGSMS?')).toEqual(['+CGSMS: 2', 'OK']);
    expect(terminal.submit(pdu)).toEqual(['+CMGS: 0', 'OK']);
  });

  it('restarts on a submit: the message went out, nothing answers it, settings are forgotten', () => {
    const { terminal, modem } = play('restarts:at=submit');
    expect(terminal.submit(pdu)).toEqual(['RDY', '+CPIN: READY']);
    expect(modem.record.submits).toMatchObject([{ outcome: 'accepted' }]);
    expect(terminal.type('AT\r')).toMatch(/^AT\r/);
  });
});

describe('on receiving', () => {
  it('direct-and-stored: comes by both ways', () => {
    const { terminal, modem } = play('direct-and-stored');
    terminal.command('AT+CNMI=2,1');
    modem.receive({ from, text: 'STOP' });
    const hex = modem.stored[0]?.hex;
    expect(linesOf(terminal.read())).toEqual([
      expect.stringMatching(/^\+CMT: ,\d+$/),
      hex,
      '+CMTI: "SM",1',
    ]);
  });

  it('sim-full: says so once, and takes the message when there is room', () => {
    const { terminal, modem } = play('sim-full', { storeSlots: 3 });
    terminal.command('AT+CNMI=2,1');
    modem.receive({ from, text: 'STOP' });
    expect(linesOf(terminal.read())).toEqual(['^SMMEMFULL: "SM"']);
    expect(terminal.command('AT+CPMS?')[0]).toBe('+CPMS: "SM",3,3,"SM",3,3,"SM",3,3');
    expect(terminal.command('AT+CMGD=2')).toEqual(['OK', '+CMTI: "SM",2']);
    expect(modem.waiting).toEqual([]);
  });

  it('sim-full: refuses to send, and only while it is full', () => {
    const { terminal } = play('sim-full:refuses-sends=yes', { storeSlots: 2 });
    expect(terminal.submit(pdu)).toEqual(['+CMS ERROR: 322']);
    terminal.command('AT+CMGD=1');
    expect(terminal.submit(pdu)).toEqual(['+CMGS: 0', 'OK']);
  });

  it('delete-fails: may even say OK', () => {
    const { terminal, modem } = play('delete-fails:line=OK');
    modem.receive({ from, text: 'STOP' });
    expect(terminal.command('AT+CMGD=1')).toEqual(['OK']);
    expect(modem.stored).toHaveLength(1);
  });
});

describe('on the air', () => {
  it('incoming-call: rings until hung up, and holds messages back', async () => {
    const { terminal, modem, clock } = play('incoming-call:from=+447700900456,every=5s');
    modem.receive({ from, text: 'STOP' });
    await clock.advance(5_000);
    expect(linesOf(terminal.read())).toEqual([
      'RING',
      '+CLIP: "+447700900456",145',
      'RING',
      '+CLIP: "+447700900456",145',
    ]);
    expect(modem.stored).toEqual([]);
    expect(terminal.command('AT+CHUP')).toEqual(['OK']);
    expect(modem.stored).toHaveLength(1);
    await clock.advance(60_000);
    expect(terminal.read()).toBe('');
  });

  it('registration: changes for a while', async () => {
    const { terminal, clock } = play('emergency-only:for=1m');
    expect(terminal.command('AT+CREG?')).toEqual(['+CREG: 0,11', 'OK']);
    await clock.advance(60_000);
    expect(terminal.command('AT+CREG?')).toEqual(['+CREG: 0,1', 'OK']);
  });

  it('registration: is its own again once the last of several faults has ended', async () => {
    const { modem, terminal, clock } = play('registration:stat=2,for=20s');
    await clock.advance(10_000);
    modem.play(parseFault('emergency-only:for=1m'));
    await clock.advance(20_000);
    expect(terminal.command('AT+CREG?')).toEqual(['+CREG: 0,11', 'OK']);
    await clock.advance(60_000);
    expect(terminal.command('AT+CREG?')).toEqual(['+CREG: 0,1', 'OK']);
  });

  it('registration: ends with the calm, or when another is set, and is told', () => {
    const { modem, terminal } = play('registration:stat=0');
    terminal.command('AT+CREG=1');
    modem.calm();
    expect(linesOf(terminal.read())).toEqual(['+CREG: 1']);
    modem.play(parseFault('registration:stat=3'));
    modem.registration = 5;
    expect(linesOf(terminal.read())).toEqual(['+CREG: 3', '+CREG: 5']);
    expect(terminal.command('AT+CREG?')).toEqual(['+CREG: 1,5', 'OK']);
  });

  it('sender and timestamp: stand in the next message, and not in the one after', () => {
    const { modem } = play('sender:from=CornerShop,toa=D1');
    modem.play(parseFault('timestamp:octets=62313199999999'));
    modem.receive({ from, text: 'one' });
    modem.receive({ from, text: 'two' });
    const [one, two] = modem.stored.map(({ hex }) => decodePdu(hex));
    expect(one).toMatchObject({
      from: { value: 'CornerShop', type: 'alphanumeric' },
      timestampRaw: '62313199999999',
      text: 'one',
    });
    expect(two).toMatchObject({ from: { value: from }, text: 'two', timestamp: {} });
  });

  it('parts: come in the order that was asked for', async () => {
    const { modem, clock } = play('parts:order=2|1|1,every=1s');
    modem.receive({ from, text: 'x'.repeat(200) });
    await clock.advance(2_000);
    const sequences = modem.stored.map(({ hex }) => {
      const decoded = decodePdu(hex);
      return 'concat' in decoded ? decoded.concat?.sequence : undefined;
    });
    expect(sequences).toEqual([2, 1, 1]);
  });

  it.each([
    ['truncated', /^[0-9A-F]+$/],
    ['odd', /^[0-9A-F]+$/],
    ['text', /no PDU/],
  ])('damaged-pdu: %s is what is listed', (damage, looks) => {
    const { modem, terminal } = play(`damaged-pdu:damage=${damage}`);
    modem.receive({ from, text: 'hello' });
    const [header, line] = terminal.command('AT+CMGL=4');
    expect(header).toMatch(/^\+CMGL: 1,0,,\d+$/);
    expect(line).toMatch(looks);
  });

  it('damaged-pdu: missing leaves the header alone', () => {
    const { modem, terminal } = play('damaged-pdu:damage=missing');
    modem.receive({ from, text: 'hello' });
    expect(terminal.command('AT+CMGR=1')).toEqual([
      expect.stringMatching(/^\+CMGR: 0,,\d+$/),
      'OK',
    ]);
  });

  it.each([
    ['as=plain', '+CUSD: 0,"Balance 1",15'],
    ['as=packed,dcs=15', '+CUSD: 0,"C2303BEC1E974131",15'],
    ['as=ucs2,dcs=72,status=2', '+CUSD: 2,"00420061006C0061006E0063006500200031",72'],
  ])('ussd: %s', (parameters, line) => {
    const { terminal } = play(`ussd:code=*100#,text=Balance 1,${parameters}`);
    expect(terminal.command('AT+CUSD=1,"*100#",15')).toEqual(['OK', line]);
    // The code may come packed or in UCS-2 too.
    expect(terminal.command('AT+CUSD=1,"AA180C3602",15')).toEqual(['OK', line]);
    expect(terminal.command('AT+CUSD=1,"002A0031003000300023",72')).toEqual(['OK', line]);
  });

  it('ussd-silent: never answers', () => {
    const { terminal } = play('ussd-silent');
    expect(terminal.command('AT+CUSD=1,"*100#",15')).toEqual(['OK']);
  });
});

describe('of power and SIM', () => {
  it('brown-out: warns, dies, and starts anew', async () => {
    const { terminal, modem, clock } = play('brown-out:warnings=2,for=5s');
    await clock.advance(3_000);
    expect(linesOf(terminal.read())).toEqual([
      'UNDER-VOLTAGE WARNNING',
      'UNDER-VOLTAGE WARNNING',
      'UNDER-VOLTAGE POWER DOWN',
    ]);
    modem.receive({ from, text: 'STOP' });
    expect(terminal.command('AT')).toEqual([]);
    expect(modem.waiting).toHaveLength(1);
    await clock.advance(5_000);
    expect(linesOf(terminal.read())).toEqual(['RDY', '+CPIN: READY']);
    expect(modem.stored).toHaveLength(1);
  });

  it('not-ready: refuses what needs the SIM, for a while', async () => {
    const { terminal, clock } = play('not-ready:for=10s,error=515');
    expect(terminal.command('AT+CPIN?')).toEqual(['+CME ERROR: 14']);
    expect(terminal.command('AT+CMGL=4')).toEqual(['+CMS ERROR: 515']);
    expect(terminal.command('AT+CSQ')).toContain('OK');
    await clock.advance(10_000);
    expect(terminal.command('AT+CPIN?')).toEqual(['+CPIN: READY', 'OK']);
  });

  it('sim-locked: counts down, then asks for its PUK', () => {
    const { terminal } = play('sim-locked:pin=1234,puk=87654321,tries=2');
    expect(terminal.command('AT+CPIN="0000"')).toEqual(['+CME ERROR: 16']);
    expect(terminal.command('AT+CPINR')[0]).toBe('+CPINR: SIM PIN,1,3');
    expect(terminal.command('AT+CPIN="0000"')).toEqual(['+CME ERROR: 12']);
    expect(terminal.command('AT+CPIN?')).toEqual(['+CPIN: SIM PUK', 'OK']);
    expect(terminal.command('AT+CPIN="87654321","4321"')).toEqual(['OK']);
    expect(terminal.command('AT+CPIN?')).toEqual(['+CPIN: READY', 'OK']);
  });
});

describe('of other makers', () => {
  it('cpms: takes as many memories as it says, and shows no more', () => {
    const { terminal } = play('cpms:named=2,memories=SM|ME,receiving=SM');
    expect(terminal.command('AT+CPMS=?')).toEqual(['+CPMS: ("SM","ME"),("SM","ME")', 'OK']);
    expect(terminal.command('AT+CPMS="SM","SM","SM"')).toEqual(['+CMS ERROR: 302']);
    expect(terminal.command('AT+CPMS="ME","ME"')).toEqual(['+CPMS: 0,30,0,30', 'OK']);
  });

  it('cpms: refuses ME as the third, and may answer a bare OK', () => {
    const { terminal } = play('cpms:named=3,memories=SM|ME,receiving=SM,answer=ok');
    expect(terminal.command('AT+CPMS="ME","ME","ME"')).toEqual(['+CMS ERROR: 302']);
    expect(terminal.command('AT+CPMS="ME","ME","SM"')).toEqual(['OK']);
  });

  it('cnmi: says OK and changes nothing', () => {
    const { terminal } = play('cnmi:mode=1,mt=0|1,ds=0,otherwise=ignored');
    expect(terminal.command('AT+CNMI=2,1,0,1,0;+CNMI?')).toEqual(['+CNMI: 0,0,0,0,0', 'OK']);
    expect(terminal.command('AT+CNMI=1,1,0,0,0;+CNMI?')).toEqual(['+CNMI: 1,1,0,0,0', 'OK']);
  });

  it('wants-cnma: stays at 1, and stops without an acknowledgement', async () => {
    const { terminal, modem, clock } = play('wants-cnma');
    expect(terminal.command('AT+CSMS=0')).toEqual(['+CMS ERROR: 303']);
    terminal.command('AT+CNMI=2,2,0,1,0');
    modem.receive({ from, text: 'one' });
    modem.receive({ from, text: 'two' });
    expect(linesOf(terminal.read())).toHaveLength(2);
    await clock.advance(15_000);
    expect(terminal.command('AT+CNMI?')).toEqual(['+CNMI: 2,0,0,0,0', 'OK']);
  });

  it.each([
    ['no-ok-after-pin', 'AT+CPIN?', '\r\n+CPIN: READY\r\n'],
    ['command-not-support', 'AT+NONSENSE', '\r\nCOMMAND NOT SUPPORT\r\n'],
    ['blank-lines', 'AT', '\r\n\r\n\r\nOK\r\n'],
    ['no-blank-after-colon', 'AT+CSQ', '\r\n+CSQ:20,99\r\n\r\nOK\r\n'],
  ])('odd-spelling: %s', (which, command, answer) => {
    const { terminal } = play(`odd-spelling:which=${which}`);
    expect(terminal.type(`${command}\r`)).toBe(answer);
  });

  it('first-index: numbers slots from 0, what is stored too', () => {
    const { terminal, modem } = openTerminal();
    modem.receive({ from, text: 'STOP' });
    modem.play(parseFault('first-index'));
    expect(terminal.command('AT+CMGR=0')).toHaveLength(3);
    expect(terminal.command('AT+CMGD=0')).toEqual(['OK']);
    expect(modem.stored).toEqual([]);
  });

  it('are those of its dialect again once calm', () => {
    const { terminal, modem } = play('odd-spelling:which=command-not-support');
    modem.calm();
    expect(terminal.command('AT+NONSENSE')).toEqual(['+CME ERROR: 4']);
  });
});
