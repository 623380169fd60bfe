/**
 * Makes webhook deliveries of changes: triggers of this connection note each change whatever wrote
 * it, in the same transaction, and before that commits the events are written out. Without webhooks
 * there are no triggers. Knows nothing of how deliveries are tried.
 */
import { type Subscription, type WebhookEvent, webhookEvents } from '../domain/webhook-store.js';
import type { Sqlite } from './connection.js';

export interface CaptureOptions {
  readonly subscriptions: readonly Subscription[];
  readonly newId: () => string;
  /** ISO 8601. */
  readonly now: () => string;
  /** The object of an event, as it stands now; undefined when it is gone. */
  readonly dataOf: (event: WebhookEvent, subject: string) => unknown;
}

interface Unwritten {
  readonly sequence: number;
  readonly event: WebhookEvent;
  readonly subject: string;
  readonly createdAt: string;
}

/** What fires for each event, and whose it is. A new message is told by the answer that made it. */
const changes: Readonly<Record<WebhookEvent, { when: string; subject: string; number: string }>> = {
  'message.received': {
    when: 'AFTER INSERT ON main.inbound',
    subject: 'NEW.id',
    number: 'NEW.sender',
  },
  'message.status': {
    when: 'AFTER UPDATE OF status ON main.messages WHEN NEW.status <> OLD.status',
    subject: 'NEW.id',
    number: 'NEW.recipient',
  },
  'consent.changed': {
    when: `AFTER INSERT ON main.consent_events WHEN NEW.kind IN ('opt_out', 'opt_in')`,
    subject: 'NEW.id',
    number: 'NEW.number',
  },
};

export interface Capture {
  /** Writes out what was noted: to be called before each commit. */
  readonly writeOut: () => void;
  readonly subscribe: (subscriptions: readonly Subscription[]) => void;
}

/**
 * Begins to note changes. What changes several times within a transaction is told once, as it is at
 * the end.
 *
 * INVARIANT: an event is stored with what it tells of, or neither is.
 */
export function captureChanges(db: Sqlite, options: CaptureOptions): Capture {
  const { newId, now, dataOf } = options;
  db.function('webhook_id', newId);
  db.function('webhook_time', now);
  // The disk may be full or read-only: what lasts as long as the connection stays off it. Without
  // webhooks there is nothing of the kind, and a large sort has its place on the disk.
  if (options.subscriptions.length > 0) db.pragma('temp_store = MEMORY');
  subscribe(db, options.subscriptions);
  // Asked before each commit: never by going through the table, whatever the planner thinks.
  const selectUnwritten = db.prepare<[], Unwritten>(
    `SELECT sequence, event, subject, created_at AS createdAt
      FROM webhook_deliveries INDEXED BY webhook_deliveries_unwritten WHERE payload IS NULL`,
  );
  const write = db.prepare(`UPDATE webhook_deliveries SET payload = ? WHERE sequence = ?`);

  return {
    writeOut: () => {
      for (const { sequence, event, subject, createdAt } of selectUnwritten.all()) {
        const data = dataOf(event, subject) ?? null;
        write.run(JSON.stringify({ type: event, timestamp: createdAt, data }), sequence);
      }
    },
    subscribe: (subscriptions) => subscribe(db, subscriptions),
  };
}

/** Makes the triggers of this connection anew; without events there are none. */
function subscribe(db: Sqlite, subscriptions: readonly Subscription[]): void {
  for (const event of webhookEvents) db.exec(`DROP TRIGGER IF EXISTS temp."webhook ${event}"`);
  db.exec('DROP TABLE IF EXISTS temp.webhook_subscriptions');
  const events = new Set(subscriptions.flatMap(({ events }) => events));
  if (events.size === 0) return;
  db.exec('CREATE TEMP TABLE webhook_subscriptions (url TEXT NOT NULL, event TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO webhook_subscriptions VALUES (?, ?)');
  for (const { url, events } of subscriptions) {
    for (const event of events) insert.run(url, event);
  }
  for (const event of events) db.exec(trigger(event));
}

function trigger(event: WebhookEvent): string {
  const { when, subject, number } = changes[event];
  return `CREATE TEMP TRIGGER "webhook ${event}" ${when} BEGIN
    INSERT INTO webhook_deliveries (id, url, event, subject, number, created_at, next_try_at)
      SELECT webhook_id(), s.url, s.event, ${subject}, ${number}, webhook_time(),
        CASE WHEN EXISTS (SELECT 1 FROM webhook_deliveries d
            WHERE d.url = s.url AND d.number = ${number} AND d.status = 'waiting')
          THEN NULL ELSE webhook_time() END
      FROM webhook_subscriptions s WHERE s.event = '${event}'
      ON CONFLICT (url, event, subject) WHERE payload IS NULL DO NOTHING;
  END`;
}
