/**
 * The ledger as evidence: a person's history, and whether nothing was changed, taken out or put in.
 * What an event's hash covers stands in ledger-chain.ts; the list that follows from it is looked at
 * in suppression-check.ts.
 */
import type { ConsentEvent, Evidence } from '../domain/consent.js';
import type { LedgerFault, LedgerState, LedgerStore } from '../domain/consent-store.js';
import type { Sqlite } from './connection.js';
import { evidenceHash, genesis, hashOf } from './ledger-chain.js';
import { pageOf, rowBelow } from './page.js';
import { isPseudonym, pseudonyms } from './pseudonym.js';
import { suppressionCheck } from './suppression-check.js';

/** An event with everything that is kept of it. */
interface LedgerRow extends Omit<ConsentEvent, 'evidence'> {
  readonly row: number;
  readonly pseudonym: string;
  /** JSON, as it was written. */
  readonly evidence: string;
  readonly evidenceHash: string;
}

interface Chain {
  events: number;
  head: string;
}

const columns = `rowid AS row, id, gateway, sequence, kind, number, pseudonym, scope, source, evidence,
  evidence_hash AS evidenceHash, created_at AS createdAt, previous_hash AS previousHash, hash`;
/** So many rows are looked at in a step. */
const stepRows = 100;
const shownFaults = 20;

export function ledgerStore(db: Sqlite): LedgerStore {
  const pseudonymOf = pseudonyms(db);
  const count = db.prepare<[], number>(`SELECT count(*) FROM consent_events`).pluck();
  const selectAfter = db.prepare<[number, number], LedgerRow>(
    `SELECT ${columns} FROM consent_events WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  const selectHistory = db.prepare<[string, number, number], LedgerRow>(
    `SELECT ${columns} FROM consent_events WHERE pseudonym = ? AND rowid < ?
      ORDER BY rowid DESC LIMIT ?`,
  );
  const selectErased = db.prepare<[string, number], { found: number }>(
    `SELECT 1 AS found FROM consent_events WHERE pseudonym = ? AND kind = 'erased' AND rowid > ? LIMIT 1`,
  );
  const wasErased = (pseudonym: string, sinceRow: number) =>
    selectErased.get(pseudonym, sinceRow) !== undefined;

  /** What is wrong with a row that comes after those of `chain`; undefined: nothing. */
  function problemOf(row: LedgerRow, chain: Chain): string | undefined {
    const expected = chain.events + 1;
    if (row.sequence > expected) {
      const missing = row.sequence - expected;
      return missing === 1
        ? `the event before it, sequence ${expected}, is missing`
        : `the ${missing} events before it, sequence ${expected} to ${row.sequence - 1}, are missing`;
    }
    if (row.sequence < expected) {
      return `it is not in its place: sequence ${expected} should stand here`;
    }
    if (row.previousHash !== chain.head) {
      return expected === 1
        ? 'it is the first of its chain, and its previous_hash says that one was before it'
        : 'its previous_hash is not the hash of the event before it: it was put there, or one of both was changed';
    }
    if (row.hash !== hashOf(row)) return 'its hash does not fit what it says: it was changed';
    return erasableProblem(row);
  }

  /** Number and evidence, which the hash covers by a pseudonym and a hash so that both can be erased. */
  function erasableProblem(row: LedgerRow): string | undefined {
    if (pseudonymOf(row.number) !== row.pseudonym) return 'its number was changed';
    const isNumberGone = isPseudonym(row.number);
    if (evidenceHash(row.evidence) === row.evidenceHash) {
      const isRight =
        !isNumberGone || row.kind === 'erased' || wasErased(row.pseudonym, 0) || isOfPseudonym(row);
      return isRight
        ? undefined
        : 'its number was taken out, and no event says that the person was erased';
    }
    if (row.evidence !== '{}') return 'its evidence was changed';
    return isNumberGone && row.kind !== 'erased' && wasErased(row.pseudonym, row.row)
      ? undefined
      : 'its evidence was taken out, and no later event says that the person was erased';
  }

  function* walk(hashes: ReadonlySet<string>): Generator<number, LedgerState> {
    const chains = new Map<string, Chain>();
    const found = new Set<string>();
    const faults: LedgerFault[] = [];
    let faultCount = 0;
    let events = 0;
    const state = (): LedgerState => ({
      events,
      chains: [...chains].map(([gateway, chain]) => ({ gateway, ...chain })),
      faults,
      faultCount,
      found,
    });

    for (let last = 0; ; ) {
      const rows = selectAfter.all(last, stepRows);
      for (const row of rows) {
        const chain = chains.get(row.gateway) ?? { events: 0, head: genesis };
        const problem = problemOf(row, chain);
        if (problem !== undefined) {
          const { gateway, sequence, id, createdAt } = row;
          faults.push({ gateway, sequence, id, createdAt, problem });
          faultCount = 1;
          return state();
        }
        chain.events += 1;
        chain.head = row.hash;
        chains.set(row.gateway, chain);
        if (hashes.has(row.hash)) found.add(row.hash);
        events += 1;
        last = row.row;
      }
      if (rows.length === 0) break;
      yield events;
    }
    for (const step of suppressionCheck(db, pseudonymOf)) {
      if (step !== undefined) {
        faultCount += 1;
        if (faults.length < shownFaults) faults.push(step);
      }
      yield events;
    }
    return state();
  }

  return {
    countEvents: () => count.get() ?? 0,

    *check(hashes) {
      // Of a deferred transaction every read sees what the first one saw.
      db.exec('BEGIN');
      try {
        return yield* walk(hashes);
      } finally {
        db.exec('COMMIT');
      }
    },

    history(number, request) {
      const rows = selectHistory.all(
        pseudonymOf(number),
        rowBelow(request.cursor),
        request.limit + 1,
      );
      return pageOf(
        rows,
        request.limit,
        ({ row: _row, pseudonym: _pseudonym, evidenceHash: _hash, ...event }) => ({
          ...event,
          evidence: JSON.parse(event.evidence) as Evidence,
        }),
      );
    },
  };
}

/** A line of a list that named a pseudonym when it was imported. */
function isOfPseudonym(row: LedgerRow): boolean {
  const evidence: unknown = JSON.parse(row.evidence);
  return (
    row.source === 'import' &&
    typeof evidence === 'object' &&
    evidence !== null &&
    'pseudonym' in evidence &&
    evidence.pseudonym === true
  );
}
