import { describe, expect, it } from 'vitest';
import { AtError } from '../../src/modem/at-error.js';
import type { SendRequest } from '../../src/service/outbox.js';
import { doubtful, openTestServices, person, type TestServices } from '../support/test-services.js';

function send(services: TestServices, request: Partial<SendRequest> = {}): string {
  const result = services.outbox.send({ to: person, text: 'Sale!', ...request });
  if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
  return result.message.id;
}

const status = (services: TestServices, id: string) => services.store.messages.find(id)?.status;
const waiting = (services: TestServices) => services.store.reviews.list({ limit: 10 }).items;
const only = (services: TestServices): string => {
  const [review] = waiting(services);
  if (review === undefined) throw new Error('no review waits');
  return review.id;
};
const answers = (services: TestServices) =>
  services.store.messages
    .list({ limit: 100 })
    .items.filter(({ category }) => category === 'transactional');
const lastEvent = (services: TestServices, kind: 'opt_out' | 'ignored') =>
  services.store.consent.lastEvent(person, kind);

describe('a doubtful reply', () => {
  it('waits for a person with the rule that matched, and is neither acted on nor answered', () => {
    const services = openTestServices();
    services.arrive(person, doubtful, 'second');
    expect(waiting(services)).toEqual([
      expect.objectContaining({
        id: expect.stringMatching(/^rev_[0-9a-f]{32}$/),
        number: person,
        text: doubtful,
        rule: expect.stringMatching(/^doubtful:/),
        language: 'en',
        modem: 'second',
        decision: null,
      }),
    ]);
    expect(services.store.inbound.list({ limit: 1 }).items[0]).toMatchObject({ action: null });
    expect(services.store.consent.suppressionsOf(person)).toEqual([]);
    expect(answers(services)).toEqual([]);
  });

  it('holds marketing to its writer, queued before or after, and nothing else', () => {
    const services = openTestServices();
    const before = send(services);
    const transactional = send(services, { category: 'transactional' });
    const other = send(services, { to: '+447700900124' });
    services.arrive(person, doubtful);
    const after = send(services);
    expect([before, after, transactional, other].map((id) => status(services, id))).toEqual([
      'held',
      'held',
      'queued',
      'queued',
    ]);
    const gone = [services.sender.next('main'), services.sender.next('main')];
    expect(gone).not.toContain(undefined);
    expect(services.sender.next('main')).toBeUndefined();
  });

  it('lets a message go on whose first part has gone', () => {
    const services = openTestServices();
    const long = send(services, { text: 'a'.repeat(200) });
    const first = services.sender.next('main');
    if (!first) throw new Error('nothing to send');
    services.arrive(person, doubtful);
    services.sender.settle('main', first, { kind: 'sent', reference: 1 });
    expect(services.sender.next('main')).toBeDefined();
    expect(status(services, long)).toBe('sending');
  });

  it('takes back what is at the prompt', () => {
    const services = openTestServices();
    const id = send(services);
    const first = services.sender.next('main');
    if (!first) throw new Error('nothing to send');
    expect(services.sender.mayProceed('main', first)).toBe(true);
    services.arrive(person, doubtful);
    expect(services.sender.mayProceed('main', first)).toBe(false);
    services.sender.settle('main', first, { kind: 'withdrawn' });
    expect(services.sender.next('main')).toBeUndefined();
    expect(status(services, id)).toBe('held');
  });

  it('does not let one be tried again that the network did not take', async () => {
    const services = openTestServices();
    const id = send(services);
    const first = services.sender.next('main');
    if (!first) throw new Error('nothing to send');
    services.arrive(person, doubtful);
    const congestion = new AtError('CMS', 'AT+CMGS=20', 42, 'congestion');
    services.sender.settle('main', first, { kind: 'not-sent', error: congestion });
    expect(status(services, id)).toBe('queued');
    await services.clock.advance(24 * 3_600_000);
    expect(services.sender.next('main')).toBeUndefined();
    expect(status(services, id)).toBe('held');
  });

  it('is one case however often the same words come', () => {
    const services = openTestServices();
    services.arrive(person, doubtful);
    services.arrive(person, doubtful.toUpperCase());
    expect(waiting(services)).toHaveLength(1);
  });

  it('is none when its writer gets nothing anyway', () => {
    const services = openTestServices();
    services.arrive(person, 'STOP');
    services.arrive(person, doubtful);
    expect(waiting(services)).toEqual([]);
  });

  it('is settled by a STOP of its writer, which cancels what was held', () => {
    const services = openTestServices();
    const held = send(services);
    services.arrive(person, doubtful);
    const id = only(services);
    services.arrive(person, 'STOP');
    expect(status(services, held)).toBe('canceled');
    expect(services.store.reviews.find(id)).toMatchObject({
      decision: 'opt_out',
      decidedBy: 'reply',
    });
  });

  it('is settled by a START of its writer, which lets go what was held', () => {
    const services = openTestServices();
    const held = send(services);
    services.arrive(person, doubtful);
    services.arrive(person, 'START');
    expect(waiting(services)).toEqual([]);
    expect(status(services, held)).toBe('queued');
  });

  it('goes on waiting when an operator ends one campaign', () => {
    const services = openTestServices();
    services.arrive(person, doubtful);
    services.consent.suppress({ number: person, scope: 'news', source: 'api', evidence: {} });
    expect(waiting(services)).toHaveLength(1);
    services.consent.suppress({ number: person, scope: '*', source: 'api', evidence: {} });
    expect(waiting(services)).toEqual([]);
  });

  it('expires what it holds like anything that waits', async () => {
    const services = openTestServices();
    services.arrive(person, doubtful);
    const held = send(services, { validMinutes: 5 });
    await services.clock.advance(6 * 60_000);
    services.sender.expire();
    expect(status(services, held)).toBe('expired');
  });
});

describe('an operator', () => {
  it('who decides that it was an opt-out suppresses the number, with his name in the ledger', () => {
    const services = openTestServices('[optout]\nbrand = "Corner Shop"\nfooter = false');
    const held = send(services);
    services.arrive(person, doubtful, 'second');
    const id = only(services);
    expect(services.reviews.decide(id, 'opt_out', 'ada')).toMatchObject({
      kind: 'decided',
      review: { decision: 'opt_out', decidedBy: 'ada' },
    });
    expect(status(services, held)).toBe('canceled');
    expect(lastEvent(services, 'opt_out')).toMatchObject({
      scope: '*',
      source: 'review',
      evidence: { review: id, decidedBy: 'ada', text: doubtful, modem: 'second' },
    });
    expect(answers(services)).toMatchObject([
      { modem: 'second', text: expect.stringContaining('Corner Shop') },
    ]);
  });

  it('who decides later than five minutes after the reply sends no confirmation', async () => {
    const services = openTestServices();
    services.arrive(person, doubtful);
    await services.clock.advance(5 * 60_000);
    services.reviews.decide(only(services), 'opt_out', 'ada');
    expect(services.store.consent.suppressionsOf(person)).toHaveLength(1);
    expect(answers(services)).toEqual([]);
  });

  it('who decides that it was none lets go what was held, with his name in the ledger', () => {
    const services = openTestServices();
    const held = send(services);
    services.arrive(person, doubtful);
    const wakes = services.wakes();
    services.reviews.decide(only(services), 'ignore', 'ada');
    expect(status(services, held)).toBe('queued');
    expect(services.wakes()).toBeGreaterThan(wakes);
    expect(services.store.consent.suppressionsOf(person)).toEqual([]);
    expect(lastEvent(services, 'ignored')).toMatchObject({
      source: 'review',
      evidence: { decidedBy: 'ada', text: doubtful },
    });
  });

  it('who ignores one of two leaves the messages held', () => {
    const services = openTestServices();
    const held = send(services);
    services.arrive(person, doubtful);
    services.arrive(person, `${doubtful} on Monday`);
    expect(waiting(services)).toHaveLength(2);
    services.reviews.decide(only(services), 'ignore', 'ada');
    expect(status(services, held)).toBe('held');
    services.reviews.decide(only(services), 'ignore', 'ada');
    expect(status(services, held)).toBe('queued');
  });

  it('may say the same twice, but not otherwise', () => {
    const services = openTestServices();
    services.arrive(person, doubtful);
    const id = only(services);
    services.reviews.decide(id, 'ignore', 'ada');
    expect(services.reviews.decide(id, 'ignore', 'ada').kind).toBe('decided');
    expect(services.reviews.decide(id, 'opt_out', 'bob')).toMatchObject({
      kind: 'already-decided',
      review: { decision: 'ignore', decidedBy: 'ada' },
    });
    expect(services.reviews.decide('rev_none', 'ignore', 'ada').kind).toBe('not-found');
  });

  it('ends the campaign that the reply was about, where STOP does', () => {
    const services = openTestServices('[optout]\nscope = "campaign"\nfooter = false');
    send(services, { campaign: 'news' });
    const part = services.sender.next('main');
    if (part) services.sender.settle('main', part, { kind: 'sent', reference: 1 });
    services.arrive(person, doubtful);
    const other = send(services, { campaign: 'offers' });
    services.reviews.decide(only(services), 'opt_out', 'ada');
    expect(services.store.consent.suppressionsOf(person)).toMatchObject([{ scope: 'news' }]);
    expect(status(services, other)).toBe('queued');
  });
});
