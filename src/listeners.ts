/**
 * Where others reach the daemon by HTTP: the API, and apart from it and its clients the opt-out pages.
 * What they answer with can be made anew while they listen.
 */
import type { Config } from './config/config.js';
import { createApi } from './http/api.js';
import { createPages } from './http/pages/pages.js';
import type { ApiServices } from './http/routes/shared.js';
import { apiLimits, type HttpServer, publicLimits, serve } from './http/server.js';
import { LinkOptOut } from './service/link-opt-out.js';
import { OptOutCodes } from './service/opt-out-codes.js';
import type { Services } from './services.js';

export interface ListenersOptions
  extends Pick<ApiServices, 'modems' | 'ussd' | 'clockProblem' | 'log'> {
  /** Asked each time that the answers are made. */
  readonly config: Config;
  readonly services: Services;
}

export interface Listeners {
  readonly address: string;
  /** Undefined where there are no opt-out pages. */
  readonly publicAddress: string | undefined;
  /** Answers as the configuration has it now; limits are counted from the beginning. */
  renew(): void;
  /** Requests under way have `graceMs` to end. */
  close(graceMs: number): Promise<void>;
}

type Site = ReturnType<typeof createApi> | ReturnType<typeof createPages>;

/** Begins to listen; rejects when an address cannot be had. */
export async function listen(options: ListenersOptions): Promise<Listeners> {
  const { config, services, log } = options;
  const { clock } = services;
  const api = new Renewed(() => apiOf(options));
  const server = await serve(api.answer, config.http.listen, {
    ...{ clock, limits: apiLimits, setting: 'http.listen' },
  });
  log.info({ address: server.address }, 'listening');
  const { public: site } = config;
  if (site === undefined) {
    return { ...listening(server), publicAddress: undefined, renew: () => api.renew() };
  }
  const pages = new Renewed(() => pagesOf(options, site.baseUrl));
  const publicServer = await serve(pages.answer, site.listen, {
    ...{ clock, limits: publicLimits, setting: 'public.listen' },
  }).catch(async (error: unknown) => {
    await server.close(0);
    throw error;
  });
  log.info({ address: publicServer.address, baseUrl: site.baseUrl }, 'opt-out pages are listening');
  return {
    ...listening(server, publicServer),
    publicAddress: publicServer.address,
    renew() {
      api.renew();
      pages.renew();
    },
  };
}

function listening(
  server: HttpServer,
  ...others: readonly HttpServer[]
): Pick<Listeners, 'address' | 'close'> {
  return {
    address: server.address,
    async close(graceMs) {
      await Promise.all([server, ...others].map((each) => each.close(graceMs)));
    },
  };
}

/** Something that answers, and can be made anew between two requests. */
class Renewed<S extends Site> {
  readonly #make: () => S;
  #site: S;

  constructor(make: () => S) {
    this.#make = make;
    this.#site = make();
  }

  renew(): void {
    this.#site = this.#make();
  }

  readonly answer: Parameters<typeof serve>[0] = (request, env) =>
    this.#site.fetch(request, env as object);
}

function apiOf({ config, services, ...others }: ListenersOptions): ReturnType<typeof createApi> {
  return createApi({
    ...{ ...services, ...others },
    country: config.gateway.country,
    requestsPerMinute: config.http.perMinute,
  });
}

function pagesOf(
  { config, services, log }: ListenersOptions,
  baseUrl: string,
): ReturnType<typeof createPages> {
  const { clock, store, consent, outbox, links: optOutLinks } = services;
  const { brand, languages, scope } = config.optout;
  const { country } = config.gateway;
  const links = new LinkOptOut({ links: optOutLinks, consent, clock, languages, scope });
  const codes = new OptOutCodes({ store, consent, outbox, clock, country });
  return createPages({ store, links, codes, clock, log, brand, languages, baseUrl });
}
