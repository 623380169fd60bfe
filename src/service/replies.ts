/**
 * What a reply does: opt-out, opt-in or help, the event that it leaves, and whether it is answered.
 * The matcher decides what the words mean; this decides what follows.
 */
import type { Clock } from '../clock.js';
import { type Evidence, everything, type Scope } from '../domain/consent.js';
import type { Inbound } from '../domain/inbound-store.js';
import type { E164 } from '../domain/phone-number.js';
import type { Store } from '../domain/ports.js';
import { type Match, type MatchOptions, match } from '../optout/match.js';
import { confirmationText, helpText } from '../optout/replies.js';
import type { ConsentService } from './consent.js';
import type { Outbox } from './outbox.js';

export interface ReplyServiceOptions {
  readonly store: Store;
  readonly consent: ConsentService;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly match: MatchOptions;
  readonly brand: string;
  readonly helpText: string;
  /** What a plain STOP ends. */
  readonly scope: 'all' | 'campaign';
}

export interface Reply {
  readonly number: E164;
  readonly inbound: Inbound;
  readonly action: 'opt_out' | 'opt_in' | 'help';
  readonly reply: Match;
  readonly fingerprint: string;
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

  understand(text: string): Match {
    return match(text, this.#options.match);
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
    }
  }

  #optOut(reply: Reply): boolean {
    const { event, isNew } = this.#options.consent.optOut({
      number: reply.number,
      scope: this.#scopeFor(reply),
      source: 'reply',
      evidence: evidenceOf(reply),
    });
    if (!isNew || this.#isLoop(reply)) return false;
    const language = reply.reply.language ?? this.#defaultLanguage();
    this.#answer(
      reply,
      event.id,
      language,
      confirmationText({
        brand: this.#options.brand,
        language,
        ofAll: event.scope === everything,
      }),
    );
    return true;
  }

  #optIn(reply: Reply): boolean {
    if (this.#isBeforeLastStop(reply)) return false;
    this.#options.consent.optIn({
      number: reply.number,
      scope: everything,
      source: 'reply',
      evidence: evidenceOf(reply),
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
    const answeredToday =
      last !== undefined && now.getTime() - Date.parse(last.createdAt) < helpOnceMs;
    if (answeredToday || this.#isLoop(reply)) return false;
    const event = store.consent.append(
      {
        kind: 'help',
        number: reply.number,
        scope: everything,
        source: 'reply',
        evidence: evidenceOf(reply),
      },
      now.toISOString(),
    );
    const language = reply.reply.language ?? this.#defaultLanguage();
    const text = helpText({
      brand: this.#options.brand,
      helpText: this.#options.helpText,
      language,
    });
    this.#answer(reply, event.id, language, text);
    return true;
  }

  #answer(reply: Reply, eventId: string, language: string, text: string): void {
    const arrival = Date.parse(reply.inbound.receivedAt);
    this.#options.outbox.answer({
      to: reply.number,
      text,
      language,
      eventId,
      modem: reply.inbound.modem,
      expiresAt: new Date(arrival + answerWithinMs),
    });
  }

  #scopeFor(reply: Reply): Scope {
    if (reply.reply.all || this.#options.scope === 'all') return everything;
    return this.#options.store.messages.lastSentTo(reply.number)?.campaign ?? everything;
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

  #defaultLanguage(): string {
    return this.#options.match.languages[0] ?? 'en';
  }
}

function evidenceOf(reply: Reply): Evidence {
  return {
    inbound: reply.inbound.id,
    text: reply.inbound.text,
    rule: reply.reply.rule,
    language: reply.reply.language ?? null,
    modem: reply.inbound.modem,
    sentAt: reply.inbound.sentAt,
    receivedAt: reply.inbound.receivedAt,
  };
}
