/** What can be counted in the store for whoever watches the gateway. No number and no text is in it. */

export interface Figures {
  readonly messages: readonly { readonly status: string; readonly count: number }[];
  /** When the first message that waits was due; ISO 8601. */
  readonly oldestDueAt: string | null;
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
  /** When the last message came in; ISO 8601. */
  readonly lastReceivedAt: string | null;
  /** Octets of the database file, without its write-ahead log. */
  readonly databaseBytes: number;
  readonly webhookDeliveries: readonly { readonly status: string; readonly count: number }[];
}

export interface FiguresStore {
  /** Counts now. Of the ledger only what came since the last time is gone through. */
  read(): Figures;
}
