/**
 * What one language brings: its keywords, what people add to them, and its answers.
 * Words stand as `clean` leaves them; an entry of several words is one keyword.
 */

export interface Lexicon {
  /** ISO 639-1. */
  readonly language: string;
  readonly stop: readonly string[];
  /** Those that end everything, whatever the configured scope. */
  readonly stopAll: readonly string[];
  /** Slips seen in real replies, or one key away, that are no words of the language. */
  readonly stopMisspelt: readonly string[];
  /** Words of `stop` of six letters or more that still count with any one letter wrong. */
  readonly stopForgiving: readonly string[];
  /** Ordinary words one letter from a forgiving one. */
  readonly ordinary: readonly string[];
  readonly start: readonly string[];
  readonly help: readonly string[];
  /** Said beside any keyword without changing it. */
  readonly politeness: readonly string[];
  /** Said beside an opt-out alone: its objects and its anger. */
  readonly stopObjects: readonly string[];
  /** Said beside an opt-out, makes it end everything. */
  readonly all: readonly string[];
  /** Said between two keywords: "stop 2 quit". */
  readonly connectors: readonly string[];
  readonly answers: Answers;
}

/** Texts to send. GSM-7 where the language allows; one segment with an ordinary brand. */
export interface Answers {
  /** `ofAll`: everything was ended, not one campaign alone. */
  readonly confirmation: (brand: string, ofAll: boolean) => string;
  /** `helpText` is the operator's own, without spaces around it, and may be empty. */
  readonly help: (brand: string, helpText: string) => string;
}
