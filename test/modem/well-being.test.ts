/** What a modem tells of itself, and what the driver makes of it: status, warnings, restarts, 4G. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Log } from '../../src/log.js';
import { silentLog } from '../../src/log.js';
import type { Modem, ModemOptions } from '../../src/modem/modem.js';
import type { PinState } from '../../src/modem/ports.js';
import { FakeClock } from '../support/fake-clock.js';
import { type Scene, setScene } from './scene.js';
import { type Answer, ScriptedModem } from './scripted-modem.js';

let running: Modem | undefined;
afterEach(async () => {
  await running?.stop(AbortSignal.abort());
  running = undefined;
});

interface Options extends Partial<ModemOptions> {
  readonly answer?: Answer;
  readonly prepare?: (scene: Scene) => void;
}

async function start(answers: Record<string, string> = {}, options: Options = {}) {
  const clock = new FakeClock();
  const { answer, prepare, ...driver } = options;
  const line = new ScriptedModem(answers, answer);
  const scene = setScene({ connect: line.connect, clock, ...driver });
  prepare?.(scene);
  running = scene.modem;
  scene.modem.start();
  await clock.advance(10_000);
  return { ...scene, clock, line };
}

/** A log that keeps its lines as JSON. */
function keptLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const keep = (...parts: unknown[]) => void lines.push(JSON.stringify(parts));
  const log = { ...silentLog, info: keep, warn: keep, error: keep, debug: () => undefined };
  return { log: { ...log, trace: () => undefined, fatal: keep } as unknown as Log, lines };
}

const QUECTEL = { 'AT+CGMI': 'Quectel\r\n\r\nOK', 'AT+CGMM': 'EC25\r\n\r\nOK' };

describe('the status', () => {
  it('tells dialect, technology, signal in words, temperature and supply', async () => {
    const { modem, line, clock } = await start({
      ...QUECTEL,
      'AT+COPS?': '+COPS: 0,0,"Testnet",7\r\n\r\nOK',
      'AT+CSQ': '+CSQ: 12,99\r\n\r\nOK',
      'AT+QTEMP': '+QTEMP: 31,35,30\r\n\r\nOK',
      'AT+CBC': '+CBC: 0,80,3911\r\n\r\nOK',
    });
    expect(modem.status).toMatchObject({
      ...{ dialect: 'quectel-ec25', technology: '4G', signal: 'fair', signalDbm: -89 },
      ...{ temperatureC: 35, supplyMv: 3_911, warning: undefined },
    });
    const asked = () => line.written.filter((command) => command === 'AT+QTEMP').length;
    expect(asked()).toBe(1);
    await clock.advance(120_000);
    expect(asked()).toBe(1);
    await clock.advance(240_000);
    expect(asked()).toBe(2);
  });

  it('asks a sensor that the modem has not once a connection', async () => {
    const { modem, line, clock } = await start({ ...QUECTEL, 'AT+QTEMP': 'ERROR' });
    await clock.advance(900_000);
    expect(line.written.filter((command) => command === 'AT+QTEMP')).toHaveLength(1);
    expect(modem.status.temperatureC).toBeUndefined();
  });

  it('forgets the network, not the modem, when the port goes', async () => {
    const { modem, line, clock } = await start(QUECTEL);
    line.vanish();
    await clock.advance(10);
    expect(modem.status).toMatchObject({ phase: 'down', signal: undefined, model: 'EC25' });
  });

  it('counts emergency calls only as no registration', async () => {
    const { modem, queue } = await start(
      { 'AT+CREG?': '+CREG: 0,11\r\n\r\nOK' },
      { prepare: (scene) => scene.queue.add('a') },
    );
    expect(modem.status).toMatchObject({ phase: 'waiting', registration: 'emergency' });
    expect(queue.claimed).toEqual([]);
  });
});

describe('a dialect of the configuration', () => {
  it('overrides what the modem says it is', async () => {
    const { line, modem } = await start(QUECTEL, { dialect: 'huawei' });
    expect(modem.status.dialect).toBe('huawei');
    expect(line.written).toContain('AT^CURC=0');
    expect(line.written).not.toContain('AT+QTEMP');
  });

  it('names how a modem that answers nothing is told to restart', async () => {
    const { line, clock } = await start({ AT: '' }, { dialect: 'simcom-sim7600' });
    await clock.advance(300_000);
    expect(line.written).toContain('AT+CRESET');
  });

  it('is refused when there is none of that name', () => {
    expect(() =>
      setScene({ connect: new ScriptedModem().connect, clock: new FakeClock(), dialect: 'x' }),
    ).toThrow(RangeError);
  });
});

describe('a pause of the configuration', () => {
  it('slows down all that is written, from the first command on', async () => {
    const { line, modem, clock } = await start({}, { pacing: { chunk: 1, pauseMs: 100 } });
    await clock.advance(120_000);
    expect(modem.status.phase).toBe('ready');
    expect(line.written.slice(0, 3)).toEqual(['<ESC>', 'AT', 'ATE0']);
  });
});

describe('a complaint', () => {
  it('of too little voltage stands in the status and the log, and the loss of the port is blamed on it', async () => {
    const { log, lines } = keptLog();
    const { modem, line, clock } = await start({}, { log });
    line.say('UNDER-VOLTAGE WARNNING');
    await clock.advance(10);
    expect(modem.status).toMatchObject({
      phase: 'ready',
      warning: expect.stringContaining('brown-out'),
    });
    expect(lines.filter((text) => text.includes('brown-out'))).toHaveLength(1);
    line.vanish();
    await clock.advance(10);
    expect(modem.status.problem).toMatch(/brown-out.*power supply/);
    await clock.advance(60_000);
    expect(modem.status).toMatchObject({ phase: 'ready', problem: undefined });
    await clock.advance(900_000);
    expect(modem.status.warning).toBeUndefined();
  });

  it('of heat holds until the modem takes it back', async () => {
    const { modem, line, clock } = await start({ 'AT+CGMI': 'Telit\r\n\r\nOK' });
    line.say('#TEMPMEAS: 1,81');
    await clock.advance(10);
    expect(modem.status.warning).toBe('the modem says: it is too hot');
    line.say('#TEMPMEAS: 0,60');
    await clock.advance(10);
    expect(modem.status.warning).toBeUndefined();
  });

  it('is suspected where the port goes in the middle of a submission', async () => {
    const { modem, line, clock, queue } = await start({ payload: '' });
    queue.add('a');
    modem.wake();
    await clock.advance(1_000);
    line.vanish();
    await clock.advance(10);
    expect(queue.outcomes).toEqual(['a unknown']);
    expect(modem.status.problem).toMatch(/brown-out/);
  });

  it('is suspected of no port that goes by itself', async () => {
    const { modem, line, clock, queue } = await start({ payload: '+CMGS: 1\r\n\r\nOK' });
    queue.add('a');
    modem.wake();
    await clock.advance(1_000);
    line.vanish();
    await clock.advance(10);
    expect(queue.outcomes).toEqual(['a sent']);
    expect(modem.status.problem).toBe('the port is gone');
  });
});

describe('a modem that restarts while it has a message', () => {
  it.each(['RDY', '^SYSSTART'])(
    'and says %s is not waited for: the outcome is unknown',
    async (said) => {
      const { line, clock, queue, modem } = await start({ payload: '' });
      queue.add('a');
      modem.wake();
      await clock.advance(1_000);
      line.say(said);
      await clock.advance(5_000);
      expect(queue.outcomes).toEqual(['a unknown']);
      await clock.advance(5_000);
      expect(modem.status.phase).toBe('ready');
    },
  );

  it('and says ^BOOT for the first time is waited for a little longer', async () => {
    const { line, clock, queue, modem } = await start({ payload: '' });
    queue.add('a');
    modem.wake();
    await clock.advance(1_000);
    line.say('^BOOT:1,0,0,0,0');
    await clock.advance(15_000);
    expect(queue.outcomes).toEqual([]);
    await clock.advance(10_000);
    expect(queue.outcomes).toEqual(['a unknown']);
  });

  it('is not believed where it says ^BOOT all the time', async () => {
    const { line, clock, queue, modem } = await start({ payload: '' });
    line.say('^BOOT:1,0,0,0,0');
    await clock.advance(5_000);
    queue.add('a');
    modem.wake();
    await clock.advance(1_000);
    line.say('^BOOT:2,0,0,0,0');
    await clock.advance(60_000);
    expect(queue.outcomes).toEqual([]);
    line.say('+CMGS: 9');
    line.say('OK');
    await clock.advance(1_000);
    expect(queue.outcomes).toEqual(['a sent']);
  });
});

describe('on 4G alone', () => {
  const LTE = {
    'AT+CREG?': '+CREG: 0,0\r\n\r\nOK',
    'AT+CEREG?': '+CEREG: 0,1\r\n\r\nOK',
    'AT+CGSMS?': '+CGSMS: 1\r\n\r\nOK',
    'AT+CGSMS=?': '+CGSMS: (0-3)\r\n\r\nOK',
    payload: '+CMS ERROR: 41',
  };

  it('the other domain is tried once when a message is refused, and said so', async () => {
    const { log, lines } = keptLog();
    const { line, modem, queue, clock } = await start(LTE, { log });
    queue.add('a', 'b');
    modem.wake();
    await clock.advance(10_000);
    expect(queue.outcomes).toEqual(['a not-sent', 'b not-sent']);
    expect(line.written.filter((command) => /^AT\+CGSMS=\d/.test(command))).toEqual(['AT+CGSMS=2']);
    expect(lines.join()).toContain('init = [');
    expect(modem.status.technology).toBe('4G');
  });

  it('and on an older network beside it, nothing is changed', async () => {
    const { line, modem, queue, clock } = await start({
      ...LTE,
      'AT+CREG?': '+CREG: 0,1\r\n\r\nOK',
    });
    queue.add('a');
    modem.wake();
    await clock.advance(10_000);
    expect(line.written.join()).not.toContain('AT+CGSMS');
  });
});

describe('a modem that only hands messages over', () => {
  const DIRECT = { 'AT+CNMI=?': '+CNMI: (0-2),(0,2),(0),(0,1),(0)\r\n\r\nOK' };
  const answer: (services: string[]) => Answer = (services) => {
    let service = '0';
    return (command) => {
      const wanted = /^AT\+CSMS=(\d)$/.exec(command)?.[1];
      if (wanted !== undefined) {
        services.push(wanted);
        service = wanted;
        return '+CSMS: 1,1,1\r\n\r\nOK';
      }
      if (command === 'AT+CNMI?') return '+CNMI: 2,2,0,1,0\r\n\r\nOK';
      return command === 'AT+CSMS?' ? `+CSMS: ${service},1,1,1\r\n\r\nOK` : undefined;
    };
  };
  const PDU = '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07';

  it('is asked to want them acknowledged, and they are, once stored', async () => {
    const services: string[] = [];
    const { line, clock, inbox } = await start(DIRECT, { answer: answer(services) });
    expect(services).toEqual(['1']);
    line.raw(`\r\n+CMT: ,37\r\n${PDU}\r\n`);
    await clock.advance(1_000);
    expect(inbox.hexes).toEqual([PDU]);
    expect(line.written.filter((command) => command === 'AT+CNMA')).toHaveLength(1);
  });

  it('is left alone where its make does not take acknowledgements', async () => {
    const services: string[] = [];
    await start(DIRECT, { answer: answer(services), dialect: 'huawei' });
    expect(services).toEqual([]);
  });
});

describe('an announced report', () => {
  it('is looked for in the whole memory where its make names the wrong slot', async () => {
    const { line, clock } = await start(QUECTEL);
    const before = line.written.length;
    line.say('+CDSI: "SM",0');
    await clock.advance(1_000);
    expect(line.written.slice(before)).toContain('AT+CMGL=4');
    expect(line.written.slice(before)).not.toContain('AT+CMGR=0');
  });
});

describe('an incoming call', () => {
  it('is logged without the whole number', async () => {
    const { log, lines } = keptLog();
    const { line, clock } = await start({}, { log });
    expect(line.written).toContain('AT+CLIP=1');
    line.raw('\r\nRING\r\n\r\n+CLIP: "+447700900123",145,,,,0\r\n');
    await clock.advance(1_000);
    const logged = lines.find((text) => text.includes('hung up'));
    expect(logged).toContain('+4477•••••123');
    expect(lines.join()).not.toContain('7700900');
    expect(line.written).toContain('AT+CHUP');
  });
});

describe('the PIN', () => {
  /** A SIM that asks for its PIN until it gets the right one, and a memory on disk. */
  function lockedSim(right: string, onTry: (line: ScriptedModem) => string | undefined) {
    const kept = new Map<string, PinState>();
    let open = false;
    let left = 3;
    const answer: Answer = (command, line) => {
      const tried = /^AT\+CPIN="(\d+)"$/.exec(command)?.[1];
      if (tried !== undefined) {
        open = tried === right;
        if (!open) left -= 1;
        return onTry(line) ?? (open ? 'OK' : '+CME ERROR: 16');
      }
      if (command === 'AT+CPIN?') return `+CPIN: ${open ? 'READY' : 'SIM PIN'}\r\n\r\nOK`;
      return command.startsWith('AT+CPINR') ? `+CPINR: SIM PIN,${left},3\r\n\r\nOK` : undefined;
    };
    return {
      kept,
      answer,
      lock: () => {
        open = false;
      },
      memory: {
        recall: (pin: string) => kept.get(pin),
        keep: (pin: string, state: PinState | undefined) => {
          if (state === undefined) kept.delete(pin);
          else kept.set(pin, state);
        },
      },
    };
  }
  const tries = (line: ScriptedModem) =>
    line.written.filter((command) => command.startsWith('AT+CPIN="')).length;

  it('is on record as tried before it is written, and no more once it was taken', async () => {
    const states: (PinState | undefined)[] = [];
    const sim = lockedSim('1234', () => {
      states.push(sim.kept.get('1234'));
      return undefined;
    });
    const { modem } = await start({}, { answer: sim.answer, pin: '1234', pinMemory: sim.memory });
    expect(states).toEqual(['tried']);
    expect(sim.kept.size).toBe(0);
    expect(modem.status.phase).toBe('ready');
  });

  it('is not tried a second time by a process that follows one that was killed', async () => {
    const sim = lockedSim('1234', () => undefined);
    sim.memory.keep('0000', 'tried');
    // The killed process had spent one try.
    const spent = lockedSim('1234', () => undefined);
    spent.answer('AT+CPIN="0000"', new ScriptedModem());
    const { line, modem } = await start(
      {},
      { answer: spent.answer, pin: '0000', pinMemory: sim.memory },
    );
    expect(tries(line)).toBe(0);
    expect(modem.status.problem).toMatch(/not known whether it was right/);
  });

  it('is tried again where the SIM shows that the last try never reached it', async () => {
    const sim = lockedSim('1234', () => undefined);
    sim.memory.keep('1234', 'tried');
    const { line, modem } = await start(
      {},
      { answer: sim.answer, pin: '1234', pinMemory: sim.memory },
    );
    expect(tries(line)).toBe(1);
    expect(modem.status.phase).toBe('ready');
    expect(sim.kept.size).toBe(0);
  });

  it('that was taken by the SIM of a killed process is found to be right', async () => {
    const sim = lockedSim('1234', () => undefined);
    sim.memory.keep('1234', 'tried');
    sim.answer('AT+CPIN="1234"', new ScriptedModem());
    const { line } = await start({}, { answer: sim.answer, pin: '1234', pinMemory: sim.memory });
    expect(tries(line)).toBe(0);
    expect(sim.kept.size).toBe(0);
  });

  it('is not tried while the try cannot be put on record', async () => {
    const sim = lockedSim('1234', () => undefined);
    const pinMemory = {
      ...sim.memory,
      keep: () => {
        throw new Error('disk full');
      },
    };
    const { line, modem } = await start({}, { answer: sim.answer, pin: '1234', pinMemory });
    expect(tries(line)).toBe(0);
    expect(modem.status.problem).toMatch(/could not be recorded/);
  });
});
