/**
 * Carries consent over from a damaged database to a new one: the ledger with its hashes as far as its
 * chain holds, and whoever else was suppressed as new events that say where they come from. What is
 * doubtful counts as an opt-out. Reads the damaged file and never writes it.
 */
import Database from 'better-sqlite3';
import { everything } from '../domain/consent.js';
import type { Sqlite } from './connection.js';
import { consentStore } from './consent.js';
import { isTableSound } from './integrity.js';
import { attempt, rowsForwards } from './readable-rows.js';
import { carryLedger, NewOptOuts, type RescueOptions } from './rescued-ledger.js';

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

interface ListRow {
  readonly number: string;
  readonly scope: string;
  readonly since: string;
  readonly source: string;
  readonly eventId: string;
}

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
  if (anew.garbled > 0) losses.push(`${anew.garbled} opt-outs whose number is none any more`);
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
