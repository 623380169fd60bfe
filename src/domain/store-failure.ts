/**
 * Why the store cannot be used, in words for whoever has to do something about it. Knows neither SQL
 * nor HTTP.
 */

/**
 * `full`: the disk takes no more. `read-only`: it may not be written. `locked`: another program has it.
 * `damaged`: what it says cannot be trusted any more. `unusable`: anything else.
 */
export type StoreFailureKind = 'full' | 'read-only' | 'locked' | 'damaged' | 'unusable';

export interface StoreFailure {
  readonly kind: StoreFailureKind;
  /** What is wrong, with the file's name; no full stop. */
  readonly what: string;
  /** What an operator can do; no full stop. */
  readonly remedy: string;
}
