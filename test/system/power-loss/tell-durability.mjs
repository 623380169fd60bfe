/**
 * Loaded into the built program before it starts (`node --import`): tells on stderr, a JSON line each
 * time a message from the modem has been committed, how durably the program's own connection commits.
 */
import { subscribe } from 'node:diagnostics_channel';
import Database from 'better-sqlite3';

const connections = new Set();
const { prepare } = Database.prototype;
Database.prototype.prepare = function (...args) {
  connections.add(this);
  return prepare.apply(this, args);
};

subscribe('stopgate:checkpoint', (passed) => {
  if (passed !== 'after-inbound-commit') return;
  for (const connection of connections) {
    if (!connection.open || !connection.name.endsWith('stopgate.db')) continue;
    const told = {
      journal: connection.pragma('journal_mode', { simple: true }),
      synchronous: connection.pragma('synchronous', { simple: true }),
    };
    process.stderr.write(`${JSON.stringify(told)}\n`);
  }
});
