/**
 * The database that a backup is about to replace: what of it must outlive that. Attached to the
 * restored copy, so that rows go from one to the other without being read. Decides nothing.
 */
import Database from 'better-sqlite3';
import type { LedgerStore } from '../domain/consent-store.js';
import { connect, type Sqlite } from './connection.js';
import { ledgerStore } from './ledger.js';
import { isPseudonym, pseudonyms } from './pseudonym.js';

export interface LaterSuppression {
  readonly number: string;
  readonly scope: string;
  readonly since: string;
  readonly source: string;
  readonly eventId: string;
}

export interface PresentDatabase {
  /** Both have the same key: a person has the same pseudonym in both. */
  readonly isSameKey: boolean;
  /** Whether its ledger goes on where the copy's ends, of every gateway. */
  continuesLedger(): boolean;
  /** Takes the rest of the ledger, and the suppression list as it follows from the whole. */
  takeLedger(): void;
  /** How many lines of its suppression list the copy lacks. */
  countNewSuppressions(): number;
  /** Its suppression list. */
  suppressions(): readonly LaterSuppression[];
  /** The numbers that the copy has of people who were erased in it and are not in the copy. */
  erasedSince(): readonly string[];
  /** How many people were erased in it that the copy does not know to be erased. */
  countErasedSince(): number;
  /**
   * What else must not be undone: keys that were revoked, PINs that were refused, answers that were
   * given, links that were sent, replies that wait for a person or were decided by one.
   */
  takeTheRest(): void;
  /** Of messages that are not in the copy, how many wait to be sent. */
  countWaiting(): number;
  detach(): void;
}

const eventColumns = `id, gateway, sequence, kind, number, pseudonym, scope, source, evidence,
  evidence_hash, created_at, previous_hash, hash`;
const inboundColumns = `id, sender, text, fingerprint, modem, received_at, sent_at, encoding, part_count,
  complete, action, rule`;
const modemColumns = `name, port, state, problem, manufacturer, model, imei, operator, registration,
  signal_dbm, sim_used, sim_total, refused_pin, updated_at, down_since`;

/** Wherever a number stands. */
const numbers = `SELECT recipient FROM main.messages UNION SELECT sender FROM main.inbound
  UNION SELECT sender FROM main.received_pdus WHERE sender IS NOT NULL
  UNION SELECT number FROM main.consent_events UNION SELECT number FROM main.optout_links
  UNION SELECT number FROM main.webhook_deliveries UNION SELECT number FROM main.suppressions`;

/** Its ledger by itself, whatever version made it; throws what SQLite says where it cannot be read. */
export function openPresentLedger(file: string): {
  readonly ledger: LedgerStore;
  readonly close: () => void;
} {
  const db = connect(file, { fileMustExist: true });
  try {
    return { ledger: ledgerStore(db), close: () => void db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Whether `error` says that there is nothing in a file that could be read, now or later. */
export function isUnreadable(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    /^SQLITE_(?:NOTADB|CORRUPT|IOERR|CANTOPEN|ERROR$)/u.test(error.code)
  );
}

/** Attaches `file` to the copy; throws what SQLite says where it cannot be read. */
export function attachPresent(copy: Sqlite, file: string): PresentDatabase {
  copy.prepare('ATTACH ? AS present').run(file);
  const pseudonymOf = pseudonyms(copy);
  const count = (sql: string) => Number(copy.prepare(sql).pluck().get());
  const isSameKey =
    count(`SELECT count(*) FROM main.gateway m JOIN present.gateway p USING (key, value)
      WHERE key = 'secret'`) === 1;
  const erased = `SELECT DISTINCT pseudonym FROM present.consent_events WHERE kind = 'erased'
    AND id NOT IN (SELECT id FROM main.consent_events)`;

  return {
    isSameKey,

    continuesLedger: () =>
      count(`SELECT count(*) FROM
          (SELECT gateway, sequence, hash, max(sequence) FROM main.consent_events GROUP BY gateway) m
        WHERE NOT EXISTS (SELECT 1 FROM present.consent_events p
          WHERE p.gateway = m.gateway AND p.sequence = m.sequence AND p.hash = m.hash)`) === 0,

    takeLedger() {
      copy
        .prepare(
          `INSERT INTO main.consent_events (${eventColumns})
            SELECT ${eventColumns} FROM present.consent_events p WHERE NOT EXISTS
              (SELECT 1 FROM main.consent_events m
                WHERE m.gateway = p.gateway AND m.sequence = p.sequence)
            ORDER BY p.rowid`,
        )
        .run();
      copy.exec(`DELETE FROM main.suppressions;
        INSERT INTO main.suppressions (number, scope, since, source, event_id)
          SELECT number, scope, since, source, event_id FROM present.suppressions`);
    },

    countNewSuppressions: () =>
      count(`SELECT count(*) FROM present.suppressions p WHERE NOT EXISTS
        (SELECT 1 FROM main.suppressions m WHERE m.number = p.number AND m.scope = p.scope)`),

    suppressions: () =>
      copy
        .prepare<[], LaterSuppression>(
          `SELECT number, scope, since, source, event_id AS eventId FROM present.suppressions`,
        )
        .all(),

    erasedSince() {
      const gone = new Set(copy.prepare<[], string>(erased).pluck().all());
      if (gone.size === 0) return [];
      const known = copy.prepare<[], string>(numbers).pluck().all();
      return known.filter((number) => !isPseudonym(number) && gone.has(pseudonymOf(number)));
    },

    countErasedSince: () => count(`SELECT count(*) FROM (${erased})`),

    takeTheRest() {
      copy.exec(`
        UPDATE main.api_keys SET revoked_at = p.revoked_at FROM present.api_keys p
          WHERE p.id = api_keys.id AND p.revoked_at IS NOT NULL AND api_keys.revoked_at IS NULL;
        INSERT OR REPLACE INTO main.modems (${modemColumns})
          SELECT ${modemColumns} FROM present.modems;
        INSERT OR IGNORE INTO main.idempotency_keys
            (api_key_id, key, request_hash, status, body, created_at)
          SELECT api_key_id, key, request_hash, status, body, created_at
            FROM present.idempotency_keys;
        INSERT OR REPLACE INTO main.gateway (key, value)
          SELECT key, value FROM present.gateway WHERE key = 'concat_reference';
        INSERT OR IGNORE INTO main.inbound (${inboundColumns})
          SELECT ${inboundColumns} FROM present.inbound
            WHERE id IN (SELECT inbound_id FROM present.reviews WHERE decision IS NULL);
        INSERT OR IGNORE INTO main.reviews (id, inbound_id, number, rule, language, created_at)
          SELECT id, inbound_id, number, rule, language, created_at FROM present.reviews
            WHERE decision IS NULL;
        UPDATE main.reviews SET decision = p.decision, decided_at = p.decided_at,
            decided_by = p.decided_by,
            event_id = (SELECT id FROM main.consent_events WHERE id = p.event_id)
          FROM present.reviews p
          WHERE p.id = reviews.id AND p.decision IS NOT NULL AND reviews.decision IS NULL;`);
      if (!isSameKey) return;
      // A link that was sent must go on meaning its recipient, and no new one may get its id.
      copy.exec(`INSERT OR IGNORE INTO main.optout_links
          (id, number, pseudonym, campaign, language, created_at)
        SELECT id, number, pseudonym, campaign, language, created_at FROM present.optout_links`);
    },

    countWaiting: () =>
      count(`SELECT count(*) FROM present.messages WHERE status IN ('queued', 'held', 'sending')
        AND id NOT IN (SELECT id FROM main.messages)`),

    detach: () => void copy.exec('DETACH present'),
  };
}
