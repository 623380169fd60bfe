/**
 * Whether `suppressions` is exactly what the ledger gives when it is played from its beginning. One
 * person after the other, so that it takes no more memory for a long list.
 */
import type { ConsentKind } from '../domain/consent.js';
import { everything } from '../domain/consent.js';
import type { LedgerFault } from '../domain/consent-store.js';
import { maskNumber } from '../domain/phone-number.js';
import type { Sqlite } from './connection.js';
import { isPseudonym } from './pseudonym.js';

interface Change {
  readonly gateway: string;
  readonly sequence: number;
  readonly id: string;
  readonly kind: ConsentKind;
  readonly number: string;
  readonly pseudonym: string;
  readonly scope: string;
  readonly source: string;
  readonly createdAt: string;
}

interface Line {
  readonly number: string;
  readonly scope: string;
  readonly since: string;
  readonly source: string;
  readonly eventId: string;
}

const lineColumns = 'number, scope, since, source, event_id AS eventId';
/** So many people are looked at in a step. */
const stepPeople = 500;

/** Each step gives a fault, or nothing. To be run in a transaction. */
export function* suppressionCheck(
  db: Sqlite,
  pseudonymOf: (number: string) => string,
): Generator<LedgerFault | undefined> {
  const selectChanges = db.prepare<[], Change>(
    `SELECT gateway, sequence, id, kind, number, pseudonym, scope, source, created_at AS createdAt
      FROM consent_events INDEXED BY consent_events_pseudonym ORDER BY pseudonym, rowid`,
  );
  const selectLines = db.prepare<[string, string], Line>(
    `SELECT ${lineColumns} FROM suppressions WHERE number IN (?, ?)`,
  );
  const countLines = db.prepare<[], number>(`SELECT count(*) FROM suppressions`).pluck();

  let explained = 0;
  let people = 0;
  for (const changes of byPerson(selectChanges.iterate())) {
    const pseudonym = changes[0]?.pseudonym ?? '';
    const number = changes.find((change) => !isPseudonym(change.number))?.number ?? pseudonym;
    const lines = selectLines.all(number, pseudonym);
    yield* compare(replay(changes), lines);
    explained += lines.length;
    people += 1;
    if (people % stepPeople === 0) yield undefined;
  }
  if (explained !== countLines.get()) yield* unexplained(db, pseudonymOf);
}

/** What stands of a person after their changes, by scope. */
function replay(changes: readonly Change[]): Map<string, Change> {
  const standing = new Map<string, Change>();
  for (const change of changes) {
    if (change.kind === 'opt_out') {
      if (!standing.has(change.scope)) standing.set(change.scope, change);
    } else if (change.kind === 'opt_in') {
      if (change.scope === everything) standing.clear();
      else standing.delete(change.scope);
    }
  }
  return standing;
}

function* compare(
  standing: ReadonlyMap<string, Change>,
  lines: readonly Line[],
): Generator<LedgerFault> {
  const seen = new Set<string>();
  for (const line of lines) {
    const event = standing.get(line.scope);
    if (event === undefined || seen.has(line.scope)) {
      yield extra(line);
      continue;
    }
    seen.add(line.scope);
    const changed = [
      line.since === event.createdAt ? undefined : 'since',
      line.source === event.source ? undefined : 'source',
      line.eventId === event.id ? undefined : 'event_id',
    ].filter((name) => name !== undefined);
    if (changed.length > 0) {
      yield {
        ...placeOf(event),
        problem: `the suppression list has another ${changed.join(', ')} for it (${shown(line)})`,
      };
    }
  }
  for (const event of standing.values()) {
    if (seen.has(event.scope)) continue;
    yield {
      ...placeOf(event),
      problem: `the suppression list lacks what it says: ${shown(event)} opted out`,
    };
  }
}

/** Lines of numbers of which the ledger has no event, or none under that name. */
function* unexplained(
  db: Sqlite,
  pseudonymOf: (number: string) => string,
): Generator<LedgerFault | undefined> {
  const selectEvent = db.prepare<[string, string], { found: number }>(
    `SELECT 1 AS found FROM consent_events WHERE pseudonym = ? AND ? IN (number, pseudonym) LIMIT 1`,
  );
  let lines = 0;
  for (const line of db.prepare<[], Line>(`SELECT ${lineColumns} FROM suppressions`).iterate()) {
    if (selectEvent.get(pseudonymOf(line.number), line.number) === undefined) yield extra(line);
    lines += 1;
    if (lines % stepPeople === 0) yield undefined;
  }
}

function extra(line: Line): LedgerFault {
  return {
    gateway: null,
    sequence: null,
    id: line.eventId,
    createdAt: line.since,
    problem: `the suppression list has a line that does not follow from the ledger: ${shown(line)}`,
  };
}

function placeOf({ gateway, sequence, id, createdAt }: Change) {
  return { gateway, sequence, id, createdAt };
}

function shown({ number, scope }: { readonly number: string; readonly scope: string }): string {
  const who = isPseudonym(number) ? `${number.slice(0, 13)}…` : maskNumber(number);
  return `${who}, scope ${JSON.stringify(scope)}`;
}

function* byPerson(changes: Iterable<Change>): Generator<readonly Change[]> {
  let person: Change[] = [];
  for (const change of changes) {
    if (person[0] !== undefined && person[0].pseudonym !== change.pseudonym) {
      yield person;
      person = [];
    }
    person.push(change);
  }
  if (person.length > 0) yield person;
}
