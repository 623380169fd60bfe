import { describe, expect, it } from 'vitest';
import { openTestApi, type TestApi } from '../support/test-api.js';
import { person } from '../support/test-services.js';

const post = (api: TestApi, messages: unknown, headers = {}) =>
  api.ask('POST /v1/messages/batch', { body: { messages }, headers });
const stored = (api: TestApi) => api.store.messages.list({ limit: 1_000 }).items;

describe('POST /v1/messages/batch', () => {
  it('answers in order, each a message or the problem why it was not taken', async () => {
    const api = openTestApi();
    api.arrive('+447700900124', 'STOP');
    const { status, body } = await post(api, [
      { to: person, text: 'One', reference: 'a' },
      { to: '+447700900124', text: 'Two' },
      { to: 'nobody', text: 'Three' },
      { to: person, text: '', colour: 'red' },
      'not even an object',
      { to: person, text: 'Six', category: 'transactional' },
    ]);
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { id: expect.stringMatching(/^msg_/), status: 'queued', text: 'One', reference: 'a' },
      { code: 'recipient_suppressed', status: 403, number: '+447700900124', scope: '*' },
      { code: 'invalid_number', status: 422 },
      { code: 'invalid_request', status: 400, detail: expect.stringMatching(/text: .*colour/) },
      { code: 'invalid_request', status: 400 },
      { id: expect.any(String), text: 'Six', category: 'transactional' },
    ]);
    const texts = stored(api).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['One', 'Six']));
  });

  it('takes a thousand, and refuses none or more as a whole', async () => {
    const api = openTestApi();
    const many = (count: number) =>
      Array.from({ length: count }, () => ({ to: person, text: 'Hi' }));
    expect(await post(api, many(1_001))).toMatchObject({ status: 400 });
    expect(await post(api, [])).toMatchObject({ status: 400 });
    expect(stored(api)).toEqual([]);
    const { body } = await post(api, many(1_000));
    expect(body.results).toHaveLength(1_000);
    expect(stored(api)).toHaveLength(1_000);
    expect(new Set(body.results.map(({ id }: { id: string }) => id)).size).toBe(1_000);
  });

  it('takes a body larger than one message may have, up to its own limit', async () => {
    const api = openTestApi();
    const long = { to: person, text: 'a'.repeat(5_000) };
    expect((await post(api, Array(100).fill(long))).status).toBe(200);
    expect(
      await post(api, Array(1_000).fill({ to: person, text: 'é'.repeat(5_000) })),
    ).toMatchObject({
      status: 413,
      body: { code: 'too_large' },
    });
  });

  it('gives the first answer again for the same key, and never sends a second time', async () => {
    const api = openTestApi();
    const headers = { 'idempotency-key': 'order-1' };
    const first = await post(
      api,
      [
        { to: person, text: 'One' },
        { to: 'x', text: 'y' },
      ],
      headers,
    );
    const again = await post(
      api,
      [
        { to: person, text: 'One' },
        { to: 'x', text: 'y' },
      ],
      headers,
    );
    expect(again.body).toEqual(first.body);
    expect(stored(api)).toHaveLength(1);
    expect(await post(api, [{ to: person, text: 'Two' }], headers)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_conflict' },
    });
  });

  it('needs the scope send', async () => {
    const api = openTestApi();
    const { secret } = api.keys.create('reader', ['read']);
    const body = { messages: [{ to: person, text: 'One' }] };
    expect(await api.ask('POST /v1/messages/batch', { body, key: secret })).toMatchObject({
      status: 403,
    });
  });
});

describe('http.per_minute', () => {
  it('limits each key by itself, and says when to try again', async () => {
    const api = openTestApi('[http]\nper_minute = 2');
    const { secret: other } = api.keys.create('other', ['read']);
    expect((await api.ask('GET /v1/modems')).status).toBe(200);
    expect((await api.ask('GET /v1/modems')).status).toBe(200);
    await api.clock.advance(20_000);
    const refused = await api.ask('GET /v1/modems');
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(refused.headers.get('retry-after')).toBe('40');
    expect((await api.ask('GET /v1/modems', { key: other })).status).toBe(200);
    expect((await api.ask('GET /healthz', { key: null })).status).toBe(200);
    await api.clock.advance(40_000);
    expect((await api.ask('GET /v1/modems')).status).toBe(200);
  });

  it('is no limit at 0', async () => {
    const api = openTestApi('[http]\nper_minute = 0');
    for (let request = 0; request < 50; request += 1) {
      expect((await api.ask('GET /v1/modems')).status).toBe(200);
    }
  });
});
