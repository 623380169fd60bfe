/** `/v1/inbound`, `/v1/match`: what came in, and what a text would do. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { parseNumber } from '../../domain/phone-number.js';
import { type ApiEnv, requireScope } from '../auth.js';
import * as examples from '../examples.js';
import { inboundSchema, matchRequestSchema, matchSchema } from '../schemas/replies.js';
import { noQuery, numberSchema, pageOfSchema, pageQuery } from '../schemas/values.js';
import { type ApiServices, bearer, json, jsonBody, keyProblems } from './shared.js';

const list = createRoute({
  method: 'get',
  path: '/v1/inbound',
  operationId: 'listInbound',
  tags: ['inbound'],
  summary: 'Received messages, newest first',
  description:
    'Each with what it did: `action` is `opt_out`, `opt_in`, `help` or null. Webhooks tell of them as they come.',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: { query: z.strictObject({ ...pageQuery, from: numberSchema.min(1).optional() }) },
  responses: {
    200: json(
      pageOfSchema(inboundSchema, 'InboundPage'),
      'A page',
      examples.page(examples.inbound),
    ),
    ...keyProblems('invalid_request'),
  },
});

const explain = createRoute({
  method: 'post',
  path: '/v1/match',
  operationId: 'matchText',
  tags: ['inbound'],
  summary: 'What a reply of this text would do',
  description:
    'And which rule says so. Changes nothing: to try keywords of your own and replies that you got.',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: {
    query: noQuery,
    body: jsonBody(matchRequestSchema, { 'A polite opt-out': { text: 'Please stop.' } }),
  },
  responses: {
    200: json(matchSchema, 'The decision and its reason', examples.match),
    ...keyProblems('invalid_request'),
  },
});

export function inboundRoutes(api: OpenAPIHono<ApiEnv>, services: ApiServices): void {
  api.openapi(list, (context) => {
    const query = context.req.valid('query');
    const from =
      query.from === undefined
        ? undefined
        : (parseNumber(query.from, services.country) ?? query.from);
    const page = services.store.inbound.list({ ...query, from });
    return context.json({ items: [...page.items], nextCursor: page.nextCursor }, 200);
  });

  api.openapi(explain, (context) => {
    const { action, rule, language, cleaned } = services.replies.understand(
      context.req.valid('json').text,
    );
    return context.json({ action, rule, language: language ?? null, cleaned }, 200);
  });
}
