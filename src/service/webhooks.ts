/**
 * Webhooks as a whole: a worker for each, and what is left of those that are configured no more.
 * Making deliveries of what happens is the store's affair, and how long they are kept retention's.
 */
import type { LookupFunction } from 'node:net';
import type { Clock } from '../clock.js';
import type { Store } from '../domain/ports.js';
import type { Log } from '../log.js';
import type { Measurements } from './measurements.js';
import { type WebhookEndpoint, WebhookWorker } from './webhook-worker.js';

export interface WebhooksOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly measurements: Measurements;
  readonly endpoints: readonly WebhookEndpoint[];
  /** How names are resolved; the system's way by default. */
  readonly lookup?: LookupFunction;
  /** From 0 to 1; spreads the pauses between tries. */
  readonly random?: () => number;
}

export class Webhooks {
  readonly #options: WebhooksOptions;
  #endpoints: readonly WebhookEndpoint[];
  #workers: readonly WebhookWorker[];

  constructor(options: WebhooksOptions) {
    this.#options = options;
    this.#endpoints = options.endpoints;
    this.#workers = this.#newWorkers();
  }

  /** Gives up what waits for addresses that the configuration does not have any more. */
  giveUpRemoved(): void {
    const { store, clock, log } = this.#options;
    const urls = this.#endpoints.map(({ url }) => url);
    const reason = 'its webhook is not configured any more';
    const deliveries = store.webhooks.retain(urls, reason, clock.now().toISOString());
    if (deliveries > 0) {
      log.warn(
        { deliveries },
        'webhooks are gone from the configuration, with what waited for them',
      );
    }
  }

  /**
   * Goes on with other endpoints. `take` is called while nothing is under way, before what waits for
   * those that are gone is given up; when it throws, nothing has changed. One at a time.
   */
  async replace(endpoints: readonly WebhookEndpoint[], take: () => void): Promise<void> {
    const before = this.#endpoints;
    await this.close();
    try {
      this.#options.store.transaction(() => {
        take();
        this.#endpoints = endpoints;
        this.giveUpRemoved();
      });
    } catch (error) {
      this.#endpoints = before;
      throw error;
    } finally {
      this.#workers = this.#newWorkers();
    }
  }

  /** Begins with what is due; to be called several times in a second. Throws when the store fails. */
  look(): void {
    for (const worker of this.#workers) worker.look();
  }

  /** Stops all workers at once; what they had under way is tried again at the next start. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }

  #newWorkers(): readonly WebhookWorker[] {
    return this.#endpoints.map((endpoint) => new WebhookWorker({ ...this.#options, endpoint }));
  }
}
