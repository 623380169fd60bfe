/**
 * What the services need of the store of opt-out codes: those that were sent to a number typed on a
 * page, by which its owner confirms. Times are ISO 8601 UTC strings.
 */

export interface OptOutCode {
  /** Of the request that it was made for; not to be guessed. */
  readonly id: string;
  readonly pseudonym: string;
  /** Of the code, under a key of this database. */
  readonly hash: string;
  /** Whether there was any trace of the number here. */
  readonly isKnown: boolean;
  /** Wrong codes that were typed for this request. */
  readonly tries: number;
  readonly createdAt: string;
}

export interface OptOutCodeStore {
  insert(code: Omit<OptOutCode, 'tries'>): void;
  find(id: string): OptOutCode | undefined;
  countTry(id: string): void;
  /** How many were made for a number since then. */
  countFor(pseudonym: string, since: string): number;
  /** How many were made since then for numbers that are known here, or for those that are not. */
  countAll(isKnown: boolean, since: string): number;
  /** Whether a message, a reply, a link or the ledger tells of the number. */
  isKnown(number: string): boolean;
  /** Forgets those made before. */
  prune(before: string): void;
}
