/**
 * `messages` and `message_parts`: what is known of each message, and how the states of its parts make
 * its own. Each method is one statement or a few; the order of events (check, claim, settle) is the
 * sender's, and what goes next is told by message-queue.ts.
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
  LastSent,
  MessageFilter,
  MessageStore,
  NewMessage,
  PartChange,
  QueuedPart,
} from '../domain/message-store.js';
import type { Page } from '../domain/page.js';
import type { Sqlite } from './connection.js';
import { messageQueue, queuedPart } from './message-queue.js';
import { pageOf, rowBelow } from './page.js';
import { reportedParts } from './reported-parts.js';

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
      language, encoding, part_count, priority, wanted_modem, lane, reference, answers_event_id, created_at, send_at,
      due_at, expires_at)
    VALUES (@id, @to, @text, @status, @campaign, @category, @language, @encoding, @partCount, @priority,
      @modem, @lane, @reference, @answersEventId, @createdAt, @sendAt, @dueAt, @expiresAt)`);
  const insertPart =
    db.prepare(`INSERT INTO message_parts (message_id, sequence, status, pdu, tpdu_length, changed_at)
    VALUES (?, ?, 'queued', ?, ?, ?)`);
  const selectMessage = db.prepare<[string], MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE id = ?`,
  );
  const selectPart = db.prepare<[string, number], QueuedPart>(
    `${queuedPart} WHERE p.message_id = ? AND p.sequence = ?`,
  );
  const updatePart = db.prepare(`UPDATE message_parts SET status = @status, changed_at = @at,
      error_code = @errorCode, attempts = attempts - @uncounted, modem = coalesce(@modem, modem),
      claimed_at = CASE WHEN @uncounted THEN NULL ELSE claimed_at END,
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
  const selectLastSent = db.prepare<[string], LastSent>(`SELECT campaign, text FROM messages m
    WHERE recipient = ? AND answers_event_id IS NULL AND EXISTS (SELECT 1 FROM message_parts p
      WHERE p.message_id = m.id AND p.status IN ('sending', 'sent', 'delivered', 'undelivered', 'unconfirmed'))
    ORDER BY rowid DESC LIMIT 1`);
  const selectAnsweredAt = db
    .prepare<[string], string>(`SELECT created_at FROM messages WHERE answers_event_id = ?`)
    .pluck();
  const holdQueued = db.prepare(`UPDATE messages SET status = 'held'
    WHERE recipient = ? AND status = 'queued' AND category = 'marketing' AND answers_event_id IS NULL`);
  const releaseHeld = db.prepare(
    `UPDATE messages SET status = 'queued' WHERE recipient = ? AND status = 'held'`,
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
    ...messageQueue(db),
    reported: reportedParts(db),

    insert(message: NewMessage) {
      insertMessage.run({
        id: message.id,
        status: message.status,
        to: message.to,
        text: message.text,
        campaign: message.campaign,
        category: message.category,
        language: message.language,
        encoding: message.encoding,
        partCount: message.pdus.length,
        priority: message.priority,
        modem: message.modem,
        lane: message.lane,
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

    findPart: (messageId, sequence) => selectPart.get(messageId, sequence),

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

    lastSentTo: (number) => selectLastSent.get(number),

    answeredAt: (eventId) => selectAnsweredAt.get(eventId),
    unended: () =>
      db
        .prepare<[], string>(
          `SELECT id FROM messages m WHERE status IN ('queued', 'held', 'sending') AND EXISTS
            (SELECT 1 FROM message_parts p WHERE p.message_id = m.id AND p.status = 'queued')`,
        )
        .pluck()
        .all(),

    hold(number) {
      holdQueued.run(number);
    },

    release: (number) => releaseHeld.run(number).changes,

    nextConcatReference: (bits) => Number(countReference.get()?.value ?? 0) % 2 ** bits,
  };
}
