/** `/v1/modems/{name}/ussd`: asks the network through one modem, for the balance, say. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { UssdOutcome } from '../../domain/ports.js';
import { type ApiEnv, requireScope } from '../auth.js';
import * as examples from '../examples.js';
import { ApiError, notFound, type Problem } from '../problems.js';
import { ussdAnswerSchema, ussdRequestSchema } from '../schemas/modems.js';
import { noQuery } from '../schemas/values.js';
import { type ApiServices, bearer, json, jsonBody, keyProblems } from './shared.js';

const ask = createRoute({
  method: 'post',
  path: '/v1/modems/{name}/ussd',
  operationId: 'askUssd',
  tags: ['modems'],
  summary: 'Ask the network a USSD code',
  description:
    'Waits for the answer, up to a minute. Where `status` is `question`, the network asked something back, and the dialogue was ended there: name the whole way in one code, such as `*100*1#`.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    params: z.object({ name: z.string().max(64).openapi({ example: 'main' }) }),
    query: noQuery,
    body: jsonBody(ussdRequestSchema, { 'The balance, with many operators': { code: '*100#' } }),
  },
  responses: {
    200: json(ussdAnswerSchema, 'What the network answered', examples.ussdAnswer),
    ...keyProblems(
      ...(['invalid_request', 'not_found'] as const),
      ...(['ussd_refused', 'modem_not_ready', 'ussd_no_answer'] as const),
    ),
  },
});

export function ussdRoutes(api: OpenAPIHono<ApiEnv>, { ussd }: ApiServices): void {
  api.openapi(ask, async (context) => {
    const { name } = context.req.valid('param');
    const outcome = await ussd.ask(name, context.req.valid('json').code);
    if (outcome.kind === 'failed') throw new ApiError(problemOf(outcome));
    return context.json({ status: outcome.status, text: outcome.text }, 200);
  });
}

function problemOf({ code, message }: Extract<UssdOutcome, { kind: 'failed' }>): Problem {
  switch (code) {
    case 'unknown_modem':
      return notFound(`${message}; GET /v1/modems lists them`);
    case 'no_answer':
      return {
        code: 'ussd_no_answer',
        detail: message,
      };
    case 'refused':
      return {
        code: 'ussd_refused',
        detail: message,
      };
    case 'not_ready':
      return {
        code: 'modem_not_ready',
        detail: message,
        headers: { 'retry-after': '5' },
      };
  }
}
