/** What happened lately, counted: for a glance at the gateway. No number and no text is in it. */

export interface Activity {
  /** Of the messages that were asked for since then, by what became of them. */
  readonly messages: readonly { readonly status: string; readonly count: number }[];
  readonly received: number;
  readonly optOuts: number;
}

export interface ActivityStore {
  /** Goes through what came since `time` (ISO 8601) alone, however much there is. */
  since(time: string): Activity;
}
