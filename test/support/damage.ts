/** Damages a database file as a failing card does: octets of a page are written over. */
import { closeSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Writes over the head of a page in the middle of a table or index. What stands in the write-ahead log
 * is put into the file first, and whoever has it open forgets what it read before.
 */
export function damage(file: string, name: string): void {
  const db = new Database(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const pages = db
    .prepare<[string], { pgoffset: number }>(
      `SELECT pgoffset FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path`,
    )
    .all(name);
  const page = pages[Math.floor(pages.length / 2)];
  if (page === undefined) throw new Error(`${file} has no ${name}`);
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(200, 0xa5), 0, 200, page.pgoffset);
  closeSync(descriptor);
  db.prepare(`INSERT INTO gateway VALUES ('another program', 'wrote')
    ON CONFLICT (key) DO UPDATE SET value = value || ' again'`).run();
  db.close();
}
