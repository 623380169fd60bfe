import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { goesToJournal } from '../../src/systemd/journal.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

it('the journal is what JOURNAL_STREAM names, and nothing that was put in its place', () => {
  const directory = temporaryDirectory();
  const [journal, file] = ['journal', 'file'].map((name) => openSync(join(directory, name), 'w'));
  if (journal === undefined || file === undefined) throw new Error('no files');
  try {
    const { dev, ino } = fstatSync(journal, { bigint: true });
    const env = { JOURNAL_STREAM: `${dev}:${ino}` };
    expect(goesToJournal(env, { fd: journal })).toBe(true);
    expect(goesToJournal(env, { fd: file })).toBe(false);
    expect(goesToJournal({}, { fd: journal })).toBe(false);
    expect(goesToJournal(env, {})).toBe(false);
  } finally {
    closeSync(journal);
    closeSync(file);
  }
});
