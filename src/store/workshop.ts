/**
 * The directories within a data directory in which a database is prepared that is to take the place
 * of the one there. Who makes one holds the daemon's lock; what a killed process left has people's
 * data in it, and is removed by the next one that does.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const names = ['restoring', 'rescuing'] as const;

/** Where the database is prepared; nothing is made. */
export function workshopIn(dataDir: string, name: (typeof names)[number]): string {
  return join(dataDir, name);
}

/** Removes all of them with what is in them. */
export function clearWorkshops(dataDir: string): void {
  for (const name of names) rmSync(join(dataDir, name), { recursive: true, force: true });
}
