/** Row 14: delete fails, so that a message is read again and again. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';
import { setServiceBench } from './service-bench.js';

describe('a message that cannot be deleted', () => {
  it.each(['+CMS ERROR: 320', 'OK'])('with %s for an answer holds up nothing', async (line) => {
    const { sim, play, send, queue, received, modem, advance } = await setBench();
    play(`delete-fails:count=forever,line=${line}`);
    sim.receive({ from: person, text: 'STOP' });
    await advance(1_000);
    await send('a');
    expect(received()).toContain('STOP');
    expect(queue.outcomes).toEqual(['a sent']);
    expect(modem.status.phase).toBe('ready');
    expect(sim.stored).toHaveLength(1);
  });

  it('is deleted once that works again', async () => {
    const { sim, play, advance, inbox } = await setBench();
    play('delete-fails:count=3');
    sim.receive({ from: person, text: 'STOP' });
    await advance(150_000);
    expect(sim.stored).toEqual([]);
    expect(sim.record.deletes.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'refused',
      'refused',
      'deleted',
    ]);
    expect(inbox.deletions).toHaveLength(1);
  });

  it('is one message where the modem says that it was deleted, and is a new one once it was', async () => {
    const { sim, play, advance, inbox } = await setBench();
    play('delete-fails:count=2,line=OK');
    sim.receive({ from: person, text: 'STOP' });
    await advance(100_000);
    expect(sim.stored).toEqual([]);
    expect(inbox.pdus).toHaveLength(1);
    expect(inbox.deletions).toHaveLength(1);
    sim.receivePdu(inbox.hexes[0] ?? '');
    await advance(1_000);
    expect(inbox.pdus).toHaveLength(2);
  });

  it('is shown in how full the memory is', async () => {
    const { sim, play, advance, modem } = await setBench({ sim: { storeSlots: 10 } });
    play('delete-fails:count=forever');
    sim.receive({ from: person, text: 'STOP' });
    sim.receive({ from: person, text: 'START' });
    await advance(65_000);
    expect(modem.status).toMatchObject({ simUsed: 2, simTotal: 10 });
  });

  it.each(['+CMS ERROR: 320', 'OK'])(
    'with %s for an answer is one STOP with one confirmation, however often it is read',
    async (line) => {
      const { sim, play, advance, inbound, delivered, isSuppressed } = await setServiceBench();
      play(`delete-fails:count=5,line=${line}`);
      sim.receive({ from: person, text: 'STOP' });
      await advance(300_000);
      expect(isSuppressed()).toBe(true);
      expect(inbound()).toHaveLength(1);
      expect(delivered(person)).toHaveLength(1);
      expect(sim.stored).toEqual([]);
    },
  );
});
