/** `/v1/segments`: what a text would cost, before it is sent. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type ApiEnv, requireScope } from '../auth.js';
import { maxTextLength, segmentsSchema, sendSchema } from '../schemas.js';
import { type ApiServices, bearer, commonProblems, json } from './shared.js';

const preview = createRoute({
  method: 'post',
  path: '/v1/segments',
  summary: 'The parts that a text would be sent in, and what costs one',
  description:
    'As `POST /v1/messages` would send it, the opt-out instructions of marketing messages included. Sends nothing. For keys that may send as well as for those that may read.',
  security: bearer,
  middleware: [requireScope('read', 'send')] as const,
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              text: z.string().max(maxTextLength),
              category: sendSchema.shape.category,
              language: sendSchema.shape.language,
            })
            .openapi('SegmentsRequest'),
        },
      },
    },
  },
  responses: { 200: json(segmentsSchema, 'The parts'), ...commonProblems },
});

export function segmentRoutes(api: OpenAPIHono<ApiEnv>, { outbox }: ApiServices): void {
  api.openapi(preview, (context) => {
    const { segments, warnings } = outbox.preview(context.req.valid('json'));
    return context.json({ ...segments, warnings: [...warnings] }, 200);
  });
}
