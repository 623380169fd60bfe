/**
 * Every connection to a SQLite file, once what was compiled for it can be trusted. Knows files, no
 * pragmas and no tables.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Database from 'better-sqlite3';
import { endsItsProcess } from './addon.js';
import { StoreError } from './store-error.js';

export type Sqlite = Database.Database;

/** Opens a connection to `file`; throws what SQLite says, or {@link StoreError} of {@link requireStable}. */
export function connect(file: string, options?: Database.Options): Sqlite {
  requireStable();
  return new Database(file, options);
}

/** The first line of Node with headers that make it unstable. */
const firstDoubtfulMajor = 24;
let isKnownStable = Number.parseInt(process.versions.node, 10) < firstDoubtfulMajor;

/** Throws {@link StoreError} where better-sqlite3 would end the process sooner or later. */
function requireStable(): void {
  if (isKnownStable) return;
  new Database(':memory:').close();
  const { cache } = createRequire(import.meta.url);
  const addon = Object.keys(cache).find((path) => path.endsWith('better_sqlite3.node'));
  if (addon !== undefined && endsItsProcess(readFileSync(addon))) {
    throw new StoreError(
      `better-sqlite3 was compiled with headers of Node 24.19 or later, with which it ends the process sooner or later (${addon})`,
      {
        hint: 'install it again with Node 20 or 22; or with this one, where npm reaches GitHub and fetches what is compiled in the release of better-sqlite3',
      },
    );
  }
  isKnownStable = true;
}
