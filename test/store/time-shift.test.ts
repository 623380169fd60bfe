/** Times that a wrong clock wrote, put right in a real database. */
import { describe, expect, it } from 'vitest';
import { newMessage, openTestStore } from '../support/test-store.js';

const noon = Date.parse('2026-11-22T12:00:00.000Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const at = (ms: number) => new Date(noon + ms).toISOString();

describe('times that are put right', () => {
  it.each([1, -1, 1_001, -86_400_999, 1_793_000_000_123])('move by %i ms exactly', (byMs) => {
    const { store } = openTestStore();
    const createdAt = at(-hourMs + 7);
    store.messages.insert(newMessage({ id: 'msg_1', createdAt, expiresAt: at(hourMs + 999) }));
    store.shiftTimes({ from: new Date(noon - dayMs), to: new Date(noon), byMs });
    expect(store.messages.find('msg_1')?.createdAt).toBe(at(-hourMs + 7 + byMs));
    expect(store.messages.overdue(at(hourMs + 998 + byMs))).toEqual([]);
    expect(store.messages.overdue(at(hourMs + 999 + byMs))).toEqual(['msg_1']);
  });

  it('are all deadlines of a long run, and of its records those that are recent for such a leap', () => {
    const { store } = openTestStore();
    const createdAt = at(-20 * dayMs);
    store.messages.insert(newMessage({ id: 'msg_1', createdAt, expiresAt: at(0) }));
    const run = { from: new Date(noon - 30 * dayMs), to: new Date(noon) };
    store.shiftTimes({ ...run, byMs: 5_000 });
    expect(store.messages.find('msg_1')?.createdAt).toBe(createdAt);
    expect(store.messages.overdue(at(4_999))).toEqual([]);
    store.shiftTimes({ ...run, byMs: dayMs });
    expect(store.messages.find('msg_1')?.createdAt).toBe(at(-19 * dayMs));
  });

  it('are not those that an earlier run wrote', () => {
    const { store } = openTestStore();
    const createdAt = at(-2 * hourMs);
    store.messages.insert(newMessage({ id: 'msg_1', createdAt, expiresAt: at(hourMs) }));
    store.shiftTimes({ from: new Date(noon - hourMs), to: new Date(noon), byMs: dayMs });
    expect(store.messages.find('msg_1')?.createdAt).toBe(createdAt);
    expect(store.messages.overdue(at(hourMs))).toEqual(['msg_1']);
  });
});
