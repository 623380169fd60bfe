import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

interface Installation {
  readonly directory: string;
  readonly dataDir: string;
  run(args: readonly string[], stdin?: string): ReturnType<typeof runCommand>;
  /** Writes a file and imports it; the result as JSON, the exit code and what is told on stderr. */
  take(content: string | Buffer, ...args: readonly string[]): Promise<Taken>;
  /** Numbers and scopes, sorted. */
  suppressed(): Promise<readonly string[]>;
}

interface Taken {
  readonly exitCode: number;
  readonly stderr: string;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into it
  readonly result: any;
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
  const run: Installation['run'] = (args, stdin) =>
    runCommand([...args, '--config', config], stdin === undefined ? {} : { stdin });
  return {
    directory,
    dataDir,
    run,
    async take(content, ...args) {
      const file = join(directory, 'list.csv');
      writeFileSync(file, content);
      const { exitCode, stdout, stderr } = await run([
        'suppress',
        'import',
        file,
        '--json',
        ...args,
      ]);
      return { exitCode, stderr, result: stdout === '' ? undefined : JSON.parse(stdout) };
    },
    async suppressed() {
      const { stdout } = await run(['suppress', 'list', '--json', '--limit', '1000']);
      const { items } = JSON.parse(stdout) as { items: { number: string; scope: string }[] };
      return items.map(({ number, scope }) => `${number} ${scope}`).sort();
    },
  };
}

const ann = '+447700900001 *';
const bob = '+447700900002 *';
const cyd = '+447700900003 *';

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

describe('stopgate suppress import reads', () => {
  it.each<[string, string | Buffer, readonly string[]]>([
    ['numbers alone, one a line', '+447700900001\n07700 900002\n', [ann, bob]],
    ['a header above them', 'Mobile\n+447700900001\n447700900002', [ann, bob]],
    [
      'a column among others',
      'Name;Phone\nAnn;+447700900001\n"Bob; Co";+447700900002\n',
      [ann, bob],
    ],
    ['tabs', 'msisdn\tname\n+447700900001\tAnn\n', [ann]],
    ['what Windows writes', '\uFEFFnumber,name\r\n"+447700900001","Ann, ""A"""\r\n', [ann]],
    ['UTF-16', utf16('number\tname\r\n+447700900001\tÅnn\r\n'), [ann]],
    ['Excel about its delimiter', 'sep=;\nnumber;name\n+447700900001;Ann\n', [ann]],
    [
      'Excel’s ways with numbers',
      `number\n'+447700900001\n"=""+447700900002"""\n447700900003.0\n`,
      [ann, bob, cyd],
    ],
    [
      'our own list',
      'number,scope,since,source\n+447700900001,*,2026-01-01T00:00:00.000Z,reply\n+447700900002,sale,,api\n',
      [ann, '+447700900002 sale'],
    ],
    [
      'Twilio’s consents',
      'contact_id,correlation_id,sender_id,status,source,date_of_consent\n+447700900001,a,MG1,opt-out,website,2026-01-01T00:00:00Z\n+447700900002,b,MG1,opt-in,website,2026-01-01T00:00:00Z\n',
      [ann],
    ],
    [
      'Twilio’s message log',
      'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit\n' +
        '+15005550006,447700900001,Sale!,failed,2026-01-01,,1,21610,AC,SM1,outbound-api,0,USD\n' +
        '+447700900002,+15005550006,"Stop, thank you",received,2026-01-01,,1,0,AC,SM2,inbound,0,USD\n' +
        '+447700900003,+15005550006,See you,received,2026-01-01,,1,0,AC,SM3,inbound,0,USD\n',
      [ann, bob],
    ],
    [
      'AWS’s JSON',
      '{"OptOutListName": "Default", "OptedOutNumbers": [{"OptedOutNumber": "+447700900001", "OptedOutTimestamp": 1767225600.0, "EndUserOptedOut": true}, {"OptedOutNumber": "447700900002", "OptedOutTimestamp": 1767225600.0, "EndUserOptedOut": false}]}',
      [ann, bob],
    ],
    [
      'AWS’s text',
      'arn:aws:sms-voice:x\tDefault\nOPTEDOUTNUMBERS\tTrue\t+447700900001\t1767225600.0\n',
      [ann],
    ],
    [
      'AWS’s fields as CSV',
      'OptedOutNumber,OptedOutTimestamp,EndUserOptedOut\n+447700900001,1767225600,true\n',
      [ann],
    ],
    ['SNS’s JSON', '{"phoneNumbers": ["+447700900001", "+447700900002"]}', [ann, bob]],
    [
      'Pinpoint’s endpoints',
      'ChannelType,Address,OptOut\nSMS,+447700900001,ALL\nSMS,+447700900002,NONE\nEMAIL,a@example.org,ALL\n',
      [ann],
    ],
    [
      'Kalkun’s stop_manager',
      'id_stop_manager,destination_number,stop_type,stop_message,reg_date\n1,+447700900001,,STOP,2026-01-01 10:00:00\n',
      [ann],
    ],
    ['Kalkun’s blacklist', 'id_blacklist_number,phone_number,reason\n1,07700900001,asked\n', [ann]],
    [
      'smstools3’s blacklist',
      '# people\n447700900001 # Ann, of the shop\ns07700900002\n[QUEUE1]\n4917612345678 # in Germany\n',
      [ann, bob, '+4917612345678 *'],
    ],
    [
      'gammu-smsd’s section',
      '[exclude_numbers]\nnumber1 = +447700900001\nnumber2=07700900002\n',
      [ann, bob],
    ],
  ])('%s', async (_what, content, expected) => {
    const { take, suppressed } = install();
    const { exitCode, result, stderr } = await take(content);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(result).toMatchObject({ finished: true, added: expected.length, bad: 0 });
    expect(await suppressed()).toEqual([...expected].sort());
  });

  it('stdin, where - is the name', async () => {
    const { run, suppressed } = install();
    const { exitCode } = await run(['suppress', 'import', '-'], '+447700900001\n');
    expect(exitCode).toBe(0);
    expect(await suppressed()).toEqual([ann]);
  });

  it('a log whose first 64 KiB end amid a text of several lines', async () => {
    const text = `"${'many words\n'.repeat(8000)}"`;
    const { exitCode, result } = await install().take(
      `From,To,Body,Direction,ErrorCode\n+447700900001,+15005550006,stop,inbound,0\n+447700900003,+15005550006,${text},inbound,0\n+15005550006,+447700900002,Sale,outbound-api,21610\n`,
    );
    expect(exitCode).toBe(0);
    expect(result).toMatchObject({ rows: 3, added: 2, skipped: 1 });
  });

  it('a long list, and knows the same from the new and the known', async () => {
    const { take, suppressed } = install();
    const numbers = Array.from(
      { length: 2500 },
      (_, index) => `+4477009${String(index).padStart(5, '0')}`,
    );
    const list = `number\n${[...numbers, ...numbers.slice(0, 7)].join('\n')}\n`;
    expect((await take(list)).result).toMatchObject({
      rows: 2507,
      added: 2500,
      duplicates: 7,
      alreadySuppressed: 0,
    });
    expect((await take(list)).result).toMatchObject({
      rows: 2507,
      added: 0,
      duplicates: 0,
      alreadySuppressed: 2507,
    });
    expect(await suppressed()).toHaveLength(1000);
  }, 30_000);
});

describe('stopgate suppress import refuses', () => {
  it.each([
    ['4.47701E+11', 'a spreadsheet has rounded it'],
    ['4,47701E+11', 'a spreadsheet has rounded it'],
    ['491721234567', 'is no possible phone number; with + and the country code it would be read'],
    ['Ann', 'is no possible phone number'],
    ['""', 'there is no number'],
    [`hmac:${'0'.repeat(64)}`, 'without the mark of its key'],
  ])('the row %s, tells its line, and takes the others', async (row, problem) => {
    const { take, suppressed } = install();
    const { exitCode, result, stderr } = await take(
      `number;name\n${ann.slice(0, 13)};x\n${row};y\n${bob.slice(0, 13)};z\n`,
    );
    expect(exitCode).toBe(1);
    expect(result).toMatchObject({ rows: 3, added: 2, bad: 1 });
    expect(result.badRows).toEqual([
      { line: 3, number: expect.any(String), problem: expect.stringContaining(problem) },
    ]);
    expect(stderr).toContain('1 row of');
    expect(await suppressed()).toEqual([ann, bob]);
  });

  it('a whole range of smstools3’s', async () => {
    const { exitCode, result } = await install().take(
      '447700900001\n44 # all of the UK\ns # short ones\n',
    );
    expect(exitCode).toBe(1);
    expect(result.badRows).toMatchObject([
      { line: 2, problem: expect.stringContaining('all numbers that begin so') },
      { line: 3, problem: expect.stringContaining('all numbers that begin so') },
    ]);
  });

  it.each(['tel:+447700900342', '4.477E+11', '07700 900 344x'])(
    'a first row that is no number, %s, and no name of a column either',
    async (first) => {
      const { take, suppressed } = install();
      const { exitCode, result } = await take(`${first}\n+447700900001\n`);
      expect([exitCode, result]).toMatchObject([1, { added: 1, bad: 1, badRows: [{ line: 1 }] }]);
      expect(await suppressed()).toEqual([ann]);
    },
  );

  it.each([
    [
      'a list without numbers',
      'name,town\nAnn,Leeds\n',
      'neither a known header nor a phone number',
    ],
    [
      'a list with two columns of numbers',
      'id,Phone,Mobile\n1,+447700900001,+447700900002\n',
      'several of its columns are for phone numbers ("Phone", "Mobile")',
    ],
    [
      'a list with two numbers a line',
      '+447700900001,07700900002\n',
      'its lines have several phone numbers each',
    ],
    ['an empty file', '', 'is empty'],
    ['a workbook', 'PK\u0003\u0004xl/workbook.xml', 'save it as CSV'],
    ['a compressed file', Buffer.from([0x1f, 0x8b, 8, 0]), 'gunzip'],
    ['broken JSON', '{"OptedOutNumbers": [', 'begins as JSON and is none'],
  ])('%s as a whole, in words', async (_what, content, problem) => {
    const { take, suppressed } = install();
    expect(await take(content)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(problem),
    });
    expect(await suppressed()).toEqual([]);
  });

  it('a long list of which it cannot tell where the numbers are', async () => {
    const { exitCode } = await install().take(`name,town\n${'Ann,Leeds\n'.repeat(50_000)}`);
    expect(exitCode).toBe(1);
  });

  it('a file that is not there, and a format that the file does not have', async () => {
    const { run, take } = install();
    expect(await run(['suppress', 'import', '/nowhere/list.csv'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('cannot read /nowhere/list.csv'),
    });
    expect(await run(['suppress', 'import', '/tmp'])).toMatchObject({
      exitCode: 1,
      stderr: 'stopgate: cannot read /tmp: it is a directory\n',
    });
    expect(await take('number\n+447700900001\n', '--format', 'twilio')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('contactid, status; or from, to, body, direction are needed'),
    });
  });

  it.each([
    ['', 'is empty'],
    ['name,town\nAnn,Leeds\n', 'neither a known header'],
  ])('a list without making the file for its bad rows: %j', async (content, problem) => {
    const { take, directory } = install();
    const file = join(directory, 'bad.csv');
    expect(await take(content, '--bad-rows', file)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(problem),
    });
    expect(existsSync(file)).toBe(false);
  });

  it('to keep quiet about more bad rows than it shows: all go to the file that was named', async () => {
    const { take, directory } = install();
    const file = join(directory, 'bad.csv');
    const rows = Array.from({ length: 30 }, (_, index) => `x${index}`).join('\n');
    const { result, stderr } = await take(`number\n${rows}\n`, '--bad-rows', file);
    expect(result.badRows).toHaveLength(20);
    expect(stderr).toContain('10 more than shown');
    const written = readFileSync(file, 'utf8').trim().split('\n');
    expect(written).toHaveLength(31);
    expect(written[30]).toMatch(/^31,"x29","""x29"" is no possible/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('an imported row', () => {
  it('has its file, line and SHA-256 in the ledger, and what the list said', async () => {
    const { take, run } = install();
    await take('number,scope,since,source\n+447700900001,sale,2025-03-01T00:00:00.000Z,reply\n');
    const { stdout } = await run(['ledger', 'show', '+447700900001', '--json']);
    expect(JSON.parse(stdout).items).toMatchObject([
      {
        kind: 'opt_out',
        scope: 'sale',
        source: 'import',
        evidence: {
          file: expect.stringMatching(/list\.csv$/),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          line: 2,
          since: '2025-03-01T00:00:00.000Z',
          source: 'reply',
        },
      },
    ]);
    expect((await run(['ledger', 'verify'])).exitCode).toBe(0);
  });

  it('goes by --scope where the list names none, and cancels what waits', async () => {
    const { take, run, suppressed } = install();
    await run(['send', '+447700900001', 'Hello', '--campaign', 'sale']);
    await run(['send', '+447700900001', 'Hello', '--campaign', 'news']);
    await take('+447700900001\n', '--scope', 'sale');
    expect(await suppressed()).toEqual(['+447700900001 sale']);
    const { items } = JSON.parse((await run(['messages', '--json'])).stdout);
    expect(items.map(({ campaign, status }: Record<string, string>) => [campaign, status])).toEqual(
      [
        ['news', 'queued'],
        ['sale', 'canceled'],
      ],
    );
  });

  it('is only told of with --dry-run: the file of the database does not change', async () => {
    const { take, run, dataDir } = install();
    await run(['suppress', 'add', '+447700900003']);
    const before = readFileSync(join(dataDir, 'stopgate.db'));
    const list = '+447700900001\n+447700900002\n+447700900001\n+447700900003\nx\n';
    const { exitCode, result } = await take(list, '--dry-run');
    expect(exitCode).toBe(1);
    expect(result).toMatchObject({
      dryRun: true,
      added: 2,
      duplicates: 1,
      alreadySuppressed: 1,
      bad: 1,
    });
    expect(readFileSync(join(dataDir, 'stopgate.db')).equals(before)).toBe(true);
    expect(existsSync(join(dataDir, 'stopgate.db-wal'))).toBe(false);
  });
});

describe('stopgate suppress export', () => {
  async function filled(): Promise<Installation> {
    const installation = install();
    const { run } = installation;
    await run(['suppress', 'add', '+447700900001']);
    await run(['suppress', 'add', '+447700900002', '--scope', '=cmd|calc']);
    await run(['suppress', 'add', '+447700900002', '--scope', '\'quoted, "so"']);
    await run(['suppress', 'add', '+447700900003']);
    await run(['erase', '+447700900003', '--yes']);
    return installation;
  }

  it('writes HMACs by default, and the same database takes them back', async () => {
    const { run, directory, suppressed } = await filled();
    const file = join(directory, 'out.csv');
    const before = await suppressed();
    expect((await run(['suppress', 'export', file])).exitCode).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text.split('\n')[0]).toBe('number,scope,since,source');
    expect(text).not.toContain('447700900');
    expect(text.match(/^hmac:[0-9a-f]{8}:[0-9a-f]{64},/gm)).toHaveLength(4);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    await run(['suppress', 'remove', '+447700900001', '--reason', 'a test']);
    await run(['suppress', 'remove', '+447700900003', '--reason', 'a test']);
    await run(['erase', '+447700900003', '--yes']);
    const { stdout } = await run(['suppress', 'import', file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ rows: 4, added: 2, alreadySuppressed: 2, bad: 0 });
    expect(await suppressed()).toEqual(before);
    expect((await run(['ledger', 'verify'])).stderr).toBe('');
  });

  it('is refused in words by another database', async () => {
    const [one, other] = [await filled(), install()];
    const file = join(one.directory, 'out.csv');
    await one.run(['suppress', 'export', file]);
    expect(await other.run(['suppress', 'import', file])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/HMACs of another database \(line 2: .*--plain --reason/),
    });
    expect(await other.suppressed()).toEqual([]);
  });

  it('writes plain numbers for a reason, which a fresh database takes in', async () => {
    const [one, other] = [await filled(), install()];
    const file = join(one.directory, 'out.csv');
    expect(await one.run(['suppress', 'export', file, '--plain'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('needs --reason'),
    });
    expect(existsSync(file)).toBe(false);
    await one.run(['suppress', 'remove', '+447700900003', '--reason', 'a test']);
    await one.run(['suppress', 'export', file, '--plain', '--reason', 'a move']);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(`\n+447700900002,'=cmd|calc,`);
    const { stdout } = await other.run(['suppress', 'import', file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ rows: 3, added: 3, bad: 0 });
    expect(await other.suppressed()).toEqual(await one.suppressed());
  });

  it('leaves its mark in the ledger', async () => {
    const { run, directory } = await filled();
    const file = join(directory, 'out.csv');
    await run(['suppress', 'export', file, '--plain', '--reason', 'audit of May']);
    const { stdout } = await run(['ledger', 'show', '*', '--json']);
    expect(JSON.parse(stdout).items).toMatchObject([
      {
        kind: 'exported',
        number: '*',
        source: 'cli',
        evidence: { reason: 'audit of May', rows: 4, plain: true, file },
      },
    ]);
    expect((await run(['ledger', 'verify'])).exitCode).toBe(0);
  });

  it('goes to stdout without a file, and never writes over one unless told to', async () => {
    const { run, directory } = await filled();
    expect((await run(['suppress', 'export'])).stdout.trim().split('\n')).toHaveLength(5);
    const file = join(directory, 'out.csv');
    writeFileSync(file, 'mine', { mode: 0o644 });
    expect(await run(['suppress', 'export', file])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('is there already'),
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const { stdout } = await run(['suppress', 'export', file, '--force', '--json']);
    expect(JSON.parse(stdout)).toEqual({ file, rows: 4, plain: false });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory).sort()).toEqual(['data', 'out.csv', 'stopgate.toml']);
  });
});

describe('the suppression list', () => {
  it('has its newest page quickly, however long it is', async () => {
    const { take, dataDir } = install();
    await take('+447700900001\n');
    const db = new Database(join(dataDir, 'stopgate.db'), { readonly: true });
    const plan = db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT s.number FROM consent_events e CROSS JOIN suppressions s
          ON s.number = e.number AND s.scope = e.scope AND s.event_id = e.id
          WHERE e.rowid < 9 AND e.kind = 'opt_out' ORDER BY e.rowid DESC LIMIT 3`,
      )
      .all() as { detail: string }[];
    db.close();
    expect(plan.map(({ detail }) => detail).join()).not.toMatch(/TEMP B-TREE|SCAN s/);
  });
});
