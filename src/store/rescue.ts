/**
 * Carries consent over from a damaged database to a new one: the ledger with its hashes as far as its
 * chain holds, and whoever else was suppressed as new events that say where they come from. What is
 * doubtful counts as an opt-out. Reads the damaged file and never writes it.
 */
import Database from 'better-sqlite3';
import type { ConsentKind, Evidence } from '../domain/consent.js';
import { everything } from '../domain/consent.js';
import type { ConsentStore } from '../domain/consent-store.js';
import { consentStore } from './consent.js';
import type { Sqlite } from './database.js';
import { type ChainedEvent, evidenceHash, genesis, hashOf } from './ledger-chain.js';
import { isPseudonym, pseudonyms } from './pseudonym.js';
import { attempt, rowsForwards, rowsOverGaps } from './readable-rows.js';
import { isTableSound } from './soundness.js';

export interface Rescued {
  /** Events of the ledger with their hashes. */
  readonly events: number;
  /** People who were suppressed anew, by an event that says so. */
  readonly suppressedAnew: number;
  /** What the new suppression list has. */
  readonly suppressions: number;
  readonly optOutLinks: number;
  readonly apiKeys: number;
  /** What of consent could not be read, one sentence each; none: nobody's opt-out is lost. */
  readonly losses: readonly string[];
}

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

interface ListRow {
  readonly number: string;
  readonly scope: string;
  readonly since: string;
  readonly source: string;
  readonly eventId: string;
}

const eventColumns = `rowid AS row, id, gateway, sequence, kind, number, pseudonym, scope, source,
  evidence, evidence_hash AS evidenceHash, created_at AS createdAt, previous_hash AS previousHash, hash`;
const listColumns = 'number, scope, since, source, event_id AS eventId';

/** Fills `db`, which is new. To be called in a transaction. */
export function rescueConsent(old: Sqlite, db: Sqlite, options: RescueOptions): Rescued {
  const losses: string[] = [];
  const hasSecret = carrySecret(old, db);
  const consent = consentStore(db, options.gatewayName, options.newEventId);
  const anew = new NewOptOuts(consent, options, hasSecret);

  const ledger = carryLedger(old, db, { consent, anew, keepChain: options.keepChain && hasSecret });
  const isListWhole = carryList(old, anew);
  if (!isListWhole && !ledger.isWhole) {
    losses.push('a part of the suppression list, and a part of the ledger that would tell of it');
  }
  if (!carryReviews(old, anew)) losses.push('replies that waited for a person to decide');
  if (anew.nameless > 0) {
    losses.push(
      `${anew.nameless} opt-outs of people who were erased: the key of their pseudonyms cannot be read`,
    );
  }
  copyTable(old, db, 'idempotency_keys');
  return {
    events: ledger.events,
    suppressedAnew: anew.count,
    suppressions: consent.count(),
    optOutLinks: hasSecret ? copyTable(old, db, 'optout_links') : 0,
    apiKeys: copyTable(old, db, 'api_keys'),
    losses,
  };
}

/** Opt-outs that enter the new ledger as events of their own. */
class NewOptOuts {
  readonly #consent: ConsentStore;
  readonly #options: RescueOptions;
  readonly #hasSecret: boolean;
  count = 0;
  /** Pseudonyms that mean nobody under another key. */
  nameless = 0;

  constructor(consent: ConsentStore, options: RescueOptions, hasSecret: boolean) {
    this.#consent = consent;
    this.#options = options;
    this.#hasSecret = hasSecret;
  }

  add(number: string, scope: string, said: Evidence): void {
    if (!isNumber(number) || scope === '') return;
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

/** Pseudonyms and links are made with it; without it they mean nothing. */
function carrySecret(old: Sqlite, db: Sqlite): boolean {
  const secret = attempt(() =>
    old.prepare<[], unknown>(`SELECT value FROM gateway WHERE key = 'secret'`).pluck().get(),
  );
  if (typeof secret !== 'string' || !/^[0-9a-f]{64}$/u.test(secret)) return false;
  db.prepare(`INSERT INTO gateway (key, value) VALUES ('secret', ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`).run(secret);
  return true;
}

function carryLedger(
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

/** Whether the list was read to its end. */
function carryList(old: Sqlite, anew: NewOptOuts): boolean {
  const take = ({ number, scope, since, source, eventId }: ListRow) =>
    anew.add(number, scope, { event: eventId, since, was: source });
  const reader = (order: 'ASC' | 'DESC') => {
    const beyond = order === 'ASC' ? '>' : '<';
    const select = attempt(() =>
      old.prepare<[string, string, number], ListRow>(
        `SELECT ${listColumns} FROM suppressions WHERE (number, scope) ${beyond} (?, ?)
          ORDER BY number ${order}, scope ${order} LIMIT ?`,
      ),
    );
    // Behind every number and pseudonym.
    const start = order === 'ASC' ? '' : '\u{10ffff}';
    return (last: ListRow | undefined, limit: number) =>
      select?.all(last?.number ?? start, last?.scope ?? start, limit) ?? [];
  };
  const forwards = rowsForwards(reader('ASC'));
  let next = forwards.next();
  for (; !next.done; next = forwards.next()) take(next.value);
  if (next.value && isTableSound(old, 'suppressions')) return true;
  for (const row of rowsForwards(reader('DESC'))) take(row);
  return false;
}

/** Whoever may have opted out did: nobody will look at the reply any more. Whether all were read. */
function carryReviews(old: Sqlite, anew: NewOptOuts): boolean {
  const open = attempt(() =>
    old
      .prepare<[], { id: string; number: string; rule: string }>(
        `SELECT id, number, rule FROM reviews NOT INDEXED WHERE decision IS NULL`,
      )
      .all(),
  );
  for (const { id, number, rule } of open ?? []) {
    anew.add(number, everything, { review: id, rule, undecided: true });
  }
  return open !== undefined;
}

/** Copies rows as they are, as far as they go; how many. */
function copyTable(old: Sqlite, db: Sqlite, table: string): number {
  const columns = db.prepare<[], { name: string }>(`PRAGMA table_info(${table})`).all();
  const names = columns.map(({ name }) => name).join(', ');
  const insert = db.prepare(
    `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
  );
  let count = 0;
  for (const row of untilUnreadable(old, `SELECT ${names} FROM ${table}`)) {
    try {
      count += insert.run(row).changes;
    } catch (error) {
      // Damage may leave anything in a column; what has no place in the table is left out.
      const isMisfit =
        error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
      if (!isMisfit) throw error;
    }
  }
  return count;
}

function* untilUnreadable(old: Sqlite, sql: string): Generator<unknown[]> {
  const rows = attempt(() => old.prepare<[], unknown[]>(sql).raw().iterate());
  for (;;) {
    const next = attempt(() => rows?.next());
    if (next === undefined || next.done) return;
    yield next.value;
  }
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
