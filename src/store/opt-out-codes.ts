/** `optout_codes`: hashes of the codes that confirm a number typed on a page, for a day. */
import type { OptOutCode, OptOutCodeStore } from '../domain/opt-out-codes.js';
import type { Sqlite } from './connection.js';
import { pseudonyms } from './pseudonym.js';

type CodeRow = Omit<OptOutCode, 'isKnown'> & { readonly isKnown: number };

export function optOutCodeStore(db: Sqlite): OptOutCodeStore {
  const pseudonymOf = pseudonyms(db);
  const insert = db.prepare(`INSERT INTO optout_codes (id, pseudonym, hash, is_known, created_at)
    VALUES (@id, @pseudonym, @hash, @isKnown, @createdAt)`);
  const select = db.prepare<[string], CodeRow>(`SELECT id, pseudonym, hash, is_known AS isKnown,
    tries, created_at AS createdAt FROM optout_codes WHERE id = ?`);
  const countTry = db.prepare(`UPDATE optout_codes SET tries = tries + 1 WHERE id = ?`);
  const countFor = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM optout_codes WHERE pseudonym = ? AND created_at >= ?`,
    )
    .pluck();
  const countAll = db
    .prepare<[number, string], number>(
      `SELECT count(*) FROM optout_codes WHERE is_known = ? AND created_at >= ?`,
    )
    .pluck();
  const selectTrace = db
    .prepare<{ number: string; pseudonym: string }, number>(
      `SELECT EXISTS (SELECT 1 FROM messages WHERE recipient = @number)
        OR EXISTS (SELECT 1 FROM inbound WHERE sender = @number)
        OR EXISTS (SELECT 1 FROM consent_events WHERE pseudonym = @pseudonym)
        OR EXISTS (SELECT 1 FROM optout_links WHERE pseudonym = @pseudonym)`,
    )
    .pluck();
  const prune = db.prepare(`DELETE FROM optout_codes WHERE created_at < ?`);

  return {
    insert(code) {
      insert.run({ ...code, isKnown: code.isKnown ? 1 : 0 });
    },

    find(id) {
      const row = select.get(id);
      return row && { ...row, isKnown: row.isKnown === 1 };
    },

    countTry(id) {
      countTry.run(id);
    },

    countFor: (pseudonym, since) => countFor.get(pseudonym, since) ?? 0,

    countAll: (isKnown, since) => countAll.get(isKnown ? 1 : 0, since) ?? 0,

    isKnown: (number) => selectTrace.get({ number, pseudonym: pseudonymOf(number) }) === 1,

    prune(before) {
      prune.run(before);
    },
  };
}
