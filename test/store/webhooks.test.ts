import { describe, expect, it, onTestFinished } from 'vitest';
import type { WebhookEvent } from '../../src/domain/webhook-store.js';
import { openStore } from '../../src/store/store.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { newMessage, openTestStore } from '../support/test-store.js';

const url = 'https://app.example.org/sms';
const start = '2026-11-22T12:00:00.000Z';

function openWith(events: readonly WebhookEvent[], dataDir = temporaryDirectory()) {
  let ids = 0;
  const nextId = (prefix: string) => {
    ids += 1;
    return `${prefix}_${ids}`;
  };
  const store = openStore({
    dataDir,
    gatewayName: 'test',
    newEventId: () => nextId('ev'),
    webhooks: {
      subscriptions: [{ url, events }],
      newId: () => nextId('wh'),
      now: () => start,
    },
  });
  onTestFinished(() => store.close());
  return {
    store,
    dataDir,
    insert(id: string, to = '+447700900123') {
      store.transaction(() => store.messages.insert(newMessage({ id, to })));
    },
    /** Cancels a message: one change of its status. */
    cancel(id: string) {
      const error = { code: 'canceled', message: 'canceled' };
      store.transaction(() => store.messages.endQueued(id, 'canceled', error, start));
    },
    due: (limit = 10, time = start) =>
      store.webhooks.due({ url, now: time, farthest: '2026-11-22T22:00:00.000Z', limit }),
    all: () => [...store.webhooks.list({ limit: 100 }).items].reverse(),
  };
}

describe('a change', () => {
  it('is stored with its transaction, or not at all', () => {
    const { store, insert, cancel, all } = openWith(['message.status']);
    insert('msg_1');
    expect(all()).toEqual([]);
    expect(() =>
      store.transaction(() => {
        cancel('msg_1');
        throw new Error('power cut');
      }),
    ).toThrow('power cut');
    expect(all()).toEqual([]);
    cancel('msg_1');
    expect(all()).toMatchObject([{ event: 'message.status', status: 'waiting', attempts: 0 }]);
  });

  it('is told though it was written outside of any transaction, by whatever statement', () => {
    const { store, insert, due } = openWith(['message.status']);
    insert('msg_1');
    store.messages.hold('+447700900123');
    const [delivery] = due();
    expect(JSON.parse(delivery?.payload ?? '')).toMatchObject({ data: { status: 'held' } });
  });

  it('that happens twice in a transaction is told once, as it is at the end', () => {
    const { store, insert, cancel, due } = openWith(['message.status']);
    insert('msg_1');
    store.transaction(() => {
      store.messages.hold('+447700900123');
      cancel('msg_1');
    });
    expect(due().map(({ payload }) => JSON.parse(payload).data.status)).toEqual(['canceled']);
  });

  it('is told to those who asked for it only, and writes nothing where nobody did', () => {
    const { insert, cancel, all } = openWith(['message.received']);
    insert('msg_1');
    cancel('msg_1');
    expect(all()).toEqual([]);
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'msg_1' }));
    store.messages.hold('+447700900123');
    expect(store.webhooks.list({ limit: 1 }).items).toEqual([]);
  });

  it('of consent is told when it is one: not a HELP, a look or an erasure', () => {
    const { store, due } = openWith(['consent.changed']);
    const number = '+447700900123';
    store.transaction(() => {
      for (const kind of ['help', 'ignored', 'erased', 'exported', 'opt_in'] as const) {
        store.consent.append({ kind, number, scope: '*', source: 'cli', evidence: {} }, start);
      }
    });
    expect(due().map(({ payload }) => JSON.parse(payload).data.kind)).toEqual(['opt_in']);
  });
});

describe('of several about one number', () => {
  const later = '2026-11-22T13:00:00.000Z';

  function three() {
    const world = openWith(['message.status']);
    for (const id of ['msg_1', 'msg_2', 'msg_3']) {
      world.insert(id);
      world.cancel(id);
    }
    world.insert('msg_4', '+447700900124');
    world.cancel('msg_4');
    const ids = world.all().map(({ id }) => id);
    return { ...world, ids: ids as [string, string, string, string] };
  }

  it('the earliest alone is due, and others of other numbers', () => {
    const { due, ids } = three();
    expect(due().map(({ id }) => id)).toEqual([ids[0], ids[3]]);
  });

  it('the next is due when the one before was taken or given up, not when it was put off', () => {
    const { store, due, ids } = three();
    store.webhooks.postpone(ids[0], 'no', later);
    expect(due().map(({ id }) => id)).toEqual([ids[3]]);
    expect(due(10, later).map(({ id }) => id)).toEqual([ids[3], ids[0]]);
    store.webhooks.markDone(ids[0], later);
    expect(due(10, later).map(({ id }) => id)).toEqual([ids[3], ids[1]]);
    store.webhooks.markDead(ids[1], 'no', later);
    expect(due(10, later).map(({ id }) => id)).toEqual([ids[3], ids[2]]);
    expect(store.webhooks.find(ids[1])).toMatchObject({
      status: 'dead',
      lastError: 'no',
      attempts: 1,
      nextTryAt: null,
      endedAt: later,
    });
  });

  it('one that is sent again waits for an earlier one, and goes before later ones', () => {
    const { store, due, ids } = three();
    store.webhooks.markDead(ids[0], 'no', start);
    store.webhooks.postpone(ids[1], 'no', later);
    expect(store.webhooks.retryDead(['https://other.example.org'], start)).toBe(0);
    expect(store.webhooks.retryDead([url], start)).toBe(1);
    expect(store.webhooks.find(ids[0])).toMatchObject({
      status: 'waiting',
      nextTryAt: null,
      attempts: 0,
    });
    // The one that has the turn is hurried instead.
    expect(due().map(({ id }) => id)).toContain(ids[1]);
    store.webhooks.markDone(ids[1], start);
    expect(due().map(({ id }) => id)).toContain(ids[0]);
    expect(due().map(({ id }) => id)).not.toContain(ids[2]);
  });

  it('what was put off farther than any pause is due: the clock was set back', () => {
    const { store, due, ids } = three();
    store.webhooks.postpone(ids[0], 'no', '2036-01-01T00:00:00.000Z');
    expect(due().map(({ id }) => id)).toEqual([ids[3], ids[0]]);
  });
});

describe('what ended', () => {
  it('is forgotten by its age, and what waits is not', () => {
    const { store, insert, cancel, all } = openWith(['message.status']);
    for (const [index, id] of ['msg_1', 'msg_2', 'msg_3'].entries()) {
      insert(id, `+44770090012${index}`);
      cancel(id);
    }
    const [done, dead, waiting] = all();
    store.webhooks.markDone(done?.id ?? '', '2026-11-01T00:00:00.000Z');
    store.webhooks.markDead(dead?.id ?? '', 'no', '2026-11-01T00:00:00.000Z');
    for (const status of ['done', 'dead'] as const) {
      expect(store.webhooks.prune(status, '2026-11-01T00:00:00.000Z', 9)).toBe(0);
    }
    expect(all()).toHaveLength(3);
    expect(store.webhooks.prune('done', '2026-11-02T00:00:00.000Z', 9)).toBe(1);
    expect(all().map(({ id }) => id)).toEqual([dead?.id, waiting?.id]);
    expect(store.webhooks.prune('dead', '2026-11-02T00:00:00.000Z', 0)).toBe(0);
    expect(store.webhooks.prune('dead', '2026-11-02T00:00:00.000Z', 9)).toBe(1);
    expect(all().map(({ id }) => id)).toEqual([waiting?.id]);
  });

  it('is gone with a number that is to be forgotten, and what waits of it as well', () => {
    const { store, insert, cancel, all } = openWith(['message.status']);
    for (const id of ['msg_1', 'msg_2']) {
      insert(id);
      cancel(id);
    }
    insert('msg_3', '+447700900124');
    cancel('msg_3');
    store.webhooks.markDone(all()[0]?.id ?? '', start);
    expect(store.webhooks.forget('+447700900123')).toBe(2);
    expect(all()).toHaveLength(1);
  });
});
