/** `/v1/reviews`: replies that may be opt-outs and may not, and what a person decides of them. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ReviewResult } from '../../service/reviews.js';
import { type ApiEnv, requireScope } from '../auth.js';
import * as examples from '../examples.js';
import { ApiError, notFound } from '../problems.js';
import { decisionSchema, reviewSchema } from '../schemas/replies.js';
import { noQuery, pageOfSchema, pageQuery } from '../schemas/values.js';
import { type ApiServices, bearer, json, jsonBody, keyProblems } from './shared.js';

const list = createRoute({
  method: 'get',
  path: '/v1/reviews',
  operationId: 'listReviews',
  tags: ['inbound'],
  summary: 'Doubtful replies that wait for a decision, newest first',
  description:
    'Marketing to their writers is `held` meanwhile. `decided=true` lists the others too.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    query: z.strictObject({
      ...pageQuery,
      decided: z.enum(['true', 'false']).default('false').openapi({
        description: 'Whether those that were decided are listed as well.',
      }),
    }),
  },
  responses: {
    200: json(pageOfSchema(reviewSchema, 'ReviewPage'), 'A page', examples.page(examples.review)),
    ...keyProblems('invalid_request'),
  },
});

const decide = createRoute({
  method: 'post',
  path: '/v1/reviews/{id}',
  operationId: 'decideReview',
  tags: ['inbound'],
  summary: 'Decide a doubtful reply',
  description:
    '`opt_out` (or `opt-out`) suppresses its writer; `ignore` lets go what was held. The ledger keeps whose key decided. The same decision again changes nothing.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    params: z.object({ id: z.string().max(64).openapi({ example: examples.review.id }) }),
    query: noQuery,
    body: jsonBody(decisionSchema, { 'No opt-out was meant': { decision: 'ignore' } }),
  },
  responses: {
    200: json(reviewSchema, 'Decided', examples.decidedReview),
    ...keyProblems('invalid_request', 'not_found', 'already_decided'),
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
        code: 'already_decided',
        detail: `"${decidedBy ?? 'somebody'}" decided "${decision ?? ''}" before; use /v1/suppressions to change it`,
      });
    }
  }
}
