/**
 * What the modem layer asks of whoever uses it, and what it tells. PDUs are opaque here:
 * hexadecimal as the modem shows them, never decoded.
 */
import type { AtError } from './at-error.js';
import type { UssdCoding } from './dialects/index.js';

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
  /** A direct one that the network sends again until it is told that it was taken (+CNMA). */
  readonly unacknowledged?: true;
}

/** Where received PDUs go. */
export interface Inbox {
  /**
   * Commits the PDU. Returns once it is durable; only then is it deleted from the modem.
   * A throw means that it is not, and leaves it there.
   */
  receive(pdu: ReceivedPdu): void;
  /**
   * The PDU was deleted from the modem's memory, or acknowledged: the same octets seen later are a
   * new message.
   */
  deleted(pdu: ReceivedPdu): void;
  /** It was not, though the modem had said so: the same octets seen later are this one. */
  stillHeld(pdu: ReceivedPdu): void;
}

/**
 * What is known of a PIN. `tried`: it was about to be entered and nothing is known since; kept before
 * it is written, so that a process that is killed in between does not spend the SIM's tries one a
 * restart. `refused`: the SIM said no.
 */
export type PinState = 'tried' | 'refused';

/** Remembers, beyond this process, what became of the PIN that one modem's SIM was given. */
export interface PinMemory {
  recall(pin: string): PinState | undefined;
  /** Returns once it is durable; undefined: the SIM took it. */
  keep(pin: string, state: PinState | undefined): void;
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

export type Technology = '2G' | '3G' | '4G' | '5G';

/** How strong the signal is, in words; `none` is what no message gets through with. */
export type SignalQuality = 'excellent' | 'good' | 'fair' | 'poor' | 'none';

/**
 * How a USSD exchange ended. The first six are `<m>` of +CUSD (27.007 §7.15); `wants-reply` was ended
 * here. `refused`: the modem did not take the code. `no-answer`: nothing came in time. `unavailable`:
 * the modem cannot be asked now. `canceled`: the caller gave up.
 */
export type UssdStatus =
  | 'done'
  | 'wants-reply'
  | 'terminated'
  | 'other-client'
  | 'not-supported'
  | 'network-timeout'
  | 'refused'
  | 'no-answer'
  | 'unavailable'
  | 'canceled';

/** What came of a USSD code, undecoded: that takes the tables of 3GPP TS 23.038. */
export interface UssdAnswer {
  readonly status: UssdStatus;
  /** As it stands between the quotes, ISO 8859-1; lines parted by LF. */
  readonly text?: string;
  /** The same in upper case where it could be hexadecimal; digits alone could be either. */
  readonly hex?: string;
  /** Data coding scheme (3GPP TS 23.038 §5); absent when the modem left it out. */
  readonly dcs?: number;
  /** How this maker's modems write text that is not UCS-2. */
  readonly coding?: UssdCoding;
  /** One plain sentence where nothing was answered. */
  readonly problem?: string;
}

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
  readonly signal: SignalQuality | undefined;
  readonly technology: Technology | undefined;
  /** The name of the dialect that it is spoken to in. */
  readonly dialect: string | undefined;
  /** Degrees Celsius, of the hottest part that is measured. */
  readonly temperatureC: number | undefined;
  /** Millivolts. */
  readonly supplyMv: number | undefined;
  /** One sentence about supply or temperature, where the modem has complained. */
  readonly warning: string | undefined;
  readonly simUsed: number | undefined;
  readonly simTotal: number | undefined;
}
