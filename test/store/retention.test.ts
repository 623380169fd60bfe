import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { retentionStore } from '../../src/store/retention.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

describe('what is old enough', () => {
  it('is found by index and in its order, however much there is', () => {
    const db = openDatabase(temporaryDirectory());
    const statements: string[] = [];
    const prepare = db.prepare.bind(db);
    Object.assign(db, {
      prepare(sql: string) {
        statements.push(sql);
        return prepare(sql);
      },
    });
    retentionStore(db);
    const plans = statements.flatMap((sql) => {
      const plan = prepare(`EXPLAIN QUERY PLAN ${sql.replace(/@\w+|\?/g, 'NULL')}`).all() as {
        detail: string;
      }[];
      return plan.map(({ detail }) => detail);
    });
    db.close();
    const walks = plans.filter((detail) => /^SCAN|TEMP B-TREE/.test(detail));
    expect(walks).toEqual([]);
    const indexes = plans.map((detail) => /INDEX (\w+) \(\w+<\?\)/.exec(detail)?.[1]);
    expect(indexes.filter((name) => name !== undefined)).toEqual([
      'message_parts_text',
      'inbound_text',
      'received_pdus_age',
    ]);
  });
});
