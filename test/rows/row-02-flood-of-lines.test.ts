/** Row 2: a flood of unsolicited lines while a command waits. */
import { describe, expect, it } from 'vitest';
import { setBench } from './bench.js';

describe('a flood of lines that nobody asked for', () => {
  it('does not put off the deadline of a command that is never answered', async () => {
    const { queue, modem, advance, play, sim } = await setBench();
    play('unsolicited-flood:every=200ms');
    play('silent-on-submit');
    queue.add('a');
    modem.wake();
    await advance(119_000);
    expect(queue.outcomes).toEqual([]);
    await advance(3_000);
    expect(queue.outcomes).toEqual(['a unknown']);
    expect(sim.record.submits).toHaveLength(1);
  });

  it('holds up neither sending nor receiving', async () => {
    const { queue, modem, advance, play, sim, received } = await setBench({
      sim: { submitLatencyMs: 500 },
    });
    play('unsolicited-flood:every=50ms');
    queue.add('a', 'b', 'c');
    modem.wake();
    sim.receive({ from: '+447700900123', text: 'STOP' });
    await advance(10_000);
    expect(queue.outcomes).toEqual(['a sent', 'b sent', 'c sent']);
    expect(received()).toEqual(['STOP']);
    expect(modem.status.phase).toBe('ready');
  });

  it('is switched off where the maker is Huawei', async () => {
    const { commands, said, advance } = await setBench({ sim: { dialect: 'huawei' } });
    expect(commands()).toContain('AT^CURC=0');
    await advance(25_000);
    expect(said()).not.toContainEqual(expect.stringMatching(/^\^RSSI/));
  });

  it('that cannot be switched off is lived with', async () => {
    const { said, advance, send, queue } = await setBench({ sim: { dialect: 'zte' } });
    await advance(25_000);
    await send('a');
    expect(said()).toContain('+ZUSIMR:2');
    expect(queue.outcomes).toEqual(['a sent']);
  });
});
