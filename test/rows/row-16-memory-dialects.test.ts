/** Row 16: +CPMS takes one, two or three memories, answers a bare OK, or refuses ME as the third. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('the memory that messages are read from', () => {
  it.each([
    ['three memories', 'cpms:named=3,receiving=SM|ME', 'SM'],
    ['two memories', 'cpms:named=2,receiving=SM|ME', 'SM'],
    ['one memory', 'cpms:named=1', 'SM'],
    ['a bare OK', 'cpms:named=3,answer=ok,receiving=SM|ME', 'SM'],
    ['ME alone for reading', 'cpms:named=3,memories=ME,receiving=ME', 'ME'],
    ['ME refused for receiving', 'cpms:named=3,memories=ME|SM,receiving=SM', 'SM'],
    ['MT alone', 'cpms:named=3,memories=MT,receiving=MT', 'MT'],
  ])('is found with %s', async (_words, fault, memory) => {
    const { sim, modem, received, advance, send, queue } = await setBench({ faults: [fault] });
    expect(modem.status).toMatchObject({ phase: 'ready', simUsed: 0 });
    sim.receive({ from: person, text: 'STOP' });
    await advance(40_000);
    expect(received()).toEqual(['STOP']);
    expect(sim.stored).toEqual([]);
    expect(sim.record.deletes).toMatchObject([{ memory, outcome: 'deleted' }]);
    await send('a');
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it('that old messages lie in besides is emptied too', async () => {
    const { received, sim } = await setBench({
      sim: { dialect: 'quectel-ec25' },
      prepare: (bench) => bench.sim.receive({ from: person, text: 'left in ME' }),
    });
    expect(received()).toEqual(['left in ME']);
    expect(sim.stored).toEqual([]);
  });
});
