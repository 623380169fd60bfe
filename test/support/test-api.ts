/** The API over the test's services, asked without a socket. */
import { createApi } from '../../src/http/api.js';
import { silentLog } from '../../src/log.js';
import { type UssdPort, UssdService } from '../../src/service/ussd.js';
import { openTestServices, type TestServices } from './test-services.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export interface TestApi extends TestServices {
  readonly key: string;
  /** Modems that can be asked USSD codes, by name. */
  readonly ussdPorts: Map<string, UssdPort>;
  /** A request with the key of all scopes, or another, or none (`null`). */
  ask(
    request: string,
    options?: { body?: unknown; key?: string | null; headers?: Record<string, string> },
  ): Promise<Answer>;
}

/** `request` is as in the documentation: `POST /v1/messages`. */
export function openTestApi(toml = ''): TestApi {
  const services = openTestServices(toml);
  const ussdPorts = new Map<string, UssdPort>();
  const ussd = new UssdService({
    store: services.store,
    clock: services.clock,
    log: silentLog,
    modem: (name) => ussdPorts.get(name),
  });
  const api = createApi({
    ...services,
    clock: services.steadyClock,
    modems: services.board,
    ussd,
    log: silentLog,
    country: 'GB',
    requestsPerMinute: services.config.http.perMinute,
    clockProblem: () => undefined,
  });
  const { secret } = services.keys.create('test', ['send', 'read', 'admin']);
  return {
    ...services,
    key: secret,
    ussdPorts,
    async ask(request, { body, key = secret, headers = {} } = {}) {
      const [method = 'GET', path = '/'] = request.split(' ');
      const response = await api.request(path, {
        method,
        headers: {
          ...(key !== null && { authorization: `Bearer ${key}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: contentOf(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: response.status,
        headers: response.headers,
        body: text !== '' && isJson ? JSON.parse(text) : text || undefined,
      };
    },
  };
}

/** Strings and octets go as they are. */
function contentOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
}
