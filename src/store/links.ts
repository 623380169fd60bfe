/** `optout_links`: one for each number and campaign that a link was sent for. */
import type { LinkStore, OptOutLink } from '../domain/consent-store.js';
import type { Sqlite } from './connection.js';
import { pseudonyms } from './pseudonym.js';

const columns = 'id, number, campaign, language';

export function linkStore(db: Sqlite): LinkStore {
  const pseudonymOf = pseudonyms(db);
  const select = db.prepare<[number], OptOutLink>(
    `SELECT ${columns} FROM optout_links WHERE id = ?`,
  );
  const selectTaken = db.prepare<[string, string], OptOutLink>(
    `SELECT ${columns} FROM optout_links WHERE pseudonym = ? AND campaign = ?`,
  );
  const insert = db.prepare<[string, string, string, string | null, string], OptOutLink>(
    `INSERT INTO optout_links (number, pseudonym, campaign, language, created_at)
      VALUES (?, ?, ?, ?, ?) RETURNING ${columns}`,
  );

  return {
    take({ number, campaign, language }, at) {
      const pseudonym = pseudonymOf(number);
      const link =
        selectTaken.get(pseudonym, campaign) ??
        insert.get(number, pseudonym, campaign, language, at);
      if (link === undefined) throw new Error('the link was not kept');
      return link;
    },

    find: (id) => select.get(id),
  };
}
