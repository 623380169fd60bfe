/** Row 27: sends fail on 4G only, until +CGSMS names a service that works. */
import { describe, expect, it } from 'vitest';
import { setBench } from './bench.js';

describe('a modem on 4G alone', () => {
  it('sends when the configuration sets +CGSMS', async () => {
    const { queue, send } = await setBench({
      faults: ['sends-need-cgsms:services=0|2'],
      driver: { init: ['AT+CGSMS=2'] },
    });
    await send('a');
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it('that refuses is not called sent, and nothing goes out twice', async () => {
    const { queue, send, sim, advance } = await setBench({
      faults: ['sends-need-cgsms:services=0|2'],
    });
    await send('a');
    await advance(30_000);
    expect(queue.outcomes).toEqual(['a not-sent']);
    expect(sim.record.submits).toMatchObject([{ outcome: 'refused' }]);
  });
});
