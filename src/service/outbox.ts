/**
 * The way into the queue, for the API, the command line and answers to replies alike: reads the
 * number, looks at the suppression list, words, encodes, stores. A message keeps the text that goes
 * out, not the one that was asked for. What leaves the queue is the sender's affair.
 */
import type { Clock } from '../clock.js';
import type { Suppression } from '../domain/consent.js';
import { answerPriority, type Category, type Message } from '../domain/message.js';
import { type E164, parseNumber } from '../domain/phone-number.js';
import type { Store } from '../domain/ports.js';
import { newId } from '../ids.js';
import { encodeMessage, type Segments } from '../sms/index.js';
import type { ConsentService } from './consent.js';
import { fitText } from './fit-text.js';
import type { OptOutLinks } from './opt-out-links.js';
import { laneOf, type Preferences } from './routing.js';
import { linkPlaceholder, type Wording, type WordingSettings, wordingOf } from './wording.js';

/** A message that somebody asks to have sent. */
export interface SendRequest {
  readonly to: string;
  readonly text: string;
  readonly campaign?: string | undefined;
  readonly category?: Category | undefined;
  readonly language?: string | undefined;
  readonly modem?: string | undefined;
  readonly reference?: string | undefined;
  readonly sendAt?: Date | undefined;
  readonly validMinutes?: number | undefined;
  /** 0 (last) to 9; 5 when absent. */
  readonly priority?: number | undefined;
  readonly flash?: boolean | undefined;
}

export type SendRefusal =
  | { readonly kind: 'suppressed'; readonly suppression: Suppression }
  | { readonly kind: 'invalid-number'; readonly to: string }
  | { readonly kind: 'unknown-modem'; readonly modem: string; readonly known: readonly string[] }
  | { readonly kind: 'too-long'; readonly parts: number }
  | { readonly kind: 'no-links' }
  | { readonly kind: 'queue-full' };

export type SendResult =
  | { readonly kind: 'accepted'; readonly message: Message; readonly warnings: readonly string[] }
  | SendRefusal;

/** A text whose cost is asked for. */
export type PreviewRequest = Pick<SendRequest, 'text' | 'category' | 'language'>;

export type CancelResult =
  | { readonly kind: 'canceled'; readonly message: Message }
  | { readonly kind: 'not-cancelable'; readonly message: Message }
  | { readonly kind: 'not-found' };

/** An answer to a reply: it passes the gate by naming the event that it answers. */
export interface Answer {
  readonly to: E164;
  readonly text: string;
  readonly language: string;
  readonly eventId: string;
  /** The SIM that was written to. */
  readonly modem: string;
  readonly expiresAt: Date;
}

export interface OutboxOptions {
  readonly store: Store;
  readonly consent: ConsentService;
  readonly clock: Clock;
  /** How numbers without `+` are read. */
  readonly country: string;
  /** As configured. */
  readonly modems: readonly Preferences[];
  readonly statusReports: boolean;
  readonly textSettings: WordingSettings;
  readonly links: OptOutLinks;
  /** Told after each commit that put something into the queue. */
  readonly onQueued: () => void;
}

const defaultPriority = 5;
/** A queue that no modem could empty in weeks is a fault of whoever fills it. */
const maxQueued = 100_000;
/** 23.040 §9.2.3.24.1 counts parts in one octet; a person reads far fewer. */
export const maxParts = 50;

export class Outbox {
  readonly #options: OutboxOptions;
  /** How many messages may be queued before the queue is counted again, which takes long. */
  #room = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /**
   * Queues one message unless its recipient opted out. The check here is a courtesy to the caller:
   * the one that counts is made by the sender when it claims each part.
   */
  send(request: SendRequest): SendResult {
    const { store, consent, clock, country, modems, textSettings, links } = this.#options;
    const to = parseNumber(request.to, country);
    if (to === undefined) return { kind: 'invalid-number', to: request.to };
    const known = modems.map(({ name }) => name);
    if (request.modem !== undefined && !known.includes(request.modem)) {
      return { kind: 'unknown-modem', modem: request.modem, known };
    }
    const campaign = request.campaign ?? 'default';
    const category = request.category ?? 'marketing';
    const hasLink = request.text.includes(linkPlaceholder);
    if (hasLink && !links.isOffered) return { kind: 'no-links' };

    const result = store.transaction((): SendResult => {
      const suppression = consent.blocking(to, { campaign, category });
      if (suppression) return { kind: 'suppressed', suppression };
      if (this.#isFull()) return { kind: 'queue-full' };
      const { text, language } = request;
      const link = hasLink
        ? links.linkFor({ number: to, campaign, language: language ?? null })
        : undefined;
      const wording = wordingOf({ text, language, category }, textSettings, link);
      const parts = wording.segments.parts.length;
      if (parts > maxParts) return { kind: 'too-long', parts };
      const now = clock.now();
      const start = request.sendAt ?? now;
      const message = this.#insert({
        ...request,
        wording: wording.segments,
        to,
        campaign,
        category,
        now,
        priority: request.priority ?? defaultPriority,
        expiresAt:
          request.validMinutes === undefined
            ? undefined
            : new Date(start.getTime() + request.validMinutes * 60_000),
        answersEventId: null,
      });
      return { kind: 'accepted', message, warnings: wording.warnings };
    });
    if (result.kind === 'accepted') this.#options.onQueued();
    return result;
  }

  /** What a text would cost and how it would go out; queues nothing. */
  preview({ text, language, category = 'marketing' }: PreviewRequest): Wording {
    const { textSettings, links } = this.#options;
    const link = text.includes(linkPlaceholder) ? links.sample() : undefined;
    return wordingOf({ text, language, category }, textSettings, link);
  }

  /** Queues an answer; the caller has begun the transaction that wrote the event. */
  answer(answer: Answer): Message {
    return this.#insert({
      to: answer.to,
      wording: fitText(answer.text, this.#options.textSettings),
      language: answer.language,
      modem: answer.modem,
      campaign: 'default',
      category: 'transactional',
      now: this.#options.clock.now(),
      priority: answerPriority,
      expiresAt: answer.expiresAt,
      answersEventId: answer.eventId,
    });
  }

  /** Cancels what is still queued whole; a message of which a part went is not. */
  cancel(id: string): CancelResult {
    const { store, clock } = this.#options;
    return store.transaction((): CancelResult => {
      const message = store.messages.find(id);
      if (!message) return { kind: 'not-found' };
      if (message.status !== 'queued' && message.status !== 'held') {
        return { kind: 'not-cancelable', message };
      }
      const error = { code: 'canceled', message: 'canceled by request' };
      store.messages.endQueued(id, 'canceled', error, clock.now().toISOString());
      return { kind: 'canceled', message: store.messages.find(id) ?? message };
    });
  }

  #isFull(): boolean {
    if (this.#room === 0) {
      const left = maxQueued - this.#options.store.messages.countQueued();
      if (left <= 0) return true;
      // Not all that is left: other processes fill the queue as well.
      this.#room = Math.ceil(left / 10);
    }
    this.#room -= 1;
    return false;
  }

  #insert(
    message: Omit<SendRequest, 'to' | 'text'> & {
      to: E164;
      wording: Segments;
      campaign: string;
      category: Category;
      now: Date;
      priority: number;
      expiresAt: Date | undefined;
      answersEventId: string | null;
    },
  ): Message {
    const { store, clock, modems, statusReports, textSettings } = this.#options;
    const { to, campaign, modem = null } = message;
    const { referenceBits, nationalTables } = textSettings;
    const text = message.wording.parts.join('');
    const isLong = message.wording.parts.length > 1;
    const { encoding, parts } = encodeMessage({
      to,
      text,
      // Only what needs a reference takes one, so that none comes again soon.
      concatReference: isLong ? store.messages.nextConcatReference(referenceBits) : 0,
      referenceBits,
      nationalTables,
      statusReport: statusReports,
      ...(message.validMinutes !== undefined && { validityMinutes: message.validMinutes }),
      ...(message.flash !== undefined && { flash: message.flash }),
    });
    return store.messages.insert({
      id: newId('msg', clock),
      status: this.#isHeld(message) ? 'held' : 'queued',
      to,
      text,
      campaign,
      category: message.category,
      language: message.language ?? null,
      encoding,
      priority: message.priority,
      modem,
      lane: laneOf({ to, campaign, modem }, modems),
      reference: message.reference ?? null,
      answersEventId: message.answersEventId,
      createdAt: message.now.toISOString(),
      sendAt: message.sendAt?.toISOString() ?? null,
      expiresAt: message.expiresAt?.toISOString() ?? null,
      pdus: parts,
    });
  }

  /** Marketing waits while a reply of its recipient is under review. */
  #isHeld({ to, category }: { readonly to: E164; readonly category: Category }): boolean {
    return category === 'marketing' && this.#options.store.reviews.isOpen(to);
  }
}
