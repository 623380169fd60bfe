import { describe, expect, it } from 'vitest';
import { openTestApi } from '../support/test-api.js';
import { person } from '../support/test-services.js';

describe('GET /v1/consents/{number}', () => {
  it("gives a person's events, newest first, a page at a time", async () => {
    const api = openTestApi();
    api.arrive(person, 'STOP');
    api.arrive('+447700900124', 'STOP');
    api.arrive(person, 'START');
    const first = await api.ask('GET /v1/consents/07700900123?limit=1');
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      number: person,
      nextCursor: expect.any(String),
      items: [
        {
          id: expect.stringMatching(/^ev_/),
          gateway: 'test',
          sequence: 3,
          kind: 'opt_in',
          scope: '*',
          source: 'reply',
          evidence: expect.objectContaining({ modem: 'main' }),
          createdAt: '2026-11-22T12:00:00.000Z',
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
          previousHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    });
    const rest = await api.ask(`GET /v1/consents/${person}?cursor=${first.body.nextCursor}`);
    expect(rest.body.items).toMatchObject([{ kind: 'opt_out', sequence: 1 }]);
    expect(rest.body.nextCursor).toBeNull();
  });

  it('answers an empty history, a bad number and a key that may not see it', async () => {
    const api = openTestApi();
    expect((await api.ask(`GET /v1/consents/${person}`)).body).toEqual({
      number: person,
      items: [],
      nextCursor: null,
    });
    expect((await api.ask('GET /v1/consents/ann')).body).toMatchObject({ code: 'invalid_number' });
    const { secret } = api.keys.create('reader', ['read', 'send']);
    expect((await api.ask(`GET /v1/consents/${person}`, { key: secret })).status).toBe(403);
  });
});
