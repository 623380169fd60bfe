/** A file as the first version of the schema left it, with messages, opt-outs and replies in it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { databaseFile } from '../../src/store/database.js';
import { initialSchema } from '../../src/store/schema/1-initial.js';

/** How many there are of messages, of opt-outs and of replies. */
export const oldRows = 40;

const at = '2026-11-22T12:00:00.000Z';

/** Makes it in `dataDir` and closes it; numbers count from +447700900000. */
export function makeOldDatabase(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const db = new Database(join(dataDir, databaseFile));
  db.pragma('journal_mode = WAL');
  db.exec(initialSchema);
  const insertMessage =
    db.prepare(`INSERT INTO messages (id, recipient, text, status, campaign, category, encoding,
      part_count, priority, modem, created_at, due_at)
    VALUES (?, ?, 'An offer', ?, 'default', 'marketing', 'gsm7', 1, 5, ?, ?, ?)`);
  const insertPart = db.prepare(`INSERT INTO message_parts (message_id, sequence, status, pdu,
      tpdu_length, modem, modem_reference, changed_at) VALUES (?, 1, ?, '00', 1, ?, ?, ?)`);
  const insertInbound = db.prepare(`INSERT INTO inbound (id, sender, text, fingerprint, modem,
      received_at, encoding, part_count, complete, action, rule)
    VALUES (?, ?, 'STOP', 'f', 'main', ?, 'gsm7', 1, 1, 'opt_out', 'keyword')`);
  const insertPdu = db.prepare(`INSERT INTO received_pdus (modem, pdu, route, received_at, kind,
      inbound_id) VALUES ('main', ?, 'stored', ?, 'deliver', ?)`);
  const insertEvent = db.prepare(`INSERT INTO consent_events (id, gateway, sequence, kind, number,
      scope, source, evidence, created_at, previous_hash, hash)
    VALUES (?, 'test', ?, 'opt_out', ?, '*', 'reply', '{"text":"STOP"}', ?, ?, ?)`);
  const suppress = db.prepare(`INSERT INTO suppressions VALUES (?, '*', ?, 'reply', ?)`);
  for (let row = 0; row < oldRows; row += 1) {
    const number = `+4477009000${String(row).padStart(2, '0')}`;
    const isSent = row % 2 === 0;
    const modem = isSent ? 'main' : null;
    insertMessage.run(`msg_${row}`, number, isSent ? 'sent' : 'canceled', modem, at, at);
    insertPart.run(`msg_${row}`, isSent ? 'sent' : 'canceled', modem, isSent ? row : null, at);
    insertInbound.run(`in_${row}`, number, at);
    insertPdu.run(`00${row}`, at, `in_${row}`);
    insertEvent.run(`ev_${row}`, row + 1, number, at, `hash ${row}`, `hash ${row + 1}`);
    suppress.run(number, at, `ev_${row}`);
  }
  db.pragma('user_version = 1');
  db.close();
}
