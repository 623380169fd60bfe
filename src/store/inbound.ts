/**
 * `received_pdus` and `inbound`: what came in, raw and read. A long message's parts wait in
 * `received_pdus` until they are joined into one row of `inbound`.
 */

import type {
  Inbound,
  InboundFilter,
  InboundPart,
  InboundStore,
  ReceivedRecord,
} from '../domain/inbound-store.js';
import type { Page } from '../domain/page.js';
import type { E164 } from '../domain/phone-number.js';
import type { Sqlite } from './connection.js';
import { pageOf, rowBelow } from './page.js';
import { pduMarks } from './pdu-mark.js';

interface InboundRow {
  row: number;
  id: string;
  sender: string;
  text: string | null;
  modem: string;
  received_at: string;
  sent_at: string | null;
  encoding: Inbound['encoding'];
  part_count: number;
  action: Inbound['action'];
}

interface PartRow {
  id: number;
  sender: string;
  sender_number: E164 | null;
  text: string;
  encoding: Inbound['encoding'];
  sent_at: string | null;
  modem: string;
  received_at: string;
  part_reference: number;
  part_total: number;
  part_sequence: number;
}

function toInbound(row: InboundRow): Inbound {
  return {
    id: row.id,
    from: row.sender,
    text: row.text,
    modem: row.modem,
    receivedAt: row.received_at,
    sentAt: row.sent_at,
    encoding: row.encoding,
    parts: row.part_count,
    action: row.action,
  };
}

function toPart(row: PartRow): InboundPart {
  return {
    receivedId: row.id,
    sender: row.sender,
    senderNumber: row.sender_number,
    text: row.text,
    encoding: row.encoding,
    sentAt: row.sent_at,
    modem: row.modem,
    receivedAt: row.received_at,
    concat: { reference: row.part_reference, total: row.part_total, sequence: row.part_sequence },
  };
}

/**
 * The same octets by the other route (announced directly and stored as well), or once more directly
 * without an acknowledgement in between, are the same message for this long.
 */
const sameMessageWindowMs = 10 * 60_000;

const inboundColumns = `rowid AS row, id, sender, text, modem, received_at, sent_at, encoding,
  part_count, action`;

export function inboundStore(db: Sqlite): InboundStore {
  const partColumns = `id, sender, sender_number, text, encoding, sent_at, modem, received_at, part_reference,
    part_total, part_sequence`;
  const waiting = `part_total IS NOT NULL AND inbound_id IS NULL`;
  const markOf = pduMarks(db);
  const selectKept = db.prepare<
    [string, string, string],
    { route: string; received_at: string; deleted_at: string | null }
  >(
    `SELECT route, received_at, deleted_at FROM received_pdus WHERE pdu IN (?, ?) AND modem = ? ORDER BY id DESC LIMIT 1`,
  );
  const insertReceived =
    db.prepare(`INSERT INTO received_pdus (modem, pdu, tpdu_length, route, received_at, deleted_at)
    VALUES (@modem, @hex, @tpduLength, @route, @receivedAt, @deletedAt)`);
  const setDeleted = db.prepare(
    `UPDATE received_pdus SET deleted_at = ? WHERE pdu IN (?, ?) AND modem = ? AND deleted_at IS NULL`,
  );
  const setHeld = db.prepare(
    `UPDATE received_pdus SET deleted_at = NULL WHERE id =
      (SELECT max(id) FROM received_pdus WHERE pdu IN (?, ?) AND modem = ? AND route = 'stored')`,
  );
  const setKind = db.prepare(`UPDATE received_pdus SET kind = ?, problem = ? WHERE id = ?`);
  const setPart =
    db.prepare(`UPDATE received_pdus SET sender = @sender, sender_number = @senderNumber, text = @text, encoding = @encoding,
      sent_at = @sentAt, part_reference = @reference, part_total = @total, part_sequence = @sequence
    WHERE id = @receivedId`);
  const selectWaiting = db.prepare<
    [string, number, number, string],
    PartRow
  >(`SELECT ${partColumns} FROM received_pdus
    WHERE ${waiting} AND sender = ? AND part_reference = ? AND part_total = ? AND received_at >= ?
    ORDER BY part_sequence, id`);
  const selectOverdue = db.prepare<[string], PartRow>(`SELECT ${partColumns} FROM received_pdus AS p
    WHERE ${waiting} AND NOT EXISTS (SELECT 1 FROM received_pdus AS q WHERE q.part_total IS NOT NULL
        AND q.inbound_id IS NULL AND q.sender = p.sender AND q.part_reference = p.part_reference
        AND q.part_total = p.part_total AND q.received_at >= ?)
    ORDER BY sender, part_reference, part_total, part_sequence, id`);
  const selectPart = db.prepare<[string, string], { id: number }>(
    `SELECT id FROM received_pdus WHERE pdu = ? AND part_total IS NOT NULL AND received_at >= ? LIMIT 1`,
  );
  const insertInbound =
    db.prepare(`INSERT INTO inbound (id, sender, text, fingerprint, modem, received_at, sent_at,
      encoding, part_count, complete, action, rule)
    VALUES (@id, @from, @text, @fingerprint, @modem, @receivedAt, @sentAt, @encoding, @parts, @complete, @action, @rule)`);
  const setInbound = db.prepare(`UPDATE received_pdus SET inbound_id = ? WHERE id = ?`);
  const selectInbound = db.prepare<[string], InboundRow>(
    `SELECT ${inboundColumns} FROM inbound WHERE id = ?`,
  );
  const selectPdus = db
    .prepare<[string], string>(
      `SELECT pdu FROM received_pdus WHERE inbound_id = ? ORDER BY part_sequence, id`,
    )
    .pluck();
  const countFingerprint = db.prepare<[string, string, string], { count: number }>(
    `SELECT count(*) AS count FROM inbound WHERE sender = ? AND fingerprint = ? AND received_at >= ?`,
  );

  return {
    /**
     * INVARIANT: a PDU that is read again because it could not be deleted yet, that is delivered again
     * because it could not be acknowledged yet, or that comes by both routes, is one message. Octets that the modem had let go of and now has again by the same route
     * are a new one: the network's time stamps count seconds, people's clocks and test rigs less.
     */
    keep(received: ReceivedRecord) {
      const kept = selectKept.get(received.hex, markOf(received.hex), received.modem);
      if (kept) {
        const isSoon =
          Date.parse(received.receivedAt) - Date.parse(kept.received_at) <= sameMessageWindowMs;
        const isSame =
          kept.route === received.route
            ? kept.deleted_at === null && (kept.route === 'stored' || isSoon)
            : isSoon;
        if (isSame) return undefined;
      }
      const { lastInsertRowid } = insertReceived.run({
        modem: received.modem,
        hex: received.hex,
        tpduLength: received.tpduLength ?? null,
        route: received.route,
        receivedAt: received.receivedAt,
        deletedAt:
          received.route === 'direct' && received.unacknowledged === undefined
            ? received.receivedAt
            : null,
      });
      return Number(lastInsertRowid);
    },

    markDeleted(modem, hex, at) {
      setDeleted.run(at, hex, markOf(hex), modem);
    },

    markHeld(modem, hex) {
      setHeld.run(hex, markOf(hex), modem);
    },

    classify(receivedId, kind, problem) {
      setKind.run(kind, problem, receivedId);
    },

    keepPart(part: InboundPart) {
      setPart.run({
        receivedId: part.receivedId,
        sender: part.sender,
        senderNumber: part.senderNumber,
        text: part.text,
        encoding: part.encoding,
        sentAt: part.sentAt,
        reference: part.concat?.reference ?? null,
        total: part.concat?.total ?? null,
        sequence: part.concat?.sequence ?? null,
      });
    },

    hasPart: (hex, since) => selectPart.get(hex, since) !== undefined,

    waitingParts(part, since) {
      if (!part.concat) return [part];
      return selectWaiting
        .all(part.sender, part.concat.reference, part.concat.total, since)
        .map(toPart);
    },

    overdueParts(before) {
      const groups = new Map<string, InboundPart[]>();
      for (const part of selectOverdue.all(before).map(toPart)) {
        const key = JSON.stringify([part.sender, part.concat?.reference, part.concat?.total]);
        const group = groups.get(key);
        if (group) group.push(part);
        else groups.set(key, [part]);
      }
      return [...groups.values()];
    },

    insert(inbound, details) {
      insertInbound.run({
        id: inbound.id,
        from: inbound.from,
        text: inbound.text,
        fingerprint: details.fingerprint,
        modem: inbound.modem,
        receivedAt: inbound.receivedAt,
        sentAt: inbound.sentAt,
        encoding: inbound.encoding,
        parts: inbound.parts,
        complete: details.complete ? 1 : 0,
        action: inbound.action,
        rule: details.rule,
      });
      for (const receivedId of details.receivedIds) setInbound.run(inbound.id, receivedId);
    },

    find(id) {
      const row = selectInbound.get(id);
      return row && toInbound(row);
    },

    pdusOf: (id) => selectPdus.all(id),

    list(filter: InboundFilter): Page<Inbound> {
      const from = filter.from;
      const rows = db
        .prepare<[Record<string, string | number>], InboundRow>(
          `SELECT ${inboundColumns} FROM inbound WHERE rowid < @below ${from === undefined ? '' : 'AND sender = @from'}
            ORDER BY rowid DESC LIMIT @limit`,
        )
        .all({
          below: rowBelow(filter.cursor),
          limit: filter.limit + 1,
          ...(from !== undefined && { from }),
        });
      return pageOf(rows, filter.limit, toInbound);
    },

    countEqual: (sender, fingerprint, since) =>
      countFingerprint.get(sender, fingerprint, since)?.count ?? 0,
  };
}
