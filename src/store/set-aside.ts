/**
 * Puts a damaged database aside under another name, and a new one in its place with the consent that
 * could still be read. At no moment is there none under the usual name: a daemon that started then
 * would make an empty one.
 */
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { connect, type Sqlite } from './connection.js';
import { databaseFile, openDatabase, openingError } from './database.js';
import { lockInstance } from './instance-lock.js';
import { ledgerStore } from './ledger.js';
import { attempt } from './readable-rows.js';
import { type Rescued, rescueConsent } from './rescue.js';
import { examineDatabase, existingFile } from './soundness.js';
import { clearWorkshops, workshopIn } from './workshop.js';

export interface SetAsideOptions {
  readonly dataDir: string;
  readonly gatewayName: string;
  readonly newEventId: () => string;
  readonly now: Date;
  /** Also when consent was lost. */
  readonly acceptLoss: boolean;
}

export type SetAsideResult =
  | { readonly kind: 'sound'; readonly file: string }
  /** Nothing was changed. */
  | { readonly kind: 'loss'; readonly file: string; readonly rescued: Rescued }
  | {
      readonly kind: 'done';
      readonly file: string;
      /** Where the damaged one is now. */
      readonly aside: string;
      readonly rescued: Rescued;
    };

/** Throws {@link StoreError} while a daemon works on the directory, and when there is no database. */
export function setDatabaseAside(options: SetAsideOptions): SetAsideResult {
  const { dataDir, now, acceptLoss } = options;
  const file = existingFile(dataDir);
  const unlock = lockInstance(dataDir);
  try {
    const { damage } = examineDatabase(dataDir);
    if (damage.length === 0) return { kind: 'sound', file };
    const stamp = now.toISOString().replace(/[-:]|\.\d+/gu, '');
    const aside = `${file}.set-aside-${stamp}`;
    clearWorkshops(dataDir);
    const workshop = workshopIn(dataDir, 'rescuing');
    try {
      const rescued = makeNew(options, file, basename(aside), workshop);
      if (rescued.losses.length > 0 && !acceptLoss) return { kind: 'loss', file, rescued };
      exchange(file, aside, join(workshop, databaseFile), dataDir);
      return { kind: 'done', file, aside, rescued };
    } catch (cause) {
      // Not where it was made: nothing of that is left to be looked at.
      throw openingError(cause, file);
    } finally {
      clearWorkshops(dataDir);
    }
  } finally {
    unlock();
  }
}

function makeNew(options: SetAsideOptions, file: string, aside: string, workshop: string): Rescued {
  const rescued = fill(options, { file, aside, workshop, keepChain: true });
  // Rows that are each whole may contradict each other: then the new ledger begins a chain of its own.
  return rescued ?? fill(options, { file, aside, workshop, keepChain: false }) ?? nothing;
}

const nothing: Rescued = {
  events: 0,
  suppressedAnew: 0,
  suppressions: 0,
  optOutLinks: 0,
  apiKeys: 0,
  losses: ['everything: nothing of it makes sense together'],
};

/** A new database with what could be read; undefined when its ledger does not hold together. */
function fill(
  { gatewayName, newEventId, now }: SetAsideOptions,
  {
    file,
    aside,
    workshop,
    keepChain,
  }: { file: string; aside: string; workshop: string; keepChain: boolean },
): Rescued | undefined {
  rmSync(workshop, { recursive: true, force: true });
  const db = openDatabase(workshop);
  const old = openDamaged(file);
  try {
    if (old === undefined) {
      return { ...nothing, losses: ['everything: the file is no database any more'] };
    }
    const at = now.toISOString();
    const rescued = db
      .transaction(() =>
        rescueConsent(old, db, { gatewayName, newEventId, at, file: aside, keepChain }),
      )
      .immediate();
    if (!isLedgerWhole(db)) return undefined;
    return rescued;
  } finally {
    old?.close();
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
}

function openDamaged(file: string): Sqlite | undefined {
  return attempt(() => {
    const db = connect(file, { readonly: true });
    if (attempt(() => db.prepare('SELECT count(*) FROM sqlite_schema').get()) !== undefined)
      return db;
    db.close();
    return undefined;
  });
}

function isLedgerWhole(db: Sqlite): boolean {
  const check = ledgerStore(db).check(new Set());
  for (;;) {
    const step = check.next();
    if (step.done) return step.value.faultCount === 0;
  }
}

/** What SQLite keeps beside the file goes with it: to another one it would do harm. */
function exchange(file: string, aside: string, fresh: string, dataDir: string): void {
  linkSync(file, aside);
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  renameSync(fresh, file);
  const directory = openSync(dataDir, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
