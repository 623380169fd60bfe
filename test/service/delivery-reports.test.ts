/** What the network reports of messages, over a real store; reports come as PDUs. */
import { describe, expect, it } from 'vitest';
import type { Submission } from '../../src/modem/ports.js';
import { encodeStatusReport } from '../../src/sms/index.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { openTestServices, person, type TestServices } from '../support/test-services.js';

const neighbour = '+447700900124';
const longText = 'A long message of several parts. '.repeat(8);
const delivered = 0x00;
const stillTrying = 0x20;
const gaveUp = 0x45;
const hour = 3_600_000;

function queue(services: TestServices, to: string = person, text = 'Hello'): string {
  const result = services.outbox.send({ to, text });
  if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
  return result.message.id;
}

function claim(services: TestServices, modem = 'main'): Submission {
  const submission = services.sender.next(modem);
  if (!submission) throw new Error('nothing to send');
  return submission;
}

/** Queues a message of one part and has it sent; its id. */
function send(services: TestServices, reference: number, to: string = person): string {
  const id = queue(services, to);
  services.sender.settle('main', claim(services), { kind: 'sent', reference });
  return id;
}

/** The same with a modem that never answers. */
function sendUnanswered(services: TestServices, to: string = person): string {
  const id = queue(services, to);
  const error = new Error('silence');
  services.sender.settle('main', claim(services), { kind: 'unknown', error });
  return id;
}

interface Report {
  readonly to?: string;
  readonly modem?: string;
  /** When the service centre took the message; now when absent. */
  readonly takenAt?: Date;
}

function report(services: TestServices, reference: number, status: number, more: Report = {}) {
  const { to = person, modem = 'main', takenAt = services.clock.now() } = more;
  const timestamp = { utc: takenAt, offsetMinutes: 0 };
  const discharged = { utc: services.clock.now(), offsetMinutes: 0 };
  const pdu = encodeStatusReport({ reference, to, timestamp, dischargeTime: discharged, status });
  const received = { modem, ...pdu, route: 'direct' } as const;
  services.receiver.receive(received);
  services.receiver.deleted(received);
}

const status = (services: TestServices, id: string) => services.store.messages.find(id)?.status;

describe('a delivery report', () => {
  it.each([
    [delivered, 'delivered'],
    [stillTrying, 'sent'],
    [gaveUp, 'undelivered'],
  ])('with TP-Status %i makes a message %s', (code, expected) => {
    const services = openTestServices();
    const id = send(services, 9);
    report(services, 9, code);
    expect(status(services, id)).toBe(expected);
  });

  it('may come in several steps, the last of which counts', () => {
    const services = openTestServices();
    const id = send(services, 9);
    report(services, 9, stillTrying);
    report(services, 9, stillTrying);
    report(services, 9, delivered);
    report(services, 9, stillTrying);
    report(services, 9, gaveUp);
    expect(status(services, id)).toBe('delivered');
  });

  it.each([
    ['another modem', { modem: 'second' }, 9],
    ['another number', { to: neighbour }, 9],
    ['another reference', {}, 8],
  ])('of %s is about another message', (_what, more, reference) => {
    const services = openTestServices();
    const id = send(services, 9);
    report(services, reference, delivered, more);
    expect(status(services, id)).toBe('sent');
  });

  it('that comes a week late is about another message', async () => {
    const services = openTestServices();
    const id = send(services, 9);
    await services.clock.advance(7 * 24 * hour + 1);
    report(services, 9, delivered);
    expect(status(services, id)).toBe('sent');
  });

  it('finds its message after a restart', () => {
    const dataDir = temporaryDirectory();
    const id = send(openTestServices('', dataDir), 9);
    const after = openTestServices('', dataDir);
    report(after, 9, delivered);
    expect(status(after, id)).toBe('delivered');
  });
});

describe('a message of several parts', () => {
  function sendLong(services: TestServices): string {
    const id = queue(services, person, longText);
    for (const reference of [1, 2]) {
      services.sender.settle('main', claim(services), { kind: 'sent', reference });
    }
    expect(services.sender.next('main')).toBeUndefined();
    return id;
  }

  it('is delivered when all of them are', () => {
    const services = openTestServices();
    const id = sendLong(services);
    report(services, 2, delivered);
    report(services, 2, delivered);
    expect(status(services, id)).toBe('sent');
    report(services, 1, delivered);
    expect(status(services, id)).toBe('delivered');
  });

  it.each([
    ['first', [1, 2]],
    ['last', [2, 1]],
  ] as const)('is undelivered when the %s report is that one of them was not', (_which, order) => {
    const services = openTestServices();
    const id = sendLong(services);
    report(services, order[0], order[0] === 1 ? gaveUp : delivered);
    report(services, order[1], order[1] === 1 ? gaveUp : delivered);
    expect(services.store.messages.find(id)).toMatchObject({
      status: 'undelivered',
      error: { code: 'undelivered' },
    });
  });

  it('goes on when the report on one comes before the next is sent', () => {
    const services = openTestServices();
    const id = queue(services, person, longText);
    services.sender.settle('main', claim(services), { kind: 'sent', reference: 1 });
    report(services, 1, gaveUp);
    expect(status(services, id)).toBe('sending');
    services.sender.settle('main', claim(services), { kind: 'sent', reference: 2 });
    report(services, 2, delivered);
    expect(status(services, id)).toBe('undelivered');
  });
});

describe('a report that comes before the modem has answered', () => {
  it('is kept until the answer names its reference', () => {
    const services = openTestServices();
    const id = queue(services);
    const submission = claim(services);
    report(services, 9, delivered);
    services.sender.settle('main', submission, { kind: 'sent', reference: 9 });
    expect(status(services, id)).toBe('delivered');
  });

  it('settles the message where the answer never comes', () => {
    const services = openTestServices();
    const id = queue(services);
    const submission = claim(services);
    report(services, 9, delivered);
    services.sender.settle('main', submission, { kind: 'unknown', error: new Error('silence') });
    expect(services.store.messages.find(id)).toMatchObject({ status: 'delivered', error: null });
    services.sender.settleLate('main', submission, 9);
    expect(status(services, id)).toBe('delivered');
  });

  it('is not taken for one about an earlier message that was never answered', () => {
    const services = openTestServices();
    const earlier = sendUnanswered(services);
    const id = queue(services);
    const submission = claim(services);
    report(services, 9, delivered);
    expect(status(services, earlier)).toBe('unconfirmed');
    services.sender.settle('main', submission, { kind: 'sent', reference: 9 });
    expect(status(services, id)).toBe('delivered');
    expect(status(services, earlier)).toBe('unconfirmed');
  });

  it('turns out to be about that one where the answer names another reference', () => {
    const services = openTestServices();
    const earlier = sendUnanswered(services);
    const id = queue(services);
    const submission = claim(services);
    report(services, 8, delivered);
    services.sender.settle('main', submission, { kind: 'sent', reference: 9 });
    expect(status(services, earlier)).toBe('delivered');
    expect(status(services, id)).toBe('sent');
  });

  it('is forgotten in time for its reference to be used again', async () => {
    const services = openTestServices();
    report(services, 9, delivered);
    await services.clock.advance(180_001);
    const id = send(services, 9);
    expect(status(services, id)).toBe('sent');
  });
});

describe('a reference that is used again', () => {
  it('means the message that the service centre took at that time', async () => {
    const services = openTestServices();
    const first = send(services, 9);
    const firstTakenAt = services.clock.now();
    await services.clock.advance(hour);
    const second = send(services, 9);
    report(services, 9, delivered, { takenAt: firstTakenAt });
    expect([status(services, first), status(services, second)]).toEqual(['delivered', 'sent']);
    report(services, 9, gaveUp);
    expect([status(services, first), status(services, second)]).toEqual([
      'delivered',
      'undelivered',
    ]);
  });

  it('means the latest that is open where the clocks disagree', async () => {
    const services = openTestServices();
    const wrong = { takenAt: new Date('2026-01-01T00:00:00.000Z') };
    const first = send(services, 9);
    await services.clock.advance(hour);
    const second = send(services, 9);
    report(services, 9, delivered, wrong);
    expect([status(services, first), status(services, second)]).toEqual(['sent', 'delivered']);
    report(services, 9, delivered, wrong);
    expect(status(services, first)).toBe('delivered');
  });

  it('may be named before the modem answers, and then means the new message', async () => {
    const services = openTestServices();
    const first = send(services, 9);
    await services.clock.advance(hour);
    const second = queue(services);
    const submission = claim(services);
    report(services, 9, delivered);
    services.sender.settle('main', submission, { kind: 'sent', reference: 9 });
    expect([status(services, first), status(services, second)]).toEqual(['sent', 'delivered']);
  });

  it.each([
    ['was delivered', delivered],
    ['is still open', stillTrying],
  ])(
    'so soon that the first message, which %s, went minutes ago means the new one',
    async (_which, code) => {
      const services = openTestServices();
      const first = send(services, 9);
      report(services, 9, code);
      const before = status(services, first);
      await services.clock.advance(2 * 60_000);
      const second = queue(services);
      const submission = claim(services);
      report(services, 9, delivered);
      services.sender.settle('main', submission, { kind: 'sent', reference: 9 });
      expect([status(services, first), status(services, second)]).toEqual([before, 'delivered']);
    },
  );

  it('means the message before where the report on that comes while the next is under way', async () => {
    const services = openTestServices();
    const takenAt = services.clock.now();
    const first = send(services, 9);
    await services.clock.advance(2 * 60_000);
    const second = queue(services);
    const submission = claim(services);
    report(services, 9, delivered, { takenAt });
    expect(status(services, first)).toBe('delivered');
    services.sender.settle('main', submission, { kind: 'sent', reference: 9 });
    expect(status(services, second)).toBe('sent');
  });

  it('may be that of a message that was never answered', async () => {
    const services = openTestServices();
    const first = send(services, 9);
    await services.clock.advance(hour);
    const second = sendUnanswered(services);
    report(services, 9, delivered);
    expect([status(services, first), status(services, second)]).toEqual(['sent', 'delivered']);
  });

  it('does not let a repeated report speak of the next message', async () => {
    const services = openTestServices();
    const takenAt = services.clock.now();
    send(services, 9);
    report(services, 9, delivered, { takenAt });
    await services.clock.advance(hour);
    const next = send(services, 9);
    report(services, 9, delivered, { takenAt });
    expect(status(services, next)).toBe('sent');
  });
});

describe('a message that the modem never answered', () => {
  it('is settled by a report to its number', () => {
    const services = openTestServices();
    const id = sendUnanswered(services);
    const other = sendUnanswered(services, neighbour);
    report(services, 9, delivered);
    expect(status(services, id)).toBe('delivered');
    expect(status(services, other)).toBe('unconfirmed');
  });

  it('is known to be with the network when that is still trying', () => {
    const services = openTestServices();
    const id = sendUnanswered(services);
    report(services, 9, stillTrying);
    expect(services.store.messages.find(id)).toMatchObject({ status: 'sent', error: null });
    report(services, 9, delivered);
    expect(status(services, id)).toBe('delivered');
  });

  it('is not settled by a repeated report about another', () => {
    const services = openTestServices();
    send(services, 9);
    report(services, 9, delivered);
    const id = sendUnanswered(services);
    report(services, 9, delivered);
    expect(status(services, id)).toBe('unconfirmed');
  });

  it('is told from others by the time at which the service centre took it', async () => {
    const services = openTestServices();
    const ids: string[] = [];
    const times: Date[] = [];
    for (let time = 0; time < 3; time += 1) {
      ids.push(sendUnanswered(services));
      times.push(services.clock.now());
      await services.clock.advance(hour);
    }
    report(services, 9, delivered, { takenAt: times[1] ?? new Date(0) });
    expect(ids.map((id) => status(services, id))).toEqual([
      'unconfirmed',
      'delivered',
      'unconfirmed',
    ]);
    report(services, 10, delivered, { takenAt: new Date('2026-01-01T00:00:00.000Z') });
    expect(ids.map((id) => status(services, id))).toEqual([
      'delivered',
      'delivered',
      'unconfirmed',
    ]);
  });
});
