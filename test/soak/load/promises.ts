/**
 * Compares what the modems were handed, what the applications asked for and were told, and what the
 * database says, with the promises: nothing lost, nothing twice, nothing after a STOP. Reads only.
 */
import Database from 'better-sqlite3';
import type { SimulatedModem } from '../../../src/simulator/index.js';
import { decodePdu } from '../../../src/sms/index.js';
import type { LoadRun } from './load.js';
import { indexIn } from './people.js';

export interface Evidence {
  readonly database: string;
  readonly modems: readonly SimulatedModem[];
  readonly run: LoadRun;
  /** The ids of webhook requests, in order. */
  readonly told: readonly string[];
}

/** A part that the network took. */
interface Taken {
  readonly to: string;
  /** undefined: an answer to a reply. */
  readonly index: number | undefined;
  readonly sequence: number;
  readonly askedAt: Date;
}

/** Messages that something is left to do about, and texts that are not deleted from a modem. */
export const openMessages = (database: string): number =>
  count(
    database,
    `SELECT (SELECT count(*) FROM message_parts WHERE status IN ('queued', 'sending'))
      + (SELECT count(*) FROM received_pdus WHERE deleted_at IS NULL)
      + (SELECT count(*) FROM message_parts WHERE status = 'sent')`,
  );

export const waitingWebhooks = (database: string): number =>
  count(database, `SELECT count(*) FROM webhook_deliveries WHERE status = 'waiting'`);

/** Milliseconds from the announcement of each first STOP until it stood in the ledger. */
export function untilCommitted({ database, run }: Pick<Evidence, 'database' | 'run'>): number[] {
  const committed = rows<{ number: string; at: string }>(
    database,
    `SELECT number, min(created_at) AS at FROM consent_events WHERE kind = 'opt_out' GROUP BY number`,
  );
  return committed.flatMap(({ number, at }) => {
    const saidAt = run.stops.get(number)?.saidAt;
    return saidAt === undefined ? [] : [Date.parse(at) - saidAt.getTime()];
  });
}

/** What was broken, in words; nothing when all was kept. */
export function brokenPromises(evidence: Evidence): readonly string[] {
  const taken = evidence.modems.flatMap(takenBy);
  return [
    ...evidence.run.problems,
    ...onceEach(evidence, taken),
    ...nothingAfterStop(evidence, taken),
    ...stopsKept(evidence, taken),
    ...toldInOrder(evidence),
    ...toldWhole(evidence),
  ];
}

function takenBy(modem: SimulatedModem): readonly Taken[] {
  const { submits, commands } = modem.record;
  const asked = new Map(commands.map(({ sequence, at }) => [sequence, at]));
  return submits.map(({ hex, tpduLength, command, at }) => {
    const pdu = decodePdu(hex, { tpduLength, direction: 'to-network' });
    if (pdu instanceof Error || pdu.type !== 'submit') throw new Error(`no SUBMIT: ${hex}`);
    return {
      to: pdu.to.value,
      index: indexIn(pdu.text ?? ''),
      sequence: pdu.concat?.sequence ?? 1,
      askedAt: asked.get(command) ?? at,
    };
  });
}

/** Each part went once, or not at all where its message was canceled; and what was refused never. */
function* onceEach({ database, run }: Evidence, taken: readonly Taken[]): Generator<string> {
  const parts = rows<{ reference: string; id: string; sequence: number; status: string }>(
    database,
    `SELECT m.reference, m.id, p.sequence, p.status FROM message_parts p
      JOIN messages m ON m.id = p.message_id WHERE m.reference IS NOT NULL`,
  );
  const counts = tally(taken.map(({ index, sequence }) => `${index}/${sequence}`));
  const kept = new Map<string, string>();
  for (const { reference, id, sequence, status } of parts) {
    const went = counts.get(`${reference}/${sequence}`) ?? 0;
    const isRight = status === 'delivered' ? went === 1 : status === 'canceled' && went === 0;
    if (!isRight) yield `part ${reference}/${sequence} is ${status} and went ${went} times`;
    if ((kept.get(reference) ?? id) !== id) yield `message ${reference} is there twice`;
    kept.set(reference, id);
  }
  for (const [index, { status, id }] of run.posted) {
    const isKept = kept.get(String(index)) === id;
    if (!isKept) yield `message ${index}, answered ${status}, is kept as another`;
  }
  for (const { index, to } of taken) {
    if (index !== undefined && run.posted.get(index)?.to !== to) yield `${index} went to ${to}`;
  }
}

/**
 * None was begun after the API had told of the opt-out, and none claimed after it was committed. What a
 * modem was just being handed at that moment may go: that is why it is the beginning that counts.
 */
function* nothingAfterStop(
  { database, run }: Evidence,
  taken: readonly Taken[],
): Generator<string> {
  for (const { to, index, askedAt } of taken) {
    const stop = run.stops.get(to);
    if (index !== undefined && stop !== undefined && askedAt > stop.refusedAt)
      yield `message ${index} went to ${to} after the STOP`;
  }
  for (const [index, { to, askedMs, status }] of run.posted) {
    const stop = run.stops.get(to);
    if (status === 202 && stop !== undefined && askedMs > stop.refusedMs)
      yield `message ${index} to ${to} was taken after the STOP`;
  }
  const claimed = rows<{ id: string }>(
    database,
    `SELECT m.id FROM message_parts p JOIN messages m ON m.id = p.message_id
      JOIN suppressions s ON s.number = m.recipient
      WHERE m.answers_event_id IS NULL AND p.claimed_at > s.since`,
  );
  for (const { id } of claimed) yield `${id} was claimed after the STOP of its recipient`;
}

/** Each STOP stands in the ledger as often as it was said, on the list once, and was confirmed once. */
function* stopsKept({ database, run }: Evidence, taken: readonly Taken[]): Generator<string> {
  const listed = rows<{ number: string; events: number; entries: number }>(
    database,
    `SELECT number, count(*) AS events,
        (SELECT count(*) FROM suppressions s WHERE s.number = e.number) AS entries
      FROM consent_events e WHERE kind = 'opt_out' GROUP BY number`,
  );
  const found = new Map(listed.map((row) => [row.number, row]));
  const answers = tally(taken.filter(({ index }) => index === undefined).map(({ to }) => to));
  for (const [number, { times }] of run.stops) {
    const { events = 0, entries = 0 } = found.get(number) ?? {};
    if (events !== times) yield `${number} said STOP ${times} times, the ledger has ${events}`;
    if (entries !== 1) yield `${number} has ${entries} entries on the list`;
    if (answers.get(number) !== 1) yield `${number} got ${answers.get(number)} confirmations`;
    answers.delete(number);
  }
  if (listed.length !== run.stops.size)
    yield `${listed.length} people opted out, not ${run.stops.size}`;
  for (const number of answers.keys()) yield `${number} got an answer and had said nothing`;
  const said = [...run.stops.values()].reduce((sum, { times }) => sum + times, run.chatter);
  const inbound = count(database, 'SELECT count(*) FROM inbound');
  if (inbound !== said) yield `${said} texts came in, ${inbound} are kept`;
}

/** Each event was told at least once, and those about a number first in the order in which they were. */
function* toldInOrder({ database, told }: Evidence): Generator<string> {
  const first = new Map<string, number>();
  for (const [place, id] of told.entries()) if (!first.has(id)) first.set(id, place);
  const deliveries = rows<{ id: string; number: string; status: string }>(
    database,
    'SELECT id, number, status FROM webhook_deliveries ORDER BY sequence',
  );
  const last = new Map<string, number>();
  for (const { id, number, status } of deliveries) {
    const place = first.get(id);
    if (place === undefined || status !== 'done') yield `${id} is ${status}, told at ${place}`;
    else if (place < (last.get(number) ?? -1))
      yield `${id} was told before one about ${number} that came earlier`;
    last.set(number, place ?? -1);
  }
  if (first.size !== deliveries.length)
    yield `${first.size} events were told of ${deliveries.length}`;
}

/** All that happened was told: each text, each opt-out, and how each message ended. */
function* toldWhole({ database }: Evidence): Generator<string> {
  const untold = rows<{ what: string }>(
    database,
    `WITH told AS (SELECT event, subject, max(sequence) AS last FROM webhook_deliveries GROUP BY 1, 2)
      SELECT 'the text ' || id AS what FROM inbound
        WHERE id NOT IN (SELECT subject FROM told WHERE event = 'message.received')
      UNION ALL SELECT 'the opt-out ' || id FROM consent_events
        WHERE id NOT IN (SELECT subject FROM told WHERE event = 'consent.changed')
      UNION ALL SELECT 'that ' || m.id || ' is ' || m.status FROM messages m
        LEFT JOIN told t ON t.event = 'message.status' AND t.subject = m.id
        LEFT JOIN webhook_deliveries d ON d.sequence = t.last
        WHERE json_extract(d.payload, '$.data.status') IS NOT m.status`,
  );
  for (const { what } of untold) yield `${what} was never told`;
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function rows<Row>(database: string, sql: string): readonly Row[] {
  const db = new Database(database, { readonly: true });
  try {
    return db.prepare<[], Row>(sql).all();
  } finally {
    db.close();
  }
}

function count(database: string, sql: string): number {
  return Number(Object.values(rows<Record<string, number>>(database, sql)[0] ?? {})[0]);
}
