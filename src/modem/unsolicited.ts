/**
 * What an unsolicited line means to us. Pure; which lines are unsolicited was decided before.
 */
import { announcement, fieldsOf, integer } from './at-answer.js';

export type Unsolicited =
  /** +CMTI, +CDSI; no index where the modem gave none that can be used. */
  | { readonly kind: 'announced'; readonly memory: string; readonly index: number | undefined }
  /** +CMT, +CDS: the message itself. */
  | { readonly kind: 'direct'; readonly pdu: string; readonly line: string }
  /** Something came in, and it is not said where. */
  | { readonly kind: 'something-came' }
  /** `+CMGS: <mr>` of a submission that was given up. */
  | { readonly kind: 'late-reference'; readonly reference: number }
  | { readonly kind: 'call' }
  /** What modems say when they have started; some say such things at other times too. */
  | { readonly kind: 'maybe-restarted' }
  | { readonly kind: 'under-voltage' }
  | { readonly kind: 'registration' }
  | { readonly kind: 'other' };

export function classify(line: string, pdu: string | undefined): Unsolicited {
  if (/^\+(CMT|CDS)\s*:/i.test(line)) {
    return pdu === undefined ? { kind: 'something-came' } : { kind: 'direct', pdu, line };
  }
  const told = announcement(line);
  if (told !== undefined) return { kind: 'announced', ...told };
  if (/^\+CMGS\s*:/i.test(line)) {
    const reference = integer(fieldsOf(line)[0]);
    return reference === undefined ? { kind: 'other' } : { kind: 'late-reference', reference };
  }
  if (/^[\^+]SMMEMFULL\b/i.test(line)) return { kind: 'something-came' };
  if (/^(RING$|\+CRING\s*:|\+CLIP\s*:)/i.test(line)) return { kind: 'call' };
  if (/^\+C(E|G)?REG\s*:/i.test(line)) return { kind: 'registration' };
  if (/^UNDER-VOLTAGE/i.test(line)) return { kind: 'under-voltage' };
  if (/^(\^BOOT|\^SYSSTART|SYSSTART|RDY$|\*PSUTTZ|\+CPIN\s*:|APP RDY)/i.test(line)) {
    return { kind: 'maybe-restarted' };
  }
  return { kind: 'other' };
}
