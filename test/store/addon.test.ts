import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { endsItsProcess } from '../../src/store/addon.js';
import { connect } from '../../src/store/connection.js';

const addon = readFileSync(
  createRequire(import.meta.url).resolve('better-sqlite3/build/Release/better_sqlite3.node'),
);
/** As the linker writes down what an addon with the newer `ObjectWrap` needs of Node. */
const needed = '_ZN4node28RemoveEnvironmentCleanupHookEPN2v87IsolateEPFvPvES3_\0';

describe('the compiled part of better-sqlite3', () => {
  it('is known by what it needs of Node', () => {
    expect(endsItsProcess(addon)).toBe(false);
    expect(endsItsProcess(Buffer.concat([addon, Buffer.from(needed)]))).toBe(true);
  });

  it('is let through where it is stable', () => {
    const db = connect(':memory:');
    expect(db.open).toBe(true);
    db.close();
  });
});
