import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openTestApi, type TestApi } from '../support/test-api.js';
import { person } from '../support/test-services.js';

const hello = { to: person, text: 'Hello' };

describe('POST /v1/messages', () => {
  it('queues the message and answers 202 with all of its fields', async () => {
    const api = openTestApi();
    const { status, body } = await api.ask('POST /v1/messages', {
      body: { ...hello, to: '07700 900123', reference: 'order 7', campaign: 'news' },
    });
    expect(status).toBe(202);
    expect(body).toEqual({
      id: expect.stringMatching(/^msg_[0-9a-f]{32}$/),
      to: person,
      text: 'Hello',
      status: 'queued',
      campaign: 'news',
      category: 'marketing',
      encoding: 'gsm7',
      parts: 1,
      modem: null,
      reference: 'order 7',
      error: null,
      createdAt: '2026-11-22T12:00:00.000Z',
      sendAt: null,
      sentAt: null,
      deliveredAt: null,
    });
    expect(api.wakes()).toBe(1);
  });

  it('refuses a suppressed recipient with 403, and says since when', async () => {
    const api = openTestApi();
    api.arrive(person, 'STOP');
    const { status, body, headers } = await api.ask('POST /v1/messages', { body: hello });
    expect(status).toBe(403);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({
      type: 'urn:stopgate:problem:recipient_suppressed',
      code: 'recipient_suppressed',
      status: 403,
      number: person,
      scope: '*',
      since: '2026-11-22T12:00:00.000Z',
    });
  });

  it.each(['123', 'hello', '', '+0', '+44 7700 900123 ext. 4'])(
    'answers 422 invalid_number to "%s"',
    async (to) => {
      const { status, body } = await openTestApi().ask('POST /v1/messages', {
        body: { to, text: 'x' },
      });
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid_number' });
    },
  );

  it.each([
    ['no JSON', '{"to":'],
    ['no object', '[]'],
    ['null', 'null'],
    ['no text', { to: person }],
    ['an empty text', { to: person, text: '' }],
    ['a number as a number', { to: 447700900123, text: 'x' }],
    ['an unknown field', { ...hello, txt: 'x' }],
    ['an impossible category', { ...hello, category: 'spam' }],
    ['all campaigns', { ...hello, campaign: '*' }],
    ['a priority of ours', { ...hello, priority: 10 }],
    ['a time that is none', { ...hello, sendAt: 'tomorrow' }],
    ['an unknown modem', { ...hello, modem: 'third' }],
    ['a text of 60 parts', { ...hello, text: 'x'.repeat(9_000) }],
  ])('answers 400 invalid_request to %s, and queues nothing', async (_what, body) => {
    const api = openTestApi();
    const answer = await api.ask('POST /v1/messages', { body });
    expect({ status: answer.status, code: answer.body.code }).toEqual({
      status: 400,
      code: 'invalid_request',
    });
    expect(answer.body.detail).toMatch(/./);
    expect(api.store.messages.list({ limit: 1 }).items).toEqual([]);
  });

  it('refuses a body that is too large before reading it all', async () => {
    const { status, body } = await openTestApi().ask('POST /v1/messages', {
      body: { ...hello, text: 'x'.repeat(1_000_000) },
    });
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'too_large' });
  });

  it('warns where a character costs a part, and says what would spare it', async () => {
    const api = openTestApi();
    const text = `${'a'.repeat(69)}“\u200b`;
    const { body } = await api.ask('POST /v1/messages', { body: { to: person, text } });
    expect(body).toMatchObject({ encoding: 'ucs2', parts: 2, text });
    expect(body.warnings).toEqual([
      'not in the GSM alphabet: “ U+200B; 2 parts instead of 1; with [send] transliterate = true, 1',
    ]);
    const short = await api.ask('POST /v1/messages', { body: { to: person, text: 'Zażółć' } });
    expect(short.body.encoding).toBe('ucs2');
    expect(short.body.warnings).toBeUndefined();
  });

  it('answers with the text that goes out, and says what was changed in it', async () => {
    const api = openTestApi('[send]\ntransliterate = true');
    const text = `“It’s ready…” ${'a'.repeat(60)}`;
    const { body } = await api.ask('POST /v1/messages', { body: { to: person, text } });
    expect(body).toMatchObject({
      text: `"It's ready..." ${'a'.repeat(60)}`,
      encoding: 'gsm7',
      parts: 1,
      warnings: ['sent in plain characters: “ ” as ", ’ as \', … as ...; 1 part instead of 2'],
    });
    expect((await api.ask(`GET /v1/messages/${body.id}`)).body.text).toBe(body.text);
  });

  it('sends nothing before sendAt', async () => {
    const api = openTestApi();
    const { body } = await api.ask('POST /v1/messages', {
      body: { ...hello, sendAt: '2026-11-22T15:00:00+02:00' },
    });
    expect(body.sendAt).toBe('2026-11-22T13:00:00.000Z');
    expect(api.sender.next('main')).toBeUndefined();
    await api.clock.advance(3_600_000);
    expect(api.sender.next('main')?.id).toBe(`${body.id}/1`);
  });
});

describe('POST /v1/segments', () => {
  const ask = async (toml: string, text: string) =>
    (await openTestApi(toml).ask('POST /v1/segments', { body: { text } })).body;

  it('shows the parts that a text would be sent in, and queues nothing', async () => {
    const api = openTestApi();
    const text = `${'a'.repeat(150)} – yes`;
    const { status, body } = await api.ask('POST /v1/segments', { body: { text } });
    expect(status).toBe(200);
    expect(body).toEqual({
      encoding: 'ucs2',
      parts: [text.slice(0, 67), text.slice(67, 134), text.slice(134)],
      charactersLeft: 67 - 22,
      ucs2Characters: ['–'],
      warnings: [
        'not in the GSM alphabet: –; 3 parts instead of 1; with [send] transliterate = true, 1',
      ],
    });
    expect(api.store.messages.list({ limit: 1 }).items).toEqual([]);
  });

  it('takes a text of any length, also none', async () => {
    expect(await ask('', '')).toMatchObject({ parts: [''], charactersLeft: 160 });
    expect((await ask('', 'a'.repeat(16_000))).parts).toHaveLength(105);
    expect(await ask('', 'a'.repeat(16_001))).toMatchObject({ code: 'invalid_request' });
  });

  it('goes by the settings of [send]', async () => {
    expect(await ask('[send]\ntransliterate = true', '–')).toMatchObject({
      encoding: 'gsm7',
      parts: ['-'],
      ucs2Characters: [],
    });
    expect(await ask('[send]\nreference_bits = 16', 'a'.repeat(161))).toMatchObject({
      parts: ['a'.repeat(152), 'a'.repeat(9)],
    });
    expect(await ask('[send]\nnational_tables = true', 'ğ'.repeat(75))).toMatchObject({
      encoding: 'gsm7',
      parts: ['ğ'.repeat(75)],
      ucs2Characters: ['ğ'],
      language: expect.anything(),
    });
  });
});

describe('an Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'order-7' };

  it('gets the first answer again and never a second message', async () => {
    const api = openTestApi();
    const first = await api.ask('POST /v1/messages', { body: hello, headers });
    const again = await api.ask('POST /v1/messages', { body: hello, headers });
    expect(again.status).toBe(202);
    expect(again.body).toEqual(first.body);
    expect(api.store.messages.list({ limit: 10 }).items).toHaveLength(1);
  });

  it('is refused for another body', async () => {
    const api = openTestApi();
    await api.ask('POST /v1/messages', { body: hello, headers });
    const { status, body } = await api.ask('POST /v1/messages', {
      body: { ...hello, text: 'Other' },
      headers,
    });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'idempotency_conflict' });
  });

  it('belongs to its API key', async () => {
    const api = openTestApi();
    await api.ask('POST /v1/messages', { body: hello, headers });
    const { secret } = api.keys.create('other', ['send']);
    await api.ask('POST /v1/messages', { body: { ...hello, text: 'Other' }, headers, key: secret });
    expect(api.store.messages.list({ limit: 10 }).items).toHaveLength(2);
  });
});

describe('GET and DELETE /v1/messages', () => {
  it('show and list messages, by status, number and campaign', async () => {
    const api = openTestApi();
    const { body: sent } = await api.ask('POST /v1/messages', {
      body: { ...hello, campaign: 'a' },
    });
    await api.ask('POST /v1/messages', { body: { to: '+447700900124', text: 'Other' } });
    expect((await api.ask(`GET /v1/messages/${sent.id}`)).body).toEqual(sent);
    const ids = async (query: string) =>
      (await api.ask(`GET /v1/messages?${query}`)).body.items.map(
        (item: { text: string }) => item.text,
      );
    expect(await ids('')).toEqual(['Other', 'Hello']);
    expect(await ids('to=07700900123')).toEqual(['Hello']);
    expect(await ids('campaign=a&status=queued')).toEqual(['Hello']);
    expect(await ids('status=sent')).toEqual([]);
    expect((await api.ask('GET /v1/messages?cursor=x')).status).toBe(400);
    for (const limit of ['0', '1001', '0x2', '1e2', '%202', '']) {
      expect((await api.ask(`GET /v1/messages?limit=${limit}`)).status).toBe(400);
    }
    expect((await api.ask('GET /v1/messages?to=nobody')).body.code).toBe('invalid_number');
    expect((await api.ask('GET /v1/messages?to=')).body.code).toBe('invalid_number');
    expect((await api.ask('GET /v1/messages?colour=red')).status).toBe(400);
    expect((await api.ask('GET /v1/messages/msg_none')).body.code).toBe('not_found');
  });

  it('cancel what is queued, and nothing else', async () => {
    const api = openTestApi();
    const { body } = await api.ask('POST /v1/messages', { body: hello });
    expect((await api.ask(`DELETE /v1/messages/${body.id}`)).body).toMatchObject({
      status: 'canceled',
      error: { code: 'canceled' },
    });
    expect(api.sender.next('main')).toBeUndefined();
    const again = await api.ask(`DELETE /v1/messages/${body.id}`);
    expect({ status: again.status, code: again.body.code }).toEqual({
      status: 409,
      code: 'not_cancelable',
    });
    expect((await api.ask('DELETE /v1/messages/msg_none')).status).toBe(404);
  });
});

describe('/v1/suppressions', () => {
  it('suppresses and resubscribes, and each is idempotent', async () => {
    const api = openTestApi();
    const entry = { scope: '*', since: '2026-11-22T12:00:00.000Z', source: 'api' };
    for (let time = 0; time < 2; time += 1) {
      const put = await api.ask('PUT /v1/suppressions/07700900123', {
        body: { reason: 'asked by phone' },
      });
      expect(put).toMatchObject({
        status: 200,
        body: { number: person, suppressed: true, entries: [entry] },
      });
      await api.clock.advance(1_000);
    }
    expect((await api.ask(`GET /v1/suppressions/${person}`)).body.entries).toEqual([entry]);
    for (let time = 0; time < 2; time += 1) {
      const removed = await api.ask(`DELETE /v1/suppressions/${person}?reason=asked+again`);
      expect(removed).toMatchObject({
        status: 200,
        body: { number: person, suppressed: false, entries: [] },
      });
    }
    expect((await api.ask('POST /v1/messages', { body: hello })).status).toBe(202);
  });

  it('needs no body to suppress, and a reason to resubscribe', async () => {
    const api = openTestApi();
    expect((await api.ask(`PUT /v1/suppressions/${person}`)).status).toBe(200);
    const { status, body } = await api.ask(`DELETE /v1/suppressions/${person}`);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid_request' });
    expect((await api.ask(`GET /v1/suppressions/${person}`)).body.suppressed).toBe(true);
  });

  it('keeps campaigns apart', async () => {
    const api = openTestApi();
    await api.ask(`PUT /v1/suppressions/${person}`, { body: { scope: 'sale' } });
    expect((await api.ask('POST /v1/messages', { body: hello })).status).toBe(202);
    const refused = await api.ask('POST /v1/messages', { body: { ...hello, campaign: 'sale' } });
    expect(refused.body).toMatchObject({ code: 'recipient_suppressed', scope: 'sale' });
    await api.ask(`DELETE /v1/suppressions/${person}?reason=x&scope=news`);
    expect((await api.ask(`GET /v1/suppressions/${person}`)).body.suppressed).toBe(true);
  });

  it('lists, newest first, page by page', async () => {
    const api = openTestApi();
    for (const number of ['+447700900121', '+447700900122', '+447700900123']) {
      await api.ask(`PUT /v1/suppressions/${number}`);
    }
    const first = (await api.ask('GET /v1/suppressions?limit=2')).body;
    expect(first.items.map((item: { number: string }) => item.number)).toEqual([
      '+447700900123',
      '+447700900122',
    ]);
    const second = (await api.ask(`GET /v1/suppressions?limit=2&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ items: [{ number: '+447700900121' }], nextCursor: null });
  });
});

describe('what came in', () => {
  it('is listed, newest first, with what it did', async () => {
    const api = openTestApi();
    api.arrive(person, 'Hello there');
    api.arrive('+447700900124', 'STOP');
    const { items } = (await api.ask('GET /v1/inbound')).body;
    expect(items).toMatchObject([
      { from: '+447700900124', text: 'STOP', action: 'opt_out', modem: 'main', parts: 1 },
      { from: person, text: 'Hello there', action: null, sentAt: '2026-11-22T12:00:00.000Z' },
    ]);
    expect((await api.ask('GET /v1/inbound?from=07700900123')).body.items).toHaveLength(1);
    expect((await api.ask('GET /v1/inbound?from=Shop')).body.items).toEqual([]);
    expect((await api.ask('GET /v1/inbound?from=')).status).toBe(400);
  });

  it('is explained by /v1/match', async () => {
    const { body } = await openTestApi().ask('POST /v1/match', { body: { text: ' Stop. ' } });
    expect(body).toEqual({
      action: 'opt_out',
      rule: expect.any(String),
      language: 'en',
      cleaned: 'stop',
    });
  });
});

describe('health', () => {
  const status = {
    name: 'main',
    port: '/dev/main',
    problem: undefined,
    manufacturer: 'Quectel',
    model: 'EC25',
    revision: undefined,
    imei: undefined,
    imsi: undefined,
    operator: 'Test',
    registration: 'home',
    signalDbm: -71,
    signal: 'excellent',
    technology: '4G',
    dialect: 'quectel-ec25',
    temperatureC: 41,
    supplyMv: undefined,
    warning: undefined,
    simUsed: 0,
    simTotal: 30,
  } as const;

  it('is ready once a modem is, and needs no key', async () => {
    const api = openTestApi();
    expect((await api.ask('GET /healthz', { key: null })).status).toBe(200);
    expect((await api.ask('GET /readyz', { key: null })).status).toBe(503);
    api.board.update({ ...status, phase: 'ready' });
    expect((await api.ask('GET /readyz', { key: null })).status).toBe(200);
    api.board.update({ ...status, phase: 'down' });
    expect((await api.ask('GET /readyz', { key: null })).body).toMatchObject({ code: 'not_ready' });
  });

  it('names each modem and its state, whether it is ready or not', async () => {
    const api = openTestApi();
    const startedAt = api.clock.now().toISOString();
    const second = { name: 'second', state: 'connecting', downSince: startedAt };
    api.board.update({ ...status, phase: 'ready' });
    expect((await api.ask('GET /readyz', { key: null })).body).toEqual({
      status: 'ok',
      modems: [{ name: 'main', state: 'ready', downSince: null }, second],
    });
    await api.clock.advance(60_000);
    api.board.update({ ...status, phase: 'waiting' });
    const downSince = api.clock.now().toISOString();
    expect((await api.ask('GET /readyz', { key: null })).body).toMatchObject({
      code: 'not_ready',
      modems: [{ name: 'main', state: 'waiting', downSince }, second],
    });
  });

  it('shows each modem', async () => {
    const api = openTestApi();
    api.board.update({ ...status, phase: 'ready' });
    await api.ask('POST /v1/messages', { body: hello });
    expect((await api.ask('GET /v1/modems')).body).toMatchObject({
      items: [
        {
          ...{ name: 'main', state: 'ready', operator: 'Test', signalDbm: -71, queue: 1 },
          ...{ signal: 'excellent', technology: '4G', dialect: 'quectel-ec25', temperatureC: 41 },
        },
      ],
      nextCursor: null,
    });
  });

  it('shows the share of the queue, the limits and the times of each modem', async () => {
    const api = openTestApi('[[modem]]\nname = "main"\nport = "/dev/main"\nper_minute = 6');
    api.board.update({ ...status, phase: 'ready' });
    for (const text of ['one', 'two']) {
      await api.ask('POST /v1/messages', { body: { ...hello, text } });
    }
    const submission = api.sender.next('main');
    if (submission) api.sender.settle('main', submission, { kind: 'sent', reference: 1 });
    expect((await api.ask('GET /v1/modems')).body.items).toMatchObject([
      {
        queue: 1,
        queueShared: 0,
        perMinute: 6,
        perHour: 0,
        nextAllowedAt: new Date(api.clock.now().getTime() + 10_000).toISOString(),
        downSince: null,
      },
    ]);
  });

  it('answers 503 with Retry-After when the database cannot be used', async () => {
    const api = openTestApi();
    const vandal = new Database(join(api.dataDir, 'stopgate.db'));
    vandal.pragma('foreign_keys = OFF');
    vandal.exec('DROP TABLE suppressions');
    vandal.close();
    const answer = await api.ask('POST /v1/messages', { body: hello });
    expect(answer).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(api.store.messages.list({ limit: 1 }).items).toEqual([]);
  });

  it('is not well when the database cannot be written', async () => {
    const api = openTestApi();
    const vandal = new Database(join(api.dataDir, 'stopgate.db'));
    vandal.exec('DROP TABLE gateway');
    vandal.close();
    for (const path of ['/healthz', '/readyz']) {
      const answer = await api.ask(`GET ${path}`, { key: null });
      expect(answer).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    }
  });
});

describe('POST /v1/modems/{name}/ussd', () => {
  const ready = { phase: 'ready', problem: undefined } as const;
  const ask = (api: TestApi, code = '*100#', name = 'main') =>
    api.ask(`POST /v1/modems/${name}/ussd`, { body: { code } });

  it('answers what the network said', async () => {
    const api = openTestApi();
    const reply = { status: 'wants-reply', text: 'D9775D0E12', dcs: 15 } as const;
    api.ussdPorts.set('main', { status: ready, ussd: async () => reply });
    expect(await ask(api)).toMatchObject({
      status: 200,
      body: { status: 'question', text: 'Your ' },
    });
  });

  it('is a problem where the network is silent, the modem busy, or there is none', async () => {
    const api = openTestApi();
    api.ussdPorts.set('main', { status: ready, ussd: async () => ({ status: 'network-timeout' }) });
    api.ussdPorts.set('strict', { status: ready, ussd: async () => ({ status: 'not-supported' }) });
    api.ussdPorts.set('down', {
      status: { phase: 'down', problem: 'unplugged' },
      ussd: async () => ({ status: 'done' }),
    });
    const answers = [];
    for (const name of ['main', 'strict', 'down', 'nobody']) {
      const { status, body } = await ask(api, '*100#', name);
      answers.push(`${status} ${body.code}`);
    }
    expect(answers).toEqual([
      '504 ussd_no_answer',
      '502 ussd_refused',
      '503 modem_not_ready',
      '404 not_found',
    ]);
  });

  it('takes nothing but a code, from nobody but an administrator', async () => {
    const api = openTestApi();
    const asked: string[] = [];
    api.ussdPorts.set('main', {
      status: ready,
      ussd: async (code) => {
        asked.push(code);
        return { status: 'done' };
      },
    });
    for (const code of ['', 'balance', '*100#"\rATD112;', '*100#\u001a']) {
      expect((await ask(api, code)).body).toMatchObject({ status: 400, code: 'invalid_request' });
    }
    const { secret } = api.keys.create('shop', ['send', 'read']);
    const refused = await api.ask('POST /v1/modems/main/ussd', {
      body: { code: '1' },
      key: secret,
    });
    expect(refused.body).toMatchObject({ status: 403, code: 'insufficient_scope' });
    expect(asked).toEqual([]);
  });
});

describe('keys', () => {
  it('are needed for everything but health and the OpenAPI document', async () => {
    const api = openTestApi();
    for (const request of [
      'POST /v1/messages',
      'GET /v1/inbound',
      'GET /v1/modems',
      'GET /v1/nothing',
    ]) {
      const { status, body, headers } = await api.ask(request, { key: null });
      expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthorized' });
      expect(headers.get('www-authenticate')).toBe('Bearer');
    }
    expect((await api.ask('GET /openapi.json', { key: null })).body.openapi).toBe('3.1.0');
  });

  it.each([
    ['send', ['POST /v1/messages', 'POST /v1/segments']],
    [
      'read',
      [
        'POST /v1/segments',
        'GET /v1/messages',
        'GET /v1/inbound',
        'GET /v1/modems',
        `GET /v1/suppressions/${person}`,
      ],
    ],
    ['admin', ['GET /v1/suppressions', `PUT /v1/suppressions/${person}`]],
  ] as const)('with the scope %s may do that and no more', async (scope, allowed) => {
    const api = openTestApi();
    const { secret } = api.keys.create(scope, [scope]);
    const requests = [
      'POST /v1/messages',
      'POST /v1/segments',
      'GET /v1/messages',
      'GET /v1/inbound',
      'GET /v1/modems',
      `GET /v1/suppressions/${person}`,
      'GET /v1/suppressions',
      `PUT /v1/suppressions/${person}`,
    ];
    for (const request of requests) {
      const bodies = new Map<string, object>([
        ['POST /v1/messages', hello],
        ['POST /v1/segments', { text: 'Hello' }],
      ]);
      const body = bodies.get(request);
      const answer = await api.ask(request, { key: secret, body });
      const mayUse = (allowed as readonly string[]).includes(request);
      expect([request, answer.status < 300]).toEqual([request, mayUse]);
      if (!mayUse) expect(answer.body.code).toBe('insufficient_scope');
    }
  });

  it('are refused from the moment that they are revoked', async () => {
    const api = openTestApi();
    expect((await api.ask('GET /v1/modems')).status).toBe(200);
    api.keys.revoke('test');
    expect((await api.ask('GET /v1/modems')).status).toBe(401);
  });

  it('slow down whoever guesses them, and never their holders', async () => {
    const api = openTestApi();
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      const wrong = `sg_${'0'.repeat(12)}_${'x'.repeat(43)}`;
      statuses.push((await api.ask('GET /v1/modems', { key: wrong })).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect((await api.ask('GET /v1/modems')).status).toBe(200);
    await api.clock.advance(60_000);
    expect((await api.ask('GET /v1/modems', { key: 'wrong' })).status).toBe(401);
  });

  it('are kept as hashes only', () => {
    const api = openTestApi();
    // The random part may itself hold an underscore.
    const secret = api.key.replace(/^sg_[^_]+_/, '');
    expect(JSON.stringify(api.store.keys.list())).not.toContain(secret);
    expect(api.keys.verify(api.key)?.name).toBe('test');
    expect(api.keys.verify(api.key.slice(0, -1))).toBeUndefined();
    expect(api.keys.verify(`${api.key}x`)).toBeUndefined();
  });
});

describe('any other path', () => {
  it('is 404 as a problem', async () => {
    const { status, body } = await openTestApi().ask('GET /nothing');
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' });
  });
});
