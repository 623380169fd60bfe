/** What can be counted in the store for whoever watches the gateway. No number and no text is in it. */

export interface Figures {
  readonly messages: readonly { readonly status: string; readonly count: number }[];
  /** When the first message that waits was due; ISO 8601. */
  readonly oldestDueAt: string | null;
  /** When the first answer to STOP or HELP that waits was made. */
  readonly oldestAnswerAt: string | null;
  /** When something came in last. */
  readonly lastInboundAt: string | null;
  /** Since the ledger began; they only grow. */
  readonly events: readonly {
    readonly kind: string;
    readonly source: string;
    readonly count: number;
  }[];
  /** Lines of the suppression list. */
  readonly suppressions: number;
  /** Doubtful replies that wait for a person. */
  readonly openReviews: number;
  /** Since when the first of them waits. */
  readonly oldestReviewAt: string | null;
  readonly webhookDeliveries: readonly { readonly status: string; readonly count: number }[];
  /** Size of the database file in octets, without its write-ahead log. */
  readonly octets: number;
}

export interface FiguresStore {
  /** Counts now. Of the ledger only what came since the last time is gone through. */
  read(): Figures;
}
