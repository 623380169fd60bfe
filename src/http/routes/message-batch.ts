/** `/v1/messages/batch`: many messages in one request, each taken or refused by itself. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { once } from '../../service/idempotency.js';
import type { SendResult } from '../../service/outbox.js';
import { type ApiEnv, requireScope } from '../auth.js';
import * as examples from '../examples.js';
import {
  ApiError,
  describeIssues,
  invalidRequest,
  type Problem,
  problemBody,
} from '../problems.js';
import { acceptedSchema, idempotencyHeader, sendSchema } from '../schemas/messages.js';
import { problemSchema } from '../schemas/problems.js';
import { noQuery } from '../schemas/values.js';
import { idempotencyConflict, messageOrProblem, queueFull, toRequest } from './send-answers.js';
import { type ApiServices, bearer, json, jsonBody, keptResponse, keyProblems } from './shared.js';

const maxMessages = 1_000;
/** A thousand messages of ordinary length, or fewer of the longest. */
export const maxBatchBytes = 4 * 1024 * 1024;

const requestSchema = z
  .strictObject({
    messages: z
      .array(z.unknown())
      .min(1)
      .max(maxMessages)
      .openapi({ type: 'array', items: { $ref: '#/components/schemas/SendRequest' } }),
  })
  .openapi('BatchRequest');

const answerSchema = z
  .object({ results: z.array(z.union([acceptedSchema, problemSchema])) })
  .openapi('BatchAnswer');

const route = createRoute({
  method: 'post',
  path: '/v1/messages/batch',
  operationId: 'sendMessages',
  tags: ['messages'],
  summary: 'Send many messages',
  description: `Up to ${maxMessages} messages and ${maxBatchBytes / 1024 / 1024} MiB. \`results\` has one entry a message, in order: the message, or the problem why it was not taken (which has a \`code\`; also \`invalid_request\`). One that is refused keeps none of the others back. All are stored in one transaction: after an error none is, and with an \`Idempotency-Key\` the same batch never goes twice.`,
  security: bearer,
  middleware: [requireScope('send')] as const,
  request: {
    query: noQuery,
    headers: idempotencyHeader,
    body: jsonBody(requestSchema, {
      'Two messages': {
        messages: [
          { to: '+447700900123', text: 'We open at nine tomorrow.' },
          { to: '+447700900124', text: 'We open at nine tomorrow.', language: 'en' },
        ],
      },
    }),
  },
  responses: {
    200: json(answerSchema, 'What became of each', {
      results: [
        examples.message,
        problemBody({
          code: 'recipient_suppressed',
          detail: '+447700900124 opted out of all messages on 2026-11-22T12:00:00.000Z',
          members: { number: '+447700900124', scope: '*', since: '2026-11-22T12:00:00.000Z' },
        }),
      ],
    }),
    ...keyProblems('invalid_request', 'idempotency_conflict', 'queue_full'),
  },
});

export function messageBatchRoutes(api: OpenAPIHono<ApiEnv>, services: ApiServices): void {
  const { outbox, store, country } = services;

  /** All in one transaction: one write to the disk, and a store that fails takes none. */
  const sendAll = (messages: readonly unknown[]): string => {
    const outcomes = store.transaction(() => messages.map((message) => sendOne(message)));
    if (outcomes.every(isQueueFull)) throw new ApiError(queueFull);
    const results = outcomes.map((outcome) =>
      'problem' in outcome
        ? problemBody(outcome.problem)
        : messageOrProblem(outcome.result, country),
    );
    return JSON.stringify({ results });
  };

  const sendOne = (message: unknown): Outcome => {
    const body = sendSchema.safeParse(message);
    return body.success
      ? { result: outbox.send(toRequest(body.data)) }
      : { problem: invalidRequest(describeIssues(body.error)) };
  };

  api.openapi(route, (context) => {
    const { messages } = context.req.valid('json');
    const key = context.req.valid('header')['idempotency-key'];
    if (key === undefined) return keptResponse({ status: 200, body: sendAll(messages) }) as never;
    const request = JSON.stringify(messages);
    const answer = once(services, { apiKeyId: context.get('key').id, key, request }, () => ({
      status: 200,
      body: sendAll(messages),
    }));
    if (answer === 'conflict') throw new ApiError(idempotencyConflict);
    return keptResponse(answer) as never;
  });
}

type Outcome = { readonly result: SendResult } | { readonly problem: Problem };

function isQueueFull(outcome: Outcome): boolean {
  return 'result' in outcome && outcome.result.kind === 'queue-full';
}
