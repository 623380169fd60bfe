import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import type { E164 } from '../../src/domain/phone-number.js';
import { erasePerson } from '../../src/service/erasure.js';
import { keepDaemonAway } from '../../src/services.js';
import { damage } from '../support/damage.js';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { openTestServices, type TestServices } from '../support/test-services.js';

const people = 400;
const person = (index: number) => `+4477009${String(index).padStart(5, '0')}` as E164;
const back = person(7);
const erased = person(8);
const doubtful = '+447700900999' as E164;
const later = '+447700900998' as E164;

let dataDir: string;
let config: string;

const file = () => join(dataDir, 'stopgate.db');
const run = (...args: string[]) => runCommand(['--config', config, ...args]);
const asides = () => readdirSync(dataDir).filter((name) => /set-aside-\d{8}T\d{6}Z$/u.test(name));

/** Reads the database as it is now, and lets go of it. */
function look<T>(at: (services: TestServices) => T): T {
  const services = openTestServices(
    '[public]\nbase_url = "https://sms.example.org"\nlisten = "127.0.0.1:0"',
    dataDir,
  );
  try {
    return at(services);
  } finally {
    services.store.close();
  }
}

const suppressed = () =>
  look(({ consent }) =>
    Array.from({ length: people }, (_, index) => person(index)).filter(
      (number) => consent.suppressionsOf(number).length > 0,
    ),
  );

/** 400 people who opted out, of whom one came back and one was erased; a doubtful reply; a link. */
beforeEach(async () => {
  dataDir = join(temporaryDirectory(), 'data');
  config = join(temporaryDirectory(), 'stopgate.toml');
  writeFileSync(
    config,
    `[gateway]\nname = "test"\ncountry = "GB"\ndata_dir = ${JSON.stringify(dataDir)}\n[[modem]]\nport = "/dev/null"\n`,
  );
  const services = openTestServices('', dataDir);
  const { store, consent, clock } = services;
  store.transaction(() => {
    for (let index = 0; index < people; index += 1) {
      consent.optOut({
        number: person(index),
        scope: index % 10 === 0 ? 'spring' : '*',
        source: 'cli',
        evidence: { note: 'x'.repeat(200) },
      });
    }
    consent.optIn({ number: back, scope: '*', source: 'cli', evidence: {} });
  });
  await erasePerson(
    { store, consent, clock, country: 'GB' },
    { number: erased, by: 'test', reason: undefined },
  );
  services.arrive(doubtful, 'Stop, my husband will collect it');
  services.keys.create('shop', ['send']);
  store.close();
});

describe('stopgate database check', () => {
  it('finds a sound file sound, beside whoever uses it', async () => {
    const services = openTestServices('', dataDir);
    const { exitCode, stdout } = await run('database', 'check');
    expect(stdout).toContain(`${file()} is sound`);
    expect(exitCode).toBe(0);
    expect(JSON.parse((await run('database', 'check', '--json')).stdout)).toMatchObject({
      file: file(),
      sound: true,
      damage: [],
      danglingRows: [],
      ledger: { whole: true },
    });
    services.store.close();
  });

  it('names what SQLite found, changes nothing, and fails', async () => {
    damage(file(), 'consent_events');
    const before = readFileSync(file());
    const { exitCode, stderr } = await run('database', 'check');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${file()} is damaged`);
    expect(stderr).toContain('set-aside');
    const { stdout } = await run('database', 'check', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ sound: false, ledger: null });
    expect(JSON.parse(stdout).damage.length).toBeGreaterThan(0);
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  it('finds a ledger that was tampered with, and rows that refer to nothing', async () => {
    const db = new Database(file());
    db.pragma('foreign_keys = OFF');
    db.exec(`UPDATE suppressions SET event_id = 'ev_none' WHERE number = '${person(1)}'`);
    db.close();
    const { exitCode, stderr } = await run('database', 'check');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('1 rows of suppressions refer to rows of consent_events');
    expect(stderr).toContain('the ledger is broken');
  });

  it('names a table that somebody dropped, without which set-aside goes on', async () => {
    const db = new Database(file());
    db.pragma('foreign_keys = OFF');
    db.exec('DROP TABLE message_parts; DROP TABLE messages');
    db.close();
    expect((await run('status')).stderr).toContain('"stopgate database check"');
    const { exitCode, stderr } = await run('database', 'check');
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining(
        'the table messages is missing\n  the table message_parts is missing',
      ),
    ]);
    expect((await run('database', 'set-aside', '--yes')).exitCode).toBe(0);
    expect((await run('database', 'check')).exitCode).toBe(0);
    expect(suppressed()).toHaveLength(people - 1);
  });

  it('is where other commands send whoever meets the damage', async () => {
    damage(file(), 'consent_events');
    for (const args of [
      ['vacuum'],
      ['ledger', 'verify'],
      ['suppress', 'export'],
      ['backup', join(temporaryDirectory(), 'backup.db')],
    ]) {
      const { exitCode, stderr } = await run(...args);
      expect([...args, exitCode, stderr]).toEqual([
        ...args,
        1,
        expect.stringMatching(/damaged.*"stopgate database check"/su),
      ]);
      expect(stderr.split('\n').length).toBeLessThan(4);
    }
  });

  it('says where it looked when there is none', async () => {
    const { exitCode, stderr } = await runCommand(['--config', config, 'database', 'check'], {
      env: { STOPGATE_GATEWAY__DATA_DIR: '/nonexistent' },
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('there is no database /nonexistent/stopgate.db');
  });
});

describe('stopgate database set-aside', () => {
  const everybody = () =>
    Array.from({ length: people }, (_, index) => person(index)).filter((number) => number !== back);

  it('does nothing without --yes, and says in plain words what is at stake', async () => {
    damage(file(), 'messages');
    const { exitCode, stderr } = await run('database', 'set-aside');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('the opt-outs are in this database');
    expect(asides()).toEqual([]);
  });

  it('leaves a sound file where it is', async () => {
    const { exitCode, stderr } = await run('database', 'set-aside', '--yes');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('is sound');
    expect(asides()).toEqual([]);
  });

  it('refuses while a daemon works on it', async () => {
    damage(file(), 'messages');
    const unlock = keepDaemonAway({ gateway: { dataDir } } as never);
    onTestFinished(unlock);
    const { exitCode, stderr } = await run('database', 'set-aside', '--yes');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('another stopgate daemon');
    expect(asides()).toEqual([]);
  });

  it('carries all consent over where the damage is elsewhere: ledger, list, links, keys, pseudonyms', async () => {
    const link = look(({ links }) =>
      links.linkFor({ number: person(3), campaign: 'a', language: null }),
    );
    const before = JSON.parse((await run('ledger', 'verify', '--json')).stdout);
    damage(file(), 'messages');
    const bytes = readFileSync(file());
    const { exitCode, stdout } = await run('database', 'set-aside', '--yes');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('keep it, opt-outs are in it');
    expect(stdout).not.toContain('LOST');
    const [aside = ''] = asides();
    expect(readFileSync(join(dataDir, aside)).equals(bytes)).toBe(true);
    expect(existsSync(join(dataDir, 'rescuing'))).toBe(false);

    expect(suppressed()).toEqual(everybody());
    const ledger = JSON.parse((await run('ledger', 'verify', '--json')).stdout);
    // The chain goes on from its head; the doubtful reply, which nobody will decide, is the one more.
    expect(ledger).toMatchObject({ whole: true, events: before.events + 1 });
    expect((await run('ledger', 'verify', '--head', before.gateways[0].head)).exitCode).toBe(0);
    look(({ links, consent, keys }) => {
      expect(links.linkFor({ number: person(3), campaign: 'a', language: null })).toBe(link);
      expect(consent.suppressionsOf(doubtful)).toMatchObject([{ scope: '*', source: 'import' }]);
      expect(keys.list().map(({ name }) => name)).toEqual(['shop']);
    });
    expect((await run('database', 'check')).exitCode).toBe(0);
  });

  it('makes the list from the ledger where the list is damaged', async () => {
    damage(file(), 'suppressions');
    const { exitCode, stdout } = await run('database', 'set-aside', '--yes');
    expect([exitCode, stdout]).toEqual([0, expect.not.stringContaining('LOST')]);
    expect(suppressed()).toEqual(everybody());
    expect((await run('ledger', 'verify')).exitCode).toBe(0);
  });

  it('writes new events where the ledger is damaged, which say where they come from', async () => {
    damage(file(), 'consent_events');
    const { exitCode, stdout } = await run('database', 'set-aside', '--yes');
    expect([exitCode, stdout]).toEqual([0, expect.not.stringContaining('LOST')]);
    expect(suppressed()).toEqual(everybody());
    expect((await run('ledger', 'verify')).exitCode).toBe(0);
    const shown = JSON.parse((await run('ledger', 'show', person(people - 1), '--json')).stdout);
    expect(shown.items).toMatchObject([
      {
        kind: 'opt_out',
        source: 'import',
        evidence: { rescuedFrom: asides()[0], was: 'cli', gateway: 'test' },
      },
    ]);
    expect(JSON.parse(shown.items[0].evidence.evidence)).toEqual({ note: 'x'.repeat(200) });
    const first = JSON.parse((await run('ledger', 'show', person(0), '--json')).stdout);
    expect(first.items).toMatchObject([{ source: 'cli', evidence: { note: 'x'.repeat(200) } }]);
  });

  it('changes nothing where opt-outs are lost, unless that is accepted; the rest is carried over then', async () => {
    damage(file(), 'suppressions');
    damage(file(), 'consent_events');
    const bytes = readFileSync(file());
    const refused = await run('database', 'set-aside', '--yes');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('nothing was changed');
    expect(refused.stderr).toContain('lost: a part of the suppression list');
    expect(readFileSync(file()).equals(bytes)).toBe(true);
    expect(asides()).toEqual([]);

    const { exitCode, stdout } = await run(
      'database',
      'set-aside',
      '--yes',
      '--accept-loss',
      '--json',
    );
    expect(exitCode).toBe(0);
    const { rescued } = JSON.parse(stdout);
    expect(rescued.losses).toHaveLength(1);
    const still = suppressed();
    expect(still.length).toBeGreaterThan(people * 0.9);
    expect(still).toContain(erased);
    expect((await run('ledger', 'verify')).exitCode).toBe(0);
  });

  it('counts an opt-out as lost whose number is none any more', async () => {
    damage(file(), 'messages');
    const db = new Database(file());
    db.pragma('foreign_keys = OFF');
    db.exec(`UPDATE suppressions SET number = '+44770090x' WHERE number = '${person(1)}'`);
    db.close();
    const { exitCode, stderr } = await run('database', 'set-aside', '--yes');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('lost: 1 opt-outs whose number is none any more');
  });

  it('comes before a restore, which then brings over the opt-outs since the backup', async () => {
    const backup = join(temporaryDirectory(), 'backup.db');
    expect((await run('backup', backup)).exitCode).toBe(0);
    look(({ consent }) => {
      consent.optOut({ number: later, scope: '*', source: 'reply', evidence: {} });
    });
    damage(file(), 'messages');
    damage(file(), 'suppressions');
    const refused = await run('restore', backup);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('stopgate database set-aside --yes');
    expect((await run('database', 'set-aside', '--yes')).exitCode).toBe(0);
    expect((await run('restore', backup)).exitCode).toBe(0);
    expect(suppressed()).toEqual(everybody());
    expect(look(({ consent }) => consent.suppressionsOf(later))).toHaveLength(1);
    expect((await run('ledger', 'verify')).exitCode).toBe(0);
  });

  it('says that everything is lost where the file is no database any more', async () => {
    const bytes = Buffer.alloc(20_000, 0xa5);
    writeFileSync(file(), bytes);
    const refused = await run('database', 'set-aside', '--yes');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('lost: everything');
    expect(readFileSync(file()).equals(bytes)).toBe(true);
    expect((await run('database', 'set-aside', '--yes', '--accept-loss')).exitCode).toBe(0);
    expect(suppressed()).toEqual([]);
    expect(systemClock.now().getUTCFullYear()).toBe(Number(asides()[0]?.slice(-16, -12)));
  });
});
