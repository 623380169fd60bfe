/**
 * Lets go of texts that nobody needs any more, a few at a time while the daemon works: messages, what
 * came in, raw PDUs, answers kept for requests that come again, webhook deliveries, backups that were
 * made before upgrades. How long each is
 * kept stands here; what of a row goes and what stays is the store's affair.
 */
import { type Clock, sleep } from '../clock.js';
import type { Store } from '../domain/ports.js';
import type { Log } from '../log.js';
import { keptAnswerMs } from './idempotency.js';

export interface RetentionOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** After so many days texts go. */
  readonly messageDays: number;
}

const dayMs = 24 * 3_600_000;
/** How long a webhook delivery is kept that was told, and one that was given up, if texts are. */
const keepDoneMs = 3 * dayMs;
const keepDeadMs = 30 * dayMs;
const keepCodesMs = dayMs;

/** So many rows go in one transaction: some milliseconds, on a memory card some ten. */
const rowsAtOnce = 100;
/** Between two of them others write. */
const pauseMs = 50;

interface Step {
  readonly what: 'messages' | 'inbound' | 'pdus' | 'answers' | 'deliveries';
  /** Erases up to so many; how many it did. */
  readonly erase: (limit: number) => number;
}

export class Retention {
  readonly #options: RetentionOptions;
  readonly #closing = new AbortController();
  #running: Promise<void> | undefined;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  /** Begins to erase what is due now, unless it is still at it; returns at once and never throws. */
  begin(): void {
    if (this.#closing.signal.aborted) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Stops after the batch under way; what is left goes another time. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { store, log } = this.#options;
    const erased: Partial<Record<Step['what'] | 'backups', number>> = {};
    try {
      this.#forgetShortLived();
      for (const { what, erase } of this.#steps()) {
        const rows = await this.#inBatches(erase);
        if (rows > 0) erased[what] = (erased[what] ?? 0) + rows;
      }
      const backups = store.retention.removeUpgradeBackups(this.#textsBefore());
      if (backups > 0) erased.backups = backups;
      if (Object.keys(erased).length === 0) return;
      store.retention.emptyLog();
      log.info(erased, 'erased what was kept long enough');
    } catch (error) {
      log.error({ err: error }, 'old texts could not be erased; it is tried again later');
    }
  }

  /** Few, and gone when anybody asks for a new one: without that they would stay. */
  #forgetShortLived(): void {
    const { store } = this.#options;
    store.codes.prune(this.#ago(keepCodesMs));
    store.ussd.prune(this.#ago(0));
  }

  #steps(): readonly Step[] {
    const { store, messageDays } = this.#options;
    const keepMs = messageDays * dayMs;
    const before = this.#textsBefore();
    const doneBefore = this.#ago(Math.min(keepDoneMs, keepMs));
    const deadBefore = this.#ago(Math.min(keepDeadMs, keepMs));
    const answeredBefore = this.#ago(keptAnswerMs);
    const { retention, webhooks, idempotency } = store;
    return [
      { what: 'messages', erase: (limit) => retention.eraseMessages(before, limit) },
      { what: 'inbound', erase: (limit) => retention.eraseInbound(before, limit) },
      { what: 'pdus', erase: (limit) => retention.erasePdus(before, limit) },
      { what: 'answers', erase: (limit) => idempotency.prune(answeredBefore, limit) },
      { what: 'deliveries', erase: (limit) => webhooks.prune('done', doneBefore, limit) },
      { what: 'deliveries', erase: (limit) => webhooks.prune('dead', deadBefore, limit) },
    ];
  }

  #textsBefore(): string {
    return this.#ago(this.#options.messageDays * dayMs);
  }

  /** Each batch is whole or not there, so it may end anywhere. */
  async #inBatches(erase: Step['erase']): Promise<number> {
    const { store, clock } = this.#options;
    let rows = 0;
    while (!this.#closing.signal.aborted) {
      const erased = store.transaction(() => erase(rowsAtOnce));
      rows += erased;
      if (erased < rowsAtOnce) break;
      await sleep(clock, pauseMs, this.#closing.signal);
    }
    return rows;
  }

  #ago(ms: number): string {
    return new Date(this.#options.clock.now().getTime() - ms).toISOString();
  }
}
