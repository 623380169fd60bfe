import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.js';
import { WebhookWorker } from '../../src/service/webhook-worker.js';
import { FakeClock } from '../support/fake-clock.js';
import { openTestApi } from '../support/test-api.js';
import { doubtful, person } from '../support/test-services.js';
import { openTestWebhooks, secret, webhookToml } from '../support/test-webhooks.js';
import { answerWith, neverAnswer, openReceiver } from '../support/webhook-receiver.js';

const neighbour = '+447700900124';
const longText = 'A long message of several parts. '.repeat(12);

describe('an application is told', () => {
  it('of each message that came in, as the API shows it, and of what it did', async () => {
    const receiver = await openReceiver();
    const world = openTestWebhooks(receiver.url);
    world.arrive(person, 'Hello there');
    world.arrive('Vodafone', 'Your bill');
    world.arrive(person, doubtful);
    await world.settled();
    const received = world.store.inbound.list({ limit: 10 }).items;
    expect(receiver.told.map(({ type }) => type)).toEqual(Array(3).fill('message.received'));
    expect(new Set(receiver.told.map(({ data }) => data))).toEqual(new Set(received));
  });

  it('of each status of a message once, however many parts it has', async () => {
    const receiver = await openReceiver();
    const world = openTestWebhooks(receiver.url);
    const id = world.send(person, longText);
    await world.settled();
    expect(receiver.log).toEqual(['message.status sending', 'message.status sent']);
    expect(receiver.told[1]?.data).toEqual(world.store.messages.find(id));
    expect(receiver.told[1]?.data.parts).toBe(3);
  });

  it('of a STOP: the reply, what it canceled, and the consent as it is then', async () => {
    const receiver = await openReceiver();
    const world = openTestWebhooks(receiver.url);
    world.queue();
    world.arrive(person, 'STOP');
    await world.settled();
    expect(receiver.log).toEqual([
      'message.received STOP',
      'consent.changed opt_out',
      'message.status canceled',
    ]);
    const event = world.store.consent.lastEvent(person, 'opt_out');
    const since = event?.createdAt;
    expect(JSON.parse(receiver.told[1]?.body ?? '')).toEqual({
      type: 'consent.changed',
      timestamp: since,
      data: {
        number: person,
        suppressed: true,
        entries: [{ scope: '*', since, source: 'reply' }],
        kind: 'opt_out',
        scope: '*',
        source: 'reply',
        eventId: event?.id,
      },
    });
    world.arrive(person, 'START');
    await world.settled();
    expect(receiver.told.at(-1)?.data).toMatchObject({
      ...{ kind: 'opt_in', suppressed: false, entries: [] },
    });
  });

  it('of an opt-in to one campaign that others are still stopped', async () => {
    const receiver = await openReceiver();
    const world = openTestWebhooks(receiver.url);
    const act = { number: person, source: 'cli', evidence: {} } as const;
    world.consent.suppress({ ...act, scope: 'sale' });
    world.consent.suppress({ ...act, scope: 'news' });
    world.consent.resubscribe({ ...act, scope: 'sale' });
    await world.settled();
    expect(receiver.told.at(-1)?.data).toMatchObject({
      ...{ kind: 'opt_in', scope: 'sale', suppressed: true, entries: [{ scope: 'news' }] },
    });
  });

  it('the very objects of the API', async () => {
    const receiver = await openReceiver();
    const api = openTestApi(webhookToml(receiver.url));
    const worker = new WebhookWorker({
      store: api.store,
      clock: api.clock,
      log: silentLog,
      measurements: api.measurements,
      endpoint: { url: receiver.url, secret, allowPrivate: true },
    });
    const { body } = await api.ask('POST /v1/messages', { body: { to: person, text: 'Hi' } });
    await api.ask(`DELETE /v1/messages/${body.id}`);
    await api.ask(`PUT /v1/suppressions/${neighbour}`);
    await expect
      .poll(() => {
        worker.look();
        return receiver.told.length;
      })
      .toBe(2);
    await worker.close();
    const told = (type: string) => receiver.told.find((one) => one.type === type)?.data;
    expect(told('message.status')).toEqual((await api.ask(`GET /v1/messages/${body.id}`)).body);
    const state = (await api.ask(`GET /v1/suppressions/${neighbour}`)).body;
    expect(told('consent.changed')).toEqual({
      ...state,
      ...{ kind: 'opt_out', scope: '*', source: 'api', eventId: told('consent.changed').eventId },
    });
  });

  it('only what it asked for', async () => {
    const receiver = await openReceiver();
    const world = openTestWebhooks(receiver.url, { events: ['consent.changed'] });
    world.queue();
    world.arrive(person, 'STOP');
    await world.settled();
    expect(receiver.log).toEqual(['consent.changed opt_out']);
  });
});

describe('a signature', () => {
  it('is what the library of Standard Webhooks verifies, and only with the secret', async () => {
    const receiver = await openReceiver();
    const world = openTestWebhooks(receiver.url, { clock: new FakeClock(new Date()) });
    world.arrive(person, 'Grüße 🙂');
    await world.settled();
    const [told] = receiver.told;
    const { body = '', headers = {} } = told ?? {};
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'message.received' });
    expect(() => new Webhook(secret).verify(body.replace('message', 'massage'), headers)).toThrow();
    const other = `whsec_${Buffer.from('another secret').toString('base64')}`;
    expect(() => new Webhook(other).verify(body, headers)).toThrow();
    expect(headers['content-type']).toBe('application/json');
    expect(headers['user-agent']).toMatch(/^stopgate\//);
    expect(headers['webhook-id']).toBe(world.deliveries()[0]?.id);
  });

  it.each([
    [secret, Buffer.from('0123456789abcdef01234567')],
    [
      'correct horse battery staple'.replaceAll(' ', '-'),
      Buffer.from('correct-horse-battery-staple'),
    ],
    ['whsec_this-is-no-base64', Buffer.from('whsec_this-is-no-base64')],
  ])('of the secret %s is made with its own octets', async (given, key) => {
    const receiver = await openReceiver();
    const world = openTestWebhooks(receiver.url, { secret: given });
    world.arrive(person, 'Hello');
    await world.settled();
    const { body = '', headers = {} } = receiver.told[0] ?? {};
    const timestamp = Math.floor(world.clock.now().getTime() / 1000);
    const signed = `${headers['webhook-id']}.${timestamp}.${body}`;
    expect(headers['webhook-timestamp']).toBe(String(timestamp));
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );
  });

  it('is of the time of each try; the id and the body stay the same', async () => {
    const receiver = await openReceiver();
    receiver.answer = answerWith(500);
    const world = openTestWebhooks(receiver.url);
    world.arrive(person, 'Hello');
    await world.settled();
    await world.clock.advance(600_000);
    await world.settled();
    const [first, second] = receiver.told;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    const seconds = (one = first) => Number(one?.headers['webhook-timestamp']);
    expect(seconds(second) - seconds(first)).toBe(600);
  });
});

describe('the order', () => {
  it('of events about a number holds when one fails; others are told meanwhile', async () => {
    const receiver = await openReceiver();
    const world = openTestWebhooks(receiver.url);
    receiver.answer = (told, response) =>
      answerWith(told.data.to === person ? 500 : 204)(told, response);
    world.send(person);
    world.send(neighbour);
    await world.settled();
    const about = (number: string) =>
      receiver.told.filter(({ data }) => data.to === number).map(({ data }) => data.status);
    expect(about(person)).toEqual(['sending']);
    expect(about(neighbour)).toEqual(['sending', 'sent']);
    expect(world.deliveries().map(({ lastError }) => lastError)).toEqual([
      'it answered 500',
      null,
      null,
      null,
    ]);
    receiver.answer = answerWith(200);
    await world.clock.advance(5_000);
    await world.settled();
    expect(about(person)).toEqual(['sending', 'sending', 'sent']);
  });

  it('holds with a slow receiver as well: one request at a time about a number', async () => {
    const receiver = await openReceiver();
    const world = openTestWebhooks(receiver.url);
    receiver.answer = neverAnswer;
    world.send(person);
    world.send(neighbour);
    await world.until('both numbers are told', () => receiver.told.length === 2);
    for (let look = 0; look < 10; look += 1) world.webhooks.look();
    await world.clock.advance(100);
    expect(receiver.told.map(({ data }) => data.to).sort()).toEqual([person, neighbour]);
  });

  it('lets eight requests run at a time, and the others wait', async () => {
    const receiver = await openReceiver();
    const world = openTestWebhooks(receiver.url);
    receiver.answer = neverAnswer;
    for (let index = 10; index < 30; index += 1) world.arrive(`+4477009001${index}`, 'Hi');
    await world.until('some run', () => receiver.told.length >= 8);
    await world.clock.advance(1_000);
    world.webhooks.look();
    await world.clock.advance(1_000);
    expect(receiver.told).toHaveLength(8);
    receiver.answer = answerWith(204);
    // Eight that hang, and the rest.
    await world.clock.advance(10_000);
    await world.until('the rest is told', () => receiver.told.length === 20);
  });
});

describe('what is stored', () => {
  it('and not sent yet when the process dies is told by the next one', async () => {
    const receiver = await openReceiver();
    const before = openTestWebhooks(receiver.url);
    before.arrive(person, 'STOP');
    before.store.close();
    expect(receiver.told).toEqual([]);
    const after = openTestWebhooks(receiver.url, { dataDir: before.dataDir });
    await after.settled();
    expect(receiver.log).toEqual(['message.received STOP', 'consent.changed opt_out']);
  });

  it('and was under way is told again, under the same id', async () => {
    const receiver = await openReceiver();
    receiver.answer = neverAnswer;
    const before = openTestWebhooks(receiver.url);
    before.arrive(person, 'Hello');
    await before.until('it is under way', () => receiver.told.length === 1);
    const startedMs = performance.now();
    await before.webhooks.close();
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    before.store.close();
    receiver.answer = answerWith(204);
    const after = openTestWebhooks(receiver.url, { dataDir: before.dataDir });
    expect(after.deliveries()).toMatchObject([{ status: 'waiting', attempts: 0 }]);
    await after.settled();
    expect(new Set(receiver.told.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(receiver.told).toHaveLength(2);
    expect(after.deliveries()).toMatchObject([{ status: 'done', attempts: 1 }]);
  });

  it('and was taken is not told again', async () => {
    const receiver = await openReceiver();
    const before = openTestWebhooks(receiver.url);
    before.arrive(person, 'Hello');
    await before.settled();
    await before.webhooks.close();
    before.store.close();
    const after = openTestWebhooks(receiver.url, { dataDir: before.dataDir });
    after.arrive(person, 'Bye');
    await after.settled();
    expect(receiver.log).toEqual(['message.received Hello', 'message.received Bye']);
  });

  it('is dead where its webhook is gone from the configuration', async () => {
    const receiver = await openReceiver();
    const before = openTestWebhooks(receiver.url);
    before.arrive(person, 'Hello');
    before.store.close();
    const after = openTestWebhooks('https://other.example.org', { dataDir: before.dataDir });
    after.webhooks.giveUpRemoved();
    expect(after.deliveries()).toMatchObject([
      { status: 'dead', lastError: 'its webhook is not configured any more', url: receiver.url },
    ]);
  });
});
