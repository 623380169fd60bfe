/** What the owner of an opt-out link sees: the choice, and that it is done. */
import { html } from 'hono/html';
import type { LinkChoice, LinkView } from '../../service/link-opt-out.js';
import { doneSign, isolated, type Markup } from './document.js';
import { numberLine } from './masked-number.js';
import type { Wording } from './wording/wording.js';

/** The campaign of messages that name none: a word of ours, which says nothing to a recipient. */
const unnamedCampaign = 'default';

export interface LinkPage {
  readonly wording: Wording;
  readonly brand: string;
  /** The last step of the page's own address, to which its forms go. */
  readonly token: string;
  readonly view: LinkView;
}

export function choiceContent({ wording, token, view }: LinkPage): Markup {
  const choice = (value: LinkChoice, label: string, note?: string) => html`
<label class="choice"><input type="radio" name="scope" value="${value}"${
    view.preselected === value ? html` checked` : ''
  }><span>${label}${note === undefined ? '' : html` <span class="soft"><bdi>${note}</bdi></span>`}</span></label>`;
  return html`<h1>${wording.stopMessages}</h1>
${numberLine(wording, view.maskedNumber)}
<form method="post" action="${token}">
<fieldset><legend>${wording.whatShouldStop}</legend>${choice('all', wording.allMessages)}${choice(
    'campaign',
    wording.onlyThisKind,
    view.campaign === unnamedCampaign ? undefined : view.campaign,
  )}
</fieldset>
<button>${wording.stop}</button>
</form>`;
}

export function linkDoneContent(page: LinkPage, choice: LinkChoice): Markup {
  const { wording, brand, token, view } = page;
  const name = isolated(brand);
  return html`${doneSign}
<div role="status">
<h1>${wording.doneHeading}</h1>
<p>${choice === 'all' ? wording.doneAll(name) : wording.doneThisKind(name)}</p>
</div>
${numberLine(wording, view.maskedNumber)}${
  choice === 'all'
    ? ''
    : html`
<form method="post" action="${token}">
<input type="hidden" name="scope" value="all">
<button class="second">${wording.stopAll}</button>
</form>`
}`;
}
