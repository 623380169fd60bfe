/**
 * The ledger out of a damaged database: carried on with its hashes as far as its chain holds; behind a
 * break, what its rows say enters the new one as events that name the file.
 */
import { type ConsentKind, type Evidence, everything } from '../domain/consent.js';
import type { ConsentStore } from '../domain/consent-store.js';
import type { Sqlite } from './connection.js';
import { isTableSound } from './integrity.js';
import { type ChainedEvent, evidenceHash, genesis, hashOf } from './ledger-chain.js';
import { isPseudonym, pseudonyms } from './pseudonym.js';
import { attempt, rowsOverGaps } from './readable-rows.js';

export interface RescueOptions {
  readonly gatewayName: string;
  readonly newEventId: () => string;
  /** ISO 8601. */
  readonly at: string;
  /** The name that the damaged file will have, for the evidence. */
  readonly file: string;
  /** Whether the chain is carried on; where its rows contradict each other it cannot be. */
  readonly keepChain: boolean;
}

interface EventRow extends ChainedEvent {
  readonly row: number;
  readonly kind: ConsentKind;
  readonly number: string;
  readonly evidence: string;
  readonly hash: string;
}

const eventColumns = `rowid AS row, id, gateway, sequence, kind, number, pseudonym, scope, source,
  evidence, evidence_hash AS evidenceHash, created_at AS createdAt, previous_hash AS previousHash, hash`;

/** Opt-outs that enter the new ledger as events of their own. */
export class NewOptOuts {
  readonly #consent: ConsentStore;
  readonly #options: RescueOptions;
  readonly #hasSecret: boolean;
  count = 0;
  /** Pseudonyms that mean nobody under another key. */
  nameless = 0;
  /** Lines whose number is none. */
  garbled = 0;

  constructor(consent: ConsentStore, options: RescueOptions, hasSecret: boolean) {
    this.#consent = consent;
    this.#options = options;
    this.#hasSecret = hasSecret;
  }

  add(number: string, scope: string, said: Evidence): void {
    if (!isNumber(number) || scope === '') {
      this.garbled += 1;
      return;
    }
    if (isPseudonym(number) && !this.#hasSecret) {
      this.nameless += 1;
      return;
    }
    if (this.#consent.suppressionsOf(number).some((one) => one.scope === scope)) return;
    this.#consent.suppress(this.#append('opt_out', number, scope, said));
    this.count += 1;
  }

  lift(number: string, scope: string, said: Evidence): void {
    if (!isNumber(number) || (isPseudonym(number) && !this.#hasSecret)) return;
    this.#append('opt_in', number, scope, said);
    liftFrom(this.#consent, number, scope);
  }

  /** Without it the ledger would not say why the evidence of earlier events is gone. */
  erased(number: string, scope: string, said: Evidence): void {
    if (isPseudonym(number) && this.#hasSecret) this.#append('erased', number, scope, said);
  }

  #append(kind: ConsentKind, number: string, scope: string, said: Evidence) {
    const evidence: Evidence = {
      rescuedFrom: this.#options.file,
      ...said,
      ...(isPseudonym(number) && { pseudonym: true }),
    };
    const event = { kind, number, scope, source: 'import', evidence } as const;
    return this.#consent.append(event, this.#options.at);
  }
}

/** Whether all of the ledger could be read and is one chain; how many of its events were kept as they are. */
export function carryLedger(
  old: Sqlite,
  db: Sqlite,
  { consent, anew, keepChain }: { consent: ConsentStore; anew: NewOptOuts; keepChain: boolean },
): { readonly events: number; readonly isWhole: boolean } {
  const pseudonymOf = pseudonyms(db);
  const insert = db.prepare(`INSERT INTO consent_events (id, gateway, sequence, kind, number,
      pseudonym, scope, source, evidence, evidence_hash, created_at, previous_hash, hash)
    VALUES (@id, @gateway, @sequence, @kind, @number, @pseudonym, @scope, @source, @evidence,
      @evidenceHash, @createdAt, @previousHash, @hash)`);
  const heads = new Map<string, { sequence: number; hash: string }>();
  let events = 0;
  let isChain = keepChain;
  let isRead = true;
  for (const row of ledgerRows(old)) {
    if (row === undefined) {
      isRead = false;
      isChain = false;
      continue;
    }
    const head = heads.get(row.gateway) ?? { sequence: 0, hash: genesis };
    isChain &&= continues(row, head) && pseudonymOf(row.number) === row.pseudonym;
    if (isChain) {
      insert.run(row);
      heads.set(row.gateway, { sequence: row.sequence, hash: row.hash });
      events += 1;
      replay(consent, row);
    } else {
      enterAnew(anew, row);
    }
  }
  const isWhole = isRead && isChain && isTableSound(old, 'consent_events');
  return { events, isWhole };
}

function* ledgerRows(old: Sqlite): Generator<EventRow | undefined> {
  const lastRow = attempt(() =>
    old
      .prepare<[], number | null>(`SELECT max(rowid) FROM consent_events NOT INDEXED`)
      .pluck()
      .get(),
  );
  const readAfter = attempt(() =>
    old.prepare<[number, number], EventRow>(
      `SELECT ${eventColumns} FROM consent_events NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT ?`,
    ),
  );
  const readOne = attempt(() =>
    old.prepare<[number], EventRow>(
      `SELECT ${eventColumns} FROM consent_events NOT INDEXED WHERE rowid = ?`,
    ),
  );
  if (readAfter === undefined || readOne === undefined) {
    yield undefined;
    return;
  }
  yield* rowsOverGaps(
    (after, limit) => readAfter.all(after, limit),
    (row) => readOne.get(row),
    lastRow ?? undefined,
  );
}

function continues(row: EventRow, head: { sequence: number; hash: string }): boolean {
  return row.sequence === head.sequence + 1 && row.previousHash === head.hash && isGenuine(row);
}

/** Whether a row says what it said when it was written. */
function isGenuine(row: EventRow): boolean {
  const isErased = row.evidence === '{}' && isPseudonym(row.number);
  return hashOf(row) === row.hash && (isErased || evidenceHash(row.evidence) === row.evidenceHash);
}

/** What an event does to the list. */
function replay(consent: ConsentStore, row: EventRow): void {
  if (row.kind === 'opt_out') {
    const evidence: Evidence = {};
    const source = row.source as 'reply';
    consent.suppress({ ...row, source, evidence });
  } else if (row.kind === 'opt_in') {
    liftFrom(consent, row.number, row.scope);
  }
}

/** An event behind a break of the chain. Only what is whole in itself lifts an opt-out. */
function enterAnew(anew: NewOptOuts, row: EventRow): void {
  const { id, gateway, createdAt, source, evidence } = row;
  const said = { event: id, gateway, since: createdAt, was: source, evidence };
  if (row.kind === 'opt_out') anew.add(row.number, row.scope, said);
  else if (row.kind === 'opt_in' && isGenuine(row)) anew.lift(row.number, row.scope, said);
  else if (row.kind === 'erased' && isGenuine(row)) anew.erased(row.number, row.scope, said);
}

function liftFrom(consent: ConsentStore, number: string, scope: string): void {
  for (const standing of consent.suppressionsOf(number)) {
    if (scope === everything || standing.scope === scope) consent.lift(number, standing.scope);
  }
}

/** Damage may leave anything in the place of a number. */
function isNumber(text: unknown): text is string {
  return typeof text === 'string' && /^(?:\+[0-9]{3,15}|hmac:[0-9a-f]{64})$/u.test(text);
}
