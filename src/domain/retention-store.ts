/**
 * What the services need of the store to let go of old texts: a limited number at a time, so that
 * nobody waits for long. Times are ISO 8601 UTC strings.
 */

/**
 * Each call erases at most `limit` and tells how many. What is needed still keeps its text, however
 * old: what waits to be sent or is being sent, a reply under review, a part that waits for the rest.
 * Those with a limit are to be called in a transaction.
 */
export interface RetentionStore {
  /** Texts and PDUs of messages that ended, and of which nothing was heard since `before`. */
  eraseMessages(before: string, limit: number): number;
  /** Texts of received messages, and what could tell them by their hash. */
  eraseInbound(before: string, limit: number): number;
  /**
   * Received PDUs. One that a modem was not seen to let go of leaves a mark, by which it is known
   * when it comes again.
   */
  erasePdus(before: string, limit: number): number;
  /** Removes backups that were made before upgrades until `before`, and the texts in them; how many. */
  removeUpgradeBackups(before: string): number;
  /**
   * Empties the write-ahead log, which holds what was erased; false when another process reads the
   * database at this moment. Waits for nobody. Not to be called in a transaction.
   */
  emptyLog(): boolean;
}
