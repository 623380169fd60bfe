/**
 * The gateway's figures as Prometheus metrics. No label has a number, a text or a campaign in it: who
 * may read metrics need not know who is written to. Nothing is counted until somebody asks.
 */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Clock } from '../clock.js';
import type { Figures } from '../domain/figures-store.js';
import { messageStatuses } from '../domain/message.js';
import type { Store } from '../domain/ports.js';
import type { ModemBoard } from '../service/modem-board.js';
import { version } from '../version.js';

export interface MetricsOptions {
  readonly store: Store;
  readonly modems: ModemBoard;
  readonly clock: Clock;
}

/** Answers in the text format of Prometheus, version 0.0.4. */
export function metricsOf(options: MetricsOptions): () => Promise<string> {
  const { store, modems, clock } = options;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `stopgate_${name}`, help, labelNames, registers: [registry] });

  gauge('info', 'Always 1; the label has the version.', 'version').set({ version }, 1);
  const messages = gauge('messages', 'Messages by what became of them.', 'status');
  const oldest = gauge(
    'queue_oldest_seconds',
    'For how long the first message of the queue has been due; 0: none is.',
  );
  const suppressions = gauge('suppressions', 'Entries of the suppression list.');
  const reviews = gauge('reviews_open', 'Doubtful replies that wait for a person.');
  const deliveries = gauge('webhook_deliveries', 'Webhook deliveries by state.', 'status');
  const events = new Counter({
    name: 'stopgate_consent_events_total',
    help: 'Events of the ledger: opt-outs by where they came from, and others.',
    labelNames: ['kind', 'source'],
    registers: [registry],
  });
  const tellModems = modemGauges(gauge);
  const told = new Map<string, number>();

  const tell = (figures: Figures) => {
    for (const status of messageStatuses) messages.set({ status }, 0);
    for (const { status, count } of figures.messages) messages.set({ status }, count);
    const { oldestDueAt } = figures;
    const waitedMs = oldestDueAt === null ? 0 : clock.now().getTime() - Date.parse(oldestDueAt);
    oldest.set(Math.max(0, waitedMs) / 1_000);
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

  return () => {
    tell(store.figures.read());
    tellModems(modems);
    return registry.metrics();
  };
}

const registered: ReadonlySet<string> = new Set(['home', 'roaming']);

/** What is known of each modem; what one does not tell is left out. */
function modemGauges(
  gauge: (name: string, help: string, ...labels: string[]) => Gauge,
): (modems: ModemBoard) => void {
  const state = gauge('modem_state', '1 for the state that a modem is in.', 'modem', 'state');
  const ready = gauge('modem_ready', '1 when a modem can send.', 'modem');
  const network = gauge('modem_registered', '1 when the network has let it in.', 'modem');
  const queue = gauge('modem_queue_messages', 'Messages that wait for it.', 'modem');
  const signal = gauge('modem_signal_dbm', 'How well it hears the network.', 'modem');
  const used = gauge('modem_sim_messages', 'Messages that it keeps.', 'modem');
  const room = gauge('modem_sim_capacity', 'How many it could keep.', 'modem');
  const all = [state, ready, network, queue, signal, used, room];
  return (modems) => {
    for (const one of all) one.reset();
    for (const modem of modems.readiness()) {
      state.set({ modem: modem.name, state: modem.state }, 1);
      ready.set({ modem: modem.name }, modem.downSince === null ? 1 : 0);
    }
    for (const modem of modems.list()) {
      const labels = { modem: modem.name };
      network.set(labels, registered.has(modem.registration) ? 1 : 0);
      queue.set(labels, modem.queue);
      if (modem.signalDbm !== null) signal.set(labels, modem.signalDbm);
      if (modem.simUsed !== null) used.set(labels, modem.simUsed);
      if (modem.simTotal !== null) room.set(labels, modem.simTotal);
    }
  };
}
