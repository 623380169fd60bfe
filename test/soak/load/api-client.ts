/** One application's connection to the API: a request at a time, on a connection that stays open. */
import { Agent, request } from 'node:http';
import { systemClock } from '../../../src/clock.js';

export interface ApiAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into
  readonly body: any;
  /** From before the request until its answer was there whole. */
  readonly ms: number;
}

export class ApiClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #address: string;
  readonly #key: string;

  constructor(address: string, key: string) {
    this.#address = address;
    this.#key = key;
  }

  /** `asked` is as in the documentation: `POST /v1/messages`. */
  ask(asked: string, body?: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer> {
    const [method = '', path = ''] = asked.split(' ');
    const content = body === undefined ? '' : JSON.stringify(body);
    const startedMs = systemClock.monotonicMs();
    return new Promise((resolve, reject) => {
      const asking = request(
        this.#address + path,
        {
          method,
          agent: this.#agent,
          headers: {
            authorization: `Bearer ${this.#key}`,
            ...(body !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(content),
            }),
            ...headers,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('error', reject);
          response.on('end', () => {
            const ms = systemClock.monotonicMs() - startedMs;
            resolve({ status: response.statusCode ?? 0, body: JSON.parse(text), ms });
          });
        },
      );
      asking.on('error', reject);
      asking.end(content);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
