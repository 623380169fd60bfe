/**
 * The HTTP API as a function from Request to Response; it opens no socket. Every path but health and
 * the OpenAPI document asks for a key before anything else is looked at.
 */
import { OpenAPIHono } from '@hono/zod-openapi';
import { type ApiEnv, authenticate, limitRequests } from './auth.js';
import { limitBody, requireJson } from './body.js';
import { openApiRoute } from './openapi.js';
import {
  ApiError,
  describeIssues,
  invalidRequest,
  notFound,
  problemFor,
  problemResponse,
} from './problems.js';
import { inRounds } from './rounds.js';
import { consentRoutes } from './routes/consents.js';
import { inboundRoutes } from './routes/inbound.js';
import { maxBatchBytes, messageBatchRoutes } from './routes/message-batch.js';
import { messageRoutes } from './routes/messages.js';
import { metricsRoutes } from './routes/metrics.js';
import { healthRoutes, modemRoutes } from './routes/modems.js';
import { reviewRoutes } from './routes/reviews.js';
import { segmentRoutes } from './routes/segments.js';
import type { ApiServices } from './routes/shared.js';
import { suppressionRoutes } from './routes/suppressions.js';
import { ussdRoutes } from './routes/ussd.js';

/** Larger than any valid request: 16,000 characters of text, each escaped, and the rest. */
const maxBodyBytes = 256 * 1024;

/** Makes the API over `services`. `fetch` of the result answers a Request. */
export function createApi(services: ApiServices): OpenAPIHono<ApiEnv> {
  const { store, log } = services;
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook(result) {
      if (!result.success) throw new ApiError(invalidRequest(describeIssues(result.error)));
    },
  });
  api.onError((error, context) =>
    problemResponse(
      context,
      problemFor(error, { log, storeFailure: (failure) => store.noteFailure(failure) }),
    ),
  );
  api.notFound((context) =>
    problemResponse(
      context,
      notFound(`there is no ${context.req.method} ${context.req.path}; see /openapi.json`),
    ),
  );

  healthRoutes(api, services);
  openApiRoute(api);

  const rounds = inRounds();
  const authenticated = authenticate(services.keys, services.clock);
  const limited = limitRequests(services.requestsPerMinute, services.clock);
  for (const path of ['/v1/*', '/metrics']) {
    api.use(path, rounds, authenticated);
    if (services.requestsPerMinute > 0) api.use(path, limited);
  }
  const limit = limitBody(maxBodyBytes, tooLarge(maxBodyBytes));
  const batchLimit = limitBody(maxBatchBytes, tooLarge(maxBatchBytes));
  api.use('/v1/*', (context, next) =>
    (context.req.path === '/v1/messages/batch' ? batchLimit : limit)(context, next),
  );
  api.use('/v1/*', requireJson);
  messageRoutes(api, services);
  messageBatchRoutes(api, services);
  segmentRoutes(api, services);
  suppressionRoutes(api, services);
  consentRoutes(api, services);
  inboundRoutes(api, services);
  reviewRoutes(api, services);
  modemRoutes(api, services);
  ussdRoutes(api, services);
  metricsRoutes(api, services);
  refuseOtherMethods(api);
  return api;
}

const tooLarge = (maxBytes: number) => () => {
  throw new ApiError({
    code: 'too_large',
    detail: `this request has at most ${maxBytes} bytes`,
    // Some of the body may be left unread, so the connection is of no more use.
    headers: { connection: 'close' },
  });
};

/** Answers 405 to the methods that a path does not take; for once all routes are there. */
function refuseOtherMethods(api: OpenAPIHono<ApiEnv>): void {
  const methods = new Map<string, string[]>();
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { path, method } = definition.route;
    methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()]);
  }
  for (const [path, taken] of methods) {
    api.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) => {
      const allow = taken.join(', ');
      throw new ApiError({
        code: 'method_not_allowed',
        detail: `${context.req.path} takes ${allow}; see /openapi.json`,
        headers: { allow },
      });
    });
  }
}
