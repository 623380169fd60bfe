/**
 * What the services need of the store of messages: what is known of each, what goes next and to
 * whom, what a delivery report speaks of. Times are ISO 8601 UTC strings.
 */
import type { Category, Message, MessageError, MessageStatus, PartStatus } from './message.js';
import type { Page, PageRequest } from './page.js';

export interface NewMessage {
  readonly id: string;
  readonly status: 'queued' | 'held';
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
  /** Of what is older nothing that can expire is of interest. */
  readonly doubtSince?: string | undefined;
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

/** What a reply is most likely about. */
export interface LastSent {
  readonly campaign: string;
  /** null once it was erased. */
  readonly text: string | null;
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
  /** How many messages are queued; walks through all of them. */
  countQueued(): number;
}

/** Parts as delivery reports name them; newest first, `since` is when a modem was given them. */
export interface ReportedParts {
  /** Those that were given this reference, whatever became of them; at most 20. */
  withReference(report: Reported, since: string): readonly ReportedPart[];
  /** Those whose reference is not known, since the modem never answered; at most 100. */
  unanswered(report: Reported, since: string): readonly ReportedPart[];
  /** The part to that number that the modem has now and has not answered yet. */
  underWay(report: Reported): ReportedPart | undefined;
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
  /** The last of which a part may have gone, answers to events aside. */
  lastSentTo(number: string): LastSent | undefined;
  /** When the answer to a consent event was queued; undefined when there is none any more. */
  answeredAt(eventId: string): string | undefined;
  /** All of which something is queued or held, however long it may yet wait; walks through all messages. */
  unended(): readonly string[];
  /** `queued` → `held` for all marketing to `number` of which nothing was sent yet. */
  hold(number: string): void;
  /** `held` → `queued` for all to `number`; how many. */
  release(number: string): number;
  /** A reference for the parts of one message: the next of all that `bits` can hold, and around. */
  nextConcatReference(bits: 8 | 16): number;
}
