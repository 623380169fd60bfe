/** What every route needs: the services behind it, and the answers that all routes can give. */
import type { Clock } from '../../clock.js';
import { type E164, parseNumber } from '../../domain/phone-number.js';
import type { Store } from '../../domain/ports.js';
import type { Log } from '../../log.js';
import type { ApiKeyService } from '../../service/api-keys.js';
import type { ConsentService } from '../../service/consent.js';
import type { Answer } from '../../service/idempotency.js';
import type { Measurements } from '../../service/measurements.js';
import type { ModemBoard } from '../../service/modem-board.js';
import type { Outbox } from '../../service/outbox.js';
import { explainNumber } from '../../service/refusal.js';
import type { ReplyService } from '../../service/replies.js';
import type { ReviewService } from '../../service/reviews.js';
import type { UssdService } from '../../service/ussd.js';
import type { ProblemCode } from '../problem-kinds.js';
import { ApiError } from '../problems.js';
import { problems } from '../schemas/problems.js';

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
  readonly measurements: Measurements;
  readonly log: Log;
  /** How numbers without `+` are read. */
  readonly country: string;
  /** Requests that one key may make in a minute; 0: no limit. */
  readonly requestsPerMinute: number;
  /** What is wrong with the machine's time of day, in words; undefined: nothing. */
  readonly clockProblem: () => string | undefined;
}

/** An answer whose body was made before, JSON or a problem. */
export function keptResponse({ status, body }: Answer): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(body, { status, headers: { 'content-type': type } });
}

/** The `responses` entry for a JSON answer. */
export function json<T, E>(schema: T, description: string, example: E) {
  return { description, content: { 'application/json': { schema, example } } };
}

/** The `request.body` of a route; each of `examples` by what it shows. */
export function jsonBody<T>(schema: T, examples: Readonly<Record<string, unknown>>) {
  const named = Object.entries(examples).map(([summary, value], index) => [
    `example${index + 1}`,
    { summary, value },
  ]);
  const content = { 'application/json': { schema, examples: Object.fromEntries(named) } };
  return { required: true, content } as const;
}

/** The problems that any request with a key may meet, and those of `codes`. */
export function keyProblems(...codes: readonly ProblemCode[]) {
  return problems(
    ...(['unauthorized', 'insufficient_scope', 'too_large', ...codes] as const),
    ...(['too_many_attempts', 'too_many_requests', 'store_unavailable'] as const),
  );
}

export const bearer = [{ key: [] }];

/** Reads a number as people write it, or answers 422. */
export function requireNumber(text: string, country: string): E164 {
  const number = parseNumber(text, country);
  if (number === undefined) throw new ApiError(invalidNumber(text, country));
  return number;
}

export function invalidNumber(text: string, country: string) {
  return {
    code: 'invalid_number',
    detail: explainNumber(text, country),
  } as const;
}
