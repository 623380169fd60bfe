import { describe, expect, it } from 'vitest';
import { openTestStore } from '../support/test-store.js';

const received = {
  modem: 'main',
  hex: '07911326040000F0',
  tpduLength: 20,
  route: 'stored',
  receivedAt: '2026-11-22T12:00:00.000Z',
} as const;

describe('received PDUs', () => {
  it('are one message while the modem still holds what was read before', () => {
    const { store } = openTestStore();
    expect(store.inbound.keep(received)).toBeDefined();
    expect(
      store.inbound.keep({ ...received, receivedAt: '2026-11-29T12:00:00.000Z' }),
    ).toBeUndefined();
  });

  it('are new messages once the modem had let go of the same octets', () => {
    const { store } = openTestStore();
    store.inbound.keep(received);
    store.inbound.markDeleted('main', received.hex, '2026-11-22T12:00:01.000Z');
    expect(
      store.inbound.keep({ ...received, receivedAt: '2026-11-22T12:00:02.000Z' }),
    ).toBeDefined();
  });

  it('are one message where the modem was wrong in saying that it had let go of them', () => {
    const { store } = openTestStore();
    store.inbound.keep(received);
    store.inbound.markDeleted('main', received.hex, '2026-11-22T12:00:01.000Z');
    store.inbound.markHeld('main', received.hex);
    expect(
      store.inbound.keep({ ...received, receivedAt: '2026-11-22T12:00:30.000Z' }),
    ).toBeUndefined();
  });

  it('are one message when they come directly and are stored as well', () => {
    const { store } = openTestStore();
    store.inbound.keep({ ...received, route: 'direct' });
    expect(
      store.inbound.keep({ ...received, receivedAt: '2026-11-22T12:00:30.000Z' }),
    ).toBeUndefined();
  });

  it('are one message when they come directly again before that could be acknowledged', () => {
    const { store } = openTestStore();
    const direct = { ...received, route: 'direct', unacknowledged: true } as const;
    store.inbound.keep(direct);
    expect(
      store.inbound.keep({ ...direct, receivedAt: '2026-11-22T12:00:30.000Z' }),
    ).toBeUndefined();
    store.inbound.markDeleted('main', received.hex, '2026-11-22T12:00:31.000Z');
    expect(store.inbound.keep({ ...direct, receivedAt: '2026-11-22T12:00:32.000Z' })).toBeDefined();
  });

  it('are different messages on different modems', () => {
    const { store } = openTestStore();
    store.inbound.keep(received);
    expect(store.inbound.keep({ ...received, modem: 'second' })).toBeDefined();
  });
});
