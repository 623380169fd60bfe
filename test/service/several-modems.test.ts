/** Who sends what, and when: the sender over a real store, with modems that the test plays. */
import { describe, expect, it } from 'vitest';
import { AtError } from '../../src/modem/at-error.js';
import type { Submission, SubmitOutcome } from '../../src/modem/ports.js';
import type { SendRequest } from '../../src/service/outbox.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { openTestServices, person, type TestServices } from '../support/test-services.js';

const irish = '+353851234567';
const minute = 60_000;

const modem = (name: string, settings = '') =>
  `[[modem]]\nname = "${name}"\nport = "/dev/${name}"\n${settings}\n`;
/** `britain` prefers +44, `spare` nothing. */
const twoKinds = modem('britain', 'prefixes = ["+44"]') + modem('spare');

function open(toml: string, dataDir?: string): TestServices {
  const services = openTestServices(toml, dataDir);
  for (const { name } of services.board.readiness()) services.modemIs(name, 'ready');
  return services;
}

function queue(services: TestServices, request: Partial<SendRequest> = {}): string {
  const result = services.outbox.send({ to: person, text: 'Hello', ...request });
  if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
  return result.message.id;
}

/** The message of which `name` takes a part now. */
function take(services: TestServices, name: string): string | undefined {
  return services.sender.next(name)?.id.split('/')[0];
}

/** Takes a part and settles it; the message's id. */
function send(services: TestServices, name: string, reference = 1): string | undefined {
  return settle(services, name, { kind: 'sent', reference });
}

function settle(services: TestServices, name: string, outcome: SubmitOutcome): string | undefined {
  const submission: Submission | undefined = services.sender.next(name);
  if (submission) services.sender.settle(name, submission, outcome);
  return submission?.id.split('/')[0];
}

const simFault: SubmitOutcome = {
  kind: 'not-sent',
  error: new AtError('CMS', 'AT+CMGS=20', 310, 'SIM not inserted'),
};

describe('a message', () => {
  it('goes through the modem that prefers its number, as long as that is up', () => {
    const services = open(twoKinds);
    const first = queue(services);
    const second = queue(services, { to: irish });
    expect(take(services, 'spare')).toBe(second);
    expect(take(services, 'spare')).toBeUndefined();
    expect(take(services, 'britain')).toBe(first);
  });

  it('is taken over by another after a minute without that one, and not before', async () => {
    const services = open(twoKinds);
    const id = queue(services);
    await services.clock.advance(10 * minute);
    services.modemIs('britain', 'down');
    await services.clock.advance(minute - 1);
    expect(take(services, 'spare')).toBeUndefined();
    await services.clock.advance(1);
    expect(take(services, 'spare')).toBe(id);
  });

  it('waits a minute after the start for a modem that never came up', async () => {
    const services = openTestServices(twoKinds);
    services.modemIs('spare', 'ready');
    const id = queue(services);
    expect(take(services, 'spare')).toBeUndefined();
    services.modemIs('britain', 'connecting');
    await services.clock.advance(minute);
    expect(take(services, 'spare')).toBe(id);
  });

  it('is left to the modem that prefers it once that is back', async () => {
    const services = open(twoKinds);
    const ids = [queue(services), queue(services)];
    services.modemIs('britain', 'waiting');
    await services.clock.advance(minute);
    expect(send(services, 'spare')).toBe(ids[0]);
    services.modemIs('britain', 'ready');
    expect(take(services, 'spare')).toBeUndefined();
    expect(take(services, 'britain')).toBe(ids[1]);
  });

  it('is held up by no modem but the one that it names', async () => {
    const services = open(twoKinds);
    const named = queue(services, { modem: 'britain', to: irish });
    const free = queue(services, { to: irish });
    services.modemIs('britain', 'down');
    await services.clock.advance(60 * minute);
    expect(take(services, 'spare')).toBe(free);
    expect(take(services, 'spare')).toBeUndefined();
    expect(take(services, 'britain')).toBe(named);
  });

  it('goes through the modem that prefers its campaign, whatever its number', () => {
    const services = open(`${twoKinds}${modem('alerts', 'campaigns = ["alerts"]')}`);
    const alert = queue(services, { campaign: 'alerts' });
    const other = queue(services);
    expect(take(services, 'britain')).toBe(other);
    expect(take(services, 'britain')).toBeUndefined();
    expect(take(services, 'alerts')).toBe(alert);
    expect(take(services, 'alerts')).toBeUndefined();
  });

  it('goes through whichever of equal modems is free', () => {
    const services = open('');
    const ids = [1, 2, 3].map((digit) => queue(services, { to: `+44770090012${digit}` }));
    expect(take(services, 'main')).toBe(ids[0]);
    expect(take(services, 'second')).toBe(ids[1]);
    expect(take(services, 'main')).toBe(ids[2]);
  });

  it('goes with all its parts through the modem that began it, though another is free', async () => {
    const services = open('');
    const long = queue(services, { text: 'A long message of several parts. '.repeat(12) });
    expect(send(services, 'main')).toBe(long);
    services.modemIs('main', 'down');
    await services.clock.advance(10 * minute);
    expect(take(services, 'second')).toBeUndefined();
    expect(send(services, 'main')).toBe(long);
    expect(send(services, 'main')).toBe(long);
    expect(services.store.messages.find(long)).toMatchObject({ status: 'sent', modem: 'main' });
  });

  it('finds another modem when the SIM of the one that prefers it refuses everything', async () => {
    const services = open(twoKinds);
    const ids = [queue(services, { to: irish }), queue(services), queue(services)];
    expect(settle(services, 'britain', simFault)).toBe(ids[1]);
    expect(send(services, 'spare')).toBe(ids[0]);
    expect(take(services, 'spare')).toBeUndefined();
    await services.clock.advance(minute);
    expect(send(services, 'spare')).toBe(ids[2]);
    expect(send(services, 'britain')).toBe(ids[1]);
    queue(services);
    expect(take(services, 'spare')).toBeUndefined();
  });

  it('expires while its modem is down, and no modem has to ask', async () => {
    const services = open('');
    const id = queue(services, { modem: 'second', validMinutes: 5 });
    const held = queue(services, { modem: 'second' });
    services.modemIs('second', 'down');
    await services.clock.advance(5 * minute - 1);
    services.sender.expire();
    expect(services.store.messages.find(id)?.status).toBe('queued');
    await services.clock.advance(1);
    services.sender.expire();
    expect(services.store.messages.find(id)).toMatchObject({
      status: 'expired',
      error: { code: 'expired' },
    });
    expect(services.store.messages.find(held)?.status).toBe('queued');
  });

  it('follows the settings of now, though it was queued under others', () => {
    const dataDir = temporaryDirectory();
    const before = open(modem('britain') + modem('spare'), dataDir);
    const id = queue(before);
    const after = open(twoKinds, dataDir);
    after.sender.reroute();
    expect(take(after, 'spare')).toBeUndefined();
    expect(take(after, 'britain')).toBe(id);
  });

  it("that waits behind many others to somebody else's numbers is reached", async () => {
    const services = open('');
    const known = Array.from({ length: 300 }, (_, index) => `+447700${100_000 + index}`);
    for (const to of known) queue(services, { to });
    for (const _ of known) send(services, 'second');
    for (const to of known) queue(services, { to });
    const id = queue(services, { to: irish });
    // It looks no further than a few hundred at a time, so that nothing else has to wait.
    expect(take(services, 'main')).toBeUndefined();
    expect(take(services, 'main')).toBe(id);
    expect(take(services, 'main')).toBeUndefined();
  });
});

describe('a person', () => {
  it('is written to by one modem within a campaign, as long as that is up', () => {
    const services = open('');
    queue(services);
    expect(send(services, 'second')).toBeDefined();
    const next = queue(services);
    expect(take(services, 'main')).toBeUndefined();
    expect(send(services, 'second')).toBe(next);
    const last = queue(services);
    services.modemIs('second', 'down');
    expect(send(services, 'main')).toBe(last);
    services.modemIs('second', 'ready');
    const newest = queue(services);
    expect(take(services, 'second')).toBeUndefined();
    expect(take(services, 'main')).toBe(newest);
  });

  it('stays with it for messages that were queued before the first one went', () => {
    const services = open('');
    const ids = [queue(services), queue(services)];
    expect(take(services, 'main')).toBe(ids[0]);
    expect(take(services, 'second')).toBeUndefined();
    expect(take(services, 'main')).toBe(ids[1]);
  });

  it('may be written to by another in another campaign, or after a month', async () => {
    const services = open('');
    queue(services, { campaign: 'a' });
    send(services, 'second');
    const other = queue(services, { campaign: 'b' });
    expect(send(services, 'main')).toBe(other);
    await services.clock.advance(31 * 24 * 60 * minute);
    const late = queue(services, { campaign: 'a' });
    expect(take(services, 'main')).toBe(late);
  });

  it('is written to by the modem that prefers the number, whoever wrote before', async () => {
    const services = open(twoKinds);
    queue(services);
    services.modemIs('britain', 'down');
    await services.clock.advance(minute);
    send(services, 'spare');
    services.modemIs('britain', 'ready');
    const id = queue(services);
    expect(take(services, 'spare')).toBeUndefined();
    expect(take(services, 'britain')).toBe(id);
  });

  it('gets the answer from the SIM that was written to, or none', async () => {
    const services = open('');
    services.arrive(person, 'STOP', 'second');
    services.arrive(irish, 'STOP', 'second');
    expect(take(services, 'main')).toBeUndefined();
    const answered = send(services, 'second') ?? '';
    expect(services.store.messages.find(answered)).toMatchObject({ to: person, modem: 'second' });
    services.modemIs('second', 'down');
    await services.clock.advance(5 * minute);
    expect(take(services, 'main')).toBeUndefined();
    expect(take(services, 'second')).toBeUndefined();
  });
});

describe('the limits of a modem', () => {
  const slow = modem('slow', 'per_minute = 6') + modem('fast');
  const numbers = Array.from({ length: 40 }, (_, index) => `+4477009001${10 + index}`);

  it('spread what it sends evenly, and hold up no other modem', async () => {
    const services = open(slow);
    for (const to of numbers) queue(services, { to });
    const sentAtMs: number[] = [];
    const startMs = services.clock.monotonicMs();
    for (let second = 0; second < 60; second += 1) {
      if (send(services, 'slow')) sentAtMs.push(services.clock.monotonicMs() - startMs);
      await services.clock.advance(1_000);
    }
    expect(sentAtMs).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000]);
    let others = 0;
    while (send(services, 'fast')) others += 1;
    expect(others).toBe(numbers.length - sentAtMs.length);
  });

  it('count each part, and each hour', async () => {
    const services = open(modem('slow', 'per_minute = 60\nper_hour = 60'));
    queue(services, { text: 'A long message of several parts. '.repeat(12) });
    expect(send(services, 'slow')).toBeDefined();
    await services.clock.advance(minute - 1);
    expect(send(services, 'slow')).toBeUndefined();
    await services.clock.advance(1);
    expect(send(services, 'slow')).toBeDefined();
  });

  it('wake it as soon as the next part may go', async () => {
    const services = open(slow);
    queue(services, { to: numbers[0] ?? '' });
    queue(services, { to: numbers[1] ?? '' });
    send(services, 'slow');
    expect(send(services, 'slow')).toBeUndefined();
    await services.clock.advance(9_999);
    expect(services.woken).toEqual([]);
    await services.clock.advance(1);
    expect(services.woken).toEqual(['slow']);
    expect(send(services, 'slow')).toBeDefined();
  });

  it('let answers to STOP go ahead, even of a long message, and count them', async () => {
    const services = open(slow);
    const long = queue(services, { to: irish, text: 'A long message of parts. '.repeat(12) });
    expect(send(services, 'slow')).toBe(long);
    services.arrive(person, 'STOP', 'slow');
    const answer = send(services, 'slow') ?? '';
    expect(services.store.messages.find(answer)).toMatchObject({ to: person, status: 'sent' });
    await services.clock.advance(10_000);
    expect(send(services, 'slow')).toBeUndefined();
    await services.clock.advance(10_000);
    expect(send(services, 'slow')).toBe(long);
  });

  it('hold after a restart, for what went before it', async () => {
    const dataDir = temporaryDirectory();
    const before = open(slow, dataDir);
    for (const to of numbers) queue(before, { to });
    send(before, 'slow');
    const after = openTestServices(slow, dataDir);
    expect(send(after, 'slow')).toBeUndefined();
    await after.clock.advance(10_000);
    expect(send(after, 'slow')).toBeDefined();
  });

  it('do not count what never left the modem', async () => {
    const services = open(modem('slow', 'per_hour = 1'));
    queue(services, { to: irish });
    const closed = new AtError('CLOSED', 'AT+CMGS=20', undefined, 'the port is gone');
    expect(settle(services, 'slow', { kind: 'not-sent', error: closed })).toBeDefined();
    await services.clock.advance(5_000);
    expect(settle(services, 'slow', { kind: 'withdrawn' })).toBeDefined();
    expect(
      settle(services, 'slow', { kind: 'unknown', error: new Error('silence') }),
    ).toBeDefined();
    queue(services);
    expect(take(services, 'slow')).toBeUndefined();
    await services.clock.advance(60 * minute);
    expect(take(services, 'slow')).toBeDefined();
  });
});

describe('the list of modems', () => {
  const listed = (services: TestServices) =>
    Object.fromEntries(services.board.list().map((item) => [item.name, item]));

  it("shows each one's share of the queue", async () => {
    const services = open(`${twoKinds}${modem('other')}`);
    queue(services);
    queue(services, { to: irish });
    queue(services, { to: irish, modem: 'spare' });
    const counts = () =>
      services.board.list().map(({ name, queue, queueShared }) => [name, queue, queueShared]);
    expect(counts()).toEqual([
      ['britain', 1, 0],
      ['other', 1, 1],
      ['spare', 2, 1],
    ]);
    take(services, 'britain');
    services.modemIs('britain', 'down');
    queue(services);
    await services.clock.advance(minute);
    expect(counts()).toEqual([
      ['britain', 2, 1],
      ['other', 2, 2],
      ['spare', 3, 2],
    ]);
  });

  it('shows limits, when the next message may go, and since when a modem is down', async () => {
    const services = open(`${modem('slow', 'per_minute = 6\nper_hour = 3000')}${modem('fast')}`);
    queue(services);
    expect(listed(services).slow).toMatchObject({
      perMinute: 6,
      perHour: 3000,
      nextAllowedAt: null,
      downSince: null,
    });
    send(services, 'slow');
    expect(listed(services).slow?.nextAllowedAt).toBe('2026-11-22T12:00:10.000Z');
    expect(listed(services).fast).toMatchObject({ perMinute: 0, perHour: 0, nextAllowedAt: null });
    await services.clock.advance(10_000);
    services.modemIs('slow', 'down');
    await services.clock.advance(10_000);
    services.modemIs('slow', 'connecting');
    expect(listed(services).slow).toMatchObject({
      state: 'connecting',
      downSince: '2026-11-22T12:00:10.000Z',
      nextAllowedAt: null,
    });
    services.modemIs('slow', 'ready');
    expect(listed(services).slow?.downSince).toBeNull();
  });
});
