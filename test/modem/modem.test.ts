/** The driver on the simulated modem, whose own record is the oracle. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Modem } from '../../src/modem/modem.js';
import type { Connect, Transport } from '../../src/modem/transport.js';
import { connectInMemory } from '../../src/simulator/in-memory.js';
import { SimulatedModem, type SimulatedModemOptions } from '../../src/simulator/simulated-modem.js';
import { FakeClock } from '../support/fake-clock.js';
import { type Scene, setScene } from './scene.js';

/** DELIVERs: opaque here. */
const STOP = '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07';
const OTHER = '07911326040000F0040B911346610089F60000208062917314480CC8F71D14969741F977FD07';

let running: Modem | undefined;
afterEach(async () => {
  await running?.stop(AbortSignal.abort());
  running = undefined;
});

interface Stage extends Scene {
  readonly clock: FakeClock;
  readonly sim: SimulatedModem;
  /** Cuts the connection under way, as when the plug is pulled. */
  readonly unplug: () => void;
}

async function start(
  options: Omit<SimulatedModemOptions, 'clock'> & { driverPin?: string } = {},
  prepare: (stage: Stage) => void = () => undefined,
): Promise<Stage> {
  const { driverPin, ...simulated } = options;
  const clock = new FakeClock();
  const sim = new SimulatedModem({ clock, ...simulated });
  const connect = connectInMemory(sim);
  let open: Transport | undefined;
  let tell: (() => void) | undefined;
  const unpluggable: Connect = async (signal) => {
    const transport = await connect(signal);
    open = transport;
    return {
      write: (bytes) => transport.write(bytes),
      onData: (listener) => transport.onData(listener),
      onClose: (listener) => {
        tell = () => listener(undefined);
        transport.onClose(listener);
      },
      close: () => transport.close(),
    };
  };
  const scene = setScene({ connect: unpluggable, clock, pin: driverPin });
  running = scene.modem;
  const unplug = () => {
    tell?.();
    void open?.close();
  };
  const stage = { ...scene, clock, sim, unplug };
  prepare(stage);
  scene.modem.start();
  await clock.advance(5_000);
  return stage;
}

describe('a modem', () => {
  it('becomes ready and tells what it is', async () => {
    const { modem, statuses } = await start({ manufacturer: 'Acme', operator: 'Testnet' });
    expect(modem.status).toMatchObject({
      phase: 'ready',
      problem: undefined,
      manufacturer: 'Acme',
      operator: 'Testnet',
      registration: 'home',
    });
    expect(statuses[0]).toMatchObject({ phase: 'connecting' });
    for (const [index, status] of statuses.entries()) {
      if (index > 0) expect(status).not.toEqual(statuses[index - 1]);
    }
  });

  it('sends what is queued, in order, and gives back the references', async () => {
    const { queue, sim } = await start({}, (stage) => stage.queue.add('a', 'b', 'c'));
    expect(queue.outcomes).toEqual(['a sent', 'b sent', 'c sent']);
    const references = queue.settled.map(({ outcome }) =>
      outcome.kind === 'sent' ? outcome.reference : undefined,
    );
    expect(references).toEqual(sim.record.submits.map(({ reference }) => reference));
  });

  it('is woken by new work', async () => {
    const { queue, modem, clock } = await start();
    queue.add('a');
    await clock.advance(1_000);
    expect(queue.claimed).toEqual([]);
    modem.wake();
    await clock.advance(1_000);
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it('is busy nearly all the time while there is work', async () => {
    const { queue, modem, clock, sim } = await start({ submitLatencyMs: 1_500 });
    queue.add(...Array.from({ length: 40 }, (_, index) => `m${index}`));
    modem.wake();
    const startMs = clock.monotonicMs();
    while (queue.outcomes.length < 40) await clock.advance(100);
    const busy = (40 * 1_500) / (clock.monotonicMs() - startMs);
    expect(sim.record.submits).toHaveLength(40);
    expect(busy).toBeGreaterThan(0.99);
  });
});

describe('what came in', () => {
  it('is read at start before anything is asked for to be sent', async () => {
    const { queue, inbox, sim } = await start({}, (stage) => {
      stage.sim.storePdu(STOP);
      stage.queue.add('a');
      stage.queue.onNext = () => expect(stage.inbox.hexes).toEqual([STOP]);
    });
    expect(inbox.pdus[0]).toMatchObject({ modem: 'main', hex: STOP, route: 'stored' });
    expect(queue.outcomes).toEqual(['a sent']);
    expect(sim.stored).toHaveLength(0);
    expect(inbox.deletions).toHaveLength(1);
  });

  it('is read when it is announced', async () => {
    const { inbox, sim, clock } = await start();
    sim.receivePdu(STOP);
    await clock.advance(100);
    expect(inbox.hexes).toEqual([STOP]);
    expect(sim.stored).toHaveLength(0);
  });

  it('is read at the next poll when its announcement was lost', async () => {
    const { inbox, sim, clock } = await start();
    sim.storePdu(STOP);
    await clock.advance(10_000);
    expect(inbox.hexes).toEqual([]);
    await clock.advance(30_000);
    expect(inbox.hexes).toEqual([STOP]);
  });

  it('is read before the next submission when it comes during one', async () => {
    const { queue, inbox, sim, clock, modem } = await start({ submitLatencyMs: 1_000 });
    queue.add('a', 'b');
    modem.wake();
    await clock.advance(500);
    sim.receivePdu(STOP);
    queue.onNext = () => expect(inbox.hexes).toEqual([STOP]);
    await clock.advance(5_000);
    expect(queue.outcomes).toEqual(['a sent', 'b sent']);
  });

  it('is not deleted, and nothing is sent, while it cannot be stored', async () => {
    const { queue, inbox, sim, clock, modem } = await start({}, (stage) => {
      stage.sim.storePdu(STOP);
      stage.sim.storePdu(OTHER);
      stage.queue.add('a');
      stage.inbox.onReceive = ({ hex }) => {
        if (hex === STOP) throw new Error('disk full');
      };
    });
    expect(modem.status).toMatchObject({ phase: 'waiting' });
    expect(inbox.hexes).toContain(OTHER);
    expect(sim.stored.map(({ hex }) => hex)).toEqual([STOP]);
    expect(queue.claimed).toEqual([]);
    inbox.onReceive = () => undefined;
    await clock.advance(10_000);
    expect(sim.stored).toHaveLength(0);
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it('is read again and deleted later when deleting fails, and holds nothing up', async () => {
    const { queue, inbox, sim, clock } = await start({}, (stage) => {
      stage.sim.storePdu(STOP);
      stage.sim.play({ kind: 'delete-fails', count: 1 });
      stage.queue.add('a');
    });
    expect(queue.outcomes).toEqual(['a sent']);
    expect(sim.stored).toHaveLength(1);
    expect(inbox.deletions).toEqual([]);
    await clock.advance(30_000);
    expect(sim.stored).toHaveLength(0);
    expect(inbox.deletions).toHaveLength(1);
  });

  it('is tried again where it is announced before it can be read', async () => {
    const { inbox, sim, clock } = await start();
    sim.play({ kind: 'not-ready-yet', command: '+CMGR', count: 2 });
    sim.receivePdu(STOP);
    await clock.advance(3_000);
    expect(inbox.hexes).toEqual([STOP]);
  });

  it('is swept up where it is announced at index -1', async () => {
    const { inbox, sim, clock } = await start();
    sim.play({ kind: 'announce-index', index: -1 });
    sim.receivePdu(STOP);
    await clock.advance(3_000);
    expect(inbox.hexes).toEqual([STOP]);
  });

  it('empties a full store, so that the rest can come in', async () => {
    const { inbox, sim, clock } = await start({ storeSlots: 3 }, (stage) => {
      for (let count = 0; count < 3; count += 1) stage.sim.storePdu(OTHER);
      stage.sim.receivePdu(STOP);
    });
    await clock.advance(60_000);
    expect(inbox.hexes.filter((hex) => hex === OTHER)).toHaveLength(3);
    expect(inbox.hexes).toContain(STOP);
    expect(sim.stored).toHaveLength(0);
  });
});

describe('a submission', () => {
  it('is unknown when the modem takes it and says nothing, and is never handed over again', async () => {
    const { queue, sim, clock, modem } = await start({}, (stage) => {
      stage.sim.play({ kind: 'silent-on-submit' });
      stage.queue.add('a');
    });
    expect(queue.outcomes).toEqual([]);
    await clock.advance(120_000);
    expect(queue.outcomes).toEqual(['a unknown']);
    expect(sim.record.submits).toHaveLength(1);
    await clock.advance(120_000);
    expect(sim.record.submits).toHaveLength(1);
    queue.add('b');
    modem.wake();
    await clock.advance(60_000);
    expect(queue.claimed).toEqual(['a', 'b']);
  });

  it('is settled late when its reference comes after the deadline', async () => {
    const { queue, sim, clock } = await start({}, (stage) => {
      stage.sim.play({ kind: 'late-submit-answer', delayMs: 125_000 });
      stage.queue.add('a');
    });
    await clock.advance(130_000);
    expect(queue.outcomes).toEqual(['a unknown']);
    expect(queue.late).toEqual([{ id: 'a', reference: sim.record.submits[0]?.reference }]);
  });

  it('is settled late though others were sent meanwhile', async () => {
    const { queue, sim, clock, modem } = await start({}, (stage) => stage.queue.add('first'));
    sim.play({ kind: 'late-submit-answer', delayMs: 125_000 });
    queue.add('a', 'b', 'c');
    modem.wake();
    await clock.advance(122_000);
    expect(queue.outcomes).toEqual(['first sent', 'a unknown', 'b sent', 'c sent']);
    expect(queue.late).toEqual([]);
    await clock.advance(10_000);
    expect(queue.late).toEqual([{ id: 'a', reference: sim.record.submits[1]?.reference }]);
  });

  it.each([
    ['ERROR', 'unknown'],
    ['+CMS ERROR: 500', 'unknown'],
    ['+CMS ERROR: 38', 'not-sent'],
  ] as const)('that ends with %s is %s', async (line, kind) => {
    const { queue, modem, clock } = await start({}, (stage) => {
      stage.sim.play({ kind: 'error-on-submit', line, count: 1 });
      stage.queue.add('a', 'b');
    });
    await clock.advance(5_000);
    expect(queue.outcomes).toEqual([`a ${kind}`, 'b sent']);
    expect(modem.status.phase).toBe('ready');
  });

  it('is unknown when the port goes after the message was handed over', async () => {
    const { queue, sim, clock, unplug, modem, statuses } = await start(
      { submitLatencyMs: 10_000 },
      (stage) => stage.queue.add('a'),
    );
    expect(sim.record.submits).toHaveLength(1);
    unplug();
    await clock.advance(100);
    expect(queue.outcomes).toEqual(['a unknown']);
    expect(statuses.map(({ phase }) => phase)).toContain('down');
    await clock.advance(10_000);
    expect(modem.status.phase).toBe('ready');
    expect(sim.record.submits).toHaveLength(1);
  });

  it('is not mixed up by unsolicited lines amid everything', async () => {
    const lines = ['^RSSI:21', 'RING', '+CREG: 1', '^NWTIME: 26/01/05'];
    const { queue, clock } = await start({ submitLatencyMs: 50 }, (stage) => {
      stage.sim.play({ kind: 'unsolicited-flood', lines, everyMs: 10 });
      stage.queue.add('a', 'b', 'c');
    });
    await clock.advance(60_000);
    expect(queue.outcomes).toEqual(['a sent', 'b sent', 'c sent']);
  });

  it.each(['prompt', 'answer'] as const)('is not mixed up by a flood amid the %s', async (amid) => {
    const lines = ['^RSSI:21', '+CMTI: "SM",9', '+CDS: 25', STOP, '^BOOT:1,0'];
    const { queue, inbox, clock, sim } = await start({}, (stage) => {
      stage.sim.play({ kind: 'unsolicited-flood', lines, amid, count: 40 });
      stage.queue.add('a', 'b', 'c');
    });
    await clock.advance(60_000);
    expect(queue.outcomes).toEqual(['a sent', 'b sent', 'c sent']);
    expect(sim.record.submits).toHaveLength(3);
    expect(new Set(inbox.hexes)).toEqual(new Set([STOP]));
  });

  it('is waited for by stop, and settled', async () => {
    const { queue, modem, clock, statuses } = await start({ submitLatencyMs: 20_000 }, (stage) =>
      stage.queue.add('a', 'b'),
    );
    const stopped = modem.stop();
    await clock.advance(30_000);
    await stopped;
    expect(queue.outcomes).toEqual(['a sent']);
    expect(statuses.at(-1)?.phase).toBe('stopped');
    expect(clock.pendingTimers).toBe(0);
  });

  it('is unknown when stop is told to hurry', async () => {
    const { queue, modem, clock } = await start({ submitLatencyMs: 20_000 }, (stage) =>
      stage.queue.add('a'),
    );
    const hurry = new AbortController();
    const stopped = modem.stop(hurry.signal);
    await clock.advance(1_000);
    expect(queue.outcomes).toEqual([]);
    hurry.abort();
    await stopped;
    expect(queue.outcomes).toEqual(['a unknown']);
  });
});

describe('trouble', () => {
  it('of being left at the prompt by a crash is over after the first ESC', async () => {
    const { queue, sim } = await start({}, (stage) => {
      stage.sim.play({ kind: 'stuck-at-prompt' });
      stage.queue.add('a');
    });
    expect(queue.outcomes).toEqual(['a sent']);
    expect(sim.record.submits).toHaveLength(1);
  });

  it('of a SIM that asks for its PIN is over when it was entered', async () => {
    const { modem } = await start({ pin: '1234', driverPin: '1234' });
    expect(modem.status.phase).toBe('ready');
  });

  it('of a wrong PIN costs one try and no more', async () => {
    const { modem, sim, clock, unplug } = await start({ pin: '1234', driverPin: '0000' });
    await clock.advance(60_000);
    unplug();
    await clock.advance(120_000);
    expect(modem.status).toMatchObject({ phase: 'waiting' });
    expect(modem.status.problem).toMatch(/PIN/);
    const tries = sim.record.commands.filter((command) => JSON.stringify(command).includes('0000'));
    expect(tries).toHaveLength(1);
  });

  it('of a modem that restarted is over when it was initialised again', async () => {
    const { modem, sim, clock, inbox, queue } = await start();
    sim.restart();
    await clock.advance(10_000);
    sim.receivePdu(STOP);
    await clock.advance(1_000);
    expect(inbox.hexes).toEqual([STOP]);
    queue.add('a');
    modem.wake();
    await clock.advance(1_000);
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it('of a modem gone silent is over when a new connection finds it again', async () => {
    const { modem, sim, clock, queue } = await start();
    sim.play({ kind: 'silent' });
    await clock.advance(300_000);
    expect(modem.status.phase).toBe('ready');
    queue.add('a');
    modem.wake();
    await clock.advance(1_000);
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it('of a port that cannot be opened is tried again, ever more slowly up to a minute', async () => {
    const clock = new FakeClock();
    const tries: number[] = [];
    const { modem } = setScene({
      connect: () => {
        tries.push(clock.monotonicMs());
        return Promise.reject(new Error('no such port'));
      },
      clock,
    });
    running = modem;
    modem.start();
    await clock.advance(300_000);
    const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(gaps.slice(0, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000]);
    expect(Math.max(...gaps)).toBe(60_000);
    expect(modem.status).toMatchObject({ phase: 'down', problem: 'no such port' });
  });
});
