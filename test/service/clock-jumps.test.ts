/** A machine whose clock is set while the daemon works. */
import { describe, expect, it } from 'vitest';
import { AtError } from '../../src/modem/at-error.js';
import { once } from '../../src/service/idempotency.js';
import { OptOutCodes } from '../../src/service/opt-out-codes.js';
import { encodeDeliver } from '../../src/sms/index.js';
import { doubtful, person } from '../support/test-services.js';
import {
  answersTo,
  boot,
  dayMs,
  message,
  minuteMs,
  neighbour,
  openWorld,
  queue,
  takeAll,
  usual,
} from './clock-world.js';

const webhook =
  '[[webhook]]\nurl = "https://app.example.org/"\nsecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"\nevents = ["message.received"]';
const page = { address: '192.0.2.1', userAgent: 'test' } as never;

const leaps = [
  { name: 'forward from 1970', start: boot, byMs: usual.getTime() - boot.getTime() },
  { name: 'forward by three days', start: usual, byMs: 3 * dayMs },
  { name: 'back by a day', start: usual, byMs: -dayMs },
  { name: 'back by an hour', start: usual, byMs: -60 * minuteMs },
] as const;

describe.each(leaps)('a clock that is set $name while the daemon works', ({ start, byMs }) => {
  it('decides nothing before what waits was put right', async () => {
    const world = openWorld(start);
    const id = queue(world, { validMinutes: 5 });
    world.clock.jump(byMs);
    world.sender.expire();
    expect(message(world, id).status).toBe('queued');
    expect(takeAll(world)).toEqual([id]);
  });

  it('leaves a message the validity that it had left, and no more', async () => {
    const world = openWorld(start);
    const taken = queue(world, { validMinutes: 60 });
    const late = queue(world, { validMinutes: 60 });
    await world.clock.advance(50 * minuteMs);
    world.set(byMs);
    world.sender.expire();
    expect([message(world, taken).status, message(world, late).status]).toEqual([
      'queued',
      'queued',
    ]);
    const next = world.sender.next('main');
    expect(next?.id).toContain(taken);
    await world.clock.advance(11 * minuteMs);
    world.sender.expire();
    expect(message(world, late).status).toBe('expired');
  });

  it('takes messages in the order in which they came', () => {
    const world = openWorld(start);
    const before = [queue(world), queue(world)];
    world.set(byMs);
    const after = [queue(world), queue(world)];
    expect(takeAll(world)).toEqual([...before, ...after]);
  });

  it('sends the rest of a message that is begun, and what is held when it is released', async () => {
    const world = openWorld(start);
    const begun = queue(world, { text: 'A long message of several parts. '.repeat(8) });
    const held = queue(world, { to: person });
    await world.clock.advance(minuteMs);
    const part = world.sender.next('main');
    if (part) world.sender.settle('main', part, { kind: 'sent', reference: 1 });
    world.arrive(person, doubtful);
    world.set(byMs);
    expect(takeAll(world)).toEqual([begun]);
    const [review] = world.store.reviews.list({ limit: 1 }).items;
    world.reviews.decide(review?.id ?? '', 'ignore', 'test');
    expect(takeAll(world)).toEqual([held]);
  });

  it('sends the confirmation that was due, once, or never after five minutes', async () => {
    const world = openWorld(start);
    world.arrive(person, 'STOP');
    world.set(byMs);
    const [answer] = answersTo(world, person);
    world.sender.expire();
    expect(takeAll(world)).toEqual([answer?.id]);
    world.arrive(person, 'STOP');
    await world.clock.advance(minuteMs);
    world.arrive(person, 'STOP');
    expect(takeAll(world)).toEqual([]);

    world.arrive(neighbour, 'STOP');
    await world.clock.advance(2 * minuteMs);
    world.set(-byMs);
    await world.clock.advance(4 * minuteMs);
    expect(takeAll(world)).toEqual([]);
    expect(answersTo(world, neighbour)).toMatchObject([{ status: 'expired' }]);
  });

  it('tries again when the pause is over, neither sooner nor much later', async () => {
    const world = openWorld(start);
    const id = queue(world);
    const submission = world.sender.next('main');
    if (!submission) throw new Error('nothing to send');
    const error = new AtError('CMS', 'AT+CMGS=20', 42, 'congestion');
    world.sender.settle('main', submission, { kind: 'not-sent', error });
    world.set(byMs);
    await world.clock.advance(9_000);
    expect(takeAll(world)).toEqual([]);
    await world.clock.advance(2_000);
    expect(takeAll(world)).toEqual([id]);
  });

  it('keeps the time that an application named, and the validity that begins with it', async () => {
    const world = openWorld(start);
    const sendAt = new Date(Math.max(start.getTime(), start.getTime() + byMs) + 10 * minuteMs);
    const id = queue(world, { sendAt, validMinutes: 30 });
    world.set(byMs);
    expect(takeAll(world)).toEqual([]);
    expect(message(world, id)).toMatchObject({ status: 'queued', sendAt: sendAt.toISOString() });
    const toGoMs = sendAt.getTime() - world.clock.now().getTime();
    await world.clock.advance(toGoMs - 1_000);
    expect(takeAll(world)).toEqual([]);
    await world.clock.advance(2_000);
    expect(takeAll(world)).toEqual([id]);
  });

  it('answers HELP once a day of real time', async () => {
    const world = openWorld(start);
    world.arrive(person, 'HELP');
    await world.clock.advance(minuteMs);
    world.set(byMs);
    world.arrive(person, 'HELP');
    expect(answersTo(world, person)).toHaveLength(1);
    await world.clock.advance(dayMs);
    world.arrive(person, 'HELP');
    expect(answersTo(world, person)).toHaveLength(2);
  });

  it('sees two machines talking in an hour of real time, and forgets them after it', async () => {
    const world = openWorld(start);
    const again = async () => {
      world.arrive(person, 'STOP');
      world.arrive(person, 'START');
      await world.clock.advance(1_000);
    };
    for (let count = 0; count < 3; count += 1) await again();
    world.set(byMs);
    await again();
    expect(answersTo(world, person)).toHaveLength(3);
    await world.clock.advance(61 * minuteMs);
    await again();
    expect(answersTo(world, person)).toHaveLength(4);
  });

  it('joins the parts of a long message, and takes an incomplete one after a day of real time', async () => {
    const world = openWorld(start);
    const parts = (reference: number) =>
      encodeDeliver({
        from: person,
        text: 'A long reply of two parts. '.repeat(8),
        timestamp: { utc: usual, offsetMinutes: 0 },
        concatReference: reference,
      }).map(({ hex, tpduLength }) => ({
        modem: 'main',
        hex,
        tpduLength,
        route: 'stored' as const,
      }));
    const [first, second] = parts(1);
    const [lonely] = parts(2);
    if (!first || !second || !lonely) throw new Error('too short');
    world.receiver.receive(first);
    world.receiver.receive(lonely);
    await world.clock.advance(minuteMs);
    world.set(byMs);
    world.receiver.takeOverdueParts();
    expect(world.store.inbound.list({ limit: 10 }).items).toEqual([]);
    world.receiver.receive(second);
    expect(world.store.inbound.list({ limit: 10 }).items).toMatchObject([{ parts: 2 }]);
    await world.clock.advance(dayMs);
    world.receiver.takeOverdueParts();
    expect(world.store.inbound.list({ limit: 10 }).items).toHaveLength(2);
  });

  it('takes the same octets by both routes for one message', async () => {
    const world = openWorld(start);
    const [pdu] = world.arrive(person, 'Hello');
    if (!pdu) throw new Error('nothing arrived');
    await world.clock.advance(minuteMs);
    world.set(byMs);
    world.receiver.receive({ ...pdu, route: 'direct' });
    expect(world.store.inbound.list({ limit: 10 }).items).toHaveLength(1);
  });

  it('gives the first answer to a repeated request again, for a day of real time', async () => {
    const world = openWorld(start);
    const { store, steadyClock: clock } = world;
    let made = 0;
    const ask = () =>
      once({ store, clock }, { apiKeyId: 'key_1', key: 'order-1', request: '{}' }, () => {
        made += 1;
        return { status: 202, body: `${made}` };
      });
    ask();
    await world.clock.advance(minuteMs);
    world.set(byMs);
    expect([ask(), made]).toMatchObject([{ body: '1' }, 1]);
    await world.clock.advance(dayMs);
    ask();
    expect(made).toBe(2);
  });

  it('takes a code that was sent, for its ten minutes', async () => {
    const world = openWorld(start);
    const { store, consent, outbox, steadyClock: clock } = world;
    const codes = new OptOutCodes({ store, consent, outbox, clock, country: 'GB' });
    const request = (number: string) => {
      let code = '';
      const taken = codes.request(number, 'en', (made) => {
        code = made;
        return `Code ${made}`;
      });
      if (taken.kind !== 'taken') throw new Error(`refused: ${taken.kind}`);
      return { id: taken.id, number, code, request: page };
    };
    const one = request(person);
    const other = request(neighbour);
    await world.clock.advance(5 * minuteMs);
    world.set(byMs);
    expect(codes.confirm(one)).toBe('opted-out');
    await world.clock.advance(6 * minuteMs);
    expect(codes.confirm(other)).toBe('void');
  });

  it('calls a webhook again when the pause is over', async () => {
    const world = openWorld(start, webhook);
    world.arrive(person, 'Hello');
    const { store, steadyClock } = world;
    const due = () =>
      store.webhooks.due({
        url: 'https://app.example.org/',
        now: steadyClock.now().toISOString(),
        farthest: new Date(steadyClock.now().getTime() + 14 * dayMs).toISOString(),
        limit: 5,
      });
    const [delivery] = due();
    const at = new Date(steadyClock.now().getTime() + 30 * minuteMs).toISOString();
    store.webhooks.postpone(delivery?.id ?? '', 'no answer', at);
    world.set(byMs);
    await world.clock.advance(29 * minuteMs);
    expect(due()).toEqual([]);
    await world.clock.advance(2 * minuteMs);
    expect(due()).toHaveLength(1);
  });

  it('holds a modem to its pace, and no longer', async () => {
    const world = openWorld(start, '[[modem]]\nname = "main"\nport = "/dev/main"\nper_minute = 2');
    const [first, second] = [queue(world), queue(world)];
    expect(takeAll(world)).toEqual([first]);
    world.set(byMs);
    await world.clock.advance(29_000);
    expect(takeAll(world)).toEqual([]);
    await world.clock.advance(2_000);
    expect(takeAll(world)).toEqual([second]);
  });

  it('says since when a modem is down by the clock of now', async () => {
    const world = openWorld(start);
    world.modemIs('main', 'down');
    await world.clock.advance(minuteMs);
    world.set(byMs);
    const since = new Date(world.clock.now().getTime() - minuteMs).toISOString();
    expect(world.board.readiness()[0]).toMatchObject({ name: 'main', downSince: since });
    expect(world.store.modems.list()).toMatchObject([{ name: 'main', downSince: since }]);
  });

  it('leaves opt-out links, the ledger and what follows from it as they are', async () => {
    const world = openWorld(
      start,
      '[public]\nbase_url = "https://sms.example.org"\nlisten = "127.0.0.1:0"',
    );
    const link = { number: neighbour, campaign: 'spring', language: null };
    const address = world.links.linkFor(link);
    world.arrive(person, 'STOP');
    const before = world.store.consent.lastEvent(person, 'opt_out');
    world.set(byMs);
    await world.clock.advance(400 * dayMs);
    expect(world.links.read(address.split('/').at(-1) ?? '')).toMatchObject(link);
    expect(world.store.consent.lastEvent(person, 'opt_out')).toEqual(before);
    world.arrive(person, 'START');
    const check = world.store.ledger.check(new Set());
    let step = check.next();
    while (!step.done) step = check.next();
    expect(step.value).toMatchObject({ events: 2, faultCount: 0 });
  });
});

describe('a clock that drifts', () => {
  it('is followed without a word, and nothing is moved', async () => {
    const world = openWorld(usual);
    const id = queue(world, { validMinutes: 5 });
    const { createdAt } = message(world, id);
    for (let second = 0; second < 10; second += 1) world.set(500);
    expect(world.steadyClock.now()).toEqual(new Date(usual.getTime() + 5_000));
    expect(message(world, id).createdAt).toBe(createdAt);
  });
});

describe('a clock that is put back to 1970 while the daemon works', () => {
  it('is not followed', () => {
    const world = openWorld(usual);
    world.set(boot.getTime() - usual.getTime());
    expect(world.steadyClock.now()).toEqual(usual);
    expect(world.watch.problem).toBeDefined();
  });
});

describe('a clock that is set twice', () => {
  it('moves what waits both times', async () => {
    const world = openWorld(usual);
    const id = queue(world, { validMinutes: 60 });
    world.set(3 * dayMs);
    world.set(-3 * dayMs);
    await world.clock.advance(59 * minuteMs);
    world.sender.expire();
    expect(message(world, id).status).toBe('queued');
    await world.clock.advance(2 * minuteMs);
    world.sender.expire();
    expect(message(world, id).status).toBe('expired');
  });
});

describe('a machine that sleeps', () => {
  const hours = 8;

  it.each([
    ['whose clock is set', usual],
    ['whose clock has not been set yet', boot],
  ])('%s lets expire what waited for too long meanwhile, and nothing else', (_name, start) => {
    const world = openWorld(start);
    const hour = queue(world, { validMinutes: 60 });
    const day = queue(world, { validMinutes: 24 * 60 });
    world.arrive(person, 'STOP');
    world.clock.sleepFor(hours * 60 * minuteMs);
    for (const _ of ['waking', 'later', 'later still']) world.watch.look();
    world.sender.expire();
    expect(message(world, hour).status).toBe('expired');
    expect(answersTo(world, person)).toMatchObject([{ status: 'expired' }]);
    expect(takeAll(world)).toEqual([day]);
  });

  it('and is set when it wakes moves what waits by the leap alone', async () => {
    const world = openWorld(usual);
    const id = queue(world, { validMinutes: 10 * 60 });
    world.clock.sleepFor(hours * 60 * minuteMs);
    world.set(3 * dayMs);
    await world.clock.advance(119 * minuteMs);
    world.sender.expire();
    expect(message(world, id).status).toBe('queued');
    await world.clock.advance(2 * minuteMs);
    world.sender.expire();
    expect(message(world, id).status).toBe('expired');
  });
});
