import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { LedgerState } from '../../src/domain/consent-store.js';
import type { E164 } from '../../src/domain/phone-number.js';
import { hashOf } from '../../src/store/ledger-chain.js';
import { openStore } from '../../src/store/store.js';
import { openTestServices, person, type TestServices } from '../support/test-services.js';

const other = '+447700900124' as E164;

/** A ledger of six events by two people, one of them with a campaign. */
function openLedger(): TestServices {
  const services = openTestServices();
  const { consent } = services;
  const act = { source: 'cli', evidence: { reason: 'asked', line: 4 } } as const;
  consent.optOut({ ...act, number: person, scope: '*' });
  consent.optOut({ ...act, number: other, scope: 'sale' });
  consent.optIn({ ...act, number: person, scope: '*' });
  consent.optOut({ ...act, number: person, scope: 'news' });
  consent.optOut({ ...act, number: other, scope: '*' });
  consent.optOut({ ...act, number: person, scope: 'news' });
  return services;
}

function look(services: TestServices, hashes: readonly string[] = []): LedgerState {
  const check = services.store.ledger.check(new Set(hashes));
  for (;;) {
    const step = check.next();
    if (step.done) return step.value;
  }
}

/** Somebody with the file and a SQLite shell, who knows of the triggers. */
function tamper(services: TestServices, sql: string): void {
  const db = new Database(join(services.dataDir, 'stopgate.db'));
  db.pragma('foreign_keys = OFF');
  db.exec(`DROP TRIGGER IF EXISTS consent_events_no_update;
    DROP TRIGGER IF EXISTS consent_events_no_delete; ${sql}`);
  db.close();
}

function rows(services: TestServices): readonly Record<string, string | number>[] {
  const db = new Database(join(services.dataDir, 'stopgate.db'), { readonly: true });
  const all = db.prepare('SELECT * FROM consent_events ORDER BY rowid').all();
  db.close();
  return all as Record<string, string | number>[];
}

describe('a look at the ledger', () => {
  it('finds it whole, and gives the head of each gateway', () => {
    const services = openLedger();
    const state = look(services);
    expect(state).toMatchObject({ events: 6, faults: [], faultCount: 0 });
    expect(state.chains).toEqual([{ gateway: 'test', events: 6, head: rows(services)[5]?.hash }]);
  });

  it('follows the chain of every gateway in it', () => {
    const services = openLedger();
    const elsewhere = openStore({
      dataDir: services.dataDir,
      gatewayName: 'elsewhere',
      newEventId: () => 'ev_elsewhere',
    });
    const event = elsewhere.consent.append(
      { kind: 'help', number: person, scope: '*', source: 'reply', evidence: {} },
      '2026-11-22T12:00:00.000Z',
    );
    elsewhere.close();
    const { chains, faults } = look(services);
    expect(faults).toEqual([]);
    expect(chains.map(({ gateway }) => gateway)).toEqual(['test', 'elsewhere']);
    expect(chains[1]).toMatchObject({ events: 1, head: event.hash });
  });

  it('sees what stood there when it began, whatever is written meanwhile', () => {
    const services = openLedger();
    const beside = openTestServices('', services.dataDir);
    const check = services.store.ledger.check(new Set());
    check.next();
    beside.consent.optOut({ number: other, scope: 'x', source: 'cli', evidence: {} });
    let step = check.next();
    while (!step.done) step = check.next();
    expect(step.value).toMatchObject({ events: 6, faults: [] });
    expect(look(services)).toMatchObject({ events: 7, faults: [] });
  });

  it('can be ended early, and the store is as free as before', () => {
    const services = openLedger();
    const check = services.store.ledger.check(new Set());
    check.next();
    check.return({ events: 0, chains: [], faults: [], faultCount: 0, found: new Set() });
    services.consent.optOut({ number: other, scope: 'x', source: 'cli', evidence: {} });
    expect(look(services).events).toBe(7);
  });
});

describe('a row that was changed', () => {
  it.each([
    ['id', `'ev_forged'`],
    ['gateway', `'forged'`],
    ['sequence', '40'],
    ['kind', `'opt_in'`],
    ['number', `'+447700900999'`],
    ['number', 'pseudonym'],
    ['pseudonym', `'hmac:${'0'.repeat(64)}'`],
    ['scope', `'forged'`],
    ['source', `'api'`],
    ['evidence', `'{"reason":"forged"}'`],
    ['evidence', `'{}'`],
    ['evidence_hash', `'${'0'.repeat(64)}'`],
    ['created_at', `'2020-01-01T00:00:00.000Z'`],
    ['previous_hash', `'${'0'.repeat(64)}'`],
    ['hash', `'${'0'.repeat(64)}'`],
  ])('in %s (to %s) is found at that row', (column, value) => {
    const services = openLedger();
    tamper(services, `UPDATE consent_events SET ${column} = ${value} WHERE sequence = 4`);
    const { faults, faultCount } = look(services);
    expect(faultCount).toBe(1);
    const id = column === 'id' ? 'ev_forged' : rows(services)[3]?.id;
    expect(faults[0]).toMatchObject({ id, problem: expect.stringMatching(/\w+ \w+/) });
  });

  it('is found at the next one when its own hash was made to fit', () => {
    const services = openLedger();
    const row = rows(services)[3];
    if (row === undefined) throw new Error('there are six');
    const hash = hashOf({
      previousHash: String(row.previous_hash),
      id: String(row.id),
      gateway: String(row.gateway),
      sequence: 4,
      kind: 'opt_in',
      pseudonym: String(row.pseudonym),
      scope: String(row.scope),
      source: String(row.source),
      evidenceHash: String(row.evidence_hash),
      createdAt: String(row.created_at),
    });
    tamper(
      services,
      `UPDATE consent_events SET kind = 'opt_in', hash = '${hash}' WHERE sequence = 4`,
    );
    expect(look(services).faults[0]).toMatchObject({
      sequence: 5,
      problem: expect.stringContaining('previous_hash'),
    });
  });

  it('and looks like that of an erased person is found: no event says so', () => {
    const services = openLedger();
    tamper(
      services,
      `UPDATE consent_events SET number = pseudonym, evidence = '{}' WHERE sequence = 2`,
    );
    expect(look(services).faults[0]).toMatchObject({
      sequence: 2,
      problem: expect.stringContaining('no later event says that the person was erased'),
    });
  });
});

describe('rows that were taken out or moved', () => {
  it.each([
    ['the first', 1, 2, 'sequence 1, is missing'],
    ['one amid them', 3, 4, 'sequence 3, is missing'],
  ])('are missed: %s', (_which, deleted, found, problem) => {
    const services = openLedger();
    tamper(services, `DELETE FROM consent_events WHERE sequence = ${deleted}`);
    expect(look(services).faults).toMatchObject([
      { sequence: found, problem: expect.stringContaining(problem) },
    ]);
  });

  it('are seen when two of them change places', () => {
    const services = openLedger();
    tamper(
      services,
      `UPDATE consent_events SET sequence = 99 WHERE sequence = 3;
       UPDATE consent_events SET sequence = 3 WHERE sequence = 4;
       UPDATE consent_events SET sequence = 4 WHERE sequence = 99;`,
    );
    expect(look(services).faults[0]?.id).toBe(rows(services)[2]?.id);
  });

  it('at the end are missed by who noted the head', () => {
    const services = openLedger();
    const [head, older] = [look(services).chains[0]?.head ?? '', String(rows(services)[3]?.hash)];
    tamper(
      services,
      `DELETE FROM suppressions WHERE event_id IN (SELECT id FROM consent_events WHERE sequence > 4);
       DELETE FROM consent_events WHERE sequence > 4`,
    );
    const state = look(services, [head, older]);
    expect(state.faults).toEqual([]);
    expect([...state.found]).toEqual([older]);
  });
});

describe('the suppression list', () => {
  it.each([
    [
      'a line that was taken out',
      `DELETE FROM suppressions WHERE scope = 'sale'`,
      { sequence: 2, problem: expect.stringContaining('lacks') },
    ],
    [
      'a line that was put in for a stranger',
      `INSERT INTO suppressions SELECT '+447700900777', '*', since, source, event_id FROM suppressions LIMIT 1`,
      { gateway: null, problem: expect.stringContaining('does not follow') },
    ],
    [
      'a line that was put in for somebody who opted in again',
      `INSERT INTO suppressions SELECT number, '*', created_at, source, id FROM consent_events WHERE sequence = 1`,
      { gateway: null, problem: expect.stringContaining('does not follow') },
    ],
    [
      'another time',
      `UPDATE suppressions SET since = '2020-01-01T00:00:00.000Z' WHERE scope = 'sale'`,
      { sequence: 2, problem: expect.stringContaining('another since') },
    ],
    [
      'another event',
      `UPDATE suppressions SET event_id = (SELECT id FROM consent_events WHERE sequence = 6) WHERE scope = 'news'`,
      { sequence: 4, problem: expect.stringContaining('another event_id') },
    ],
    [
      'another number',
      `UPDATE suppressions SET number = '+447700900777' WHERE scope = 'sale'`,
      { sequence: 2, problem: expect.stringContaining('lacks') },
    ],
  ])('is compared with the ledger: %s', (_what, sql, fault) => {
    const services = openLedger();
    tamper(services, sql);
    const { faults } = look(services);
    expect(faults[0]).toMatchObject(fault);
    expect(JSON.stringify(faults)).not.toContain('7700900');
  });

  it('tells at most the first twenty faults, and how many there are', () => {
    const services = openLedger();
    for (let line = 0; line < 30; line += 1) {
      tamper(
        services,
        `INSERT INTO suppressions SELECT '+4477009005${line + 10}', '*', since, source, event_id FROM suppressions LIMIT 1`,
      );
    }
    const { faults, faultCount } = look(services);
    expect([faults.length, faultCount]).toEqual([20, 30]);
  });
});
