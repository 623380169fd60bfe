/**
 * What a modem may send next: the gate that every part passes, the router's and the recipient's
 * choice of a modem. Knows no pace, and of a modem's state only what it is told.
 */
import type { Clock } from '../clock.js';
import type { MessageError } from '../domain/message.js';
import type { QueuedPart } from '../domain/message-store.js';
import type { Store } from '../domain/ports.js';
import { type ConsentService, recipientSuppressed } from './consent.js';
import { type DownFor, laneKeptWith, mayTake } from './routing.js';

export interface ClaimsOptions {
  readonly store: Store;
  readonly consent: ConsentService;
  readonly clock: Clock;
  /** Whether there is a choice of modems. */
  readonly severalModems: boolean;
  readonly downFor: DownFor;
  /**
   * Set while it is not known how much time passed before then: whether what is older has expired
   * cannot be said, so it waits.
   */
  readonly doubtSince: () => Date | undefined;
}

/** So long a number stays with the modem that wrote to it within a campaign. */
const keptForMs = 30 * 24 * 3_600_000;
/** So many messages are put aside at most before the daemon looks after something else. */
const maxPutAside = 250;

const expired: MessageError = { code: 'expired', message: 'it was not sent within its validity' };

export class Claims {
  readonly #options: ClaimsOptions;

  constructor(options: ClaimsOptions) {
    this.#options = options;
  }

  /**
   * Claims the next part for `modem`; undefined when there is none of at least this priority, or too
   * much had to be put aside first. To be called in a transaction.
   *
   * INVARIANT: no send after an opt-out. The suppression list is read in the transaction that claims,
   * for every part.
   */
  next(modem: string, leastPriority: number): QueuedPart | undefined {
    const { store, clock, downFor } = this.#options;
    const { messages } = store;
    const now = clock.now().toISOString();
    const doubtSince = this.#options.doubtSince()?.toISOString();
    for (let aside = 0; aside < maxPutAside; aside += 1) {
      const part = messages.nextDue({
        modem,
        now,
        leastPriority,
        mayTake: (lane) => mayTake(lane, modem, downFor),
        doubtSince,
      });
      if (part === undefined) return undefined;
      if (part.expiresAt !== null && part.expiresAt <= now) {
        messages.endQueued(part.messageId, 'expired', expired, now);
      } else if (!passesGate(part) && this.isBlocked(part)) {
        messages.endQueued(part.messageId, 'canceled', recipientSuppressed, now);
      } else if (part.begunBy === null && this.#isUnderReview(part)) {
        messages.hold(part.to);
      } else {
        const lane = this.#laneOfWriter(part, modem);
        if (lane === undefined) {
          messages.claim(part, modem, now);
          return part;
        }
        messages.setLane(part.messageId, lane);
      }
    }
    return undefined;
  }

  /** Whether a claimed part may still go; one that may not goes back to the queue. */
  mayProceed(part: QueuedPart): boolean {
    const isFirst = part.sequence === 1;
    return passesGate(part) || !(this.isBlocked(part) || (isFirst && this.#isUnderReview(part)));
  }

  isBlocked(part: QueuedPart): boolean {
    return this.#options.consent.blocking(part.to, part) !== undefined;
  }

  /** Marketing waits while a reply of its recipient does, unless a part of it has gone. */
  #isUnderReview({ category, to }: QueuedPart): boolean {
    return category === 'marketing' && this.#options.store.reviews.isOpen(to);
  }

  /** Ends what no modem took within its validity; how many messages. */
  expire(): number {
    const { store, clock } = this.#options;
    const now = clock.now().toISOString();
    const overdue = store.messages.overdue(now);
    for (const id of overdue) {
      store.transaction(() => store.messages.endQueued(id, 'expired', expired, now));
    }
    return overdue.length;
  }

  /** A person sees one sender within a campaign: the lane of the modem that wrote last, if not `modem`'s. */
  #laneOfWriter(part: QueuedPart, modem: string): string | undefined {
    const { store, clock, severalModems, downFor } = this.#options;
    if (!severalModems || part.begunBy !== null) return undefined;
    const since = new Date(clock.now().getTime() - keptForMs).toISOString();
    const writer = store.messages.lastWriter(part.to, part.campaign, since);
    return writer === undefined ? undefined : laneKeptWith(writer, part.lane, modem, downFor);
  }
}

/**
 * INVARIANT: one confirmation. Only a message that names a consent event passes the gate without a
 * look at the suppression list, and the store lets an event be named once.
 */
export function passesGate(part: QueuedPart): boolean {
  return part.answersEventId !== null;
}
