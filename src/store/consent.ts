/**
 * `consent_events`, the append-only ledger, and `suppressions`, the list that follows from it.
 * A person who was erased stands in both under a pseudonym, which still blocks.
 */
import type {
  ConsentEvent,
  ConsentKind,
  ConsentSource,
  Evidence,
  NewConsentEvent,
  Suppression,
} from '../domain/consent.js';
import type { ConsentStore } from '../domain/consent-store.js';
import type { Page } from '../domain/page.js';
import type { Sqlite } from './connection.js';
import { evidenceHash, genesis, hashOf } from './ledger-chain.js';
import { pageOf, rowBelow } from './page.js';
import { pseudonyms } from './pseudonym.js';

type EventRow = Omit<ConsentEvent, 'evidence'> & { readonly evidence: string };

/** `gateway` names this chain; `newEventId` makes ids such as `ev_…`. */
export function consentStore(db: Sqlite, gateway: string, newEventId: () => string): ConsentStore {
  const pseudonymOf = remembering(pseudonyms(db));
  const selectLast = db.prepare<[string], { sequence: number; hash: string }>(
    `SELECT sequence, hash FROM consent_events WHERE gateway = ? ORDER BY sequence DESC LIMIT 1`,
  );
  const insertEvent =
    db.prepare(`INSERT INTO consent_events (id, gateway, sequence, kind, number, pseudonym,
      scope, source, evidence, evidence_hash, created_at, previous_hash, hash)
    VALUES (@id, @gateway, @sequence, @kind, @number, @pseudonym, @scope, @source, @evidence,
      @evidenceHash, @createdAt, @previousHash, @hash)`);
  const insertSuppression =
    db.prepare(`INSERT INTO suppressions (number, scope, since, source, event_id)
    VALUES (?, ?, ?, ?, ?)`);
  const deleteSuppression = db.prepare(
    `DELETE FROM suppressions WHERE number IN (?, ?) AND scope = ?`,
  );
  const selectSuppressions = db.prepare<[string, string], Omit<Suppression, 'number'>>(
    `SELECT scope, since, source FROM suppressions WHERE number IN (?, ?) ORDER BY scope, since`,
  );
  const selectStanding = db.prepare<[string, string, string], { found: number }>(
    `SELECT 1 AS found FROM suppressions WHERE number IN (?, ?) AND scope = ?`,
  );
  const selectNumber = db
    .prepare<[string], string>(
      `SELECT number FROM consent_events WHERE pseudonym = ? AND number <> pseudonym LIMIT 1`,
    )
    .pluck();
  const countAll = db.prepare<[], number>(`SELECT count(*) FROM suppressions`).pluck();
  // Walked by the ledger, whose order it has: SQLite would sort the whole list for each page.
  const selectPage = db.prepare<
    [number, number],
    { row: number; number: string; scope: string; since: string; source: ConsentSource }
  >(`SELECT e.rowid AS row, s.number, s.scope, s.since, s.source
      FROM consent_events e CROSS JOIN suppressions s
        ON s.number = e.number AND s.scope = e.scope AND s.event_id = e.id
      WHERE e.rowid < ? AND e.kind = 'opt_out' ORDER BY e.rowid DESC LIMIT ?`);
  const selectLastEvent = db.prepare<[string, ConsentKind], EventRow>(
    `SELECT id, gateway, sequence, kind, number, scope, source, evidence, created_at AS createdAt,
        previous_hash AS previousHash, hash
      FROM consent_events WHERE pseudonym = ? AND kind = ? ORDER BY rowid DESC LIMIT 1`,
  );

  const numberOf = (pseudonym: string) => selectNumber.get(pseudonym) ?? pseudonym;

  /** A number and its pseudonym, whichever of both was given. */
  function namesOf(number: string): [string, string] {
    const pseudonym = pseudonymOf(number);
    return [number === pseudonym ? numberOf(pseudonym) : number, pseudonym];
  }

  const selectKind = db
    .prepare<[string], ConsentKind>(`SELECT kind FROM consent_events WHERE id = ?`)
    .pluck();

  return {
    append(event: NewConsentEvent, at: string): ConsentEvent {
      const last = selectLast.get(gateway);
      const evidence = JSON.stringify(event.evidence);
      const content = {
        id: newEventId(),
        gateway,
        sequence: (last?.sequence ?? 0) + 1,
        kind: event.kind,
        number: event.number,
        pseudonym: pseudonymOf(event.number),
        scope: event.scope,
        source: event.source,
        evidenceHash: evidenceHash(evidence),
        createdAt: at,
        previousHash: last?.hash ?? genesis,
      };
      const hash = hashOf(content);
      insertEvent.run({ ...content, evidence, hash });
      return { ...content, evidence: event.evidence, hash };
    },

    suppress(event) {
      if (selectStanding.get(...namesOf(event.number), event.scope) !== undefined) return;
      insertSuppression.run(event.number, event.scope, event.createdAt, event.source, event.id);
    },

    lift(number, scope) {
      deleteSuppression.run(...namesOf(number), scope);
    },

    suppressionsOf: (number) =>
      selectSuppressions.all(...namesOf(number)).map((entry) => ({ number, ...entry })),

    list(request): Page<Suppression> {
      const rows = selectPage.all(rowBelow(request.cursor), request.limit + 1);
      return pageOf(rows, request.limit, ({ row: _row, ...suppression }) => suppression);
    },

    kindOf: (eventId) => selectKind.get(eventId),

    lastEvent(number, kind) {
      const row = selectLastEvent.get(pseudonymOf(number), kind);
      return row && { ...row, evidence: JSON.parse(row.evidence) as Evidence };
    },

    pseudonymOf,

    numberOf,

    count: () => countAll.get() ?? 0,
  };
}

/** One act asks several times for the same number's pseudonym. */
function remembering(pseudonymOf: (number: string) => string): (number: string) => string {
  let last = { number: '', pseudonym: '' };
  return (number) => {
    if (number !== last.number) last = { number, pseudonym: pseudonymOf(number) };
    return last.pseudonym;
  };
}
