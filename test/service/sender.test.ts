import { describe, expect, it } from 'vitest';
import { AtError } from '../../src/modem/at-error.js';
import type { Submission } from '../../src/modem/ports.js';
import { openTestServices, person, type TestServices } from '../support/test-services.js';

const longText = 'A long message of several parts. '.repeat(12);

function queue(
  services: TestServices,
  changes: {
    text?: string;
    campaign?: string;
    category?: 'marketing' | 'transactional';
    to?: string;
  } = {},
): string {
  const result = services.outbox.send({ to: person, text: 'Hello', ...changes });
  if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
  return result.message.id;
}

function claim(services: TestServices, modem = 'main'): Submission {
  const submission = services.sender.next(modem);
  if (!submission) throw new Error('nothing to send');
  return submission;
}

function optOut(services: TestServices, scope = '*'): void {
  services.consent.suppress({ number: person, scope, source: 'api', evidence: {} });
}

const status = (services: TestServices, id: string) => services.store.messages.find(id)?.status;
const refused = (code: 'CMS' | 'ERROR' | 'CLOSED', value?: number) =>
  ({
    kind: 'not-sent',
    error: new AtError(code, 'AT+CMGS=20', value, `refused ${value}`),
  }) as const;

describe('the gate', () => {
  it('commits the claim before the modem is given anything', () => {
    const services = openTestServices();
    const id = queue(services);
    claim(services);
    expect(status(services, id)).toBe('sending');
    expect(services.sender.next('main')).toBeUndefined();
  });

  it('cancels instead of claiming what an opt-out forbids, even one that no service wrote', () => {
    const services = openTestServices();
    const id = queue(services);
    const { store } = services;
    store.consent.suppress(
      store.consent.append(
        { kind: 'opt_out', number: person, scope: '*', source: 'import', evidence: {} },
        services.clock.now().toISOString(),
      ),
    );
    expect(services.sender.next('main')).toBeUndefined();
    expect(store.messages.find(id)).toMatchObject({
      status: 'canceled',
      error: { code: 'recipient_suppressed' },
    });
  });

  it('closes between claim and prompt when an opt-out comes then', () => {
    const services = openTestServices();
    const id = queue(services);
    const submission = claim(services);
    expect(services.sender.mayProceed('main', submission)).toBe(true);
    optOut(services);
    expect(services.sender.mayProceed('main', submission)).toBe(false);
    services.sender.settle('main', submission, { kind: 'withdrawn' });
    expect(services.store.messages.find(id)).toMatchObject({
      status: 'canceled',
      error: { code: 'recipient_suppressed' },
    });
  });

  it('stops a long message in its middle', () => {
    const services = openTestServices();
    const id = queue(services, { text: longText });
    services.sender.settle('main', claim(services), { kind: 'sent', reference: 1 });
    optOut(services);
    expect(services.sender.next('main')).toBeUndefined();
    expect(status(services, id)).toBe('canceled');
  });

  it('lets other people, other campaigns and transactional messages of a campaign through', () => {
    const services = openTestServices();
    const kept = [
      queue(services, { to: '+447700900124', campaign: 'sale' }),
      queue(services, { campaign: 'news' }),
      queue(services, { campaign: 'sale', category: 'transactional' }),
    ];
    const canceled = queue(services, { campaign: 'sale' });
    optOut(services, 'sale');
    expect(status(services, canceled)).toBe('canceled');
    for (const id of kept) {
      expect(claim(services).id).toBe(`${id}/1`);
    }
  });

  it('holds transactional messages back after a STOP to all, unless the operator may pass them', () => {
    for (const [toml, expected] of [
      ['', 'suppressed'],
      ['[optout]\ntransactional_passes = true', 'accepted'],
    ] as const) {
      const services = openTestServices(toml);
      optOut(services);
      const result = services.outbox.send({
        to: person,
        text: 'Code 4711',
        category: 'transactional',
      });
      expect(result.kind).toBe(expected);
    }
  });

  it('lets what is past its validity expire', async () => {
    const services = openTestServices();
    const result = services.outbox.send({ to: person, text: 'Now or never', validMinutes: 5 });
    if (result.kind !== 'accepted') throw new Error('not accepted');
    await services.clock.advance(5 * 60_000);
    expect(services.sender.next('main')).toBeUndefined();
    expect(status(services, result.message.id)).toBe('expired');
  });
});

describe('settling', () => {
  it('never sends again what may have gone', () => {
    const services = openTestServices();
    const id = queue(services);
    services.sender.settle('main', claim(services), {
      kind: 'unknown',
      error: new Error('silence'),
    });
    expect(services.store.messages.find(id)).toMatchObject({
      status: 'unconfirmed',
      error: { code: 'no_answer' },
    });
    expect(services.sender.next('main')).toBeUndefined();
  });

  it('sends it again, three times in all, when the operator prefers that', () => {
    const services = openTestServices('[send]\nretry_unconfirmed = true');
    const id = queue(services);
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      services.sender.settle('main', claim(services), {
        kind: 'unknown',
        error: new Error('silence'),
      });
    }
    expect(services.sender.next('main')).toBeUndefined();
    expect(status(services, id)).toBe('unconfirmed');
  });

  it('takes a late answer', () => {
    const services = openTestServices();
    const id = queue(services);
    const submission = claim(services);
    services.sender.settle('main', submission, { kind: 'unknown', error: new Error('silence') });
    services.sender.settleLate('main', submission, 7);
    expect(services.store.messages.find(id)).toMatchObject({ status: 'sent', error: null });
  });

  it.each([
    ['a permanent cause', refused('CMS', 1), 'failed'],
    ['a passing cause', refused('CMS', 38), 'queued'],
    ['a SIM fault', refused('CMS', 310), 'queued'],
    ['a port that went before Ctrl-Z', refused('CLOSED'), 'queued'],
    ['an error instead of the prompt', refused('CMS', 500), 'queued'],
  ])('after %s: %s', (_cause, outcome, expected) => {
    const services = openTestServices();
    const id = queue(services);
    services.sender.settle('main', claim(services), outcome);
    expect(status(services, id)).toBe(expected);
    expect(services.sender.next('main')).toBeUndefined();
  });

  it('tries a passing cause again with growing pauses, then gives up', async () => {
    const services = openTestServices();
    const id = queue(services);
    let tries = 0;
    for (let minute = 0; minute < 120; minute += 1) {
      const submission = services.sender.next('main');
      if (submission) {
        tries += 1;
        services.sender.settle('main', submission, refused('CMS', 42));
      }
      await services.clock.advance(60_000);
    }
    expect(tries).toBe(6);
    expect(status(services, id)).toBe('failed');
  });

  it('does not count tries that the modem cut short, and lets another modem take the message', async () => {
    const services = openTestServices();
    const id = queue(services);
    for (let time = 0; time < 10; time += 1) {
      services.sender.settle('main', claim(services), refused('CLOSED'));
      await services.clock.advance(5_000);
    }
    services.sender.settle('main', claim(services), refused('CMS', 42));
    expect(services.store.messages.find(id)).toMatchObject({ status: 'queued', modem: null });
    await services.clock.advance(10_000);
    services.sender.settle('second', claim(services, 'second'), { kind: 'sent', reference: 1 });
    expect(services.store.messages.find(id)).toMatchObject({ status: 'sent', modem: 'second' });
  });

  it('ends the rest of a long message when one part is refused for good', () => {
    const services = openTestServices();
    const id = queue(services, { text: longText });
    services.sender.settle('main', claim(services), refused('CMS', 1));
    expect(status(services, id)).toBe('failed');
    expect(services.sender.next('main')).toBeUndefined();
  });

  it('finds what a process that died had claimed, and does not send it again', () => {
    const first = openTestServices();
    const id = queue(first);
    claim(first);
    const second = openTestServices('', first.dataDir);
    expect(second.sender.recover()).toBe(1);
    expect(status(second, id)).toBe('unconfirmed');
    expect(second.sender.next('main')).toBeUndefined();
  });
});
