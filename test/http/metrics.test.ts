import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { databaseFile } from '../../src/store/database.js';
import { labelsOf, readExposition } from '../support/exposition.js';
import { fullMetrics, tellModem } from '../support/full-metrics.js';
import { openTestApi } from '../support/test-api.js';
import { doubtful, person } from '../support/test-services.js';
import { openTestWebhooks } from '../support/test-webhooks.js';
import { answerWith, openReceiver } from '../support/webhook-receiver.js';

/** The value of a metric with its labels as they stand; undefined where there is none. */
function figureOf(text: string, metric: string): number | undefined {
  return readExposition(text).values.get(metric);
}

function openMetrics() {
  const api = openTestApi();
  const read = async () => {
    const { status, headers, body } = await api.ask('GET /metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    return String(body);
  };
  return { api, read };
}

describe('GET /metrics', () => {
  it('needs a key that may read', async () => {
    const { api } = openMetrics();
    expect((await api.ask('GET /metrics', { key: null })).status).toBe(401);
    const { secret } = api.keys.create('sender', ['send']);
    expect((await api.ask('GET /metrics', { key: secret })).status).toBe(403);
  });

  it('counts messages by what became of them, and tells how old the queue is', async () => {
    const { api, read } = openMetrics();
    expect(figureOf(await read(), 'stopgate_messages{status="queued"}')).toBe(0);
    await api.ask('POST /v1/messages', { body: { to: person, text: 'Hello' } });
    await api.clock.advance(90_000);
    const text = await read();
    expect(figureOf(text, 'stopgate_messages{status="queued"}')).toBe(1);
    expect(figureOf(text, 'stopgate_queue_oldest_seconds')).toBe(90);
    expect(figureOf(text, 'stopgate_queue_messages')).toBe(1);
  });

  it('counts no message as old that is not due yet', async () => {
    const { api, read } = openMetrics();
    const sendAt = '2026-11-23T12:00:00.000Z';
    await api.ask('POST /v1/messages', { body: { to: person, text: 'Later', sendAt } });
    const text = await read();
    expect(figureOf(text, 'stopgate_queue_messages')).toBe(1);
    expect(figureOf(text, 'stopgate_queue_oldest_seconds')).toBe(0);
  });

  it('tells how long an answer to STOP or HELP has waited, whatever waits beside it', async () => {
    const { api, read } = openMetrics();
    for (const modem of ['main', 'second']) {
      await api.ask('POST /v1/messages', { body: { to: person, text: 'Hello', modem } });
    }
    await api.clock.advance(1_000);
    expect(figureOf(await read(), 'stopgate_answer_oldest_seconds')).toBe(0);
    api.arrive('+447700900456', 'HELP', 'second');
    await api.clock.advance(70_000);
    api.arrive('+447700900457', 'STOP');
    expect(figureOf(await read(), 'stopgate_answer_oldest_seconds')).toBe(70);
    const submission = api.sender.next('second');
    if (submission === undefined) throw new Error('nothing is due');
    expect(figureOf(await read(), 'stopgate_answer_oldest_seconds')).toBe(70);
    api.sender.settle('second', submission, { kind: 'sent', reference: 1 });
    expect(figureOf(await read(), 'stopgate_answer_oldest_seconds')).toBe(0);
  });

  it('tells when something came in last', async () => {
    const { api, read } = openMetrics();
    const name = 'stopgate_last_inbound_timestamp_seconds';
    expect(figureOf(await read(), name)).toBeUndefined();
    api.arrive(person, 'Hello');
    const at = api.clock.now().getTime() / 1_000;
    await api.clock.advance(1_000);
    expect(figureOf(await read(), name)).toBe(at);
  });

  it('counts opt-outs by where they came from, each once however often it is asked', async () => {
    const { api, read } = openMetrics();
    api.arrive(person, 'STOP');
    await api.ask('PUT /v1/suppressions/+447700900124');
    await read();
    const text = await read();
    const optOuts = (source: string) =>
      figureOf(text, `stopgate_consent_events_total{kind="opt_out",source="${source}"}`);
    expect([optOuts('reply'), optOuts('api'), optOuts('link')]).toEqual([1, 1, undefined]);
    expect(figureOf(text, 'stopgate_suppressions')).toBe(2);
    api.arrive('+447700900125', doubtful);
    await api.clock.advance(60_000);
    expect(figureOf(await read(), 'stopgate_reviews_open')).toBe(1);
    expect(figureOf(await read(), 'stopgate_review_oldest_seconds')).toBe(60);
  });

  it('tells how each modem is', async () => {
    const { read } = openMetrics();
    const text = await read();
    expect(figureOf(text, 'stopgate_modem_ready{modem="main"}')).toBe(0);
    expect(figureOf(text, 'stopgate_modem_state{modem="main",state="connecting"}')).toBe(1);
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  });

  it('tells of a modem its network, its signal and its SIM as far as they are known', async () => {
    const { api, read } = openMetrics();
    expect(figureOf(await read(), 'stopgate_modem_signal_dbm{modem="main"}')).toBeUndefined();
    tellModem(api);
    const text = await read();
    expect(figureOf(text, 'stopgate_modem_registered{modem="main"}')).toBe(1);
    expect(figureOf(text, 'stopgate_modem_signal_dbm{modem="main"}')).toBe(-71);
    expect(figureOf(text, 'stopgate_modem_sim_messages{modem="main"}')).toBe(3);
    expect(figureOf(text, 'stopgate_modem_sim_capacity{modem="main"}')).toBe(25);
  });

  it('names nobody', async () => {
    const { api, read } = openMetrics();
    await api.ask('POST /v1/messages', {
      body: { to: person, text: 'Wombat', campaign: 'quokka', reference: 'numbat' },
    });
    api.arrive(person, 'STOP wombats');
    expect(await read()).not.toMatch(/447700900|wombat|quokka|numbat/i);
  });

  it('has the same series whoever is written to', async () => {
    const { api, read } = openMetrics();
    const send = (to: string, campaign: string) =>
      api.ask('POST /v1/messages', { body: { to, text: 'Hello', campaign } });
    await send(person, 'first');
    const own = async () =>
      [...readExposition(await read()).values.keys()].filter((name) => name.startsWith('stopgate'));
    const before = await own();
    for (let more = 10; more < 30; more += 1) await send(`+4477009004${more}`, `c${more}`);
    expect(await own()).toEqual(before);
  });

  it('says what kind each metric is, and has only labels of few values', async () => {
    const exposed = readExposition(await fullMetrics());
    for (const [name, type] of exposed.types) {
      if (type === 'counter') expect(name).toMatch(/_total$/);
      else expect(name).not.toMatch(/_total$/);
    }
    const own = [...labelsOf(exposed)].filter(([name]) => name.startsWith('stopgate_'));
    const used = new Set(own.flatMap(([, labels]) => [...labels]));
    const allowed = ['host', 'kind', 'le', 'modem', 'source', 'state', 'status', 'version'];
    expect([...used].sort()).toEqual(allowed);
  });
});

describe('what is measured', () => {
  const sendNext = (api: ReturnType<typeof openTestApi>, reference = 1) => {
    const submission = api.sender.next('main');
    if (submission === undefined) throw new Error('nothing is due');
    api.sender.settle('main', submission, { kind: 'sent', reference });
  };

  it('is how long the confirmation of an opt-out took to go, and that of nothing else', async () => {
    const { api, read } = openMetrics();
    const name = 'stopgate_confirmation_delay_seconds';
    expect(figureOf(await read(), `${name}_bucket{le="+Inf"}`)).toBe(0);
    api.arrive('+447700900456', 'HELP');
    sendNext(api);
    api.arrive(person, 'STOP');
    await api.clock.advance(4_000);
    sendNext(api);
    const text = await read();
    expect(figureOf(text, `${name}_count`)).toBe(1);
    expect(figureOf(text, `${name}_sum`)).toBe(4);
    expect(figureOf(text, `${name}_bucket{le="2"}`)).toBe(0);
    expect(figureOf(text, `${name}_bucket{le="5"}`)).toBe(1);
    expect(figureOf(text, `${name}_bucket{le="+Inf"}`)).toBe(1);
  });

  it('counts a confirmation of several parts once, when the last has gone', async () => {
    const api = openTestApi(`[optout]\nbrand = "${'Ж'.repeat(60)}"`);
    const { confirmationSeconds } = api.measurements;
    api.arrive(person, 'STOP');
    const parts = api.store.messages.list({ limit: 1 }).items[0]?.parts ?? 0;
    expect(parts).toBeGreaterThan(1);
    for (let part = 1; part <= parts; part += 1) {
      expect(confirmationSeconds.count).toBe(0);
      await api.clock.advance(1_000);
      sendNext(api, part);
    }
    expect(confirmationSeconds.count).toBe(1);
    expect(confirmationSeconds.sum).toBe(parts);
  });

  it('counts the confirmation of somebody who says STOP again before it goes', async () => {
    const api = openTestApi();
    api.arrive(person, 'STOP');
    await api.clock.advance(4_000);
    api.arrive(person, 'STOP');
    await api.clock.advance(2_000);
    sendNext(api);
    const { count, sum } = api.measurements.confirmationSeconds;
    expect([count, sum]).toEqual([1, 6]);
  });

  it('is not misled by a clock that is set while a confirmation waits', async () => {
    const api = openTestApi();
    api.arrive(person, 'STOP');
    await api.clock.advance(3_000);
    const byMs = 40 * 24 * 3_600_000;
    const to = new Date(api.clock.now().getTime() + byMs);
    api.store.shiftTimes({ from: api.steadyClock.since, to, byMs });
    api.clock.jump(byMs);
    api.steadyClock.follow();
    sendNext(api);
    expect(api.measurements.confirmationSeconds.count).toBe(1);
    expect(api.measurements.confirmationSeconds.sum).toBe(3);
  });

  it('is how long each transaction took that wrote, however many lie within it', async () => {
    const api = openTestApi();
    const { transactionSeconds } = api.measurements;
    const before = transactionSeconds.count;
    api.store.transaction(() => api.store.messages.countQueued());
    expect(transactionSeconds.count).toBe(before);
    api.store.transaction(() => api.store.idempotency.prune('2027', 1));
    expect(transactionSeconds.count).toBe(before);
    const note = () => api.store.noteDoubtedSince(new Date(0));
    api.store.transaction(() => api.store.transaction(note));
    expect(transactionSeconds.count).toBe(before + 1);
    const fail = () => {
      throw new Error('no');
    };
    expect(() => api.store.transaction(fail)).toThrow('no');
    expect(transactionSeconds.count).toBe(before + 2);
  });

  it('is how often a webhook was called and failed, by its host alone, from nought', async () => {
    const receiver = await openReceiver();
    const services = openTestWebhooks(receiver.url);
    const { host } = new URL(receiver.url);
    const { webhooks } = services.measurements;
    expect([...webhooks]).toEqual([[host, { tries: 0, failures: 0 }]]);
    receiver.answer = answerWith(500);
    services.send();
    await services.until('it failed', () => webhooks.get(host)?.failures === 1);
    receiver.answer = answerWith(204);
    await services.clock.advance(6_000);
    await services.until('all is told', () =>
      services.deliveries().every(({ status }) => status === 'done'),
    );
    await services.until(
      'all is counted',
      () => webhooks.get(host)?.tries === receiver.told.length,
    );
    expect(receiver.told.length).toBeGreaterThan(1);
    expect(webhooks.get(host)?.failures).toBe(1);
  });
});

describe('while something is wrong', () => {
  it('tells that the database cannot be written, with all that can still be read', async () => {
    const { api, read } = openMetrics();
    api.arrive(person, 'Hello');
    expect(figureOf(await read(), 'stopgate_store_usable')).toBe(1);
    const other = new Database(join(api.dataDir, databaseFile));
    other.exec('BEGIN IMMEDIATE');
    const text = await read();
    other.close();
    expect(figureOf(text, 'stopgate_store_usable')).toBe(0);
    expect(figureOf(text, 'stopgate_queue_messages')).toBe(0);
    expect(figureOf(await read(), 'stopgate_store_usable')).toBe(1);
  });

  it('leaves out what cannot be read, and tells the rest', async () => {
    const api = openTestApi();
    const { metricsOf } = await import('../../src/http/metrics.js');
    const measured = { measurements: api.measurements, clock: api.clock, modems: api.board };
    const metrics = metricsOf({ store: api.store, ...measured, clockProblem: () => 'it is off' });
    expect(figureOf(await metrics(), 'stopgate_clock_in_doubt')).toBe(1);
    api.store.close();
    const text = await metrics();
    expect(figureOf(text, 'stopgate_store_usable')).toBe(0);
    expect(figureOf(text, 'stopgate_queue_messages')).toBeUndefined();
    expect(text).not.toMatch(/^stopgate_messages\b/m);
    expect(figureOf(text, 'stopgate_modem_ready{modem="main"}')).toBe(0);
  });
});
