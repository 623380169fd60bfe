/**
 * The OpenAPI document: what it says of the API as a whole, and where it is served. What it says of
 * each request stands with its route.
 */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { version } from '../version.js';
import type { ApiEnv } from './auth.js';

const description = `SMS through GSM modems, with opt-outs that hold.

**Keys.** All but the \`health\` requests need \`Authorization: Bearer KEY\`. \`stopgate keys create --name shop --scope send,read\` makes a key. Its scopes say what it may do: \`send\` messages, \`read\` what came of them, \`admin\` for consent and reviews.

**Errors** are problem details (RFC 9457, \`application/problem+json\`) with a stable \`code\`. Requests with unknown members are refused, so that a slip does not go unseen. On 429 and 503, \`Retry-After\` says when to try again; send with an \`Idempotency-Key\`, and trying again never sends twice. What is no HTTP request is answered with 400, headers of more than 16 KiB with 431 (\`headers_too_large\`), and what comes too slowly with 408 (\`request_timeout\`).

**Lists** are \`{items, nextCursor}\`, newest first: ask again with \`cursor\` until \`nextCursor\` is null.

**Times** are ISO 8601 in UTC with milliseconds; numbers are E.164.`;

const tags = [
  { name: 'messages', description: 'Sending, looking, canceling.' },
  { name: 'inbound', description: 'What recipients wrote, and what it means.' },
  { name: 'consent', description: 'Who opted out, since when, and the evidence of it.' },
  { name: 'modems', description: 'How the modems are.' },
  { name: 'health', description: 'For whoever watches the gateway; needs no key.' },
];

const route = createRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'getOpenApi',
  tags: ['health'],
  summary: 'This document',
  description: 'OpenAPI 3.1, made from the schemas by which requests are checked.',
  security: [],
  responses: {
    200: {
      description: 'The document',
      content: {
        'application/json': {
          schema: z.looseObject({ openapi: z.string() }),
          example: { openapi: '3.1.0' },
        },
      },
    },
  },
});

/** Serves the document of all routes that `api` has when it is first asked for. */
export function openApiRoute(api: OpenAPIHono<ApiEnv>): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key that "stopgate keys create" printed: `sg_…`.',
  });
  let document: string | undefined;
  api.openapi(route, () => {
    document ??= JSON.stringify(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'stopgate',
          version,
          description,
          license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
        },
        servers: [{ url: '/', description: 'The gateway that served this document.' }],
        tags,
      }),
    );
    return new Response(document, { headers: { 'content-type': 'application/json' } }) as never;
  });
}
