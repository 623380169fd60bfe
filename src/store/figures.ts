/** Counts what whoever watches the gateway wants to know. Events are counted once: the ledger only grows. */
import type { Figures, FiguresStore } from '../domain/figures-store.js';
import { sizeOf } from './backup.js';
import type { Sqlite } from './database.js';

type Counted = Figures['messages'][number];
type Events = Figures['events'][number];

export function figuresStore(db: Sqlite): FiguresStore {
  const selectMessages = db.prepare<[], Counted>(
    `SELECT status || '' AS status, count(*) AS count FROM messages GROUP BY status || ''`,
  );
  const selectOldest = db.prepare<[], { dueAt: string | null }>(
    `SELECT min(due_at) AS dueAt FROM messages WHERE status = 'queued'`,
  );
  const selectLast = db.prepare<[], { last: number | null }>(
    `SELECT max(rowid) AS last FROM consent_events`,
  );
  const selectEvents = db.prepare<[number, number], Events>(
    `SELECT kind, source, count(*) AS count FROM consent_events
      WHERE rowid > ? AND rowid <= ? GROUP BY kind, source`,
  );
  const countSuppressions = db.prepare<[], { count: number }>(
    `SELECT count(*) AS count FROM suppressions`,
  );
  const countReviews = db.prepare<[], { count: number }>(
    `SELECT count(*) AS count FROM reviews WHERE decision IS NULL`,
  );
  const selectDeliveries = db.prepare<[], Counted>(
    `SELECT status, count(*) AS count FROM webhook_deliveries GROUP BY status`,
  );

  const selectLastReceived = db.prepare<[], { at: string }>(
    `SELECT received_at AS at FROM inbound ORDER BY rowid DESC LIMIT 1`,
  );

  const counted = new Map<string, Events>();
  let countedUpTo = 0;
  const events = () => {
    const last = selectLast.get()?.last ?? 0;
    for (const { kind, source, count } of selectEvents.all(countedUpTo, last)) {
      const key = `${kind} ${source}`;
      counted.set(key, { kind, source, count: (counted.get(key)?.count ?? 0) + count });
    }
    countedUpTo = last;
    return [...counted.values()];
  };

  return {
    read: () => ({
      messages: selectMessages.all(),
      oldestDueAt: selectOldest.get()?.dueAt ?? null,
      events: events(),
      suppressions: countSuppressions.get()?.count ?? 0,
      openReviews: countReviews.get()?.count ?? 0,
      lastReceivedAt: selectLastReceived.get()?.at ?? null,
      databaseBytes: sizeOf(db),
      webhookDeliveries: selectDeliveries.all(),
    }),
  };
}
