/**
 * The shapes of problems: one schema a code, so that a program that was made from the document can
 * tell them apart, and the answers of a route that lead to them.
 */
import { z } from '@hono/zod-openapi';
import { type ProblemCode, problemKinds } from '../problem-kinds.js';
import { problemBody } from '../problems.js';
import { readinessSchema } from './modems.js';
import { scopeSchema, timeSchema } from './values.js';

/** Any problem, with what more it may tell. */
export const problemSchema = z
  .looseObject({
    type: z.string().openapi({ description: '`urn:stopgate:problem:` and the code.' }),
    title: z.string().openapi({ description: 'The kind of problem in a few words.' }),
    status: z.int().openapi({ description: 'The HTTP status.' }),
    detail: z.string().openapi({ description: 'What is wrong here, and what would be right.' }),
    code: z.string().openapi({ description: 'Stable, for programs.' }),
  })
  .openapi('Problem');

/** What a problem of a code has beside the members of all; also its example. */
const furtherMembers: { readonly [code in ProblemCode]?: z.ZodRawShape } = {
  recipient_suppressed: {
    number: z.string().openapi({ example: '+447700900123' }),
    scope: scopeSchema.openapi({ example: '*' }),
    since: timeSchema,
  },
  not_ready: { modems: z.array(readinessSchema) },
};

const furtherExamples: { readonly [code in ProblemCode]?: Readonly<Record<string, unknown>> } = {
  recipient_suppressed: { number: '+447700900123', scope: '*', since: '2026-11-22T12:00:00.000Z' },
  not_ready: {
    modems: [{ name: 'main', state: 'waiting', downSince: '2026-11-22T12:00:00.000Z' }],
  },
};

const schemas = new Map<ProblemCode, z.ZodType>();

function schemaOf(code: ProblemCode): z.ZodType {
  const known = schemas.get(code);
  if (known) return known;
  const { status, title, means } = problemKinds[code];
  const schema = z
    .object({
      type: z.literal(`urn:stopgate:problem:${code}`),
      title: z.literal(title),
      status: z.literal(status),
      detail: z.string(),
      code: z.literal(code),
      ...furtherMembers[code],
    })
    .openapi(`${pascalCase(code)}Problem`, { description: sentence(means) });
  schemas.set(code, schema);
  return schema;
}

const headersOf: Readonly<Record<number, object>> = {
  401: { 'WWW-Authenticate': header('Always `Bearer`.') },
  405: { Allow: header('The methods that the path takes.') },
  429: { 'Retry-After': header('Seconds to wait.', 'integer') },
  503: { 'Retry-After': header('Seconds after which it may work.', 'integer') },
};

/**
 * The `responses` of a route for the problems of `codes`. Handlers throw problems and return none:
 * so that they are not asked to, nothing of it is seen in the type.
 */
export function problems(...codes: readonly ProblemCode[]): Record<never, never> {
  const statuses = [...new Set(codes.map((code) => problemKinds[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const same = codes.filter((code) => problemKinds[code].status === status);
      return [status, problemResponse(status, same)];
    }),
  );
}

function problemResponse(status: number, codes: readonly ProblemCode[]) {
  const [first, second, ...others] = codes.map(schemaOf);
  const schema = first && second ? z.union([first, second, ...others]) : first;
  const examples = codes.map((code) => [
    code,
    {
      summary: problemKinds[code].title,
      value: problemBody({
        code,
        detail: problemKinds[code].detail,
        members: furtherExamples[code] ?? {},
      }),
    },
  ]);
  return {
    description: codes.map((code) => `\`${code}\`: ${problemKinds[code].means}`).join('. '),
    ...(headersOf[status] && { headers: headersOf[status] }),
    content: { 'application/problem+json': { schema, examples: Object.fromEntries(examples) } },
  };
}

function header(description: string, type = 'string') {
  return { description, schema: { type } };
}

function pascalCase(code: string): string {
  return code.replace(/(?:^|_)([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
