/**
 * Opting out by a number that is typed in: a code goes to it, and the code confirms. Whether a number
 * is known or suppressed must not show in any answer, and strangers must not spend much of the
 * operator's money. Knows nothing of HTTP, of wording or of addresses.
 */
import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.js';
import { everything } from '../domain/consent.js';
import { type E164, parseNumber } from '../domain/phone-number.js';
import type { Store } from '../domain/ports.js';
import type { ConsentService } from './consent.js';
import type { Outbox } from './outbox.js';
import { type PageRequest, pageEvidence } from './page-request.js';

export type CodeRequest =
  | { readonly kind: 'taken'; readonly id: string; readonly number: E164 }
  | { readonly kind: 'invalid-number' }
  | { readonly kind: 'too-many'; readonly waitSeconds: number };

export type CodeOutcome = 'opted-out' | 'wrong' | 'void';

export interface OptOutCodesOptions {
  readonly store: Store;
  readonly consent: ConsentService;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** How numbers without `+` are read. */
  readonly country: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const digits = 6;
const validMinutes = 10;
const maxTries = 5;
const maxPerNumber = 3;
/**
 * Codes in an hour. Numbers that were never written to have a share of their own, so that whoever
 * types at random neither spends much nor keeps the recipients from their codes.
 */
const maxKnown = 60;
const maxUnknown = 5;
/** Before whatever waits in the queue: somebody looks at the page. Answers to STOP go first. */
const priority = 9;

export class OptOutCodes {
  readonly #options: OptOutCodesOptions;
  readonly #key: Uint8Array;

  constructor(options: OptOutCodesOptions) {
    this.#options = options;
    this.#key = options.store.keyFor('opt-out code');
  }

  /**
   * Sends a code to a number as it was typed, through the gate that every message passes: nobody who
   * is suppressed for everything gets one, which the answer does not tell. `wording` makes the text.
   */
  request(typed: string, language: string, wording: (code: string) => string): CodeRequest {
    const { store, outbox, country } = this.#options;
    const number = parseNumber(typed, country);
    if (number === undefined) return { kind: 'invalid-number' };
    const code = randomInt(10 ** digits)
      .toString()
      .padStart(digits, '0');
    const id = randomBytes(16).toString('base64url');
    const reserved = store.transaction(() => this.#reserve(id, number, code));
    if (typeof reserved === 'number') return { kind: 'too-many', waitSeconds: reserved };
    if (reserved === 'code is due') {
      outbox.send({
        to: number,
        text: wording(code),
        language,
        category: 'transactional',
        // In the conversation that its owner knows: from that SIM, and a STOP to it means the same.
        campaign: store.messages.lastSentTo(number)?.campaign,
        validMinutes,
        priority,
      });
    }
    return { kind: 'taken', id, number };
  }

  /**
   * Opts `number` out of everything when `code` is the one that request `id` sent to it; the same
   * again while the code is valid. `void`: it no longer is, or there never was one.
   */
  confirm(typed: {
    readonly id: string;
    readonly number: string;
    readonly code: string;
    readonly request: PageRequest;
  }): CodeOutcome {
    const { store, consent, clock, country } = this.#options;
    const number = parseNumber(typed.number, country);
    if (number === undefined) return 'void';
    return store.transaction(() => {
      const now = clock.now();
      const kept = store.codes.find(typed.id);
      if (kept?.pseudonym !== store.consent.pseudonymOf(number)) return 'void';
      if (kept.tries >= maxTries || kept.createdAt <= before(now, validMinutes * minuteMs)) {
        return 'void';
      }
      const hash = this.#hashOf(typed.id, digitsOf(typed.code));
      if (!timingSafeEqual(Buffer.from(hash), Buffer.from(kept.hash))) {
        store.codes.countTry(typed.id);
        return kept.tries + 1 < maxTries ? 'wrong' : 'void';
      }
      const evidence = pageEvidence(typed.request, { kind: 'number-page', chosen: 'all' }, now);
      consent.suppress({ number, scope: everything, source: 'page', evidence });
      return 'opted-out';
    });
  }

  /** Keeps the code before it is sent, so that no crash forgets what was spent; or seconds to wait. */
  #reserve(id: string, number: E164, code: string): 'code is due' | 'no code' | number {
    const { store, clock } = this.#options;
    const { codes } = store;
    const now = clock.now();
    const hourAgo = before(now, hourMs);
    const dayAgo = before(now, dayMs);
    codes.prune(dayAgo);
    const pseudonym = store.consent.pseudonymOf(number);
    if (codes.countFor(pseudonym, dayAgo) >= maxPerNumber) return dayMs / 1_000;
    // The same to everybody, known or not.
    if (codes.countAll(true, hourAgo) >= maxKnown) return hourMs / 1_000;
    const isKnown = codes.isKnown(number);
    const isDue = isKnown || codes.countAll(false, hourAgo) < maxUnknown;
    codes.insert({
      id,
      pseudonym,
      hash: this.#hashOf(id, code),
      isKnown,
      createdAt: now.toISOString(),
    });
    return isDue ? 'code is due' : 'no code';
  }

  #hashOf(id: string, code: string): string {
    return createHmac('sha256', this.#key).update(`${id} ${code}`).digest('hex');
  }
}

function before(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString();
}

/** Digits as any keyboard writes them, without what people put between. */
function digitsOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/\D/gu, '');
}
