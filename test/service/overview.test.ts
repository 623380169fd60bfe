import { describe, expect, it } from 'vitest';
import { overviewOf, troublesOf } from '../../src/service/overview.js';
import { doubtful, openTestServices, person, type TestServices } from '../support/test-services.js';
import { webhookToml } from '../support/test-webhooks.js';

const plenty = 10_000_000_000;

function look(services: TestServices, seen: { isRunning?: boolean; freeBytes?: number } = {}) {
  const { store, steadyClock: clock, config } = services;
  const { isRunning = true, freeBytes = plenty } = seen;
  const overview = overviewOf({ store, clock, modems: config.modems, isRunning, freeBytes });
  const troubles = troublesOf(overview);
  return { overview, troubles, told: troubles.map(({ level, what }) => `${level}: ${what}`) };
}

/** Both modems can send. */
function well(toml = ''): TestServices {
  const services = openTestServices(toml);
  services.modemIs('main', 'ready');
  services.modemIs('second', 'ready');
  return services;
}

describe('the gateway at a glance', () => {
  it('counts the queue, today and opt-outs, and finds nothing wrong', () => {
    const services = well();
    const { outbox, sender } = services;
    outbox.send({ to: person, text: 'One' });
    const part = sender.next('main');
    if (part === undefined) throw new Error('nothing is due');
    sender.settle('main', part, { kind: 'sent', reference: 1 });
    outbox.send({ to: '+447700900124', text: 'Two' });
    services.arrive('+447700900125', 'STOP');
    const { overview, told } = look(services);
    expect(told).toEqual([]);
    expect(overview.queue).toEqual({
      messages: 2,
      held: 0,
      oldestDueAt: '2026-11-22T12:00:00.000Z',
    });
    expect(overview.today.messages).toContainEqual({ status: 'sent', count: 1 });
    expect(overview.today).toMatchObject({ received: 1, optOuts: 1 });
    expect(overview.optOuts).toEqual({
      bySource: [{ source: 'reply', count: 1 }],
      suppressions: 1,
      openReviews: 0,
    });
  });

  it('begins each day anew, and goes on counting opt-outs', async () => {
    const services = well();
    services.arrive(person, 'STOP');
    await services.clock.advance(24 * 3_600_000);
    const { overview } = look(services);
    expect(overview.today).toEqual({ messages: [], received: 0, optOuts: 0 });
    expect(overview.optOuts.bySource).toEqual([{ source: 'reply', count: 1 }]);
  });

  it('names a daemon that does not run, and says nothing of modems that nobody asks then', () => {
    const services = openTestServices();
    services.modemIs('main', 'down');
    const { overview, told } = look(services, { isRunning: false });
    expect(told).toEqual(['fault: the daemon does not run: nothing is sent, and no reply is read']);
    expect(overview.modems.map(({ state }) => state)).toEqual(['stopped']);
  });

  it('names modems that cannot send, and what keeps them from it soon', async () => {
    const services = well();
    const { board } = services;
    const [main] = board.standings();
    if (main?.status === undefined) throw new Error('no status');
    board.update({ ...main.status, signalDbm: -110, simUsed: 27, simTotal: 30 });
    services.modemIs('second', 'down');
    expect(look(services).told.filter((each) => each.startsWith('fault'))).toEqual([]);
    await services.clock.advance(60_000);
    expect(look(services).told).toEqual([
      'fault: modem second is down since 2026-11-22T12:00:00.000Z',
      'warning: modem main hears the network badly (-110 dBm)',
      "warning: modem main's store is nearly full (27 of 30)",
    ]);
  });

  it('names a message that waits for too long, unless a limit holds it back', async () => {
    const services = well();
    services.outbox.send({ to: person, text: 'One' });
    await services.clock.advance(14 * 60_000);
    expect(look(services).told).toEqual([]);
    await services.clock.advance(2 * 60_000);
    expect(look(services).told).toEqual([
      'fault: a message has been due for 16 minutes and is not sent',
    ]);
  });

  it('leaves out a message that a limit holds back', async () => {
    const services = openTestServices('[[modem]]\nname = "main"\nport = "/dev/main"\nper_hour = 1');
    const { outbox, sender, clock } = services;
    services.modemIs('main', 'ready');
    outbox.send({ to: person, text: 'One' });
    const part = sender.next('main');
    if (part === undefined) throw new Error('nothing is due');
    sender.settle('main', part, { kind: 'sent', reference: 1 });
    outbox.send({ to: person, text: 'Two' });
    await clock.advance(20 * 60_000);
    expect(look(services).overview.queue.oldestDueAt).toBe('2026-11-22T12:00:00.000Z');
    expect(look(services).told).toEqual([]);
  });

  it('names what waits for a person', () => {
    const services = well(webhookToml('https://app.example.org'));
    const { store, outbox, sender } = services;
    outbox.send({ to: '+447700900124', text: 'One' });
    const part = sender.next('main');
    if (part === undefined) throw new Error('nothing is due');
    sender.settle('main', part, { kind: 'unknown', error: new Error('no answer') });
    services.arrive(person, doubtful);
    store.noteDoubtedSince(services.clock.now());
    const { told } = look(services, { freeBytes: 50_000_000 });
    expect(told).toEqual([
      'fault: the disk has 50 MB left; full, nothing is sent or read any more',
      'warning: doubtful replies that wait for a person, whose senders get no marketing: 1',
      'warning: nobody has told this machine the time yet',
      'warning: messages of today of which nobody knows whether they were sent: 1',
    ]);
  });
});
