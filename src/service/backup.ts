/**
 * A backup that can be relied on: copied while the daemon works, looked through, and only then given
 * its name. How pages are copied is the store's affair.
 */
import type { Clock } from '../clock.js';
import type { BackupStore, DatabaseCopy } from '../domain/backup-store.js';
import { type LedgerVerdict, verifyLedger } from './ledger.js';

export interface BackupOptions {
  readonly store: { readonly backup: BackupStore };
  readonly clock: Clock;
  readonly file: string;
  readonly stop: AbortSignal;
  /** How far it is, from 0 to 1, and what it is at. */
  readonly onProgress: (done: number, what: 'copying' | 'checking') => void;
}

export type BackupResult =
  | { readonly kind: 'made'; readonly octets: number; readonly events: number }
  | { readonly kind: 'stopped' }
  | Unsound;

export interface Unsound {
  readonly kind: 'unsound';
  /** What is wrong with it, in plain words. */
  readonly problem: string;
}

/**
 * Makes `file` a backup of the database; what was there is replaced, at the end and at once. Nothing
 * is left where it was stopped or the copy is not sound. Rejects with StoreError.
 */
export async function makeBackup(options: BackupOptions): Promise<BackupResult> {
  const { store, file, stop, onProgress } = options;
  const { backup } = store;
  const partial = `${file}.partial`;
  const unlock = backup.lock();
  try {
    const isCopied = await backup.copyTo(partial, {
      onProgress: (done, total) => onProgress(done / total, 'copying'),
      stop,
    });
    if (!isCopied) return { kind: 'stopped' };
    const octets = backup.size();
    const verdict = await examine(backup.openCopy(partial), options);
    if ('kind' in verdict) return verdict;
    backup.publish(partial, file);
    note(options);
    return { kind: 'made', octets, events: verdict.events };
  } finally {
    backup.discard(partial);
    unlock();
  }
}

/** For whoever asks when the last one was made. It is there and whole, be it noted or not. */
function note({ store, clock }: BackupOptions): void {
  try {
    store.backup.noteMade(clock.now().toISOString());
  } catch {
    // A database that cannot be written is what backups are made of as well.
  }
}

/** Looks through all of a copy, and closes it: by SQLite's own means, and event by event. */
export async function examine(
  copy: DatabaseCopy,
  { clock, stop, onProgress }: Pick<BackupOptions, 'clock' | 'stop' | 'onProgress'>,
): Promise<LedgerVerdict | Unsound | Extract<BackupResult, { kind: 'stopped' }>> {
  try {
    const [damage] = copy.damages();
    if (damage !== undefined) return { kind: 'unsound', problem: `it is damaged: ${damage}` };
    const total = Math.max(1, copy.ledger.countEvents());
    const verdict = await verifyLedger({
      store: copy,
      ...{ clock, stop },
      heads: [],
      onProgress: (events) => onProgress(events / total, 'checking'),
    });
    if (verdict === undefined) return { kind: 'stopped' };
    if (verdict.isWhole) return verdict;
    return {
      kind: 'unsound',
      problem: `its ledger is not whole: ${verdict.faults[0]?.problem ?? 'something is missing'}`,
    };
  } finally {
    copy.close();
  }
}
