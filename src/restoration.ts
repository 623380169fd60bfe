/**
 * Puts a backup back. It goes back in time, and nothing that was promised since may be undone by that:
 * who opted out stays out, who was erased stays erased, and nothing is sent twice. All of it is done on
 * a copy, which takes the database's place when it is whole.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock.js';
import type { Config } from './config/config.js';
import type { MessageError } from './domain/message.js';
import type { Store } from './domain/ports.js';
import { newId } from './ids.js';
import { type BackupOptions, examine, type Unsound } from './service/backup.js';
import { breather } from './service/breather.js';
import { eraseRows } from './service/erasure.js';
import { verifyLedger } from './service/ledger.js';
import { openCopy } from './store/backup.js';
import { databaseFile, openDatabase } from './store/database.js';
import { daemonLock, lockInstance } from './store/instance-lock.js';
import {
  attachPresent,
  isUnreadable,
  type LaterSuppression,
  openPresentLedger,
  type PresentDatabase,
} from './store/present-database.js';
import { isPseudonym } from './store/pseudonym.js';
import { replaceFile, replaceWhole, type Staging, stage } from './store/replacement.js';
import { openStore } from './store/store.js';

export interface RestoreOptions extends Pick<BackupOptions, 'stop' | 'onProgress'> {
  readonly config: Config;
  readonly clock: Clock;
  readonly file: string;
  /** Go on where opt-outs that came after the backup cannot be brought over. */
  readonly loseLaterOptOuts: boolean;
}

/** What of the database that was there came over to the one that was restored. */
export interface BroughtOver {
  /** Opt-outs that the backup lacked. */
  readonly optOuts: number;
  /** People who were erased after the backup, and are again. */
  readonly erased: number;
  /** Messages that came after the backup and had not been sent: they are not in it. */
  readonly lostWaiting: number;
}

export interface Restored {
  readonly kind: 'restored';
  /** Where the database is that was there; undefined where there was none. */
  readonly aside: string | undefined;
  /** undefined: there was no database to bring anything from, or it could not be read. */
  readonly broughtOver: BroughtOver | undefined;
  /** Messages that waited when the backup was made and may have been sent since. */
  readonly canceled: number;
  /** Parts that a modem had just then. */
  readonly unconfirmed: number;
}

export type RestoreResult =
  | Restored
  | Unsound
  | { readonly kind: 'stopped' }
  /** Opt-outs that came after the backup would be lost; nothing was changed. */
  | { readonly kind: 'opt-outs-at-risk'; readonly problem: string };

const mayHaveGone: MessageError = {
  code: 'restored',
  message: 'it waited when the backup was made that was restored, and may have been sent since',
};
const hadModem: MessageError = {
  code: 'restored',
  message: 'a modem had it when the backup was made that was restored',
};

const canceledAtOnce = 500;

/** Restores `file`; rejects with StoreError where a daemon runs, or a disk or a file will not do. */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreResult> {
  const { dataDir } = options.config.gateway;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lockFile = join(dataDir, daemonLock);
  const wasUsed = existsSync(lockFile);
  const unlock = lockInstance(dataDir);
  try {
    const staging = stage(options.file, dataDir);
    try {
      return await restoreFrom(staging, options);
    } finally {
      staging.discard();
    }
  } finally {
    unlock();
    // A place where nothing came to be must not look as if a daemon had worked there.
    if (!wasUsed && !existsSync(join(dataDir, databaseFile))) rmSync(lockFile, { force: true });
  }
}

async function restoreFrom(staging: Staging, options: RestoreOptions): Promise<RestoreResult> {
  const { config, clock } = options;
  const { dataDir } = config.gateway;
  const damaged = damageOf(join(staging.directory, databaseFile), options.file);
  if (damaged !== undefined) return damaged;
  // Brings the schema up to date; the backup itself is the backup before that.
  openDatabase(staging.directory).close();
  const ownState = await examine(openCopy(join(staging.directory, databaseFile)), options);
  if ('kind' in ownState) return ownState;

  const present = join(dataDir, databaseFile);
  const isThere = existsSync(present);
  const later = isThere ? await takeLater(staging, present, options) : undefined;
  const risk = later?.risk;
  if (risk !== undefined && !options.loseLaterOptOuts) {
    return { kind: 'opt-outs-at-risk', problem: risk };
  }

  const store = openStaged(staging, options);
  let done: Omit<Restored, 'aside' | 'kind'>;
  try {
    const broughtOver = later?.bring?.(store);
    done = { broughtOver, ...(await endWhatWaited(store, clock)) };
    // What the clock was when the backup was made says nothing of how much time has passed since.
    store.noteDoubtedSince(undefined);
    if ((broughtOver?.erased ?? 0) > 0) store.erasure.scrub();
    const { stop } = options;
    const verdict = await verifyLedger({ store, clock, heads: [], stop, onProgress: () => {} });
    if (verdict === undefined) return { kind: 'stopped' };
    if (!verdict.isWhole) throw new Error(`the ledger broke: ${verdict.faults[0]?.problem}`);
  } finally {
    store.close();
  }

  const time = clock
    .now()
    .toISOString()
    .replace(/[-:]|\.\d+/gu, '');
  const aside = join(dataDir, `stopgate-before-restore-${time}.db`);
  if (later?.bring === undefined) replaceFile(staging, dataDir, aside);
  else await replaceWhole(staging, dataDir, aside);
  return { kind: 'restored', aside: isThere ? aside : undefined, ...done };
}

function damageOf(file: string, name: string): Unsound | undefined {
  const copy = openCopy(file, name);
  try {
    const [damage] = copy.damages();
    return damage === undefined
      ? undefined
      : { kind: 'unsound', problem: `it is damaged: ${damage}` };
  } finally {
    copy.close();
  }
}

function openStaged(staging: Staging, { config, clock }: RestoreOptions): Store {
  return openStore({
    dataDir: staging.directory,
    gatewayName: config.gateway.name,
    newEventId: () => newId('ev', clock),
    // Applications learn which of their messages are canceled.
    webhooks: {
      subscriptions: config.webhooks,
      newId: () => newId('wh', clock),
      now: () => clock.now().toISOString(),
    },
  });
}

interface Later {
  /** Why opt-outs would be lost; undefined: none is. */
  readonly risk: string | undefined;
  /** Brings over what rows alone do not; undefined where the database cannot be read. */
  readonly bring: ((store: Store) => BroughtOver) | undefined;
}

/** Brings rows over from the database that is there, and finds out what is left to do. */
async function takeLater(staging: Staging, file: string, options: RestoreOptions): Promise<Later> {
  const copy = openDatabase(staging.directory);
  try {
    const isWhole = await isLedgerWhole(file, options);
    const present = attachPresent(copy, file);
    return copy.transaction(() => takeRows(present, isWhole, options))();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    return { risk: `the database that is there cannot be read (${why})`, bring: undefined };
  } finally {
    copy.close();
  }
}

/**
 * Where the ledger that is there goes on from the backup's, the rest of it comes over as it is, with
 * who came back since. Otherwise the two have nothing in common but people: what is suppressed in
 * either stays suppressed.
 */
function takeRows(
  present: PresentDatabase,
  isWhole: boolean,
  { clock, config }: RestoreOptions,
): Later {
  const { isSameKey } = present;
  const isRest = isWhole && isSameKey && present.continuesLedger();
  const lostWaiting = present.countWaiting();
  const erased = isSameKey ? present.erasedSince() : [];
  const unknownErased = isSameKey ? 0 : present.countErasedSince();
  const lines = isRest ? [] : present.suppressions();
  const known = lines.filter(({ number }) => isSameKey || !isPseudonym(number));
  const lost = lines.length - known.length;
  const taken = isRest ? present.countNewSuppressions() : 0;
  if (isRest) present.takeLedger();
  present.takeTheRest();
  const at = clock.now().toISOString();
  const { country } = config.gateway;
  return {
    risk:
      lost + unknownErased === 0
        ? undefined
        : `${lost} opt-outs of people who were erased and ${unknownErased} erasures cannot be brought over, since the backup has another key for pseudonyms`,
    bring: (store) =>
      store.transaction(() => {
        const optOuts = taken + addOptOuts(store, known, at);
        eraseAgain(store, erased, { isInLedger: isRest, at, country });
        return { optOuts, erased: erased.length, lostWaiting };
      }),
  };
}

/** Throws where the file cannot be read at all. */
async function isLedgerWhole(file: string, { clock, stop }: RestoreOptions): Promise<boolean> {
  const store = openPresentLedger(file);
  try {
    const verdict = await verifyLedger({ store, clock, heads: [], stop, onProgress: () => {} });
    return verdict?.isWhole ?? false;
  } finally {
    store.close();
  }
}

/** Writes an event of its own for each line that the list lacks; how many. */
function addOptOuts(store: Store, lines: readonly LaterSuppression[], at: string): number {
  let added = 0;
  for (const { number, scope, since, source, eventId } of lines) {
    if (store.consent.suppressionsOf(number).some((entry) => entry.scope === scope)) continue;
    const evidence = {
      ...{ restored: true, event: eventId, since, source },
      ...(isPseudonym(number) && { pseudonym: true }),
    };
    const event = { kind: 'opt_out', number, scope, source: 'import', evidence } as const;
    store.consent.suppress(store.consent.append(event, at));
    added += 1;
  }
  return added;
}

function eraseAgain(
  store: Store,
  numbers: readonly string[],
  { isInLedger, at, country }: { isInLedger: boolean; at: string; country: string },
): void {
  for (const number of numbers) {
    if (!isInLedger) {
      store.consent.append(
        {
          ...{ kind: 'erased', number: store.consent.pseudonymOf(number), scope: '*' },
          ...{ source: 'cli', evidence: { by: 'restore' } },
        },
        at,
      );
    }
    eraseRows(store, number, country);
  }
}

/**
 * INVARIANT: at most once holds across a restore. What had not ended when the backup was made may have
 * been sent since, so none of it is sent from here.
 */
async function endWhatWaited(
  store: Store,
  clock: Clock,
): Promise<Pick<Restored, 'canceled' | 'unconfirmed'>> {
  const breathe = breather(clock);
  const at = clock.now().toISOString();
  const claimed = store.messages.claimedParts();
  store.transaction(() => {
    for (const { messageId, sequence } of claimed) {
      const change = { status: 'unconfirmed', at, error: hadModem } as const;
      store.messages.changePart(messageId, sequence, change);
    }
  });
  const ids = store.messages.unended();
  for (let begun = 0; begun < ids.length; begun += canceledAtOnce) {
    store.transaction(() => {
      for (const id of ids.slice(begun, begun + canceledAtOnce)) {
        store.messages.endQueued(id, 'canceled', mayHaveGone, at);
      }
    });
    await breathe();
  }
  return { canceled: ids.length, unconfirmed: claimed.length };
}
