/**
 * What a request's body must be before a route reads it: not too large, JSON, UTF-8. Knows nothing
 * of what should stand in it.
 */
import { isUtf8 } from 'node:buffer';
import type { Context, MiddlewareHandler } from 'hono';
import { ApiError, invalidRequest } from './problems.js';
import { maxDiscardedBytes } from './unread-body.js';

/**
 * Hands on bodies of at most `maxBytes`, read whole; else answers what `onTooLarge` makes. A body
 * that tells its length is judged by that, and left for the server to discard.
 */
export function limitBody(
  maxBytes: number,
  onTooLarge: (context: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (context, next) => {
    const { raw } = context.req;
    const told = raw.headers.has('transfer-encoding') ? null : raw.headers.get('content-length');
    if (told !== null && Number(told) > maxBytes) return onTooLarge(context);
    // What tells its length is no longer than that: the context reads it, and keeps it for the route.
    const read =
      told === null
        ? raw.body && (await readUpTo(raw.body, maxBytes))
        : await context.req.arrayBuffer().catch(() => 'broken-off' as const);
    if (read === 'too-large') return onTooLarge(context);
    // Nobody is there any more to hear it, and it is nothing to write into a log.
    if (read === 'broken-off') return new Response(null, { status: 400 });
    if (told === null && read !== null) context.req.raw = new Request(raw, { body: read });
    return next();
  };
}

/** Of a body that is too large, what follows is read and thrown away. */
async function readUpTo(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | 'too-large' | 'broken-off'> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of body) {
      bytes += piece.length;
      if (bytes <= maxBytes) pieces.push(piece);
      else pieces.length = 0;
      if (bytes > maxDiscardedBytes) break;
    }
  } catch {
    return 'broken-off';
  }
  return bytes <= maxBytes ? new Uint8Array(Buffer.concat(pieces)) : 'too-large';
}

/** Refuses bodies that are not JSON by their type, or not UTF-8: half-read texts would go out. */
export const requireJson: MiddlewareHandler = async (context, next) => {
  const { method } = context.req;
  if (method !== 'POST' && method !== 'PUT') return next();
  const octets = await context.req.arrayBuffer();
  const type = context.req.header('content-type');
  if (octets.byteLength === 0) {
    if (type !== undefined) context.req.raw = withoutType(context.req.raw);
    return next();
  }
  if (!/^application\/(?:[a-z.-]+\+)?json(?:;|$)/iu.test(type ?? '')) {
    const was = type === undefined ? 'none' : `"${type.slice(0, 100)}"`;
    throw new ApiError(
      invalidRequest(`send the body as JSON with Content-Type: application/json; it was ${was}`),
    );
  }
  if (!isUtf8(octets)) {
    throw new ApiError(invalidRequest('the body must be JSON in UTF-8, and not compressed'));
  }
  return next();
};

/** Programs tell a type for a body that they have not: it is none, and no broken JSON. */
function withoutType(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('content-type');
  return new Request(request.url, { method: request.method, headers });
}
