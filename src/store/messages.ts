/**
 * `messages` and `message_parts`: the queue. Each method is one statement or one transaction; the
 * order of events (check, claim, settle) is the sender's.
 */
import {
  type Category,
  type Message,
  type MessageError,
  type MessageStatus,
  mayFollow,
  type PartStatus,
  statusOfParts,
} from '../domain/message.js';
import type {
  MessageFilter,
  MessageStore,
  NewMessage,
  Page,
  PartChange,
  QueuedPart,
} from '../domain/ports.js';
import type { Sqlite } from './database.js';
import { pageOf, rowBelow } from './page.js';

interface MessageRow {
  row: number;
  id: string;
  recipient: string;
  text: string | null;
  status: MessageStatus;
  campaign: string;
  category: Category;
  encoding: 'gsm7' | 'ucs2';
  part_count: number;
  modem: string | null;
  reference: string | null;
  error_code: string | null;
  error_message: string | null;
  created_at: string;
  send_at: string | null;
  sent_at: string | null;
  delivered_at: string | null;
}

const messageColumns = `rowid AS row, id, recipient, text, status, campaign, category, encoding, part_count,
  coalesce(modem, wanted_modem) AS modem, reference, error_code, error_message, created_at, send_at,
  sent_at, delivered_at`;

const queuedPart = `SELECT p.message_id AS messageId, p.sequence, p.pdu AS hex, p.tpdu_length AS tpduLength,
    p.status, p.attempts, m.recipient AS "to", m.campaign, m.category,
    m.answers_event_id AS answersEventId, m.expires_at AS expiresAt
  FROM message_parts p JOIN messages m ON m.id = p.message_id`;

function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    to: row.recipient,
    text: row.text,
    status: row.status,
    campaign: row.campaign,
    category: row.category,
    encoding: row.encoding,
    parts: row.part_count,
    modem: row.modem,
    reference: row.reference,
    error:
      row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
    createdAt: row.created_at,
    sendAt: row.send_at,
    sentAt: row.sent_at,
    deliveredAt: row.delivered_at,
  };
}

export function messageStore(db: Sqlite): MessageStore {
  const insertMessage =
    db.prepare(`INSERT INTO messages (id, recipient, text, status, campaign, category,
      language, encoding, part_count, priority, wanted_modem, reference, answers_event_id, created_at, send_at,
      due_at, expires_at)
    VALUES (@id, @to, @text, 'queued', @campaign, @category, @language, @encoding, @partCount, @priority,
      @modem, @reference, @answersEventId, @createdAt, @sendAt, @dueAt, @expiresAt)`);
  const insertPart =
    db.prepare(`INSERT INTO message_parts (message_id, sequence, status, pdu, tpdu_length, changed_at)
    VALUES (?, ?, 'queued', ?, ?, ?)`);
  const selectMessage = db.prepare<[string], MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE id = ?`,
  );
  const selectBegun = db.prepare<[string, string], QueuedPart>(`${queuedPart}
    WHERE m.status = 'sending' AND m.modem = ? AND p.status = 'queued' AND m.due_at <= ?
    ORDER BY m.rowid, p.sequence LIMIT 1`);
  const selectNew = db.prepare<[string, string], { id: string }>(`SELECT id FROM messages
    WHERE status = 'queued' AND due_at <= ? AND (wanted_modem IS NULL OR wanted_modem = ?)
    ORDER BY priority DESC, due_at, rowid LIMIT 1`);
  const selectFirstPart = db.prepare<[string], QueuedPart>(`${queuedPart}
    WHERE p.message_id = ? AND p.status = 'queued' ORDER BY p.sequence LIMIT 1`);
  const selectNextDue = db.prepare<[], { due: string | null }>(`SELECT min(due) AS due FROM (
      SELECT min(due_at) AS due FROM messages WHERE status = 'queued'
      UNION ALL
      SELECT min(m.due_at) FROM messages m WHERE m.status = 'sending' AND EXISTS
        (SELECT 1 FROM message_parts p WHERE p.message_id = m.id AND p.status = 'queued'))`);
  const selectPart = db.prepare<[string, number], QueuedPart>(
    `${queuedPart} WHERE p.message_id = ? AND p.sequence = ?`,
  );
  const claimPart =
    db.prepare(`UPDATE message_parts SET status = 'sending', modem = ?, attempts = attempts + 1,
      changed_at = ? WHERE message_id = ? AND sequence = ? AND status = 'queued'`);
  const claimMessage = db.prepare(
    `UPDATE messages SET status = 'sending', modem = ? WHERE id = ? AND status IN ('queued', 'sending')`,
  );
  const updatePart = db.prepare(`UPDATE message_parts SET status = @status, changed_at = @at,
      error_code = @errorCode, attempts = attempts - @uncounted, modem = coalesce(@modem, modem),
      modem_reference = coalesce(@modemReference, modem_reference)
    WHERE message_id = @messageId AND sequence = @sequence`);
  const selectPartStatuses = db.prepare<[string], { status: PartStatus }>(
    `SELECT status FROM message_parts WHERE message_id = ?`,
  );
  // Queued again as a whole, it is for any modem again.
  const updateMessage = db.prepare(`UPDATE messages SET status = @status,
      modem = CASE WHEN @status = 'queued' THEN NULL ELSE modem END,
      error_code = @errorCode, error_message = @errorMessage, due_at = coalesce(@dueAt, due_at),
      sent_at = CASE WHEN @status IN ('sent', 'delivered', 'undelivered') THEN coalesce(sent_at, @at) ELSE sent_at END,
      delivered_at = CASE WHEN @status = 'delivered' THEN coalesce(delivered_at, @at) ELSE delivered_at END
    WHERE id = @id`);
  const endQueuedParts =
    db.prepare(`UPDATE message_parts SET status = ?, changed_at = ?, error_code = ?
    WHERE message_id = ? AND status = 'queued'`);
  const selectOpen = db.prepare<[string], { id: string; campaign: string; category: Category }>(
    `SELECT id, campaign, category FROM messages
      WHERE recipient = ? AND status IN ('queued', 'held', 'sending') AND answers_event_id IS NULL`,
  );
  const selectClaimed = db.prepare<[], QueuedPart>(`${queuedPart} WHERE p.status = 'sending'`);
  const selectReported = db.prepare<
    [string, number, string, string],
    { messageId: string; sequence: number; status: PartStatus }
  >(`SELECT p.message_id AS messageId, p.sequence, p.status
      FROM message_parts p JOIN messages m ON m.id = p.message_id
      WHERE p.modem = ? AND p.modem_reference = ? AND p.status IN ('sent', 'unconfirmed')
        AND m.recipient = ? AND p.changed_at >= ? ORDER BY p.changed_at DESC LIMIT 1`);
  const selectUnanswered = db.prepare<
    [string, string, string],
    { messageId: string; sequence: number; status: PartStatus }
  >(`SELECT p.message_id AS messageId, p.sequence, p.status
      FROM messages m JOIN message_parts p ON m.id = p.message_id
      WHERE m.recipient = ? AND p.modem = ? AND p.status = 'unconfirmed' AND p.modem_reference IS NULL
        AND p.changed_at >= ? ORDER BY p.changed_at LIMIT 1`);
  const selectLastSent = db.prepare<[string], { campaign: string }>(`SELECT campaign FROM messages
    WHERE recipient = ? AND answers_event_id IS NULL
      AND status IN ('sending', 'sent', 'delivered', 'undelivered', 'unconfirmed')
    ORDER BY rowid DESC LIMIT 1`);
  const selectDepth = db.prepare<[], { queued: number; sending: number; oldest: string | null }>(
    `SELECT count(*) FILTER (WHERE status = 'queued') AS queued, count(*) FILTER (WHERE status = 'sending') AS sending,
        min(created_at) AS oldest FROM messages WHERE status IN ('queued', 'sending')`,
  );
  const selectQueuedAt = db.prepare<[number], { id: string }>(
    `SELECT id FROM messages WHERE status = 'queued' LIMIT 1 OFFSET ?`,
  );
  const countReference = db.prepare<
    [],
    { value: string }
  >(`INSERT INTO gateway (key, value) VALUES ('concat_reference', '0')
    ON CONFLICT (key) DO UPDATE SET value = CAST((CAST(value AS INTEGER) + 1) % 65536 AS TEXT) RETURNING value`);

  function find(id: string): Message | undefined {
    const row = selectMessage.get(id);
    return row && toMessage(row);
  }

  /** Makes the message's status from its parts; keeps the error of a part that ended badly. */
  function refresh(id: string, at: string, error: MessageError | null, dueAt: string | null): void {
    const before = find(id);
    if (!before) throw new Error(`there is no message ${id}`);
    const status = statusOfParts(selectPartStatuses.all(id).map((part) => part.status));
    if (!mayFollow(before.status, status)) {
      throw new Error(`message ${id} is ${before.status} and cannot become ${status}`);
    }
    const settledWell = status === 'sent' || status === 'delivered';
    const kept = settledWell ? null : (error ?? before.error);
    updateMessage.run({
      id,
      status,
      at,
      dueAt,
      errorCode: kept?.code ?? null,
      errorMessage: kept?.message ?? null,
    });
  }

  return {
    insert(message: NewMessage) {
      insertMessage.run({
        id: message.id,
        to: message.to,
        text: message.text,
        campaign: message.campaign,
        category: message.category,
        language: message.language,
        encoding: message.encoding,
        partCount: message.pdus.length,
        priority: message.priority,
        modem: message.modem,
        reference: message.reference,
        answersEventId: message.answersEventId,
        createdAt: message.createdAt,
        sendAt: message.sendAt,
        dueAt: message.sendAt ?? message.createdAt,
        expiresAt: message.expiresAt,
      });
      for (const [index, pdu] of message.pdus.entries()) {
        insertPart.run(message.id, index + 1, pdu.hex, pdu.tpduLength, message.createdAt);
      }
      const inserted = find(message.id);
      if (!inserted) throw new Error(`message ${message.id} was not stored`);
      return inserted;
    },

    find,

    list(filter: MessageFilter): Page<Message> {
      const conditions = ['rowid < @below'];
      if (filter.status !== undefined) conditions.push('status = @status');
      if (filter.to !== undefined) conditions.push('recipient = @to');
      if (filter.campaign !== undefined) conditions.push('campaign = @campaign');
      const rows = db
        .prepare<[Record<string, string | number>], MessageRow>(
          `SELECT ${messageColumns} FROM messages WHERE ${conditions.join(' AND ')} ORDER BY rowid DESC LIMIT @limit`,
        )
        .all({
          below: rowBelow(filter.cursor),
          limit: filter.limit + 1,
          ...(filter.status !== undefined && { status: filter.status }),
          ...(filter.to !== undefined && { to: filter.to }),
          ...(filter.campaign !== undefined && { campaign: filter.campaign }),
        });
      return pageOf(rows, filter.limit, toMessage);
    },

    nextDue(modem, now) {
      const begun = selectBegun.get(modem, now);
      if (begun) return begun;
      const message = selectNew.get(now, modem);
      return message && selectFirstPart.get(message.id);
    },

    nextDueAt: () => selectNextDue.get()?.due ?? undefined,

    findPart: (messageId, sequence) => selectPart.get(messageId, sequence),

    claim(part, modem, at) {
      const changes =
        claimPart.run(modem, at, part.messageId, part.sequence).changes +
        claimMessage.run(modem, part.messageId).changes;
      if (changes !== 2) {
        throw new Error(`part ${part.sequence} of ${part.messageId} is not queued any more`);
      }
    },

    changePart(messageId, sequence, change: PartChange) {
      updatePart.run({
        messageId,
        sequence,
        status: change.status,
        at: change.at,
        errorCode: change.error?.code ?? null,
        modem: change.modem ?? null,
        modemReference: change.modemReference ?? null,
        uncounted: change.uncounted ? 1 : 0,
      });
      refresh(messageId, change.at, change.error ?? null, change.dueAt ?? null);
    },

    endQueued(messageId, status, error, at) {
      const ended = endQueuedParts.run(status, at, error.code, messageId).changes;
      if (ended > 0) refresh(messageId, at, error, null);
    },

    openTo: (number) => selectOpen.all(number),

    claimedParts: () => selectClaimed.all(),

    findReported({ modem, to, modemReference, sentAfter }) {
      return (
        selectReported.get(modem, modemReference, to, sentAfter) ??
        selectUnanswered.get(to, modem, sentAfter)
      );
    },

    lastSentTo: (number) => selectLastSent.get(number),

    queueDepth: () => selectDepth.get() ?? { queued: 0, sending: 0, oldest: null },

    holdsQueued: (count) => count <= 0 || selectQueuedAt.get(count - 1) !== undefined,

    nextConcatReference: (bits) => Number(countReference.get()?.value ?? 0) % 2 ** bits,
  };
}
