/**
 * Puts times right that were written by a clock which was wrong: what waits keeps the time that it had
 * left, and what happened keeps its distance from now. The ledger and the suppression list are left as
 * they are: their times are a part of the proof. A clock is set at each start of some machines, so each
 * statement goes by an index or looks at the newest rows alone, however much is stored.
 */
import type { TimeShift } from '../domain/ports.js';
import type { Sqlite } from './connection.js';

/** Times at which something happened, in tables that grow at their end. */
const past: Readonly<Record<string, readonly string[]>> = {
  inbound: ['received_at'],
  messages: ['created_at', 'sent_at', 'delivered_at'],
  optout_links: ['created_at'],
  received_pdus: ['received_at', 'deleted_at'],
  reviews: ['created_at', 'decided_at'],
  webhook_deliveries: ['created_at', 'ended_at'],
};
/** Rows are in the order of coming: what a run has written is among the last of them. */
const newestRows = 50_000;

/** The same in tables that stay small. */
const pastOfFew: Readonly<Record<string, readonly string[]>> = {
  api_keys: ['created_at', 'revoked_at'],
  modems: ['updated_at', 'down_since'],
  ussd_requests: ['created_at', 'taken_at'],
};

/** The same where it is indexed. */
const pastByIndex: Readonly<Record<string, string>> = {
  idempotency_keys: 'created_at',
  optout_codes: 'created_at',
};

/** Messages that a modem may yet take, each by an index. */
const waiting: readonly string[] = [
  `status = 'queued'`,
  `status = 'sending'`,
  `status = 'held' AND recipient IN (SELECT number FROM reviews WHERE decision IS NULL)`,
];

const dayMs = 24 * 3_600_000;
/** What is to happen was planned at most so long ahead, where nobody named a time. */
const longestPlanMs = 2 * dayMs;

/** To be called in a transaction. */
export function shiftTimes(db: Sqlite, { from, to, byMs }: TimeShift): void {
  // A record that is off by a small part of its age misleads nobody.
  const oldestMs = to.getTime() - Math.max(dayMs, 30 * Math.abs(byMs));
  const range = {
    from: from.toISOString(),
    recordsFrom: new Date(Math.max(from.getTime(), oldestMs)).toISOString(),
    to: to.toISOString(),
    planned: new Date(to.getTime() + longestPlanMs).toISOString(),
    by: `${byMs < 0 ? '-' : '+'}${(Math.abs(byMs) / 1_000).toFixed(3)} seconds`,
  };
  for (const sql of [...deadlines(), ...records()]) db.prepare<[typeof range]>(sql).run(range);
  noteDoubtedSince(db, undefined);
}

/** Since when a clock wrote times that was not known to be right, and was not put right since. */
export function doubtedSince(db: Sqlite): Date | undefined {
  const since = db
    .prepare<[], string>(`SELECT value FROM gateway WHERE key = 'doubted_since'`)
    .pluck()
    .get();
  return since === undefined ? undefined : new Date(since);
}

/** Keeps that for the next start. To be called in a transaction. */
export function noteDoubtedSince(db: Sqlite, since: Date | undefined): void {
  db.prepare(`DELETE FROM gateway WHERE key = 'doubted_since'`).run();
  if (since === undefined) return;
  db.prepare(`INSERT INTO gateway (key, value) VALUES ('doubted_since', ?)`).run(
    since.toISOString(),
  );
}

/**
 * A time that an application named stands, and the validity that begins with it; any other is reckoned
 * from when the message came or was tried.
 */
function deadlines(): readonly string[] {
  return [
    `UPDATE messages SET expires_at = ${shifted('expires_at')}
      WHERE expires_at IS NOT NULL AND status IN ('queued', 'held', 'sending')
        AND send_at IS NULL AND created_at BETWEEN @from AND @to`,
    ...waiting.map(
      (which) => `UPDATE messages SET due_at = ${shifted('due_at')}
        WHERE ${which} AND due_at IS NOT send_at AND due_at BETWEEN @from AND @planned`,
    ),
    `UPDATE webhook_deliveries SET next_try_at = ${shifted('next_try_at')}
      WHERE next_try_at IS NOT NULL AND next_try_at BETWEEN @from AND @planned`,
    `UPDATE ussd_requests SET expires_at = ${shifted('expires_at')}
      WHERE expires_at BETWEEN @from AND @planned`,
  ];
}

function records(): readonly string[] {
  const move = (table: string, column: string, which = '') =>
    `UPDATE ${table} SET ${column} = ${shifted(column)}
      WHERE ${which} ${column} BETWEEN @recordsFrom AND @to`;
  const newest = (table: string) => `rowid > (SELECT max(rowid) FROM ${table}) - ${newestRows} AND`;
  const moveAll = (tables: typeof past, which: (table: string) => string) =>
    Object.entries(tables).flatMap(([table, columns]) =>
      columns.map((column) => move(table, column, which(table))),
    );
  return [
    ...moveAll(past, newest),
    ...moveAll(pastOfFew, () => ''),
    ...Object.entries(pastByIndex).map(([table, column]) => move(table, column)),
    move('message_parts', 'claimed_at', 'modem IN (SELECT name FROM modems) AND'),
    // As retention finds them; what a modem may yet take gets a new time then.
    move('message_parts', 'changed_at', `pdu <> '' AND status NOT IN ('queued', 'sending') AND`),
  ];
}

function shifted(column: string): string {
  return `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, @by)`;
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
