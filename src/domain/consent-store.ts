/**
 * What the services need of the store of consent: the ledger and the list that follows from it,
 * replies under review, and opt-out links. Times are ISO 8601 UTC strings.
 */
import type { ConsentEvent, NewConsentEvent, Scope, Suppression } from './consent.js';
import type { Page, PageRequest } from './page.js';

/** A number in any of these calls may be a pseudonym, as a person who was erased is known by. */
export interface ConsentStore {
  /** Appends to this gateway's chain. */
  append(event: NewConsentEvent, at: string): ConsentEvent;
  /** Adds to the suppression list; keeps the older entry if there is one. */
  suppress(event: ConsentEvent): void;
  lift(number: string, scope: Scope): void;
  /** Those under the number's pseudonym too; `number` is as asked. */
  suppressionsOf(number: string): readonly Suppression[];
  list(request: PageRequest): Page<Suppression>;
  /** The last event of this kind, here or at another gateway. */
  lastEvent(number: string, kind: ConsentEvent['kind']): ConsentEvent | undefined;
  /** `hmac:` and 64 hexadecimal digits, the same for a number as long as the database lives. */
  pseudonymOf(number: string): string;
}

/** `opt_out`: it was one; `ignore`: it was none. */
export type ReviewDecision = 'opt_out' | 'ignore';

/** A reply that may be an opt-out and may not, until a person has looked. */
export interface Review {
  readonly id: string;
  readonly inbound: string;
  readonly number: string;
  /** null once it was erased. */
  readonly text: string | null;
  readonly rule: string;
  readonly language: string | null;
  readonly modem: string;
  readonly receivedAt: string;
  readonly decision: ReviewDecision | null;
  readonly decidedAt: string | null;
  /** An operator's name, a key's, or `reply` when the person's own next words decided. */
  readonly decidedBy: string | null;
}

export interface NewReview {
  readonly id: string;
  readonly inbound: string;
  readonly number: string;
  readonly rule: string;
  readonly language: string | null;
  readonly createdAt: string;
}

export interface ReviewFilter extends PageRequest {
  /** All of them; otherwise those that wait. */
  readonly decided?: boolean | undefined;
}

export interface Decision {
  readonly decision: ReviewDecision;
  readonly by: string;
  readonly at: string;
  /** The event that it left in the ledger. */
  readonly eventId: string;
}

export interface ReviewStore {
  insert(review: NewReview): void;
  find(id: string): Review | undefined;
  /** Newest first. */
  list(filter: ReviewFilter): Page<Review>;
  /** Whether a reply from `number` waits. */
  isOpen(number: string): boolean;
  /** Whether a reply of these very words from `number` waits. */
  isOpenFor(number: string, fingerprint: string): boolean;
  decide(id: string, decision: Decision): void;
  /** Decides all that wait of `number`; how many. */
  decideAll(number: string, decision: Decision): number;
  /** How many wait. */
  countOpen(): number;
}

/** What an opt-out link stands for. */
export interface OptOutLink {
  readonly id: number;
  /** E.164, or the pseudonym of a person who was erased. */
  readonly number: string;
  readonly campaign: string;
  /** As asked for the message that first had the link. */
  readonly language: string | null;
}

export interface LinkStore {
  /** The link of this number and campaign, made at the first call. */
  take(link: Omit<OptOutLink, 'id'>, at: string): OptOutLink;
  find(id: number): OptOutLink | undefined;
}
