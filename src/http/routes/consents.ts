/** `/v1/consents/{number}`: a person's history, as the ledger has it. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type ApiEnv, requireScope } from '../auth.js';
import { pageOfSchema, pageQuery } from '../schemas.js';
import {
  type ApiServices,
  bearer,
  commonProblems,
  json,
  requireNumber,
  unprocessableProblem,
} from './shared.js';

const hash = z.string().openapi({ description: 'SHA-256, hexadecimal' });

const consentEventSchema = z
  .object({
    id: z.string(),
    gateway: z.string().openapi({ description: 'whose chain it stands in' }),
    sequence: z.int().openapi({ description: '1, 2, 3 … per gateway' }),
    kind: z.enum(['opt_out', 'opt_in', 'help', 'ignored', 'erased', 'exported']),
    scope: z.string().openapi({ description: '`*` or a campaign' }),
    source: z.enum(['reply', 'link', 'page', 'api', 'cli', 'import', 'review']),
    evidence: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .openapi({ description: 'what shows that it happened; empty once the person was erased' }),
    createdAt: z.iso.datetime({ offset: true }),
    hash,
    previousHash: hash,
  })
  .openapi('ConsentEvent');

const history = createRoute({
  method: 'get',
  path: '/v1/consents/{number}',
  summary: "A person's whole history from the ledger, newest first",
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    params: z.object({ number: z.string().max(64).openapi({ example: '+447700900123' }) }),
    query: z.strictObject(pageQuery),
  },
  responses: {
    200: json(pageOfSchema(consentEventSchema).extend({ number: z.string() }), 'A page'),
    ...commonProblems,
    ...unprocessableProblem,
  },
});

export function consentRoutes(api: OpenAPIHono<ApiEnv>, { store, country }: ApiServices): void {
  api.openapi(history, (context) => {
    const number = requireNumber(context.req.valid('param').number, country);
    const page = store.ledger.history(number, context.req.valid('query'));
    // The number is told once, as it was asked for: in the events it may be a pseudonym.
    const items = page.items.map(({ number: _number, ...event }) => event);
    return context.json({ number, items, nextCursor: page.nextCursor }, 200);
  });
}
