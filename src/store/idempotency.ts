/** `idempotency_keys`: the answers given to requests that may come again. */
import type { IdempotencyStore, KeptAnswer } from '../domain/ports.js';
import type { Sqlite } from './connection.js';

export function idempotencyStore(db: Sqlite): IdempotencyStore {
  const select = db.prepare<[string, string], KeptAnswer>(
    `SELECT request_hash AS requestHash, status, body FROM idempotency_keys WHERE api_key_id = ? AND key = ?`,
  );
  const insert =
    db.prepare(`INSERT INTO idempotency_keys (api_key_id, key, request_hash, status, body, created_at)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const prune = db.prepare(`DELETE FROM idempotency_keys WHERE (api_key_id, key) IN
    (SELECT api_key_id, key FROM idempotency_keys WHERE created_at < ? LIMIT ?)`);

  return {
    find: (apiKeyId, key) => select.get(apiKeyId, key),
    insert(apiKeyId, key, answer, at) {
      insert.run(apiKeyId, key, answer.requestHash, answer.status, answer.body, at);
    },
    prune: (before, limit) => prune.run(before, limit).changes,
  };
}
