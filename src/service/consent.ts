/**
 * Consent as a whole act: what an opt-out or opt-in changes, in one transaction, whoever asks for it.
 * Knows nothing of replies' wording or of HTTP.
 */
import type { Clock } from '../clock.js';
import {
  blockingSuppression,
  blocks,
  type ConsentEvent,
  type ConsentSource,
  type Evidence,
  everything,
  type Scope,
  type Suppression,
} from '../domain/consent.js';
import type { ReviewDecision } from '../domain/consent-store.js';
import type { Category } from '../domain/message.js';
import type { E164 } from '../domain/phone-number.js';
import type { Store } from '../domain/ports.js';

/** The error that a message carries which an opt-out canceled. */
export const recipientSuppressed = {
  code: 'recipient_suppressed',
  message: 'the recipient opted out',
} as const;

const operators: ReadonlySet<ConsentSource> = new Set(['api', 'cli', 'import']);

export interface ConsentAct {
  readonly number: E164;
  readonly scope: Scope;
  readonly source: ConsentSource;
  readonly evidence: Evidence;
  /** Who decides replies that wait for a person: an operator's name, a key's. Default: the source. */
  readonly by?: string;
}

export interface ConsentServiceOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Transactional messages pass an opt-out from everything. */
  readonly transactionalPasses: boolean;
}

export class ConsentService {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #options: ConsentServiceOptions;

  constructor(options: ConsentServiceOptions) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#options = options;
  }

  get #transactionalPasses(): boolean {
    return this.#options.transactionalPasses;
  }

  /** What forbids a message to `number`, if anything does. */
  blocking(
    number: string,
    message: { readonly campaign: string; readonly category: Category },
  ): Suppression | undefined {
    return blockingSuppression(this.#store.consent.suppressionsOf(number), message, {
      transactionalPasses: this.#transactionalPasses,
    });
  }

  suppressionsOf(number: E164): readonly Suppression[] {
    return this.#store.consent.suppressionsOf(number);
  }

  /**
   * Writes the event, suppresses the number and cancels what is queued for it, in one transaction.
   * `isNew` is false when the number was suppressed for that scope before.
   */
  optOut(act: ConsentAct): { readonly event: ConsentEvent; readonly isNew: boolean } {
    return this.#store.transaction(() => {
      const at = this.#clock.now().toISOString();
      const isNew = !this.#store.consent
        .suppressionsOf(act.number)
        .some(({ scope }) => scope === act.scope || scope === everything);
      const event = this.#store.consent.append({ ...act, kind: 'opt_out' }, at);
      this.#store.consent.suppress(event);
      for (const message of this.#store.messages.openTo(act.number)) {
        if (blocks(act.scope, message, { transactionalPasses: this.#transactionalPasses })) {
          this.#store.messages.endQueued(message.id, 'canceled', recipientSuppressed, at);
        }
      }
      // An operator who ends one campaign has not read what waits for a person.
      const isWhole = act.scope === everything || !operators.has(act.source);
      if (isWhole) this.#settleReviews(act, 'opt_out', event);
      return { event, isNew };
    });
  }

  /** Suppresses once: an entry of that scope that stands already is left as it is. */
  suppress(act: ConsentAct): void {
    this.#store.transaction(() => {
      const stands = this.suppressionsOf(act.number).some(({ scope }) => scope === act.scope);
      if (!stands) this.optOut(act);
    });
  }

  /** Lifts what stands; writes nothing when nothing does. */
  resubscribe(act: ConsentAct): void {
    this.#store.transaction(() => {
      const stands = this.suppressionsOf(act.number).some(
        ({ scope }) => act.scope === everything || scope === act.scope,
      );
      if (stands) this.optIn(act);
    });
  }

  /** Lifts the suppressions of `scope`, or all of them for `*`, and writes the event. */
  optIn(act: ConsentAct): ConsentEvent {
    return this.#store.transaction(() => {
      const event = this.#store.consent.append(
        { ...act, kind: 'opt_in' },
        this.#clock.now().toISOString(),
      );
      for (const { scope } of this.suppressionsOf(act.number)) {
        if (act.scope === everything || act.scope === scope)
          this.#store.consent.lift(act.number, scope);
      }
      this.#settleReviews(act, 'ignore', event);
      return event;
    });
  }

  /** A clear word settles what was doubtful before; what was held for that may go, if nothing forbids it. */
  #settleReviews(act: ConsentAct, decision: ReviewDecision, event: ConsentEvent): void {
    const { reviews, messages } = this.#store;
    const { source, by = source } = act;
    reviews.decideAll(act.number, { decision, by, at: event.createdAt, eventId: event.id });
    messages.release(act.number);
  }
}
