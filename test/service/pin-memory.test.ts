/** What is kept of a PIN, in a real store. */
import { describe, expect, it } from 'vitest';
import { pinMemoryOf } from '../../src/service/pin-memory.js';
import { openTestStore } from '../support/test-store.js';

function memoryOfMain() {
  const { store } = openTestStore();
  store.modems.save({
    name: 'main',
    port: '/dev/main',
    state: 'connecting',
    problem: null,
    manufacturer: null,
    model: null,
    imei: null,
    operator: null,
    registration: 'unknown',
    signalDbm: null,
    simUsed: null,
    simTotal: null,
    downSince: null,
    updatedAt: '2026-11-22T12:00:00.000Z',
  });
  const afterRestart = () => pinMemoryOf(store.modems, 'main');
  return { store, memory: afterRestart(), recalled: (pin: string) => afterRestart().recall(pin) };
}

describe('a PIN', () => {
  it('is remembered as tried, then refused or not at all, across processes', () => {
    const { memory, recalled } = memoryOfMain();
    expect(recalled('1234')).toBeUndefined();
    memory.keep('1234', 'tried');
    expect(recalled('1234')).toBe('tried');
    expect(recalled('4321')).toBeUndefined();
    memory.keep('1234', 'refused');
    expect(recalled('1234')).toBe('refused');
    memory.keep('1234', undefined);
    expect(recalled('1234')).toBeUndefined();
  });

  it('is not kept so that it can be read', () => {
    const { store, memory } = memoryOfMain();
    memory.keep('1234', 'tried');
    expect(store.modems.refusedPin('main')).not.toContain('1234');
  });
});
