/** `/v1/modems/{name}/ussd`: asks the network through one modem, for the balance, say. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { UssdOutcome } from '../../domain/ports.js';
import { ussdCode } from '../../service/ussd.js';
import { type ApiEnv, requireScope } from '../auth.js';
import { ApiError, notFound, type Problem } from '../problems.js';
import { ussdAnswerSchema } from '../schemas.js';
import { type ApiServices, bearer, commonProblems, json, notFoundProblem } from './shared.js';

const ask = createRoute({
  method: 'post',
  path: '/v1/modems/{name}/ussd',
  summary: 'Ask the network a USSD code',
  description:
    'Waits for the answer, up to a minute. Where `status` is `question`, the network asked something back, and the dialogue was ended there: name the whole way in one code, such as `*100*1#`.',
  security: bearer,
  middleware: [requireScope('admin')] as const,
  request: {
    params: z.object({ name: z.string().max(64) }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            code: z
              .string()
              .regex(ussdCode, 'a USSD code: 1 to 160 of the digits, * and #, such as *100#')
              .openapi({ example: '*100#' }),
          }),
        },
      },
    },
  },
  responses: {
    200: json(ussdAnswerSchema, 'What the network answered'),
    ...commonProblems,
    ...notFoundProblem,
    502: { description: '`ussd_refused`: the modem or the network did not take the code' },
    504: { description: '`ussd_no_answer`: the network said nothing in time' },
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
        status: 504,
        code: 'ussd_no_answer',
        title: 'The network did not answer',
        detail: message,
      };
    case 'refused':
      return {
        status: 502,
        code: 'ussd_refused',
        title: 'The code was refused',
        detail: message,
      };
    case 'not_ready':
      return {
        status: 503,
        code: 'modem_not_ready',
        title: 'The modem is not ready',
        detail: message,
        headers: { 'retry-after': '5' },
      };
  }
}
