/**
 * Consent: the events that a person's replies and an operator's acts make, and what an opt-out
 * blocks. Knows nothing of where events are kept.
 */
import type { Category } from './message.js';

/** `*`: every message; anything else names a campaign. */
export type Scope = string;
export const everything: Scope = '*';

/** `help` is no change of consent: it stands in the ledger so that its answer can name it. */
export type ConsentKind = 'opt_out' | 'opt_in' | 'help' | 'ignored' | 'erased' | 'exported';

export const consentSources = ['reply', 'link', 'page', 'api', 'cli', 'import', 'review'] as const;
export type ConsentSource = (typeof consentSources)[number];

/** What shows that it happened; kept as JSON in the ledger. */
export type Evidence = Readonly<Record<string, string | number | boolean | null>>;

/** One event to be written to the ledger. */
export interface NewConsentEvent {
  readonly kind: ConsentKind;
  /** E.164. */
  readonly number: string;
  readonly scope: Scope;
  readonly source: ConsentSource;
  readonly evidence: Evidence;
}

/** An event as it stands in the ledger. */
export interface ConsentEvent extends NewConsentEvent {
  readonly id: string;
  readonly gateway: string;
  /** 1, 2, 3 … per gateway. */
  readonly sequence: number;
  readonly createdAt: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** One line of the suppression list. */
export interface Suppression {
  readonly number: string;
  readonly scope: Scope;
  readonly since: string;
  readonly source: ConsentSource;
}

/** The suppression that forbids a message of `campaign` and `category`, if one of `suppressions` does. */
export function blockingSuppression(
  suppressions: readonly Suppression[],
  message: { readonly campaign: string; readonly category: Category },
  options: { readonly transactionalPasses: boolean },
): Suppression | undefined {
  return suppressions.find((suppression) => blocks(suppression.scope, message, options));
}

/** Whether an opt-out of `scope` forbids a message. Transactional ones pass a campaign's, not `*`. */
export function blocks(
  scope: Scope,
  message: { readonly campaign: string; readonly category: Category },
  options: { readonly transactionalPasses: boolean },
): boolean {
  if (message.category === 'transactional')
    return scope === everything && !options.transactionalPasses;
  return scope === everything || scope === message.campaign;
}
