import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const person = '+447700900123';

interface Installation {
  readonly config: string;
  readonly database: string;
  run(...args: readonly string[]): ReturnType<typeof runCommand>;
}

function install(): Installation {
  const directory = temporaryDirectory();
  const config = join(directory, 'stopgate.toml');
  const dataDir = join(directory, 'data');
  writeFileSync(
    config,
    `[gateway]\nname = "shop"\ncountry = "GB"\ndata_dir = ${JSON.stringify(dataDir)}\n` +
      `[[modem]]\nname = "main"\nport = "/dev/ttyUSB0"\n`,
  );
  return {
    config,
    database: join(dataDir, 'stopgate.db'),
    run: (...args) => runCommand([...args, '--config', config]),
  };
}

function tamper({ database }: Installation, sql: string): void {
  const db = new Database(database);
  db.exec(`DROP TRIGGER consent_events_no_update; DROP TRIGGER consent_events_no_delete; ${sql}`);
  db.close();
}

describe('stopgate ledger verify', () => {
  it('prints how many events there are and the head of each gateway', async () => {
    const { run } = install();
    expect((await run('ledger', 'verify')).stdout).toBe('the ledger is whole: 0 events\n');
    await run('suppress', 'add', person, '--reason', 'asked');
    const { exitCode, stdout } = await run('ledger', 'verify');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('the ledger is whole: 1 event\n');
    expect(stdout).toMatch(/^shop +1 +[0-9a-f]{64}$/m);
    expect(stdout).toContain('--head');
  });

  it('names the first broken event, exits 1, and gives all of it as JSON', async () => {
    const installation = install();
    const { run } = installation;
    await run('suppress', 'add', person);
    await run('suppress', 'add', '+447700900124');
    tamper(installation, `UPDATE consent_events SET scope = 'sale' WHERE sequence = 2`);
    const told = await run('ledger', 'verify');
    expect(told.exitCode).toBe(1);
    expect(told.stderr).toMatch(
      /^stopgate: the ledger is broken at gateway "shop", sequence 2 \(ev_\w+, \d{4}-\S+Z\): its hash does not fit/,
    );
    const { exitCode, stdout } = await run('ledger', 'verify', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      whole: false,
      faultCount: 1,
      faults: [{ gateway: 'shop', sequence: 2, id: expect.stringMatching(/^ev_/) }],
    });
  });

  it('finds with a head that was noted that the end was cut off', async () => {
    const installation = install();
    const { run } = installation;
    await run('suppress', 'add', person);
    await run('suppress', 'add', '+447700900124');
    const { gateways } = JSON.parse((await run('ledger', 'verify', '--json')).stdout);
    const [{ head }] = gateways;
    await run('suppress', 'add', '+447700900125');
    expect((await run('ledger', 'verify', '--head', head)).exitCode).toBe(0);
    tamper(
      installation,
      `DELETE FROM suppressions WHERE number <> '${person}'; DELETE FROM consent_events WHERE sequence > 1`,
    );
    expect((await run('ledger', 'verify')).exitCode).toBe(0);
    const { exitCode, stderr } = await run('ledger', 'verify', '--head', head);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`the head ${head} is not in the ledger`);
  });

  it('refuses a head that is none', async () => {
    expect(await install().run('ledger', 'verify', '--head', 'abc')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('64 hexadecimal digits'),
    });
  });
});

describe('stopgate ledger show', () => {
  it("tells a person's whole history, oldest first", async () => {
    const { run } = install();
    await run('suppress', 'add', person, '--reason', 'letter of May');
    await run('suppress', 'remove', person, '--reason', 'asked to');
    await run('suppress', 'add', '+447700900124', '--reason', "another's");
    const { exitCode, stdout } = await run('ledger', 'show', '07700900123');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${person}: 2 events, now not suppressed`);
    expect(stdout).toMatch(
      /opted out of everything, on the command line\n {2}reason +letter of May/,
    );
    expect(stdout.indexOf('opted out')).toBeLessThan(stdout.indexOf('opted in'));
    expect(stdout).not.toContain("another's");

    const { items, suppressed } = JSON.parse(
      (await run('ledger', 'show', person, '--json')).stdout,
    );
    expect(suppressed).toBe(false);
    expect(
      items.map(({ kind, sequence }: { kind: string; sequence: number }) => [kind, sequence]),
    ).toEqual([
      ['opt_out', 1],
      ['opt_in', 2],
    ]);
  });

  it('tells what is left of somebody who was erased, by number and by pseudonym', async () => {
    const { run } = install();
    await run('suppress', 'add', person, '--reason', 'letter of May');
    await run('erase', person, '--yes', '--reason', 'ticket 812');
    const { stdout } = await run('ledger', 'show', person);
    expect(stdout).toContain('2 events, now suppressed for everything');
    expect(stdout).toContain('ticket 812');
    expect(stdout).not.toContain('letter of May');
    const { items } = JSON.parse((await run('ledger', 'show', person, '--json')).stdout);
    const byPseudonym = await run('ledger', 'show', items[0].number, '--json');
    expect(JSON.parse(byPseudonym.stdout).items).toEqual(items);
  });

  it('says so when there is nothing, and refuses what is no number', async () => {
    const { run } = install();
    expect((await run('ledger', 'show', person)).stdout).toContain('the ledger has nothing of');
    expect(await run('ledger', 'show', 'Ann')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('"Ann" is no possible phone number'),
    });
  });
});

describe('stopgate erase', () => {
  it('erases, says what stays, and the ledger is whole', async () => {
    const { run } = install();
    await run('send', person, 'Hello');
    await run('suppress', 'add', person);
    const { exitCode, stdout } = await run('erase', person, '--yes');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`erased ${person}: 1 messages to them`);
    expect(stdout).toContain('their opt-out stays');
    expect(await run('send', person, 'Hello')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(`${person} opted out of all messages`),
    });
    expect((await run('suppress', 'list')).stdout).not.toContain(person);
    expect((await run('ledger', 'verify')).exitCode).toBe(0);
  });

  it('says that nothing blocks somebody who never opted out', async () => {
    const { run } = install();
    await run('send', person, 'Hello');
    const { stdout } = await run('erase', person, '--yes', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ number: person, messages: 1, suppressed: false });
    expect((await run('erase', person, '--yes')).stdout).toContain('they had not opted out');
    expect((await run('send', person, 'Hello')).exitCode).toBe(0);
  });

  it('asks first, and wants --yes where nobody can be asked', async () => {
    const { run } = install();
    await run('send', person, 'Hello');
    expect(await run('erase', person)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('add --yes'),
    });
    expect((await run('messages')).stdout).toContain('Hello');
  });
});
