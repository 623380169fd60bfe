/** A masked number as a line of a page: bullets are for eyes, a screen reader hears the ends alone. */
import { html } from 'hono/html';
import type { Markup } from './document.js';
import type { Wording } from './wording/wording.js';

/** Nothing where there is no number to show. */
export function numberLine({ yourNumber }: Wording, maskedNumber: string | undefined): Markup {
  if (maskedNumber === undefined) return html``;
  const spoken = maskedNumber.replace(/•+/u, ' … ');
  return html`<p class="number next">${yourNumber} <bdi dir="ltr"><span aria-hidden="true">${maskedNumber}</span><span class="unseen">${spoken}</span></bdi></p>`;
}
