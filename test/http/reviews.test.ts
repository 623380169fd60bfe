import { describe, expect, it } from 'vitest';
import { openTestApi } from '../support/test-api.js';
import { doubtful, person } from '../support/test-services.js';

describe('GET /v1/reviews', () => {
  it('lists what waits, newest first, and with decided=true the rest', async () => {
    const api = openTestApi();
    api.arrive(person, doubtful);
    api.arrive('+447700900124', doubtful);
    const { status, body } = await api.ask('GET /v1/reviews?limit=1');
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          id: expect.stringMatching(/^rev_/),
          number: '+447700900124',
          text: doubtful,
          rule: expect.stringMatching(/^doubtful:/),
          language: 'en',
          inbound: expect.stringMatching(/^in_/),
          modem: 'main',
          receivedAt: '2026-11-22T12:00:00.000Z',
          decision: null,
          decidedAt: null,
          decidedBy: null,
        },
      ],
      nextCursor: expect.any(String),
    });
    const next = await api.ask(`GET /v1/reviews?cursor=${body.nextCursor}`);
    expect(next.body).toMatchObject({ items: [{ number: person }], nextCursor: null });

    await api.ask(`POST /v1/reviews/${body.items[0].id}`, { body: { decision: 'ignore' } });
    expect((await api.ask('GET /v1/reviews')).body.items).toHaveLength(1);
    expect((await api.ask('GET /v1/reviews?decided=true')).body.items).toHaveLength(2);
  });

  it('is for administrators', async () => {
    const api = openTestApi();
    const { secret } = api.keys.create('reader', ['read', 'send']);
    expect(await api.ask('GET /v1/reviews', { key: secret })).toMatchObject({ status: 403 });
  });
});

describe('POST /v1/reviews/{id}', () => {
  it.each(['opt_out', 'opt-out'])(
    'suppresses the writer on "%s", by the name of the key',
    async (decision) => {
      const api = openTestApi();
      api.arrive(person, doubtful);
      const [review] = (await api.ask('GET /v1/reviews')).body.items;
      const decided = await api.ask(`POST /v1/reviews/${review.id}`, { body: { decision } });
      expect(decided).toMatchObject({
        status: 200,
        body: {
          id: review.id,
          decision: 'opt_out',
          decidedBy: 'test',
          decidedAt: expect.any(String),
        },
      });
      expect((await api.ask(`GET /v1/suppressions/${person}`)).body).toMatchObject({
        suppressed: true,
        entries: [{ scope: '*', source: 'review' }],
      });
    },
  );

  it('lets the held messages go on "ignore"', async () => {
    const api = openTestApi();
    api.arrive(person, doubtful);
    const sent = await api.ask('POST /v1/messages', { body: { to: person, text: 'Sale!' } });
    expect(sent).toMatchObject({ status: 202, body: { status: 'held' } });
    const [review] = (await api.ask('GET /v1/reviews')).body.items;
    await api.ask(`POST /v1/reviews/${review.id}`, { body: { decision: 'ignore' } });
    expect((await api.ask(`GET /v1/messages/${sent.body.id}`)).body.status).toBe('queued');
  });

  it('refuses what is unknown, or was decided otherwise', async () => {
    const api = openTestApi();
    api.arrive(person, doubtful);
    const [review] = (await api.ask('GET /v1/reviews')).body.items;
    const decide = (id: string, decision: string) =>
      api.ask(`POST /v1/reviews/${id}`, { body: { decision } });
    expect(await decide('rev_none', 'ignore')).toMatchObject({ status: 404 });
    expect(await decide(review.id, 'maybe')).toMatchObject({ status: 400 });
    expect(await decide(review.id, 'ignore')).toMatchObject({ status: 200 });
    expect(await decide(review.id, 'ignore')).toMatchObject({ status: 200 });
    expect(await decide(review.id, 'opt_out')).toMatchObject({
      status: 409,
      body: { code: 'already_decided' },
    });
  });
});
