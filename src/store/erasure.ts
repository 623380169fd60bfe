/**
 * Takes a person out of every table: what they wrote and were written is deleted, what must stay
 * (the ledger, the suppression list, opt-out links, answers already given) names their pseudonym.
 */
import Database from 'better-sqlite3';
import type { Erased, ErasureStore, UnownedPdu } from '../domain/consent-store.js';
import type { Sqlite } from './connection.js';
import { pseudonyms } from './pseudonym.js';

export function erasureStore(db: Sqlite): ErasureStore {
  const pseudonymOf = pseudonyms(db);
  const selectSending = db.prepare<[string], { found: number }>(
    `SELECT 1 AS found FROM message_parts p JOIN messages m ON m.id = p.message_id
      WHERE m.recipient = ? AND p.status = 'sending' LIMIT 1`,
  );
  const selectReceiving = db.prepare<[string, string, string], { found: number }>(
    `SELECT 1 AS found FROM received_pdus r LEFT JOIN inbound i ON i.id = r.inbound_id
      WHERE r.deleted_at IS NULL AND r.received_at >= ? AND (i.sender = ? OR r.sender = ?) LIMIT 1`,
  );
  const selectUnowned = db.prepare<
    [],
    Omit<UnownedPdu, 'tpduLength'> & { tpduLength: number | null }
  >(
    `SELECT id, pdu AS hex, tpdu_length AS tpduLength FROM received_pdus
      WHERE inbound_id IS NULL AND sender IS NULL`,
  );
  const deletePdu = db.prepare(`DELETE FROM received_pdus WHERE id = ?`);
  const deletePdus = db.prepare(
    `DELETE FROM received_pdus WHERE sender = @number
      OR inbound_id IN (SELECT id FROM inbound WHERE sender = @number)`,
  );
  const deleteReviews = db.prepare(`DELETE FROM reviews WHERE number = ?`);
  const deleteInbound = db.prepare(`DELETE FROM inbound WHERE sender = ?`);
  const deleteMessages = db.prepare(`DELETE FROM messages WHERE recipient = ?`);
  const selectAnswers = db.prepare<[string], { key: string; id: string; body: string }>(
    `SELECT api_key_id AS id, key, body FROM idempotency_keys WHERE instr(body, ?) > 0`,
  );
  const updateAnswer = db.prepare(
    `UPDATE idempotency_keys SET body = ? WHERE api_key_id = ? AND key = ?`,
  );
  const updateLinks = db.prepare(
    `UPDATE optout_links SET number = pseudonym WHERE pseudonym = ? AND number <> pseudonym`,
  );
  const updateSuppressions = db.prepare(`UPDATE suppressions SET number = ? WHERE number = ?`);
  const updateEvents = db.prepare(
    `UPDATE consent_events SET number = pseudonym, evidence = '{}'
      WHERE pseudonym = ? AND kind <> 'erased' AND NOT (number = pseudonym AND evidence = '{}')`,
  );

  return {
    underWay(number, since) {
      if (selectSending.get(number) !== undefined) return 'sending';
      return selectReceiving.get(since, number, number) === undefined ? undefined : 'receiving';
    },

    *unownedPdus() {
      for (const { tpduLength, ...pdu } of selectUnowned.iterate()) {
        yield { ...pdu, tpduLength: tpduLength ?? undefined };
      }
    },

    erase(number, pdus): Erased {
      const pseudonym = pseudonymOf(number);
      let pduCount = 0;
      for (const id of pdus) pduCount += deletePdu.run(id).changes;
      deleteReviews.run(number);
      pduCount += deletePdus.run({ number }).changes;
      const inbound = deleteInbound.run(number).changes;
      const messages = deleteMessages.run(number).changes;
      // The answer stays, without the person: a repeated request must not send to the others again.
      for (const { id, key, body } of selectAnswers.all(number)) {
        updateAnswer.run(without(number, pseudonym, body), id, key);
      }
      updateLinks.run(pseudonym);
      updateSuppressions.run(pseudonym, number);
      const events = updateEvents.run(pseudonym).changes;
      return { messages, inbound, pdus: pduCount, events };
    },

    scrub() {
      // secure_delete overwrites deleted rows, but not what SQLite moved when it split a page.
      try {
        db.exec('VACUUM');
      } catch (error) {
        if (error instanceof Database.SqliteError) return false;
        throw error;
      }
      const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[];
      return result?.busy === 0;
    },
  };
}

/** An answer given, as JSON, in which the person is a pseudonym and their message has no words. */
function without(number: string, pseudonym: string, body: string): string {
  const answer: unknown = JSON.parse(body, (_key, value: unknown) => {
    if (typeof value === 'string') return value.replaceAll(number, pseudonym);
    const isTheirs =
      typeof value === 'object' && value !== null && 'to' in value && value.to === pseudonym;
    return isTheirs ? { ...value, text: null, reference: null } : value;
  });
  return JSON.stringify(answer);
}
