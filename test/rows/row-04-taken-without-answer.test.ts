/** Row 4: the modem took the PDU, then says ERROR without a code, or nothing. */
import { describe, expect, it } from 'vitest';
import { setBench } from './bench.js';

const MINUTES = 60_000;

describe('a message that the modem took', () => {
  it.each([
    ['ERROR without a code', 'error-on-submit:line=ERROR,taken=yes'],
    ['nothing at all', 'silent-on-submit'],
    ['a network time-out', 'error-on-submit:line=+CMS ERROR: 332,taken=yes'],
  ])(
    'and that it answers with %s is not known to be sent, and is never sent again',
    async (_words, fault) => {
      const { sim, queue, play, send, advance } = await setBench();
      play(fault);
      await send('a');
      await advance(3 * MINUTES);
      expect(queue.outcomes).toEqual(['a unknown']);
      await advance(10 * MINUTES);
      expect(sim.record.submits).toMatchObject([{ outcome: 'accepted' }]);
    },
  );

  it('does not hold up the next one', async () => {
    const { queue, play, send, advance, modem } = await setBench();
    play('silent-on-submit');
    await send('a', 'b');
    await advance(3 * MINUTES);
    expect(queue.outcomes).toEqual(['a unknown', 'b sent']);
    expect(modem.status.phase).toBe('ready');
  });

  it('is reported on all the same: reference and number are handed on', async () => {
    const { sim, queue, play, advance, received, inbox, modem, submit } = await setBench({
      sim: { statusReports: { delayMs: 10 * MINUTES, status: 0 } },
    });
    play('silent-on-submit');
    await submit('reported', 'hello', { statusReport: true });
    await advance(5 * MINUTES);
    expect(queue.outcomes).toEqual(['reported unknown']);
    expect(modem.status.phase).toBe('ready');
    await advance(10 * MINUTES);
    const [handed] = sim.record.submits;
    expect(received()).toEqual([`report ${handed?.reference}`]);
    expect(inbox.pdus[0]).toMatchObject({ route: 'direct' });
  });
});
