import { describe, expect, it } from 'vitest';
import type { NewMessage } from '../../src/domain/ports.js';
import { newMessage, openTestStore } from '../support/test-store.js';

const now = '2026-11-22T12:00:10.000Z';
const later = '2026-11-22T13:00:00.000Z';
const twoParts: NewMessage['pdus'] = [
  { hex: 'AA', tpduLength: 1 },
  { hex: 'BB', tpduLength: 1 },
];

describe('the queue', () => {
  it('hands out by priority, then by due time, then by age', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'old' }));
    store.messages.insert(newMessage({ id: 'young' }));
    store.messages.insert(newMessage({ id: 'urgent', priority: 9 }));
    const order: string[] = [];
    for (
      let part = store.messages.nextDue('m', now);
      part;
      part = store.messages.nextDue('m', now)
    ) {
      store.messages.claim(part, 'm', now);
      store.messages.changePart(part.messageId, part.sequence, { status: 'sent', at: now });
      order.push(part.messageId);
    }
    expect(order).toEqual(['urgent', 'old', 'young']);
  });

  it('does not hand out what is not due, and tells when it will be', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'msg_1', sendAt: later }));
    expect(store.messages.nextDue('m', now)).toBeUndefined();
    expect(store.messages.nextDueAt()).toBe(later);
    expect(store.messages.nextDue('m', later)?.messageId).toBe('msg_1');
  });

  it('hands a message that asks for a modem to that modem only', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'msg_1', modem: 'b' }));
    expect(store.messages.nextDue('a', now)).toBeUndefined();
    expect(store.messages.nextDue('b', now)?.messageId).toBe('msg_1');
  });

  it('sends all parts of a message through the modem that began it, in order', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'long', pdus: twoParts }));
    store.messages.insert(newMessage({ id: 'other', priority: 9, createdAt: later }));
    const first = store.messages.nextDue('a', now);
    expect(first).toMatchObject({ messageId: 'long', sequence: 1 });
    if (first) store.messages.claim(first, 'a', now);
    store.messages.changePart('long', 1, { status: 'sent', at: now });
    expect(store.messages.nextDue('b', now)).toBeUndefined();
    expect(store.messages.nextDue('a', later)).toMatchObject({ messageId: 'long', sequence: 2 });
  });

  it('refuses to claim a part twice', () => {
    const { store } = openTestStore();
    store.messages.insert(newMessage({ id: 'msg_1' }));
    const part = store.messages.nextDue('m', now);
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

  it('matches a delivery report by modem, reference and number, the latest first', () => {
    const { store } = openTestStore();
    for (const id of ['first', 'second']) {
      store.messages.insert(newMessage({ id }));
      store.messages.changePart(id, 1, { status: 'sending', at: now });
      store.messages.changePart(id, 1, {
        status: 'sent',
        at: id === 'first' ? now : later,
        modem: 'm',
        modemReference: 7,
      });
    }
    const report = { modem: 'm', to: '+447700900123', modemReference: 7, sentAfter: now };
    expect(store.messages.findReported(report)?.messageId).toBe('second');
    expect(store.messages.findReported({ ...report, modemReference: 8 })).toBeUndefined();
    expect(store.messages.findReported({ ...report, to: '+447700900124' })).toBeUndefined();
    expect(store.messages.findReported({ ...report, modem: 'other' })).toBeUndefined();
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
