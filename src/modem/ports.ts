/**
 * What the modem layer asks of whoever uses it, and what it tells. PDUs are opaque here:
 * hexadecimal as the modem shows them, never decoded.
 */
import type { AtError } from './at-error.js';

/** One TPDU to submit; `id` is the caller's and comes back untouched. */
export interface Submission {
  readonly id: string;
  /** Service-centre octets and TPDU, upper-case hexadecimal (3GPP TS 27.005 §3.1 `<pdu>`). */
  readonly hex: string;
  /** Octets of the TPDU without the service-centre octets (27.005 `<length>`). */
  readonly tpduLength: number;
}

export type SubmitOutcome =
  | { readonly kind: 'sent'; readonly reference: number }
  /** Before Ctrl-Z, or a definite `+CMS ERROR`: the network does not have it. */
  | { readonly kind: 'not-sent'; readonly error: AtError }
  /** The caller's `mayProceed` said no at the prompt: ESC was sent, nothing left. */
  | { readonly kind: 'withdrawn' }
  /** Ctrl-Z begun and no definite answer: the network may have it. */
  | { readonly kind: 'unknown'; readonly error: Error };

/**
 * Where the modem pulls its work from. All calls are synchronous, so that "check and claim" is one
 * transaction. The modem asks only when it is ready, idle and has read all that it knows is stored.
 */
export interface SubmissionSource {
  /** Claims the next submission for this modem, or undefined when none is due. */
  next(modem: string): Submission | undefined;
  /** Asked at the prompt, immediately before the first octet of the PDU is written. */
  mayProceed(modem: string, submission: Submission): boolean;
  /** Told exactly once for each submission claimed. */
  settle(modem: string, submission: Submission, outcome: SubmitOutcome): void;
  /** `+CMGS: <mr>` that arrived after its submission was settled as `unknown`. */
  settleLate(modem: string, submission: Submission, reference: number): void;
}

/** A PDU as the modem gave it. */
export interface ReceivedPdu {
  readonly modem: string;
  readonly hex: string;
  /** `<length>` as announced; undefined when the modem left it out. */
  readonly tpduLength: number | undefined;
  /** `stored`: read from a memory; `direct`: in a `+CMT` or `+CDS` line. */
  readonly route: 'stored' | 'direct';
}

/** Where received PDUs go. */
export interface Inbox {
  /**
   * Commits the PDU. Returns once it is durable; only then is it deleted from the modem.
   * A throw means that it is not, and leaves it there.
   */
  receive(pdu: ReceivedPdu): void;
  /** The PDU was deleted from the modem's memory; the same octets seen later are a new message. */
  deleted(pdu: ReceivedPdu): void;
}

/** Remembers, beyond this process, which PIN the SIM of one modem did not take. */
export interface PinMemory {
  wasRefused(pin: string): boolean;
  noteRefused(pin: string): void;
}

/** 27.007 §7.2 `<stat>` in words; `emergency` is 27.007's 11 and is not usable. */
export type Registration =
  | 'home'
  | 'roaming'
  | 'searching'
  | 'denied'
  | 'not-registered'
  | 'emergency'
  | 'unknown';

/**
 * `connecting`: opening or initialising. `ready`: registered, can submit.
 * `waiting`: initialised but not usable yet (PIN, registration); see `problem`.
 * `down`: the port is gone or the modem does not answer; it is tried again.
 */
export type ModemPhase = 'connecting' | 'waiting' | 'ready' | 'down' | 'stopped';

/** What is known of a modem; a new object each time something changes. */
export interface ModemStatus {
  readonly name: string;
  readonly port: string;
  readonly phase: ModemPhase;
  /** One plain sentence when it is not `ready`. */
  readonly problem: string | undefined;
  readonly manufacturer: string | undefined;
  readonly model: string | undefined;
  readonly revision: string | undefined;
  readonly imei: string | undefined;
  readonly imsi: string | undefined;
  readonly operator: string | undefined;
  readonly registration: Registration;
  /** dBm from `+CSQ`; undefined when not known. */
  readonly signalDbm: number | undefined;
  readonly simUsed: number | undefined;
  readonly simTotal: number | undefined;
}
