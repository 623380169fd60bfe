/** A machine whose clock is wrong when the daemon starts. */
import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.js';
import { Retention } from '../../src/service/retention.js';
import { doubtful, person } from '../support/test-services.js';
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

describe('a doubtful reply', () => {
  const decide = (world: World) => {
    const [review] = world.store.reviews.list({ limit: 1 }).items;
    world.reviews.decide(review?.id ?? '', 'opt_out', 'test');
    expect(world.store.consent.suppressionsOf(person)).toHaveLength(1);
    return answersTo(world, person);
  };

  it.each(behind)('of before a start $name is an opt-out without a confirmation', ({ start }) => {
    const first = openWorld(usual);
    first.arrive(person, doubtful);
    first.store.close();
    expect(decide(openWorld(start, '', first.dataDir))).toEqual([]);
  });

  it.each(behind)('of after a start $name is confirmed', ({ start }) => {
    const { dataDir, store } = openWorld(usual);
    store.close();
    const world = openWorld(start, '', dataDir);
    world.arrive(person, doubtful);
    expect(decide(world)).toHaveLength(1);
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

describe('a daemon that is started anew before its machine has been told the time', () => {
  const minutes = (count: number) => new Date(usual.getTime() + count * minuteMs);
  const restart = (world: World, start: Date) => {
    world.store.close();
    return openWorld(start, '', world.dataDir);
  };

  /** In 1970, with a message of an hour's validity, of which one minute is over. */
  async function early(dataDir?: string) {
    const world = openWorld(boot, '', dataDir);
    const id = queue(world, { validMinutes: 60 });
    world.watch.look();
    await world.clock.advance(minuteMs);
    world.arrive(neighbour, 'HELP');
    return { world, id };
  }

  it('puts right what it wrote before', async () => {
    const first = await early();
    const world = restart(first.world, boot);
    world.watch.look();
    world.set(usual.getTime() - world.clock.now().getTime());
    expect(message(world, first.id).createdAt.slice(0, 18)).toBe('2026-11-22T11:58:5');
    await world.clock.advance(58 * minuteMs);
    world.sender.expire();
    expect(message(world, first.id).status).toBe('queued');
    await world.clock.advance(2 * minuteMs);
    world.sender.expire();
    expect(message(world, first.id).status).toBe('expired');
  });

  it('leaves what was written before that', async () => {
    const yesterday = openWorld(minutes(-24 * 60));
    const old = queue(yesterday, { validMinutes: 25 * 60 });
    yesterday.store.close();
    const first = await early(yesterday.dataDir);
    const world = restart(first.world, boot);
    world.set(usual.getTime() - world.clock.now().getTime());
    world.sender.expire();
    expect(message(world, old).status).toBe('queued');
    await world.clock.advance(60 * minuteMs);
    world.sender.expire();
    expect(message(world, old).status).toBe('expired');
  });

  it('does so too when it is started after that', async () => {
    const first = await early();
    const world = restart(first.world, usual);
    expect(world.watch.problem).toBeUndefined();
    world.sender.expire();
    world.watch.look();
    world.sender.expire();
    expect(message(world, first.id).status).toBe('queued');
    expect(world.steadyClock.now()).toEqual(world.clock.now());
    world.arrive(neighbour, 'HELP');
    expect(answersTo(world, neighbour)).toHaveLength(2);
  });

  it('does so once', async () => {
    const first = await early();
    const second = restart(first.world, usual);
    second.watch.look();
    const { createdAt } = message(second, first.id);
    const third = restart(second, minutes(30));
    third.watch.look();
    expect(message(third, first.id).createdAt).toBe(createdAt);
    third.sender.expire();
    expect(message(third, first.id).status).toBe('queued');
    const fourth = restart(third, minutes(61));
    fourth.watch.look();
    fourth.sender.expire();
    expect(message(fourth, first.id).status).toBe('expired');
  });

  it('has nothing to put right where its reckoning was right', async () => {
    const first = openWorld(usual);
    queue(first);
    const world = restart(first, boot);
    const id = queue(world);
    const { createdAt } = message(world, id);
    world.watch.look();
    world.set(usual.getTime() + 1_000 - world.clock.now().getTime());
    expect(world.watch.problem).toBeUndefined();
    const later = restart(world, minutes(24 * 60));
    later.watch.look();
    expect(message(later, id).createdAt).toBe(createdAt);
  });
});

describe('a text from before the machine was told the time', () => {
  it('is kept for the days that texts are kept, and no longer', async () => {
    const world = openWorld(boot);
    world.modemIs('main', 'ready');
    const sent = queue(world);
    takeAll(world);
    const canceled = queue(world);
    world.outbox.cancel(canceled);
    world.arrive(neighbour, 'Hello');
    world.set(usual.getTime() - world.clock.now().getTime());
    const { store, steadyClock: clock } = world;
    const texts = async (afterMs: number) => {
      await world.clock.advance(afterMs);
      const retention = new Retention({ store, clock, log: silentLog, messageDays: 30 });
      retention.begin();
      await world.clock.advance(1_000);
      await retention.close();
      const messages = [sent, canceled].map((id) => message(world, id).text);
      return [...messages, store.inbound.list({ limit: 1 }).items[0]?.text];
    };
    expect(await texts(0)).toEqual(['Hello', 'Hello', 'Hello']);
    expect(await texts(29 * dayMs)).toEqual(['Hello', 'Hello', 'Hello']);
    expect(await texts(dayMs)).toEqual([null, null, null]);
  });
});
