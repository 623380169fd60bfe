/**
 * What a reply does: opt-out, opt-in, help or a review, the event that it leaves, and whether it is
 * answered. The matcher decides what the words mean; this decides what follows.
 */
import { checkpoint } from '../checkpoint.js';
import type { Clock } from '../clock.js';
import { type ConsentEvent, type Evidence, everything, type Scope } from '../domain/consent.js';
import type { Inbound } from '../domain/inbound-store.js';
import { countryOf, type E164 } from '../domain/phone-number.js';
import type { Store } from '../domain/ports.js';
import { newId } from '../ids.js';
import { answerLanguage } from '../optout/answer-language.js';
import { type Match, type MatchOptions, match } from '../optout/match.js';
import { confirmationText, helpText } from '../optout/replies.js';
import type { ConsentService } from './consent.js';
import type { Answer, Outbox } from './outbox.js';

export interface ReplyServiceOptions {
  readonly store: Store;
  readonly consent: ConsentService;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** Nobody knows how old a reply of before is; undefined: there is no doubt. */
  readonly doubtSince: () => Date | undefined;
  readonly match: MatchOptions;
  readonly brand: string;
  readonly helpText: string;
  /** What a plain STOP ends. */
  readonly scope: 'all' | 'campaign';
}

export interface Reply {
  readonly number: E164;
  readonly inbound: Inbound;
  readonly action: NonNullable<Match['action']>;
  readonly reply: Match;
  readonly fingerprint: string;
}

/** An opt-out that a reply brought about, at once or after a person had looked at it. */
export interface OptOutByReply {
  readonly event: ConsentEvent;
  readonly number: E164;
  readonly understood: Pick<Match, 'language' | 'rule'>;
  /** The SIM that was written to. */
  readonly modem: string;
  readonly receivedAt: string;
}

/** 47 CFR 64.1200(a)(12): a confirmation is presumed fine within five minutes; later there is none. */
const answerWithinMs = 5 * 60_000;
const helpOnceMs = 24 * 3_600_000;
/** More equal texts than this in an hour are two machines talking. */
const maxEqualTexts = 3;
const equalTextsMs = 3_600_000;

export class ReplyService {
  readonly #options: ReplyServiceOptions;

  constructor(options: ReplyServiceOptions) {
    this.#options = options;
  }

  /** What a reply asks for; `number`, where a person wrote it, may send our last message back. */
  understand(text: string, number?: E164 | null): Match {
    const last = number == null ? undefined : this.#options.store.messages.lastSentTo(number);
    return match(text, this.#options.match, last?.text ?? undefined);
  }

  /**
   * Does what the reply asks for, within the transaction that stores it. Answers one opt-out once,
   * HELP once a day, and START never: the next message shows that it worked. Whether it was answered.
   */
  act(reply: Reply): boolean {
    switch (reply.action) {
      case 'opt_out':
        return this.#optOut(reply);
      case 'opt_in':
        return this.#optIn(reply);
      case 'help':
        return this.#help(reply);
      case 'doubtful':
        this.#review(reply);
        return false;
    }
  }

  /** What an opt-out by reply ends: what the configuration says, or all where the reply does. */
  scopeFor(number: E164, ofAll: boolean): Scope {
    if (ofAll || this.#options.scope === 'all') return everything;
    return this.#options.store.messages.lastSentTo(number)?.campaign ?? everything;
  }

  /** Queues the one confirmation of an opt-out, unless it is too late for one; whether it did. */
  confirm({ event, number, understood, modem, receivedAt }: OptOutByReply): boolean {
    const doubtSince = this.#options.doubtSince();
    if (doubtSince !== undefined && receivedAt < doubtSince.toISOString()) return false;
    if (this.#options.clock.now() >= answerUntil(receivedAt)) return false;
    const language = this.#languageFor(number, understood);
    const ofAll = event.scope === everything;
    const text = confirmationText({ brand: this.#options.brand, language, ofAll });
    this.#answer({ to: number, text, language, eventId: event.id, modem, receivedAt });
    return true;
  }

  #optOut(reply: Reply): boolean {
    const { number, inbound, reply: understood } = reply;
    const { event, isNew } = this.#options.consent.optOut({
      number,
      scope: this.scopeFor(number, understood.all),
      source: 'reply',
      evidence: this.#evidenceOf(reply),
    });
    checkpoint('before-opt-out-commit');
    if (!isNew || this.#isLoop(reply)) return false;
    const { modem, receivedAt } = inbound;
    return this.confirm({ event, number, understood, modem, receivedAt });
  }

  #optIn(reply: Reply): boolean {
    if (this.#isBeforeLastStop(reply)) return false;
    this.#options.consent.optIn({
      number: reply.number,
      scope: everything,
      source: 'reply',
      evidence: this.#evidenceOf(reply),
    });
    return false;
  }

  /**
   * A SIM gives its messages in the order of its slots, not of their coming: a START that the network
   * took before the last STOP does not undo it.
   */
  #isBeforeLastStop(reply: Reply): boolean {
    const stop = this.#options.store.consent.lastEvent(reply.number, 'opt_out');
    const stoppedAt = stop?.evidence.sentAt;
    const { sentAt } = reply.inbound;
    return typeof stoppedAt === 'string' && sentAt !== null && sentAt < stoppedAt;
  }

  #help(reply: Reply): boolean {
    const { store, clock } = this.#options;
    const now = clock.now();
    const last = store.consent.lastEvent(reply.number, 'help');
    // The ledger's times stay as they were written; those of messages are right though a clock was not.
    const lastAt = last && (store.messages.answeredAt(last.id) ?? last.createdAt);
    const answeredToday = lastAt !== undefined && now.getTime() - Date.parse(lastAt) < helpOnceMs;
    if (answeredToday || this.#isLoop(reply)) return false;
    const event = store.consent.append(
      {
        kind: 'help',
        number: reply.number,
        scope: everything,
        source: 'reply',
        evidence: this.#evidenceOf(reply),
      },
      now.toISOString(),
    );
    const language = this.#languageFor(reply.number, reply.reply);
    const text = helpText({
      brand: this.#options.brand,
      helpText: this.#options.helpText,
      language,
    });
    const { modem, receivedAt } = reply.inbound;
    this.#answer({ to: reply.number, text, language, eventId: event.id, modem, receivedAt });
    return true;
  }

  /**
   * What may be an opt-out waits for a person, and marketing to its writer with it. The same words
   * again are not a second case, and who opted out of everything is not written to anyway.
   */
  #review({ number, inbound, reply, fingerprint }: Reply): void {
    const { store, clock, consent } = this.#options;
    const isOut = consent.suppressionsOf(number).some(({ scope }) => scope === everything);
    if (isOut || store.reviews.isOpenFor(number, fingerprint)) return;
    store.reviews.insert({
      id: newId('rev', clock),
      inbound: inbound.id,
      number,
      rule: reply.rule,
      language: reply.language ?? null,
      createdAt: clock.now().toISOString(),
    });
    store.messages.hold(number);
  }

  #answer({ receivedAt, ...answer }: Omit<Answer, 'expiresAt'> & { receivedAt: string }): void {
    this.#options.outbox.answer({ ...answer, expiresAt: answerUntil(receivedAt) });
  }

  #isLoop(reply: Reply): boolean {
    const since = new Date(this.#options.clock.now().getTime() - equalTextsMs).toISOString();
    const count = this.#options.store.inbound.countEqual(
      reply.inbound.from,
      reply.fingerprint,
      since,
    );
    return count > maxEqualTexts;
  }

  #languageFor(number: E164, understood: Pick<Match, 'language' | 'rule'>): string {
    return answerLanguage(understood, countryOf(number), this.#options.match.languages);
  }

  #evidenceOf({ inbound, reply }: Reply): Evidence {
    return {
      inbound: inbound.id,
      text: inbound.text,
      rule: reply.rule,
      language: reply.language ?? null,
      modem: inbound.modem,
      sentAt: inbound.sentAt,
      receivedAt: inbound.receivedAt,
      pdu: this.#options.store.inbound.pdusOf(inbound.id).join(' '),
    };
  }
}

function answerUntil(receivedAt: string): Date {
  return new Date(Date.parse(receivedAt) + answerWithinMs);
}
