/**
 * Takes the texts out of what ended long ago: `messages`, `message_parts`, `inbound`,
 * `received_pdus`. What happened stays: states, times, ids, numbers. The ledger is not touched: its
 * evidence is kept. How long anything is kept is the service's affair.
 */
import { dirname } from 'node:path';
import type { RetentionStore } from '../domain/retention-store.js';
import type { Sqlite } from './connection.js';
import { busyTimeoutMs } from './database.js';
import { markPrefix, pduMarks } from './pdu-mark.js';
import { removeUpgradeBackups } from './upgrade-backup.js';

interface OldPdu {
  readonly id: number;
  readonly pdu: string;
  /** 1: its modem may still hold it. */
  readonly isHeld: number;
}

export function retentionStore(db: Sqlite): RetentionStore {
  const markOf = pduMarks(db);
  // A part's own change counts: what was queued for long has its time from when it was sent.
  const selectMessages = db
    .prepare<[{ before: string; limit: number }], string>(
      `SELECT p.message_id FROM message_parts p INDEXED BY message_parts_text
        WHERE p.pdu <> '' AND p.status NOT IN ('queued', 'sending') AND p.changed_at < @before
          AND p.sequence = 1
          AND NOT EXISTS (SELECT 1 FROM message_parts o WHERE o.message_id = p.message_id
            AND (o.status IN ('queued', 'sending') OR o.changed_at >= @before))
        ORDER BY p.changed_at LIMIT @limit`,
    )
    .pluck();
  const eraseText = db.prepare(`UPDATE messages SET text = NULL WHERE id = ?`);
  const eraseParts = db.prepare(`UPDATE message_parts SET pdu = '' WHERE message_id = ?`);
  const eraseInbound = db.prepare(
    `UPDATE inbound SET text = NULL, fingerprint = '' WHERE id IN
      (SELECT id FROM inbound i WHERE text IS NOT NULL AND received_at < ?
          AND NOT EXISTS (SELECT 1 FROM reviews v
            WHERE v.number = i.sender AND v.inbound_id = i.id AND v.decision IS NULL)
        ORDER BY received_at LIMIT ?)`,
  );
  const selectPdus = db.prepare<[string, number], OldPdu>(
    `SELECT id, pdu, route = 'stored' AND deleted_at IS NULL AS isHeld
      FROM received_pdus r INDEXED BY received_pdus_age
      WHERE received_at < ? AND (deleted_at IS NOT NULL OR pdu NOT LIKE '${markPrefix}%')
        AND (part_total IS NULL OR inbound_id IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM inbound i JOIN reviews v ON v.number = i.sender
          WHERE i.id = r.inbound_id AND v.inbound_id = i.id AND v.decision IS NULL)
      ORDER BY received_at LIMIT ?`,
  );
  const deletePdu = db.prepare(`DELETE FROM received_pdus WHERE id = ?`);
  const markPdu = db.prepare(
    `UPDATE received_pdus SET pdu = ?, text = NULL, problem = NULL WHERE id = ?`,
  );

  return {
    eraseMessages(before, limit) {
      const ids = selectMessages.all({ before, limit });
      for (const id of ids) {
        eraseText.run(id);
        eraseParts.run(id);
      }
      return ids.length;
    },

    eraseInbound: (before, limit) => eraseInbound.run(before, limit).changes,

    erasePdus(before, limit) {
      const pdus = selectPdus.all(before, limit);
      for (const { id, pdu, isHeld } of pdus) {
        if (isHeld === 1) markPdu.run(markOf(pdu), id);
        else deletePdu.run(id);
      }
      return pdus.length;
    },

    removeUpgradeBackups: (before) => removeUpgradeBackups(dirname(db.name), before),

    emptyLog() {
      db.pragma('busy_timeout = 0');
      try {
        const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[];
        return result?.busy === 0;
      } finally {
        db.pragma(`busy_timeout = ${busyTimeoutMs}`);
      }
    },
  };
}
