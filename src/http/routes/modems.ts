/** `/v1/modems`, `/healthz`, `/readyz`: how the gateway is. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type ApiEnv, requireScope } from '../auth.js';
import { ApiError } from '../problems.js';
import { modemSchema, pageOfSchema, readinessSchema } from '../schemas.js';
import { type ApiServices, bearer, commonProblems, json } from './shared.js';

const list = createRoute({
  method: 'get',
  path: '/v1/modems',
  summary: 'How the modems are',
  security: bearer,
  middleware: [requireScope('read')] as const,
  responses: { 200: json(pageOfSchema(modemSchema), 'All modems'), ...commonProblems },
});

const statusSchema = z.object({ status: z.literal('ok') });
const readySchema = statusSchema.extend({ modems: z.array(readinessSchema) });
const unavailable = { 503: { description: 'Not now' } };

const health = createRoute({
  method: 'get',
  path: '/healthz',
  summary: '200 while the process and its database work',
  responses: { 200: json(statusSchema, 'Works'), ...unavailable },
});

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  summary: '200 once a modem can send',
  responses: { 200: json(readySchema, 'At least one modem can send'), ...unavailable },
});

/** What needs no key. */
export function healthRoutes(api: OpenAPIHono<ApiEnv>, { store, modems }: ApiServices): void {
  api.openapi(health, (context) => {
    store.probe();
    return context.json({ status: 'ok' as const }, 200);
  });

  api.openapi(ready, (context) => {
    store.probe();
    if (!modems.anyReady()) {
      throw new ApiError({
        status: 503,
        code: 'not_ready',
        title: 'No modem is ready',
        detail:
          'messages are queued; GET /v1/modems and "stopgate modems" say what each modem lacks',
        members: { modems: modems.readiness() },
        headers: { 'retry-after': '5' },
      });
    }
    return context.json({ status: 'ok' as const, modems: [...modems.readiness()] }, 200);
  });
}

export function modemRoutes(api: OpenAPIHono<ApiEnv>, { modems }: ApiServices): void {
  api.openapi(list, (context) => {
    return context.json({ items: [...modems.list()], nextCursor: null }, 200);
  });
}
