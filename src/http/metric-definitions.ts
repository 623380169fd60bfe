/**
 * Which metrics there are, and what each says at one moment. No label has a number, a text, a campaign
 * or a path in it: who may read metrics need not know who is written to. docs/metrics.md explains them.
 */
import type { Figures } from '../domain/figures-store.js';
import { messageStatuses } from '../domain/message.js';
import type { Measurements, WebhookCalls } from '../service/measurements.js';
import type { ModemView, Readiness } from '../service/modem-board.js';
import type { Tally } from '../service/tally.js';
import { version } from '../version.js';

export interface Moment {
  readonly nowMs: number;
  /** Undefined: the store cannot be read. */
  readonly figures: Figures | undefined;
  /** Of the store too; none where it cannot be read. */
  readonly modems: readonly ModemView[];
  readonly readiness: readonly Readiness[];
  readonly webhooks: ReadonlyMap<string, WebhookCalls>;
  readonly isStoreUsable: boolean;
  readonly isClockInDoubt: boolean;
}

export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Definition {
  readonly type: 'gauge' | 'counter';
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  /** What is not known has none. */
  readonly samples: (moment: Moment) => readonly Sample[];
}

export interface HistogramDefinition {
  readonly name: string;
  readonly help: string;
  readonly tally: (measurements: Measurements) => Tally;
}

const registered: ReadonlySet<string> = new Set(['home', 'roaming']);

export const definitions: readonly Definition[] = [
  gauge('info', 'Always 1; the label has the version.', () => [{ labels: { version }, value: 1 }], [
    'version',
  ]),

  gauge(
    'messages',
    'Messages by what became of them.',
    fromStore(({ messages }) =>
      messageStatuses.map((status) => ({
        labels: { status },
        value: messages.find((counted) => counted.status === status)?.count ?? 0,
      })),
    ),
    ['status'],
  ),
  gauge(
    'queue_messages',
    'Messages that wait for a modem, due or not.',
    fromStore(({ messages }) =>
      one(messages.find(({ status }) => status === 'queued')?.count ?? 0),
    ),
  ),
  gauge(
    'queue_oldest_seconds',
    'For how long the first message of the queue has been due; 0: none is.',
    fromStore(({ oldestDueAt }, nowMs) => one(ageOf(oldestDueAt, nowMs))),
  ),
  gauge(
    'answer_oldest_seconds',
    'For how long the first answer to STOP or HELP has waited to go; 0: none waits.',
    fromStore(({ oldestAnswerAt }, nowMs) => one(ageOf(oldestAnswerAt, nowMs))),
  ),
  gauge(
    'last_inbound_timestamp_seconds',
    'When a message came in last, in seconds since 1970; absent until one does.',
    fromStore(({ lastInboundAt }) =>
      lastInboundAt === null ? [] : one(Date.parse(lastInboundAt) / 1_000),
    ),
  ),

  gauge(
    'suppressions',
    'Entries of the suppression list.',
    fromStore(({ suppressions }) => one(suppressions)),
  ),
  counter(
    'consent_events_total',
    'Events of the ledger: opt-outs by where they came from, and others.',
    fromStore(({ events }) =>
      events.map(({ kind, source, count }) => ({ labels: { kind, source }, value: count })),
    ),
    ['kind', 'source'],
  ),
  gauge(
    'reviews_open',
    'Doubtful replies that wait for a person.',
    fromStore(({ openReviews }) => one(openReviews)),
  ),
  gauge(
    'review_oldest_seconds',
    'For how long the first of them has waited; 0: none waits.',
    fromStore(({ oldestReviewAt }, nowMs) => one(ageOf(oldestReviewAt, nowMs))),
  ),

  gauge(
    'webhook_deliveries',
    'Webhook deliveries by state: waiting, done, dead (given up).',
    fromStore(({ webhookDeliveries }) =>
      ['waiting', 'done', 'dead'].map((status) => ({
        labels: { status },
        value: webhookDeliveries.find((counted) => counted.status === status)?.count ?? 0,
      })),
    ),
    ['status'],
  ),
  counter('webhook_tries_total', 'Calls of a webhook, by its host.', callsOf('tries'), ['host']),
  counter(
    'webhook_failures_total',
    'Calls of a webhook that failed, by its host.',
    callsOf('failures'),
    ['host'],
  ),

  gauge(
    'modem_state',
    '1 for the state that a modem is in: connecting, waiting, ready, down, stopped.',
    ({ readiness }) =>
      readiness.map(({ name, state }) => ({ labels: { modem: name, state }, value: 1 })),
    ['modem', 'state'],
  ),
  gauge(
    'modem_ready',
    '1 when a modem can send.',
    ({ readiness }) =>
      readiness.map(({ name, downSince }) => ({
        labels: { modem: name },
        value: downSince === null ? 1 : 0,
      })),
    ['modem'],
  ),
  modemGauge('modem_registered', '1 when the network has let it in.', ({ registration }) =>
    registered.has(registration) ? 1 : 0,
  ),
  modemGauge('modem_queue_messages', 'Messages that wait for it.', ({ queue }) => queue),
  modemGauge(
    'modem_signal_dbm',
    'How well it hears the network, from -113 (hardly) to -51.',
    ({ signalDbm }) => signalDbm,
  ),
  modemGauge('modem_sim_messages', 'Messages that it keeps.', ({ simUsed }) => simUsed),
  modemGauge('modem_sim_capacity', 'How many it could keep.', ({ simTotal }) => simTotal),

  gauge('store_usable', '1 when the database can be read and written.', ({ isStoreUsable }) =>
    one(isStoreUsable ? 1 : 0),
  ),
  gauge(
    'database_bytes',
    'Size of the database, without its write-ahead log.',
    fromStore(({ octets }) => one(octets)),
  ),
  gauge(
    'clock_in_doubt',
    "1 when the machine's time of day is not to be trusted.",
    ({ isClockInDoubt }) => one(isClockInDoubt ? 1 : 0),
  ),
];

export const histograms: readonly HistogramDefinition[] = [
  {
    name: 'stopgate_confirmation_delay_seconds',
    help: 'From an opt-out until the network had taken the whole of its confirmation.',
    tally: ({ confirmationSeconds }) => confirmationSeconds,
  },
  {
    name: 'stopgate_store_transaction_seconds',
    help: 'How long transactions of the database took that wrote, with the disk.',
    tally: ({ transactionSeconds }) => transactionSeconds,
  },
];

type Samples = Definition['samples'];

function gauge(
  name: string,
  help: string,
  samples: Samples,
  labels: readonly string[] = [],
): Definition {
  return { type: 'gauge', name: `stopgate_${name}`, help, samples, labels };
}

function counter(
  name: string,
  help: string,
  samples: Samples,
  labels: readonly string[],
): Definition {
  return { type: 'counter', name: `stopgate_${name}`, help, samples, labels };
}

/** Of each modem that tells it. */
function modemGauge(
  name: string,
  help: string,
  tell: (modem: ModemView) => number | null,
): Definition {
  const samples: Samples = ({ modems }) =>
    modems.flatMap((modem) => {
      const value = tell(modem);
      return value === null ? [] : [{ labels: { modem: modem.name }, value }];
    });
  return gauge(name, help, samples, ['modem']);
}

function fromStore(samples: (figures: Figures, nowMs: number) => readonly Sample[]): Samples {
  return ({ figures, nowMs }) => (figures === undefined ? [] : samples(figures, nowMs));
}

function callsOf(what: keyof WebhookCalls): Samples {
  return ({ webhooks }) =>
    [...webhooks].map(([host, calls]) => ({ labels: { host }, value: calls[what] }));
}

function one(value: number): readonly Sample[] {
  return [{ value }];
}

/** Seconds since `time`; 0 where there is none, or it is yet to come. */
function ageOf(time: string | null, nowMs: number): number {
  return time === null ? 0 : Math.max(0, nowMs - Date.parse(time)) / 1_000;
}
