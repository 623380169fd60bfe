/** `/v1/suppressions`: who may not be written to. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { everything } from '../../domain/consent.js';
import type { E164 } from '../../domain/phone-number.js';
import { type ApiEnv, requireScope } from '../auth.js';
import {
  pageOfSchema,
  pageQuery,
  scopeSchema,
  suppressionSchema,
  suppressionStateSchema,
} from '../schemas.js';
import {
  type ApiServices,
  bearer,
  commonProblems,
  json,
  requireNumber,
  unprocessableProblem,
} from './shared.js';

const numberParam = z.object({ number: z.string().max(64).openapi({ example: '+447700900123' }) });
const reason = z.string().trim().min(1).max(1_000);

const get = createRoute({
  method: 'get',
  path: '/v1/suppressions/{number}',
  summary: 'Whether a number is suppressed',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: { params: numberParam },
  responses: {
    200: json(suppressionStateSchema, 'Suppressed or not'),
    ...commonProblems,
    ...unprocessableProblem,
  },
});

const put = createRoute({
  method: 'put',
  path: '/v1/suppressions/{number}',
  summary: 'Suppress a number',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    params: numberParam,
    body: {
      required: false,
      content: {
        'application/json': {
          schema: z.strictObject({ scope: scopeSchema.optional(), reason: reason.optional() }),
        },
      },
    },
  },
  responses: {
    200: json(suppressionStateSchema, 'Suppressed'),
    ...commonProblems,
    ...unprocessableProblem,
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/v1/suppressions/{number}',
  summary: 'Resubscribe a number',
  description:
    'The reason is kept in the ledger. Without a scope, or with `*`, every suppression is lifted.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    params: numberParam,
    query: z.strictObject({ reason, scope: scopeSchema.optional() }),
  },
  responses: {
    200: json(suppressionStateSchema, 'Resubscribed'),
    ...commonProblems,
    ...unprocessableProblem,
  },
});

const list = createRoute({
  method: 'get',
  path: '/v1/suppressions',
  summary: 'The suppression list, newest first',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: { query: z.strictObject(pageQuery) },
  responses: { 200: json(pageOfSchema(suppressionSchema), 'A page'), ...commonProblems },
});

export function suppressionRoutes(api: OpenAPIHono<ApiEnv>, services: ApiServices): void {
  const { consent, store, country } = services;

  const state = (number: E164) => {
    const entries = consent
      .suppressionsOf(number)
      .map(({ scope, since, source }) => ({ scope, since, source }));
    return { number, suppressed: entries.length > 0, entries };
  };

  api.openapi(get, (context) =>
    context.json(state(requireNumber(context.req.valid('param').number, country)), 200),
  );

  api.openapi(put, (context) => {
    const number = requireNumber(context.req.valid('param').number, country);
    const body = context.req.valid('json');
    consent.suppress({
      number,
      scope: body.scope ?? everything,
      source: 'api',
      evidence: { key: context.get('key').name, reason: body.reason ?? null },
    });
    return context.json(state(number), 200);
  });

  api.openapi(remove, (context) => {
    const number = requireNumber(context.req.valid('param').number, country);
    const query = context.req.valid('query');
    consent.resubscribe({
      number,
      scope: query.scope ?? everything,
      source: 'api',
      evidence: { key: context.get('key').name, reason: query.reason },
    });
    return context.json(state(number), 200);
  });

  api.openapi(list, (context) => {
    const page = store.consent.list(context.req.valid('query'));
    return context.json({ items: [...page.items], nextCursor: page.nextCursor }, 200);
  });
}
