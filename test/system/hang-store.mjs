/**
 * Preloaded into the daemon (`node --import`): some seconds after the start a transaction is begun and
 * never ended, while the event loop and all else go on. Only a fault in our own code could do that.
 */
import Database from 'better-sqlite3';

const { prepare } = Database.prototype;
let isArmed = false;

Database.prototype.prepare = function (sql) {
  // The store's own connection, as nothing else asks for webhooks.
  if (!isArmed && sql.includes('webhook_deliveries')) {
    isArmed = true;
    setTimeout(() => this.exec('BEGIN IMMEDIATE'), 3_000).unref();
  }
  return prepare.call(this, sql);
};
