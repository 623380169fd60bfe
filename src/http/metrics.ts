/**
 * The gateway's figures as Prometheus metrics. No label has a number, a text or a campaign in it: who
 * may read metrics need not know who is written to. Nothing is counted until somebody asks.
 */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Clock } from '../clock.js';
import type { Figures } from '../domain/figures-store.js';
import { messageStatuses } from '../domain/message.js';
import type { Store } from '../domain/ports.js';
import type { Measurements, Tally } from '../service/measurements.js';
import type { ModemBoard } from '../service/modem-board.js';
import { version } from '../version.js';
import { modemMetrics, type NewGauge } from './modem-metrics.js';
import { registerTally } from './tally-histogram.js';

export interface MetricsOptions {
  readonly store: Store;
  readonly modems: ModemBoard;
  readonly clock: Clock;
  readonly measurements: Measurements;
  readonly clockProblem: () => string | undefined;
}

/** Answers in the text format of Prometheus, version 0.0.4. */
export function metricsOf(options: MetricsOptions): () => Promise<string> {
  const { store, modems, clock, measurements, clockProblem } = options;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge: NewGauge = (name, help, ...labelNames) =>
    new Gauge({ name: `stopgate_${name}`, help, labelNames, registers: [registry] });
  const histogram = (name: string, help: string, tally: Tally) =>
    registerTally(registry, { name: `stopgate_${name}`, help, tally });

  gauge('info', 'Always 1; the label has the version.', 'version').set({ version }, 1);
  const messages = gauge('messages', 'Messages by what became of them.', 'status');
  const queue = gauge('queue_messages', 'Messages that wait for a modem, due or not.');
  const oldest = gauge(
    'queue_oldest_seconds',
    'For how long the first message of the queue has been due; 0: none is.',
  );
  const suppressions = gauge('suppressions', 'Entries of the suppression list.');
  const reviews = gauge('reviews_open', 'Doubtful replies that wait for a person.');
  const deliveries = gauge('webhook_deliveries', 'Webhook deliveries by state.', 'status');
  const failures = new Counter({
    name: 'stopgate_webhook_failures_total',
    help: 'Tries to call a webhook that failed, by its host.',
    labelNames: ['webhook'],
    registers: [registry],
  });
  const lastReceived = gauge(
    'last_inbound_timestamp_seconds',
    'When the last message came in; absent until one does.',
  );
  const bytes = gauge('database_bytes', 'Size of the database, without its write-ahead log.');
  const usable = gauge('store_usable', '1 while the database can be read and written.');
  const clockRight = gauge('clock_right', '0 while nobody has told the machine the time.');
  histogram(
    'confirmation_delay_seconds',
    'From an opt-out until the network had taken its confirmation.',
    measurements.confirmationSeconds,
  );
  histogram(
    'store_commit_seconds',
    'How long a change of the database took, with the disk.',
    measurements.commitSeconds,
  );
  const events = new Counter({
    name: 'stopgate_consent_events_total',
    help: 'Events of the ledger: opt-outs by where they came from, and others.',
    labelNames: ['kind', 'source'],
    registers: [registry],
  });
  const tellModems = modemMetrics(gauge);
  const told = new Map<string, number>();

  const tell = (figures: Figures) => {
    for (const status of messageStatuses) messages.set({ status }, 0);
    for (const { status, count } of figures.messages) messages.set({ status }, count);
    queue.set(figures.messages.find(({ status }) => status === 'queued')?.count ?? 0);
    const { oldestDueAt, lastReceivedAt } = figures;
    const waitedMs = oldestDueAt === null ? 0 : clock.now().getTime() - Date.parse(oldestDueAt);
    oldest.set(Math.max(0, waitedMs) / 1_000);
    lastReceived.reset();
    if (lastReceivedAt !== null) lastReceived.set(Date.parse(lastReceivedAt) / 1_000);
    else lastReceived.remove();
    bytes.set(figures.databaseBytes);
    suppressions.set(figures.suppressions);
    reviews.set(figures.openReviews);
    deliveries.reset();
    for (const { status, count } of figures.webhookDeliveries) deliveries.set({ status }, count);
    for (const { kind, source, count } of figures.events) {
      const key = `${kind} ${source}`;
      events.inc({ kind, source }, count - (told.get(key) ?? 0));
      told.set(key, count);
    }
  };

  const tellProcess = () => {
    usable.set(store.failure() === undefined ? 1 : 0);
    clockRight.set(clockProblem() === undefined ? 1 : 0);
    failures.reset();
    for (const [webhook, count] of measurements.webhookFailures) failures.inc({ webhook }, count);
  };

  return () => {
    tellProcess();
    tell(store.figures.read());
    tellModems(modems);
    return registry.metrics();
  };
}
