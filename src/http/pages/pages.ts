/**
 * The public opt-out pages as a function from Request to Response; it opens no socket. Recipients
 * open them: no login, no script, no cookies, nothing fetched from elsewhere, and no answer that
 * tells a stranger of a number.
 */
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import type { Clock } from '../../clock.js';
import type { Store } from '../../domain/ports.js';
import type { Log } from '../../log.js';
import type { LinkOptOut } from '../../service/link-opt-out.js';
import type { OptOutCodes } from '../../service/opt-out-codes.js';
import { limitBody } from '../body.js';
import { linkRoutes } from './link-routes.js';
import { PublicSite } from './public-site.js';
import { stopRoutes } from './stop-routes.js';
import { styleSource } from './style.js';

export interface PublicPagesOptions {
  readonly store: Pick<Store, 'noteFailure'>;
  readonly links: LinkOptOut;
  readonly codes: OptOutCodes;
  readonly clock: Clock;
  readonly log: Log;
  readonly brand: string;
  /** As configured; the first is the default. */
  readonly languages: readonly string[];
  /** The address that recipients open, without a slash at its end. */
  readonly baseUrl: string;
}

/** More than any of the forms has. */
const maxBodyBytes = 4_096;

const securityHeaders = {
  'content-security-policy': `default-src 'none'; style-src ${styleSource}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** Makes the pages. `fetch` of the result answers a Request. */
export function createPages(options: PublicPagesOptions): Hono {
  const { store, links, codes, clock, log, brand, languages, baseUrl } = options;
  const basePath = new URL(baseUrl).pathname.replace(/\/+$/u, '');
  const site = new PublicSite({ brand, languages, basePath });
  const app = new Hono({ getPath: (request) => pathBelow(basePath, request.url) });

  app.use(async (context, next) => {
    const beganMs = clock.monotonicMs();
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
    // The route and not the path, which has the token.
    log.debug(
      {
        method: context.req.method,
        page: routePath(context, -1),
        status: context.res.status,
        ms: Math.round(clock.monotonicMs() - beganMs),
      },
      'a public page was asked for',
    );
  });
  app.onError((error, context) => {
    if (store.noteFailure(error) !== undefined) {
      // The daemon says it once, however many ask.
      log.debug({ err: error }, 'a public page failed: the database cannot be used');
      return site.fault(context, 'failed', 503, { 'retry-after': '10' });
    }
    log.error({ err: error }, 'a public page failed');
    return site.fault(context, 'failed', 500);
  });
  app.notFound((context) => site.fault(context, 'broken-link', 404));

  app.use(
    // Some of the body may be left unread, so the connection is of no more use.
    limitBody(maxBodyBytes, (context) =>
      site.fault(context, 'failed', 413, { connection: 'close' }),
    ),
  );
  app.get('/', (context) => context.redirect(site.stopPath));
  app.get('/robots.txt', (context) => context.text('User-agent: *\nDisallow: /\n'));
  app.get('/favicon.ico', (context) => context.body(null, 204));
  linkRoutes(app, { site, links, clock });
  stopRoutes(app, { site, codes, clock });
  for (const path of ['/o/:token', '/stop']) {
    app.all(path, (context) => site.fault(context, 'failed', 405, { allow: 'GET, HEAD, POST' }));
  }
  return app;
}

/** The path of a request, whether a proxy took the base path off or left it. */
function pathBelow(basePath: string, url: string): string {
  const path = /^[a-z]+:\/\/[^/?#]*([^?#]*)/iu.exec(url)?.[1] || '/';
  if (path === basePath) return '/';
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
}
