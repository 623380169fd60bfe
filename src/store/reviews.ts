/** `reviews`: doubtful replies that wait for a person, and what was decided of them. */
import type { Review, ReviewFilter, ReviewStore } from '../domain/consent-store.js';
import type { Page } from '../domain/page.js';
import type { Sqlite } from './connection.js';
import { pageOf, rowBelow } from './page.js';

type ReviewRow = Review & { readonly row: number };

const selectReview = `SELECT r.rowid AS row, r.id, r.inbound_id AS inbound, r.number, i.text, r.rule,
    r.language, i.modem, i.received_at AS receivedAt, r.decision, r.decided_at AS decidedAt,
    r.decided_by AS decidedBy
  FROM reviews r JOIN inbound i ON i.id = r.inbound_id`;

export function reviewStore(db: Sqlite): ReviewStore {
  const insert =
    db.prepare(`INSERT INTO reviews (id, inbound_id, number, rule, language, created_at)
    VALUES (@id, @inbound, @number, @rule, @language, @createdAt)`);
  const select = db.prepare<[string], ReviewRow>(`${selectReview} WHERE r.id = ?`);
  const selectAll = db.prepare<[number, number], ReviewRow>(
    `${selectReview} WHERE r.rowid < ? ORDER BY r.rowid DESC LIMIT ?`,
  );
  const selectWaiting = db.prepare<[number, number], ReviewRow>(
    `${selectReview} WHERE r.decision IS NULL AND r.rowid < ? ORDER BY r.rowid DESC LIMIT ?`,
  );
  const selectOpen = db.prepare<[string], { found: number }>(
    `SELECT 1 AS found FROM reviews WHERE number = ? AND decision IS NULL LIMIT 1`,
  );
  const selectOpenFor = db.prepare<[string, string], { found: number }>(
    `SELECT 1 AS found FROM reviews r JOIN inbound i ON i.id = r.inbound_id
      WHERE r.number = ? AND r.decision IS NULL AND i.fingerprint = ? LIMIT 1`,
  );
  const decide =
    db.prepare(`UPDATE reviews SET decision = @decision, decided_at = @at, decided_by = @by, event_id = @eventId
    WHERE id = @id AND decision IS NULL`);
  const decideAll =
    db.prepare(`UPDATE reviews SET decision = @decision, decided_at = @at, decided_by = @by, event_id = @eventId
    WHERE number = @number AND decision IS NULL`);
  const countOpen = db
    .prepare<[], number>(`SELECT count(*) FROM reviews WHERE decision IS NULL`)
    .pluck();

  return {
    insert(review) {
      insert.run(review);
    },

    find(id) {
      const row = select.get(id);
      return row && toReview(row);
    },

    list({ decided = false, cursor, limit }: ReviewFilter): Page<Review> {
      const query = decided ? selectAll : selectWaiting;
      return pageOf(query.all(rowBelow(cursor), limit + 1), limit, toReview);
    },

    isOpen: (number) => selectOpen.get(number) !== undefined,

    isOpenFor: (number, fingerprint) => selectOpenFor.get(number, fingerprint) !== undefined,

    decide(id, decision) {
      decide.run({ id, ...decision });
    },

    decideAll: (number, decision) => decideAll.run({ number, ...decision }).changes,

    countOpen: () => countOpen.get() ?? 0,
  };
}

function toReview({ row: _row, ...review }: ReviewRow): Review {
  return review;
}
