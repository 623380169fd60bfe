import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { E164 } from '../../src/domain/phone-number.js';
import { silentLog } from '../../src/log.js';
import { verifyLedger } from '../../src/service/ledger.js';
import { Retention } from '../../src/service/retention.js';
import { encodeDeliver } from '../../src/sms/index.js';
import { doubtful, openTestServices, person, type TestServices } from '../support/test-services.js';
import { openTestWebhooks } from '../support/test-webhooks.js';
import { answerWith, openReceiver } from '../support/webhook-receiver.js';

const neighbour = '+447700900124' as E164;
const dayMs = 24 * 3_600_000;

function retaining(services: TestServices, messageDays = 30): Retention {
  const retention = new Retention({ ...services, log: silentLog, messageDays });
  onTestFinished(() => retention.close());
  return retention;
}

/** Lets time pass, and retention come to its end. */
async function erasedAfter(services: TestServices, ms: number, messageDays = 30): Promise<void> {
  const retention = retaining(services, messageDays);
  await services.clock.advance(ms);
  retention.begin();
  await services.clock.advance(1_000);
}

function send(services: TestServices, to: string, text: string, sendAt?: Date): string {
  const result = services.outbox.send({ to, text, sendAt });
  if (result.kind !== 'accepted') throw new Error(result.kind);
  return result.message.id;
}

/** The modem takes a part of what is due; its PDU. */
function claim(services: TestServices) {
  services.modemIs('main', 'ready');
  const submission = services.sender.next('main');
  if (submission === undefined) throw new Error('nothing is due');
  return submission;
}

function deliver(services: TestServices, to: string, text: string): { id: string; hex: string } {
  const id = send(services, to, text);
  const submission = claim(services);
  services.sender.settle('main', submission, { kind: 'sent', reference: 7 });
  return { id, hex: submission.hex };
}

function rows(services: TestServices, sql: string): readonly unknown[] {
  const db = new Database(join(services.dataDir, 'stopgate.db'), { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

/** All that the database's files hold. */
function files({ dataDir }: TestServices): string {
  return ['', '-wal']
    .map((suffix) => readFileSync(join(dataDir, `stopgate.db${suffix}`), 'latin1'))
    .join(' ');
}

async function isWhole(services: TestServices): Promise<boolean> {
  const stop = new AbortController().signal;
  const verdict = await verifyLedger({ ...services, heads: [], stop, onProgress: () => undefined });
  return verdict?.isWhole ?? false;
}

function textOf({ store }: TestServices, id: string): string | null | undefined {
  return store.messages.find(id)?.text;
}

describe('after so many days', () => {
  it('no text of a message or a reply is left in the files, and what happened is', async () => {
    const services = openTestServices();
    const { store } = services;
    const { id, hex } = deliver(services, person, 'One pangolin');
    const [received] = services.arrive(neighbour, 'My aardvark');
    const before = store.messages.find(id);
    const inbound = store.inbound.list({ limit: 1 }).items[0];
    expect(files(services)).toContain('pangolin');
    await erasedAfter(services, 30 * dayMs + 1);
    expect(store.messages.find(id)).toEqual({ ...before, text: null });
    expect(store.inbound.find(inbound?.id ?? '')).toEqual({ ...inbound, text: null });
    for (const trace of ['pangolin', 'aardvark', hex, received?.hex ?? '-']) {
      expect([trace, files(services).includes(trace)]).toEqual([trace, false]);
    }
    expect(rows(services, `SELECT id FROM received_pdus`)).toEqual([]);
    expect(rows(services, `SELECT id FROM inbound WHERE fingerprint <> ''`)).toEqual([]);
  });

  it('it goes, and not a moment before', async () => {
    const services = openTestServices();
    const { id } = deliver(services, person, 'Hello');
    await erasedAfter(services, 30 * dayMs);
    expect(textOf(services, id)).toBe('Hello');
    await erasedAfter(services, 1);
    expect(textOf(services, id)).toBeNull();
  });

  it('a long message goes as a whole, once nothing was heard of any part for so long', async () => {
    const services = openTestServices();
    const id = send(services, person, 'A pangolin is for life. '.repeat(10));
    for (const reference of [7, 8]) {
      services.sender.settle('main', claim(services), { kind: 'sent', reference });
    }
    await services.clock.advance(3 * dayMs);
    const report = { modem: 'main', to: person, reference: 8, status: 0, takenAt: null };
    expect(services.sender.report(report)).toBe(true);
    await erasedAfter(services, 28 * dayMs);
    expect(textOf(services, id)).toContain('pangolin');
    await erasedAfter(services, 2 * dayMs);
    expect(textOf(services, id)).toBeNull();
    expect(rows(services, `SELECT pdu FROM message_parts`)).toEqual([{ pdu: '' }, { pdu: '' }]);
  });

  it('an opt-out still blocks, and the ledger has its evidence', async () => {
    const services = openTestServices();
    const { store } = services;
    const [pdu] = services.arrive(person, 'STOP');
    await erasedAfter(services, 4_000 * dayMs);
    expect(services.outbox.send({ to: person, text: 'Hello' }).kind).toBe('suppressed');
    const { items } = store.ledger.history(person, { limit: 10 });
    expect(items).toMatchObject([{ kind: 'opt_out', evidence: { text: 'STOP', pdu: pdu?.hex } }]);
    expect(store.inbound.list({ limit: 1 }).items).toMatchObject([
      { text: null, action: 'opt_out' },
    ]);
    expect(await isWhole(services)).toBe(true);
  });

  it('answers to requests and deliveries to webhooks are gone, each at its own time', async () => {
    const receiver = await openReceiver();
    const services = openTestWebhooks(receiver.url);
    receiver.answer = (told, response) =>
      answerWith(told.data.from === person ? 410 : 204)(told, response);
    const at = services.clock.now().toISOString();
    const answer = { requestHash: 'x', status: 202, body: '{}' };
    services.store.idempotency.insert('key', 'one', answer, at);
    services.arrive(person, 'Hello');
    services.arrive(neighbour, 'Hello');
    await services.settled();
    const left = async (ms: number) => {
      await erasedAfter(services, ms - 1_000);
      const isAnswered = services.store.idempotency.find('key', 'one') !== undefined;
      return [isAnswered, ...services.deliveries().map(({ status }) => status)];
    };
    expect(await left(dayMs + 1_000)).toEqual([true, 'dead', 'done']);
    expect(await left(1_001)).toEqual([false, 'dead', 'done']);
    expect(await left(2 * dayMs)).toEqual([false, 'dead']);
    expect(await left(27 * dayMs)).toEqual([false]);
  });

  it('deliveries to webhooks hold texts no longer than messages do', async () => {
    const receiver = await openReceiver();
    const services = openTestWebhooks(receiver.url);
    receiver.answer = answerWith(410);
    services.arrive(person, 'Hello');
    await services.settled();
    await erasedAfter(services, dayMs + 1, 1);
    expect(services.deliveries()).toEqual([]);
  });
});

describe('a text that is still needed', () => {
  it('stays with what is queued, held or being sent, however old', async () => {
    const services = openTestServices();
    const { store, clock } = services;
    const held = send(services, neighbour, 'Held');
    services.arrive(neighbour, doubtful);
    const later = new Date(clock.now().getTime() + 100 * dayMs);
    const queued = send(services, person, 'Later', later);
    const sending = send(services, person, 'Now');
    claim(services);
    expect(store.messages.find(held)?.status).toBe('held');
    await erasedAfter(services, 50 * dayMs);
    expect([held, queued, sending].map((id) => textOf(services, id))).toEqual([
      'Held',
      'Later',
      'Now',
    ]);
    await clock.advance(50 * dayMs);
    const submission = claim(services);
    expect(submission.hex.length).toBeGreaterThan(20);
    services.sender.settle('main', submission, { kind: 'sent', reference: 1 });
    // Its time counts from when it was sent, though it had waited for longer than that.
    await erasedAfter(services, 30 * dayMs - 1_000);
    expect(textOf(services, queued)).toBe('Later');
    await erasedAfter(services, 1);
    expect(textOf(services, queued)).toBeNull();
  });

  it('stays with a reply under review until a person has decided, and is evidence then', async () => {
    const services = openTestServices();
    const { store } = services;
    const [pdu] = services.arrive(person, doubtful);
    await erasedAfter(services, 100 * dayMs);
    const [review] = store.reviews.list({ limit: 1 }).items;
    expect(review?.text).toBe(doubtful);
    services.reviews.decide(review?.id ?? '', 'opt_out', 'ann');
    expect(store.consent.lastEvent(person, 'opt_out')?.evidence).toMatchObject({
      text: doubtful,
      pdu: pdu?.hex,
    });
    await erasedAfter(services, 1);
    expect(store.reviews.find(review?.id ?? '')).toMatchObject({ text: null, decidedBy: 'ann' });
    expect(rows(services, `SELECT id FROM received_pdus`)).toEqual([]);
  });

  it('stays with a part that waits for the rest', async () => {
    const services = openTestServices();
    const timestamp = { utc: services.clock.now(), offsetMinutes: 0 };
    const parts = encodeDeliver({
      from: person,
      text: 'STOP, and I mean it. '.repeat(10),
      timestamp,
      concatReference: 3,
    });
    const [first, second] = parts;
    if (first === undefined || second === undefined) throw new Error('a long text has two parts');
    services.receiver.receive({ modem: 'main', route: 'direct', ...first });
    await erasedAfter(services, 2 * dayMs, 1);
    services.receiver.takeOverdueParts();
    expect(services.store.inbound.list({ limit: 1 }).items[0]?.text).toContain('I mean it');
  });
});

describe('what depends on what came before', () => {
  it('goes on: a delivery report settles a message whose text is gone', async () => {
    const services = openTestServices();
    const { id } = deliver(services, person, 'Hello');
    await erasedAfter(services, 2 * dayMs, 1);
    expect(textOf(services, id)).toBeNull();
    const report = { modem: 'main', to: person, reference: 7, status: 0, takenAt: null };
    expect(services.sender.report(report)).toBe(true);
    expect(services.store.messages.find(id)).toMatchObject({ status: 'delivered', text: null });
  });

  it('goes on: a late answer of the modem settles one, and nothing is sent again', async () => {
    const services = openTestServices();
    const id = send(services, person, 'Hello');
    const submission = claim(services);
    const error = new Error('no answer');
    services.sender.settle('main', submission, { kind: 'unknown', error });
    await erasedAfter(services, 2 * dayMs, 1);
    services.sender.settleLate('main', submission, 7);
    expect(services.store.messages.find(id)?.status).toBe('sent');
    expect(services.sender.next('main')).toBeUndefined();
  });

  it('goes on: HELP is answered once a day, and STOP once', async () => {
    const services = openTestServices();
    const { store, clock } = services;
    const answers = () =>
      store.messages.list({ limit: 100 }).items.filter(({ to }) => to === person).length;
    services.arrive(person, 'HELP');
    await clock.advance(dayMs - 2_000);
    services.arrive(person, 'HELP');
    expect(answers()).toBe(1);
    await erasedAfter(services, 3 * dayMs, 1);
    services.arrive(person, 'HELP');
    expect(answers()).toBe(2);
    services.arrive(person, 'STOP');
    await erasedAfter(services, 3 * dayMs, 1);
    services.arrive(person, 'STOP');
    expect(answers()).toBe(3);
  });

  it('goes on: octets that the modem holds still are no new message', async () => {
    const services = openTestServices();
    const { store, clock, receiver } = services;
    const timestamp = { utc: clock.now(), offsetMinutes: 0 };
    const [part] = encodeDeliver({ from: person, text: 'pangolin', timestamp, concatReference: 1 });
    if (part === undefined) throw new Error('a text has a PDU');
    const pdu = { modem: 'main', route: 'stored', ...part } as const;
    const count = () => store.inbound.list({ limit: 9 }).items.length;
    receiver.receive(pdu);
    await erasedAfter(services, 100 * dayMs);
    expect(files(services)).not.toContain(part.hex);
    receiver.receive(pdu);
    expect(count()).toBe(1);
    receiver.deleted(pdu);
    await erasedAfter(services, 1);
    expect(rows(services, `SELECT id FROM received_pdus`)).toEqual([]);
    receiver.receive(pdu);
    expect(count()).toBe(2);
  });
});

describe('the work', () => {
  it('is done in small batches, between which others write, and ends when it is told to', async () => {
    const services = openTestServices();
    const { store, clock } = services;
    for (let text = 0; text < 250; text += 1) services.arrive(person, `Hello ${text}`);
    await clock.advance(31 * dayMs);
    const retention = retaining(services);
    const left = () => rows(services, `SELECT id FROM inbound WHERE text IS NOT NULL`).length;
    retention.begin();
    retention.begin();
    await clock.advance(0);
    expect(left()).toBe(150);
    services.arrive(neighbour, 'Hello');
    await clock.advance(50);
    expect(left()).toBe(51);
    await retention.close();
    await clock.advance(1_000);
    expect(left()).toBe(51);
    retention.begin();
    expect(left()).toBe(51);
    expect(clock.pendingTimers).toBe(0);
    expect(store.inbound.list({ limit: 1 }).items[0]?.text).toBe('Hello');
  });

  it('takes the backups that upgrades made, and nobody else’s', async () => {
    const services = openTestServices();
    const { clock, dataDir } = services;
    const stamp = () =>
      clock
        .now()
        .toISOString()
        .replace(/[-:]|\.\d+/g, '');
    const old = `stopgate-schema-1-${stamp()}.db`;
    const own = `stopgate-before-restore-${stamp()}.db`;
    await clock.advance(29 * dayMs);
    const young = `stopgate-schema-2-${stamp()}.db`;
    for (const name of [old, own, young]) writeFileSync(join(dataDir, name), '');
    const retention = retaining(services);
    const left = () => readdirSync(dataDir).filter((name) => name.startsWith('stopgate-'));
    retention.begin();
    await clock.advance(1_000);
    expect(left().sort()).toEqual([own, old, young]);
    await clock.advance(2 * dayMs);
    retention.begin();
    await clock.advance(1_000);
    expect(left().sort()).toEqual([own, young]);
  });

  it('is tried again after the store could not be written', async () => {
    const services = openTestServices();
    const { id } = deliver(services, person, 'Hello');
    const retention = retaining(services);
    await services.clock.advance(31 * dayMs);
    const db = new Database(join(services.dataDir, 'stopgate.db'));
    onTestFinished(() => void db.close());
    db.exec(`CREATE TRIGGER full BEFORE UPDATE ON messages BEGIN SELECT RAISE(ABORT, 'full'); END`);
    retention.begin();
    await services.clock.advance(1_000);
    expect(textOf(services, id)).toBe('Hello');
    db.exec('DROP TRIGGER full');
    retention.begin();
    await services.clock.advance(1_000);
    expect(textOf(services, id)).toBeNull();
  });
});
