/** Why a message was not taken, in one sentence: the same for the API and the command line. */
import { everything } from '../domain/consent.js';
import { maxParts, type SendRefusal } from './outbox.js';
import { linkPlaceholder } from './wording.js';

/** @param country as configured: how numbers without `+` are read */
export function explainRefusal(refusal: SendRefusal, country: string): string {
  switch (refusal.kind) {
    case 'suppressed': {
      const { number, scope, since } = refusal.suppression;
      const what = scope === everything ? 'all messages' : `the campaign "${scope}"`;
      return `${number} opted out of ${what} on ${since}`;
    }
    case 'invalid-number':
      return explainNumber(refusal.to, country);
    case 'unknown-modem':
      return `there is no modem "${refusal.modem}"; configured: ${refusal.known.join(', ')}`;
    case 'too-long':
      return `the text would take ${refusal.parts} parts; the most is ${maxParts}`;
    case 'no-links':
      return `${linkPlaceholder} needs the opt-out pages: set base_url in [public], or leave it out`;
    case 'queue-full':
      return 'the queue is full: too many messages wait for a modem';
  }
}

/** What is wrong with a number that cannot be read, and what would be right. */
export function explainNumber(text: string, country: string): string {
  return `"${text.slice(0, 64)}" is no possible phone number; write it with + and the country code, or as it is dialled in ${country}`;
}
