/** `/metrics`: the gateway's figures for Prometheus. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type ApiEnv, requireScope } from '../auth.js';
import { type ApiServices, bearer, keyProblems } from './shared.js';

/** Version 0.0.4 of the text format (prometheus.io/docs/instrumenting/exposition_formats). */
const textFormat = 'text/plain; version=0.0.4; charset=utf-8';

const example = `# HELP stopgate_messages Messages by what became of them.
# TYPE stopgate_messages gauge
stopgate_messages{status="queued"} 3
`;

const read = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'getMetrics',
  tags: ['health'],
  summary: 'Figures for Prometheus',
  description:
    'In the text format 0.0.4: messages by status, depth and age of the queue, how long confirmations take, modems, opt-outs by source, reviews, webhooks, the database, the clock, the process. No number and no text is in it; docs/metrics.md explains each.',
  security: bearer,
  middleware: [requireScope('read')] as const,
  responses: {
    200: { description: 'The figures', content: { [textFormat]: { schema: z.string(), example } } },
    ...keyProblems(),
  },
});

export function metricsRoutes(api: OpenAPIHono<ApiEnv>, services: ApiServices): void {
  let metrics: Promise<() => Promise<string>> | undefined;
  api.openapi(read, async (context) => {
    // Loaded when somebody asks: most never do, and memory is short on a small machine.
    metrics ??= import('../metrics.js').then(({ metricsOf }) => metricsOf(services));
    const text = await metrics;
    return context.text(await text(), 200, { 'content-type': textFormat });
  });
}
