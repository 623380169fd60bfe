/** `/v1/inbound`, `/v1/match`: what came in, and what a text would do. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { parseNumber } from '../../domain/phone-number.js';
import { type ApiEnv, requireScope } from '../auth.js';
import { inboundSchema, matchSchema, maxTextLength, pageOfSchema, pageQuery } from '../schemas.js';
import { type ApiServices, bearer, commonProblems, json } from './shared.js';

const list = createRoute({
  method: 'get',
  path: '/v1/inbound',
  summary: 'Received messages, newest first',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: { query: z.strictObject({ ...pageQuery, from: z.string().max(64).optional() }) },
  responses: { 200: json(pageOfSchema(inboundSchema), 'A page'), ...commonProblems },
});

const explain = createRoute({
  method: 'post',
  path: '/v1/match',
  summary: 'What a reply of this text would do',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: z.strictObject({ text: z.string().max(maxTextLength) }) },
      },
    },
  },
  responses: { 200: json(matchSchema, 'The decision and its reason'), ...commonProblems },
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
