/**
 * The power fails at any moment: whatever then stands in the file and its log opens without complaint,
 * as it was after some transaction, and nothing that was answered before is missing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { E164 } from '../../../src/domain/phone-number.js';
import { databaseFile, openDatabase } from '../../../src/store/database.js';
import { steps } from '../../../src/store/migrations.js';
import { makeOldDatabase, oldRows } from '../../support/old-database.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import { openTestServices, type TestServices } from '../../support/test-services.js';
import { webhookToml } from '../../support/test-webhooks.js';
import { examine, type Finding, holds } from './consistency.js';
import {
  type Cut,
  commitsOf,
  copyFiles,
  cutsAmidCheckpoint,
  cutsBetweenFrames,
  cutsOverOlder,
  cutsWithinFrames,
  type Files,
  framesOf,
  logOctets,
  withFiles,
} from './power-cut.js';

/** What was answered, as SQL that finds it, and how much of the log was written by then. */
interface Answered {
  readonly octets: number;
  readonly sql: string;
}

interface Work {
  readonly files: Files;
  readonly answered: readonly Answered[];
  /** The file after all of the log was copied into it. */
  readonly checkpointed: Buffer;
}

/** The log of so many is not copied into the file before it is closed. */
const people = 3;
/** Nobody is called: events wait to be told. */
const toml = webhookToml('http://127.0.0.1:9/sms');
const numberOf = (person: number) => `+4477009000${String(person).padStart(2, '0')}` as E164;

/** Messages of one part and more, opt-outs by reply, page and operator, HELP, START, half a send. */
function work(): Work {
  const dataDir = temporaryDirectory();
  // The schema is in the file, not in the log.
  const before = closedFile(dataDir);
  const services = openTestServices(toml, dataDir);
  const answered: Answered[] = [];
  const note = (sql: string) => answered.push({ octets: logOctets(dataDir), sql });
  for (let person = 0; person < people; person += 1) workWith(services, numberOf(person), note);
  const files = copyFiles(dataDir);
  // Else the log was begun anew in between, and the octets of it tell nothing.
  expect(files.database.equals(before)).toBe(true);
  services.store.close();
  const checkpointed = closedFile(dataDir);
  return { files, answered, checkpointed };
}

/** The file alone, with all of the log in it: whoever closes a database last copies it there. */
function closedFile(dataDir: string): Buffer {
  openDatabase(dataDir).close();
  return readFileSync(join(dataDir, databaseFile));
}

function workWith(services: TestServices, number: E164, note: (sql: string) => void): void {
  const { outbox, sender, consent } = services;
  const send = (text: string, campaign: string) => {
    const result = outbox.send({ to: number, text, campaign });
    if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
    note(`SELECT 1 FROM messages WHERE id = '${result.message.id}'`);
  };
  const handOver = () => {
    const submission = sender.next('main');
    if (submission === undefined) throw new Error('nothing is queued');
    const [id, sequence] = submission.id.split('/');
    const part = `FROM message_parts WHERE message_id = '${id}' AND sequence = ${sequence}`;
    note(`SELECT 1 ${part} AND claimed_at IS NOT NULL`);
    sender.settle('main', submission, { kind: 'sent', reference: 7 });
    note(`SELECT 1 ${part} AND status = 'sent'`);
  };
  const hear = (text: string) => {
    services.arrive(number, text);
    note(`SELECT 1 FROM inbound WHERE sender = '${number}' AND text = '${text}'`);
  };
  send('Your parcel came.', 'orders');
  send('Read on and on. '.repeat(25), 'news');
  handOver();
  handOver();
  hear('HELP');
  hear('STOP');
  note(`SELECT 1 FROM consent_events WHERE number = '${number}' AND kind = 'opt_out'`);
  // The help and the confirmation.
  handOver();
  handOver();
  hear('START');
  send('Welcome back!', 'news');
  consent.suppress({ number, scope: '*', source: 'cli', evidence: {} });
  note(`SELECT 1 FROM suppressions WHERE number = '${number}' AND source = 'cli'`);
}

/** What is left after the cut; what was answered before has to be there. */
function findingAfter({ name, octets, files }: Cut, answered: readonly Answered[]): Finding {
  return withFiles(files, (dataDir) => {
    const { problems, events } = examine(dataDir);
    const lost = answered.filter((one) => one.octets <= octets && !holds(dataDir, one.sql));
    const all = [...problems, ...lost.map(({ sql }) => `lost: ${sql}`)];
    return { problems: all.map((problem) => `${name}: ${problem}`), events };
  });
}

describe('a power cut', { timeout: 120_000 }, () => {
  it('between any two pages of the log leaves a state that all tables agree on', () => {
    const { files, answered } = work();
    // No transaction is on its own in the log: each has several pages to be cut apart.
    expect(commitsOf(files.log)).toBeGreaterThan(10 * people);
    expect(framesOf(files.log)).toBeGreaterThan(3 * commitsOf(files.log));
    const found = [...cutsBetweenFrames(files)].map((cut) => findingAfter(cut, answered));
    expect(found.flatMap(({ problems }) => problems)).toEqual([]);

    const events = found.map((one) => one.events);
    expect(events).toEqual([...events].sort((one, other) => one - other));
    expect(events.at(-1)).toBe(4 * people);
  });

  it('within any page of the log leaves the state before it', () => {
    const { files, answered } = work();
    expect(
      [...cutsWithinFrames(files)].flatMap((cut) => findingAfter(cut, answered).problems),
    ).toEqual([]);
  });

  it('while the log is copied into the file loses nothing', () => {
    const { files, answered, checkpointed } = work();
    const cuts = [...cutsAmidCheckpoint(files, checkpointed, 5)];
    expect(cuts.length).toBeGreaterThan(5);
    expect(cuts.flatMap((cut) => findingAfter(cut, answered).problems)).toEqual([]);
  });

  it('in a log that was begun anew over an older one leaves nothing of the older one', () => {
    const dataDir = temporaryDirectory();
    openDatabase(dataDir).close();
    const services = openTestServices(toml, dataDir);
    const answered: Answered[] = [];
    workWith(services, numberOf(0), (sql) => answered.push({ octets: 0, sql }));
    const older = copyFiles(dataDir);
    const beside = openDatabase(dataDir);
    beside.pragma('wal_checkpoint(RESTART)');
    beside.close();
    workWith(services, numberOf(1), () => {});
    const files = copyFiles(dataDir);
    // The same place in the file is written a second time.
    expect(files.log.subarray(0, 32).equals(older.log.subarray(0, 32))).toBe(false);

    const found = [...cutsOverOlder(files, older.log)].map((cut) => findingAfter(cut, answered));
    expect(found.flatMap(({ problems }) => problems)).toEqual([]);
    expect([found[0], found.at(-1)]).toMatchObject([{ events: 4 }, { events: 8 }]);
  });

  it('amid the first start, and amid the migration of an old file, is made good by the next start', () => {
    for (const isOld of [false, true]) {
      const dataDir = temporaryDirectory();
      if (isOld) makeOldDatabase(dataDir);
      const db = openDatabase(dataDir);
      const files = copyFiles(dataDir);
      db.close();
      expect(commitsOf(files.log)).toBeGreaterThanOrEqual(steps.length - (isOld ? 1 : 0));
      for (const { name, files: left } of [
        ...cutsBetweenFrames(files),
        ...cutsWithinFrames(files),
      ]) {
        withFiles(left, (cutDir) => {
          const { problems, events } = examine(cutDir);
          const isWhole = holds(
            cutDir,
            `SELECT 1 FROM pragma_user_version WHERE user_version = ${steps.length}
              AND (SELECT count(*) FROM messages) = ${isOld ? oldRows : 0}`,
          );
          expect([name, events, isWhole]).toEqual([name, isOld ? oldRows : 0, true]);
          if (!isOld) expect(problems).toEqual([]);
        });
      }
    }
  });
});
