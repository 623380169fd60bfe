/**
 * Holds the modem's record against the database once all has come to rest: each part at most once,
 * each opt-out kept and confirmed once, nothing stuck. Knows how often the daemon was killed, and
 * allows for no more than so many kills explain.
 */
import type { Receiver } from '../../support/webhook-receiver.js';
import type { Daemon } from '../daemon.js';
import type { Rig } from '../rig.js';
import { until } from '../until.js';
import { isConfirmation, type Load } from './load.js';

export interface Scene {
  readonly rig: Rig;
  readonly load: Load;
  readonly receiver: Receiver;
  readonly kills: number;
}

/** How often the network may have a part of each status at the end. */
const takings: Readonly<Record<string, readonly number[]>> = {
  sent: [1],
  delivered: [1],
  unconfirmed: [0, 1],
  canceled: [0],
};

const unfinished = `SELECT 'message ' || id AS what FROM messages WHERE status IN ('queued', 'held', 'sending')
  UNION ALL SELECT 'part of ' || message_id FROM message_parts WHERE status IN ('queued', 'sending')
  UNION ALL SELECT 'delivery ' || id FROM webhook_deliveries WHERE status = 'waiting'
  UNION ALL SELECT 'PDU ' || id FROM received_pdus WHERE kind IS NULL OR (kind = 'deliver' AND inbound_id IS NULL)`;

/** Waits until nothing is left to be done; rejects with what is. */
export async function comeToRest({ rig, load }: Scene, daemon: Daemon): Promise<void> {
  await until('everything is posted', () => load.post(daemon));
  let left: readonly string[] = [];
  const isAtRest = () => {
    left = [
      ...rig.modem.stored.map(() => 'a message on the SIM'),
      ...rig.rows(unfinished).map(({ what }) => String(what)),
      ...[...load.stopped].filter((number) => !isSuppressed(rig, number)),
      ...[...load.talks.keys()].filter((number) => !hasWritten(rig, number)),
    ];
    return left.length === 0;
  };
  await until('all is at rest', isAtRest).catch((error: unknown) => {
    throw new Error(`${String(error)}; left: ${left.join(', ')}\n${daemon.log.slice(-3_000)}`);
  });
}

function isSuppressed(rig: Rig, number: string): boolean {
  return rig.rows(`SELECT 1 FROM suppressions WHERE number = '${number}'`).length > 0;
}

function hasWritten(rig: Rig, number: string): boolean {
  const whole = `SELECT 1 FROM inbound WHERE sender = '${number}' AND action IS NULL`;
  return rig.rows(whole).length > 0;
}

/** What is wrong, a line each. */
export function problemsOf(scene: Scene): readonly string[] {
  return [
    ...scene.load.problems,
    ...partProblems(scene),
    ...postProblems(scene),
    ...optOutProblems(scene),
    ...talkProblems(scene),
    ...webhookProblems(scene),
    ...fileProblems(scene),
  ];
}

function partProblems({ rig, kills }: Scene): string[] {
  const problems: string[] = [];
  const taken = new Map<string, number>();
  for (const { submit } of rig.handed) taken.set(submit.hex, (taken.get(submit.hex) ?? 0) + 1);
  const parts =
    rig.rows(`SELECT message_id || '/' || p.sequence AS id, p.status, p.pdu, m.status AS whole
    FROM message_parts p JOIN messages m ON m.id = p.message_id`);
  for (const { id, status, pdu, whole } of parts) {
    const times = taken.get(String(pdu)) ?? 0;
    taken.delete(String(pdu));
    if (takings[String(status)]?.includes(times) !== true) {
      problems.push(`${id} is ${status} (${whole}), and the modem was handed it ${times} times`);
    }
  }
  for (const hex of taken.keys()) problems.push(`the modem was handed what nobody queued: ${hex}`);
  const unconfirmed = parts.filter(({ status }) => status === 'unconfirmed').length;
  if (unconfirmed > kills)
    problems.push(`${unconfirmed} parts are unconfirmed after ${kills} kills`);
  return problems;
}

function postProblems({ rig, load }: Scene): string[] {
  const counts = new Map<unknown, unknown>(
    rig
      .rows('SELECT reference, count(*) AS count FROM messages GROUP BY reference')
      .map(({ reference, count }) => [reference, count]),
  );
  return load.posts.flatMap(({ reference, answer }) => {
    const count = counts.get(reference) ?? 0;
    return count === (answer === 'accepted' ? 1 : 0)
      ? []
      : [`${reference}: ${answer}, ${count} rows`];
  });
}

function optOutProblems({ rig, load }: Scene): string[] {
  const confirmed = rig.handed.filter(({ text }) => isConfirmation(text)).map(({ to }) => to);
  const stopped = [...load.stopped].sort();
  const numbers = (sql: string) => rig.rows(sql).map(({ number }) => String(number));
  const lists = {
    'events in the ledger': numbers(`SELECT number FROM consent_events WHERE kind = 'opt_out'`),
    'suppressed numbers': numbers('SELECT number FROM suppressions'),
    'received STOPs': numbers(`SELECT sender AS number FROM inbound WHERE action = 'opt_out'`),
    'queued confirmations': numbers(`SELECT m.recipient AS number FROM messages m
      JOIN consent_events e ON e.id = m.answers_event_id AND e.number = m.recipient`),
  };
  return [
    ...Object.entries(lists).flatMap(([what, list]) => differences(what, list.sort(), stopped)),
    ...confirmed
      .filter((number, index) => confirmed.indexOf(number) !== index)
      .map((number) => `${number} was told twice that it had opted out`),
    ...confirmed
      .filter((number) => !load.stopped.has(number))
      .map((number) => `${number} was told that it had opted out, and it had not`),
  ];
}

/** Each long text is joined once, whatever was between its parts. */
function talkProblems({ rig, load }: Scene): string[] {
  const inbound = rig.rows('SELECT sender, text, complete FROM inbound WHERE action IS NULL');
  const known = [...load.talks].flatMap(([number, text]) => {
    const texts = inbound.filter(({ sender }) => sender === number);
    const isRight = texts.length === 1 && texts[0]?.text === text && texts[0]?.complete === 1;
    return isRight ? [] : [`the text of ${number} came in as ${JSON.stringify(texts)}`];
  });
  const unknown = inbound.filter(({ sender }) => !load.talks.has(String(sender)));
  return [...known, ...unknown.map(({ sender }) => `${sender} wrote what nobody sent`)];
}

function differences(what: string, found: readonly string[], expected: readonly string[]) {
  return JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`${what}: ${found.join(' ')}; STOP was sent by ${expected.join(' ')}`];
}

/** Each event is told at least once, under one id, and again only where a kill explains it. */
function webhookProblems({ rig, receiver, kills }: Scene): string[] {
  const atOnce = 10;
  const bodies = new Map<string, Set<string>>();
  for (const { headers, body } of receiver.told) {
    const id = headers['webhook-id'] ?? '';
    bodies.set(id, (bodies.get(id) ?? new Set()).add(body));
  }
  const again = receiver.told.length - bodies.size;
  const events = rig.rows(`SELECT 'message.received ' || id AS event FROM inbound
    UNION ALL SELECT 'consent.changed ' || id FROM consent_events WHERE kind <> 'help'`);
  const told = [...bodies.values()].flatMap((one) =>
    [...one].map((body) => {
      const { type, data } = JSON.parse(body) as { type: string; data: Record<string, string> };
      return `${type} ${data.id ?? data.eventId}`;
    }),
  );
  return [
    ...[...bodies].flatMap(([id, one]) => (one.size === 1 ? [] : [`${id} was told differently`])),
    ...(again > kills * atOnce ? [`${again} webhooks were told again after ${kills} kills`] : []),
    ...events.flatMap(({ event }) => {
      const times = told.filter((one) => one === event).length;
      return times === 1 ? [] : [`${event} was told under ${times} ids`];
    }),
  ];
}

/** A kill may come after the modem let go of one that it stored and of one that it handed over. */
const letGoAtOnce = 2;

function fileProblems({ rig, kills }: Scene): string[] {
  const integrity = rig.rows('PRAGMA integrity_check').map((row) => String(row.integrity_check));
  const foreign = rig.rows('PRAGMA foreign_key_check').length;
  const kept = rig.rows('SELECT 1 FROM received_pdus WHERE deleted_at IS NULL').length;
  return [
    ...integrity.filter((line) => line !== 'ok'),
    ...(foreign > 0 ? [`${foreign} rows refer to nothing`] : []),
    ...(kept > kills * letGoAtOnce
      ? [`${kept} PDUs are thought to be on the SIM after ${kills} kills`]
      : []),
  ];
}
