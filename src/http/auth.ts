/**
 * Who asks: bearer keys and their scopes. Guessing slows the guesser's address; the holder of a
 * valid key is never slowed by somebody else's guesses.
 */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import type { Clock } from '../clock.js';
import type { ApiKey, KeyScope } from '../domain/ports.js';
import type { ApiKeyService } from '../service/api-keys.js';
import { AttemptLimiter } from './attempt-limiter.js';
import { ApiError } from './problems.js';

export interface ApiEnv {
  Variables: { key: ApiKey };
}

const guessLimit = { max: 10, windowMs: 60_000 };

/** Takes `Authorization: Bearer KEY`, or answers 401, or 429 to an address that guesses. */
export function authenticate(keys: ApiKeyService, clock: Clock): MiddlewareHandler<ApiEnv> {
  const guesses = new AttemptLimiter(clock, guessLimit);
  return async (context, next) => {
    const presented = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    const key = presented === undefined ? undefined : keys.verify(presented);
    if (!key) {
      const waitSeconds = presented === undefined ? 0 : guesses.count(addressOf(context));
      throw new ApiError(waitSeconds > 0 ? tooManyAttempts(waitSeconds) : unauthorized(presented));
    }
    context.set('key', key);
    await next();
  };
}

/** Answers 429 to a key that asks more often than `perMinute` in a minute. */
export function limitRequests(perMinute: number, clock: Clock): MiddlewareHandler<ApiEnv> {
  const requests = new AttemptLimiter(clock, { max: perMinute, windowMs: 60_000 });
  return async (context, next) => {
    const waitSeconds = requests.count(context.get('key').id);
    if (waitSeconds > 0) {
      throw new ApiError({
        code: 'too_many_requests',
        detail: `this key may make ${perMinute} requests in a minute (http.per_minute): wait ${waitSeconds} s`,
        headers: { 'retry-after': String(waitSeconds) },
      });
    }
    await next();
  };
}

/** Lets only keys with one of `scopes` through. */
export function requireScope(...scopes: readonly KeyScope[]): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const key = context.get('key');
    if (!scopes.some((scope) => key.scopes.includes(scope))) {
      throw new ApiError({
        code: 'insufficient_scope',
        detail: `this needs a key with the scope ${scopes.map((scope) => `"${scope}"`).join(' or ')}; "${key.name}" has ${key.scopes.join(', ')}`,
      });
    }
    await next();
  };
}

function unauthorized(presented: string | undefined) {
  return {
    code: 'unauthorized',
    detail:
      presented === undefined
        ? 'send the header "Authorization: Bearer KEY"; "stopgate keys create" makes a key'
        : 'this key is unknown or was revoked; "stopgate keys list" shows those in use',
    headers: { 'www-authenticate': 'Bearer' },
  } as const;
}

function tooManyAttempts(waitSeconds: number) {
  return {
    code: 'too_many_attempts',
    detail: `wait ${waitSeconds} s; valid keys are served meanwhile`,
    headers: { 'retry-after': String(waitSeconds) },
  } as const;
}

/** The peer's address; a Unix socket and a test without a socket have none. */
function addressOf(context: Context): string {
  const bindings: unknown = context.env;
  const hasSocket = typeof bindings === 'object' && bindings !== null && 'incoming' in bindings;
  return (hasSocket ? getConnInfo(context).remote.address : undefined) ?? 'local';
}
