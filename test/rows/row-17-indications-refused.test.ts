/** Row 17: +CNMI advertises values and then refuses them. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('what announces messages', () => {
  it.each([
    ['refuses <mode> 2', 'cnmi:mode=0|1,mt=0|1|2,ds=0|1|2'],
    ['refuses reports to the line', 'cnmi:mode=0|1|2,mt=0|1,ds=0|2'],
    ['refuses reports altogether', 'cnmi:mode=0|1|2,mt=0|1,ds=0'],
    ['takes bfr 1 alone', 'cnmi:mode=0|1|2,mt=0|1,ds=0|1,bfr=1'],
    ['says OK and ignores what it does not want', 'cnmi:mode=1,mt=0|1,ds=0,otherwise=ignored'],
  ])('is found where the modem %s', async (_words, fault) => {
    const { sim, modem, received, advance } = await setBench({ faults: [fault] });
    expect(modem.status.phase).toBe('ready');
    sim.receive({ from: person, text: 'STOP' });
    // Sooner than the next poll: it was announced.
    await advance(1_000);
    expect(received()).toEqual(['STOP']);
  });

  it('is replaced by polling where nothing is taken', async () => {
    const { sim, modem, received, advance } = await setBench({ faults: ['cnmi:mode=0,mt=0,ds=0'] });
    expect(modem.status.phase).toBe('ready');
    sim.receive({ from: person, text: 'STOP' });
    await advance(35_000);
    expect(received()).toEqual(['STOP']);
  });
});
