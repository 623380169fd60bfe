import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { E164 } from '../../src/domain/phone-number.js';
import { type ErasureResult, erasePerson } from '../../src/service/erasure.js';
import { verifyLedger } from '../../src/service/ledger.js';
import { encodeDeliver } from '../../src/sms/index.js';
import { openTestApi } from '../support/test-api.js';
import { doubtful, openTestServices, person, type TestServices } from '../support/test-services.js';
import { webhookToml } from '../support/test-webhooks.js';

const neighbour = '+447700900124' as E164;
/** The digits of `person` as a PDU has them. */
const inPdu = '447700091032';
const webhook = 'https://app.example.org/sms';

function erase(services: TestServices): Promise<ErasureResult> {
  return erasePerson(
    { ...services, country: 'GB' },
    { number: person, by: 'ann', reason: 'asked' },
  );
}

/** All that the database's files hold, as text and as hexadecimal. */
function files(services: TestServices): string {
  return ['', '-wal']
    .map((suffix) => readFileSync(join(services.dataDir, `stopgate.db${suffix}`)))
    .map((octets) => `${octets.toString('latin1')} ${octets.toString('hex')}`)
    .join(' ');
}

async function isWhole(services: TestServices): Promise<boolean> {
  const verdict = await verifyLedger({
    ...services,
    heads: [],
    stop: new AbortController().signal,
    onProgress: () => undefined,
  });
  expect(verdict?.faults).toEqual([]);
  return verdict?.isWhole ?? false;
}

function send(services: TestServices, to: string, text: string): string {
  const result = services.outbox.send({ to, text });
  if (result.kind !== 'accepted') throw new Error(result.kind);
  return result.message.id;
}

function claim(services: TestServices) {
  services.modemIs('main', 'ready');
  return services.sender.next('main');
}

/** All rows of each table, as text. */
function tables(services: TestServices): ReadonlyMap<string, string> {
  const db = new Database(join(services.dataDir, 'stopgate.db'), { readonly: true });
  const names = db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`);
  const rows = (name: string) => JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all());
  const all = new Map(
    names
      .pluck()
      .all()
      .map((name) => [name, rows(name)] as const),
  );
  db.close();
  return all;
}

/** Ends or puts off whatever webhook delivery is due, as a worker does. */
function callWebhooks({ store, clock }: TestServices, answer: 'dead' | 'again'): void {
  const now = clock.now().toISOString();
  const due = store.webhooks.due({ url: webhook, now, farthest: now, limit: 100 });
  for (const { id } of due) {
    if (answer === 'dead') store.webhooks.markDead(id, 'it answered 410', now);
    else
      store.webhooks.postpone(id, 'it answered 500', new Date(Date.parse(now) + 1).toISOString());
  }
}

describe('erasing a person who opted out', () => {
  it('takes them out of every table that has anything of people', async () => {
    const services = openTestServices(webhookToml(webhook));
    const { store, clock } = services;
    const at = clock.now().toISOString();
    const said = (text: string) =>
      services.receiver.receive({ modem: 'main', route: 'direct', ...first(text) });
    const first = (text: string) => {
      const timestamp = { utc: clock.now(), offsetMinutes: 0 };
      const [pdu] = encodeDeliver({ from: person, text, timestamp, concatReference: 9 });
      if (pdu === undefined) throw new Error('a text has a PDU');
      return { hex: pdu.hex, tpduLength: pdu.tpduLength };
    };
    send(services, person, 'One pangolin');
    const part = claim(services);
    if (part) services.sender.settle('main', part, { kind: 'sent', reference: 1 });
    callWebhooks(services, 'dead');
    services.arrive(person, doubtful);
    callWebhooks(services, 'again');
    said(`The first part of a pangolin${'…'.repeat(80)}`);
    services.arrive(person, 'STOP');
    store.links.take({ number: person, campaign: 'news', language: null }, at);
    const answer = { requestHash: 'x', status: 202, body: JSON.stringify({ to: person }) };
    store.idempotency.insert('key', 'one', answer, at);
    const states = store.webhooks.list({ limit: 100 }).items.map(({ status }) => status);
    expect(new Set(states)).toEqual(new Set(['dead', 'waiting']));

    // A new table is either filled above or named here.
    const impersonal = ['api_keys', 'gateway', 'modems', 'optout_codes', 'ussd_requests'];
    const traces = [person.slice(1), inPdu, 'pangolin', 'husband'];
    const withThem = () =>
      [...tables(services)]
        .filter(([, rows]) => traces.some((trace) => rows.includes(trace)))
        .map(([name]) => name);
    const personal = [...tables(services).keys()].filter((name) => !impersonal.includes(name));
    expect(withThem().sort()).toEqual(personal.sort());
    expect(await erase(services)).toMatchObject({ kind: 'erased', deliveries: states.length });
    expect(withThem()).toEqual([]);
    expect(await isWhole(services)).toBe(true);
  });

  it('leaves nothing of their number and words in the files, and the ledger is whole', async () => {
    const services = openTestServices(webhookToml(webhook));
    for (let round = 0; round < 300; round += 1) {
      // Rows of many sizes, so that SQLite moves them about between its pages.
      const words = (word: string) => `${word} `.repeat(1 + ((round * 7) % 40));
      send(
        services,
        round % 3 === 0 ? person : neighbour,
        words(round % 3 === 0 ? 'pangolin' : 'heron'),
      );
      if (round % 4 === 0) services.arrive(person, words('pangolin'));
      if (round % 4 === 1) services.arrive(neighbour, words('heron'));
      const part = round % 2 === 0 ? claim(services) : undefined;
      if (part) services.sender.settle('main', part, { kind: 'sent', reference: round % 256 });
    }
    services.arrive(person, 'STOP');
    expect(files(services).includes('pangolin')).toBe(true);
    expect(files(services).includes(inPdu)).toBe(true);

    const result = await erase(services);
    expect(result).toMatchObject({
      kind: 'erased',
      stillBlocked: true,
      scrubbed: true,
      erased: { messages: 101, inbound: 76 },
    });
    const left = files(services);
    expect(left.includes('pangolin')).toBe(false);
    expect(left.includes(person.slice(1))).toBe(false);
    expect(left.toUpperCase().includes(inPdu)).toBe(false);
    expect(left.includes('heron')).toBe(true);
    expect(await isWhole(services)).toBe(true);
  });

  it('still blocks them, and START and STOP of theirs work as before', async () => {
    const services = openTestServices();
    services.arrive(person, 'STOP');
    await erase(services);
    expect(services.outbox.send({ to: person, text: 'Hello' })).toMatchObject({
      kind: 'suppressed',
      suppression: { number: person, scope: '*' },
    });
    services.arrive(person, 'START');
    expect(services.consent.suppressionsOf(person)).toEqual([]);
    services.arrive(person, 'STOP');
    expect(services.consent.suppressionsOf(person)).toHaveLength(1);
    expect(await isWhole(services)).toBe(true);
  });

  it('can be done again when they came back', async () => {
    const services = openTestServices();
    services.arrive(person, 'STOP');
    await erase(services);
    services.arrive(person, 'Stop it, I said');
    expect(await isWhole(services)).toBe(true);
    expect(await erase(services)).toMatchObject({ kind: 'erased', stillBlocked: true });
    expect(files(services).includes(person.slice(1))).toBe(false);
    expect(await isWhole(services)).toBe(true);
    expect(services.consent.suppressionsOf(person)).toHaveLength(1);
  });

  it('keeps in the ledger who did it and why', async () => {
    const services = openTestServices();
    services.arrive(person, 'STOP');
    await erase(services);
    const { items } = services.store.ledger.history(person, { limit: 10 });
    expect(items.map(({ kind, evidence }) => [kind, evidence])).toEqual([
      ['erased', { by: 'ann', reason: 'asked' }],
      ['opt_out', {}],
    ]);
    for (const { number } of items) expect(number).toBe(services.store.consent.pseudonymOf(person));
  });
});

describe('erasing anybody', () => {
  it('cancels what waits for them and touches nobody else', async () => {
    const services = openTestServices();
    send(services, person, 'Hello');
    const theirs = send(services, neighbour, 'Hello');
    expect(await erase(services)).toMatchObject({
      kind: 'erased',
      canceled: 1,
      stillBlocked: false,
      erased: { messages: 1 },
    });
    expect(claim(services)?.id).toContain(theirs);
    expect(claim(services)).toBeUndefined();
    expect(services.store.messages.find(theirs)?.text).toContain('Hello');
  });

  it('waits for what a modem has now, and cancels the rest at once', async () => {
    const services = openTestServices();
    send(services, person, 'first');
    const second = send(services, person, 'second');
    const claimed = claim(services);
    expect(claimed).toBeDefined();
    expect(await erase(services)).toEqual({ kind: 'under-way', what: 'sending', canceled: 1 });
    expect(services.store.messages.find(second)?.status).toBe('canceled');
    if (claimed === undefined) return;
    services.sender.settle('main', claimed, { kind: 'unknown', error: new Error('no answer') });
    expect(await erase(services)).toMatchObject({ kind: 'erased', erased: { messages: 2 } });
    // The modem's answer comes after all, and a delivery report: nobody is there for either.
    services.sender.settleLate('main', claimed, 7);
    const report = { modem: 'main', to: person, reference: 7, status: 0, takenAt: null };
    expect(services.sender.report(report)).toBe(false);
  });

  it('waits for a modem to let go of what they wrote', async () => {
    const services = openTestServices();
    const { store, clock } = services;
    const [pdu] = services.arrive(person, 'Hello there');
    if (pdu === undefined) throw new Error('a text has a PDU');
    services.receiver.receive(pdu);
    expect(await erase(services)).toMatchObject({ kind: 'under-way', what: 'receiving' });
    store.inbound.markDeleted('main', pdu.hex, clock.now().toISOString());
    expect(await erase(services)).toMatchObject({
      kind: 'erased',
      erased: { inbound: 2, pdus: 2 },
    });
  });

  it('takes a reply that waits for review for an opt-out', async () => {
    const services = openTestServices();
    const { store } = services;
    services.arrive(person, 'hmm');
    const inbound = store.inbound.list({ limit: 1 }).items[0]?.id ?? '';
    store.reviews.insert({
      id: 'rev_1',
      inbound,
      number: person,
      rule: 'doubtful',
      language: 'en',
      createdAt: services.clock.now().toISOString(),
    });
    expect(await erase(services)).toMatchObject({ doubtDecided: true, stillBlocked: true });
    expect(store.reviews.countOpen()).toBe(0);
    expect(await isWhole(services)).toBe(true);
  });

  it('takes them out of answers that are kept, and the answers stay', async () => {
    const api = openTestApi();
    const headers = { 'Idempotency-Key': 'one' };
    const body = { to: person, text: 'pangolin', reference: 'Pan Golin' };
    const ask = () => api.ask('POST /v1/messages', { body, headers });
    const before = await ask();
    expect(before.status).toBe(202);
    await erase(api);
    const after = await ask();
    expect(after).toMatchObject({ status: 202, body: { id: before.body.id, text: null } });
    expect(JSON.stringify(after.body)).not.toContain(person);
    expect(/pangolin|Pan Golin|447700900123/.test(files(api))).toBe(false);
    expect(api.store.messages.list({ limit: 10 }).items).toEqual([]);
  });

  it('takes them out of an answer about many, and leaves the others in it', async () => {
    const { store, clock, ...services } = openTestServices();
    const at = clock.now().toISOString();
    const theirs = { to: neighbour, text: 'heron', reference: null };
    const results = [{ to: person, text: 'pangolin' }, theirs, { detail: `${person} opted out` }];
    const kept = { requestHash: 'x', status: 200, body: JSON.stringify({ results }) };
    store.idempotency.insert('key', 'many', kept, at);
    await erase({ store, clock, ...services });
    const number = store.consent.pseudonymOf(person);
    expect(JSON.parse(store.idempotency.find('key', 'many')?.body ?? '')).toEqual({
      results: [
        { to: number, text: null, reference: null },
        theirs,
        { detail: `${number} opted out` },
      ],
    });
  });

  it('forgets what webhooks were not told of them, and holds up nobody by it', async () => {
    const services = openTestServices(webhookToml(webhook));
    const { store, clock } = services;
    services.arrive(person, 'One');
    services.arrive(neighbour, 'Mine');
    callWebhooks(services, 'again');
    services.arrive(person, 'Two');
    services.arrive(neighbour, 'Mine too');
    await erase(services);
    services.arrive(person, 'Three');
    services.arrive(person, 'Four');
    const told = [];
    for (let round = 0; round < 5; round += 1) {
      await clock.advance(1_000);
      const now = clock.now().toISOString();
      for (const { id, payload } of store.webhooks.due({
        url: webhook,
        now,
        farthest: now,
        limit: 9,
      })) {
        told.push(JSON.parse(payload).data.text);
        store.webhooks.markDone(id, now);
      }
    }
    expect(told.sort()).toEqual(['Four', 'Mine', 'Mine too', 'Three']);
  });

  it('puts the pseudonym into their opt-out links, which still work', async () => {
    const services = openTestServices();
    const { store, clock } = services;
    const link = { number: person, campaign: 'news', language: 'en' };
    const { id } = store.links.take(link, clock.now().toISOString());
    await erase(services);
    const number = store.links.find(id)?.number;
    expect(number).toBe(store.consent.pseudonymOf(person));
    services.consent.optOut({
      number: number as E164,
      scope: 'news',
      source: 'link',
      evidence: { link: id },
    });
    expect(
      services.consent.blocking(person, { campaign: 'news', category: 'marketing' }),
    ).toBeDefined();
    expect(await isWhole(services)).toBe(true);
  });
});
