/** How much is in the database, and what went wrong lately: what a report of a fault may tell of it. */
import { statSync } from 'node:fs';
import type { RecentFault, Statistics } from '../domain/statistics.js';
import { sizeOf } from './backup.js';
import type { Sqlite } from './connection.js';
import { schemaVersion } from './migrations.js';

/** So many kinds of faults are told of each table. */
const shownFaults = 10;

/** Walks through all tables: seconds for a large database. */
export function statistics(db: Sqlite): Statistics {
  const names = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all();
  const faults = (what: string, from: string): RecentFault[] =>
    db
      .prepare<[], Omit<RecentFault, 'where'>>(
        `SELECT ${what}, count(*) AS count FROM ${from}
          GROUP BY problem ORDER BY lastAt DESC LIMIT ${shownFaults}`,
      )
      .all()
      .map((fault) => ({ where: from.split(' ', 1)[0] ?? '', ...fault }));
  return {
    schemaVersion: schemaVersion(db),
    sqliteVersion: String(db.prepare('SELECT sqlite_version()').pluck().get()),
    octets: sizeOf(db),
    freePages: Number(db.pragma('freelist_count', { simple: true })),
    logOctets: statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0,
    rows: names.map((table) => ({
      table,
      count: Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
    })),
    messagesByStatus: db
      .prepare<[], { status: string; count: number }>(
        `SELECT status, count(*) AS count FROM messages GROUP BY status ORDER BY status`,
      )
      .all(),
    faults: [
      ...faults(
        `error_code || ': ' || coalesce(error_message, '') AS problem, max(created_at) AS lastAt`,
        'messages WHERE error_code IS NOT NULL',
      ),
      ...faults(
        'problem, max(received_at) AS lastAt',
        "received_pdus WHERE problem IS NOT NULL AND kind <> 'deliver'",
      ),
      ...faults(
        'last_error AS problem, max(created_at) AS lastAt',
        'webhook_deliveries WHERE last_error IS NOT NULL',
      ),
    ],
  };
}
