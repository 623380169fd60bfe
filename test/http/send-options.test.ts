import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { decodePdu } from '../../src/sms/index.js';
import { openTestApi, type TestApi } from '../support/test-api.js';
import { person } from '../support/test-services.js';

const hello = { to: person, text: 'Hello' };

async function post(api: TestApi, more: object, headers = {}) {
  return api.ask('POST /v1/messages', { body: { ...hello, ...more }, headers });
}

/** Has the modem send what it may; the texts, in order. */
function sendAll(api: TestApi, modem = 'main'): readonly string[] {
  const texts: string[] = [];
  for (;;) {
    const submission = api.sender.next(modem);
    if (submission === undefined) return texts;
    const { hex, tpduLength } = submission;
    const pdu = decodePdu(hex, { tpduLength, direction: 'to-network' });
    if (pdu instanceof Error || pdu.type !== 'submit') throw new Error(`no SUBMIT: ${hex}`);
    texts.push(`${pdu.text}${pdu.class === undefined ? '' : ` class ${pdu.class}`}`);
    api.sender.settle(modem, submission, { kind: 'sent', reference: texts.length });
  }
}

describe('the options of a message', () => {
  it('priority says what goes first, and what came first goes first among equals', async () => {
    const api = openTestApi();
    for (const [text, priority] of [
      ['last', 0],
      ['usual', undefined],
      ['first', 9],
      ['also usual', 5],
    ] as const) {
      await post(api, { text, priority });
    }
    expect(sendAll(api)).toEqual(['first', 'usual', 'also usual', 'last']);
  });

  it('validMinutes says for how long it is worth sending, counted from sendAt', async () => {
    const api = openTestApi();
    const sendAt = '2026-11-22T13:00:00.000Z';
    const { body: soon } = await post(api, { validMinutes: 5 });
    const { body: later } = await post(api, { validMinutes: 5, sendAt });
    await api.clock.advance(6 * 60_000);
    api.sender.expire();
    const statusOf = async (id: string) => (await api.ask(`GET /v1/messages/${id}`)).body.status;
    expect([await statusOf(soon.id), await statusOf(later.id)]).toEqual(['expired', 'queued']);
    await api.clock.advance(57 * 60_000);
    expect(sendAll(api)).toEqual(['Hello']);
    expect(await statusOf(later.id)).toBe('sent');
  });

  it('modem says which one, and reference comes back wherever the message is shown', async () => {
    const api = openTestApi();
    const { body } = await post(api, { modem: 'second', reference: 'order 7' });
    expect(body).toMatchObject({ modem: 'second', reference: 'order 7' });
    expect(sendAll(api, 'main')).toEqual([]);
    expect(sendAll(api, 'second')).toEqual(['Hello']);
    const listed = (await api.ask('GET /v1/messages')).body.items;
    expect(listed).toMatchObject([{ modem: 'second', reference: 'order 7', status: 'sent' }]);
  });

  it('flash shows it at once', async () => {
    const api = openTestApi();
    await post(api, { flash: true });
    await post(api, { text: 'Kept' });
    expect(sendAll(api)).toEqual(['Hello class 0', 'Kept']);
  });
});

describe('an Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'order-7' };

  it('gets a refusal again as well, even if it would be taken by now', async () => {
    const api = openTestApi();
    await api.ask(`PUT /v1/suppressions/${person}`);
    const first = await post(api, {}, headers);
    await api.ask(`DELETE /v1/suppressions/${person}?reason=asked`);
    const again = await post(api, {}, headers);
    expect(again).toMatchObject({ status: 403, body: first.body });
    expect(again.headers.get('content-type')).toBe('application/problem+json');
    expect((await post(api, {}, { 'idempotency-key': 'order-8' })).status).toBe(202);
  });

  it('makes one message of many requests at the same time', async () => {
    const api = openTestApi();
    const answers = await Promise.all(Array.from({ length: 30 }, () => post(api, {}, headers)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(api.store.messages.list({ limit: 10 }).items).toHaveLength(1);
  });

  it('is kept for a day', async () => {
    const api = openTestApi();
    const { body: first } = await post(api, {}, headers);
    await api.clock.advance(24 * 3_600_000 - 1_000);
    expect((await post(api, {}, headers)).body.id).toBe(first.id);
    await api.clock.advance(2_000);
    expect((await post(api, {}, headers)).body.id).not.toBe(first.id);
  });

  it('is not used up by a body that is not valid', async () => {
    const api = openTestApi();
    expect((await post(api, { text: '' }, headers)).status).toBe(400);
    expect((await post(api, {}, headers)).status).toBe(202);
  });

  it('of a message is none of a batch', async () => {
    const api = openTestApi();
    await post(api, {}, headers);
    const batch = { messages: [hello] };
    const answer = await api.ask('POST /v1/messages/batch', { body: batch, headers });
    expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency_conflict' } });
  });
});

describe('a list', () => {
  it('is walked through page by page, whole and without repeats, while more comes', async () => {
    const api = openTestApi();
    for (let index = 0; index < 25; index += 1) {
      await post(api, { text: `m${index}` });
      api.arrive(person, `r${index}`);
    }
    for (const path of ['messages', 'inbound']) {
      const texts: string[] = [];
      let cursor = '';
      do {
        const { body } = await api.ask(`GET /v1/${path}?limit=4${cursor}`);
        texts.push(...body.items.map(({ text }: { text: string }) => text));
        cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
        await post(api, { text: 'new' });
        api.arrive(person, 'new');
      } while (cursor !== '');
      const before = texts.filter((text) => text !== 'new');
      expect(before).toHaveLength(25);
      expect(new Set(before).size).toBe(25);
      expect(before.at(-1)).toMatch(/^[mr]0$/);
    }
  });
});

/** As if as many had been queued before. */
function fillQueue(api: TestApi, count: number): void {
  const db = new Database(join(api.dataDir, 'stopgate.db'));
  db.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
    INSERT INTO messages (id, recipient, text, status, campaign, category, encoding, part_count,
      priority, created_at, due_at)
    SELECT 'msg_' || i, '+447700900999', 'x', 'queued', 'default', 'transactional', 'gsm7', 1, 5,
      '2026-11-22T12:00:00.000Z', '2100-01-01T00:00:00.000Z' FROM n`,
  ).run(count);
  db.close();
}

describe('a full queue', () => {
  it('answers 503 with Retry-After, keeps no answer for an Idempotency-Key, and takes again later', async () => {
    const api = openTestApi();
    fillQueue(api, 99_998);
    const batch = { messages: [hello, hello, hello] };
    const { status, body } = await api.ask('POST /v1/messages/batch', { body: batch });
    expect({ status, codes: body.results.map(({ code }: { code?: string }) => code) }).toEqual({
      status: 200,
      codes: [undefined, undefined, 'queue_full'],
    });
    const headers = { 'idempotency-key': 'order-7' };
    const refused = await post(api, {}, headers);
    expect(refused).toMatchObject({ status: 503, body: { code: 'queue_full' } });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await api.ask('POST /v1/messages/batch', { body: batch })).toMatchObject({
      status: 503,
      body: { code: 'queue_full' },
    });

    await api.ask(`DELETE /v1/messages/${body.results[0].id}`);
    expect((await post(api, {}, headers)).status).toBe(202);
  });
});
