/**
 * What the services need of the store of webhook deliveries: what is to be told to which address, in
 * which order, and what came of it. Times are ISO 8601 UTC strings.
 */
import type { Page, PageRequest } from './page.js';

export const webhookEvents = ['message.received', 'message.status', 'consent.changed'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** `waiting`: to be tried; `done`: taken; `dead`: given up, until somebody asks for it again. */
export const deliveryStatuses = ['waiting', 'done', 'dead'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One event for one address. */
export interface WebhookDelivery {
  /** The same at every try. */
  readonly id: string;
  readonly event: WebhookEvent;
  readonly url: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: string;
  /** null once it ended, and while an earlier one about the same number waits. */
  readonly nextTryAt: string | null;
  readonly endedAt: string | null;
}

/** A delivery that is to be tried now. */
export interface DueDelivery {
  readonly id: string;
  readonly event: WebhookEvent;
  /** The body, as it was when the event was stored. */
  readonly payload: string;
  /** How often it was tried before. */
  readonly attempts: number;
}

export interface DueRequest {
  readonly url: string;
  readonly now: string;
  /** Nothing is put off for longer than until then; what is was stored before the clock was set back. */
  readonly farthest: string;
  readonly limit: number;
}

export interface DeliveryFilter extends PageRequest {
  readonly status?: DeliveryStatus | undefined;
}

/** Which events an address is told of. */
export interface Subscription {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/**
 * Deliveries are made by the store itself, in the transaction that changes what they tell of, for
 * the webhooks that it was opened with.
 */
export interface WebhookStore {
  /** From now on events are noted for these, in the place of those before. */
  subscribe(subscriptions: readonly Subscription[]): void;
  /** Those that are due for an address, at most one a number, the longest due first. */
  due(request: DueRequest): readonly DueDelivery[];
  /** It was taken; the next one about the same number is due `at` once. */
  markDone(id: string, at: string): void;
  /** It failed and is to be tried again; later ones about the same number wait for it. */
  postpone(id: string, error: string, nextTryAt: string): void;
  /** It is given up; the next one about the same number is due `at` once. */
  markDead(id: string, error: string, at: string): void;
  /** Gives up all that waits for addresses other than `urls`; how many. */
  retain(urls: readonly string[], error: string, at: string): number;
  find(id: string): WebhookDelivery | undefined;
  /** Newest first. */
  list(filter: DeliveryFilter): Page<WebhookDelivery>;
  /**
   * Makes it due `at` once, with all its tries before it; where an earlier one about the same
   * number waits, that one is due first. False when there is none of this id.
   */
  retry(id: string, at: string): boolean;
  /** The same for all that are dead and meant for one of `urls`; how many. */
  retryDead(urls: readonly string[], at: string): number;
  /** Forgets at most `limit` of those that were done, or given up, before; how many. */
  prune(status: 'done' | 'dead', endedBefore: string, limit: number): number;
  /** Forgets all about a number, whatever became of it; how many. */
  forget(number: string): number;
}
