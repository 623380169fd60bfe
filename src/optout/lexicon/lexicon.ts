/**
 * What one language brings: its keywords, what people say beside them, the classes of words that
 * requests are made of, and its answers. Data only: what a request is, `intent.ts` knows.
 *
 * Words stand as `clean` leaves them, Turkish ı as i, accents as they are properly written (they are
 * looked up without). An entry of several words is one term; a word that ends in `*` stands for all
 * its endings, and `take … off` for the two with an object between.
 */

export interface Lexicon {
  /** ISO 639-1. */
  readonly language: string;
  readonly keywords: Keywords;
  readonly grammar: Grammar;
  readonly answers: Answers;
}

/** A whole reply may be one of these. */
export interface Keywords {
  readonly stop: readonly string[];
  /** Those that end everything, whatever the configured scope. */
  readonly stopAll?: readonly string[];
  /** Slips seen in real replies, or one key away, that are no words of the language. */
  readonly misspelt?: readonly string[];
  /** Ordinary words one letter from one of the long `stop` words, which are forgiven one letter. */
  readonly ordinary?: readonly string[];
  readonly start: readonly string[];
  readonly help: readonly string[];
  /** Said beside any keyword without changing it. */
  readonly polite: readonly string[];
  /** Said beside an opt-out alone: its objects and its anger. */
  readonly beside?: readonly string[];
  /** Said beside an opt-out, makes it end everything. */
  readonly all?: readonly string[];
  /** Alone they may be an opt-out and may not: "wrong number". */
  readonly unsure?: readonly string[];
  /** Said between two keywords: "stop 2 quit". */
  readonly connectors?: readonly string[];
}

/** Classes of words. A word may be in several. */
export interface Grammar {
  /** Verbs of ending, as one asks: "stop", "stopping", "quit". */
  readonly end: readonly string[];
  /** Verbs and nouns that mean an opt-out by themselves: "unsubscribe". */
  readonly leave: readonly string[];
  /** Verbs of taking away: "remove", "delete". */
  readonly remove: readonly string[];
  /** Verbs whose object is a person: "text", "call", "bother". */
  readonly write: readonly string[];
  /** Verbs whose object is a thing: "send". */
  readonly send: readonly string[];
  readonly messages: readonly string[];
  /** Where one's number stands: "list", "database". */
  readonly list: readonly string[];
  /** Who asks, and what is theirs to take away: "me", "number". */
  readonly mine: readonly string[];
  /** Negates a verb. */
  readonly not: readonly string[];
  /** Negates a noun: "no", "keine". */
  readonly no?: readonly string[];
  readonly more: readonly string[];
  readonly want: readonly string[];
  readonly receive: readonly string[];
  /** Whole requests in words of their own: "lose my number". */
  readonly demands: readonly string[];
  /** Sends one away, and asks to end messages only when nothing else is said: "go away". */
  readonly dismissals?: readonly string[];
  /** Gives the reason for a request: "wrong number", "not interested". */
  readonly reasons: readonly string[];
  /** Asks for the contrary: "keep sending". */
  readonly keep?: readonly string[];
  /** Makes a question that asks to know. */
  readonly questions: readonly string[];
  /** The same where what is asked is how to stop: "how". */
  readonly how?: readonly string[];
  /** Limits what is asked: "until", "instead". */
  readonly limits?: readonly string[];
  /** Who does what is told; makes a statement of a verb that follows at once: "I", "he". */
  readonly subjects?: readonly string[];
  /** Makes a noun of a word of ending that follows at once: "the". */
  readonly articles?: readonly string[];
  /** Objects that are not the writer: "everyone", "him". */
  readonly others?: readonly string[];
  /** Begins another clause: "and", "but". A polite one belongs to the clause: "please". */
  readonly joins?: readonly string[];
  /** What one gives and takes back: "consent", "permission". */
  readonly consent?: readonly string[];
  /** Tells of a request: "I said", "was told", "my answer is". */
  readonly told?: readonly string[];
  /** What follows if more messages come: "sue", "report you". */
  readonly threats?: readonly string[];
  /** Says that something goes on: "keep", "still". */
  readonly repeats?: readonly string[];
  /** Obliges whom it follows: "need to", "must", "to". */
  readonly duties?: readonly string[];
  /** May stand anywhere without changing what is asked: pronouns, adverbs, politeness, anger. */
  readonly light: readonly string[];
  /** Objects come before their verb, or may. */
  readonly verbLast?: boolean;
  /** The negation may follow its verb. */
  readonly notFollows?: boolean;
}

/** Texts to send. GSM-7 where the language allows; one segment with an ordinary brand. */
export interface Answers {
  /** `ofAll`: everything was ended, not one campaign alone. */
  readonly confirmation: (brand: string, ofAll: boolean) => string;
  /** `helpText` is the operator's own, without spaces around it, and may be empty. */
  readonly help: (brand: string, helpText: string) => string;
  /** The instructions that end a message. */
  readonly footer: string;
}
