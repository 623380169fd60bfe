/** `/v1/suppressions`: who may not be written to. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { everything } from '../../domain/consent.js';
import type { E164 } from '../../domain/phone-number.js';
import { type ApiEnv, requireScope } from '../auth.js';
import * as examples from '../examples.js';
import {
  reasonSchema,
  suppressionSchema,
  suppressionStateSchema,
  suppressSchema,
} from '../schemas/consent.js';
import { noQuery, numberSchema, pageOfSchema, pageQuery, scopeSchema } from '../schemas/values.js';
import { type ApiServices, bearer, json, jsonBody, keyProblems, requireNumber } from './shared.js';

const numberParam = z.object({ number: numberSchema });

const get = createRoute({
  method: 'get',
  path: '/v1/suppressions/{number}',
  operationId: 'getSuppression',
  tags: ['consent'],
  summary: 'Whether a number is suppressed',
  description: 'And of what, since when and how it came about. 200 either way.',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: { params: numberParam, query: noQuery },
  responses: {
    200: json(suppressionStateSchema, 'Suppressed or not', examples.suppressed),
    ...keyProblems('invalid_request', 'invalid_number'),
  },
});

const put = createRoute({
  method: 'put',
  path: '/v1/suppressions/{number}',
  operationId: 'suppress',
  tags: ['consent'],
  summary: 'Suppress a number',
  description:
    'From the answer on nothing goes to it, and what was queued is canceled. Without a body, or a `scope` in it, of everything. Again, it changes nothing.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    params: numberParam,
    query: noQuery,
    body: {
      ...jsonBody(suppressSchema, {
        Everything: { reason: 'asked by phone' },
        'One campaign': { scope: 'sale', reason: 'asked by mail' },
      }),
      required: false,
    },
  },
  responses: {
    200: json(suppressionStateSchema, 'Suppressed', examples.suppressed),
    ...keyProblems('invalid_request', 'invalid_number'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/v1/suppressions/{number}',
  operationId: 'resubscribe',
  tags: ['consent'],
  summary: 'Resubscribe a number',
  description:
    'Only when the person asked for it. The reason is kept in the ledger. Without a scope, or with `*`, every suppression is lifted.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    params: numberParam,
    query: z.strictObject({ reason: reasonSchema, scope: scopeSchema.optional() }),
  },
  responses: {
    200: json(suppressionStateSchema, 'Resubscribed', examples.notSuppressed),
    ...keyProblems('invalid_request', 'invalid_number'),
  },
});

const list = createRoute({
  method: 'get',
  path: '/v1/suppressions',
  operationId: 'listSuppressions',
  tags: ['consent'],
  summary: 'The suppression list, newest first',
  description: 'A number is listed once for each scope that it opted out of.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: { query: z.strictObject(pageQuery) },
  responses: {
    200: json(
      pageOfSchema(suppressionSchema, 'SuppressionPage'),
      'A page',
      examples.page(examples.suppression),
    ),
    ...keyProblems('invalid_request'),
  },
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
