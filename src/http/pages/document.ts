/**
 * The frame of every page: language, direction, title, brand, and what else one can do. Everything
 * that comes from outside is escaped by `html`.
 */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { style } from './style.js';
import type { Wording } from './wording/wording.js';

/** A piece of a page, escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  readonly wording: Wording;
  readonly brand: string;
  readonly heading: string;
  /** What stands in `main`, the heading included. */
  readonly content: Markup;
  /** What else one can do; when absent, that a reply does as well. */
  readonly closing?: string;
}

/** An octagon with a bar: stop. Drawn in place, since nothing is fetched. */
const octagon = 'M8.2 2.5h7.6l5.7 5.7v7.6l-5.7 5.7H8.2l-5.7-5.7V8.2z';
const brandSign = raw(
  `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path fill="currentColor" d="${octagon}M7.5 10.9v2.2h9v-2.2z" fill-rule="evenodd"/></svg>`,
);

/** The same with a tick: done. */
export const doneSign = raw(
  `<svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" d="${octagon}"/><path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="m7.8 12.3 2.9 2.9 5.6-6"/></svg>`,
);

/** A whole HTML document. */
export function document({ wording, brand, heading, content, closing }: Page): Markup {
  return html`<!doctype html>
<html lang="${wording.tag}" dir="${wording.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${heading} – ${brand}</title>
<style>${raw(style)}</style>
</head>
<body>
<div class="sheet">
<header><p class="brand">${brandSign}<bdi>${brand}</bdi></p></header>
<main>
${content}
</main>
<footer><p>${closing ?? wording.orReply}</p></footer>
</div>
</body>
</html>
`;
}

/** A name as it stands in a sentence that may run the other way (Unicode's isolates, UAX #9). */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
