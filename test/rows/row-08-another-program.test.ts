/** Row 8: ModemManager opens the port too. */
import { describe, expect, it } from 'vitest';
import { connectTo } from '../../src/modem/connect.js';
import type { Transport } from '../../src/modem/transport.js';
import { person, setBench } from './bench.js';

describe('another program on the port', () => {
  it('whose answers appear among ours changes nothing of what is sent and received', async () => {
    const { sim, play, advance, send, queue, received, said } = await setBench({
      sim: { submitLatencyMs: 1_500 },
    });
    play('foreign-program:commands=AT|AT+CSQ|AT+CREG?,every=700ms');
    await send('a', 'b');
    sim.receive({ from: person, text: 'STOP' });
    await advance(40_000);
    expect(said().filter((line) => line.startsWith('+CSQ')).length).toBeGreaterThan(5);
    expect(queue.outcomes).toEqual(['a sent', 'b sent']);
    expect(queue.settled.map(({ outcome }) => outcome)).toMatchObject(
      sim.record.submits.map(({ reference }) => ({ reference })),
    );
    expect(received()).toEqual(['STOP']);
  });

  it('that sets the modem to text mode and switches our announcements off is noticed', async () => {
    const { sim, play, advance, send, queue, received, modem } = await setBench();
    play('foreign-program:commands=AT+CMGF=1|AT+CNMI=0,0|ATE1,every=1s,count=3');
    await advance(40_000);
    sim.receive({ from: person, text: 'STOP' });
    await send('a');
    expect(received()).toEqual(['STOP']);
    expect(queue.outcomes).toEqual(['a sent']);
    expect(modem.status.phase).toBe('ready');
  });

  it('that has it open first is named as the reason, and waited for', async () => {
    let other: Transport | undefined;
    const { modem, advance } = await setBench({
      prepare: async ({ link }) => {
        other = await connectTo(link, 115_200)(new AbortController().signal);
      },
    });
    expect(modem.status).toMatchObject({
      phase: 'down',
      problem: expect.stringMatching(/in use by another process.*ModemManager/),
    });
    await other?.close();
    await advance(20_000);
    expect(modem.status.phase).toBe('ready');
  });
});
