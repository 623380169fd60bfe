/**
 * The HTTP API as a function from Request to Response; it opens no socket. Every path but health and
 * the OpenAPI document asks for a key before anything else is looked at.
 */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { version } from '../version.js';
import { type ApiEnv, authenticate, limitRequests } from './auth.js';
import {
  ApiError,
  describeIssues,
  invalidRequest,
  notFound,
  problemFor,
  problemResponse,
} from './problems.js';
import { consentRoutes } from './routes/consents.js';
import { inboundRoutes } from './routes/inbound.js';
import { maxBatchBytes, messageBatchRoutes } from './routes/message-batch.js';
import { messageRoutes } from './routes/messages.js';
import { healthRoutes, modemRoutes } from './routes/modems.js';
import { reviewRoutes } from './routes/reviews.js';
import { segmentRoutes } from './routes/segments.js';
import type { ApiServices } from './routes/shared.js';
import { suppressionRoutes } from './routes/suppressions.js';
import { ussdRoutes } from './routes/ussd.js';

/** Larger than any valid request: 16,000 characters of text, each escaped, and the rest. */
const maxBodyBytes = 256 * 1024;
const maxDiscardedBytes = 64 * 1024 * 1024;

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
      problemFor(error, { log, isStoreFailure: (failure) => store.isFailure(failure) }),
    ),
  );
  api.notFound((context) =>
    problemResponse(
      context,
      notFound(`there is no ${context.req.method} ${context.req.path}; see /openapi.json`),
    ),
  );

  healthRoutes(api, services);
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
  });
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'stopgate',
      version,
      description: 'SMS through GSM modems, with opt-outs that hold.',
      license: { name: 'MIT' },
    },
  });

  api.use('/v1/*', authenticate(services.keys, services.clock));
  if (services.requestsPerMinute > 0) {
    api.use('/v1/*', limitRequests(services.requestsPerMinute, services.clock));
  }
  const limit = limitBody(maxBodyBytes);
  const batchLimit = limitBody(maxBatchBytes);
  api.use('/v1/*', (context, next) =>
    (context.req.path === '/v1/messages/batch' ? batchLimit : limit)(context, next),
  );
  messageRoutes(api, services);
  messageBatchRoutes(api, services);
  segmentRoutes(api, services);
  suppressionRoutes(api, services);
  consentRoutes(api, services);
  inboundRoutes(api, services);
  reviewRoutes(api, services);
  modemRoutes(api, services);
  ussdRoutes(api, services);
  return api;
}

function limitBody(maxSize: number): MiddlewareHandler<ApiEnv> {
  return bodyLimit({
    maxSize,
    onError: async (context) => {
      await discard(context.req.raw.body);
      throw new ApiError({
        status: 413,
        code: 'too_large',
        title: 'The request is too large',
        detail: `this request has at most ${maxSize} bytes`,
        // Some of the body may be left unread, so the connection is of no more use.
        headers: { connection: 'close' },
      });
    },
  });
}

/**
 * Reads a body and keeps none of it: a client that is still sending when the connection closes does
 * not hear the answer. One that never ends, or that was begun already, is left alone.
 */
async function discard(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return;
  let octets = 0;
  for await (const piece of body) {
    octets += piece.length;
    if (octets > maxDiscardedBytes) return;
  }
}
