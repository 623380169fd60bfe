/**
 * `ussd_requests`: what a command beside the daemon wants asked, and the answers. Rows are gone
 * once they are fetched or nobody waits for them any more.
 */
import type { UssdOutcome, UssdRequest, UssdStore } from '../domain/ports.js';
import type { Sqlite } from './connection.js';

export function ussdStore(db: Sqlite): UssdStore {
  const insert = db.prepare(`INSERT INTO ussd_requests (id, modem, code, created_at, expires_at)
    VALUES (@id, @modem, @code, @createdAt, @expiresAt)`);
  const selectWaiting = db.prepare<[string], UssdRequest>(`SELECT id, modem, code,
      created_at AS createdAt, expires_at AS expiresAt
    FROM ussd_requests WHERE taken_at IS NULL AND expires_at > ? ORDER BY created_at, id`);
  const updateTaken = db.prepare(`UPDATE ussd_requests SET taken_at = ? WHERE id = ?`);
  const updateOutcome = db.prepare(`UPDATE ussd_requests SET outcome = ? WHERE id = ?`);
  const selectOutcome = db.prepare<[string], { outcome: string | null }>(
    `SELECT outcome FROM ussd_requests WHERE id = ?`,
  );
  const selectExpired = db.prepare<[string], { id: string }>(
    `SELECT id FROM ussd_requests WHERE expires_at <= ?`,
  );
  const remove = db.prepare(`DELETE FROM ussd_requests WHERE id = ?`);

  return {
    insert(request) {
      insert.run(request);
    },
    take(now) {
      const requests = selectWaiting.all(now);
      for (const { id } of requests) updateTaken.run(now, id);
      return requests;
    },
    settle(id, outcome) {
      updateOutcome.run(JSON.stringify(outcome), id);
    },
    outcomeOf(id) {
      const outcome = selectOutcome.get(id)?.outcome ?? null;
      return outcome === null ? undefined : (JSON.parse(outcome) as UssdOutcome);
    },
    remove(id) {
      remove.run(id);
    },
    prune(now) {
      // A look is no write: mostly there is nothing.
      for (const { id } of selectExpired.all(now)) remove.run(id);
    },
  };
}
