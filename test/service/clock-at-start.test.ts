/** A machine whose clock is wrong when the daemon starts. */
import { describe, expect, it } from 'vitest';
import { person } from '../support/test-services.js';
import {
  answersTo,
  boot,
  dayMs,
  message,
  minuteMs,
  neighbour,
  openWorld,
  queue,
  takeAll,
  usual,
  type World,
} from './clock-world.js';

/** A database that was written until `usual`, opened by a machine whose clock says `start`. */
function reopen(start: Date): { world: World; valid: string; lasting: string } {
  const first = openWorld(usual);
  const valid = queue(first, { validMinutes: 8 });
  const lasting = queue(first);
  first.arrive(person, 'STOP');
  first.modemIs('main', 'ready');
  first.store.close();
  return { world: openWorld(start, '', first.dataDir), valid, lasting };
}

const behind = [
  { name: 'in 1970', start: boot, fault: 'has not been set' },
  {
    name: 'at the hour at which its time was saved last',
    start: new Date(usual.getTime() - 38 * minuteMs),
    fault: 'is behind what was written here last',
  },
];

describe.each(behind)('a machine that starts $name', ({ start, fault }) => {
  it('is told to be wrong, and time goes on from what was written last', async () => {
    const { world } = reopen(start);
    expect(world.watch.problem).toContain(fault);
    await world.clock.advance(minuteMs);
    world.watch.look();
    expect(world.steadyClock.now()).toEqual(new Date(usual.getTime() + 1 + minuteMs));
  });

  it('sends at once what does not expire, and the rest when it knows that it is not too late', async () => {
    const { world, valid, lasting } = reopen(start);
    expect(takeAll(world)).toEqual([lasting]);
    const fresh = queue(world, { validMinutes: 5 });
    expect(takeAll(world)).toEqual([fresh]);
    await world.clock.advance(minuteMs);
    // Two minutes without power, and one since.
    world.set(usual.getTime() + 3 * minuteMs - world.clock.now().getTime());
    expect(world.watch.problem).toBeUndefined();
    const [answer] = answersTo(world, person);
    expect(takeAll(world)).toEqual([answer?.id, valid]);
  });

  it('lets expire what did, once it knows the time', async () => {
    const { world, valid } = reopen(start);
    await world.clock.advance(minuteMs);
    world.sender.expire();
    expect(message(world, valid).status).toBe('queued');
    world.set(usual.getTime() + 2 * dayMs - world.clock.now().getTime());
    world.sender.expire();
    expect(message(world, valid).status).toBe('expired');
    expect(answersTo(world, person)).toMatchObject([{ status: 'expired' }]);
  });
});

describe('a machine whose clock stays behind', () => {
  it('is believed after ten minutes where it can be true: the other clock was ahead, and nothing waits for it', async () => {
    const ahead = new Date(usual.getTime() - dayMs);
    const { world, lasting } = reopen(ahead);
    world.arrive(neighbour, 'HELP');
    const due = queue(world, { sendAt: new Date(ahead.getTime() + 60 * minuteMs) });
    for (let minute = 0; minute <= 10; minute += 1) {
      await world.clock.advance(minuteMs);
      world.watch.look();
    }
    expect(world.steadyClock.now()).toEqual(new Date(ahead.getTime() + 11 * minuteMs));
    expect(world.watch.problem).toBeUndefined();
    expect(message(world, lasting).createdAt <= ahead.toISOString()).toBe(true);
    expect(takeAll(world)).toContain(lasting);
    expect(message(world, due).status).toBe('queued');
    await world.clock.advance(dayMs);
    expect(takeAll(world)).toEqual([due]);
    world.arrive(neighbour, 'HELP');
    expect(answersTo(world, neighbour).filter(({ text }) => text?.includes('STOP'))).toHaveLength(
      2,
    );
  });

  it('in 1970 is never believed, and what can expire waits for ten minutes', async () => {
    const { world, valid } = reopen(boot);
    const long = queue(world, { validMinutes: 60 });
    takeAll(world);
    for (let minute = 0; minute <= 10; minute += 1) {
      await world.clock.advance(minuteMs);
      world.watch.look();
      world.sender.expire();
    }
    expect(message(world, valid).status).toBe('expired');
    expect(message(world, long).status).toBe('sent');
    expect(world.steadyClock.now().getTime()).toBe(usual.getTime() + 1 + 11 * minuteMs);
    expect(world.watch.problem).toContain('has not been set');
  });
});
