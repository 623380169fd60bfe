import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openTestStore } from '../support/test-store.js';

const at = '2026-11-22T12:00:00.000Z';
const optOut = {
  kind: 'opt_out',
  number: '+447700900123',
  scope: '*',
  source: 'reply',
  evidence: { text: 'STOP', modem: 'main' },
} as const;

describe('the ledger', () => {
  it('chains each event to the one before by SHA-256', () => {
    const { store, dataDir } = openTestStore();
    const first = store.consent.append(optOut, at);
    const second = store.consent.append({ ...optOut, kind: 'opt_in' }, at);
    expect(first).toMatchObject({ sequence: 1, previousHash: '0'.repeat(64) });
    expect(second).toMatchObject({ sequence: 2, previousHash: first.hash });

    const db = new Database(join(dataDir, 'stopgate.db'), { readonly: true });
    const row = db.prepare('SELECT * FROM consent_events WHERE sequence = 2').get() as Record<
      string,
      unknown
    >;
    db.close();
    const content = [
      row.previous_hash,
      row.id,
      row.gateway,
      row.sequence,
      row.kind,
      row.pseudonym,
      row.scope,
      row.source,
      createHash('sha256').update(String(row.evidence)).digest('hex'),
      row.created_at,
    ];
    expect(row.hash).toBe(createHash('sha256').update(JSON.stringify(content)).digest('hex'));
  });

  it('refuses that an event is changed or deleted', () => {
    const { store, dataDir } = openTestStore();
    store.consent.append(optOut, at);
    const db = new Database(join(dataDir, 'stopgate.db'));
    expect(() => db.exec(`UPDATE consent_events SET number = '+447700900999'`)).toThrow(
      /append-only/,
    );
    expect(() => db.exec('DELETE FROM consent_events')).toThrow(/append-only/);
    db.close();
  });

  it.each([
    ['id', 'row = NULL, sequence = 99'],
    ['place in its chain', `row = NULL, id = 'ev_other'`],
    ['rowid', `id = 'ev_other', sequence = 99`],
  ])('refuses that an event is replaced by another of its %s', (_what, others) => {
    const { store, dataDir } = openTestStore();
    store.consent.append(optOut, at);
    const db = new Database(join(dataDir, 'stopgate.db'));
    db.exec(`CREATE TEMP TABLE forged AS SELECT rowid AS row, * FROM consent_events;
      UPDATE forged SET kind = 'opt_in', ${others}`);
    const columns = db.pragma('table_info(consent_events)') as { name: string }[];
    const names = columns.map(({ name }) => name).join(', ');
    const replace = `REPLACE INTO consent_events (rowid, ${names}) SELECT * FROM forged`;
    expect(() => db.exec(replace)).toThrow(/append-only/);
    db.close();
  });
});

describe('the suppression list', () => {
  it('keeps the earlier entry when a number is suppressed again', () => {
    const { store } = openTestStore();
    store.consent.suppress(store.consent.append(optOut, at));
    store.consent.suppress(store.consent.append(optOut, '2026-12-24T12:00:00.000Z'));
    expect(store.consent.suppressionsOf('+447700900123')).toEqual([
      { number: '+447700900123', scope: '*', since: at, source: 'reply' },
    ]);
  });

  it('holds one entry a scope and lifts them one by one', () => {
    const { store } = openTestStore();
    for (const scope of ['news', 'sale']) {
      store.consent.suppress(store.consent.append({ ...optOut, scope }, at));
    }
    store.consent.lift('+447700900123', 'news');
    expect(store.consent.suppressionsOf('+447700900123').map(({ scope }) => scope)).toEqual([
      'sale',
    ]);
  });
});
