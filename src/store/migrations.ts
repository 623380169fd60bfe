/**
 * Brings a database to this version's schema in numbered steps, each in a file of `schema/`. A step
 * that has been released is never edited: the next one changes what it made. `user_version` counts
 * the steps that a file has had.
 */
import { checkpoint } from '../checkpoint.js';
import type { Sqlite } from './connection.js';
import { initialSchema } from './schema/1-initial.js';
import { routing } from './schema/2-routing.js';
import { ussdRequests } from './schema/3-ussd-requests.js';
import { consent } from './schema/4-consent.js';
import { optOutCodes } from './schema/5-opt-out-codes.js';
import { webhookDeliveries } from './schema/6-webhooks.js';
import { retention } from './schema/7-retention.js';
import { figures } from './schema/8-figures.js';
import { noReplace } from './schema/9-no-replace.js';

/** In this order, each once. */
export const steps: readonly (string | ((db: Sqlite) => void))[] = [
  initialSchema,
  routing,
  ussdRequests,
  consent,
  optOutCodes,
  webhookDeliveries,
  retention,
  figures,
  noReplace,
];

/**
 * Brings `db` to this version's schema, each step in its own transaction; foreign keys are on
 * afterwards. Does nothing to a newer file.
 */
export function migrate(db: Sqlite): void {
  // Whoever only reads must not wait for whoever writes.
  if (schemaVersion(db) >= steps.length) return;
  // A table that others refer to can be made anew only so (sqlite.org/lang_altertable.html §7).
  db.pragma('foreign_keys = OFF');
  for (const [index, step] of steps.entries()) {
    db.transaction(() => {
      // Read inside the transaction: another process may be migrating at this moment.
      if (schemaVersion(db) !== index) return;
      if (typeof step === 'string') db.exec(step);
      else step(db);
      db.pragma(`user_version = ${index + 1}`);
      checkpoint('in-migration');
    }).immediate();
  }
  db.pragma('foreign_keys = ON');
}

/** How many steps the schema of `db` has had. */
export function schemaVersion(db: Sqlite): number {
  return Number(db.pragma('user_version', { simple: true }));
}
