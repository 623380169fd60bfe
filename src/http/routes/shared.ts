/** What every route needs: the services behind it, and the answers that all routes can give. */
import type { Clock } from '../../clock.js';
import { type E164, parseNumber } from '../../domain/phone-number.js';
import type { Store } from '../../domain/ports.js';
import type { Log } from '../../log.js';
import type { ApiKeyService } from '../../service/api-keys.js';
import type { ConsentService } from '../../service/consent.js';
import type { Answer } from '../../service/idempotency.js';
import type { ModemBoard } from '../../service/modem-board.js';
import type { Outbox } from '../../service/outbox.js';
import { explainNumber } from '../../service/refusal.js';
import type { ReplyService } from '../../service/replies.js';
import type { ReviewService } from '../../service/reviews.js';
import type { UssdService } from '../../service/ussd.js';
import { ApiError } from '../problems.js';
import { problemSchema } from '../schemas.js';

export interface ApiServices {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly consent: ConsentService;
  readonly replies: ReplyService;
  readonly reviews: ReviewService;
  readonly keys: ApiKeyService;
  readonly modems: ModemBoard;
  readonly ussd: UssdService;
  readonly clock: Clock;
  readonly log: Log;
  /** How numbers without `+` are read. */
  readonly country: string;
  /** Requests that one key may make in a minute; 0: no limit. */
  readonly requestsPerMinute: number;
}

/** An answer whose body was made before, JSON or a problem. */
export function keptResponse({ status, body }: Answer): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(body, { status, headers: { 'content-type': type } });
}

/** The `responses` entry for a JSON answer. */
export function json<T>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** The `responses` entry for a problem. */
export function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } };
}

/** Problems that any authenticated request may meet. */
export const commonProblems = {
  400: problem('`invalid_request`: the body or the query is not valid'),
  401: problem('`unauthorized`: no valid key'),
  403: problem(
    '`insufficient_scope`: the key may not do this; `recipient_suppressed`: the recipient opted out',
  ),
  429: problem(
    '`too_many_attempts`: wrong keys came from this address; `too_many_requests`: this key asked too often. `Retry-After` says when to try again',
  ),
  503: problem(
    '`store_unavailable`: the database cannot be used; `Retry-After` says when to try again',
  ),
};

export const notFoundProblem = { 404: problem('`not_found`') };
export const conflictProblem = { 409: problem('`not_cancelable`: it is not queued any more') };
export const unprocessableProblem = {
  422: problem(
    '`invalid_number`: no possible phone number; `idempotency_conflict`: the key was used for another body',
  ),
};

export const bearer = [{ key: [] }];

/** Reads a number as people write it, or answers 422. */
export function requireNumber(text: string, country: string): E164 {
  const number = parseNumber(text, country);
  if (number === undefined) throw new ApiError(invalidNumber(text, country));
  return number;
}

export function invalidNumber(text: string, country: string) {
  return {
    status: 422,
    code: 'invalid_number',
    title: 'No possible phone number',
    detail: explainNumber(text, country),
  } as const;
}
