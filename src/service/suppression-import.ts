/**
 * Takes a list of opt-outs into the ledger, a batch a transaction: what is committed stays when it is
 * interrupted, and a second run goes on, since a number that is suppressed already is left alone.
 */
import { createHash } from 'node:crypto';
import { checkpoint } from '../checkpoint.js';
import { type Clock, sleep } from '../clock.js';
import type { Scope } from '../domain/consent.js';
import { longestCampaign } from '../domain/limits.js';
import type { E164 } from '../domain/phone-number.js';
import type { Store } from '../domain/ports.js';
import type { ConsentService } from './consent.js';
import type { ListLine, ListReading } from './list-formats.js';
import { readListed } from './listed-number.js';

export interface ImportOptions {
  readonly store: Store;
  readonly consent: ConsentService;
  readonly clock: Clock;
  /** How numbers without `+` are read. */
  readonly country: string;
  readonly reading: ListReading;
  /** Its name and SHA-256, for the evidence. */
  readonly file: string;
  readonly sha256: string | undefined;
  /** Of numbers for which the list names none. */
  readonly scope: Scope;
  /** Changes nothing. */
  readonly dryRun: boolean;
  readonly stop: AbortSignal;
  /** Told after each batch. */
  readonly onProgress: (counts: ImportCounts) => void;
  readonly onBad: (row: BadRow) => void;
}

export interface BadRow {
  readonly line: number;
  readonly number: string;
  readonly problem: string;
}

export interface ImportCounts {
  /** Lines with something on them, the header aside. */
  readonly rows: number;
  /** New in the suppression list. */
  readonly added: number;
  readonly alreadySuppressed: number;
  /** The same number and scope stood further up. */
  readonly duplicates: number;
  /** Lines that say nothing of an opt-out. */
  readonly skipped: number;
  readonly bad: number;
}

export type ImportResult =
  | { readonly kind: 'done' | 'stopped'; readonly counts: ImportCounts; readonly lastLine: number }
  /** The HMACs are another database's. */
  | {
      readonly kind: 'foreign';
      readonly line: number;
      readonly key: string;
      readonly ownKey: string;
    };

interface Listed {
  readonly line: number;
  /** E.164, or a pseudonym of which the ledger does not know the number. */
  readonly number: string;
  readonly scope: Scope;
  readonly said: Readonly<Record<string, string>>;
  /** The mark of the key, of an HMAC. */
  readonly key?: string;
}

/** A transaction of so many takes some 50 ms: nobody who writes beside it waits for long. */
const batchRows = 1000;
const longestSaid = 300;

type Counts = { -readonly [Name in keyof ImportCounts]: number };

/** The mark of this database's own key for numbers: eight hexadecimal digits. */
export function keyMark(store: Store): string {
  return createHash('sha256')
    .update(store.keyFor('mark of the key for numbers'))
    .digest('hex')
    .slice(0, 8);
}

/** Imports all of `lines`, or as far as it gets until `stop`. */
export async function importSuppressions(
  options: ImportOptions,
  lines: AsyncIterable<readonly ListLine[]>,
): Promise<ImportResult> {
  const { store, clock, stop, onProgress } = options;
  const ownKey = keyMark(store);
  const counts: Counts = {
    rows: 0,
    added: 0,
    alreadySuppressed: 0,
    duplicates: 0,
    skipped: 0,
    bad: 0,
  };
  const take = options.dryRun ? rehearsal(options, counts) : entry(options, counts);
  let batch: Listed[] = [];
  let lastLine = 0;

  const commit = async () => {
    if (batch.length > 0) store.transaction(() => batch.forEach(take));
    batch = [];
    checkpoint('after-import-batch');
    onProgress(counts);
    // Others who wait for the database get their turn, and signals theirs.
    await sleep(clock, 0);
  };

  let isHeader = options.reading.hasHeader;
  for await (const some of lines) {
    for (const line of isHeader ? some.slice(1) : some) {
      counts.rows += 1;
      lastLine = line.line;
      const listed = readLine(options, line, counts);
      if (listed?.key !== undefined && listed.key !== ownKey) {
        return { kind: 'foreign', line: line.line, key: listed.key, ownKey };
      }
      if (listed !== undefined) batch.push(listed);
      if (counts.rows % batchRows === 0) await commit();
    }
    if (some.length > 0) isHeader = false;
    if (stop.aborted) break;
  }
  await commit();
  return { kind: stop.aborted ? 'stopped' : 'done', counts, lastLine };
}

/** What a line says; undefined when there is nothing to be done about it. */
function readLine(
  { store, reading, country, scope, onBad }: ImportOptions,
  { line, cells }: ListLine,
  counts: Counts,
): Listed | undefined {
  const said = reading.entryOf(cells);
  if (said === undefined) {
    counts.skipped += 1;
    return undefined;
  }
  const number = readListed(said.number, {
    country,
    isInternational: reading.isInternational,
    hasDialledMark: reading.format === 'smstools3',
  });
  const listed = { line, scope: said.scope || scope, said: said.evidence };
  const reject = (problem: string) => {
    counts.bad += 1;
    onBad({ line, number: said.number.slice(0, 64), problem });
    return undefined;
  };
  if (listed.scope.length > longestCampaign) {
    return reject(`its scope has more than ${longestCampaign} characters`);
  }
  switch (number.kind) {
    case 'number':
      return { ...listed, number: number.number };
    case 'hmac':
      return { ...listed, number: store.consent.numberOf(number.hmac), key: number.key };
    case 'bad':
      return reject(number.problem);
  }
}

/** Takes one in. */
function entry({ store, consent, clock, file, sha256 }: ImportOptions, counts: Counts) {
  const startedAt = clock.now().toISOString();
  return ({ line, number, scope, said }: Listed): void => {
    const stands = store.consent.suppressionsOf(number).find((one) => one.scope === scope);
    if (stands !== undefined) {
      const isOurs = stands.source === 'import' && stands.since >= startedAt;
      counts[isOurs ? 'duplicates' : 'alreadySuppressed'] += 1;
      return;
    }
    const isPseudonym = number === store.consent.pseudonymOf(number);
    consent.optOut({
      // The store takes a pseudonym wherever it takes a number.
      number: number as E164,
      scope,
      source: 'import',
      evidence: {
        file,
        ...(sha256 !== undefined && { sha256 }),
        line,
        ...(isPseudonym && { pseudonym: true }),
        ...Object.fromEntries(
          Object.entries(said).map(([name, value]) => [name, value.slice(0, longestSaid)]),
        ),
      },
    });
    counts.added += 1;
  };
}

/** Counts what would be done with one. */
function rehearsal({ store }: ImportOptions, counts: Counts) {
  const seen = store.seenLines();
  return ({ number, scope }: Listed): void => {
    const stands = store.consent.suppressionsOf(number).some((one) => one.scope === scope);
    if (stands) counts.alreadySuppressed += 1;
    else counts[seen.add(number, scope) ? 'added' : 'duplicates'] += 1;
  };
}
