/** Row 7: ttyUSB numbers change. */
import { readlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('a port that comes back under another name', () => {
  it('is found again through its link', async () => {
    const { modem, sim, port, link, play, advance, send, queue, received } = await setBench();
    const before = readlinkSync(link);
    play('unplugged:for=3s');
    await advance(1_000);
    expect(modem.status).toMatchObject({ phase: 'down', problem: expect.stringContaining(link) });
    await advance(30_000);
    expect(readlinkSync(link)).toBe(port.path);
    expect(port.path).not.toBe(before);
    expect(modem.status.phase).toBe('ready');
    sim.receive({ from: person, text: 'STOP' });
    await send('a');
    expect(received()).toEqual(['STOP']);
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it('while a message waits for its answer leaves that one unknown, and it is not sent again', async () => {
    const { sim, play, advance, send, queue } = await setBench({
      sim: { submitLatencyMs: 20_000 },
    });
    await send('a');
    play('unplugged:for=3s');
    await advance(120_000);
    expect(queue.outcomes).toEqual(['a unknown']);
    expect(sim.record.submits).toHaveLength(1);
  });
});
