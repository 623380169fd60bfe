/** An SQLite file with one table of messages, as durable as the gateway's: what a commit costs at least. */
import Database from 'better-sqlite3';

/** @param {string} path */
export function openBare(path) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE rows (id INTEGER PRIMARY KEY, recipient TEXT NOT NULL, text TEXT NOT NULL)',
  );
  return db;
}
