/** Row 35: a wrong PIN, then the PUK. */
import { describe, expect, it } from 'vitest';
import { setBench } from './bench.js';

const tries = (commands: readonly string[]) =>
  commands.filter((line) => line.startsWith('AT+CPIN="'));

describe('a SIM that asks for its PIN', () => {
  it('is unlocked with the right one, once after each restart', async () => {
    const { modem, commands, play, advance } = await setBench({
      faults: ['sim-locked:pin=1234'],
      driver: { pin: '1234' },
    });
    expect(modem.status.phase).toBe('ready');
    play('restarts');
    await advance(30_000);
    expect(modem.status.phase).toBe('ready');
    expect(tries(commands())).toHaveLength(2);
  });

  it('and does not take the one that is configured is asked once, even after a new plug and a power cut', async () => {
    const { modem, sim, commands, play, advance, queue } = await setBench({
      faults: ['sim-locked:pin=1234'],
      driver: { pin: '9999' },
      prepare: (bench) => bench.queue.add('a'),
    });
    await advance(5 * 60_000);
    play('unplugged:for=3s');
    await advance(2 * 60_000);
    play('power-cut:for=3s');
    await advance(2 * 60_000);
    expect(sim.record.restarts).toHaveLength(1);
    expect(tries(commands())).toHaveLength(1);
    expect(modem.status).toMatchObject({ phase: 'waiting' });
    expect(modem.status.problem).toMatch(/PIN/);
    expect(modem.status.problem).not.toContain('9999');
    expect(queue.claimed).toEqual([]);
  });

  it.each([
    'generic',
    'huawei',
    'zte',
    'simcom-sim800',
    'quectel-ec25',
    'telit',
    'sierra',
    'u-blox',
    'cinterion',
  ])('with one try left is not asked at all (%s)', async (dialect) => {
    const { modem, commands } = await setBench({
      sim: { dialect },
      faults: ['sim-locked:pin=1234,tries=1'],
      driver: { pin: '9999' },
    });
    expect(tries(commands())).toEqual([]);
    expect(modem.status.problem).toMatch(/one try/);
  });

  it('for its PUK is left to a person', async () => {
    const { modem, commands, advance } = await setBench({
      faults: ['sim-locked:tries=0'],
      driver: { pin: '1234' },
    });
    await advance(60_000);
    expect(tries(commands())).toEqual([]);
    expect(modem.status).toMatchObject({ phase: 'waiting' });
    expect(modem.status.problem).toMatch(/PUK/);
  });
});
