/** `/v1/messages`: sending, looking, canceling. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { messageStatuses } from '../../domain/message.js';
import { once } from '../../service/idempotency.js';
import { type ApiEnv, requireScope } from '../auth.js';
import * as examples from '../examples.js';
import { ApiError, notFound } from '../problems.js';
import {
  acceptedSchema,
  idempotencyHeader,
  messageSchema,
  sendSchema,
} from '../schemas/messages.js';
import { noQuery, numberSchema, pageOfSchema, pageQuery } from '../schemas/values.js';
import { accepted, idempotencyConflict, keptAnswer, toRequest } from './send-answers.js';
import {
  type ApiServices,
  bearer,
  json,
  jsonBody,
  keptResponse,
  keyProblems,
  requireNumber,
} from './shared.js';

const idParam = z.object({ id: z.string().max(64).openapi({ example: examples.message.id }) });

const send = createRoute({
  method: 'post',
  path: '/v1/messages',
  operationId: 'sendMessage',
  tags: ['messages'],
  summary: 'Send a message',
  description:
    'Queues one message and answers at once; `GET /v1/messages/{id}` and webhooks tell how it went. Who opted out is refused with `recipient_suppressed`, and the list is looked at once more in the moment before a modem gets the message. Send with an `Idempotency-Key` and try again after any error: it will not go twice.',
  security: bearer,
  middleware: [requireScope('send')] as const,
  request: {
    query: noQuery,
    headers: idempotencyHeader,
    body: jsonBody(sendSchema, {
      'What somebody waits for': {
        to: '+447700900123',
        text: 'Your order is ready.',
        category: 'transactional',
        reference: 'order 4711',
      },
      'An offer, on Friday, worth sending for six hours': {
        to: '07700 900123',
        text: 'Our autumn sale has begun. Not interested? {optout_link}',
        campaign: 'sale',
        sendAt: '2026-11-27T09:00:00+00:00',
        validMinutes: 360,
        priority: 2,
      },
    }),
  },
  responses: {
    202: json(acceptedSchema, 'Queued', examples.message),
    ...keyProblems(
      ...(['invalid_request', 'recipient_suppressed', 'invalid_number'] as const),
      ...(['idempotency_conflict', 'queue_full'] as const),
    ),
  },
});

const get = createRoute({
  method: 'get',
  path: '/v1/messages/{id}',
  operationId: 'getMessage',
  tags: ['messages'],
  summary: 'Look at a message',
  description: 'How it stands now: whether it waits, went, arrived or failed, and why.',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: { params: idParam, query: noQuery },
  responses: {
    200: json(messageSchema, 'The message', examples.deliveredMessage),
    ...keyProblems('invalid_request', 'not_found'),
  },
});

const list = createRoute({
  method: 'get',
  path: '/v1/messages',
  operationId: 'listMessages',
  tags: ['messages'],
  summary: 'List messages, newest first',
  description: 'All of them, or those of a status, to a number, of a campaign.',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: {
    query: z.strictObject({
      ...pageQuery,
      status: z.enum(messageStatuses).optional(),
      to: numberSchema.optional(),
      campaign: z.string().max(64).optional(),
    }),
  },
  responses: {
    200: json(
      pageOfSchema(messageSchema, 'MessagePage'),
      'A page',
      examples.page(examples.deliveredMessage),
    ),
    ...keyProblems('invalid_request', 'invalid_number'),
  },
});

const cancel = createRoute({
  method: 'delete',
  path: '/v1/messages/{id}',
  operationId: 'cancelMessage',
  tags: ['messages'],
  summary: 'Cancel a message that is still queued',
  description:
    'Works while it is `queued` or `held`. Of a message of several parts, none has gone then.',
  security: bearer,
  middleware: [requireScope('send')] as const,
  request: { params: idParam, query: noQuery },
  responses: {
    200: json(messageSchema, 'Canceled', examples.canceledMessage),
    ...keyProblems('invalid_request', 'not_found', 'not_cancelable'),
  },
});

export function messageRoutes(api: OpenAPIHono<ApiEnv>, services: ApiServices): void {
  const { outbox, store, country } = services;

  api.openapi(send, (context) => {
    const body = context.req.valid('json');
    const idempotencyKey = context.req.valid('header')['idempotency-key'];
    if (idempotencyKey === undefined) {
      return context.json(accepted(outbox.send(toRequest(body)), country), 202);
    }
    const answer = once(
      services,
      { apiKeyId: context.get('key').id, key: idempotencyKey, request: JSON.stringify(body) },
      () => keptAnswer(outbox.send(toRequest(body)), country),
    );
    if (answer === 'conflict') throw new ApiError(idempotencyConflict);
    return keptResponse(answer) as never;
  });

  api.openapi(get, (context) => {
    const { id } = context.req.valid('param');
    const message = store.messages.find(id);
    if (!message) throw new ApiError(notFound(`there is no message "${id}"`));
    return context.json(message, 200);
  });

  api.openapi(list, (context) => {
    const query = context.req.valid('query');
    const to = query.to === undefined ? undefined : requireNumber(query.to, country);
    const page = store.messages.list({ ...query, to });
    return context.json({ items: [...page.items], nextCursor: page.nextCursor }, 200);
  });

  api.openapi(cancel, (context) => {
    const { id } = context.req.valid('param');
    const result = outbox.cancel(id);
    switch (result.kind) {
      case 'canceled':
        return context.json(result.message, 200);
      case 'not-found':
        throw new ApiError(notFound(`there is no message "${id}"`));
      case 'not-cancelable':
        throw new ApiError({
          code: 'not_cancelable',
          detail: `the message is ${result.message.status}; only a queued one can be canceled`,
        });
    }
  });
}
