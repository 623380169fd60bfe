/** The SQLite store as a whole: one connection, one file a table family. */
import Database from 'better-sqlite3';
import type { Store } from '../domain/ports.js';
import { apiKeyStore } from './api-keys.js';
import { consentStore } from './consent.js';
import { openDatabase } from './database.js';
import { erasureStore } from './erasure.js';
import { idempotencyStore } from './idempotency.js';
import { inboundStore } from './inbound.js';
import { ledgerStore } from './ledger.js';
import { linkStore } from './links.js';
import { messageStore } from './messages.js';
import { modemStore } from './modems.js';
import { optOutCodeStore } from './opt-out-codes.js';
import { keyFor } from './pseudonym.js';
import { reviewStore } from './reviews.js';
import { seenLines } from './seen-lines.js';
import { ussdStore } from './ussd.js';

export interface StoreOptions {
  readonly dataDir: string;
  /** Names this gateway's chain of consent events. */
  readonly gatewayName: string;
  readonly newEventId: () => string;
}

/** Opens the store in `dataDir`; throws StoreError. */
export function openStore(options: StoreOptions): Store {
  const db = openDatabase(options.dataDir);
  const dataVersion = () => Number(db.pragma('data_version', { simple: true }));
  let seenVersion = dataVersion();
  const probe = db.prepare(`INSERT INTO gateway (key, value) VALUES ('probe', '1')
    ON CONFLICT (key) DO UPDATE SET value = '1' RETURNING value`);

  return {
    messages: messageStore(db),
    inbound: inboundStore(db),
    consent: consentStore(db, options.gatewayName, options.newEventId),
    ledger: ledgerStore(db),
    erasure: erasureStore(db),
    reviews: reviewStore(db),
    links: linkStore(db),
    codes: optOutCodeStore(db),
    keys: apiKeyStore(db),
    modems: modemStore(db),
    idempotency: idempotencyStore(db),
    ussd: ussdStore(db),

    keyFor: (purpose) => keyFor(db, purpose),

    seenLines: () => seenLines(db),

    transaction<T>(work: () => T): T {
      return db.inTransaction ? work() : db.transaction(work).immediate();
    },

    isFailure: (error) => error instanceof Database.SqliteError,

    probe() {
      // A write that is rolled back: shows that the file can be locked and written, and wears no card.
      db.exec('BEGIN IMMEDIATE');
      try {
        probe.get();
      } finally {
        db.exec('ROLLBACK');
      }
    },

    changedElsewhere() {
      const version = dataVersion();
      const changed = version !== seenVersion;
      seenVersion = version;
      return changed;
    },

    close() {
      db.close();
    },
  };
}
