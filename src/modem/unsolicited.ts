/**
 * What an unsolicited line means to us. Pure; which lines are unsolicited was decided before.
 */
import { announcement, fieldsOf, integer } from './at-answer.js';
import { type Dialect, type LineMeaning, meaningOfLine } from './dialects/index.js';

export type Unsolicited =
  /** +CMTI, +CDSI; no index where the modem gave none that can be used. */
  | { readonly kind: 'announced'; readonly memory: string; readonly index: number | undefined }
  /** +CMT, +CDS: the message itself. */
  | { readonly kind: 'direct'; readonly pdu: string; readonly line: string }
  /** Something came in, and it is not said where. */
  | { readonly kind: 'something-came' }
  /** `+CMGS: <mr>` of a submission that was given up. */
  | { readonly kind: 'late-reference'; readonly reference: number }
  /** Who calls is only told where +CLIP was taken. */
  | { readonly kind: 'call'; readonly number: string | undefined }
  | { readonly kind: 'registration' }
  /** Something that modems of its kind are known to say. */
  | { readonly kind: 'told'; readonly meaning: LineMeaning }
  | { readonly kind: 'other' };

export function classify(dialect: Dialect, line: string, pdu: string | undefined): Unsolicited {
  if (/^\+(CMT|CDS)\s*:/i.test(line)) {
    return pdu === undefined ? { kind: 'something-came' } : { kind: 'direct', pdu, line };
  }
  const told = announcement(line);
  if (told !== undefined) {
    const unreliable = /^\+CDSI/i.test(line) && dialect.quirks.includes('report-index-wrong');
    return { kind: 'announced', memory: told.memory, index: unreliable ? undefined : told.index };
  }
  if (/^\+CMGS\s*:/i.test(line)) {
    const reference = integer(fieldsOf(line)[0]);
    return reference === undefined ? { kind: 'other' } : { kind: 'late-reference', reference };
  }
  if (/^(RING$|\+CRING\s*:|\+CLIP\s*:)/i.test(line)) {
    return { kind: 'call', number: /^\+CLIP/i.test(line) ? fieldsOf(line)[0] : undefined };
  }
  if (/^\+C(E|G)?REG\s*:/i.test(line)) return { kind: 'registration' };
  const meaning = meaningOfLine(dialect, line);
  if (meaning === 'memory-full') return { kind: 'something-came' };
  return meaning === undefined ? { kind: 'other' } : { kind: 'told', meaning };
}
