/** Row 20: odd spellings: `+CDS: ,len`, `+CMT: ,23`, no OK after +CPIN?, COMMAND NOT SUPPORT, … */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('a modem that spells', () => {
  it.each([
    'cds-comma',
    'cmt-no-comma',
    'no-ok-after-pin',
    'command-not-support',
    'too-many-parameters',
    'blank-lines',
    'no-blank-after-colon',
    'cds-comma|no-ok-after-pin|command-not-support|blank-lines|no-blank-after-colon',
  ])('its own way (%s) is understood', async (which) => {
    const { sim, modem, submit, received, queue, advance } = await setBench({
      faults: [`odd-spelling:which=${which}`],
    });
    expect(modem.status).toMatchObject({
      phase: 'ready',
      registration: 'home',
      operator: 'Simulated Network',
      signalDbm: -73,
      simTotal: 30,
    });
    await submit('a', 'hello', { statusReport: true });
    expect(queue.outcomes).toEqual(['a sent']);
    sim.receive({ from: person, text: 'STOP' });
    await advance(1_000);
    expect(received()).toEqual([`report ${sim.record.submits[0]?.reference}`, 'STOP']);
    expect(sim.stored).toEqual([]);
  });

  it.each(['cmt-no-comma', 'blank-lines|no-blank-after-colon'])(
    '+CMT its own way (%s) is understood',
    async (which) => {
      const { sim, received, advance, inbox } = await setBench({
        faults: ['wants-cnma', `odd-spelling:which=${which}`],
      });
      sim.receive({ from: person, text: 'STOP' });
      await advance(20_000);
      expect(received()).toEqual(['STOP']);
      expect(inbox.pdus[0]?.tpduLength).toBe(inbox.hexes[0] && inbox.hexes[0].length / 2 - 8);
    },
  );
});
