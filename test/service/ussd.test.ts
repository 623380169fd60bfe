import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.js';
import type { UssdAnswer } from '../../src/modem/ports.js';
import { type UssdPort, UssdService } from '../../src/service/ussd.js';
import { openTestServices } from '../support/test-services.js';

/** A modem that answers each code with what `answer` gives, or never. */
function portOf(answer: (code: string) => UssdAnswer | undefined) {
  const asked: string[] = [];
  const port: UssdPort = {
    status: { phase: 'ready', problem: undefined },
    ussd: (code, signal) => {
      asked.push(code);
      const reply = answer(code);
      if (reply !== undefined) return Promise.resolve(reply);
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ status: 'canceled' }), { once: true });
      });
    },
  };
  return { port, asked };
}

function open(port: UssdPort) {
  const services = openTestServices();
  const { store, clock } = services;
  const ussd = new UssdService({
    store,
    clock,
    log: silentLog,
    modem: (name) => (name === 'main' ? port : undefined),
  });
  const request = (id: string, seconds = 60) =>
    store.ussd.insert({
      id,
      modem: 'main',
      code: '*100#',
      createdAt: clock.now().toISOString(),
      expiresAt: new Date(clock.now().getTime() + seconds * 1_000).toISOString(),
    });
  return { ...services, ussd, request };
}

describe('a USSD question', () => {
  it.each([
    [
      { status: 'done', text: '10.00', dcs: 15 },
      { kind: 'answered', status: 'final', text: '10.00' },
    ],
    [
      { status: 'wants-reply', text: '1. Data' },
      { kind: 'answered', status: 'question', text: '1. Data' },
    ],
    [{ status: 'terminated' }, { kind: 'answered', status: 'ended', text: null }],
    [
      { status: 'done', text: 'C8329BFD06', hex: 'C8329BFD06', dcs: 15, coding: 'packed' },
      { kind: 'answered', status: 'final', text: 'Hello' },
    ],
    [{ status: 'not-supported' }, { kind: 'failed', code: 'refused' }],
    [{ status: 'other-client' }, { kind: 'failed', code: 'refused' }],
    [{ status: 'network-timeout' }, { kind: 'failed', code: 'no_answer' }],
    [{ status: 'no-answer' }, { kind: 'failed', code: 'no_answer' }],
    [
      { status: 'unavailable', problem: 'it is locked' },
      { kind: 'failed', code: 'not_ready', message: 'it is locked' },
    ],
  ] as const)('is answered %j as %j', async (reply, outcome) => {
    const { ussd } = open(portOf(() => reply).port);
    expect(await ussd.ask('main', '*100#')).toMatchObject(outcome);
  });

  it('that is refused says so without the code, which may be worth money', async () => {
    const problem = 'AT+CUSD=1,"*104*4711*0815#",15: +CME ERROR: 30';
    const { ussd } = open(portOf(() => ({ status: 'refused', problem })).port);
    expect(await ussd.ask('main', '*104*4711*0815#')).toEqual({
      kind: 'failed',
      code: 'refused',
      message: 'the modem or the network refused the code (+CME ERROR: 30)',
    });
  });

  it('ends when its time is over', async () => {
    const { ussd, clock } = open(portOf(() => undefined).port);
    const outcome = ussd.ask('main', '*100#', 5_000);
    await clock.advance(5_000);
    expect(await outcome).toMatchObject({ kind: 'failed', code: 'no_answer' });
    expect(clock.pendingTimers).toBe(0);
  });

  it('waits for the one before it', async () => {
    const { port, asked } = portOf((code) => (code === '*1#' ? undefined : { status: 'done' }));
    const { ussd, clock } = open(port);
    const outcomes = [ussd.ask('main', '*1#', 3_000), ussd.ask('main', '*2#')];
    await clock.advance(2_000);
    expect(asked).toEqual(['*1#']);
    await clock.advance(1_000);
    await Promise.all(outcomes);
    expect(asked).toEqual(['*1#', '*2#']);
  });

  it('is not begun when its time was over before its turn', async () => {
    const { port, asked } = portOf(() => undefined);
    const { ussd, clock } = open(port);
    const outcomes = [ussd.ask('main', '*1#', 3_000), ussd.ask('main', '*2#', 2_000)];
    await clock.advance(3_000);
    expect(await Promise.all(outcomes)).toMatchObject([
      { code: 'no_answer' },
      { code: 'no_answer' },
    ]);
    expect(asked).toEqual(['*1#']);
  });

  it('is not asked of a modem that is not ready, or is not there', async () => {
    const { port, asked } = portOf(() => ({ status: 'done' }));
    const waiting: UssdPort = { ...port, status: { phase: 'waiting', problem: 'no SIM' } };
    const { ussd } = open(waiting);
    expect(await ussd.ask('main', '*100#')).toMatchObject({
      code: 'not_ready',
      message: expect.stringContaining('no SIM'),
    });
    expect(await ussd.ask('other', '*100#')).toMatchObject({ code: 'unknown_modem' });
    expect(asked).toEqual([]);
  });

  it('is given up when the daemon stops', async () => {
    const { ussd, clock } = open(portOf(() => undefined).port);
    const outcome = ussd.ask('main', '*100#');
    await clock.advance(0);
    await ussd.close();
    expect(await outcome).toMatchObject({ kind: 'failed' });
  });
});

describe('a request of a command beside the daemon', () => {
  it('is asked once, and its answer kept until it is fetched', async () => {
    const { port, asked } = portOf(() => ({ status: 'done', text: 'Balance 10.00' }));
    const { ussd, store, clock, request } = open(port);
    request('ussd_1');
    ussd.takeRequests();
    ussd.takeRequests();
    await clock.advance(0);
    expect(asked).toEqual(['*100#']);
    expect(store.ussd.outcomeOf('ussd_1')).toEqual({
      kind: 'answered',
      status: 'final',
      text: 'Balance 10.00',
    });
    store.ussd.remove('ussd_1');
    expect(store.ussd.outcomeOf('ussd_1')).toBeUndefined();
  });

  it('is neither asked nor kept when nobody waits for it any more', async () => {
    const { port, asked } = portOf(() => ({ status: 'done' }));
    const { ussd, store, clock, request } = open(port);
    request('ussd_1', 5);
    await clock.advance(5_000);
    ussd.takeRequests();
    await clock.advance(0);
    expect(asked).toEqual([]);
    store.ussd.settle('ussd_1', { kind: 'answered', status: 'final', text: null });
    expect(store.ussd.outcomeOf('ussd_1')).toBeUndefined();
  });
});
