/** When a part that the modem definitely did not send is tried again. */
import type { QueuedPart } from '../domain/message-store.js';
import type { AtError } from '../modem/at-error.js';
import { dispositionOf } from '../modem/cms-error.js';
import type { SubmitOutcome } from '../modem/ports.js';

/** How long to wait before the next try, by the number of tries made. After the last: failed. */
const retryDelaysMs: readonly number[] = [10_000, 30_000, 120_000, 600_000, 1_800_000];
/** Nothing is wrong with the message: the modem was not able to take it. */
const modemNotAbleDelayMs = 5_000;
/** `+CMS ERROR` for a SIM that is missing, locked or broken. */
const simFaultDelayMs = 60_000;

export interface Retry {
  readonly delayMs: number;
  /** The network never saw it: the try does not count. */
  readonly uncounted: boolean;
}

/** Whether nothing of a submission that ended so can have reached the network. */
export function neverLeft(outcome: SubmitOutcome): boolean {
  if (outcome.kind === 'withdrawn') return true;
  if (outcome.kind !== 'not-sent') return false;
  if (isModemGone(outcome.error)) return true;
  const disposition = dispositionOf(outcome.error);
  return disposition === 'stop-modem' || disposition === 'sweep';
}

/** When to try again after a definite refusal; undefined: never. */
export function retryAfter(part: QueuedPart, error: AtError): Retry | undefined {
  if (isModemGone(error)) return uncounted(modemNotAbleDelayMs);
  switch (dispositionOf(error)) {
    case 'permanent':
      return undefined;
    case 'once-more':
      return part.attempts < 2 ? counted(retryDelaysMs[1]) : undefined;
    case 'stop-modem':
      return uncounted(simFaultDelayMs);
    case 'sweep':
      return uncounted(modemNotAbleDelayMs);
    // Where this came instead of the prompt, nothing has left the modem.
    case 'unknown-outcome':
    case 'transient':
      return counted(retryDelaysMs[part.attempts - 1]);
  }
}

function isModemGone(error: AtError): boolean {
  return error.code === 'CLOSED' || error.code === 'TIMEOUT';
}

function counted(delayMs: number | undefined): Retry | undefined {
  return delayMs === undefined ? undefined : { delayMs, uncounted: false };
}

function uncounted(delayMs: number): Retry {
  return { delayMs, uncounted: true };
}
