/**
 * What all public pages share: in whose name they speak, how a page and an error are answered, how a
 * form is read. Knows no page by itself.
 */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PageRequest } from '../../service/page-request.js';
import { clientAddress, limitKey } from './client-address.js';
import { document, type Page } from './document.js';
import { pageLanguage } from './page-language.js';
import { wordingIn } from './wording/index.js';
import type { Wording } from './wording/wording.js';

export interface SiteOptions {
  readonly brand: string;
  /** As configured; the first is the default. */
  readonly languages: readonly string[];
  /** The path of the address that recipients open, without a slash at its end: '' or `/sms`. */
  readonly basePath: string;
}

/** A page that says that something went wrong, and what else one can do. */
export type Fault = 'broken-link' | 'too-many' | 'failed';

export class PublicSite {
  readonly brand: string;
  readonly #languages: readonly string[];
  readonly #basePath: string;

  constructor({ brand, languages, basePath }: SiteOptions) {
    this.brand = brand;
    this.#languages = languages;
    this.#basePath = basePath;
  }

  /** Where a number is typed, from any page. */
  get stopPath(): string {
    return `${this.#basePath}/stop`;
  }

  /** The language of a request; `candidates` come before what the browser asks for. */
  languageFor(context: Context, ...candidates: readonly (string | undefined)[]): string {
    return pageLanguage(candidates, context.req.header('accept-language'), this.#languages);
  }

  page(
    context: Context,
    page: Omit<Page, 'brand'>,
    status: ContentfulStatusCode = 200,
  ): Response | Promise<Response> {
    return context.html(document({ ...page, brand: this.brand }), status);
  }

  /** Every fault tells the other ways to opt out. */
  fault(
    context: Context,
    fault: Fault,
    status: ContentfulStatusCode,
    headers: Readonly<Record<string, string>> = {},
  ): Response | Promise<Response> {
    const wording = wordingIn(this.languageFor(context));
    const [heading, what] = faultText(wording, fault);
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    const otherWay =
      fault === 'broken-link'
        ? html`<p class="next"><a href="${this.stopPath}">${wording.byNumber}</a></p>`
        : '';
    const content = html`<h1>${heading}</h1>
<p>${what}</p>
${otherWay}`;
    return this.page(context, { wording, heading, content }, status);
  }

  tooMany(context: Context, waitSeconds: number): Response | Promise<Response> {
    return this.fault(context, 'too-many', 429, { 'retry-after': String(waitSeconds) });
  }
}

/** What the ledger keeps of a request. */
export function requestOf(context: Context): PageRequest {
  return {
    method: context.req.method,
    address: clientAddress(context),
    userAgent: context.req.header('user-agent'),
  };
}

/** Under which the attempts of a request's client are counted. */
export function limitKeyOf(context: Context): string {
  return limitKey(clientAddress(context));
}

/**
 * The fields of a form, urlencoded or multipart; of several of one name the last. Undefined where the
 * body is neither or cannot be read.
 */
export async function readForm(
  context: Context,
): Promise<Readonly<Record<string, string>> | undefined> {
  const type = context.req.header('content-type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/iu.test(type)) {
    return undefined;
  }
  const fields = await context.req.parseBody().catch(() => undefined);
  return (
    fields &&
    Object.fromEntries(
      Object.entries(fields).filter((entry): entry is [string, string] => {
        return typeof entry[1] === 'string';
      }),
    )
  );
}

function faultText(wording: Wording, fault: Fault): readonly [heading: string, what: string] {
  switch (fault) {
    case 'broken-link':
      return [wording.brokenLink, wording.brokenLinkWhy];
    case 'too-many':
      return [wording.tooMany, wording.tooManyWhat];
    case 'failed':
      return [wording.failed, wording.failedWhat];
  }
}
