/** The SQLite store as a whole: one connection, one file a table family. */
import { dirname, join } from 'node:path';
import type { Store } from '../domain/ports.js';
import type { Subscription } from '../domain/webhook-store.js';
import { activityStore } from './activity.js';
import { apiKeyStore } from './api-keys.js';
import { backupStore } from './backup.js';
import { Condition } from './condition.js';
import type { Sqlite } from './connection.js';
import { consentStore } from './consent.js';
import { databaseFile, openDatabase, openingError } from './database.js';
import { erasureStore } from './erasure.js';
import { figuresStore } from './figures.js';
import { freeBytes } from './free-bytes.js';
import { idempotencyStore } from './idempotency.js';
import { inboundStore } from './inbound.js';
import { ledgerStore } from './ledger.js';
import { linkStore } from './links.js';
import { messageStore } from './messages.js';
import { modemStore } from './modems.js';
import { optOutCodeStore } from './opt-out-codes.js';
import { keyFor } from './pseudonym.js';
import { retentionStore } from './retention.js';
import { reviewStore } from './reviews.js';
import { seenLines } from './seen-lines.js';
import { requireSound } from './soundness.js';
import { statistics } from './statistics.js';
import { type Stopwatch, timing } from './stopwatch.js';
import { doubtedSince, lastWrittenAt, noteDoubtedSince, shiftTimes } from './time-shift.js';
import { ussdStore } from './ussd.js';
import { vacuum } from './vacuum.js';
import { captureChanges } from './webhook-capture.js';
import { webhookData } from './webhook-data.js';
import { webhookStore } from './webhooks.js';

export interface StoreOptions {
  readonly dataDir: string;
  /** Names this gateway's chain of consent events. */
  readonly gatewayName: string;
  readonly newEventId: () => string;
  /** ISO 8601. Absent: no backup is made before the schema is brought up to date. */
  readonly now?: () => string;
  /** What is told to whom; nothing to nobody when absent. */
  readonly webhooks?: {
    readonly subscriptions: readonly Subscription[];
    readonly newId: () => string;
    /** ISO 8601. */
    readonly now: () => string;
  };
  /** Told how long transactions take. */
  readonly stopwatch?: Stopwatch;
}

const untold = { subscriptions: [], newId: () => '', now: () => '' };

/** Opens the store in `dataDir`; throws StoreError. */
export function openStore(options: StoreOptions): Store {
  const db = openDatabase(options.dataDir, options.now);
  const file = join(options.dataDir, databaseFile);
  try {
    return storeOver(db, file, options);
  } catch (cause) {
    db.close();
    throw openingError(cause, file);
  }
}

function storeOver(db: Sqlite, file: string, options: StoreOptions): Store {
  const condition = new Condition(db, file);
  const timed = timing(db, options.stopwatch);
  const dataVersion = () => Number(db.pragma('data_version', { simple: true }));
  let seenVersion = dataVersion();
  let isWithin = false;
  const messages = messageStore(db);
  const inbound = inboundStore(db);
  const consent = consentStore(db, options.gatewayName, options.newEventId);
  const capture = captureChanges(db, {
    ...(options.webhooks ?? untold),
    dataOf: webhookData(db, { messages, inbound, consent }),
  });

  const store: Store = {
    messages,
    inbound,
    consent,
    ledger: ledgerStore(db),
    erasure: erasureStore(db),
    figures: figuresStore(db),
    retention: retentionStore(db),
    activity: activityStore(db),
    backup: backupStore(db, options.dataDir),
    reviews: reviewStore(db),
    links: linkStore(db),
    codes: optOutCodeStore(db),
    keys: apiKeyStore(db),
    modems: modemStore(db),
    idempotency: idempotencyStore(db),
    ussd: ussdStore(db),
    webhooks: webhookStore(db, capture),

    keyFor: (purpose) => keyFor(db, purpose),

    seenLines: () => seenLines(db),

    transaction<T>(work: () => T): T {
      if (isWithin) return work();
      const whole = db.transaction(() => {
        const result = work();
        capture.writeOut();
        return result;
      });
      condition.requireUsable();
      isWithin = true;
      try {
        return timed(() => whole.immediate());
      } catch (error) {
        condition.note(error);
        throw error;
      } finally {
        isWithin = false;
      }
    },

    noteFailure: (error) => condition.note(error),

    failure: () => condition.failure,

    probe: () => condition.probe(),

    requireSound: () => requireSound(db, file),

    lastWrittenAt: lastWrittenAt(db),

    shiftTimes: (shift) => store.transaction(() => shiftTimes(db, shift)),

    doubtedSince: () => doubtedSince(db),

    noteDoubtedSince: (since) => store.transaction(() => noteDoubtedSince(db, since)),

    vacuum: () => vacuum(db),

    freeBytes: () => freeBytes(dirname(file)),

    statistics: () => statistics(db),

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
  return store;
}
