/**
 * What has to hold between the tables of any state that a power cut leaves, each rule an SQL query
 * that finds the offenders. Knows nothing of how the state came about.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type PartStatus, statusOfParts } from '../../../src/domain/message.js';
import { databaseFile } from '../../../src/store/database.js';
import { openStore } from '../../../src/store/store.js';

export interface Finding {
  readonly problems: readonly string[];
  /** Events in the ledger. */
  readonly events: number;
}

/** Of each kind, rows that should not be; a column `what` names them. */
const offenders: Readonly<Record<string, string>> = {
  'suppressed without an opt-out in the ledger': `SELECT number AS what FROM suppressions s
    WHERE NOT EXISTS (SELECT 1 FROM consent_events e WHERE e.id = s.event_id AND e.kind = 'opt_out'
      AND e.number = s.number AND e.scope = s.scope)`,
  'opted out and not suppressed': `SELECT e.id AS what FROM consent_events e WHERE e.kind = 'opt_out'
    AND NOT EXISTS (SELECT 1 FROM consent_events l
      WHERE l.number = e.number AND l.kind = 'opt_in' AND l.sequence > e.sequence)
    AND NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.number = e.number AND s.scope = e.scope)`,
  'opted out by a reply that is not there': `SELECT id AS what FROM consent_events
    WHERE source = 'reply' AND evidence ->> 'inbound' NOT IN (SELECT id FROM inbound)`,
  'a reply that should have left an event': `SELECT id AS what FROM inbound
    WHERE action IN ('opt_out', 'opt_in')
      AND id NOT IN (SELECT evidence ->> 'inbound' FROM consent_events WHERE source = 'reply')`,
  'a PDU that was not acted on': `SELECT id AS what FROM received_pdus
    WHERE kind IS NULL OR (kind = 'deliver' AND part_total IS NULL AND inbound_id IS NULL)`,
  'an opt-out by reply without its confirmation': `SELECT id AS what FROM consent_events
    WHERE kind = 'opt_out' AND source = 'reply'
      AND id NOT IN (SELECT answers_event_id FROM messages WHERE answers_event_id IS NOT NULL)`,
  'an answer without what it answers': `SELECT m.id AS what FROM messages m WHERE answers_event_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM consent_events e WHERE e.id = m.answers_event_id
      AND e.kind IN ('opt_out', 'help') AND e.number = m.recipient)`,
  'queued for who opted out': `SELECT m.id AS what FROM messages m JOIN suppressions s
      ON s.number = m.recipient AND s.scope = '*'
    WHERE m.status IN ('queued', 'held') AND m.answers_event_id IS NULL`,
  'a message without all of its parts': `SELECT id AS what FROM messages m
    WHERE part_count <> (SELECT count(*) FROM message_parts p WHERE p.message_id = m.id)`,
  'an event that nobody is told of': `SELECT subject AS what FROM (SELECT id AS subject FROM inbound
      UNION SELECT id FROM consent_events WHERE kind IN ('opt_out', 'opt_in'))
    WHERE subject NOT IN (SELECT subject FROM webhook_deliveries)`,
  'told of what did not happen': `SELECT id AS what FROM webhook_deliveries WHERE payload IS NULL
    OR subject NOT IN (SELECT id FROM inbound UNION SELECT id FROM messages UNION SELECT id FROM consent_events)`,
};

/** Opens `dataDir` as the product does, lets it check its ledger, and looks at every table. */
export function examine(dataDir: string): Finding {
  const store = openStore({ dataDir, gatewayName: 'test', newEventId: () => 'ev_new' });
  let ledger: readonly string[];
  let events: number;
  try {
    const check = store.ledger.check(new Set());
    let step = check.next();
    while (step.done !== true) step = check.next();
    ledger = step.value.faults.map(({ id, problem }) => `${id}: ${problem}`);
    events = step.value.events;
  } finally {
    store.close();
  }
  const db = new Database(join(dataDir, databaseFile), { readonly: true });
  try {
    return { problems: [...ledger, ...fileProblems(db), ...tableProblems(db)], events };
  } finally {
    db.close();
  }
}

/** Whether `sql` finds a row in the state that `dataDir` holds. */
export function holds(dataDir: string, sql: string): boolean {
  const db = new Database(join(dataDir, databaseFile), { readonly: true });
  try {
    return db.prepare(sql).get() !== undefined;
  } finally {
    db.close();
  }
}

function fileProblems(db: Database.Database): string[] {
  const integrity = db.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  return [
    ...integrity.filter((line) => line !== 'ok'),
    ...db
      .prepare('PRAGMA foreign_key_check')
      .all()
      .map((row) => JSON.stringify(row)),
  ];
}

function tableProblems(db: Database.Database): string[] {
  const found = Object.entries(offenders).flatMap(([rule, sql]) =>
    db
      .prepare<[], { what: unknown }>(sql)
      .all()
      .map(({ what }) => `${rule}: ${what}`),
  );
  const messages = db
    .prepare<[], { id: string; status: string; parts: string }>(
      `SELECT m.id, m.status, group_concat(p.status) AS parts FROM messages m
        JOIN message_parts p ON p.message_id = m.id WHERE m.status <> 'held' GROUP BY m.id`,
    )
    .all();
  const disagreeing = messages.filter(
    ({ status, parts }) => statusOfParts(parts.split(',') as PartStatus[]) !== status,
  );
  return [
    ...found,
    ...disagreeing.map(({ id, status, parts }) => `${id} is ${status}, its parts ${parts}`),
  ];
}
