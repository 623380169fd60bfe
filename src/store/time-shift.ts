/**
 * Puts times right that were written by a clock which was wrong: what waits keeps the time that it had
 * left, and what happened keeps its distance from now. The ledger and the suppression list are left as
 * they are: their times are a part of the proof.
 */
import type { TimeShift } from '../domain/ports.js';
import type { Sqlite } from './database.js';

/** Times at which something happened. */
const past: Readonly<Record<string, readonly string[]>> = {
  api_keys: ['created_at', 'revoked_at'],
  idempotency_keys: ['created_at'],
  inbound: ['received_at'],
  message_parts: ['changed_at', 'claimed_at'],
  modems: ['updated_at', 'down_since'],
  optout_codes: ['created_at'],
  optout_links: ['created_at'],
  received_pdus: ['received_at', 'deleted_at'],
  reviews: ['created_at', 'decided_at'],
  ussd_requests: ['created_at', 'taken_at'],
  webhook_deliveries: ['created_at', 'ended_at'],
};

/** What is to happen was planned at most so long ahead, where nobody named a time. */
const longestPlanMs = 2 * 24 * 3_600_000;
const planned: Readonly<Record<string, string>> = {
  ussd_requests: 'expires_at',
  webhook_deliveries: 'next_try_at',
};

/** To be called in a transaction. */
export function shiftTimes(db: Sqlite, { from, to, byMs }: TimeShift): void {
  db.function('shifted', { deterministic: true }, (time: unknown) =>
    new Date(Date.parse(String(time)) + byMs).toISOString(),
  );
  const range = {
    from: from.toISOString(),
    to: to.toISOString(),
    planned: new Date(to.getTime() + longestPlanMs).toISOString(),
  };
  shiftMessages(db, range);
  for (const [table, column] of Object.entries(planned)) {
    db.prepare(`UPDATE ${table} SET ${column} = shifted(${column})
      WHERE ${column} >= @from AND ${column} <= @planned`).run(range);
  }
  for (const [table, columns] of Object.entries(past)) {
    for (const column of columns) {
      db.prepare(`UPDATE ${table} SET ${column} = shifted(${column})
        WHERE ${column} >= @from AND ${column} <= @to`).run(range);
    }
  }
}

/**
 * A time that an application named stands, and the validity that begins with it; any other is reckoned
 * from when the message came or was tried.
 */
function shiftMessages(db: Sqlite, range: Readonly<Record<string, string>>): void {
  const isIn = (column: string, end = '@to') => `(${column} >= @from AND ${column} <= ${end})`;
  const move = (column: string, when = isIn(column)) =>
    `${column} = CASE WHEN ${when} THEN shifted(${column}) ELSE ${column} END`;
  db.prepare(`UPDATE messages SET
      ${move('due_at', `due_at IS NOT send_at AND ${isIn('due_at', '@planned')}`)},
      ${move('expires_at', `expires_at IS NOT NULL AND send_at IS NULL AND ${isIn('created_at')}`)},
      ${move('sent_at')}, ${move('delivered_at')}, ${move('created_at')}
    WHERE ${isIn('created_at')} OR ${isIn('due_at', '@planned')} OR ${isIn('sent_at')}
      OR ${isIn('delivered_at')}`).run(range);
}

/** When something was written last, where times are put right; undefined in a new database. */
export function lastWrittenAt(db: Sqlite): Date | undefined {
  const latest = db
    .prepare<[], string | null>(
      `SELECT max(at) FROM (
        SELECT max(updated_at) AS at FROM modems
        UNION ALL SELECT max(created_at) FROM messages WHERE rowid = (SELECT max(rowid) FROM messages)
        UNION ALL SELECT max(received_at) FROM received_pdus
          WHERE id = (SELECT max(id) FROM received_pdus))`,
    )
    .pluck()
    .get();
  return latest == null ? undefined : new Date(latest);
}
