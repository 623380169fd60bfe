/**
 * `webhook_deliveries`: what waits to be told to which address, and what came of it. Of those about
 * one number only the earliest that waits has a time for its next try; the table lets no second one
 * have it.
 */
import type {
  DeliveryFilter,
  DueDelivery,
  WebhookDelivery,
  WebhookStore,
} from '../domain/webhook-store.js';
import type { Sqlite } from './connection.js';
import { pageOf, rowBelow } from './page.js';
import type { Capture } from './webhook-capture.js';

type DeliveryRow = WebhookDelivery & { readonly row: number };

interface Place {
  readonly url: string;
  readonly number: string;
}

const columns = `sequence AS row, id, event, url, status, attempts, last_error AS lastError,
  created_at AS createdAt, next_try_at AS nextTryAt, ended_at AS endedAt`;

const dueDelivery = `SELECT id, event, payload, attempts FROM webhook_deliveries
  WHERE url = ? AND next_try_at IS NOT NULL AND payload IS NOT NULL`;

/** `writeOut` writes out what a change noted and no transaction of the store has yet. */
export function webhookStore(db: Sqlite, { writeOut, subscribe }: Capture): WebhookStore {
  const selectDue = db.prepare<[string, string, number], DueDelivery>(
    `${dueDelivery} AND next_try_at <= ? ORDER BY next_try_at, sequence LIMIT ?`,
  );
  const selectTooFar = db.prepare<[string, string, number], DueDelivery>(
    `${dueDelivery} AND next_try_at > ? ORDER BY next_try_at, sequence LIMIT ?`,
  );
  const selectUnwritten = db.prepare(
    `SELECT 1 FROM webhook_deliveries INDEXED BY webhook_deliveries_unwritten
      WHERE payload IS NULL LIMIT 1`,
  );
  const end = db.prepare<[Record<string, string | null>], Place>(
    `UPDATE webhook_deliveries SET status = @status, attempts = attempts + 1,
        last_error = coalesce(@error, last_error), next_try_at = NULL, ended_at = @at
      WHERE id = @id AND status = 'waiting' RETURNING url, number`,
  );
  const updateNextTry = db.prepare(
    `UPDATE webhook_deliveries SET attempts = attempts + 1, last_error = ?, next_try_at = ?
      WHERE id = ? AND next_try_at IS NOT NULL`,
  );
  const promote = db.prepare<[Place & { at: string }]>(
    `UPDATE webhook_deliveries SET next_try_at = @at
      WHERE sequence = (SELECT min(sequence) FROM webhook_deliveries
          WHERE url = @url AND number = @number AND status = 'waiting')
        AND NOT EXISTS (SELECT 1 FROM webhook_deliveries
          WHERE url = @url AND number = @number AND next_try_at IS NOT NULL)`,
  );
  const hurry = db.prepare<[Place & { at: string }]>(
    `UPDATE webhook_deliveries SET next_try_at = @at
      WHERE url = @url AND number = @number AND next_try_at > @at`,
  );
  const revive = db.prepare<[string], Place>(
    `UPDATE webhook_deliveries SET status = 'waiting', attempts = 0, ended_at = NULL
      WHERE id = ? AND status <> 'waiting' RETURNING url, number`,
  );
  const selectPlace = db.prepare<[string], Place>(
    `SELECT url, number FROM webhook_deliveries WHERE id = ?`,
  );
  const selectDead = db
    .prepare<[string], string>(
      `SELECT id FROM webhook_deliveries WHERE status = 'dead' AND url = ? ORDER BY sequence`,
    )
    .pluck();
  const selectWaitingUrls = db
    .prepare<[], string>(`SELECT DISTINCT url FROM webhook_deliveries WHERE status = 'waiting'`)
    .pluck();
  const endAll = db.prepare(
    `UPDATE webhook_deliveries SET status = 'dead', last_error = ?, next_try_at = NULL, ended_at = ?
      WHERE url = ? AND status = 'waiting'`,
  );
  const select = db.prepare<[string], DeliveryRow>(
    `SELECT ${columns} FROM webhook_deliveries WHERE id = ?`,
  );
  const remove = db.prepare(`DELETE FROM webhook_deliveries WHERE sequence IN
    (SELECT sequence FROM webhook_deliveries WHERE status = ? AND ended_at < ? LIMIT ?)`);
  const removeNumber = db.prepare(`DELETE FROM webhook_deliveries WHERE number = ?`);

  const transaction = <T>(work: () => T): T =>
    db.inTransaction ? work() : db.transaction(work).immediate();

  function settle(id: string, status: 'done' | 'dead', error: string | null, at: string): void {
    transaction(() => {
      const place = end.get({ id, status, error, at });
      if (place) promote.run({ ...place, at });
    });
  }

  function retry(id: string, at: string): boolean {
    const place = revive.get(id) ?? selectPlace.get(id);
    if (place === undefined) return false;
    promote.run({ ...place, at });
    hurry.run({ ...place, at });
    return true;
  }

  return {
    subscribe,

    due({ url, now, farthest, limit }) {
      if (selectUnwritten.get() !== undefined) transaction(writeOut);
      const due = selectDue.all(url, now, limit);
      return [...due, ...selectTooFar.all(url, farthest, limit - due.length)];
    },

    markDone(id, at) {
      settle(id, 'done', null, at);
    },

    postpone(id, error, nextTryAt) {
      updateNextTry.run(error, nextTryAt, id);
    },

    markDead(id, error, at) {
      settle(id, 'dead', error, at);
    },

    retain: (urls, error, at) =>
      transaction(() =>
        selectWaitingUrls
          .all()
          .filter((url) => !urls.includes(url))
          .reduce((count, url) => count + endAll.run(error, at, url).changes, 0),
      ),

    find(id) {
      const row = select.get(id);
      return row && toDelivery(row);
    },

    list(filter: DeliveryFilter) {
      const { status, cursor, limit } = filter;
      const rows = db
        .prepare<[Record<string, string | number>], DeliveryRow>(
          `SELECT ${columns} FROM webhook_deliveries
            WHERE sequence < @below ${status === undefined ? '' : 'AND status = @status'}
            ORDER BY sequence DESC LIMIT @limit`,
        )
        .all({
          below: rowBelow(cursor),
          limit: limit + 1,
          ...(status !== undefined && { status }),
        });
      return pageOf(rows, limit, toDelivery);
    },

    retry: (id, at) => transaction(() => retry(id, at)),

    retryDead: (urls, at) =>
      transaction(() => {
        const ids = urls.flatMap((url) => selectDead.all(url));
        for (const id of ids) retry(id, at);
        return ids.length;
      }),

    prune: (status, endedBefore, limit) => remove.run(status, endedBefore, limit).changes,

    forget: (number) => removeNumber.run(number).changes,
  };
}

function toDelivery({ row: _row, ...delivery }: DeliveryRow): WebhookDelivery {
  return delivery;
}
