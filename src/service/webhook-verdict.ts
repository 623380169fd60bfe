/**
 * What an answer to a webhook means, and when the next try comes. Tries are counted, not days: a
 * clock that jumps must not give up what waits. Pure.
 */

/** What came of one request. */
export type WebhookAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** As the header Retry-After asks for. */
      readonly retryAfterMs: number | undefined;
    }
  /** A clause without names of hosts, texts and secrets. */
  | { readonly kind: 'failed'; readonly reason: string };

export type Verdict =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly reason: string; readonly delayMs: number }
  | { readonly kind: 'dead'; readonly reason: string };

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Two days in all. */
const pausesMs = [
  ...[5 * secondMs, 30 * secondMs, 2 * minuteMs, 10 * minuteMs, 30 * minuteMs],
  ...[
    1 * hourMs,
    2 * hourMs,
    4 * hourMs,
    8 * hourMs,
    8 * hourMs,
    8 * hourMs,
    8 * hourMs,
    8 * hourMs,
  ],
];
/** Of each pause, more or less: those that failed together do not come back together. */
const jitter = 0.1;
/** A receiver may ask for a longer pause, up to this. */
const maxRetryAfterMs = hourMs;

/** No pause is longer. */
export const longestPauseMs = Math.max(...pausesMs) * (1 + jitter);

/** The first try and all that follow. */
export const maxAttempts = pausesMs.length + 1;

/**
 * What follows from the answer to a try that had `attemptsBefore` others before it. `random` is from
 * 0 to 1.
 */
export function verdictOn(
  answer: WebhookAnswer,
  attemptsBefore: number,
  random: () => number,
): Verdict {
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) {
    return { kind: 'done' };
  }
  const reason = answer.kind === 'failed' ? answer.reason : reasonOf(answer.status);
  const pauseMs = pausesMs[attemptsBefore];
  const isGone = answer.kind === 'answered' && answer.status === 410;
  if (isGone || pauseMs === undefined) return { kind: 'dead', reason };
  const spreadMs = pauseMs * (1 + jitter * (2 * random() - 1));
  return { kind: 'again', reason, delayMs: Math.max(spreadMs, askedPauseMs(answer)) };
}

function askedPauseMs(answer: WebhookAnswer): number {
  const mayAsk = answer.kind === 'answered' && (answer.status === 429 || answer.status === 503);
  return mayAsk ? Math.min(answer.retryAfterMs ?? 0, maxRetryAfterMs) : 0;
}

function reasonOf(status: number): string {
  if (status === 410) return 'it answered 410: gone for good';
  const isRedirect = status >= 300 && status < 400;
  return `it answered ${status}${isRedirect ? ', and redirects are not followed' : ''}`;
}
