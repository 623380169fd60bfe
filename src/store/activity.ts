/** Counts what came last: rows are in the order of coming, so each walk begins at the newest and ends early. */
import type { ActivityStore } from '../domain/activity-store.js';
import type { Sqlite } from './connection.js';

interface Row {
  readonly at: string;
  readonly what: string;
}

export function activityStore(db: Sqlite): ActivityStore {
  const newestOf = (table: string, at: string, what: string) =>
    db.prepare<[], Row>(`SELECT ${at} AS at, ${what} AS what FROM ${table} ORDER BY rowid DESC`);
  const messages = newestOf('messages', 'created_at', 'status');
  const inbound = newestOf('inbound', 'received_at', "''");
  const events = newestOf('consent_events', 'created_at', 'kind');

  return {
    since(time) {
      const counted = (statement: typeof messages) => {
        const counts = new Map<string, number>();
        for (const { at, what } of statement.iterate()) {
          if (at < time) break;
          counts.set(what, (counts.get(what) ?? 0) + 1);
        }
        return counts;
      };
      return {
        messages: [...counted(messages)].map(([status, count]) => ({ status, count })),
        received: counted(inbound).get('') ?? 0,
        optOuts: counted(events).get('opt_out') ?? 0,
      };
    },
  };
}
