/**
 * Delivers to one webhook: what is due, a few at a time, and of one number one at a time. Keeps nothing
 * in memory that a crash could lose; the store keeps the order. Logs neither numbers nor texts.
 */
import type { LookupFunction } from 'node:net';
import { checkpoint } from '../checkpoint.js';
import { type Clock, sleep } from '../clock.js';
import type { Store } from '../domain/ports.js';
import type { DueDelivery } from '../domain/webhook-store.js';
import type { Log } from '../log.js';
import type { Measurements } from './measurements.js';
import { maxAtOnce, WebhookConnection } from './webhook-connection.js';
import { type Sign, signer } from './webhook-signature.js';
import { longestPauseMs, type Verdict, verdictOn } from './webhook-verdict.js';

/** A webhook as the configuration has it. */
export interface WebhookEndpoint {
  readonly url: string;
  readonly secret: string;
  readonly allowPrivate: boolean;
}

export interface WebhookWorkerOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly measurements: Measurements;
  readonly endpoint: WebhookEndpoint;
  readonly lookup?: LookupFunction;
  /** From 0 to 1; spreads the pauses between tries. */
  readonly random?: () => number;
}

/** How soon an outcome that could not be stored is stored again. */
const storeAgainMs = 5_000;

export class WebhookWorker {
  readonly #options: WebhookWorkerOptions;
  readonly #connection: WebhookConnection;
  readonly #sign: Sign;
  readonly #random: () => number;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();
  #isFailing = false;

  constructor(options: WebhookWorkerOptions) {
    this.#options = options;
    const { endpoint, clock, lookup, random = Math.random } = options;
    this.#connection = new WebhookConnection({ ...endpoint, clock, ...(lookup && { lookup }) });
    this.#sign = signer(endpoint.secret);
    this.#random = random;
    options.measurements.expectWebhook(this.#connection.host);
  }

  /** Begins with what is due, as far as there is room. Throws when the store cannot be read. */
  look(): void {
    if (this.#closing.signal.aborted || this.#underWay.size >= maxAtOnce) return;
    const { store, clock, endpoint } = this.#options;
    const nowMs = clock.now().getTime();
    const due = store.webhooks.due({
      url: endpoint.url,
      now: new Date(nowMs).toISOString(),
      farthest: new Date(nowMs + longestPauseMs).toISOString(),
      limit: maxAtOnce,
    });
    for (const delivery of due) {
      if (this.#underWay.size >= maxAtOnce) return;
      if (!this.#underWay.has(delivery.id)) this.#begin(delivery);
    }
  }

  /** Gives up what is under way, which is tried again at the next start; resolves when all has ended. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#underWay.values());
    this.#connection.close();
  }

  #begin(delivery: DueDelivery): void {
    const whole = this.#deliver(delivery).then(() => {
      this.#underWay.delete(delivery.id);
      this.#lookAgain();
    });
    this.#underWay.set(delivery.id, whole);
  }

  /** At once, for the next of the same number; a store that fails is told by the regular look. */
  #lookAgain(): void {
    try {
      this.look();
    } catch (error) {
      this.#options.log.debug({ err: error }, 'cannot look for webhooks to be called');
    }
  }

  /** Tries once and stores what came of it. Never rejects. */
  async #deliver({ id, event, payload, attempts }: DueDelivery): Promise<void> {
    const { clock } = this.#options;
    const headers = this.#sign(id, clock.now(), payload);
    const answer = await this.#connection.post(payload, headers, this.#closing.signal);
    checkpoint('after-webhook-call');
    const verdict = verdictOn(answer, attempts, this.#random);
    if (await this.#isStored(id, verdict)) this.#tell(verdict, { id, event, tries: attempts + 1 });
  }

  /** Stores it as soon as the store can; until then the delivery is not begun anew. False at the end. */
  async #isStored(id: string, verdict: Verdict): Promise<boolean> {
    const { clock, log, store } = this.#options;
    while (!this.#closing.signal.aborted) {
      try {
        this.#store(id, verdict);
        return true;
      } catch (error) {
        const isTold = store.noteFailure(error) !== undefined;
        log[isTold ? 'debug' : 'error'](
          { err: error, id },
          'what came of a webhook cannot be stored',
        );
        await sleep(clock, storeAgainMs, this.#closing.signal);
      }
    }
    return false;
  }

  #store(id: string, verdict: Verdict): void {
    const { clock, store } = this.#options;
    const now = clock.now();
    switch (verdict.kind) {
      case 'done':
        store.webhooks.markDone(id, now.toISOString());
        return;
      case 'dead':
        store.webhooks.markDead(id, verdict.reason, now.toISOString());
        return;
      case 'again': {
        const nextTryAt = new Date(now.getTime() + verdict.delayMs).toISOString();
        store.webhooks.postpone(id, verdict.reason, nextTryAt);
      }
    }
  }

  /** Says once that the webhook fails, and once that it works again; each that is given up. */
  #tell(verdict: Verdict, about: { id: string; event: string; tries: number }): void {
    const { log, measurements } = this.#options;
    const what = { webhook: this.#connection.host, ...about };
    measurements.webhookCalled(what.webhook, verdict.kind === 'done');
    if (verdict.kind === 'done') {
      if (this.#isFailing) log.info({ webhook: what.webhook }, 'a webhook works again');
      else log.debug(what, 'a webhook was called');
      this.#isFailing = false;
      return;
    }
    const { reason } = verdict;
    if (verdict.kind === 'dead') {
      log.warn(
        { ...what, reason },
        'a webhook was given up; "stopgate webhooks retry --dead" tries again',
      );
    } else if (!this.#isFailing) {
      log.warn({ ...what, reason }, 'a webhook cannot be called; it is tried again');
    } else {
      log.debug({ ...what, reason }, 'a webhook still cannot be called');
    }
    this.#isFailing = true;
  }
}
