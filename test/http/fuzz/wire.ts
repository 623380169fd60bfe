/** Puts a request on the wire as it is, and reads what comes back; judges nothing. */
import { type Agent, type IncomingHttpHeaders, request } from 'node:http';
import { systemClock } from '../../../src/clock.js';
import type { WireRequest } from './requests.js';

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly ms: number;
}

/** Rejects when the connection ends without an answer. */
export function sendRaw(address: string, agent: Agent, asked: WireRequest): Promise<WireAnswer> {
  const { hostname, port, host } = new URL(address);
  const startedMs = systemClock.monotonicMs();
  return new Promise((resolve, reject) => {
    const { method, path, body } = asked;
    const length = body === undefined ? [] : ['Content-Length', String(body.length)];
    const headers = ['Host', host, ...asked.headers, ...length];
    const asking = request({ hostname, port, method, path, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        const ms = systemClock.monotonicMs() - startedMs;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, ms });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
