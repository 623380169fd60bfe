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
  /** The event of this kind that came last, whatever the clocks said: here or from another gateway. */
  lastEvent(number: string, kind: ConsentEvent['kind']): ConsentEvent | undefined;
  /** What an event was; undefined when there is none of that id. */
  kindOf(eventId: string): ConsentEvent['kind'] | undefined;
  /** `hmac:` and 64 hexadecimal digits, the same for a number as long as the database lives. */
  pseudonymOf(number: string): string;
  /** The number behind a pseudonym, where the ledger has it; otherwise what was given. */
  numberOf(pseudonym: string): string;
  /** How many lines the suppression list has. */
  count(): number;
}

/** What is wrong with the ledger or with the list that follows from it, in plain words. */
export interface LedgerFault {
  /** The row of `consent_events`; null for a line of the suppression list that no event explains. */
  readonly gateway: string | null;
  readonly sequence: number | null;
  readonly id: string | null;
  readonly createdAt: string | null;
  readonly problem: string;
}

/** How one gateway's chain ends. */
export interface LedgerChain {
  readonly gateway: string;
  readonly events: number;
  /** The hash of its last event. */
  readonly head: string;
}

/** What was found by looking at everything, or up to the first event that is broken. */
export interface LedgerState {
  readonly events: number;
  readonly chains: readonly LedgerChain[];
  /** The first ones; none: it is whole. */
  readonly faults: readonly LedgerFault[];
  readonly faultCount: number;
  /** Of the hashes asked for, those that are in the ledger. */
  readonly found: ReadonlySet<string>;
}

export interface LedgerStore {
  countEvents(): number;
  /**
   * Looks at the ledger and the suppression list as they stand at the first step, whatever others
   * write meanwhile; each step is short and gives how many events it has looked at so far. To be run
   * to its end, or ended by `return()`.
   */
  check(hashes: ReadonlySet<string>): Generator<number, LedgerState>;
  /** A person's events, newest first; under the pseudonym too. */
  history(number: string, request: PageRequest): Page<ConsentEvent>;
}

/** How much of a person was deleted. */
export interface Erased {
  readonly messages: number;
  readonly inbound: number;
  /** Raw PDUs from the modems. */
  readonly pdus: number;
  /** Events from which number and evidence were taken. */
  readonly events: number;
}

/** A received PDU of which the store does not know whom it is about. */
export interface UnownedPdu {
  readonly id: number;
  readonly hex: string;
  readonly tpduLength: number | undefined;
}

export interface ErasureStore {
  /**
   * Why a person cannot be erased at this moment: a modem is sending to them, or it still holds a
   * text of theirs that came since, and would hand it over as a new one.
   */
  underWay(number: string, since: string): 'sending' | 'receiving' | undefined;
  /** Parts of messages aside, every PDU that is not of a received text: delivery reports, mostly. */
  unownedPdus(): Iterable<UnownedPdu>;
  /**
   * Deletes texts and PDUs, those of `pdus` too, and puts the pseudonym in the place of the number
   * everywhere else. The ledger must have the event `erased` by then. To be called in a transaction.
   */
  erase(number: string, pdus: readonly number[]): Erased;
  /**
   * Writes the database file anew and empties its write-ahead log: deleted rows stand in unused places
   * of both. Nobody can write meanwhile, some seconds for a large list. False when another process
   * kept it from that, or the disk is full.
   */
  scrub(): boolean;
}

/** Which lines of a list came already in this run; kept in a temporary table, so that it may be long. */
export interface SeenLines {
  /** Whether it is there for the first time. */
  add(number: string, scope: Scope): boolean;
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
