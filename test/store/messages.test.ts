import { describe, expect, it } from 'vitest';
import type { NewMessage, QueuedPart } from '../../src/domain/message-store.js';
import type { Store } from '../../src/domain/ports.js';
import { openDatabase } from '../../src/store/database.js';
import { messageQueue } from '../../src/store/message-queue.js';
import { reportedParts } from '../../src/store/reported-parts.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { newMessage, openTestStore } from '../support/test-store.js';

const now = '2026-11-22T12:00:10.000Z';
const later = '2026-11-22T13:00:00.000Z';
const twoParts: NewMessage['pdus'] = [
  { hex: 'AA', tpduLength: 1 },
  { hex: 'BB', tpduLength: 1 },
];

/** What a modem that may take anything would send next. */
function nextDue(store: Store, modem: string, at: string): QueuedPart | undefined {
  return store.messages.nextDue({ modem, now: at, leastPriority: 0, mayTake: () => true });
}

describe('the queue', () => {
  it('hands out by priority, then by due time, then by age', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'old' }));
    store.messages.insert(newMessage({ id: 'young' }));
    store.messages.insert(newMessage({ id: 'urgent', priority: 9 }));
    const order: string[] = [];
    for (let part = nextDue(store, 'm', now); part; part = nextDue(store, 'm', now)) {
      store.messages.claim(part, 'm', now);
      store.messages.changePart(part.messageId, part.sequence, { status: 'sent', at: now });
      order.push(part.messageId);
    }
    expect(order).toEqual(['urgent', 'old', 'young']);
  });

  it('does not hand out what is not due, and tells when it will be', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'msg_1', sendAt: later }));
    expect(nextDue(store, 'm', now)).toBeUndefined();
    expect(store.messages.nextDueAt()).toBe(later);
    expect(nextDue(store, 'm', later)?.messageId).toBe('msg_1');
  });

  it('hands out what is in lanes that the modem may take, as if they were one', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'later', lane: 'x', sendAt: now }));
    store.messages.insert(newMessage({ id: 'closed', lane: 'y', priority: 9 }));
    store.messages.insert(newMessage({ id: 'plain' }));
    store.messages.insert(newMessage({ id: 'urgent', lane: 'z', priority: 8 }));
    const asked: string[] = [];
    const mayTake = (lane: string) => {
      asked.push(lane);
      return lane !== 'y';
    };
    const order: (string | undefined)[] = [];
    for (let time = 0; time < 4; time += 1) {
      const part = store.messages.nextDue({ modem: 'm', now, leastPriority: 0, mayTake });
      if (part) store.messages.claim(part, 'm', now);
      order.push(part?.messageId);
    }
    expect(order).toEqual(['urgent', 'plain', 'later', undefined]);
    expect(asked.slice(0, 4)).toEqual(['', 'x', 'y', 'z']);
  });

  it('hands out an answer before what is begun, and what is begun before all else', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'long', pdus: twoParts }));
    const first = nextDue(store, 'm', now);
    if (first) store.messages.claim(first, 'm', now);
    store.messages.changePart('long', 1, { status: 'sent', at: now });
    store.messages.insert(newMessage({ id: 'urgent', priority: 9 }));
    expect(nextDue(store, 'm', now)).toMatchObject({ messageId: 'long', begunBy: 'm' });
    store.messages.insert(newMessage({ id: 'answer', priority: 10, lane: '=m' }));
    expect(nextDue(store, 'm', now)?.messageId).toBe('answer');
    const least = { modem: 'm', now, leastPriority: 10, mayTake: () => true };
    expect(store.messages.nextDue(least)?.messageId).toBe('answer');
    store.messages.endQueued('answer', 'canceled', { code: 'x', message: 'x' }, now);
    expect(store.messages.nextDue(least)).toBeUndefined();
  });

  it('gives queued messages the lanes of other settings', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'a' }));
    store.messages.insert(newMessage({ id: 'b', lane: 'kept', campaign: 'sale', modem: 'm' }));
    store.messages.insert(newMessage({ id: 'gone' }));
    store.messages.endQueued('gone', 'canceled', { code: 'x', message: 'x' }, now);
    const laneOf = ({ to, campaign, modem }: { to: string; campaign: string; modem: unknown }) =>
      `${to}/${campaign}/${modem}`;
    expect(store.messages.reroute(laneOf)).toBe(2);
    expect(store.messages.reroute(laneOf)).toBe(0);
    expect(store.messages.queuedByLane()).toEqual([
      { lane: '+447700900123/default/null', messages: 1 },
      { lane: '+447700900123/sale/m', messages: 1 },
    ]);
  });

  it('knows which modem wrote last to a number within a campaign, and lately', () => {
    const { store } = openTestStore();
    const send = (id: string, modem: string, campaign: string, createdAt: string) => {
      store.messages.insert(newMessage({ id, campaign, createdAt }));
      const part = nextDue(store, modem, later);
      if (part) store.messages.claim(part, modem, createdAt);
    };
    const to = '+447700900123';
    send('1', 'a', 'sale', now);
    send('2', 'b', 'sale', now);
    send('3', 'c', 'news', now);
    expect(store.messages.lastWriter(to, 'sale', now)).toBe('b');
    expect(store.messages.lastWriter(to, 'news', now)).toBe('c');
    expect(store.messages.lastWriter(to, 'sale', later)).toBeUndefined();
    expect(store.messages.lastWriter('+447700900124', 'sale', now)).toBeUndefined();
    store.messages.changePart('2', 1, { status: 'queued', at: now });
    expect(store.messages.lastWriter(to, 'sale', now)).toBe('a');
  });

  it('tells when a modem was given parts, but for those that never left it', () => {
    const { store } = openTestStore();
    for (const [index, at] of [now, now, later].entries()) {
      store.messages.insert(newMessage({ id: `msg_${index}` }));
      const part = nextDue(store, 'm', later);
      if (part) store.messages.claim(part, 'm', at);
    }
    expect(store.messages.claimTimes('m', now)).toEqual([now, now, later]);
    expect(store.messages.claimTimes('m', later)).toEqual([later]);
    expect(store.messages.claimTimes('other', now)).toEqual([]);
    store.messages.changePart('msg_1', 1, { status: 'queued', at: later, uncounted: true });
    expect(store.messages.claimTimes('m', now)).toEqual([now, later]);
  });

  it('finds what is past its validity as long as some of it waits', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'short', expiresAt: now }));
    store.messages.insert(newMessage({ id: 'long', expiresAt: later }));
    store.messages.insert(newMessage({ id: 'ever' }));
    expect(store.messages.overdue(now)).toEqual(['short']);
    store.messages.changePart('short', 1, { status: 'sending', at: now });
    expect(store.messages.overdue(now)).toEqual([]);
    expect(store.messages.overdue(later)).toEqual(['long']);
  });

  it('is asked by index, however much there is', () => {
    const db = openDatabase(temporaryDirectory());
    const statements: string[] = [];
    const prepare = db.prepare.bind(db);
    Object.assign(db, {
      prepare(sql: string) {
        statements.push(sql);
        return prepare(sql);
      },
    });
    messageQueue(db);
    reportedParts(db);
    const plans = statements.flatMap((sql) => {
      const plan = prepare(`EXPLAIN QUERY PLAN ${sql.replace(/@\w+|\?/g, 'NULL')}`).all() as {
        detail: string;
      }[];
      return plan.map(({ detail }) => detail);
    });
    db.close();
    expect(plans.length).toBeGreaterThan(statements.length);
    const walks = plans.filter((detail) => detail.startsWith('SCAN'));
    // Partial indexes, of what is queued, begun or with a modem now: counted, or looked through at start.
    expect(new Set(walks)).toEqual(
      new Set([
        'SCAN messages USING COVERING INDEX messages_due',
        'SCAN messages USING COVERING INDEX messages_due_at',
        'SCAN messages USING COVERING INDEX messages_sending',
        'SCAN messages USING INDEX messages_due',
        'SCAN p USING INDEX message_parts_claimed',
      ]),
    );
  });

  it('sends all parts of a message through the modem that began it, in order', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'long', pdus: twoParts }));
    store.messages.insert(newMessage({ id: 'other', priority: 9, createdAt: later }));
    const first = nextDue(store, 'a', now);
    expect(first).toMatchObject({ messageId: 'long', sequence: 1 });
    if (first) store.messages.claim(first, 'a', now);
    store.messages.changePart('long', 1, { status: 'sent', at: now });
    expect(nextDue(store, 'b', now)).toBeUndefined();
    expect(nextDue(store, 'a', later)).toMatchObject({ messageId: 'long', sequence: 2 });
  });

  it('refuses to claim a part twice', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'msg_1' }));
    const part = nextDue(store, 'm', now);
    if (!part) throw new Error('nothing due');
    store.messages.claim(part, 'm', now);
    expect(() => store.messages.claim(part, 'm', now)).toThrow(/not queued any more/);
  });

  it('makes the status of a message from its parts', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'long', pdus: twoParts }));
    const statusAfter = (sequence: number, status: 'sending' | 'sent' | 'delivered') => {
      store.messages.changePart('long', sequence, { status, at: now });
      return store.messages.find('long')?.status;
    };
    expect(statusAfter(1, 'sending')).toBe('sending');
    expect(statusAfter(1, 'sent')).toBe('sending');
    expect(statusAfter(2, 'sending')).toBe('sending');
    expect(statusAfter(2, 'sent')).toBe('sent');
    expect(statusAfter(1, 'delivered')).toBe('sent');
    expect(statusAfter(2, 'delivered')).toBe('delivered');
    expect(store.messages.find('long')).toMatchObject({ sentAt: now, deliveredAt: now });
  });

  it('refuses a transition that is not legal and leaves the part as it was', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'msg_1' }));
    const error = { code: 'canceled', message: 'canceled by request' };
    store.messages.endQueued('msg_1', 'canceled', error, now);
    expect(() =>
      store.transaction(() => store.messages.changePart('msg_1', 1, { status: 'sent', at: now })),
    ).toThrow(/is canceled and cannot become sent/);
    expect(store.messages.findPart('msg_1', 1)?.status).toBe('canceled');
  });

  it('lets an event be answered once', () => {
    const { store } = openTestStore();
    const event = store.consent.append(
      { kind: 'opt_out', number: '+447700900123', scope: '*', source: 'reply', evidence: {} },
      now,
    );
    store.messages.insert(newMessage({ id: 'msg_1', answersEventId: event.id }));
    expect(() =>
      store.messages.insert(newMessage({ id: 'msg_2', answersEventId: event.id })),
    ).toThrow(/UNIQUE/);
  });

  it('finds reported parts by modem, reference and number, the latest first', () => {
    const { store } = openTestStore();
    for (const [id, at] of [
      ['first', now],
      ['second', later],
    ] as const) {
      store.messages.insert(newMessage({ id }));
      const part = nextDue(store, 'm', at);
      if (part) store.messages.claim(part, 'm', at);
      store.messages.changePart(id, 1, { status: 'sent', at, modem: 'm', modemReference: 7 });
    }
    const { reported } = store.messages;
    const report = { modem: 'm', to: '+447700900123', reference: 7 };
    const idsOf = (changes: Partial<typeof report>, since = now) =>
      reported.withReference({ ...report, ...changes }, since).map(({ messageId }) => messageId);
    expect(idsOf({})).toEqual(['second', 'first']);
    expect(idsOf({}, later)).toEqual(['second']);
    expect(idsOf({ reference: 8 })).toEqual([]);
    expect(idsOf({ to: '+447700900124' })).toEqual([]);
    expect(idsOf({ modem: 'other' })).toEqual([]);
  });

  it('pages through a list, newest first, and refuses a cursor that it did not give', () => {
    const { store } = openTestStore();
    for (const id of ['a', 'b', 'c']) store.messages.insert(newMessage({ id }));
    const first = store.messages.list({ limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(['c', 'b']);
    const second = store.messages.list({ limit: 2, cursor: first.nextCursor ?? undefined });
    expect(second.items.map(({ id }) => id)).toEqual(['a']);
    expect(second.nextCursor).toBeNull();
    expect(() => store.messages.list({ limit: 2, cursor: 'x; DROP' })).toThrow(/no cursor/);
  });

  it('counts references for long messages around from 255 to 0', () => {
    const { store } = openTestStore();
    const references = Array.from({ length: 258 }, () => store.messages.nextConcatReference(8));
    expect(references).toEqual([...Array(256).keys(), 0, 1]);
  });

  it('counts references of 16 bits around from 65535 to 0, and on after a restart', () => {
    const { store, dataDir } = openTestStore();
    const next = (count: number) =>
      store.transaction(() =>
        Array.from({ length: count }, () => store.messages.nextConcatReference(16)),
      );
    expect(next(65_536)).toEqual([...Array(65_536).keys()]);
    expect(next(3)).toEqual([0, 1, 2]);
    store.close();
    const again = openTestStore(dataDir).store;
    expect(again.messages.nextConcatReference(16)).toBe(3);
    expect(again.messages.nextConcatReference(8)).toBe(4);
  });
});

describe('the last message sent to a number', () => {
  it('is one of which a part may have gone, whatever became of the rest', () => {
    const { store } = openTestStore();
    const [pdu] = newMessage({ id: 'x' }).pdus;
    if (pdu === undefined) throw new Error('no PDU');
    store.messages.insert(newMessage({ id: 'half', campaign: 'news', pdus: [pdu, pdu] }));
    store.messages.insert(newMessage({ id: 'queued', campaign: 'offers' }));
    const part = store.messages.findPart('half', 1);
    if (part === undefined) throw new Error('no part');
    expect(store.messages.lastSentTo(part.to)).toBeUndefined();
    const at = '2026-11-22T12:00:00.000Z';
    store.messages.claim(part, 'main', at);
    store.messages.changePart('half', 1, { status: 'unconfirmed', at });
    store.messages.endQueued('half', 'canceled', { code: 'x', message: 'x' }, at);
    expect(store.messages.find('half')?.status).toBe('canceled');
    expect(store.messages.lastSentTo(part.to)).toEqual({ campaign: 'news', text: 'Hello' });
  });
});
