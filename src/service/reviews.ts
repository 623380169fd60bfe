/**
 * Doubtful replies and what an operator decides of them. That they wait, and hold marketing meanwhile,
 * begins with the reply; here it ends.
 */
import type { Clock } from '../clock.js';
import type { Evidence } from '../domain/consent.js';
import type { Review, ReviewDecision } from '../domain/consent-store.js';
import type { E164 } from '../domain/phone-number.js';
import type { Store } from '../domain/ports.js';
import type { ConsentService } from './consent.js';
import type { ReplyService } from './replies.js';

export interface ReviewServiceOptions {
  readonly store: Store;
  readonly consent: ConsentService;
  readonly replies: ReplyService;
  readonly clock: Clock;
  /** Told after each commit that let messages go or queued an answer. */
  readonly onQueued: () => void;
}

export type ReviewResult =
  | { readonly kind: 'decided'; readonly review: Review }
  | { readonly kind: 'already-decided'; readonly review: Review }
  | { readonly kind: 'not-found' };

export class ReviewService {
  readonly #options: ReviewServiceOptions;

  constructor(options: ReviewServiceOptions) {
    this.#options = options;
  }

  /**
   * Opts the writer out, confirmed where the reply is fresh, or lets go what was held; either way
   * the ledger says that `by` did it. The same decision again changes nothing.
   */
  decide(id: string, decision: ReviewDecision, by: string): ReviewResult {
    const { store, onQueued } = this.#options;
    const result = store.transaction((): ReviewResult => {
      const review = store.reviews.find(id);
      if (review === undefined) return { kind: 'not-found' };
      if (review.decision !== null) {
        const isSame = review.decision === decision;
        return { kind: isSame ? 'decided' : 'already-decided', review };
      }
      if (decision === 'opt_out') this.#optOut(review, by);
      else this.#ignore(review, by);
      return { kind: 'decided', review: store.reviews.find(id) ?? review };
    });
    if (result.kind === 'decided') onQueued();
    return result;
  }

  #optOut(review: Review, by: string): void {
    const { consent, replies } = this.#options;
    const number = review.number as E164;
    const { event, isNew } = consent.optOut({
      number,
      scope: replies.scopeFor(number, false),
      source: 'review',
      evidence: this.#evidenceOf(review, by),
      by,
    });
    if (!isNew) return;
    const { rule, modem, receivedAt } = review;
    const understood = { rule, language: review.language ?? undefined };
    replies.confirm({ event, number, understood, modem, receivedAt });
  }

  #ignore(review: Review, by: string): void {
    const { store, clock } = this.#options;
    const at = clock.now().toISOString();
    const { id: eventId } = store.consent.append(
      {
        kind: 'ignored',
        number: review.number,
        scope: '*',
        source: 'review',
        evidence: this.#evidenceOf(review, by),
      },
      at,
    );
    store.reviews.decide(review.id, { decision: 'ignore', by, at, eventId });
    if (!store.reviews.isOpen(review.number)) store.messages.release(review.number);
  }

  #evidenceOf(review: Review, by: string): Evidence {
    const { inbound, text, rule, language, modem, receivedAt } = review;
    return {
      review: review.id,
      decidedBy: by,
      inbound,
      text,
      rule,
      language,
      modem,
      sentAt: this.#options.store.inbound.find(inbound)?.sentAt ?? null,
      receivedAt,
      pdu: this.#options.store.inbound.pdusOf(inbound).join(' '),
    };
  }
}
