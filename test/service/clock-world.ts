/** Services on a machine whose clock a test sets, with the watch that the daemon keeps on it. */
import type { Message } from '../../src/domain/message.js';
import { silentLog } from '../../src/log.js';
import { ClockWatch } from '../../src/service/clock-watch.js';
import { FakeClock } from '../support/fake-clock.js';
import { openTestServices, type TestServices } from '../support/test-services.js';

export const neighbour = '+447700900456';
export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

export interface World extends TestServices {
  readonly watch: ClockWatch;
  /** Sets the machine's clock, and lets the daemon notice. */
  readonly set: (ms: number) => void;
}

export function openWorld(start: Date, toml = '', dataDir?: string): World {
  const services = openTestServices(toml, dataDir, new FakeClock(start));
  const { store, steadyClock, clock } = services;
  const watch = new ClockWatch({ store, clock: steadyClock, log: silentLog, onLeap: () => {} });
  return {
    ...services,
    watch,
    set(ms) {
      clock.jump(ms);
      watch.look();
    },
  };
}

export function queue(
  world: World,
  changes: Partial<Parameters<World['outbox']['send']>[0]> = {},
): string {
  const result = world.outbox.send({ to: neighbour, text: 'Hello', ...changes });
  if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
  return result.message.id;
}

export const message = (world: World, id: string): Message => {
  const found = world.store.messages.find(id);
  if (found === undefined) throw new Error(`there is no message ${id}`);
  return found;
};

/** The ids of all messages that a modem takes now, in that order. */
export function takeAll(world: World): readonly string[] {
  const ids: string[] = [];
  for (let next = world.sender.next('main'); next; next = world.sender.next('main')) {
    ids.push(next.id.split('/')[0] ?? '');
    world.sender.settle('main', next, { kind: 'sent', reference: ids.length });
  }
  return ids;
}

export const answersTo = (world: World, number: string) =>
  world.store.messages.list({ to: number, limit: 100 }).items;

export const boot = new Date('1970-01-01T00:00:20.000Z');
export const usual = new Date('2026-11-22T12:00:00.000Z');
