/** `/v1/reviews`: replies that may be opt-outs and may not, and what a person decides of them. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ReviewResult } from '../../service/reviews.js';
import { type ApiEnv, requireScope } from '../auth.js';
import { ApiError, notFound } from '../problems.js';
import { pageOfSchema, pageQuery, reviewSchema } from '../schemas.js';
import {
  type ApiServices,
  bearer,
  commonProblems,
  json,
  notFoundProblem,
  problem,
} from './shared.js';

const list = createRoute({
  method: 'get',
  path: '/v1/reviews',
  summary: 'Doubtful replies that wait for a decision, newest first',
  description:
    'Marketing to their writers is `held` meanwhile. `decided=true` lists the others too.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    query: z.strictObject({
      ...pageQuery,
      decided: z.enum(['true', 'false']).default('false'),
    }),
  },
  responses: { 200: json(pageOfSchema(reviewSchema), 'A page'), ...commonProblems },
});

const decide = createRoute({
  method: 'post',
  path: '/v1/reviews/{id}',
  summary: 'Decide a doubtful reply',
  description:
    '`opt_out` (or `opt-out`) suppresses its writer; `ignore` lets go what was held. The ledger keeps whose key decided.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    params: z.object({ id: z.string().max(64) }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({ decision: z.enum(['opt_out', 'opt-out', 'ignore']) }),
        },
      },
    },
  },
  responses: {
    200: json(reviewSchema, 'Decided'),
    ...commonProblems,
    ...notFoundProblem,
    409: problem('`already_decided`: it was decided otherwise before'),
  },
});

export function reviewRoutes(api: OpenAPIHono<ApiEnv>, { store, reviews }: ApiServices): void {
  api.openapi(list, (context) => {
    const { decided, ...page } = context.req.valid('query');
    const { items, nextCursor } = store.reviews.list({ ...page, decided: decided === 'true' });
    return context.json({ items: [...items], nextCursor }, 200);
  });

  api.openapi(decide, (context) => {
    const { id } = context.req.valid('param');
    const { decision } = context.req.valid('json');
    const meant = decision === 'ignore' ? 'ignore' : 'opt_out';
    return context.json(decided(id, reviews.decide(id, meant, context.get('key').name)), 200);
  });
}

function decided(id: string, result: ReviewResult) {
  switch (result.kind) {
    case 'decided':
      return result.review;
    case 'not-found':
      throw new ApiError(notFound(`there is no review "${id}"`));
    case 'already-decided': {
      const { decision, decidedBy } = result.review;
      throw new ApiError({
        status: 409,
        code: 'already_decided',
        title: 'It was decided otherwise',
        detail: `"${decidedBy ?? 'somebody'}" decided "${decision ?? ''}" before; use /v1/suppressions to change it`,
      });
    }
  }
}
