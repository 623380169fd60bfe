/**
 * Consent whole: a ledger from which a person can be erased without breaking its chain, replies
 * under review, and opt-out links. The chain covers a pseudonym of the number and a hash of the
 * evidence in place of both; events that were there are chained anew.
 */
import type { Sqlite } from '../connection.js';
import { type ChainedEvent, evidenceHash, genesis, hashOf } from '../ledger-chain.js';
import { pseudonyms } from '../pseudonym.js';

const tables = `
CREATE TABLE consent_events_new (
  id            TEXT PRIMARY KEY,
  gateway       TEXT NOT NULL,
  sequence      INTEGER NOT NULL,       -- 1, 2, 3 … per gateway
  kind          TEXT NOT NULL CHECK (kind IN ('opt_out', 'opt_in', 'help', 'ignored', 'erased', 'exported')),
  number        TEXT NOT NULL,          -- E.164; the pseudonym once the person was erased; * nobody's
  pseudonym     TEXT NOT NULL,          -- hmac: and the number's HMAC-SHA256, hexadecimal
  scope         TEXT NOT NULL,          -- * or a campaign
  source        TEXT NOT NULL CHECK (source IN ('reply', 'link', 'page', 'api', 'cli', 'import', 'review')),
  evidence      TEXT NOT NULL,          -- JSON; {} once the person was erased
  evidence_hash TEXT NOT NULL,          -- SHA-256 of the evidence as it was written
  created_at    TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL,          -- SHA-256 over previous_hash and the row's canonical content
  UNIQUE (gateway, sequence)
) STRICT;`;

const rest = `
DROP TABLE consent_events;
ALTER TABLE consent_events_new RENAME TO consent_events;
CREATE INDEX consent_events_pseudonym ON consent_events (pseudonym);
-- The one change that is allowed takes out who a person was, when the ledger says that they were erased.
CREATE TRIGGER consent_events_no_update BEFORE UPDATE ON consent_events
  WHEN NOT (
    NEW.number = OLD.pseudonym AND NEW.evidence = '{}'
    AND OLD.kind <> 'erased'
    AND EXISTS (SELECT 1 FROM consent_events e WHERE e.pseudonym = OLD.pseudonym AND e.kind = 'erased'
      AND e.rowid > OLD.rowid)
    AND NEW.rowid = OLD.rowid AND NEW.id = OLD.id AND NEW.gateway = OLD.gateway
    AND NEW.sequence = OLD.sequence AND NEW.kind = OLD.kind AND NEW.pseudonym = OLD.pseudonym
    AND NEW.scope = OLD.scope AND NEW.source = OLD.source AND NEW.evidence_hash = OLD.evidence_hash
    AND NEW.created_at = OLD.created_at AND NEW.previous_hash = OLD.previous_hash AND NEW.hash = OLD.hash)
  BEGIN SELECT RAISE(ABORT, 'consent_events is append-only'); END;
CREATE TRIGGER consent_events_no_delete BEFORE DELETE ON consent_events
  BEGIN SELECT RAISE(ABORT, 'consent_events is append-only'); END;

CREATE TABLE reviews (
  id         TEXT PRIMARY KEY,
  inbound_id TEXT NOT NULL REFERENCES inbound (id),
  number     TEXT NOT NULL,
  rule       TEXT NOT NULL,
  language   TEXT,
  created_at TEXT NOT NULL,
  decision   TEXT CHECK (decision IN ('opt_out', 'ignore')),
  decided_at TEXT,
  decided_by TEXT,                      -- an operator, a key, or reply: the person's own next words
  event_id   TEXT REFERENCES consent_events (id)
) STRICT;
CREATE INDEX reviews_open ON reviews (number) WHERE decision IS NULL;

CREATE INDEX received_pdus_inbound ON received_pdus (inbound_id) WHERE inbound_id IS NOT NULL;

CREATE TABLE optout_links (
  id         INTEGER PRIMARY KEY,       -- the link's token is made of it
  number     TEXT NOT NULL,             -- E.164; the pseudonym once the person was erased
  pseudonym  TEXT NOT NULL,
  campaign   TEXT NOT NULL,
  language   TEXT,
  created_at TEXT NOT NULL,
  UNIQUE (pseudonym, campaign)
) STRICT;
`;

type EventBefore = Omit<ChainedEvent, 'pseudonym' | 'evidenceHash'> & {
  readonly number: string;
  readonly evidence: string;
};

/** To be run with foreign keys off: other tables refer to the ledger. */
export function consent(db: Sqlite): void {
  db.exec(tables);
  const pseudonymOf = pseudonyms(db);
  const insert =
    db.prepare(`INSERT INTO consent_events_new (id, gateway, sequence, kind, number, pseudonym,
      scope, source, evidence, evidence_hash, created_at, previous_hash, hash)
    VALUES (@id, @gateway, @sequence, @kind, @number, @pseudonym, @scope, @source, @evidence,
      @evidenceHash, @createdAt, @previousHash, @hash)`);
  const last = new Map<string, string>();
  const before = db
    .prepare<[], EventBefore>(
      `SELECT id, gateway, sequence, kind, number, scope, source, evidence, created_at AS createdAt,
          previous_hash AS previousHash FROM consent_events ORDER BY rowid`,
    )
    .all();
  for (const event of before) {
    const chained = {
      ...event,
      pseudonym: pseudonymOf(event.number),
      evidenceHash: evidenceHash(event.evidence),
      previousHash: last.get(event.gateway) ?? genesis,
    };
    const hash = hashOf(chained);
    insert.run({ ...chained, hash });
    last.set(event.gateway, hash);
  }
  db.exec(rest);
}
