/**
 * Opt-out links: `base_url/o/<token>`, one for each number and campaign, which never expires. What
 * opening one does is the pages' affair.
 */
import type { Clock } from '../clock.js';
import type { OptOutLink } from '../domain/consent-store.js';
import type { Store } from '../domain/ports.js';
import { linkToken, readLinkToken } from '../optout/link-token.js';

export interface OptOutLinksOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Without a slash at its end; undefined where there are no public pages. */
  readonly baseUrl: string | undefined;
}

export class OptOutLinks {
  readonly #options: OptOutLinksOptions;
  readonly #key: Uint8Array;

  constructor(options: OptOutLinksOptions) {
    this.#options = options;
    this.#key = options.store.keyFor('opt-out link');
  }

  /** Whether there are pages for links to lead to. */
  get isOffered(): boolean {
    return this.#options.baseUrl !== undefined;
  }

  /** The address of the link of this number and campaign; the same at each call. */
  linkFor(link: Omit<OptOutLink, 'id'>): string {
    const { store, clock, baseUrl } = this.#options;
    const { id } = store.links.take(link, clock.now().toISOString());
    return address(baseUrl, linkToken(id, this.#key));
  }

  /** An address as long as the links that are made now. */
  sample(): string {
    return sampleLink(this.#options.baseUrl);
  }

  /** What a token stands for; undefined where it is none of ours. */
  read(token: string): OptOutLink | undefined {
    const id = readLinkToken(token, this.#key);
    return id === undefined ? undefined : this.#options.store.links.find(id);
  }
}

/** An address as long as the links that are made now, for a preview. */
export function sampleLink(baseUrl: string | undefined): string {
  return address(baseUrl, linkToken(1_000, new Uint8Array(32)));
}

function address(baseUrl: string | undefined, token: string): string {
  return `${baseUrl ?? ''}/o/${token}`;
}
