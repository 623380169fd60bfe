/** `/v1/messages`: sending, looking, canceling. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { messageStatuses } from '../../domain/message.js';
import { parseNumber } from '../../domain/phone-number.js';
import { once } from '../../service/idempotency.js';
import { type ApiEnv, requireScope } from '../auth.js';
import { ApiError, notFound } from '../problems.js';
import {
  acceptedSchema,
  idempotencyHeader,
  messageSchema,
  pageOfSchema,
  pageQuery,
  sendSchema,
} from '../schemas.js';
import { accepted, idempotencyConflict, keptAnswer, toRequest } from './send-answers.js';
import {
  type ApiServices,
  bearer,
  commonProblems,
  conflictProblem,
  json,
  keptResponse,
  notFoundProblem,
  unprocessableProblem,
} from './shared.js';

const idParam = z.object({ id: z.string().max(64) });

const send = createRoute({
  method: 'post',
  path: '/v1/messages',
  summary: 'Send a message',
  description:
    'Queues one message. A recipient who opted out is refused with `recipient_suppressed`.',
  security: bearer,
  middleware: [requireScope('send')] as const,
  request: {
    headers: idempotencyHeader,
    body: { required: true, content: { 'application/json': { schema: sendSchema } } },
  },
  responses: { 202: json(acceptedSchema, 'Queued'), ...commonProblems, ...unprocessableProblem },
});

const get = createRoute({
  method: 'get',
  path: '/v1/messages/{id}',
  summary: 'Look at a message',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: { params: idParam },
  responses: { 200: json(messageSchema, 'The message'), ...commonProblems, ...notFoundProblem },
});

const list = createRoute({
  method: 'get',
  path: '/v1/messages',
  summary: 'List messages, newest first',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: {
    query: z.strictObject({
      ...pageQuery,
      status: z.enum(messageStatuses).optional(),
      to: z.string().max(64).optional(),
      campaign: z.string().max(64).optional(),
    }),
  },
  responses: { 200: json(pageOfSchema(messageSchema), 'A page'), ...commonProblems },
});

const cancel = createRoute({
  method: 'delete',
  path: '/v1/messages/{id}',
  summary: 'Cancel a message that is still queued',
  security: bearer,
  middleware: [requireScope('send')] as const,
  request: { params: idParam },
  responses: {
    200: json(messageSchema, 'Canceled'),
    ...commonProblems,
    ...notFoundProblem,
    ...conflictProblem,
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
    const to = query.to === undefined ? undefined : (parseNumber(query.to, country) ?? query.to);
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
          status: 409,
          code: 'not_cancelable',
          title: 'It cannot be canceled',
          detail: `the message is ${result.message.status}; only a queued one can be canceled`,
        });
    }
  });
}
