/** Row 23: brown-out: UNDER-VOLTAGE WARNNING, and the port goes in mid-send. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';
import { setServiceBench } from './service-bench.js';

describe('a brown-out', () => {
  it('is named, and the modem initialised again when it is back', async () => {
    const { modem, sim, play, advance, commandsSinceRestart, statuses, send, queue } =
      await setBench();
    play('brown-out:for=5s');
    await advance(60_000);
    expect(statuses.map(({ warning }) => warning).join()).toMatch(/supply voltage is too low/);
    expect(statuses.map(({ phase }) => phase)).toContain('down');
    expect(modem.status.phase).toBe('ready');
    expect(sim.record.restarts).toHaveLength(1);
    expect(commandsSinceRestart()).toEqual(
      expect.arrayContaining(['ATE0', 'AT+CMGF=0', 'AT+CNMI=2,1,0,1,0', 'AT+CMGL=4']),
    );
    await send('a');
    expect(queue.outcomes).toEqual(['a sent']);
  });

  it.each([
    ['had gone out', 'yes'],
    ['had not gone out', 'no'],
  ])('in mid-send leaves the message unknown, whether or not it %s', async (_words, taken) => {
    const { sim, play, advance, send, queue } = await setBench();
    play(`brown-out:at=submit,taken=${taken},for=5s`);
    await send('a', 'b');
    await advance(120_000);
    expect(queue.outcomes).toEqual(['a unknown', 'b sent']);
    expect(sim.record.submits).toHaveLength(2);
  });

  it('loses no STOP that was stored before it', async () => {
    const { sim, play, advance, isSuppressed, post, status, delivered } = await setServiceBench();
    play('lost-announcement');
    sim.receive({ from: person, text: 'STOP' });
    play('brown-out:for=5s');
    const id = post('Our sale ends today.');
    await advance(60_000);
    expect(isSuppressed()).toBe(true);
    expect(status(id)).toBe('canceled');
    expect(delivered()).not.toContain('Our sale ends today.');
  });
});
