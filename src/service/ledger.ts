/**
 * Whether the ledger is whole, asked by somebody who waits: in steps, so that they see how far it is
 * and can stop it. What is looked at is the store's affair.
 */
import type { Clock } from '../clock.js';
import type { LedgerState } from '../domain/consent-store.js';
import type { Store } from '../domain/ports.js';
import { breather } from './breather.js';

export interface LedgerVerification {
  readonly store: Pick<Store, 'ledger'>;
  readonly clock: Clock;
  /** Hashes that were noted before: each must be in the ledger still. */
  readonly heads: readonly string[];
  readonly stop: AbortSignal;
  /** How many events were looked at so far. */
  readonly onProgress: (events: number) => void;
}

export interface LedgerVerdict extends LedgerState {
  readonly isWhole: boolean;
  /** Of the hashes that were noted, those that are not in the ledger. */
  readonly missingHeads: readonly string[];
}

/**
 * Looks at every event of every gateway and at the suppression list, up to the first event that is
 * broken; undefined when it was stopped.
 */
export async function verifyLedger(
  options: LedgerVerification,
): Promise<LedgerVerdict | undefined> {
  const { store, clock, stop, onProgress } = options;
  const heads = options.heads.map((head) => head.trim().toLowerCase());
  const breathe = breather(clock);
  const check = store.ledger.check(new Set(heads));
  let state: LedgerState | undefined;
  try {
    while (state === undefined && !stop.aborted) {
      const step = check.next();
      if (step.done) state = step.value;
      else onProgress(step.value);
      await breathe();
    }
  } finally {
    if (state === undefined) endEarly(check);
  }
  if (state === undefined) return undefined;
  const { found } = state;
  const missingHeads = heads.filter((head) => !found.has(head));
  // A chain that is broken was not followed to its end: a head may stand behind the break.
  const isWhole = state.faultCount === 0 && missingHeads.length === 0;
  return { ...state, isWhole, missingHeads };
}

/** Lets the generator close its transaction. */
function endEarly(check: Generator<number, LedgerState>): void {
  check.return({ events: 0, chains: [], faults: [], faultCount: 0, found: new Set() });
}
