/**
 * The database's own secret and what is made of it: keys for HMACs, and the pseudonym under which a
 * number is known after its owner was erased. The secret stands in the database, so that a backup
 * of the one is a backup of both.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Sqlite } from './connection.js';

const prefix = 'hmac:';

/** 32 octets for `purpose`, the same as long as the database lives. */
export function keyFor(db: Sqlite, purpose: string): Uint8Array {
  return createHmac('sha256', secretOf(db)).update(purpose).digest();
}

/**
 * The function that gives a number's pseudonym: `hmac:` and its HMAC-SHA256 in 64 hexadecimal
 * digits. A pseudonym is its own.
 */
export function pseudonyms(db: Sqlite): (number: string) => string {
  const key = keyFor(db, 'number');
  return (number) =>
    isPseudonym(number) ? number : prefix + createHmac('sha256', key).update(number).digest('hex');
}

/** Whether it stands for a number that is not told. */
export function isPseudonym(number: string): boolean {
  return number.startsWith(prefix);
}

function secretOf(db: Sqlite): Buffer {
  const select = db.prepare<[], string>(`SELECT value FROM gateway WHERE key = 'secret'`).pluck();
  const kept = select.get();
  if (kept !== undefined) return Buffer.from(kept, 'hex');
  // Of two processes that come here at once the first one's stands.
  db.prepare(`INSERT INTO gateway (key, value) VALUES ('secret', ?) ON CONFLICT DO NOTHING`).run(
    randomBytes(32).toString('hex'),
  );
  return Buffer.from(select.get() ?? '', 'hex');
}
