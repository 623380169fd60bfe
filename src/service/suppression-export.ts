/**
 * The suppression list as rows to be written to a file. The numbers are HMACs unless somebody says
 * why they need them plain; the ledger keeps that it was exported, by whom and why.
 */
import type { Clock } from '../clock.js';
import { everything } from '../domain/consent.js';
import type { Store } from '../domain/ports.js';
import { escapeFormula } from './list-formats.js';
import { keyMark } from './suppression-import.js';

export interface ExportOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** The numbers themselves. */
  readonly isPlain: boolean;
  readonly reason: string | undefined;
  readonly by: string;
  /** Where it goes, for the ledger. */
  readonly file: string;
}

export type ExportRow = readonly [number: string, scope: string, since: string, source: string];

export const exportColumns = ['number', 'scope', 'since', 'source'] as const;

const pageRows = 1000;

/**
 * Notes the export in the ledger, then gives the rows as they are asked for. The ledger has it before
 * the first row leaves, so that no list is out of which nobody knows; it tells how many rows there
 * were at that moment.
 */
export function exportSuppressions(options: ExportOptions): Iterable<ExportRow> {
  const { store, clock, isPlain, reason, by, file } = options;
  store.transaction(() => {
    store.consent.append(
      {
        kind: 'exported',
        number: '*',
        scope: everything,
        source: 'cli',
        evidence: {
          reason: reason ?? null,
          rows: store.consent.count(),
          plain: isPlain,
          file,
          by,
        },
      },
      clock.now().toISOString(),
    );
  });
  return rowsOf(store, isPlain);
}

function* rowsOf(store: Store, isPlain: boolean): Generator<ExportRow> {
  const { consent } = store;
  const mark = keyMark(store);
  const told = (number: string) => {
    const pseudonym = consent.pseudonymOf(number);
    // A pseudonym of its own: the person was erased, and there is nothing plainer.
    return isPlain && number !== pseudonym ? number : pseudonym.replace(/^hmac:/u, `hmac:${mark}:`);
  };
  // Not in the order of the numbers, which would tell something of them.
  let cursor: string | undefined;
  do {
    const page = consent.list({ cursor, limit: pageRows });
    for (const { number, scope, since, source } of page.items) {
      yield [told(number), escapeFormula(scope), since, source];
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
