/**
 * The steps of opting out by a number: the number, the code, done. All forms go to the same address,
 * and carry from step to step what was typed, since there are no cookies.
 */
import { html } from 'hono/html';
import { maskNumber } from '../../domain/phone-number.js';
import { doneSign, isolated, type Markup } from './document.js';
import { numberLine } from './masked-number.js';
import type { Wording } from './wording/wording.js';

/** `typed`: a number that could not be read, to be corrected. */
export function numberContent(wording: Wording, typed?: string): Markup {
  const isWrong = typed !== undefined;
  return html`<h1>${wording.stopMessages}</h1>
<p>${wording.typeNumber}</p>
<form method="post" action="stop">
<div class="field">
<label for="number">${wording.mobileNumber}</label>
<p class="soft" id="number-hint">${wording.fromAbroad}</p>
${isWrong ? errorLine('number', wording.notANumber) : ''}
<input id="number" name="number" type="tel" inputmode="tel" autocomplete="tel" dir="ltr" maxlength="40" required value="${typed ?? ''}" ${described('number', isWrong)}>
</div>
<button>${wording.sendCode}</button>
</form>`;
}

export interface CodeStep {
  /** The request that the code was made for. */
  readonly id: string;
  readonly number: string;
}

export function codeContent(wording: Wording, step: CodeStep, isWrong: boolean): Markup {
  return html`<h1>${wording.typeCode}</h1>
<p id="code-hint" role="status">${wording.codeSent}</p>
${numberLine(wording, maskNumber(step.number))}
<form method="post" action="stop">
<input type="hidden" name="request" value="${step.id}">
<input type="hidden" name="number" value="${step.number}">
<div class="field">
<label for="code">${wording.code}</label>
${isWrong ? errorLine('code', wording.wrongCode) : ''}
<input id="code" class="digits" name="code" inputmode="numeric" autocomplete="one-time-code" dir="ltr" maxlength="20" required ${described('code', isWrong)}>
</div>
<button>${wording.stopAll}</button>
</form>
<p class="next"><a href="stop">${wording.newCode}</a></p>`;
}

export function voidCodeContent(wording: Wording): Markup {
  return html`<h1>${wording.typeCode}</h1>
<p class="error next" role="alert">${wording.voidCode}</p>
<p class="next"><a href="stop">${wording.newCode}</a></p>`;
}

export function stopDoneContent(wording: Wording, brand: string): Markup {
  return html`${doneSign}
<div role="status">
<h1>${wording.doneHeading}</h1>
<p>${wording.doneAll(isolated(brand))}</p>
</div>`;
}

function errorLine(field: string, text: string): Markup {
  return html`<p class="error" id="${field}-error" role="alert">${text}</p>`;
}

function described(field: string, isWrong: boolean): Markup {
  return isWrong
    ? html`aria-invalid="true" aria-describedby="${field}-error ${field}-hint"`
    : html`aria-describedby="${field}-hint"`;
}
