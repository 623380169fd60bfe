import { describe, expect, it } from 'vitest';
import { decodePdu } from '../../src/sms/index.js';
import { openTestApi } from '../support/test-api.js';
import { person } from '../support/test-services.js';

const hello = JSON.stringify({ to: person, text: 'Hello' });

describe('a body', () => {
  it.each(['application/x-www-form-urlencoded', 'text/plain', 'application/jsonp', 'x'])(
    'that says it is %s is refused, with words that help',
    async (type) => {
      const api = openTestApi();
      const headers = { 'content-type': type };
      const { status, body } = await api.ask('POST /v1/messages', { body: hello, headers });
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid_request' });
      expect(body.detail).toContain('Content-Type: application/json; it was');
      expect(api.store.messages.list({ limit: 1 }).items).toEqual([]);
    },
  );

  it.each(['application/json', 'Application/JSON; charset=utf-8', 'application/merge-patch+json'])(
    'that says it is %s is taken',
    async (type) => {
      const headers = { 'content-type': type };
      const answer = await openTestApi().ask('POST /v1/messages', { body: hello, headers });
      expect(answer.status).toBe(202);
    },
  );

  it('with the scope of a suppression is never passed over: that would suppress everything', async () => {
    const api = openTestApi();
    const { status } = await api.ask(`PUT /v1/suppressions/${person}`, {
      body: '{"scope": "sale"}',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(status).toBe(400);
    expect((await api.ask(`GET /v1/suppressions/${person}`)).body.suppressed).toBe(false);
  });

  it('that is not UTF-8 is refused, and not sent with characters in its place', async () => {
    const api = openTestApi();
    const body = Buffer.from('{"to": "+447700900123", "text": "Caf\xe9"}', 'latin1');
    const { status, body: problem } = await api.ask('POST /v1/messages', { body });
    expect({ status, code: problem.code }).toEqual({ status: 400, code: 'invalid_request' });
    expect(problem.detail).toContain('UTF-8');
  });

  it('that is empty is none, whatever type it tells', async () => {
    const api = openTestApi();
    const headers = { 'content-type': 'application/json' };
    const put = await api.ask(`PUT /v1/suppressions/${person}`, { headers });
    expect(put).toMatchObject({ status: 200, body: { suppressed: true } });
    const post = await api.ask('POST /v1/messages', { headers });
    expect(post).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });
});

describe('a text', () => {
  it('with half of a character has it replaced: what is shown and found is what goes out', async () => {
    const api = openTestApi();
    const half = { text: 'a\ud83d', campaign: '\udc00b', reference: 'c\ud83d' };
    const { body } = await api.ask('POST /v1/messages', { body: { to: person, ...half } });
    const whole = { text: 'a\ufffd', campaign: '\ufffdb', reference: 'c\ufffd' };
    expect(body).toMatchObject(whole);
    expect((await api.ask('GET /v1/messages?campaign=%EF%BF%BDb')).body.items).toMatchObject([
      whole,
    ]);
    const { hex = '', tpduLength = 0 } = api.sender.next('main') ?? {};
    expect(decodePdu(hex, { tpduLength, direction: 'to-network' })).toMatchObject({
      text: whole.text,
    });
  });

  it('with NUL, directions and characters of two halves comes back as it came', async () => {
    const api = openTestApi();
    const given = { text: 'a\0b\u202e\ufeff😀', campaign: 'c\0d', reference: '\0😀' };
    const { body } = await api.ask('POST /v1/messages', { body: { to: person, ...given } });
    expect(body).toMatchObject(given);
    expect((await api.ask(`GET /v1/messages/${body.id}`)).body).toMatchObject(given);
    const listed = await api.ask('GET /v1/messages?campaign=c%00d');
    expect(listed.body.items).toHaveLength(1);
  });
});

describe('sendAt', () => {
  it.each(['9999-12-31T23:59:59-23:59', '9000-01-01T00:00:00Z', '0000-01-01T00:00:00+12:00'])(
    'at %s is refused: its text would not stand in order with others',
    async (sendAt) => {
      const body = { to: person, text: 'Hello', sendAt, validMinutes: 635_040 };
      const answer = await openTestApi().ask('POST /v1/messages', { body });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    },
  );

  it('may be as late as the last year that is taken, and waits for it', async () => {
    const api = openTestApi();
    const sendAt = '8999-12-31T23:59:59.999Z';
    const body = { to: person, text: 'Hello', sendAt, validMinutes: 635_040 };
    expect((await api.ask('POST /v1/messages', { body })).body).toMatchObject({
      sendAt,
      status: 'queued',
    });
    expect(api.sender.next('main')).toBeUndefined();
  });
});

describe('a method that a path does not take', () => {
  it.each([
    ['PATCH /v1/messages', 'GET, POST'],
    ['POST /v1/suppressions', 'GET'],
    ['PATCH /v1/messages/msg_1', 'DELETE, GET'],
    ['OPTIONS /v1/messages', 'GET, POST'],
    ['POST /healthz', 'GET'],
  ])('%s is 405, with those that it takes', async (request, allow) => {
    const { status, body, headers } = await openTestApi().ask(request);
    expect({ status, code: body.code }).toEqual({ status: 405, code: 'method_not_allowed' });
    expect(headers.get('allow')?.split(', ').sort().join(', ')).toBe(allow);
  });
});

describe('CORS', () => {
  it('is off: a preflight is refused, and no answer lets a page of elsewhere read it', async () => {
    const api = openTestApi();
    const headers = {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    };
    const preflight = await api.ask('OPTIONS /v1/messages', { key: null, headers });
    expect(preflight.status).toBe(401);
    const answers = [
      preflight,
      await api.ask('GET /v1/messages', { headers }),
      await api.ask('GET /healthz', { key: null, headers }),
      await api.ask('GET /openapi.json', { key: null, headers }),
    ];
    for (const answer of answers) {
      expect(
        [...answer.headers.keys()].filter((name) => name.startsWith('access-control')),
      ).toEqual([]);
    }
  });
});
