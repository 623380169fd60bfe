/**
 * What an opt-out by a web page leaves in the ledger of the request that made it. Holds no token and
 * no code: the ledger is read by more people than may act for others.
 */
import type { Evidence } from '../domain/consent.js';

/** As the server saw it. */
export interface PageRequest {
  readonly method: string;
  /** Undefined where the listener is a socket without addresses. */
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
}

const longestUserAgent = 200;

/** `kind` and `chosen` say which page it was and what was chosen there. */
export function pageEvidence(
  request: PageRequest,
  chosen: Evidence & { readonly kind: 'link' | 'one-click' | 'number-page' },
  at: Date,
): Evidence {
  return {
    method: request.method,
    ...chosen,
    address: request.address ?? null,
    userAgent: request.userAgent?.slice(0, longestUserAgent) ?? null,
    receivedAt: at.toISOString(),
  };
}
