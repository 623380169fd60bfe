/** Requests that may come again: the first answer is kept and given again, for a day. */
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Store } from '../domain/ports.js';

export interface Answer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
}

/** After this an answer is forgotten, and a request with its key is a new one. */
export const keptAnswerMs = 24 * 3_600_000;
/** Nobody waits for more to be forgotten; the rest goes by retention. */
const prunedAtOnce = 100;

/**
 * Runs `work` once for `key` of `apiKeyId`, in one transaction with the note of its answer. The same
 * `request` again gets that answer; another one gets `conflict`. A throw keeps nothing.
 */
export function once(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  {
    apiKeyId,
    key,
    request,
  }: { readonly apiKeyId: string; readonly key: string; readonly request: string },
  work: () => Answer,
): Answer | 'conflict' {
  const requestHash = createHash('sha256').update(request).digest('hex');
  return store.transaction(() => {
    const now = clock.now();
    store.idempotency.prune(new Date(now.getTime() - keptAnswerMs).toISOString(), prunedAtOnce);
    const kept = store.idempotency.find(apiKeyId, key);
    if (kept) return kept.requestHash === requestHash ? kept : 'conflict';
    const answer = work();
    store.idempotency.insert(apiKeyId, key, { requestHash, ...answer }, now.toISOString());
    return answer;
  });
}
