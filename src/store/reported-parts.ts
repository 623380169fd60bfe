/**
 * Parts as delivery reports name them: by modem, reference and number. Which one is meant is the
 * service's affair. Two indexes are named: SQLite would walk all that a modem or a number ever had.
 */
import type { ReportedPart, ReportedParts } from '../domain/message-store.js';
import type { Sqlite } from './connection.js';

const columns = 'p.message_id AS messageId, p.sequence, p.status, p.claimed_at AS claimedAt';

export function reportedParts(db: Sqlite): ReportedParts {
  const selectWithReference = db.prepare<[string, number, string, string], ReportedPart>(
    `SELECT ${columns} FROM message_parts p JOIN messages m ON m.id = p.message_id
    WHERE p.modem = ? AND p.modem_reference = ? AND p.claimed_at >= ? AND m.recipient = ?
      AND p.status IN ('sent', 'unconfirmed', 'delivered', 'undelivered')
    ORDER BY p.claimed_at DESC LIMIT 20`,
  );
  const selectUnanswered = db.prepare<[string, string, string], ReportedPart>(
    `SELECT ${columns} FROM message_parts p INDEXED BY message_parts_unanswered
      JOIN messages m ON m.id = p.message_id
    WHERE p.modem = ? AND p.status = 'unconfirmed' AND p.modem_reference IS NULL
      AND p.claimed_at >= ? AND m.recipient = ?
    ORDER BY p.claimed_at DESC LIMIT 100`,
  );
  const selectUnderWay = db.prepare<[string, string], ReportedPart>(
    `SELECT ${columns} FROM message_parts p INDEXED BY message_parts_claimed
      CROSS JOIN messages m ON m.id = p.message_id
    WHERE p.status = 'sending' AND p.modem = ? AND m.recipient = ? LIMIT 1`,
  );

  return {
    withReference: ({ modem, reference, to }, since) =>
      selectWithReference.all(modem, reference, since, to),
    unanswered: ({ modem, to }, since) => selectUnanswered.all(modem, since, to),
    underWay: ({ modem, to }) => selectUnderWay.get(modem, to),
  };
}
