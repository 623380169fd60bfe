/** The driver on foreign modems: what they refuse, misspell, forget or lie about. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Modem } from '../../src/modem/modem.js';
import { FakeClock } from '../support/fake-clock.js';
import { type Scene, SUBMIT_HEX, setScene } from './scene.js';
import { type Answer, ScriptedModem } from './scripted-modem.js';

const PDU = '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07';

let running: Modem | undefined;
afterEach(async () => {
  await running?.stop(AbortSignal.abort());
  running = undefined;
});

/** Starts a driver on a scripted modem and lets ten seconds pass. */
async function start(
  answers: Record<string, string> = {},
  options: {
    answer?: Answer;
    pin?: string;
    init?: string[];
    prepare?: (scene: Scene) => void;
  } = {},
) {
  const clock = new FakeClock();
  const line = new ScriptedModem(answers, options.answer);
  const scene = setScene({
    connect: line.connect,
    clock,
    pin: options.pin,
    init: options.init ?? [],
  });
  options.prepare?.(scene);
  running = scene.modem;
  scene.modem.start();
  await clock.advance(10_000);
  return { ...scene, clock, line };
}

const after = (written: readonly string[], command: string) =>
  written.slice(written.indexOf(command) + 1);

describe('initialisation', () => {
  it('begins with ESC and CR, echo off and errors as numbers', async () => {
    const { line, modem } = await start();
    expect(line.written.slice(0, 4)).toEqual(['<ESC>', 'AT', 'ATE0', 'AT+CMEE=1']);
    expect(modem.status.phase).toBe('ready');
  });

  it('sets PDU mode, memory and indications before it reads what is stored', async () => {
    const { line } = await start();
    const order = ['AT+CMGF=0', 'AT+CPMS="SM","SM","SM"', 'AT+CNMI=2,1,0,1,0', 'AT+CMGL=4'];
    const places = order.map((command) => line.written.indexOf(command));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('tells identity, operator, registration and signal', async () => {
    const { modem } = await start({
      'AT+CGMI': 'QUECTEL\r\n\r\nOK',
      'AT+CGMM': '+CGMM: "EC25"\r\n\r\nOK',
      'AT+CGMR': 'EC25EFAR06A01M4G\r\n^RSSI: 12\r\n\r\nOK',
      'AT+CGSN': '861234567890123\r\n\r\nOK',
      'AT+CIMI': '240011234567890\r\n\r\nOK',
    });
    expect(modem.status).toMatchObject({
      manufacturer: 'QUECTEL',
      model: 'EC25',
      revision: 'EC25EFAR06A01M4G',
      imei: '861234567890123',
      imsi: '240011234567890',
      operator: 'Testnet',
      registration: 'home',
      signalDbm: -73,
      simUsed: 0,
      simTotal: 30,
    });
  });

  it('works on a modem that refuses everything that can be done without', async () => {
    const essential = new Set(['AT', 'AT+CMGF=0', 'AT+CMGL=4']);
    const { modem } = await start(
      {},
      {
        answer: (command) =>
          essential.has(command) || command.startsWith('AT+CMGS') ? undefined : 'ERROR',
      },
    );
    expect(modem.status.phase).toBe('ready');
    expect(modem.status.registration).toBe('unknown');
  });

  it('passes over an optional command that is never answered', async () => {
    const { modem, clock } = await start({ 'AT+CPMS=?': '' });
    await clock.advance(20_000);
    expect(modem.status.phase).toBe('ready');
  });

  it.each([
    ['three', ['AT+CPMS="SM","SM","SM"']],
    ['two', ['AT+CPMS="SM","SM","SM"', 'AT+CPMS="SM","SM"']],
    ['one', ['AT+CPMS="SM","SM","SM"', 'AT+CPMS="SM","SM"', 'AT+CPMS="SM"']],
  ])('chooses the memory where %s can be named', async (_count, tried) => {
    const refused = Object.fromEntries(tried.slice(0, -1).map((command) => [command, 'ERROR']));
    const { line } = await start(refused);
    expect(line.written.filter((command) => command.startsWith('AT+CPMS="'))).toEqual(tried);
  });

  it('takes the next candidate where indications are taken and then ignored', async () => {
    let set = '0,0,0,0,0';
    const { line } = await start(
      {},
      {
        answer: (command) => {
          const wanted = /^AT\+CNMI=(\d.*)$/.exec(command)?.[1];
          if (wanted === '2,1,0,1,0') return '+CMS ERROR: 303';
          if (wanted !== undefined) {
            if (wanted === '1,1,0,1,0') set = wanted;
            return 'OK';
          }
          return command === 'AT+CNMI?' ? `+CNMI: ${set}\r\n\r\nOK` : undefined;
        },
      },
    );
    const tried = line.written.filter((command) => /^AT\+CNMI=\d/.test(command));
    expect(tried).toEqual(['AT+CNMI=2,1,0,1,0', 'AT+CNMI=1,1,0,1,0']);
  });

  it('asks only for indications that are offered', async () => {
    const { line } = await start({
      'AT+CNMI=?': '+CNMI: (1,2),(0,2),(0),(0,2),(1)\r\n\r\nOK',
      'AT+CNMI?': '+CNMI: 2,2,0,2,1\r\n\r\nOK',
    });
    expect(line.written.filter((command) => /^AT\+CNMI=\d/.test(command))).toEqual([
      'AT+CNMI=2,2,0,2,1',
    ]);
  });

  it('reads +CPIN? without its OK', async () => {
    const { modem } = await start({ 'AT+CPIN?': '+CPIN:READY' });
    expect(modem.status.phase).toBe('ready');
  });

  it('waits for a SIM that is busy after power-up', async () => {
    let asked = 0;
    const { modem, clock } = await start(
      {},
      {
        answer: (command) => {
          if (command !== 'AT+CPIN?') return undefined;
          asked += 1;
          return asked < 4 ? '+CME ERROR: 14' : undefined;
        },
      },
    );
    await clock.advance(5_000);
    expect(modem.status.phase).toBe('ready');
  });

  it('waits for a message service that is not ready after power-up', async () => {
    let asked = 0;
    const { modem, clock } = await start(
      {},
      {
        answer: (command) => {
          if (command !== 'AT+CMGF=0') return undefined;
          asked += 1;
          return asked < 4 ? '+CMS ERROR: 515' : undefined;
        },
      },
    );
    await clock.advance(5_000);
    expect(modem.status.phase).toBe('ready');
  });

  it('sends the lines of the configuration after its own, and goes on where one is refused', async () => {
    const { line, modem } = await start({ 'AT+NO': 'ERROR' }, { init: ['AT+NO', 'AT+CGSMS=1'] });
    expect(after(line.written, 'AT+CNMI=2,1,0,1,0')).toContain('AT+CGSMS=1');
    expect(modem.status.phase).toBe('ready');
  });

  it('silences the chatter of a Huawei stick', async () => {
    const { line } = await start({ 'AT+CGMI': 'huawei\r\n\r\nOK' });
    expect(line.written).toContain('AT^CURC=0');
  });
});

describe('registration', () => {
  it.each([
    ['+CREG: 0,11', 'emergency'],
    ['+CREG: 0,2', 'searching'],
    ['+CREG: 0,3', 'denied'],
    ['+CREG: 0,0', 'not-registered'],
  ])('does not send with %s', async (answer, registration) => {
    const { modem, queue } = await start(
      {
        'AT+CREG?': `${answer}\r\n\r\nOK`,
        'AT+CEREG?': '+CEREG: 0,4\r\n\r\nOK',
        'AT+CGREG?': 'ERROR',
      },
      { prepare: (scene) => scene.queue.add('a') },
    );
    expect(modem.status).toMatchObject({ phase: 'waiting', registration });
    expect(queue.claimed).toEqual([]);
  });

  it('counts a registration that only +CEREG tells, and looks again until there is one', async () => {
    const { modem, line, clock } = await start({
      'AT+CREG?': '+CREG: 0,0\r\n\r\nOK',
      'AT+CEREG?': '+CEREG: 0,2\r\n\r\nOK',
    });
    expect(modem.status.phase).toBe('waiting');
    line.answer({ 'AT+CEREG?': '+CEREG: 2,5,"1A2B","01C3D4",7\r\n\r\nOK' });
    await clock.advance(3_000);
    expect(modem.status).toMatchObject({ phase: 'ready', registration: 'roaming' });
  });
});

describe('the PIN', () => {
  it('is entered once where the SIM asks, and never shown', async () => {
    let unlocked = false;
    const { line, modem } = await start(
      {},
      {
        pin: '1234',
        answer: (command) => {
          if (command === 'AT+CPIN="1234"') unlocked = true;
          return command === 'AT+CPIN?' && !unlocked ? '+CPIN: SIM PIN\r\n\r\nOK' : undefined;
        },
      },
    );
    expect(line.written.filter((command) => command === 'AT+CPIN="1234"')).toHaveLength(1);
    expect(modem.status.phase).toBe('ready');
  });

  it('is not tried again when it was wrong, not even on a new connection', async () => {
    const { line, modem, clock } = await start(
      {},
      {
        pin: '1234',
        answer: (command) => {
          if (command === 'AT+CPIN="1234"') return '+CME ERROR: 16';
          return command === 'AT+CPIN?' ? '+CPIN: SIM PIN\r\n\r\nOK' : undefined;
        },
      },
    );
    expect(modem.status.phase).toBe('waiting');
    expect(modem.status.problem).toMatch(/did not take the configured PIN/);
    await clock.advance(120_000);
    line.vanish();
    await clock.advance(120_000);
    expect(line.connections).toBeGreaterThan(1);
    expect(line.written.filter((command) => command.startsWith('AT+CPIN="'))).toHaveLength(1);
    expect(JSON.stringify(modem.status)).not.toContain('1234');
  });

  it('is not tried when the SIM has one try left', async () => {
    const { line, modem } = await start(
      {
        'AT+CPIN?': '+CPIN: SIM PIN\r\n\r\nOK',
        'AT+CPINR="SIM PIN"': '+CPINR: SIM PIN,1,3\r\n\r\nOK',
      },
      { pin: '1234' },
    );
    expect(line.written.filter((command) => command.startsWith('AT+CPIN="'))).toEqual([]);
    expect(modem.status.problem).toMatch(/one try/);
  });

  it('is asked for when none is configured, and the SIM is looked at again', async () => {
    const { line, modem, clock } = await start({ 'AT+CPIN?': '+CPIN: SIM PIN\r\n\r\nOK' });
    expect(modem.status.problem).toMatch(/none is configured/);
    line.answer({ 'AT+CPIN?': '+CPIN: READY\r\n\r\nOK' });
    await clock.advance(20_000);
    expect(modem.status.phase).toBe('ready');
  });

  it('says what to do when the SIM wants its PUK', async () => {
    const { modem } = await start({ 'AT+CPIN?': '+CPIN: SIM PUK\r\n\r\nOK' }, { pin: '1234' });
    expect(modem.status).toMatchObject({ phase: 'waiting' });
    expect(modem.status.problem).toMatch(/PUK/);
  });
});

describe('reading', () => {
  it('falls back to a sweep where the announced index is empty or -1', async () => {
    const later = PDU.replace('314080C', '314480C');
    let stored = '';
    const { line, inbox, clock } = await start(
      {},
      {
        answer: (command) => {
          if (command === 'AT+CMGL=4' && stored) return `+CMGL: 7,0,,37\r\n${stored}\r\n\r\nOK`;
          if (command === 'AT+CMGD=7') stored = '';
          return undefined;
        },
      },
    );
    stored = PDU;
    line.say('+CMTI: "SM",3');
    await clock.advance(3_000);
    expect(inbox.hexes).toEqual([PDU]);
    expect(line.written).toContain('AT+CMGR=3');
    stored = later;
    line.say('+CMTI: "SM",-1');
    await clock.advance(1_000);
    expect(inbox.hexes).toEqual([PDU, later]);
    expect(inbox.deletions).toHaveLength(2);
  });

  it('hands on a PDU line that is no hex and deletes it', async () => {
    const { inbox, line } = await start({
      'AT+CMGL=4': '+CMGL: 0,0,,12\r\n07z not hex\r\n\r\nOK',
    });
    expect(inbox.pdus[0]).toMatchObject({ hex: '07z not hex', tpduLength: 12, route: 'stored' });
    expect(line.written).toContain('AT+CMGD=0');
  });

  it('leaves drafts of the SIM alone', async () => {
    const { inbox, line } = await start({
      'AT+CMGL=4': `+CMGL: 1,2,,12\r\n${SUBMIT_HEX}\r\n+CMGL: 2,1,,37\r\n${PDU}\r\n\r\nOK`,
    });
    expect(inbox.hexes).toEqual([PDU]);
    expect(line.written.filter((command) => command.startsWith('AT+CMGD'))).toEqual(['AT+CMGD=2']);
  });

  it('takes messages that are handed over directly, without a length too', async () => {
    const { inbox, line, clock } = await start();
    line.raw(`\r\n+CMT: ,37\r\n${PDU}\r\n`);
    line.raw(`\r\n+CDS: \r\n${PDU}\r\n`);
    await clock.advance(100);
    expect(inbox.pdus).toEqual([
      { modem: 'main', hex: PDU, tpduLength: 37, route: 'direct' },
      { modem: 'main', hex: PDU, tpduLength: undefined, route: 'direct' },
    ]);
    expect(line.written).not.toContain('AT+CNMA');
  });

  it('acknowledges direct messages, once stored, where the modem insists on it', async () => {
    const { line, inbox, clock } = await start({ 'AT+CSMS?': '+CSMS: 1,1,1,1\r\n\r\nOK' });
    inbox.onReceive = () => {
      throw new Error('disk full');
    };
    line.raw(`\r\n+CMT: ,37\r\n${PDU}\r\n`);
    await clock.advance(1_000);
    expect(line.written).not.toContain('AT+CNMA');
    inbox.onReceive = () => undefined;
    await clock.advance(10_000);
    expect(inbox.hexes).toEqual([PDU]);
    expect(line.written.filter((command) => command === 'AT+CNMA')).toHaveLength(1);
  });

  it('looks into another memory where one is announced there, and comes back', async () => {
    let memory = 'SM';
    const { line, inbox, clock } = await start(
      {},
      {
        answer: (command) => {
          const chosen = /^AT\+CPMS="(\w+)"$/.exec(command)?.[1];
          if (chosen !== undefined) memory = chosen;
          if (command === 'AT+CMGL=4' && memory === 'SR') {
            return `+CMGL: 1,0,,37\r\n${PDU}\r\n\r\nOK`;
          }
          return undefined;
        },
      },
    );
    line.say('+CDSI: "SR",1');
    await clock.advance(1_000);
    expect(inbox.hexes).toEqual([PDU]);
    expect(memory).toBe('SM');
  });

  it('hangs up an incoming call', async () => {
    const { line, clock } = await start({ 'AT+CHUP': 'ERROR' });
    line.say('RING');
    await clock.advance(1_000);
    expect(after(line.written, 'AT+CHUP')).toContain('ATH');
  });
});

describe('submitting', () => {
  it.each([
    ['OK without a reference', 'OK', 'unknown'],
    ['ERROR without a code', 'ERROR', 'unknown'],
    ['+CMS ERROR in words', '+CMS ERROR: Unknown error', 'unknown'],
    ['+CMS ERROR: 332', '+CMS ERROR: 332', 'unknown'],
    ['+CMS ERROR: 500', '+CMS ERROR: 500', 'unknown'],
    ['+CMS ERROR: 512', '+CMS ERROR: 512', 'unknown'],
    ['+CMS ERROR: 513', '+CMS ERROR: 513', 'unknown'],
    ['+CMS ERROR: 38', '+CMS ERROR:38', 'not-sent'],
    ['+CMS ERROR: 304', '+CMS ERROR: 304', 'not-sent'],
    ['+CMGS', '+CMGS:12\r\n\r\nOK', 'sent'],
  ])('judges %s after the message', async (_name, payload, kind) => {
    const { queue, line } = await start({ payload }, { prepare: (scene) => scene.queue.add('a') });
    expect(queue.outcomes).toEqual([`a ${kind}`]);
    expect(line.written.filter((command) => command === SUBMIT_HEX)).toHaveLength(1);
  });

  it('calls a message not sent when no prompt comes', async () => {
    const { queue, clock } = await start(
      { 'AT+CMGS=15': '' },
      { prepare: (scene) => scene.queue.add('a') },
    );
    await clock.advance(15_000);
    expect(queue.outcomes).toEqual(['a not-sent']);
  });

  it('calls a message not sent when the port goes before the prompt, unknown after it', async () => {
    const { queue, line, clock, modem } = await start({ 'AT+CMGS=15': '' });
    queue.add('a');
    modem.wake();
    await clock.advance(1_000);
    line.vanish();
    await clock.advance(100);
    expect(queue.outcomes).toEqual(['a not-sent']);
    line.answer({ 'AT+CMGS=15': '> ' });
    queue.add('b');
    await clock.advance(10_000);
    line.vanish();
    await clock.advance(100);
    expect(queue.outcomes).toEqual(['a not-sent', 'b unknown']);
  });

  it('reads what is announced while it waits for the prompt before it writes the message', async () => {
    let announced = false;
    const { queue, inbox, line } = await start(
      { 'AT+CMGR=5': `+CMGR: 0,,37\r\n${PDU}\r\n\r\nOK`, payload: '+CMGS: 1\r\n\r\nOK' },
      {
        answer: (command, modem) => {
          if (!command.startsWith('AT+CMGS=') || announced) return undefined;
          announced = true;
          modem.say('+CMTI: "SM",5');
          return undefined;
        },
        prepare: (scene) => scene.queue.add('a'),
      },
    );
    expect(inbox.hexes).toEqual([PDU]);
    expect(queue.outcomes).toEqual(['a sent']);
    const order = line.written.filter((text) => /^AT\+CMG[RSD]|^0001/.test(text));
    expect(order).toEqual(['AT+CMGS=15', 'AT+CMGR=5', 'AT+CMGD=5', 'AT+CMGS=15', SUBMIT_HEX]);
  });

  it('writes nothing when the check at the prompt says no or fails', async () => {
    const { queue, line, clock, modem } = await start(
      {},
      {
        prepare: (scene) => {
          scene.queue.add('a');
          scene.queue.proceed = () => false;
        },
      },
    );
    expect(queue.outcomes).toEqual(['a withdrawn']);
    queue.proceed = () => {
      throw new Error('disk gone');
    };
    queue.add('b');
    modem.wake();
    await clock.advance(5_000);
    expect(queue.outcomes).toEqual(['a withdrawn', 'b withdrawn']);
    expect(line.written).not.toContain(SUBMIT_HEX);
    expect(modem.status.phase).toBe('ready');
  });

  it('takes no error for definite while the answer to the one before may be late', async () => {
    const { queue, line, clock, modem } = await start(
      { payload: '' },
      {
        prepare: (scene) => scene.queue.add('a'),
      },
    );
    await clock.advance(121_000);
    expect(queue.outcomes).toEqual(['a unknown']);
    line.answer({ payload: '+CMS ERROR: 38' });
    queue.add('b', 'c');
    modem.wake();
    await clock.advance(10_000);
    expect(queue.outcomes).toEqual(['a unknown', 'b unknown', 'c not-sent']);
  });

  it('keeps its own reference when that of the one before comes into its answer', async () => {
    const { queue, line, clock } = await start(
      { payload: '' },
      { prepare: (scene) => scene.queue.add('a', 'b') },
    );
    await clock.advance(115_000);
    expect(queue.outcomes).toEqual(['a unknown']);
    line.say('+CMGS: 5\r\n\r\nOK');
    await clock.advance(2_000);
    expect(queue.outcomes).toEqual(['a unknown']);
    line.say('+CMGS: 6\r\n\r\nOK');
    await clock.advance(2_000);
    expect(queue.settled[1]).toEqual({ id: 'b', outcome: { kind: 'sent', reference: 6 } });
    expect(queue.late).toEqual([{ id: 'a', reference: 5 }]);
  });

  it('holds nothing up for a reference that never comes, and puts right what it took for another', async () => {
    const { queue, line, clock } = await start(
      { payload: '' },
      { prepare: (scene) => scene.queue.add('a', 'b') },
    );
    await clock.advance(115_000);
    line.say('+CMGS: 5\r\n\r\nOK');
    await clock.advance(4_000);
    expect(queue.outcomes).toEqual(['a unknown', 'b sent']);
    line.say('+CMGS: 6\r\n\r\nOK');
    await clock.advance(1_000);
    expect(queue.late).toEqual([{ id: 'a', reference: 5 }]);
  });

  it('holds the radio link open for a burst, and only then', async () => {
    const { line, queue, modem, clock } = await start({
      'AT+CMMS=?': '+CMMS: (0-2)\r\n\r\nOK',
      payload: '+CMGS: 1\r\n\r\nOK',
    });
    queue.add('a');
    modem.wake();
    await clock.advance(1_000);
    expect(line.written).not.toContain('AT+CMMS=2');
    queue.add('b', 'c', 'd');
    modem.wake();
    await clock.advance(1_000);
    expect(line.written.filter((command) => /^AT\+CMMS=\d/.test(command))).toEqual([
      'AT+CMMS=2',
      'AT+CMMS=0',
    ]);
    expect(queue.outcomes).toHaveLength(4);
  });

  it('stops sending, and says so, when the SIM needs a person', async () => {
    const { queue, modem } = await start(
      { payload: '+CMS ERROR: 313' },
      {
        prepare: (scene) => scene.queue.add('a', 'b'),
      },
    );
    expect(queue.outcomes).toEqual(['a not-sent']);
    expect(modem.status).toMatchObject({ phase: 'waiting' });
    expect(modem.status.problem).toMatch(/SIM failure/);
  });
});

describe('a modem that goes astray', () => {
  it('is initialised anew when it has restarted by itself', async () => {
    const { line, clock, modem } = await start();
    line.answer({ 'AT+CMGF?': '+CMGF: 1\r\n\r\nOK' });
    const before = line.written.length;
    line.say('RDY');
    await clock.advance(3_000);
    expect(line.written.slice(before)).toContain('ATE0');
    line.answer({ 'AT+CMGF?': '+CMGF: 0\r\n\r\nOK' });
    await clock.advance(3_000);
    expect(modem.status.phase).toBe('ready');
    expect(line.connections).toBe(1);
  });

  it('is not initialised again and again by one that says ^BOOT all the time', async () => {
    const { line, clock } = await start();
    const before = line.written.length;
    for (let count = 0; count < 20; count += 1) {
      line.say('^BOOT:12345678,0,0,0,77');
      await clock.advance(1_000);
    }
    expect(line.written.slice(before)).not.toContain('ATE0');
  });

  it('is brought back in step when it is silent once, and connected anew when it stays silent', async () => {
    const { line, clock, modem } = await start();
    line.answer({ 'AT+CPIN?': '' });
    await clock.advance(60_000);
    expect(line.connections).toBe(1);
    line.answer({ AT: '' });
    await clock.advance(60_000);
    expect(line.connections).toBeGreaterThan(1);
    expect(modem.status.phase).not.toBe('ready');
    line.answer({ AT: 'OK', 'AT+CPIN?': '+CPIN: READY\r\n\r\nOK' });
    await clock.advance(120_000);
    expect(modem.status.phase).toBe('ready');
  });

  it('is told to restart when several connections stayed silent', async () => {
    const { line, clock } = await start({ AT: '' });
    await clock.advance(300_000);
    expect(line.written).toContain('AT+CFUN=1,1');
  });

  it('leaves no timer behind when it is stopped', async () => {
    const { modem, clock } = await start();
    await modem.stop();
    expect(modem.status.phase).toBe('stopped');
    expect(clock.pendingTimers).toBe(0);
  });
});
