/** Row 29: parts of a long message arrive out of order, twice, days apart, or never; across a restart. */
import { describe, expect, it } from 'vitest';
import { person } from './bench.js';
import { setServiceBench } from './service-bench.js';

const HOUR = 3_600_000;
/** Three parts of 153, 153 and the rest, none of which breaks off within a word. */
const LONG = 'STOP     '.repeat(40);
/** Polls are rare here: the hours would else be full of them. */
const SELDOM = { pollSeconds: 3_600 };

describe('the parts of a long message', () => {
  it.each([
    ['in reverse order', 'parts:order=3|2|1'],
    ['each twice', 'parts:order=1|1|2|2|3|3'],
    ['hours apart', 'parts:order=2|3|1,every=8h'],
  ])('that come %s become one text', async (_words, fault) => {
    const { sim, play, advance, inbound, delivered, isSuppressed } = await setServiceBench(SELDOM);
    play(fault);
    sim.receive({ from: person, text: LONG });
    await advance(17 * HOUR);
    expect(inbound()).toEqual([{ from: person, text: LONG }]);
    expect(isSuppressed()).toBe(true);
    expect(delivered(person)).toHaveLength(1);
    expect(sim.stored).toEqual([]);
  });

  it('of which one never comes are shown with what came, a day later', async () => {
    const { sim, play, advance, inbound, isSuppressed, takeOverdueParts } =
      await setServiceBench(SELDOM);
    play('parts:order=1|3');
    sim.receive({ from: person, text: LONG });
    await advance(HOUR);
    takeOverdueParts();
    expect(inbound()).toEqual([]);
    await advance(24 * HOUR);
    takeOverdueParts();
    expect(inbound()).toHaveLength(1);
    expect(inbound()[0]?.text).toMatch(/^STOP /);
    expect(isSuppressed()).toBe(true);
  });

  it('are kept when the modem restarts between them', async () => {
    const { sim, play, advance, inbound } = await setServiceBench(SELDOM);
    play('parts:order=1|2|3,every=1m');
    play('restarts:after=90s');
    sim.receive({ from: person, text: LONG });
    await advance(5 * 60_000);
    expect(inbound()).toEqual([{ from: person, text: LONG }]);
  });
});
