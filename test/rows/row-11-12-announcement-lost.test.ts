/** Rows 11 and 12: +CMTI is lost, has index -1, or comes before the message can be read. */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('a message', () => {
  it('whose announcement was lost is found by the next poll', async () => {
    const { sim, play, received, advance } = await setBench();
    play('lost-announcement');
    sim.receive({ from: person, text: 'STOP' });
    await advance(35_000);
    expect(received()).toEqual(['STOP']);
    expect(sim.stored).toEqual([]);
  });

  it.each([-1, 17])('that is announced at index %i is read where it is', async (index) => {
    const { sim, play, received, advance } = await setBench();
    play(`announce-index:index=${index},of=messages`);
    sim.receive({ from: person, text: 'STOP' });
    await advance(5_000);
    expect(received()).toEqual(['STOP']);
    expect(sim.stored).toEqual([]);
  });
});

describe('a message that cannot be read yet', () => {
  it.each(['+CMGR', '+CMGL'])('when %s is asked is read a moment later', async (command) => {
    const { sim, play, received, advance, commands } = await setBench();
    play(`not-ready-yet:command=${command},count=2`);
    if (command === '+CMGL') play('announce-index');
    sim.receive({ from: person, text: 'STOP' });
    await advance(5_000);
    expect(commands().filter((line) => line.includes(command)).length).toBeGreaterThan(2);
    expect(received()).toEqual(['STOP']);
    expect(sim.stored).toEqual([]);
  });

  it('for long is not forgotten', async () => {
    const { sim, play, received, advance, modem } = await setBench();
    play('not-ready-yet:command=+CMGR,count=forever');
    play('not-ready-yet:command=+CMGL,count=20');
    sim.receive({ from: person, text: 'STOP' });
    await advance(120_000);
    expect(received()).toEqual(['STOP']);
    expect(modem.status.phase).toBe('ready');
  });
});
