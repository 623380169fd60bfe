/** Row 3: an unsolicited line in the middle of an answer, or between the prompt and +CMGS. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('lines that nobody asked for', () => {
  it('in the middle of every answer change nothing of what is understood', async () => {
    const { modem, sim, send, queue, received, advance } = await setBench({
      faults: ['lines-amid:place=answer'],
      sim: { operator: 'Testnet', imei: '490154203237518' },
    });
    expect(modem.status).toMatchObject({
      phase: 'ready',
      imei: '490154203237518',
      operator: 'Testnet',
      registration: 'home',
      signalDbm: -73,
    });
    await send('a', 'b');
    expect(queue.outcomes).toEqual(['a sent', 'b sent']);
    expect(queue.settled.map(({ outcome }) => outcome)).toMatchObject(
      sim.record.submits.map(({ reference }) => ({ reference })),
    );
    sim.receive({ from: person, text: 'STOP' });
    sim.receive({ from: person, text: 'START' });
    await advance(1_000);
    expect(received()).toEqual(['STOP', 'START']);
    expect(sim.stored).toEqual([]);
  });

  it('after the prompt do not come into the message, which goes out once and whole', async () => {
    const { sim, send, queue } = await setBench({ faults: ['lines-amid:place=prompt'] });
    await send('a', 'b', 'c');
    expect(queue.outcomes).toEqual(['a sent', 'b sent', 'c sent']);
    expect(sim.record.submits.map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 3 }, () => 'accepted'),
    );
  });

  it('that announce a message at the prompt have it read before anything goes out', async () => {
    const { sim, send, queue, received, play } = await setBench();
    play('lost-announcement');
    sim.receive({ from: person, text: 'STOP' });
    play('lines-amid:place=prompt,lines=+CMTI: "SM",1,count=1');
    queue.proceed = () => received().includes('STOP');
    await send('a');
    expect(queue.outcomes).toEqual(['a sent']);
    expect(sim.record.submits).toHaveLength(1);
  });
});
