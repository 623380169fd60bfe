/** What is answered to a message that somebody asks to have sent, one or many. */
import type { z } from '@hono/zod-openapi';
import type { SendRefusal, SendRequest, SendResult } from '../../service/outbox.js';
import { explainRefusal } from '../../service/refusal.js';
import { problemKinds } from '../problem-kinds.js';
import { ApiError, invalidRequest, type Problem, problemBody } from '../problems.js';
import type { acceptedSchema, sendSchema } from '../schemas/messages.js';
import { invalidNumber } from './shared.js';

export type SendBody = z.infer<typeof sendSchema>;

/** A checked body as the outbox takes it. */
export function toRequest(body: SendBody): SendRequest {
  return { ...body, sendAt: body.sendAt === undefined ? undefined : new Date(body.sendAt) };
}

/** The message with its warnings; throws the problem of a refusal. */
export function accepted(result: SendResult, country: string): z.infer<typeof acceptedSchema> {
  if (result.kind !== 'accepted') throw new ApiError(refusal(result, country));
  return withWarnings(result);
}

/** The message with its warnings, or the problem as the body of an answer. */
export function messageOrProblem(result: SendResult, country: string) {
  return result.kind === 'accepted' ? withWarnings(result) : problemBody(refusal(result, country));
}

function withWarnings({ message, warnings }: Extract<SendResult, { kind: 'accepted' }>) {
  return warnings.length === 0 ? message : { ...message, warnings: [...warnings] };
}

/** The answer to keep: what the request brought about. What may pass (a full queue) is thrown, not kept. */
export function keptAnswer(result: SendResult, country: string) {
  if (result.kind === 'queue-full') throw new ApiError(refusal(result, country));
  if (result.kind === 'accepted') {
    return { status: 202, body: JSON.stringify(accepted(result, country)) };
  }
  const problem = refusal(result, country);
  return { status: problemKinds[problem.code].status, body: JSON.stringify(problemBody(problem)) };
}

export const idempotencyConflict: Problem = {
  code: 'idempotency_conflict',
  detail: 'use a new key for a new message; the same key only for the same body',
};

/** The problem that tells why a message was not queued. */
function refusal(refused: SendRefusal, country: string): Problem {
  const detail = explainRefusal(refused, country);
  switch (refused.kind) {
    case 'suppressed': {
      const { number, scope, since } = refused.suppression;
      return {
        code: 'recipient_suppressed',
        detail,
        members: { number, scope, since },
      };
    }
    case 'invalid-number':
      return invalidNumber(refused.to, country);
    case 'unknown-modem':
      return invalidRequest(`modem: ${detail}`);
    case 'too-long':
    case 'no-links':
      return invalidRequest(`text: ${detail}`);
    case 'queue-full':
      return queueFull;
  }
}

export const queueFull: Problem = {
  code: 'queue_full',
  detail: explainRefusal({ kind: 'queue-full' }, ''),
  headers: { 'retry-after': '60' },
};
