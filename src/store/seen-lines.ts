/** Lines of a list that were seen, in a temporary table: a long list need not fit into memory. */
import type { SeenLines } from '../domain/consent-store.js';
import type { Sqlite } from './connection.js';

export function seenLines(db: Sqlite): SeenLines {
  db.exec(`DROP TABLE IF EXISTS temp.seen_lines;
    CREATE TEMP TABLE seen_lines (number TEXT NOT NULL, scope TEXT NOT NULL,
      PRIMARY KEY (number, scope)) STRICT, WITHOUT ROWID`);
  const insert = db.prepare(`INSERT INTO temp.seen_lines VALUES (?, ?) ON CONFLICT DO NOTHING`);
  return { add: (number, scope) => insert.run(number, scope).changes > 0 };
}
