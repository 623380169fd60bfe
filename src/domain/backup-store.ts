/**
 * What the services need of the store to copy a database while others write to it. Where a copy is
 * kept and when it counts is the service's affair.
 */
import type { LedgerStore } from './consent-store.js';

export interface CopyProgress {
  readonly onProgress: (donePages: number, totalPages: number) => void;
  readonly stop: AbortSignal;
}

/** A database that is looked at and not changed. */
export interface DatabaseCopy {
  readonly ledger: LedgerStore;
  /** How many steps its schema has had. */
  readonly schemaVersion: number;
  /** What SQLite finds wrong with it; nothing when it is sound. Takes seconds for a large one. */
  damages(): readonly string[];
  close(): void;
}

export interface BackupStore {
  /** Of the database file, octets. */
  size(): number;
  /**
   * Makes `file` a copy of the database as it stands now, whatever others write meanwhile; nobody
   * waits for it. An older `file` is lost. False when it was stopped. Rejects with StoreError.
   */
  copyTo(file: string, progress: CopyProgress): Promise<boolean>;
  /** Opens a copy; throws StoreError when it is none that this version can read. */
  openCopy(file: string): DatabaseCopy;
  /** Gives a whole copy its name, atomically and for good. */
  publish(copy: string, file: string): void;
  /** Notes in the database that a backup was made; ISO 8601 UTC. */
  noteMade(at: string): void;
  /** When that was last; undefined: never, as far as is known. */
  lastMadeAt(): string | undefined;
  /** Removes a copy and what SQLite left beside it. */
  discard(copy: string): void;
  /** Keeps others from making a backup until the answer is called; throws StoreError. */
  lock(): () => void;
}
