/**
 * What the services need of a store. Every call is synchronous; `transaction` makes several of them
 * one. Implemented in `store/`; nothing here knows of SQL. Times are ISO 8601 UTC strings.
 */
import type { ActivityStore } from './activity-store.js';
import type { BackupStore } from './backup-store.js';
import type {
  ConsentStore,
  ErasureStore,
  LedgerStore,
  LinkStore,
  ReviewStore,
  SeenLines,
} from './consent-store.js';
import type { FiguresStore } from './figures-store.js';
import type { InboundStore } from './inbound-store.js';
import type { MessageStore } from './message-store.js';
import type { OptOutCodeStore } from './opt-out-codes.js';
import type { RetentionStore } from './retention-store.js';
import type { Statistics } from './statistics.js';
import type { StoreFailure } from './store-failure.js';
import type { WebhookStore } from './webhook-store.js';

export type KeyScope = 'send' | 'read' | 'admin';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

export interface ApiKeyStore {
  insert(key: ApiKey, hash: string): void;
  find(id: string): { readonly key: ApiKey; readonly hash: string } | undefined;
  list(): readonly ApiKey[];
  /** False when there is no such key that is not revoked yet. */
  revoke(idOrName: string, at: string): boolean;
}

/** An answer given to a request that named an idempotency key. */
export interface KeptAnswer {
  /** Hash of the request's body. */
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
}

export interface IdempotencyStore {
  find(apiKeyId: string, key: string): KeptAnswer | undefined;
  insert(apiKeyId: string, key: string, answer: KeptAnswer, at: string): void;
  /** Forgets at most `limit` answers given before; how many. */
  prune(before: string, limit: number): number;
}

/** A modem as last seen by the daemon. */
export interface ModemRecord {
  readonly name: string;
  readonly port: string;
  readonly state: string;
  readonly problem: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly imei: string | null;
  readonly operator: string | null;
  readonly registration: string;
  readonly signalDbm: number | null;
  readonly simUsed: number | null;
  readonly simTotal: number | null;
  /** Since when it cannot send; null while it can. */
  readonly downSince: string | null;
  readonly updatedAt: string;
}

export interface ModemStore {
  save(modem: ModemRecord): void;
  list(): readonly ModemRecord[];
  /** Mark of the PIN that the modem's SIM did not take, or that was given to it last. */
  refusedPin(name: string): string | undefined;
  setRefusedPin(name: string, mark: string | null): void;
  /** Forgets modems that are no longer configured. */
  retain(names: readonly string[]): void;
}

/** A USSD code that the daemon is to ask the network, for a process beside it. */
export interface UssdRequest {
  readonly id: string;
  readonly modem: string;
  readonly code: string;
  readonly createdAt: string;
  /** Nobody waits for the answer after this. */
  readonly expiresAt: string;
}

/** What became of a USSD code. */
export type UssdOutcome =
  | {
      readonly kind: 'answered';
      /**
       * `final`: that was all. `question`: the network waits for another code as the reply.
       * `ended`: the network ended a dialogue.
       */
      readonly status: 'final' | 'question' | 'ended';
      readonly text: string | null;
    }
  | {
      readonly kind: 'failed';
      readonly code: 'no_answer' | 'refused' | 'not_ready' | 'unknown_modem';
      /** One sentence, without the code that was asked. */
      readonly message: string;
    };

export interface UssdStore {
  insert(request: UssdRequest): void;
  /** Requests that nobody has taken and that somebody still waits for; they are taken now. */
  take(now: string): readonly UssdRequest[];
  /** Keeps the outcome of a request, if its row is still there. */
  settle(id: string, outcome: UssdOutcome): void;
  /** Undefined while there is none. */
  outcomeOf(id: string): UssdOutcome | undefined;
  remove(id: string): void;
  /** Forgets requests for which nobody waits any more. */
  prune(now: string): void;
}

/** Times from `from` to `to` were written by a clock that was `byMs` behind. */
export interface TimeShift {
  readonly from: Date;
  readonly to: Date;
  /** Negative: it was ahead. */
  readonly byMs: number;
}

export interface Store {
  readonly messages: MessageStore;
  readonly inbound: InboundStore;
  readonly consent: ConsentStore;
  readonly ledger: LedgerStore;
  readonly erasure: ErasureStore;
  readonly figures: FiguresStore;
  readonly retention: RetentionStore;
  readonly activity: ActivityStore;
  readonly backup: BackupStore;
  readonly reviews: ReviewStore;
  readonly links: LinkStore;
  readonly codes: OptOutCodeStore;
  readonly keys: ApiKeyStore;
  readonly modems: ModemStore;
  readonly idempotency: IdempotencyStore;
  readonly ussd: UssdStore;
  readonly webhooks: WebhookStore;
  /** 32 octets of this database's own for `purpose`, the same at each call. */
  keyFor(purpose: string): Uint8Array;
  /** An empty one. */
  seenLines(): SeenLines;
  /** Runs `work` in one immediate transaction, or within the one already begun. */
  transaction<T>(work: () => T): T;
  /** Why the store cannot be used now, where `error` says that it cannot; it is remembered. */
  noteFailure(error: unknown): StoreFailure | undefined;
  /** What was noted last, until a probe finds that the store can be used again. */
  failure(): StoreFailure | undefined;
  /** Throws when the store cannot be read and written. */
  probe(): void;
  /** Looks whether the file is damaged, which takes seconds for a large one; throws when it is. */
  requireSound(): void;
  /** When something was written last before it was opened, the ledger aside; undefined: never. */
  readonly lastWrittenAt: Date | undefined;
  /** Puts times right, but for those that the ledger proves, and notes that; in one transaction. */
  shiftTimes(shift: TimeShift): void;
  /** Since when times were written by a clock that was not known to be right; undefined: none were. */
  doubtedSince(): Date | undefined;
  noteDoubtedSince(since: Date | undefined): void;
  /**
   * Writes the database file anew; nobody can write meanwhile. How large it was and is, in octets.
   * Throws StoreError where another process or the disk does not allow it.
   */
  vacuum(): { readonly before: number; readonly after: number };
  /** Octets that are left to this user on the disk of the database; undefined: nobody knows. */
  freeBytes(): number | undefined;
  /** Walks through all tables: seconds for a large database. */
  statistics(): Statistics;
  /** Whether another process wrote since the last call. */
  changedElsewhere(): boolean;
  close(): void;
}
