/** Row 28: an incoming call blocks reception. */
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/log.js';
import { person, setBench } from './bench.js';

describe('an incoming call', () => {
  it.each(['generic', 'zte'])(
    'is hung up (%s), and what waited behind it comes in',
    async (dialect) => {
      const { sim, play, received, advance, said } = await setBench({ sim: { dialect } });
      play('incoming-call');
      sim.receive({ from: person, text: 'STOP' });
      expect(sim.waiting).toHaveLength(1);
      await advance(4_000);
      expect(said().filter((line) => line === 'RING')).toHaveLength(1);
      expect(received()).toEqual(['STOP']);
      expect(sim.waiting).toEqual([]);
    },
  );

  it('is logged without the whole number', async () => {
    const stream = new PassThrough();
    let logged = '';
    stream.on('data', (chunk: Buffer) => {
      logged += chunk.toString();
    });
    const { play, advance, said } = await setBench({
      driver: { log: await openLog(stream, 'info') },
    });
    play('incoming-call:from=+447700900456');
    await advance(10_000);
    expect(said()).toContain('+CLIP: "+447700900456",145');
    expect(logged).toContain('incoming call');
    expect(logged).not.toContain('7700900456');
  });

  it('does not hold up what is being sent', async () => {
    const { play, queue, modem, advance, sim } = await setBench({
      sim: { submitLatencyMs: 2_000 },
    });
    queue.add('a', 'b');
    modem.wake();
    await advance(500);
    play('incoming-call');
    await advance(10_000);
    expect(queue.outcomes).toEqual(['a sent', 'b sent']);
    sim.receive({ from: person, text: 'STOP' });
    await advance(1_000);
    expect(sim.waiting).toEqual([]);
  });
});
