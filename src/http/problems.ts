/**
 * Errors as HTTP tells them: RFC 9457 problem details with a stable `code`. The one file that maps
 * errors to statuses.
 */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { CursorError } from '../domain/cursor-error.js';
import type { StoreFailure } from '../domain/store-failure.js';
import type { Log } from '../log.js';
import { type ProblemCode, problemKinds } from './problem-kinds.js';

export interface Problem {
  readonly code: ProblemCode;
  /** What is wrong here, and what would be right. */
  readonly detail: string;
  /** Further members, such as `number`. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that cannot be served as it is. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  get code(): string {
    return this.problem.code;
  }
}

/** `type` is a URN: the code is what identifies, and nothing has to be fetched. */
export function problemBody(problem: Problem): Record<string, unknown> {
  const { title, status } = problemKinds[problem.code];
  return {
    type: `urn:stopgate:problem:${problem.code}`,
    title,
    status,
    detail: problem.detail,
    code: problem.code,
    ...problem.members,
  };
}

export function problemResponse(context: Context, problem: Problem): Response {
  return context.body(JSON.stringify(problemBody(problem)), problemKinds[problem.code].status, {
    'content-type': 'application/problem+json',
    ...problem.headers,
  });
}

export function invalidRequest(detail: string, members: Record<string, unknown> = {}): Problem {
  return { code: 'invalid_request', detail, members };
}

export function notFound(detail: string): Problem {
  return { code: 'not_found', detail };
}

/** What to answer to an error that a handler threw. */
export function problemFor(
  error: unknown,
  options: {
    readonly log: Log;
    /** Why the store cannot be used, where the error says so. */
    readonly storeFailure: (error: unknown) => StoreFailure | undefined;
  },
): Problem {
  if (error instanceof ApiError) return error.problem;
  if (error instanceof CursorError) return invalidRequest(error.message);
  if (error instanceof HTTPException && error.status < 500) {
    return error.status === 413
      ? { code: 'too_large', detail: error.message }
      : invalidRequest(error.message || 'the request cannot be read');
  }
  const failure = options.storeFailure(error);
  if (failure !== undefined) {
    // The daemon says it once, however many ask.
    options.log.debug({ err: error }, 'a request failed: the database cannot be used');
    return storeUnavailable(failure);
  }
  options.log.error({ err: error }, 'a request failed');
  return { code: 'internal_error', detail: 'the log of the daemon has the details' };
}

/** 503 with the reason and the remedy, and when to ask again. */
function storeUnavailable({ kind, what, remedy }: StoreFailure): Problem {
  return {
    code: 'store_unavailable',
    detail: `${what}. Nothing was stored, and nothing is sent until it works again: ${remedy}.`,
    members: { reason: kind },
    headers: { 'retry-after': '10' },
  };
}

/** Every fault of a request in one sentence, each with its place. */
export function describeIssues(error: z.core.$ZodError): string {
  return error.issues
    .slice(0, 10)
    .map((issue) => {
      const path = issue.path.join('.');
      return path === '' ? issue.message : `${path}: ${issue.message}`;
    })
    .join('; ');
}
