import { describe, expect, it } from 'vitest';
import { openTestApi } from '../support/test-api.js';
import { doubtful, person } from '../support/test-services.js';

/** The value of a metric with its labels as they stand; undefined where there is none. */
function figureOf(text: string, metric: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${metric} `));
  return line === undefined ? undefined : Number(line.slice(metric.length + 1));
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
    expect(figureOf(await read(), 'stopgate_reviews_open')).toBe(1);
  });

  it('tells how each modem is', async () => {
    const { read } = openMetrics();
    const text = await read();
    expect(figureOf(text, 'stopgate_modem_ready{modem="main"}')).toBe(0);
    expect(figureOf(text, 'stopgate_modem_state{modem="main",state="connecting"}')).toBe(1);
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  });

  it('tells how long confirmations took, once all of one has gone', async () => {
    const { api, read } = openMetrics();
    const { sender, clock, modemIs } = api;
    api.arrive(person, 'STOP');
    modemIs('main', 'ready');
    await clock.advance(3_000);
    const part = sender.next('main');
    if (part === undefined) throw new Error('nothing is due');
    expect(figureOf(await read(), 'stopgate_confirmation_delay_seconds_count')).toBe(0);
    sender.settle('main', part, { kind: 'sent', reference: 1 });
    const text = await read();
    const upTo = (le: string) =>
      figureOf(text, `stopgate_confirmation_delay_seconds_bucket{le="${le}"}`);
    expect([upTo('2'), upTo('5'), upTo('+Inf')]).toEqual([0, 1, 1]);
    expect(figureOf(text, 'stopgate_confirmation_delay_seconds_sum')).toBe(3);
  });

  it('tells how long changes of the database took', async () => {
    const { api, read } = openMetrics();
    const count = async () => figureOf(await read(), 'stopgate_store_commit_seconds_count') ?? 0;
    const before = await count();
    await api.ask('POST /v1/messages', { body: { to: person, text: 'Hello' } });
    expect(await count()).toBeGreaterThan(before);
  });

  it('tells the queue, the last reply, the size and the state of the database', async () => {
    const { api, read } = openMetrics();
    const before = await read();
    expect(before).not.toMatch(/^stopgate_last_inbound_timestamp_seconds /m);
    expect(figureOf(before, 'stopgate_queue_messages')).toBe(0);
    await api.ask('POST /v1/messages', { body: { to: person, text: 'Hello' } });
    api.arrive(person, 'Hello yourself');
    const text = await read();
    expect(figureOf(text, 'stopgate_queue_messages')).toBe(1);
    expect(figureOf(text, 'stopgate_last_inbound_timestamp_seconds')).toBe(
      Date.parse('2026-11-22T12:00:00Z') / 1_000,
    );
    expect(figureOf(text, 'stopgate_database_bytes')).toBeGreaterThan(4_096);
    expect(figureOf(text, 'stopgate_store_usable')).toBe(1);
    expect(figureOf(text, 'stopgate_clock_right')).toBe(1);
  });

  it('counts tries of a webhook that failed, by its host alone', async () => {
    const { api, read } = openMetrics();
    api.measurements.expectWebhook('app.example.org');
    const failures = async () =>
      figureOf(await read(), 'stopgate_webhook_failures_total{webhook="app.example.org"}');
    expect(await failures()).toBe(0);
    api.measurements.webhookFailed('app.example.org');
    await read();
    expect(await failures()).toBe(1);
  });

  it('names nobody', async () => {
    const { api, read } = openMetrics();
    await api.ask('POST /v1/messages', {
      body: { to: person, text: 'Wombat', campaign: 'quokka', reference: 'numbat' },
    });
    api.arrive(person, 'STOP wombats');
    expect(await read()).not.toMatch(/447700900|wombat|quokka|numbat/i);
  });
});
