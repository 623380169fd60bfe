/**
 * Whether the database can be used, as its last failure and its last proof tell. One that is damaged
 * stays so for this process: what it says of opt-outs cannot be trusted any more.
 */
import type { StoreFailure } from '../domain/store-failure.js';
import type { Sqlite } from './connection.js';
import { busyTimeoutMs } from './database.js';
import { failureOf } from './failure.js';
import { StoreError } from './store-error.js';

/** While another program keeps it locked, nobody here is held up for long by asking again. */
const lockedTimeoutMs = 200;

export class Condition {
  readonly #db: Sqlite;
  readonly #file: string;
  readonly #rehearse: () => void;
  readonly #prove: () => void;
  #failure: StoreFailure | undefined;

  constructor(db: Sqlite, file: string) {
    this.#db = db;
    this.#file = file;
    const write = db.prepare(`INSERT INTO gateway (key, value) VALUES ('probe', '1')
      ON CONFLICT (key) DO UPDATE SET value = '1'`);
    // Some pages more than an ordinary change: a log that has been emptied takes a small one always.
    const fill = db.prepare(`UPDATE gateway SET value = hex(zeroblob(32768)) WHERE key = 'probe'`);
    this.#rehearse = () => {
      db.exec('BEGIN IMMEDIATE');
      try {
        write.run();
      } finally {
        if (db.inTransaction) db.exec('ROLLBACK');
      }
    };
    this.#prove = db.transaction(() => {
      write.run();
      fill.run();
      write.run();
    }).immediate;
  }

  /** Why it cannot be used, as far as is known without a look. */
  get failure(): StoreFailure | undefined {
    return this.#failure;
  }

  /** Takes note of what `error` says of the database; undefined: nothing. */
  note(error: unknown): StoreFailure | undefined {
    const failure = failureOf(error, this.#file);
    if (failure !== undefined && this.#failure?.kind !== 'damaged') {
      this.#failure = failure;
      this.#wait(failure.kind === 'locked' ? lockedTimeoutMs : busyTimeoutMs);
    }
    return failure;
  }

  /**
   * To be called before a transaction is begun. Throws once the database is known to be damaged, and
   * where one is open that should have ended: what is written in it may never be kept.
   */
  requireUsable(): void {
    const failure = this.#failure;
    if (failure?.kind === 'damaged') throw new StoreError(failure.what, { failure });
    if (this.#db.inTransaction) {
      throw new StoreError(
        `a transaction on the database ${this.#file} was begun and has not ended`,
        {
          hint: 'restart the daemon; this is a fault of the program, and a report of it is welcome',
        },
      );
    }
  }

  /**
   * Throws when the database cannot be written. Where nothing is known to be wrong it writes and rolls
   * back, which wears no card; after a failure only what is committed counts.
   */
  probe(): void {
    this.requireUsable();
    try {
      if (this.#failure === undefined) {
        this.#rehearse();
        return;
      }
      this.#prove();
      this.#failure = undefined;
      this.#wait(busyTimeoutMs);
    } catch (error) {
      this.note(error);
      throw error;
    }
  }

  #wait(ms: number): void {
    this.#db.pragma(`busy_timeout = ${ms}`);
  }
}
