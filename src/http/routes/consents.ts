/** `/v1/consents/{number}`: a person's history, as the ledger has it. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type ApiEnv, requireScope } from '../auth.js';
import * as examples from '../examples.js';
import { historySchema } from '../schemas/consent.js';
import { numberSchema, pageQuery } from '../schemas/values.js';
import { type ApiServices, bearer, json, keyProblems, requireNumber } from './shared.js';

const history = createRoute({
  method: 'get',
  path: '/v1/consents/{number}',
  operationId: 'getConsentHistory',
  tags: ['consent'],
  summary: "A person's whole history from the ledger, newest first",
  description:
    'Every opt-out, opt-in and plea for help with its evidence: what you show when somebody asks why they got a message, or none. Each event has the hash of the one before; `stopgate ledger verify` checks them all.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: { params: z.object({ number: numberSchema }), query: z.strictObject(pageQuery) },
  responses: {
    200: json(historySchema, 'A page', examples.history),
    ...keyProblems('invalid_request', 'invalid_number'),
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
