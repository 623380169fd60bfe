/**
 * What an error code of a modem means, and what may be done about the message: one table.
 * Codes below 128 are causes of the network (3GPP TS 24.011 annex E.2, 8.2.5.4), 128 to 255 those
 * of TP-FCS (23.040 §9.2.3.22), from 300 those of the modem (27.005 §3.2.5). Owns no retry.
 */
import type { AtError } from './at-error.js';

/**
 * `permanent`: this message will never go this way. `transient`: try again with back-off.
 * `once-more`: try again once, later. `stop-modem`: the modem or its SIM needs a person; the
 * message can wait or go elsewhere. `sweep`: the store is full; empty it, then try again.
 * `unknown-outcome`: the network may have the message; never send it again blindly.
 */
export type ErrorDisposition =
  | 'permanent'
  | 'transient'
  | 'once-more'
  | 'stop-modem'
  | 'sweep'
  | 'unknown-outcome';

export interface ErrorMeaning {
  readonly text: string;
  readonly disposition: ErrorDisposition;
}

const permanent = (text: string): ErrorMeaning => ({ text, disposition: 'permanent' });
const transient = (text: string): ErrorMeaning => ({ text, disposition: 'transient' });
const onceMore = (text: string): ErrorMeaning => ({ text, disposition: 'once-more' });
const stopModem = (text: string): ErrorMeaning => ({ text, disposition: 'stop-modem' });
const unknown = (text: string): ErrorMeaning => ({ text, disposition: 'unknown-outcome' });

/** `+CMS ERROR: <err>`. */
export const CMS_ERRORS: ReadonlyMap<number, ErrorMeaning> = new Map([
  // 24.011 annex E.2: RP-Cause, mobile originating.
  [1, permanent('unassigned number')],
  [8, permanent('operator determined barring')],
  [10, permanent('call barred')],
  [21, onceMore('short message transfer rejected')],
  [27, transient('destination out of order')],
  [28, permanent('unidentified subscriber')],
  [29, permanent('facility rejected')],
  [30, permanent('unknown subscriber')],
  [38, transient('network out of order')],
  [41, transient('temporary failure')],
  [42, transient('congestion')],
  [47, transient('resources unavailable')],
  [50, permanent('requested facility not subscribed')],
  [69, permanent('requested facility not implemented')],
  [81, permanent('invalid short message transfer reference value')],
  [95, permanent('invalid message')],
  [96, permanent('invalid mandatory information')],
  [97, permanent('message type not implemented')],
  [98, transient('message not compatible with the state of the protocol')],
  [99, permanent('information element not implemented')],
  [111, transient('protocol error')],
  [127, onceMore('interworking')],
  // 23.040 §9.2.3.22: TP-FCS, passed through in an RP-ERROR.
  [128, permanent('telematic interworking not supported')],
  [129, permanent('short message type 0 not supported')],
  [130, permanent('cannot replace short message')],
  [143, permanent('unspecified protocol identifier error')],
  [144, permanent('data coding scheme not supported')],
  [145, permanent('message class not supported')],
  [159, permanent('unspecified data coding scheme error')],
  [160, permanent('command cannot be acted upon')],
  [161, permanent('command not supported')],
  [175, permanent('unspecified command error')],
  [176, permanent('message not supported by the service centre')],
  [192, transient('service centre busy')],
  [193, permanent('no subscription at the service centre')],
  [194, transient('service centre system failure')],
  [195, permanent('address not accepted by the service centre')],
  [196, transient('destination does not answer')],
  [197, permanent('message rejected as a duplicate')],
  [208, { text: 'SIM message store full', disposition: 'sweep' }],
  [209, stopModem('no message store on the SIM')],
  [210, onceMore('error in the modem')],
  [211, onceMore('memory of the modem exceeded')],
  [212, stopModem('SIM application toolkit busy')],
  [213, stopModem('SIM data download error')],
  // 27.005 §3.2.5.
  [300, onceMore('modem failure')],
  [301, permanent('SMS service of the modem reserved')],
  [302, permanent('operation not allowed')],
  [303, permanent('operation not supported')],
  [304, permanent('invalid PDU mode parameter')],
  [305, permanent('invalid text mode parameter')],
  [310, stopModem('SIM not inserted')],
  [311, stopModem('SIM PIN required')],
  [312, stopModem('phone-to-SIM PIN required')],
  [313, stopModem('SIM failure')],
  [314, transient('SIM busy')],
  [315, stopModem('SIM wrong')],
  [316, stopModem('SIM PUK required')],
  [317, stopModem('SIM PIN2 required')],
  [318, stopModem('SIM PUK2 required')],
  [320, onceMore('memory failure')],
  [321, permanent('invalid memory index')],
  [322, { text: 'memory full', disposition: 'sweep' }],
  [330, permanent('service centre address unknown')],
  [331, transient('no network service')],
  [332, unknown('network timeout')],
  [340, permanent('no acknowledgement expected')],
  [500, unknown('unknown error')],
  // Makers' own; what SIMCom and Quectel document for them.
  [512, unknown('no answer of the network layer')],
  [513, unknown('lost contact with the network layer')],
  [515, transient('modem not ready yet')],
]);

/** `+CME ERROR: <err>` (27.007 §9.2), as far as SMS commands are answered with it. */
export const CME_ERRORS: ReadonlyMap<number, ErrorMeaning> = new Map([
  [0, unknown('modem failure')],
  [3, permanent('operation not allowed')],
  [4, permanent('operation not supported')],
  [10, stopModem('SIM not inserted')],
  [11, stopModem('SIM PIN required')],
  [12, stopModem('SIM PUK required')],
  [13, stopModem('SIM failure')],
  [14, transient('SIM busy')],
  [15, stopModem('SIM wrong')],
  [16, stopModem('incorrect password')],
  [17, stopModem('SIM PIN2 required')],
  [18, stopModem('SIM PUK2 required')],
  [20, { text: 'memory full', disposition: 'sweep' }],
  [21, permanent('invalid index')],
  [22, permanent('not found')],
  [23, onceMore('memory failure')],
  [30, transient('no network service')],
  [31, unknown('network timeout')],
  [32, transient('emergency calls only')],
  [50, permanent('incorrect parameters')],
  [100, unknown('unknown error')],
  [515, transient('modem not ready yet')],
]);

/** What the code of `error` means; undefined where it has none or the table does not know it. */
export function meaningOf(error: AtError): ErrorMeaning | undefined {
  if (error.value === undefined) return undefined;
  if (error.code === 'CMS') return CMS_ERRORS.get(error.value);
  if (error.code === 'CME') return CME_ERRORS.get(error.value);
  return undefined;
}

/**
 * What may be done about a message whose outcome was `not-sent` with `error`; an outcome that is
 * `unknown` is never to be looked up here. An error without a number (`ERROR`, no prompt, a lost
 * port) came before Ctrl-Z then: `transient`. A number that no table knows: `once-more`.
 */
export function dispositionOf(error: AtError): ErrorDisposition {
  if (error.value === undefined) return 'transient';
  return meaningOf(error)?.disposition ?? 'once-more';
}

/**
 * Whether `error`, given after Ctrl-Z, says that the network does not have the message. Only a
 * numbered refusal does, and not every one.
 */
export function isDefinite(error: AtError): boolean {
  return error.value !== undefined && dispositionOf(error) !== 'unknown-outcome';
}

/** Errors of a modem or SIM that needs more time after power-up: ask again. */
export function isNotReadyYet(error: AtError): boolean {
  if (error.code === 'CMS') return error.value === 314 || error.value === 515;
  if (error.code === 'CME') return error.value === 14 || error.value === 515;
  return false;
}
