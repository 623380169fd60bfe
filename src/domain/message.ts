/**
 * A message on its way out: its states, the transitions that are legal, and how the states of its
 * parts make its own. Knows nothing of how it is stored, encoded or sent.
 */

export const messageStatuses = [
  'queued',
  'held',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'canceled',
  'expired',
  'unconfirmed',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

export const categories = ['marketing', 'transactional'] as const;
export type Category = (typeof categories)[number];

/** Kept for answers to STOP and HELP; applications give 0 (last) to 9. */
export const answerPriority = 10;

/** Why a message ended as it did; `code` is stable. */
export interface MessageError {
  readonly code: string;
  readonly message: string;
}

/** Times are ISO 8601 UTC with milliseconds. */
export interface Message {
  readonly id: string;
  /** E.164. */
  readonly to: string;
  /** null once retention or erasure removed it. */
  readonly text: string | null;
  readonly status: MessageStatus;
  readonly campaign: string;
  readonly category: Category;
  readonly encoding: 'gsm7' | 'ucs2';
  /** How many short messages it takes. */
  readonly parts: number;
  /** The modem that sends it, or that it must be sent through; null while any will do. */
  readonly modem: string | null;
  readonly reference: string | null;
  readonly error: MessageError | null;
  readonly createdAt: string;
  readonly sendAt: string | null;
  readonly sentAt: string | null;
  readonly deliveredAt: string | null;
}

/** From each status, the ones that may follow. */
export const legalTransitions: Readonly<Record<MessageStatus, readonly MessageStatus[]>> = {
  queued: ['held', 'sending', 'canceled', 'expired'],
  held: ['queued', 'canceled', 'expired'],
  sending: [
    'queued',
    'sent',
    'delivered',
    'undelivered',
    'failed',
    'canceled',
    'expired',
    'unconfirmed',
  ],
  sent: ['delivered', 'undelivered'],
  unconfirmed: ['queued', 'sending', 'sent', 'delivered', 'undelivered'],
  delivered: [],
  undelivered: [],
  failed: [],
  canceled: [],
  expired: [],
};

export function mayFollow(from: MessageStatus, to: MessageStatus): boolean {
  return from === to || legalTransitions[from].includes(to);
}

/** A part is never held by itself: that is its message's affair. */
export type PartStatus = Exclude<MessageStatus, 'held'>;

/** When all parts are settled, the first of these that any part has is the message's own status. */
const worstFirst: readonly PartStatus[] = [
  'failed',
  'canceled',
  'expired',
  'unconfirmed',
  'undelivered',
  'sent',
  'delivered',
];

/** The status of a message whose parts stand at `parts` (not empty). */
export function statusOfParts(parts: readonly PartStatus[]): PartStatus {
  if (parts.every((part) => part === 'queued')) return 'queued';
  if (parts.some((part) => part === 'queued' || part === 'sending')) return 'sending';
  return worstFirst.find((status) => parts.includes(status)) ?? 'sending';
}
