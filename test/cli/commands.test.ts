import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { openTestStore } from '../support/test-store.js';

const person = '+447700900123';

function configFile(toml = ''): string {
  const directory = temporaryDirectory();
  const file = join(directory, 'stopgate.toml');
  writeFileSync(
    file,
    `[optout]\nfooter = false\n[gateway]\ncountry = "GB"\ndata_dir = ${JSON.stringify(join(directory, 'data'))}\n` +
      `[[modem]]\nname = "main"\nport = "/dev/ttyUSB0"\n${toml}`,
  );
  return file;
}

describe('stopgate', () => {
  it('explains itself with --help, and each command too', async () => {
    const { exitCode, stdout } = await runCommand(['--help']);
    expect(exitCode).toBe(0);
    for (const command of [
      'run',
      'demo',
      'init',
      'service',
      'check',
      'doctor',
      'send',
      'suppress',
      'review',
      'keys',
      'simulate',
      'replay',
      'match',
      'segments',
      'inbox',
      'messages',
      'modems',
      'ussd',
      'webhooks',
      'pdu',
    ]) {
      expect(stdout).toContain(`  ${command} `);
      const help = await runCommand([command, '--help']);
      expect([command, help.exitCode]).toEqual([command, 0]);
      expect(help.stdout).toContain('--config');
    }
  });

  it.each([
    [['no-such-command']],
    [['send', person]],
    [['send', '--colour', 'red', person, 'x']],
    [['messages', '--limit', '0']],
    [['keys', 'create', '--name', 'x', '--scope', 'everything']],
    [['keys', 'create', '--name', ' ', '--scope', 'send']],
    [['keys', 'create', '--name', 'a\nb', '--scope', 'send']],
    [['suppress', 'remove', person]],
    [['suppress', 'remove', person, '--reason', ' ']],
    [['suppress', 'remove', person, '--reason', 'x'.repeat(1_001)]],
    [['suppress', 'add', person, '--scope', '']],
    [['suppress', 'add', person, '--scope', 'x'.repeat(65)]],
    [['suppress', 'import', '-', '--scope', '']],
    [['send', person, 'x', '--campaign', '*']],
    [['send', person, 'x', '--campaign', '']],
    [['send', person, 'x', '--language', 'EN']],
    [['send', person, 'x', '--reference', 'x'.repeat(257)]],
    [['match']],
    [['segments']],
    [['match', '--lines', 'STOP']],
    [['segments', '--lines', 'x']],
    [['pdu', '--lines', '00']],
    [['simulate', '--link', '/tmp/x', '--tcp', '127.0.0.1:1']],
    [['ussd']],
    [['ussd', 'balance']],
    [['webhooks', 'retry']],
    [['webhooks', 'list', '--status', 'lost']],
    [['doctor', '--colour']],
    [['replay']],
    [['replay', 'x', '--speed', '0']],
    [[]],
  ])('exits 2 for wrong usage: %j', async (args) => {
    const { exitCode, stderr } = await runCommand(args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/./);
  });

  it('exits 2 for a configuration that is missing or wrong, naming the key', async () => {
    expect(await runCommand(['inbox', '--config', '/no/such/file.toml'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('/no/such/file.toml'),
    });
    const wrong = configFile('[http]\nlistn = "127.0.0.1:1"');
    expect(await runCommand(['check', '--config', wrong])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/http\.listn.*listen/),
    });
  });

  it('exits 2 for a configuration that is not UTF-8', async () => {
    const file = configFile();
    writeFileSync(file, Buffer.from('[optout]\nbrand = "Caf\u00e9"\n', 'latin1'));
    expect(await runCommand(['check', '--config', file])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('it is not UTF-8'),
    });
  });

  it('checks a configuration that is in order', async () => {
    const file = configFile();
    expect(await runCommand(['check', '--config', file])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(
        /is in order\. By it:\n {2}modems {4}main on .*\nnext: "stopgate doctor"/s,
      ),
    });
    const { stdout } = await runCommand(['check', '--json', '--config', file]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, warnings: [] });
  });
});

describe('stopgate send', () => {
  it('queues a message, which the list shows', async () => {
    const config = configFile();
    const sent = await runCommand(['send', '07700 900123', 'Hello', '--json', '--config', config]);
    expect(sent.exitCode).toBe(0);
    expect(JSON.parse(sent.stdout)).toMatchObject({ to: person, status: 'queued' });
    const list = await runCommand(['messages', '--json', '--config', config]);
    expect(JSON.parse(list.stdout)).toMatchObject({ items: [{ text: 'Hello' }], nextCursor: null });
    expect((await runCommand(['messages', '--config', config])).stdout).toMatch(/queued +Hello/);
    const nobody = await runCommand(['messages', '--to', 'zzz', '--config', config]);
    expect(nobody).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('"zzz" is no') });
  });

  it('refuses what cannot go with one sentence and exit 1', async () => {
    const config = configFile();
    await runCommand(['suppress', 'add', person, '--config', config]);
    for (const [args, sentence] of [
      [['send', person, 'Hello'], 'opted out'],
      [['send', 'nobody', 'Hello'], 'no possible phone number'],
      [['send', '+447700900124', ''], 'empty'],
      [['send', '+447700900124', 'caf\ufffd'], 'not UTF-8'],
      [['send', '+447700900124', 'Hello', '--modem', 'third'], 'there is no modem "third"'],
    ] as const) {
      const { exitCode, stderr } = await runCommand([...args, '--config', config]);
      expect([sentence, exitCode, stderr.trim().split('\n').length]).toEqual([sentence, 1, 1]);
      expect(stderr).toContain(sentence);
    }
  });
});

describe('a command beside a database that another program keeps locked', () => {
  it('names the file and what to do, after a while', async () => {
    const config = configFile();
    await runCommand(['inbox', '--config', config]);
    const file = join(dirname(config), 'data', 'stopgate.db');
    const holder = new Database(file);
    holder.exec('BEGIN IMMEDIATE');
    const { exitCode, stderr } = await runCommand(['send', person, 'Hello', '--config', config]);
    holder.close();
    expect([exitCode, stderr]).toEqual([
      1,
      `stopgate: another program keeps the database ${file} locked (database is locked, SQLITE_BUSY)\n` +
        `  find out which one (fuser -v ${file}) and let it finish, or end it\n`,
    ]);
  }, 20_000);
});

describe('a command whose data_dir cannot be a directory', () => {
  it.each(['', '/beneath'])('says so: a file%s', async (beneath) => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    const config = join(dirname(file), 'stopgate.toml');
    const dataDir = JSON.stringify(file + beneath);
    writeFileSync(config, `[gateway]\ndata_dir = ${dataDir}\n[[modem]]\nport = "/dev/ttyUSB0"\n`);
    const { exitCode, stderr } = await runCommand(['inbox', '--config', config]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`there can be no directory ${file + beneath} for the database`);
    expect(stderr).toContain('set gateway.data_dir');
  });
});

describe('stopgate send, of a text that the GSM alphabet lacks', () => {
  const text = `“Hello” ${'a'.repeat(70)}`;
  const notes = (stdout: string) => stdout.split('\n').filter((line) => line.startsWith('note: '));

  it('says what it costs', async () => {
    const { stdout } = await runCommand(['send', person, text, '--config', configFile()]);
    expect(stdout).toContain('(2 parts, ucs2)');
    expect(notes(stdout)).toContain(
      'note: not in the GSM alphabet: “ ”; 2 parts instead of 1; with [send] transliterate = true, 1',
    );
  });

  it('says what was replaced', async () => {
    const config = configFile('[send]\ntransliterate = true');
    const { stdout } = await runCommand(['send', person, text, '--config', config]);
    expect(stdout).toContain('(1 part, gsm7)');
    expect(notes(stdout)).toContain(
      'note: sent in plain characters: “ ” as "; 1 part instead of 2',
    );
    const list = await runCommand(['messages', '--json', '--config', config]);
    expect(JSON.parse(list.stdout)).toMatchObject({
      items: [{ text: `"Hello" ${'a'.repeat(70)}`, encoding: 'gsm7', parts: 1 }],
    });
  });
});

describe('stopgate segments', () => {
  it('shows the parts, by the settings of the configuration when one is named', async () => {
    const text = `${'a'.repeat(70)}…`;
    const { exitCode, stdout } = await runCommand(['segments', text]);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toEqual([
      '2 parts, ucs2, room for 63 more in the last',
      `  "${'a'.repeat(67)}"`,
      '  "aaa…"',
      'note: not in the GSM alphabet: …; 2 parts instead of 1; with [send] transliterate = true, 1',
      '',
    ]);
    const config = configFile('[send]\ntransliterate = true');
    const plain = await runCommand(['segments', text, '--json', '--config', config]);
    expect(JSON.parse(plain.stdout)).toEqual({
      encoding: 'gsm7',
      parts: [`${'a'.repeat(70)}...`],
      charactersLeft: 87,
      ucs2Characters: [],
      warnings: ['sent in plain characters: … as ...; 1 part instead of 2'],
    });
  });

  it('answers each JSON string on stdin with a line', async () => {
    const stdin = '"Hello"\n"a\\nb\\u2026"\nno json\n';
    const { stdout } = await runCommand(['segments', '--lines', '--json'], { stdin });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([
      { encoding: 'gsm7', parts: ['Hello'], charactersLeft: 155 },
      { encoding: 'ucs2', parts: ['a\nb…'], ucs2Characters: ['…'] },
      { error: expect.stringContaining('no json') },
    ]);
    const short = await runCommand(['segments', '--lines'], { stdin });
    expect(short.stdout.split('\n')[0]).toBe('1 part, gsm7, room for 155 more in the last');
  });
});

describe('stopgate suppress', () => {
  it('adds, checks, lists and removes', async () => {
    const config = configFile();
    const run = (...args: string[]) => runCommand(['suppress', ...args, '--config', config]);
    expect((await run('check', person)).stdout).toContain('is not suppressed');
    await run('add', '07700 900123', '--reason', 'asked by phone');
    expect((await run('check', person)).stdout).toContain('is suppressed for everything');
    expect((await run('list')).stdout).toContain(person);
    expect(JSON.parse((await run('check', person, '--json')).stdout)).toMatchObject({
      number: person,
      suppressed: true,
      entries: [{ scope: '*', source: 'cli' }],
    });
    await run('remove', person, '--reason', 'asked again');
    expect((await run('check', person)).stdout).toContain('is not suppressed');
  });
});

describe('stopgate keys', () => {
  it('prints the key alone, once, and lists it without its secret', async () => {
    const config = configFile();
    const { stdout } = await runCommand([
      'keys',
      'create',
      '--name',
      'shop',
      '--scope',
      'read,send',
      '--config',
      config,
    ]);
    expect(stdout).toMatch(/^sg_[0-9a-f]{12}_[A-Za-z0-9_-]{43}\n$/);
    const list = (await runCommand(['keys', 'list', '--json', '--config', config])).stdout;
    expect(JSON.parse(list).items).toMatchObject([
      { name: 'shop', scopes: ['send', 'read'], revokedAt: null },
    ]);
    expect(list).not.toContain(stdout.trim().replace(/^sg_[^_]+_/, ''));
  });

  it('refuses a second key of one name until the first is revoked', async () => {
    const config = configFile();
    const create = () =>
      runCommand(['keys', 'create', '--name', 'shop', '--scope', 'send', '--config', config]);
    expect((await create()).exitCode).toBe(0);
    expect(await create()).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('already'),
    });
    expect((await runCommand(['keys', 'revoke', 'shop', '--config', config])).exitCode).toBe(0);
    expect((await runCommand(['keys', 'revoke', 'shop', '--config', config])).exitCode).toBe(1);
    expect((await create()).exitCode).toBe(0);
  });
});

describe('stopgate match', () => {
  it('explains a text, by the words of the configuration when one is named', async () => {
    expect((await runCommand(['match', 'Stop please'])).stdout).toContain('opt-out');
    expect((await runCommand(['match', 'genug'])).stdout).toContain(
      'opt-out: rule "keyword:genug" (de)',
    );
    expect((await runCommand(['match', 'enoughski'])).stdout).toContain('nothing');
    const config = configFile('[optout.keywords]\nstop = ["ENOUGHSKI"]');
    expect((await runCommand(['match', 'enoughski', '--config', config])).stdout).toContain(
      'opt-out',
    );
  });

  it('answers one object a line for JSON strings on stdin', async () => {
    const { exitCode, stdout } = await runCommand(['match', '--lines', '--json'], {
      stdin: '"STOP"\n"stop\\nplease"\n"START"\n"HELP"\n"See you at 5"\nno json\n',
    });
    expect(exitCode).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => answer.action)).toEqual([
      'opt_out',
      'opt_out',
      'opt_in',
      'help',
      null,
      undefined,
    ]);
    expect(Object.keys(answers[0])).toEqual(['action', 'rule', 'language', 'cleaned']);
    expect(answers[5]).toEqual({ error: expect.stringContaining('no json') });
  });
});

describe('stopgate pdu', () => {
  const hex = '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07';

  it('explains a PDU', async () => {
    const { exitCode, stdout } = await runCommand(['pdu', hex, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ type: 'deliver', text: 'How are you?' });
    expect((await runCommand(['pdu', hex])).stdout).toContain('How are you?');
  });

  it('answers each line, errors too', async () => {
    const { stdout } = await runCommand(['pdu', '--lines', '--json'], { stdin: `${hex}\nXYZ\n` });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([{ type: 'deliver' }, { error: { field: expect.any(String) } }]);
  });

  it('exits 1 for one that cannot be read, with what stands before the fault', async () => {
    const { exitCode, stdout } = await runCommand(['pdu', '00040C91447700091032']);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^error +TP-PID at octet 10: needs 1 octet/);
    expect(stdout).toMatch(/^readable +type deliver, from \+447700900123$/m);
  });

  it('names a report of the other direction when it is told which way it went', async () => {
    const { stdout } = await runCommand(['pdu', '000100', '--direction', 'from-network']);
    expect(stdout).toMatch(/^type +submit-report$/m);
  });
});

describe('stopgate modems', () => {
  it('shows each modem, its share of the queue, its limits and since when it is down', async () => {
    const file = configFile(
      'per_minute = 6\nper_hour = 100\n[[modem]]\nname = "b"\nport = "/dev/b"',
    );
    const { store } = openTestStore(join(dirname(file), 'data'));
    const known = {
      port: '/dev/ttyUSB0',
      state: 'ready',
      problem: null,
      manufacturer: null,
      model: null,
      imei: null,
      operator: 'Test',
      registration: 'home',
      signalDbm: -71,
      simUsed: 1,
      simTotal: 30,
      downSince: null,
      updatedAt: '2026-11-22T12:00:00.000Z',
    };
    store.modems.save({ ...known, name: 'main' });
    store.modems.save({ ...known, name: 'b', downSince: '2026-11-22T11:59:00.000Z' });
    for (const to of [person, '+447700900124']) {
      await runCommand(['send', to, 'Hello', '--config', file]);
    }
    const { stdout } = await runCommand(['modems', '--config', file]);
    const rows = stdout.split('\n');
    expect(rows[0]).toMatch(/^NAME +STATE +DOWN SINCE +QUEUE +LIMITS +NEXT +OPERATOR/);
    expect(rows[1]).toMatch(/^b +stopped +2026-11-22T11:59:00.000Z +2 \(2 shared\) /);
    expect(rows[2]).toMatch(
      /^main +stopped +- +2 \(2 shared\) +6\/min 100\/h +- +Test +home +-71 dBm +1\/30/,
    );
    const json = await runCommand(['modems', '--json', '--config', file]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      items: [
        { name: 'b', queue: 2, perMinute: 0 },
        { name: 'main', queue: 2, queueShared: 2, perMinute: 6, perHour: 100, nextAllowedAt: null },
      ],
    });
  });
});
