/** Counts what whoever watches the gateway wants to know. Events are counted once: the ledger only grows. */
import type { Figures, FiguresStore } from '../domain/figures-store.js';
import { answerPriority } from '../domain/message.js';
import { sizeOf } from './backup.js';
import type { Sqlite } from './connection.js';

type Counted = Figures['messages'][number];
type Events = Figures['events'][number];

export function figuresStore(db: Sqlite): FiguresStore {
  const selectMessages = db.prepare<[], Counted>(
    `SELECT status || '' AS status, count(*) AS count FROM messages GROUP BY status || ''`,
  );
  const selectOldest = db.prepare<[], { dueAt: string | null }>(
    `SELECT min(due_at) AS dueAt FROM messages WHERE status = 'queued'`,
  );
  // One look at the index for each lane: what waits behind the answers must not be walked through.
  const selectOldestAnswer = db.prepare<[{ priority: number }], { at: string | null }>(
    `WITH RECURSIVE lanes (lane) AS (
        SELECT min(lane) FROM messages WHERE status = 'queued'
        UNION ALL
        SELECT (SELECT min(lane) FROM messages WHERE status = 'queued' AND lane > lanes.lane)
          FROM lanes WHERE lane IS NOT NULL)
      SELECT min(at) AS at FROM (
        SELECT (SELECT min(created_at) FROM messages INDEXED BY messages_due
            WHERE status = 'queued' AND lane = lanes.lane AND priority = @priority) AS at
          FROM lanes WHERE lane IS NOT NULL
        UNION ALL
        SELECT min(created_at) FROM messages WHERE status = 'sending' AND priority = @priority)`,
  );
  const selectInbound = db.prepare<[], { at: string }>(
    `SELECT received_at AS at FROM inbound ORDER BY rowid DESC LIMIT 1`,
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
  const selectReviews = db.prepare<[], { count: number; oldest: string | null }>(
    `SELECT count(*) AS count, min(created_at) AS oldest FROM reviews WHERE decision IS NULL`,
  );
  const selectDeliveries = db.prepare<[], Counted>(
    `SELECT status, count(*) AS count FROM webhook_deliveries GROUP BY status`,
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

  const reviews = () => {
    const { count = 0, oldest = null } = selectReviews.get() ?? {};
    return { openReviews: count, oldestReviewAt: oldest };
  };

  return {
    read: () => ({
      ...reviews(),
      messages: selectMessages.all(),
      oldestDueAt: selectOldest.get()?.dueAt ?? null,
      oldestAnswerAt: selectOldestAnswer.get({ priority: answerPriority })?.at ?? null,
      lastInboundAt: selectInbound.get()?.at ?? null,
      events: events(),
      suppressions: countSuppressions.get()?.count ?? 0,
      webhookDeliveries: selectDeliveries.all(),
      octets: sizeOf(db),
    }),
  };
}
