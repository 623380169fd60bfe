/** Row 10: the SIM is full: nothing more comes in, and sometimes nothing goes out. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('a full SIM', () => {
  it('is emptied at the start, and what waited in the network comes in', async () => {
    const { modem, sim, received, advance } = await setBench({
      faults: ['sim-full'],
      sim: { storeSlots: 10 },
      prepare: ({ sim: full }) => {
        full.receive({ from: person, text: 'STOP' });
        expect(full.waiting).toHaveLength(1);
      },
    });
    await advance(40_000);
    expect(received()).toContain('STOP');
    expect(received()).toHaveLength(11);
    expect(sim.stored).toEqual([]);
    expect(sim.waiting).toEqual([]);
    expect(modem.status).toMatchObject({ phase: 'ready', simUsed: 0, simTotal: 10 });
  });

  it('in mid-life is emptied when the modem says ^SMMEMFULL', async () => {
    const { sim, play, received, advance, said } = await setBench({ sim: { storeSlots: 5 } });
    play('sim-full');
    sim.receive({ from: person, text: 'STOP' });
    await advance(5_000);
    expect(said()).toContain('^SMMEMFULL: "SM"');
    expect(received()).toContain('STOP');
    expect(sim.stored).toEqual([]);
  });

  it.each(['huawei', 'quectel-ec25', 'telit', 'cinterion'])(
    'is emptied when a modem of %s says so in its own words',
    async (dialect) => {
      const { sim, play, received, advance } = await setBench({ sim: { dialect, storeSlots: 5 } });
      play('sim-full');
      sim.receive({ from: person, text: 'STOP' });
      await advance(5_000);
      expect(received()).toContain('STOP');
      expect(sim.stored).toEqual([]);
    },
  );

  it('of which the modem says nothing is found by the poll', async () => {
    const { sim, received, advance } = await setBench({ sim: { storeSlots: 5 } });
    sim.play({ kind: 'lost-announcement', count: 6 });
    for (let number = 1; number <= 6; number += 1) {
      sim.receive({ from: person, text: `text ${number}` });
    }
    expect(sim.waiting).toHaveLength(1);
    await advance(70_000);
    expect(received()).toEqual(Array.from({ length: 6 }, (_, index) => `text ${index + 1}`));
  });

  it('that keeps the modem from sending is emptied, and then the message can go', async () => {
    const { sim, play, queue, send, advance } = await setBench({ sim: { storeSlots: 5 } });
    play('sim-full:refuses-sends=yes');
    await send('a');
    expect(queue.settled).toMatchObject([{ outcome: { kind: 'not-sent', error: { value: 322 } } }]);
    await advance(5_000);
    expect(sim.stored).toEqual([]);
    await send('a again');
    expect(queue.outcomes.at(-1)).toBe('a again sent');
  });
});
