/** HTTP on a socket: where it listens, how long and how many clients may be, how it ends. */
import { existsSync, lstatSync, unlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings, RequestError } from '@hono/node-server';
import type { Clock } from '../clock.js';
import { answerBrokenAddress, answerBrokenHttp } from './broken-http.js';
import { type ConnectionLimits, limitConnections } from './connections.js';
import { Turns } from './turns.js';
import { discardBody } from './unread-body.js';

export type ListenAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

export interface HttpServer {
  /** `http://127.0.0.1:7867`, or `unix:/path`. */
  readonly address: string;
  /** Takes no new requests, waits for those under way up to `graceMs`, closes. */
  close(graceMs: number): Promise<void>;
}

/** The server could not listen. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly code = 'LISTEN';
  readonly hint: string;

  constructor(message: string, hint: string, cause: unknown) {
    super(message, { cause });
    this.hint = hint;
  }
}

/** What a client may take of a server. */
export interface ServerLimits extends ConnectionLimits {
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** Without a byte in either direction: longer than any answer takes to be made. */
  readonly idleTimeoutMs: number;
  readonly maxHeaderBytes: number;
}

/** For programs of the operator's own. */
export const apiLimits: ServerLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  idleTimeoutMs: 120_000,
  maxHeaderBytes: 16_384,
  maxConnections: 200,
  maxUnsentBytes: 64 * 1024 * 1024,
};

/** For strangers, whose requests are small. */
export const publicLimits: ServerLimits = {
  headersTimeoutMs: 5_000,
  requestTimeoutMs: 10_000,
  idleTimeoutMs: 15_000,
  maxHeaderBytes: 8_192,
  maxConnections: 100,
  maxUnsentBytes: 4 * 1024 * 1024,
};

export interface ServeOptions {
  readonly clock: Clock;
  readonly limits: ServerLimits;
  /** The key of the configuration that says where it listens. */
  readonly setting: 'http.listen' | 'public.listen';
}

/** Serves `fetch` on `listen`; rejects with {@link ListenError}. */
export async function serve(
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
  listen: ListenAddress,
  { clock, limits, setting }: ServeOptions,
): Promise<HttpServer> {
  const turns = new Turns();
  const answer = async (request: Request, env: unknown) => {
    const { incoming, outgoing } = env as HttpBindings;
    if (!(await turns.next(outgoing))) return new Response(null, { status: 400 });
    // The body would be read by a request with an address, and an error thrown there.
    const isAddressed = URL.canParse(`http://${incoming.headers.host ?? 'localhost'}/`);
    const response = isAddressed ? await fetch(request, env) : answerBrokenAddress();
    const isRead = await discardBody(incoming, clock);
    if (!isRead) response.headers.set('connection', 'close');
    return response;
  };
  const listener = getRequestListener(answer, {
    errorHandler: (error) =>
      error instanceof RequestError ? answerBrokenAddress() : new Response(null, { status: 500 }),
  });
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: 5_000,
      // Who tells none is answered with a problem, as all others are.
      requireHostHeader: false,
      maxHeaderSize: limits.maxHeaderBytes,
      connectionsCheckingInterval: Math.min(5_000, limits.headersTimeoutMs),
    },
    listener,
  );
  // Nothing that is expected is met, and nothing refused for it either.
  server.on('checkExpectation', listener);
  server.on('clientError', answerBrokenHttp);
  server.timeout = limits.idleTimeoutMs;
  limitConnections(server, limits);
  if (listen.kind === 'unix') removeStaleSocket(listen.path);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(listenError(listen, setting, cause)));
    if (listen.kind === 'unix') listenForGroup(server, listen.path, resolve);
    else server.listen(listen.port, listen.host, resolve);
  });
  return { address: addressOf(server, listen), close: (graceMs) => close(server, clock, graceMs) };
}

function close(server: Server, clock: Clock, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = clock.setTimer(graceMs, () => server.closeAllConnections());
    server.close(() => {
      timer.cancel();
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** The socket must never be open to others than its owner and group, so the mask is narrowed before. */
function listenForGroup(server: Server, path: string, onListening: () => void): void {
  const previousMask = process.umask(0o117);
  try {
    server.listen(path, onListening);
  } finally {
    process.umask(previousMask);
  }
}

/** A socket that a killed process left behind would keep the next one from listening. */
function removeStaleSocket(path: string): void {
  if (existsSync(path) && lstatSync(path).isSocket()) unlinkSync(path);
}

function addressOf(server: Server, listen: ListenAddress): string {
  if (listen.kind === 'unix') return `unix:${listen.path}`;
  const { port } = server.address() as AddressInfo;
  const host = listen.host.includes(':') ? `[${listen.host}]` : listen.host;
  return `http://${host}:${port}`;
}

function listenError(
  listen: ListenAddress,
  setting: string,
  cause: Error & { code?: string },
): ListenError {
  const where = listen.kind === 'unix' ? `unix:${listen.path}` : `${listen.host}:${listen.port}`;
  const hint =
    cause.code === 'EADDRINUSE'
      ? `something else listens there: stop it, or set ${setting} to another address`
      : `set ${setting} to an address of this machine that this user may listen on`;
  return new ListenError(`cannot listen on ${where}: ${cause.message}`, hint, cause);
}
