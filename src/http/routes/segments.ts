/** `/v1/segments`: what a text would cost, before it is sent. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type ApiEnv, requireScope } from '../auth.js';
import * as examples from '../examples.js';
import { segmentsRequestSchema, segmentsSchema } from '../schemas/messages.js';
import { noQuery } from '../schemas/values.js';
import { type ApiServices, bearer, json, jsonBody, keyProblems } from './shared.js';

const preview = createRoute({
  method: 'post',
  path: '/v1/segments',
  operationId: 'previewSegments',
  tags: ['messages'],
  summary: 'The parts that a text would be sent in, and what costs one',
  description:
    'As `POST /v1/messages` would send it, the opt-out instructions of marketing messages included. Sends nothing. For keys that may send as well as for those that may read.',
  security: bearer,
  middleware: [requireScope('read', 'send')] as const,
  request: {
    query: noQuery,
    body: jsonBody(segmentsRequestSchema, {
      'Two characters that cost a lot': {
        text: 'It’s ready – come in!',
        category: 'transactional',
      },
    }),
  },
  responses: {
    200: json(segmentsSchema, 'The parts', examples.segments),
    ...keyProblems('invalid_request'),
  },
});

export function segmentRoutes(api: OpenAPIHono<ApiEnv>, { outbox }: ApiServices): void {
  api.openapi(preview, (context) => {
    const { segments, warnings } = outbox.preview(context.req.valid('json'));
    return context.json({ ...segments, warnings: [...warnings] }, 200);
  });
}
