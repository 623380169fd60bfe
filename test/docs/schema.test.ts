import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyLedger } from '../../src/service/ledger.js';
import { openDatabase } from '../../src/store/database.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { openTestApi } from '../support/test-api.js';
import { doubtful, person } from '../support/test-services.js';
import { webhookToml } from '../support/test-webhooks.js';

const page = readFileSync(new URL('../../docs/schema.md', import.meta.url), 'utf8');
const neighbour = '+447700900124';

/** The part of the page under `## title`. */
function part(title: string): string {
  const found = page.split(/^## /mu).find((text) => text.startsWith(`${title}\n`));
  if (found === undefined) throw new Error(`docs/schema.md has no "${title}"`);
  return found;
}

function queriesIn(title: string): readonly (readonly [string, string])[] {
  const blocks = part(title).matchAll(/^(?<what>[^\n]+):\n\n```sql\n(?<sql>.*?)^```$/gmsu);
  return [...blocks].map(({ groups = {} }) => [groups.what ?? '', groups.sql ?? ''] as const);
}

/** Tables and columns as the page names them: `messages.text TEXT, NULL`. */
function documented(): readonly string[] {
  const found: string[] = [];
  for (const section of part('Tables').split(/^### /mu).slice(1)) {
    const [table = ''] = section.split('\n', 1);
    for (const [, column, type] of section.matchAll(/^\| (\w+) \| ([A-Z][^|]*) \|/gmu)) {
      found.push(`${table}.${column} ${type}`);
    }
  }
  return found;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: number;
  readonly isKey: number;
}

function actual(db: Database.Database): readonly string[] {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all();
  const select = db.prepare<[string], Column>(
    `SELECT name, type, "notnull" AS isRequired, pk > 0 AS isKey FROM pragma_table_xinfo(?)`,
  );
  return tables.flatMap((table) =>
    select.all(table).map(({ name, type, isRequired, isKey }) => {
      const isNullable = isKey === 0 && isRequired === 0;
      return `${table}.${name} ${type}${isKey === 1 ? ', key' : ''}${isNullable ? ', NULL' : ''}`;
    }),
  );
}

/** A gateway in which all that the queries ask for has happened, a moment ago. */
async function busyGateway() {
  const api = openTestApi(webhookToml('https://app.example.org'));
  const { store, sender, clock, keys } = api;
  // The queries ask by the time of the machine.
  await clock.advance(Date.parse(sqliteNow()) - clock.now().getTime());
  const send = async (to: string, text: string) =>
    await api.ask('POST /v1/messages', { body: { to, text } });
  const work = () => {
    api.modemIs('main', 'ready');
    for (let part = sender.next('main'); part; part = sender.next('main')) {
      sender.settle('main', part, { kind: 'sent', reference: 3 });
    }
  };
  await send(person, 'An offer');
  work();
  sender.report({ modem: 'main', to: person, reference: 3, status: 0, takenAt: null });
  await send(person, 'Another offer');
  await send(neighbour, 'It waits');
  api.arrive(neighbour, doubtful);
  api.arrive(person, 'STOP');
  work();
  const nonsense = { modem: 'main', route: 'stored', hex: '07911326040000F0', tpduLength: 9 };
  api.receiver.receive({ ...nonsense, route: 'stored' });
  keys.create('web shop', ['send']);
  store.modems.setRefusedPin('main', 'x');
  const now = clock.now().toISOString();
  const [first] = store.webhooks.list({ limit: 100 }).items.slice(-1);
  store.webhooks.markDead(first?.id ?? '', 'it answered 410', now);
  return api;
}

function sqliteNow(): string {
  const db = new Database(':memory:');
  try {
    return String(db.prepare(`SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`).pluck().get());
  } finally {
    db.close();
  }
}

describe('docs/schema.md', () => {
  it('has every table and every column with its type, and no other', () => {
    const db = openDatabase(temporaryDirectory());
    onTestFinished(() => void db.close());
    expect([...documented()].sort()).toEqual([...actual(db)].sort());
  });

  it('has ten queries, each of which finds something in a busy gateway', async () => {
    const { dataDir } = await busyGateway();
    const db = new Database(join(dataDir, 'stopgate.db'), { readonly: true });
    onTestFinished(() => void db.close());
    const queries = queriesIn('Ten queries');
    expect(queries).toHaveLength(10);
    for (const [what, sql] of queries) {
      const rows = db.prepare<[], Record<string, unknown>>(sql).all();
      expect([what, rows.length > 0]).toEqual([what, true]);
      const empty = Object.keys(rows[0] ?? {}).filter((name) =>
        rows.every((row) => row[name] === null),
      );
      expect([what, empty]).toEqual([what, []]);
    }
  });

  it('allows by hand only what leaves the ledger whole and the daemon working', async () => {
    const api = await busyGateway();
    const db = new Database(join(api.dataDir, 'stopgate.db'));
    onTestFinished(() => void db.close());
    const changes = queriesIn('What may be changed by hand');
    expect(changes).toHaveLength(4);
    for (const [what, sql] of changes) {
      const before = db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;
      db.exec(sql.replace('2025-01-01', '9999-01-01'));
      const after = db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;
      expect([what, after > before]).toEqual([what, true]);
    }
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const parts =
      'SELECT count(*) FROM message_parts WHERE message_id NOT IN (SELECT id FROM messages)';
    expect(db.prepare(parts).pluck().get()).toBe(0);
    const stop = new AbortController().signal;
    const verdict = await verifyLedger({ ...api, heads: [], stop, onProgress: () => {} });
    expect(verdict?.isWhole).toBe(true);
    expect(api.store.keys.list().map(({ name }) => name)).toContain('shop');
    expect(api.store.modems.refusedPin('main')).toBeUndefined();
    const { status } = await api.ask('POST /v1/messages', { body: { to: person, text: 'Hello' } });
    expect(status).toBe(403);
  });
});
