import { describe, expect, it } from 'vitest';
import { gapMs, owedMs, Paces } from '../../src/service/pace.js';
import { FakeClock } from '../support/fake-clock.js';
import { newMessage, openTestStore } from '../support/test-store.js';

const perMinute = (count: number) => ({ perMinute: count, perHour: 0 });
const start = new Date('2026-11-22T12:00:00.000Z');

describe('the gap between two parts', () => {
  it.each([
    [0, 0, 0],
    [60, 0, 1_000],
    [6, 0, 10_000],
    [0, 60, 60_000],
    [6, 60, 60_000],
    [6, 3_600, 10_000],
  ])('with %i a minute and %i an hour is that of the slower limit: %i ms', (minute, hour, gap) => {
    expect(gapMs({ perMinute: minute, perHour: hour })).toBe(gap);
  });
});

describe('what is owed for parts that went before', () => {
  it.each([
    ['nothing where nothing went', [], 0],
    ['the rest of the gap', [-4_000], 6_000],
    ['nothing after the gap', [-10_000], 0],
    ['only the last gap where they were spread', [-30_000, -20_000, -3_000], 7_000],
    ['a gap each for those that went ahead of their turn', [-3_000, -2_000, -1_000], 27_000],
    ['one gap where the clock was put back', [-1_000, 3_600_000], 10_000],
  ])('is %s', (_what, sent, owed) => {
    const nowMs = start.getTime();
    const times = sent.map((ms) => nowMs + ms);
    expect(owedMs(perMinute(6), times, nowMs)).toBe(owed);
  });
});

function openPaces(options: { perMinute?: number; claimedAt?: readonly string[] } = {}) {
  const { store } = openTestStore();
  const clock = new FakeClock(start);
  for (const [index, at] of (options.claimedAt ?? []).entries()) {
    const id = `msg_${index}`;
    store.messages.insert(newMessage({ id }));
    const part = store.messages.findPart(id, 1);
    if (part) store.messages.claim(part, 'main', at);
  }
  const woken: string[] = [];
  const modems = [{ name: 'main', ...perMinute(options.perMinute ?? 6) }];
  const paces = new Paces({ store, clock, modems, wake: (modem) => woken.push(modem) });
  return { paces, clock, woken };
}

describe('the pace of a modem', () => {
  it('lets one part go in each gap, and makes up for none that was missed', async () => {
    const { paces, clock } = openPaces();
    expect(paces.waitMs('main')).toBe(0);
    paces.count('main');
    expect(paces.waitMs('main')).toBe(10_000);
    await clock.advance(60_000);
    expect(paces.waitMs('main')).toBe(0);
    paces.count('main');
    expect(paces.waitMs('main')).toBe(10_000);
  });

  it('counts what goes ahead of its turn, and takes back what never left', () => {
    const { paces } = openPaces();
    paces.count('main');
    paces.count('main');
    paces.count('main');
    expect(paces.waitMs('main')).toBe(30_000);
    paces.takeBack('main');
    expect(paces.waitMs('main')).toBe(20_000);
  });

  it('holds up no modem without limits, and none that is not configured', () => {
    const { paces } = openPaces({ perMinute: 0 });
    for (const modem of ['main', 'unknown']) {
      paces.count(modem);
      paces.count(modem);
      expect(paces.waitMs(modem)).toBe(0);
    }
  });

  it('goes on after a restart where it was', () => {
    const { paces } = openPaces({ claimedAt: ['2026-11-22T11:59:56.000Z'] });
    expect(paces.waitMs('main')).toBe(6_000);
  });

  it.each([
    ['back to 1970 and on again', ['1970-01-01T00:00:09.000Z']],
    ['far ahead and back again', ['2026-11-22T12:30:00.000Z', '2026-11-23T12:00:00.000Z']],
    ['back by a little, over the same minute', Array(50).fill('2026-11-22T11:59:59.000Z')],
  ])('waits for one gap at most after a clock that went %s', (_where, claimedAt) => {
    const { paces } = openPaces({ claimedAt });
    expect(paces.waitMs('main')).toBeLessThanOrEqual(10_000);
  });

  it('tells a modem when its gap is over, once, and nobody after it was closed', async () => {
    const { paces, clock, woken } = openPaces();
    paces.count('main');
    paces.wakeWhenFree('main');
    paces.wakeWhenFree('main');
    await clock.advance(9_999);
    expect(woken).toEqual([]);
    await clock.advance(1);
    expect(woken).toEqual(['main']);
    paces.count('main');
    paces.wakeWhenFree('main');
    paces.close();
    await clock.advance(60_000);
    expect(woken).toEqual(['main']);
    expect(clock.pendingTimers).toBe(0);
  });
});
