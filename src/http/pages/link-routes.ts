/**
 * `/o/<token>`: the page that an opt-out link opens. Looking changes nothing, since mail and message
 * scanners follow links; POST acts, from the form and as RFC 8058 has programs do it.
 */
import type { Context, Hono } from 'hono';
import type { Clock } from '../../clock.js';
import type { LinkAct, LinkChoice, LinkOptOut, LinkView } from '../../service/link-opt-out.js';
import { AttemptLimiter } from '../attempt-limiter.js';
import { choiceContent, type LinkPage, linkDoneContent } from './link-views.js';
import { limitKeyOf, type PublicSite, readForm, requestOf } from './public-site.js';
import { wordingIn } from './wording/index.js';

/** Links that are none of ours, from one address. */
const guessLimit = { max: 20, windowMs: 60_000 };

export interface LinkRoutesOptions {
  readonly site: PublicSite;
  readonly links: LinkOptOut;
  readonly clock: Clock;
}

export function linkRoutes(app: Hono, { site, links, clock }: LinkRoutesOptions): void {
  const guesses = new AttemptLimiter(clock, guessLimit);

  const pageOf = (context: Context, token: string, view: LinkView): LinkPage => {
    const language = site.languageFor(context, view.language, view.countryLanguage);
    return { wording: wordingIn(language), brand: site.brand, token, view };
  };
  const unknown = (context: Context) => {
    const waitSeconds = guesses.count(limitKeyOf(context));
    return waitSeconds > 0
      ? site.tooMany(context, waitSeconds)
      : site.fault(context, 'broken-link', 404);
  };

  app.get('/o/:token', (context) => {
    const token = tokenOf(context.req.param('token'));
    const view = links.view(token);
    if (view === undefined) return unknown(context);
    const page = pageOf(context, token, view);
    const { wording } = page;
    return site.page(context, {
      wording,
      heading: wording.stopMessages,
      content: choiceContent(page),
    });
  });

  app.post('/o/:token', async (context) => {
    const token = tokenOf(context.req.param('token'));
    const form = await readForm(context);
    if (form === undefined) return site.fault(context, 'failed', 400);
    const acted = links.act(token, { ...actOf(form), request: requestOf(context) });
    if (acted === undefined) return unknown(context);
    const page = pageOf(context, token, acted.view);
    const { wording } = page;
    return site.page(context, {
      wording,
      heading: wording.doneHeading,
      content: linkDoneContent(page, acted.choice),
      closing: wording.comeBack,
    });
  });
}

/** Without the punctuation after a link that some phones take for a part of it. */
function tokenOf(step: string): string {
  return step.replace(/[^0-9A-Za-z]{1,3}$/u, '');
}

/** A form that chooses nothing leaves the choice to the configuration. */
function actOf(form: Readonly<Record<string, string>>): Pick<LinkAct, 'kind' | 'choice'> {
  if (form['List-Unsubscribe'] === 'One-Click') return { kind: 'one-click' };
  return { kind: 'link', choice: isChoice(form.scope) ? form.scope : undefined };
}

function isChoice(value: string | undefined): value is LinkChoice {
  return value === 'all' || value === 'campaign';
}
