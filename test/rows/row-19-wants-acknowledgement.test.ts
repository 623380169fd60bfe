/** Row 19: +CSMS=1 wants +CNMA, and stops delivering without it. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';
import { setServiceBench } from './service-bench.js';

describe('a modem that could be told to wait for acknowledgements', () => {
  it('is left at +CSMS=0', async () => {
    const { commands, sim, received, advance } = await setBench();
    sim.receive({ from: person, text: 'STOP' });
    await advance(1_000);
    expect(received()).toEqual(['STOP']);
    expect(commands()).not.toContain('AT+CSMS=1');
    expect(commands()).not.toContainEqual(expect.stringContaining('+CNMA'));
  });
});

describe('a modem that insists on acknowledgements', () => {
  it('gets one for each message, after it was stored, and goes on delivering', async () => {
    const { sim, inbox, received, advance } = await setBench({ faults: ['wants-cnma'] });
    for (const text of ['one', 'STOP', 'three']) {
      sim.receive({ from: person, text });
      await advance(20_000);
    }
    expect(received()).toEqual(['one', 'STOP', 'three']);
    expect(inbox.pdus.map(({ route }) => route)).toEqual(['direct', 'direct', 'direct']);
    expect(sim.record.arrivals.map(({ route }) => route)).toEqual(['direct', 'direct', 'direct']);
    expect(sim.waiting).toEqual([]);
  });

  it('gets one for what comes in while it is still being set up', async () => {
    const { sim, received, advance, commands } = await setBench({
      faults: ['wants-cnma'],
      prepare: ({ sim: modem }) => {
        // The first command after indications were chosen.
        const stop = modem.record.onEntry((entry) => {
          if (entry.kind !== 'command' || entry.line !== 'AT+CMMS=?') return;
          stop();
          for (const text of ['one', 'STOP']) modem.receive({ from: person, text });
        });
      },
    });
    await advance(90_000);
    expect(received()).toEqual(['one', 'STOP']);
    expect(commands().filter((line) => line === 'AT+CNMA')).toHaveLength(2);
    expect(sim.waiting).toEqual([]);
  });

  it('that delivers again what it could not be told of is understood: it is one message', async () => {
    const { sim, advance, play, inbound, said } = await setServiceBench({ faults: ['wants-cnma'] });
    play('unanswered:command=AT+CNMA');
    sim.receive({ from: person, text: 'STOP' });
    await advance(1_000);
    // The network comes back to it when the modem is set up again.
    play('registration:stat=2,for=1m');
    sim.restart();
    await advance(180_000);
    expect(sim.record.arrivals.map(({ route }) => route)).toContain('direct');
    expect(said().filter((line) => line.startsWith('+CMT:'))).toHaveLength(2);
    expect(inbound()).toHaveLength(1);
    sim.receivePdu(sim.record.arrivals[0]?.hex ?? '');
    await advance(10_000);
    expect(inbound()).toHaveLength(2);
  });

  it('gets none for what could not be stored, and delivers it again', async () => {
    const { sim, inbox, received, advance, commands } = await setBench({ faults: ['wants-cnma'] });
    inbox.onReceive = () => {
      throw new Error('disk full');
    };
    sim.receive({ from: person, text: 'STOP' });
    await advance(10_000);
    expect(commands()).not.toContain('AT+CNMA');
    inbox.onReceive = () => undefined;
    await advance(60_000);
    expect(received()).toContain('STOP');
    expect(sim.waiting).toEqual([]);
  });
});
