/** The public pages over the test's services, asked without a socket. */
import { createPages } from '../../src/http/pages/pages.js';
import type { Log } from '../../src/log.js';
import { silentLog } from '../../src/log.js';
import { LinkOptOut } from '../../src/service/link-opt-out.js';
import { OptOutCodes } from '../../src/service/opt-out-codes.js';
import { OptOutLinks } from '../../src/service/opt-out-links.js';
import { openTestServices, type TestServices } from './test-services.js';

export interface PageAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Asking {
  /** Fields of a form; a string is a body as it stands. */
  readonly form?: Readonly<Record<string, string>> | FormData | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The peer's address; loopback when absent, as behind a proxy. */
  readonly peer?: string;
}

export interface TestPages extends TestServices {
  /** `asked` is as in the documentation: `GET /stop`. */
  ask(asked: string, asking?: Asking): Promise<PageAnswer>;
  /** The path of the link of a number and campaign: `/o/…`. */
  linkOf(number: string, campaign?: string, language?: string | null): string;
  /** The texts queued for a number, newest first. */
  textsTo(number: string): readonly string[];
}

export interface PagesSettings {
  readonly languages?: readonly string[];
  readonly scope?: 'all' | 'campaign';
  readonly baseUrl?: string;
  readonly toml?: string;
  readonly log?: Log;
}

export function openTestPages(settings: PagesSettings = {}): TestPages {
  const {
    languages = ['en'],
    scope = 'all',
    baseUrl = 'https://sms.example.org',
    log = silentLog,
  } = settings;
  const services = openTestServices(settings.toml);
  const { store, consent, outbox, clock } = services;
  const optOutLinks = new OptOutLinks({ store, clock, baseUrl });
  const pages = createPages({
    store,
    links: new LinkOptOut({ links: optOutLinks, consent, clock, languages, scope }),
    codes: new OptOutCodes({ store, consent, outbox, clock, country: 'GB' }),
    clock,
    log,
    brand: 'Corner Shop',
    languages,
    baseUrl,
  });
  return {
    ...services,
    async ask(asked, { form, headers = {}, peer = '127.0.0.1' } = {}) {
      const [method = 'GET', path = '/'] = asked.split(' ');
      const isFields = typeof form === 'object' && !(form instanceof FormData);
      const body = isFields ? new URLSearchParams(form) : form;
      const response = await pages.request(
        `http://pages.test${path}`,
        { method, headers, ...(body !== undefined && { body }) },
        { incoming: { socket: { remoteAddress: peer } } },
      );
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    linkOf: (number, campaign = 'default', language = null) =>
      optOutLinks.linkFor({ number, campaign, language }).slice(baseUrl.length),
    textsTo: (number) =>
      store.messages
        .list({ limit: 100 })
        .items.filter(({ to }) => to === number)
        .map(({ text }) => text ?? ''),
  };
}
