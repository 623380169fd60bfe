/** Row 24: the modem restarts by itself and forgets echo, CMGF and CNMI. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

const SETTINGS = ['ATE0', 'AT+CMGF=0', 'AT+CMGL=4'];

describe('a modem that restarts by itself', () => {
  it.each(['generic', 'huawei', 'simcom-sim800', 'quectel-ec25', 'cinterion'])(
    'and says so (%s) is set up again at once',
    async (dialect) => {
      const { sim, play, advance, received, commandsSinceRestart, send, queue } = await setBench({
        sim: { dialect, powerOnMessageFormat: 1 },
      });
      play('restarts');
      await advance(5_000);
      expect(commandsSinceRestart()).toEqual(expect.arrayContaining(SETTINGS));
      sim.receive({ from: person, text: 'STOP' });
      await advance(1_000);
      expect(received()).toEqual(['STOP']);
      await send('a');
      expect(queue.outcomes).toEqual(['a sent']);
    },
  );

  it('without a word is noticed at the next poll', async () => {
    const { sim, play, advance, received, commandsSinceRestart } = await setBench({
      sim: { powerOnMessageFormat: 1 },
    });
    play('restarts:quietly=yes');
    sim.receive({ from: person, text: 'STOP' });
    await advance(35_000);
    expect(commandsSinceRestart()).toEqual(expect.arrayContaining(SETTINGS));
    expect(received()).toEqual(['STOP']);
  });

  it('just before it gets a message is looked through first: a STOP that it had no time to announce', async () => {
    const { sim, play, send, queue, received } = await setBench();
    play('lines-amid:place=before-prompt,lines=RDY,count=1');
    play('lost-announcement');
    sim.receive({ from: person, text: 'STOP' });
    await send('a');
    expect(received()).toEqual(['STOP']);
    expect(sim.record.submits).toEqual([]);
    expect(queue.settled.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'not-sent', error: { code: 'CLOSED' } },
    ]);
    await send('b');
    expect(queue.outcomes).toEqual(['a not-sent', 'b sent']);
  });

  it('while a message waits for its answer leaves that unknown, and is not given it again', async () => {
    const { sim, play, advance, send, queue, modem } = await setBench();
    play('restarts:at=submit');
    await send('a', 'b');
    await advance(3 * 60_000);
    expect(queue.outcomes).toEqual(['a unknown', 'b sent']);
    expect(sim.record.submits).toHaveLength(2);
    expect(modem.status.phase).toBe('ready');
  });

  it('while a message waits is not waited for until the deadline: it said that it restarted', async () => {
    const { play, advance, send, queue } = await setBench();
    play('restarts:at=submit');
    await send('a');
    await advance(30_000);
    expect(queue.outcomes).toEqual(['a unknown']);
  });

  it('again and again sends nothing twice', async () => {
    const { sim, advance, play, queue, modem } = await setBench({ sim: { submitLatencyMs: 500 } });
    queue.add(...Array.from({ length: 10 }, (_, index) => `m${index}`));
    modem.wake();
    for (let minute = 0; minute < 12; minute += 1) {
      play('restarts:after=7s');
      await advance(60_000);
    }
    expect(queue.settled).toHaveLength(10);
    expect(sim.record.submits.length).toBeLessThanOrEqual(10);
  });
});
