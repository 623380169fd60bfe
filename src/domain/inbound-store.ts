/**
 * What the services need of the store of received messages: the raw PDUs, the parts of long ones
 * until they are whole, and what came of them. Times are ISO 8601 UTC strings.
 */
import type { Page, PageRequest } from './page.js';
import type { E164 } from './phone-number.js';

export interface ReceivedRecord {
  readonly modem: string;
  readonly hex: string;
  readonly tpduLength: number | undefined;
  readonly route: 'stored' | 'direct';
  /** A direct one that the network sends again until it is told that it was taken. */
  readonly unacknowledged?: true;
  readonly receivedAt: string;
}

/** One part of a message from a phone, decoded. */
export interface InboundPart {
  readonly receivedId: number;
  /** E.164, a short code, or a name. */
  readonly sender: string;
  /** The same when it is a person's number; a name that looks like a number is none. */
  readonly senderNumber: E164 | null;
  readonly text: string;
  readonly encoding: 'gsm7' | '8bit' | 'ucs2';
  readonly sentAt: string | null;
  readonly modem: string;
  readonly receivedAt: string;
  readonly concat: {
    readonly reference: number;
    readonly total: number;
    readonly sequence: number;
  } | null;
}

export interface Inbound {
  readonly id: string;
  readonly from: string;
  readonly text: string | null;
  readonly modem: string;
  readonly receivedAt: string;
  readonly sentAt: string | null;
  readonly encoding: 'gsm7' | '8bit' | 'ucs2';
  readonly parts: number;
  readonly action: 'opt_out' | 'opt_in' | 'help' | null;
}

export interface InboundFilter extends PageRequest {
  readonly from?: string | undefined;
}

export interface InboundStore {
  /**
   * Keeps the raw PDU; undefined when it is one that is already kept and still on the modem, or that
   * the network did not know to have been taken.
   */
  keep(received: ReceivedRecord): number | undefined;
  /** The modem no longer holds it, and the network will not send it again. */
  markDeleted(modem: string, hex: string, at: string): void;
  /** The modem still holds the last of these octets, though it was marked as deleted. */
  markHeld(modem: string, hex: string): void;
  /** What the PDU turned out to be; `problem` says why it could not be used. */
  classify(
    receivedId: number,
    kind: 'deliver' | 'status-report' | 'other' | 'undecodable',
    problem: string | null,
  ): void;
  /** Whether a part of a long message came in these very octets since then: networks repeat parts. */
  hasPart(hex: string, since: string): boolean;
  keepPart(part: InboundPart): void;
  /** Parts of the same long message that wait for the rest, one a sequence number. */
  waitingParts(part: InboundPart, since: string): readonly InboundPart[];
  /** Groups of parts whose rest has not come since `before`. */
  overdueParts(before: string): readonly (readonly InboundPart[])[];
  insert(inbound: Inbound, details: InboundDetails): void;
  find(id: string): Inbound | undefined;
  list(filter: InboundFilter): Page<Inbound>;
  /** The octets that carried a message, as the modem gave them, a part each. */
  pdusOf(id: string): readonly string[];
  /** How many messages of equal text came from `sender` since. */
  countEqual(sender: string, fingerprint: string, since: string): number;
}

export interface InboundDetails {
  readonly receivedIds: readonly number[];
  /** Hash of the cleaned text. */
  readonly fingerprint: string;
  readonly rule: string | null;
  readonly complete: boolean;
}
