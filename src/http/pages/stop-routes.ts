/**
 * `/stop`: opting out by a number that is typed in and a code that goes to it. One address for all
 * steps: the fields of the form tell which one it is.
 */
import type { Context, Hono } from 'hono';
import type { Clock } from '../../clock.js';
import type { OptOutCodes } from '../../service/opt-out-codes.js';
import { AttemptLimiter } from '../attempt-limiter.js';
import { limitKeyOf, type PublicSite, readForm, requestOf } from './public-site.js';
import { codeContent, numberContent, stopDoneContent, voidCodeContent } from './stop-views.js';
import { wordingIn } from './wording/index.js';

/** Codes asked for from one address, behind which may be an office or a whole mobile network. */
const requestLimit = { max: 10, windowMs: 3_600_000 };
/** Codes typed from one address. */
const tryLimit = { max: 50, windowMs: 3_600_000 };

export interface StopRoutesOptions {
  readonly site: PublicSite;
  readonly codes: OptOutCodes;
  readonly clock: Clock;
}

export function stopRoutes(app: Hono, { site, codes, clock }: StopRoutesOptions): void {
  const requests = new AttemptLimiter(clock, requestLimit);
  const tries = new AttemptLimiter(clock, tryLimit);

  app.get('/stop', (context) => {
    const wording = wordingIn(site.languageFor(context));
    const content = numberContent(wording);
    return site.page(context, { wording, heading: wording.stopMessages, content });
  });

  app.post('/stop', async (context) => {
    const form = await readForm(context);
    if (form === undefined) return site.fault(context, 'failed', 400);
    const { number = '', code, request = '' } = form;
    // Another site must not have its visitors' browsers ask for codes: that would go round the limit.
    if (context.req.header('sec-fetch-site') === 'cross-site') {
      return site.fault(context, 'failed', 403);
    }
    return code === undefined
      ? askForCode(context, number)
      : confirm(context, { number, code, id: request });
  });

  const askForCode = (context: Context, typed: string) => {
    const language = site.languageFor(context);
    const wording = wordingIn(language);
    const waitSeconds = requests.count(limitKeyOf(context));
    if (waitSeconds > 0) return site.tooMany(context, waitSeconds);
    const asked = codes.request(typed, language, (code) => wording.codeMessage(site.brand, code));
    switch (asked.kind) {
      case 'invalid-number':
        return site.page(
          context,
          { wording, heading: wording.stopMessages, content: numberContent(wording, typed) },
          422,
        );
      case 'too-many':
        return site.tooMany(context, asked.waitSeconds);
      case 'taken':
        return site.page(context, {
          wording,
          heading: wording.typeCode,
          content: codeContent(wording, asked, false),
        });
    }
  };

  const confirm = (
    context: Context,
    typed: { readonly id: string; readonly number: string; readonly code: string },
  ) => {
    const wording = wordingIn(site.languageFor(context));
    const waitSeconds = tries.count(limitKeyOf(context));
    if (waitSeconds > 0) return site.tooMany(context, waitSeconds);
    const heading = wording.typeCode;
    switch (codes.confirm({ ...typed, request: requestOf(context) })) {
      case 'opted-out':
        return site.page(context, {
          wording,
          heading: wording.doneHeading,
          content: stopDoneContent(wording, site.brand),
          closing: wording.comeBack,
        });
      case 'wrong':
        return site.page(
          context,
          { wording, heading, content: codeContent(wording, typed, true) },
          422,
        );
      case 'void':
        return site.page(context, { wording, heading, content: voidCodeContent(wording) }, 410);
    }
  };
}
