/**
 * What the services need of a store. Every call is synchronous; `transaction` makes several of them
 * one. Implemented in `store/`; nothing here knows of SQL. Times are ISO 8601 UTC strings.
 */
import type { ConsentEvent, NewConsentEvent, Scope, Suppression } from './consent.js';
import type { Category, Message, MessageError, MessageStatus, PartStatus } from './message.js';
import type { E164 } from './phone-number.js';

/** A page of a list, newest first; `nextCursor` is null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  /** 1 to 1000. */
  readonly limit: number;
}

export interface NewMessage {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly campaign: string;
  readonly category: Category;
  readonly language: string | null;
  readonly encoding: 'gsm7' | 'ucs2';
  /** 0 (last) to 10; 10 is kept for answers to STOP and HELP. */
  readonly priority: number;
  /** The only modem that may send it; null: any. */
  readonly modem: string | null;
  /** Which modems may take it, in words that the router understands. */
  readonly lane: string;
  readonly reference: string | null;
  /** The consent event that this message answers: what lets it pass the gate, once. */
  readonly answersEventId: string | null;
  readonly createdAt: string;
  readonly sendAt: string | null;
  readonly expiresAt: string | null;
  readonly pdus: readonly { readonly hex: string; readonly tpduLength: number }[];
}

/** A part and what its gate-keeper must know of its message. */
export interface QueuedPart {
  readonly messageId: string;
  readonly sequence: number;
  readonly hex: string;
  readonly tpduLength: number;
  readonly status: PartStatus;
  readonly attempts: number;
  readonly to: string;
  readonly campaign: string;
  readonly category: Category;
  readonly answersEventId: string | null;
  readonly expiresAt: string | null;
  readonly priority: number;
  readonly lane: string;
  /** The modem that began the message; null while none has. */
  readonly begunBy: string | null;
}

/** A modem that asks for work. */
export interface NextDue {
  readonly modem: string;
  readonly now: string;
  /** Nothing below is of interest. */
  readonly leastPriority: number;
  /** Whether it may take messages of a lane; asked once for each lane of which something is queued. */
  readonly mayTake: (lane: string) => boolean;
}

/** What of a delivery report says which part it speaks of. */
export interface Reported {
  readonly modem: string;
  /** E.164. */
  readonly to: string;
  /** TP-MR. */
  readonly reference: number;
}

/** A part that a delivery report may speak of. */
export interface ReportedPart {
  readonly messageId: string;
  readonly sequence: number;
  readonly status: PartStatus;
  /** When the modem was given it. */
  readonly claimedAt: string;
}

export interface PartChange {
  readonly status: PartStatus;
  readonly at: string;
  readonly error?: MessageError | null;
  readonly modem?: string;
  readonly modemReference?: number;
  /** Not to be tried before. */
  readonly dueAt?: string;
  /** Nothing left the modem: the try is not counted, and the part was not given to a modem. */
  readonly uncounted?: boolean;
}

export interface MessageFilter extends PageRequest {
  readonly status?: MessageStatus | undefined;
  readonly to?: string | undefined;
  readonly campaign?: string | undefined;
}

/** What goes next, and to whom. */
export interface MessageQueue {
  /**
   * The part that a modem should send next: an answer to STOP or HELP, else of a message that it
   * began, else by priority, due time, age.
   */
  nextDue(asked: NextDue): QueuedPart | undefined;
  /** When the next queued message falls due, for a timer. */
  nextDueAt(): string | undefined;
  /** `queued` → `sending`, and the message with it; counts the attempt. */
  claim(part: QueuedPart, modem: string, at: string): void;
  /** Parts that a process which died had claimed. */
  claimedParts(): readonly QueuedPart[];
  /** Moves a queued message to another lane. */
  setLane(messageId: string, lane: string): void;
  /** Gives each queued message the lane that `laneOf` says; how many were moved. */
  reroute(
    laneOf: (message: { to: string; campaign: string; modem: string | null }) => string,
  ): number;
  /** The modem that last wrote to `to` within a campaign, in a message made since. */
  lastWriter(to: string, campaign: string, since: string): string | undefined;
  /** When `modem` was given parts since, oldest first; the last 1000. */
  claimTimes(modem: string, since: string): readonly string[];
  /** Messages of which something is still queued and that are past their validity; at most 100. */
  overdue(now: string): readonly string[];
  /** How many messages are queued in each lane. */
  queuedByLane(): readonly { readonly lane: string; readonly messages: number }[];
  /** How many messages each modem has begun and not ended. */
  begunByModem(): readonly { readonly modem: string; readonly messages: number }[];
  /** Whether at least `count` messages are queued. */
  holdsQueued(count: number): boolean;
}

/** Parts as delivery reports name them; newest first, `since` is when a modem was given them. */
export interface ReportedParts {
  /** Those that were given this reference, whatever became of them; at most 20. */
  withReference(report: Reported, since: string): readonly ReportedPart[];
  /** Those whose reference is not known, since the modem never answered; at most 100. */
  unanswered(report: Reported, since: string): readonly ReportedPart[];
  /** Whether the modem has a part to that number now and has not answered yet. */
  isUnderWay(report: Reported): boolean;
}

export interface MessageStore extends MessageQueue {
  readonly reported: ReportedParts;
  insert(message: NewMessage): Message;
  find(id: string): Message | undefined;
  list(filter: MessageFilter): Page<Message>;
  findPart(messageId: string, sequence: number): QueuedPart | undefined;
  /** Changes one part, then makes the message's status from its parts. */
  changePart(messageId: string, sequence: number, change: PartChange): void;
  /** Ends all that is still queued of a message. */
  endQueued(
    messageId: string,
    status: 'canceled' | 'expired',
    error: MessageError,
    at: string,
  ): void;
  /** Messages to `number` of which something is still queued or held, answers to events aside. */
  openTo(number: string): readonly { id: string; campaign: string; category: Category }[];
  lastSentTo(number: string): { campaign: string } | undefined;
  /** A reference for the parts of one message: the next of all that `bits` can hold, and around. */
  nextConcatReference(bits: 8 | 16): number;
}

export interface ReceivedRecord {
  readonly modem: string;
  readonly hex: string;
  readonly tpduLength: number | undefined;
  readonly route: 'stored' | 'direct';
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
  /** Keeps the raw PDU; undefined when it is one that is already kept and still on the modem. */
  keep(received: ReceivedRecord): number | undefined;
  /** The modem no longer holds it. */
  markDeleted(modem: string, hex: string, at: string): void;
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
  list(filter: InboundFilter): Page<Inbound>;
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

export interface ConsentStore {
  /** Appends to this gateway's chain. */
  append(event: NewConsentEvent, at: string): ConsentEvent;
  /** Adds to the suppression list; keeps the older entry if there is one. */
  suppress(event: ConsentEvent): void;
  lift(number: string, scope: Scope): void;
  suppressionsOf(number: string): readonly Suppression[];
  list(request: PageRequest): Page<Suppression>;
  /** The last event of this kind, here or at another gateway. */
  lastEvent(number: string, kind: ConsentEvent['kind']): ConsentEvent | undefined;
}

export type KeyScope = 'send' | 'read' | 'admin';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

export interface ApiKeyStore {
  insert(key: ApiKey, hash: string): void;
  find(id: string): { readonly key: ApiKey; readonly hash: string } | undefined;
  list(): readonly ApiKey[];
  /** False when there is no such key that is not revoked yet. */
  revoke(idOrName: string, at: string): boolean;
}

/** An answer given to a request that named an idempotency key. */
export interface KeptAnswer {
  /** Hash of the request's body. */
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
}

export interface IdempotencyStore {
  find(apiKeyId: string, key: string): KeptAnswer | undefined;
  insert(apiKeyId: string, key: string, answer: KeptAnswer, at: string): void;
  /** Forgets answers given before. */
  prune(before: string): void;
}

/** A modem as last seen by the daemon. */
export interface ModemRecord {
  readonly name: string;
  readonly port: string;
  readonly state: string;
  readonly problem: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly imei: string | null;
  readonly operator: string | null;
  readonly registration: string;
  readonly signalDbm: number | null;
  readonly simUsed: number | null;
  readonly simTotal: number | null;
  /** Since when it cannot send; null while it can. */
  readonly downSince: string | null;
  readonly updatedAt: string;
}

export interface ModemStore {
  save(modem: ModemRecord): void;
  list(): readonly ModemRecord[];
  /** Mark of the PIN that the modem's SIM did not take, or that was given to it last. */
  refusedPin(name: string): string | undefined;
  setRefusedPin(name: string, mark: string | null): void;
  /** Forgets modems that are no longer configured. */
  retain(names: readonly string[]): void;
}

/** A USSD code that the daemon is to ask the network, for a process beside it. */
export interface UssdRequest {
  readonly id: string;
  readonly modem: string;
  readonly code: string;
  readonly createdAt: string;
  /** Nobody waits for the answer after this. */
  readonly expiresAt: string;
}

/** What became of a USSD code. */
export type UssdOutcome =
  | {
      readonly kind: 'answered';
      /**
       * `final`: that was all. `question`: the network waits for another code as the reply.
       * `ended`: the network ended a dialogue.
       */
      readonly status: 'final' | 'question' | 'ended';
      readonly text: string | null;
    }
  | {
      readonly kind: 'failed';
      readonly code: 'no_answer' | 'refused' | 'not_ready' | 'unknown_modem';
      /** One sentence, without the code that was asked. */
      readonly message: string;
    };

export interface UssdStore {
  insert(request: UssdRequest): void;
  /** Requests that nobody has taken and that somebody still waits for; they are taken now. */
  take(now: string): readonly UssdRequest[];
  /** Keeps the outcome of a request, if its row is still there. */
  settle(id: string, outcome: UssdOutcome): void;
  /** Undefined while there is none. */
  outcomeOf(id: string): UssdOutcome | undefined;
  remove(id: string): void;
  /** Forgets requests for which nobody waits any more. */
  prune(now: string): void;
}

export interface Store {
  readonly messages: MessageStore;
  readonly inbound: InboundStore;
  readonly consent: ConsentStore;
  readonly keys: ApiKeyStore;
  readonly modems: ModemStore;
  readonly idempotency: IdempotencyStore;
  readonly ussd: UssdStore;
  /** Runs `work` in one immediate transaction, or within the one already begun. */
  transaction<T>(work: () => T): T;
  /** Whether `error` says that the store cannot be used now (full, locked, read-only, damaged). */
  isFailure(error: unknown): boolean;
  /** Throws when the store cannot be read and written. */
  probe(): void;
  /** Whether another process wrote since the last call. */
  changedElsewhere(): boolean;
  close(): void;
}
