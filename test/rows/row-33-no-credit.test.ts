/** Row 33: no credit: no answer at all. */
import { describe, expect, it } from 'vitest';
import { setBench } from './bench.js';

describe('a SIM without credit', () => {
  it('leaves each message unknown after its deadline, handed over once', async () => {
    const { sim, play, send, queue, advance } = await setBench();
    play('no-credit');
    await send('a', 'b');
    await advance(5 * 60_000);
    expect(queue.outcomes).toEqual(['a unknown', 'b unknown']);
    expect(sim.record.submits).toHaveLength(2);
  });

  it('still tells its balance', async () => {
    const { play, modem, advance } = await setBench();
    play('no-credit');
    play('ussd:code=*100#,text=Your balance is 0.00,as=plain');
    const asked = modem.ussd('*100#', new AbortController().signal);
    await advance(10_000);
    expect(await asked).toMatchObject({ status: 'done', text: 'Your balance is 0.00' });
  });
});
