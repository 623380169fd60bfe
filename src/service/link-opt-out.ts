/**
 * What the owner of an opt-out link sees and does: looking changes nothing, acting suppresses once.
 * Knows nothing of HTTP or of how a page looks.
 */
import type { Clock } from '../clock.js';
import { everything } from '../domain/consent.js';
import type { OptOutLink } from '../domain/consent-store.js';
import { countryOf, type E164, maskNumber } from '../domain/phone-number.js';
import { countryLanguage } from '../optout/answer-language.js';
import type { ConsentService } from './consent.js';
import type { OptOutLinks } from './opt-out-links.js';
import { type PageRequest, pageEvidence } from './page-request.js';

export type LinkChoice = 'all' | 'campaign';

export interface LinkView {
  /** Undefined where its owner was erased. */
  readonly maskedNumber: string | undefined;
  readonly campaign: string;
  /** What the configuration has a STOP end. */
  readonly preselected: LinkChoice;
  /** Of the message that had the link; a language code that may have a region. */
  readonly language: string | undefined;
  /** Of the number's country, one of those configured. */
  readonly countryLanguage: string | undefined;
}

export interface LinkAct {
  /** The configuration's when absent. */
  readonly choice?: LinkChoice | undefined;
  /** `one-click` is RFC 8058's POST, which a program makes. */
  readonly kind: 'link' | 'one-click';
  readonly request: PageRequest;
}

export interface LinkOptOutOptions {
  readonly links: OptOutLinks;
  readonly consent: ConsentService;
  readonly clock: Clock;
  /** As configured. */
  readonly languages: readonly string[];
  readonly scope: LinkChoice;
}

export class LinkOptOut {
  readonly #options: LinkOptOutOptions;

  constructor(options: LinkOptOutOptions) {
    this.#options = options;
  }

  /** Undefined where the token is none of ours. */
  view(token: string): LinkView | undefined {
    const link = this.#options.links.read(token);
    return link && this.#viewOf(link);
  }

  /**
   * Suppresses the link's number, or the pseudonym of an owner who was erased; what stands already
   * is left as it is. The view and what was ended, or undefined where the token is none of ours.
   */
  act(token: string, act: LinkAct): { view: LinkView; choice: LinkChoice } | undefined {
    const { links, consent, clock, scope } = this.#options;
    const link = links.read(token);
    if (link === undefined) return undefined;
    const choice = act.choice ?? scope;
    const evidence = pageEvidence(
      act.request,
      { kind: act.kind, campaign: link.campaign, chosen: choice },
      clock.now(),
    );
    consent.suppress({
      number: link.number as E164,
      scope: choice === 'all' ? everything : link.campaign,
      source: 'link',
      evidence,
    });
    return { view: this.#viewOf(link), choice };
  }

  #viewOf({ number, campaign, language }: OptOutLink): LinkView {
    const { languages, scope } = this.#options;
    const isErased = !number.startsWith('+');
    return {
      maskedNumber: isErased ? undefined : maskNumber(number),
      campaign,
      preselected: scope,
      language: language ?? undefined,
      countryLanguage: isErased ? undefined : countryLanguage(countryOf(number), languages),
    };
  }
}
