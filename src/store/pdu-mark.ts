/**
 * What is left of a received PDU whose content was erased while its modem may still hold it: a keyed
 * hash, by which the same octets are known when they are read again. Without the database's secret
 * nobody can try texts against it.
 */
import { createHmac } from 'node:crypto';
import type { Sqlite } from './connection.js';
import { keyFor } from './pseudonym.js';

/** A PDU is hexadecimal and never begins like this. */
export const markPrefix = 'hmac:';

/** The function that gives the mark of a PDU, the same as long as the database lives. */
export function pduMarks(db: Sqlite): (hex: string) => string {
  const key = keyFor(db, 'pdu');
  return (hex) => markPrefix + createHmac('sha256', key).update(hex).digest('hex');
}
