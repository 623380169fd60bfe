/**
 * Answers to what is no HTTP, has too many headers or comes too slowly: such requests never become
 * one, and nobody else would tell their clients why. Knows nothing of routes.
 */
import { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ProblemCode, problemKinds } from './problem-kinds.js';
import { problemBody } from './problems.js';

/** Node's error codes, where it is not just a broken request. */
const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

const answerHeaders = {
  Connection: 'close',
  'Content-Type': 'application/problem+json',
  'Content-Security-Policy': "default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
} as const;

/** For the server's `clientError`: answers with a problem where it can, and closes the connection. */
export function answerBrokenHttp(error: Error & { readonly code?: string }, socket: Duplex): void {
  // It was told before; to destroy it now might take from its client what it has not read.
  if (socket.writableEnded) return;
  // Where an answer has begun, another one would be read as a part of it.
  const response = '_httpMessage' in socket ? socket._httpMessage : undefined;
  const isAnswered = response instanceof ServerResponse && response.headersSent;
  if (!socket.writable || isAnswered || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const code = codes[error.code ?? ''] ?? 'invalid_request';
  const { status, title, detail } = problemKinds[code];
  const said = code === 'invalid_request' ? 'this is no HTTP request' : detail;
  const body = JSON.stringify(problemBody({ code, detail: said }));
  const headers = { ...answerHeaders, 'Content-Length': Buffer.byteLength(body) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${title}`, ...lines, '', body].join('\r\n'));
}

/** The answer to HTTP whose address makes no URL. */
export function answerBrokenAddress(): Response {
  const detail = 'the Host header or the path is missing or not valid';
  const body = JSON.stringify(problemBody({ code: 'invalid_request', detail }));
  return new Response(body, { status: 400, headers: answerHeaders });
}
