/** `/v1/modems`, `/healthz`, `/readyz`: how the gateway is. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type ApiEnv, requireScope } from '../auth.js';
import * as examples from '../examples.js';
import { ApiError } from '../problems.js';
import { healthySchema, modemSchema, readySchema } from '../schemas/modems.js';
import { problems } from '../schemas/problems.js';
import { noQuery, pageOfSchema } from '../schemas/values.js';
import { type ApiServices, bearer, json, keyProblems } from './shared.js';

const list = createRoute({
  method: 'get',
  path: '/v1/modems',
  operationId: 'listModems',
  tags: ['modems'],
  summary: 'How the modems are',
  description:
    'All that are configured, in one page: state, network, signal, SIM, share of the queue, limits.',
  security: bearer,
  middleware: [requireScope('read')] as const,
  request: { query: noQuery },
  responses: {
    200: json(pageOfSchema(modemSchema, 'ModemPage'), 'All modems', {
      ...examples.page(examples.modem),
      nextCursor: null,
    }),
    ...keyProblems('invalid_request'),
  },
});

const health = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'getHealth',
  tags: ['health'],
  summary: 'Whether the process and its database work',
  description: 'For whoever restarts what does not work: writes to the database, asks no modem.',
  security: [],
  responses: {
    200: json(healthySchema, 'Works', { status: 'ok' }),
    ...problems('store_unavailable'),
  },
});

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'getReadiness',
  tags: ['health'],
  summary: 'Whether a message could go now',
  description: '200 once a modem can send. Until then messages are taken and queued all the same.',
  security: [],
  responses: {
    200: json(readySchema, 'At least one modem can send', examples.ready),
    ...problems('store_unavailable', 'not_ready'),
  },
});

/** What needs no key. */
export function healthRoutes(
  api: OpenAPIHono<ApiEnv>,
  { store, modems, clockProblem }: ApiServices,
): void {
  const ok = () => {
    const problem = clockProblem();
    return { status: 'ok' as const, ...(problem !== undefined && { warnings: [problem] }) };
  };

  api.openapi(health, (context) => {
    store.probe();
    return context.json(ok(), 200);
  });

  api.openapi(ready, (context) => {
    store.probe();
    if (!modems.anyReady()) {
      throw new ApiError({
        code: 'not_ready',
        detail:
          'messages are queued; GET /v1/modems and "stopgate modems" say what each modem lacks',
        members: { modems: modems.readiness() },
        headers: { 'retry-after': '5' },
      });
    }
    return context.json({ ...ok(), modems: [...modems.readiness()] }, 200);
  });
}

export function modemRoutes(api: OpenAPIHono<ApiEnv>, { modems }: ApiServices): void {
  api.openapi(list, (context) => {
    return context.json({ items: [...modems.list()], nextCursor: null }, 200);
  });
}
