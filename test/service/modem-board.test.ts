/** What is kept of the modems: across processes in the store, beyond it in this process alone. */
import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.js';
import type { ModemStatus } from '../../src/modem/ports.js';
import { ModemBoard } from '../../src/service/modem-board.js';
import { FakeClock } from '../support/fake-clock.js';
import { openTestStore } from '../support/test-store.js';

const STATUS: ModemStatus = {
  name: 'main',
  port: '/dev/main',
  phase: 'ready',
  problem: undefined,
  manufacturer: 'Quectel',
  model: 'EC25',
  revision: undefined,
  imei: undefined,
  imsi: undefined,
  operator: 'Test',
  registration: 'home',
  signalDbm: -71,
  signal: 'excellent',
  technology: '4G',
  dialect: 'quectel-ec25',
  temperatureC: undefined,
  supplyMv: 3_500,
  warning: 'the modem says: it is too hot',
  simUsed: 0,
  simTotal: 30,
};

const modems = [{ name: 'main', prefixes: [], campaigns: [], perMinute: 0, perHour: 0 }];

function boards() {
  const { store } = openTestStore();
  const open = () => new ModemBoard({ store, clock: new FakeClock(), log: silentLog, modems });
  return { first: open(), afterRestart: open };
}

describe('the board', () => {
  it('shows what only this process knows, and a warning as a problem to all others', () => {
    const { first, afterRestart } = boards();
    first.update(STATUS);
    expect(first.list()).toMatchObject([{ technology: '4G', supplyMv: 3_500 }]);
    expect(afterRestart().list()).toMatchObject([
      { technology: null, problem: 'the modem says: it is too hot' },
    ]);
  });
});
