/**
 * The queue within `messages` and `message_parts`: what a modem takes next, and what waits for whom.
 * Each question is answered from an index, however long the queue is. A lane is an opaque word here:
 * which modem may take it is the router's affair.
 */
import { answerPriority } from '../domain/message.js';
import type { MessageQueue, NextDue, QueuedPart } from '../domain/message-store.js';
import type { Sqlite } from './connection.js';

/** A part with what its gate-keeper must know of its message; a WHERE clause is to follow. */
export const queuedPart = `SELECT p.message_id AS messageId, p.sequence, p.pdu AS hex, p.tpdu_length AS tpduLength,
    p.status, p.attempts, m.recipient AS "to", m.campaign, m.category, m.priority, m.lane,
    m.modem AS begunBy, m.answers_event_id AS answersEventId, m.expires_at AS expiresAt
  FROM message_parts p JOIN messages m ON m.id = p.message_id`;

interface Candidate {
  readonly id: string;
  readonly row: number;
  readonly priority: number;
  readonly dueAt: string;
}

interface Routed {
  readonly id: string;
  readonly to: string;
  readonly campaign: string;
  readonly modem: string | null;
  readonly lane: string;
}

export function messageQueue(db: Sqlite): MessageQueue {
  const selectBegun = db.prepare<[string, string, number, string], QueuedPart>(`${queuedPart}
    WHERE m.status = 'sending' AND m.modem = ? AND p.status = 'queued' AND m.due_at <= ? AND m.priority >= ?
      AND (m.expires_at IS NULL OR m.created_at >= ?)
    ORDER BY m.priority DESC, m.rowid, p.sequence LIMIT 1`);
  const selectNextLane = db
    .prepare<[string], string | null>(
      `SELECT min(lane) FROM messages WHERE status = 'queued' AND lane > ?`,
    )
    .pluck();
  const selectNextPriority = db
    .prepare<[string, number], number | null>(
      `SELECT max(priority) FROM messages WHERE status = 'queued' AND lane = ? AND priority < ?`,
    )
    .pluck();
  const selectFirst = db.prepare<[string, number, string, string], Candidate>(
    `SELECT id, rowid AS row, priority, due_at AS dueAt FROM messages
      WHERE status = 'queued' AND lane = ? AND priority = ? AND due_at <= ?
        AND (expires_at IS NULL OR created_at >= ?) ORDER BY due_at, rowid LIMIT 1`,
  );
  const selectFirstPart = db.prepare<[string], QueuedPart>(`${queuedPart}
    WHERE p.message_id = ? AND p.status = 'queued' ORDER BY p.sequence LIMIT 1`);
  const selectNextDue = db
    .prepare<[], string | null>(`SELECT min(due) FROM (
      SELECT min(due_at) AS due FROM messages WHERE status = 'queued'
      UNION ALL
      SELECT min(m.due_at) FROM messages m WHERE m.status = 'sending' AND EXISTS
        (SELECT 1 FROM message_parts p WHERE p.message_id = m.id AND p.status = 'queued'))`)
    .pluck();
  const claimPart =
    db.prepare(`UPDATE message_parts SET status = 'sending', modem = @modem, attempts = attempts + 1,
      changed_at = @at, claimed_at = @at
    WHERE message_id = @messageId AND sequence = @sequence AND status = 'queued'`);
  const claimMessage = db.prepare(
    `UPDATE messages SET status = 'sending', modem = ? WHERE id = ? AND status IN ('queued', 'sending')`,
  );
  const selectClaimed = db.prepare<[], QueuedPart>(`${queuedPart} WHERE p.status = 'sending'`);
  const updateLane = db.prepare(`UPDATE messages SET lane = ? WHERE id = ? AND status = 'queued'`);
  const selectRouted = db.prepare<[], Routed>(
    `SELECT id, recipient AS "to", campaign, wanted_modem AS modem, lane FROM messages WHERE status = 'queued'`,
  );
  const selectLastWriter = db
    .prepare<[string, string, string], string>(
      `SELECT modem FROM messages WHERE recipient = ? AND campaign = ? AND modem IS NOT NULL
        AND created_at >= ? AND status IN ('sending', 'sent', 'delivered', 'undelivered', 'unconfirmed')
      ORDER BY rowid DESC LIMIT 1`,
    )
    .pluck();
  const selectClaimTimes = db
    .prepare<[string, string], string>(
      `SELECT claimed_at FROM message_parts WHERE modem = ? AND claimed_at >= ?
      ORDER BY claimed_at DESC LIMIT 1000`,
    )
    .pluck();
  const selectOverdue = db
    .prepare<[string], string>(
      `SELECT id FROM messages m WHERE expires_at <= ? AND status IN ('queued', 'held', 'sending')
        AND EXISTS (SELECT 1 FROM message_parts p WHERE p.message_id = m.id AND p.status = 'queued')
      LIMIT 100`,
    )
    .pluck();
  const selectByLane = db.prepare<[], { lane: string; messages: number }>(
    `SELECT lane, count(*) AS messages FROM messages WHERE status = 'queued' GROUP BY lane`,
  );
  const selectByModem = db.prepare<[], { modem: string; messages: number }>(
    `SELECT modem, count(*) AS messages FROM messages WHERE status = 'sending' GROUP BY modem`,
  );
  const countQueued = db
    .prepare<[], number>(`SELECT count(*) FROM messages WHERE status = 'queued'`)
    .pluck();

  /** The lanes of which something is queued: one look at the index each. */
  function* lanes(): Generator<string> {
    yield '';
    for (let lane = selectNextLane.get(''); lane != null; lane = selectNextLane.get(lane)) {
      yield lane;
    }
  }

  /** Looks at one priority after the other: what is due later must not be walked through. */
  function firstOf(
    lane: string,
    { now, doubtSince = '' }: NextDue,
    least: number,
  ): Candidate | undefined {
    let priority = selectNextPriority.get(lane, answerPriority + 1);
    while (priority != null && priority >= least) {
      const first = selectFirst.get(lane, priority, now, doubtSince);
      if (first) return first;
      priority = selectNextPriority.get(lane, priority);
    }
    return undefined;
  }

  function firstNew(asked: NextDue, least: number): Candidate | undefined {
    let first: Candidate | undefined;
    for (const lane of lanes()) {
      if (!asked.mayTake(lane)) continue;
      const candidate = firstOf(lane, asked, first?.priority ?? least);
      if (candidate && (!first || goesBefore(candidate, first))) first = candidate;
    }
    return first;
  }

  return {
    nextDue(asked) {
      const begun = selectBegun.get(
        asked.modem,
        asked.now,
        asked.leastPriority,
        asked.doubtSince ?? '',
      );
      if (begun?.priority === answerPriority) return begun;
      const first = firstNew(asked, begun ? answerPriority : asked.leastPriority);
      return first ? selectFirstPart.get(first.id) : begun;
    },

    nextDueAt: () => selectNextDue.get() ?? undefined,

    claim(part, modem, at) {
      const { messageId, sequence } = part;
      const changes =
        claimPart.run({ modem, at, messageId, sequence }).changes +
        claimMessage.run(modem, messageId).changes;
      if (changes !== 2) {
        throw new Error(`part ${sequence} of ${messageId} is not queued any more`);
      }
    },

    claimedParts: () => selectClaimed.all(),

    setLane(messageId, lane) {
      updateLane.run(lane, messageId);
    },

    reroute(laneOf) {
      const moved: { id: string; lane: string }[] = [];
      for (const message of selectRouted.iterate()) {
        const lane = laneOf(message);
        if (lane !== message.lane) moved.push({ id: message.id, lane });
      }
      for (const { id, lane } of moved) updateLane.run(lane, id);
      return moved.length;
    },

    lastWriter: (to, campaign, since) => selectLastWriter.get(to, campaign, since),

    claimTimes: (modem, since) => selectClaimTimes.all(modem, since).reverse(),

    overdue: (now) => selectOverdue.all(now),

    queuedByLane: () => selectByLane.all(),

    begunByModem: () => selectByModem.all(),

    countQueued: () => countQueued.get() ?? 0,
  };
}

function goesBefore(one: Candidate, other: Candidate): boolean {
  if (one.priority !== other.priority) return one.priority > other.priority;
  if (one.dueAt !== other.dueAt) return one.dueAt < other.dueAt;
  return one.row < other.row;
}
