/**
 * Posts to one webhook's address, and to no private one unless that is allowed. Owns the connections
 * that stay open; knows nothing of events, signatures and further tries.
 */
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Clock } from '../clock.js';
import { isPublicAddress, withoutBrackets } from '../domain/private-address.js';
import { version } from '../version.js';
import type { WebhookAnswer } from './webhook-verdict.js';

export interface WebhookConnectionOptions {
  readonly url: string;
  readonly allowPrivate: boolean;
  readonly clock: Clock;
  /** How names are resolved; the system's way by default. */
  readonly lookup?: LookupFunction;
}

/** From the first look at the name to the last octet of the answer. */
export const webhookTimeoutMs = 10_000;
const maxAnswerOctets = 65_536;
/** Requests at a time. */
export const maxAtOnce = 8;

export class WebhookConnection {
  readonly #options: WebhookConnectionOptions;
  readonly #url: URL;
  readonly #agent: http.Agent;
  readonly #lookup: LookupFunction;

  constructor(options: WebhookConnectionOptions) {
    this.#options = options;
    this.#url = new URL(options.url);
    const { Agent } = this.#isTls ? https : http;
    this.#agent = new Agent({ keepAlive: true, maxSockets: maxAtOnce });
    const lookup = options.lookup ?? systemLookup;
    this.#lookup = options.allowPrivate ? lookup : publicOnly(lookup);
  }

  /** Host and port, which may be logged; the rest of the address may hold a secret. */
  get host(): string {
    return this.#url.host;
  }

  /** Posts JSON. Never rejects; `signal` gives it up. What is answered beside the status is dropped. */
  async post(
    body: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<WebhookAnswer> {
    const { clock } = this.#options;
    if (this.#isForbidden()) return failed(privateAddress);
    const ending = new AbortController();
    const giveUp = () => ending.abort(new Error('it was given up: this program stops'));
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    const timer = clock.setTimer(webhookTimeoutMs, () =>
      ending.abort(new Error(`no answer within ${webhookTimeoutMs / 1_000} s`)),
    );
    try {
      // A connection that was kept open may be closed by its other end at any time.
      for (;;) {
        const answer = await this.#postOnce(body, headers, ending.signal);
        if (answer !== 'stale') return answer;
      }
    } finally {
      timer.cancel();
      signal.removeEventListener('abort', giveUp);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  get #isTls(): boolean {
    return this.#url.protocol === 'https:';
  }

  /** Addresses are not looked up, so `#lookup` never sees them. */
  #isForbidden(): boolean {
    const host = withoutBrackets(this.#url.hostname);
    return !this.#options.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host);
  }

  #postOnce(
    body: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<WebhookAnswer | 'stale'> {
    return new Promise((resolve) => {
      let answer: WebhookAnswer | 'stale' = failed('it closed the connection without an answer');
      const request = (this.#isTls ? https : http).request(this.#url, {
        method: 'POST',
        agent: this.#agent,
        lookup: this.#lookup,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': `stopgate/${version}`,
          ...headers,
        },
      });
      const giveUp = () => request.destroy(signal.reason);
      signal.addEventListener('abort', giveUp, { once: true });
      if (signal.aborted) giveUp();
      request.on('response', (response) => {
        answer = this.#answered(response);
        // The status has decided; what follows it may end as it likes.
        response.on('error', () => {});
        let octets = 0;
        response.on('data', (chunk: Buffer) => {
          octets += chunk.length;
          if (octets > maxAnswerOctets) request.destroy();
        });
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        if (answer !== 'stale' && answer.kind === 'answered') return;
        const isStale = request.reusedSocket && !signal.aborted && isHangUp(error);
        answer = isStale ? 'stale' : failed(reasonOf(error));
      });
      request.on('close', () => {
        signal.removeEventListener('abort', giveUp);
        resolve(answer);
      });
      request.end(body);
    });
  }

  #answered({ statusCode = 0, headers }: http.IncomingMessage): WebhookAnswer {
    const asked = headers['retry-after'];
    const retryAfterMs = asked === undefined ? undefined : this.#pauseMs(asked);
    return { kind: 'answered', status: statusCode, retryAfterMs };
  }

  /** Seconds or a date (RFC 9110 §10.2.3). */
  #pauseMs(retryAfter: string): number | undefined {
    if (/^\d{1,9}$/u.test(retryAfter)) return Number(retryAfter) * 1_000;
    const untilMs = Date.parse(retryAfter);
    return Number.isNaN(untilMs)
      ? undefined
      : Math.max(0, untilMs - this.#options.clock.now().getTime());
  }
}

const privateAddress =
  'its address is of this machine or a private network, and allow_private is not set';

/**
 * INVARIANT: no connection to a private address unless it is allowed. The very addresses that are
 * connected to are looked at, so a name that leads elsewhere at its second lookup gains nothing.
 */
function publicOnly(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) {
        callback(error, []);
        return;
      }
      const addresses = (found as LookupAddress[]).filter(({ address }) =>
        isPublicAddress(address),
      );
      const [first] = addresses;
      if (first === undefined) callback(new Error(privateAddress), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function failed(reason: string): WebhookAnswer {
  return { kind: 'failed', reason };
}

function isHangUp({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE';
}

/** Node's own words for TLS faults ("self-signed certificate") tell enough, where they are short. */
function reasonOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'it refused the connection';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'it closed the connection without an answer';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'its name cannot be resolved';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return 'it cannot be reached';
    case 'EPROTO':
      return 'it does not speak TLS as it should';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'TLS: its certificate is for another name';
    default:
      return isTlsFault(error.code) ? `TLS: ${error.message}` : shortened(error.message);
  }
}

function isTlsFault(code = ''): boolean {
  return /CERT|^UNABLE_TO_|^ERR_TLS_|^ERR_SSL_/u.test(code);
}

function shortened(message: string): string {
  return message.split('\n', 1)[0]?.slice(0, 200) ?? '';
}
