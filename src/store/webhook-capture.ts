/**
 * Makes webhook deliveries of changes: triggers of this connection note each change whatever wrote
 * it, in the same transaction, and before that commits the events are written out. Without webhooks
 * there are no triggers. Knows nothing of how deliveries are tried.
 */
import type { WebhookEvent } from '../domain/webhook-store.js';
import type { Sqlite } from './database.js';

/** Which events an address is told of. */
export interface Subscription {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

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

/**
 * Begins to note changes. The answer writes out what was noted: to be called before each commit. What
 * changes several times within a transaction is told once, as it is at the end.
 *
 * INVARIANT: an event is stored with what it tells of, or neither is.
 */
export function captureChanges(db: Sqlite, options: CaptureOptions): () => void {
  const { subscriptions, newId, now, dataOf } = options;
  const events = new Set(subscriptions.flatMap(({ events }) => events));
  if (events.size > 0) {
    db.function('webhook_id', newId);
    db.function('webhook_time', now);
    // The disk may be full or read-only: what lasts as long as the connection stays off it.
    db.pragma('temp_store = MEMORY');
    db.exec('CREATE TEMP TABLE webhook_subscriptions (url TEXT NOT NULL, event TEXT NOT NULL)');
    const subscribe = db.prepare('INSERT INTO webhook_subscriptions VALUES (?, ?)');
    for (const { url, events } of subscriptions) {
      for (const event of events) subscribe.run(url, event);
    }
    for (const event of events) db.exec(trigger(event));
  }
  // Asked before each commit: never by going through the table, whatever the planner thinks.
  const selectUnwritten = db.prepare<[], Unwritten>(
    `SELECT sequence, event, subject, created_at AS createdAt
      FROM webhook_deliveries INDEXED BY webhook_deliveries_unwritten WHERE payload IS NULL`,
  );
  const write = db.prepare(`UPDATE webhook_deliveries SET payload = ? WHERE sequence = ?`);

  return () => {
    for (const { sequence, event, subject, createdAt } of selectUnwritten.all()) {
      const data = dataOf(event, subject) ?? null;
      write.run(JSON.stringify({ type: event, timestamp: createdAt, data }), sequence);
    }
  };
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
