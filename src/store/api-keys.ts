/** `api_keys`: names, scopes and hashes; never a key itself. */
import type { ApiKey, ApiKeyStore, KeyScope } from '../domain/ports.js';
import type { Sqlite } from './connection.js';

interface KeyRow {
  id: string;
  name: string;
  scopes: string;
  hash: string;
  created_at: string;
  revoked_at: string | null;
}

function toKey(row: KeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes.split(',') as KeyScope[],
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  };
}

export function apiKeyStore(db: Sqlite): ApiKeyStore {
  const insert = db.prepare(
    `INSERT INTO api_keys (id, name, scopes, hash, created_at) VALUES (?, ?, ?, ?, ?)`,
  );
  const select = db.prepare<[string], KeyRow>(`SELECT * FROM api_keys WHERE id = ?`);
  const selectAll = db.prepare<[], KeyRow>(`SELECT * FROM api_keys ORDER BY created_at, id`);
  const revoke = db.prepare(
    `UPDATE api_keys SET revoked_at = @at WHERE (id = @key OR name = @key) AND revoked_at IS NULL`,
  );

  return {
    insert(key, hash) {
      insert.run(key.id, key.name, key.scopes.join(','), hash, key.createdAt);
    },
    find(id) {
      const row = select.get(id);
      return row && { key: toKey(row), hash: row.hash };
    },
    list: () => selectAll.all().map(toKey),
    revoke: (idOrName, at) => revoke.run({ at, key: idOrName }).changes > 0,
  };
}
