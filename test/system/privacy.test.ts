import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it as plain } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { parseFault } from '../../src/simulator/index.js';
import { encodeDeliver, encodeMessage } from '../../src/sms/index.js';
import { secret, webhookToml } from '../support/test-webhooks.js';
import { answerWith, openReceiver } from '../support/webhook-receiver.js';
import type { Daemon } from './daemon.js';
import { disclosuresIn, type Secrets } from './disclosures.js';
import { it, scenarios } from './it.js';
import { neighbour, person, type Rig } from './rig.js';
import { until } from './until.js';

const third = '+447700900789';
const longMessage = 'Xylophone lessons every Monday evening, and Cellophane for all. ';

/** Words that stand in a text and nowhere else. */
const words = [
  ...['Xylophone', 'Cellophane', 'Quokkaland', 'Wombatland', 'Platypuses', 'Kookaburra'],
  ...['Wallabies', 'Corner Shop', 'Bandicoot', 'Cassowary'],
];
const pin = '73519024';
const knownKey = `sg_0123456789ab_${'Platypuses'.repeat(5).slice(0, 43)}`;

const publicToml = `[public]
listen = "127.0.0.1:0"
base_url = "https://sms.example.org"
`;

scenarios('what a busy run tells at the default level', () => {
  it('holds no number, no text and no secret, in the log and in a masked trace', async ({
    openRig,
  }) => {
    const receiver = await openReceiver();
    receiver.answer = (told, response) =>
      answerWith(told.type === 'message.status' ? 500 : 410)(told, response);
    const rig = await openRig({
      modem: { submitLatencyMs: 50, pin, ussdAnswers: { '*100#': 'Wallabies: 10.00 left' } },
      modemToml: `pin = "${pin}"\ninit = ["AT+CSCA=\\"${third}\\""]`,
      toml: publicToml + webhookToml(receiver.url),
    });
    const trace = join(rig.directory, 'wire.trace');
    const daemon = await rig.start('--trace', trace);

    await send(daemon);
    await askWrongly(daemon);
    await reply(rig, daemon);
    const { link, code } = await optOutOnPages(rig, daemon);
    await operate(rig, daemon);
    await misbehave(rig, daemon);
    await failInside(rig, daemon);
    const open = await fetch(`http://${daemon.host}/metrics`, {
      headers: { authorization: `Bearer ${daemon.key}` },
    });
    const metrics = await open.text();
    expect(metrics).toContain('stopgate_messages{');
    const late = await daemon.send(neighbour, 'Xylophone finale');
    rig.whenHanded('Xylophone finale', () => rig.unplug());
    await daemon.untilMessage(late, 'unconfirmed');
    await daemon.untilNotReady();
    const { stdout, stderr } = await daemon.stop();

    const events = [
      ...['received', '"sent"', 'not sent', 'unconfirmed', 'cut off', 'cannot be read'],
      ...['may be an opt-out', 'a part of a long message', 'a webhook was given up'],
      ...['an incoming call was hung up', 'asked by USSD', 'a request failed', 'be stored'],
      ...['seems to have restarted', 'cannot be called', 'what modems hold stays there'],
    ];
    for (const event of events) expect(stdout).toContain(event);
    const secrets: Secrets = {
      numbers: [person, neighbour, third],
      words,
      tokens: {
        'the API key': daemon.key,
        'the secret of the API key': daemon.key.split('_')[2] ?? '',
        'a wrong API key': knownKey,
        'the secret of the webhook': secret,
        "the link's token": link,
        'the opt-out code': code,
        'the PIN': pin,
      },
    };
    expect(disclosuresIn(stdout + stderr + metrics, secrets)).toEqual([]);
    const wire = readFileSync(trace, 'latin1');
    expect(wire).toContain('+CMGS');
    expect(wire.length).toBeGreaterThan(10_000);
    expect(disclosuresIn(wire, secrets)).toEqual([]);
  });
});

describe('the search for disclosures', () => {
  const secrets = {
    numbers: [person],
    words: ['Xylophone'],
    tokens: { 'the PIN': pin, 'the code': '123456' },
  };
  const [submit] = encodeMessage({ to: person, text: 'Hi', concatReference: 0 }).parts;
  const [national] = encodeDeliver({
    from: '07700900123',
    text: 'Hi',
    timestamp: { utc: systemClock.now(), offsetMinutes: 0 },
    concatReference: 0,
  });
  const hexOf = (text: string) =>
    encodeMessage({ to: neighbour, text, concatReference: 0 }).parts[0]?.hex;

  plain.each([
    ['+447700900123 in digits', '00447700900123'],
    ['+447700900123 in digits', 'call 07700 900-123'],
    ['+447700900123 in swapped digits', submit?.hex],
    ['+447700900123 in swapped national digits', national?.hex.toLowerCase()],
    ['+447700900123 in UCS-2', Buffer.from('07700900123', 'utf16le').swap16().toString('hex')],
    ['Xylophone in letters', 'a xylophone'],
    ['Xylophone in UCS-2', hexOf('Xylophone …')],
    ...Array.from({ length: 8 }, (_, before) => [
      'Xylophone in septets',
      hexOf(`${'a'.repeat(before)}Xylophone`),
    ]),
    ['the PIN', `AT+CPIN="${pin}"`],
    ['the code', 'code=123456;'],
  ])('finds %s', (what = '', output = '') => {
    const found = disclosuresIn(`before ${output} after`, secrets);
    expect(found.some((one) => one.startsWith(what))).toBe(true);
  });

  plain('finds nothing where there is nothing', () => {
    const masked =
      '{"time":"2026-11-23T05:01:49.876Z","from":"+4477•••••123","id":"in_0a1234567b"}';
    expect(disclosuresIn(masked, secrets)).toEqual([]);
  });
});

async function send(daemon: Daemon): Promise<void> {
  await daemon.untilMessage(await daemon.send(person, 'Xylophone lessons'), 'delivered');
  await daemon.untilMessage(await daemon.send('07700 900456', longMessage.repeat(4)), 'delivered');
  await daemon.untilMessage(await daemon.send(third, 'Xylophone … Cellophane'), 'delivered');
  const messages = [
    { to: `00${person.slice(1)}`, text: 'Xylophone once more' },
    { to: '+4477009001', text: 'Xylophone' },
    { to: person, text: 'Xylophone', campaign: 'Cellophane '.repeat(20) },
  ];
  const { status } = await daemon.ask('POST /v1/messages/batch', { body: { messages } });
  expect(status).toBe(200);
}

/** Requests that are refused, each with a number or a text where it is looked at. */
async function askWrongly(daemon: Daemon): Promise<void> {
  const number = person.slice(1);
  const asked: readonly (readonly [string, unknown?, string?])[] = [
    ['POST /v1/messages', { to: `${person}9999999`, text: 'Xylophone' }],
    ['POST /v1/messages', '{"text":"Xylophone'],
    ['POST /v1/messages', { to: person, text: ['Xylophone'], [`Cellophane${number}`]: 1 }],
    ['POST /v1/messages', { to: person, text: 'Xylophone'.repeat(3_000) }],
    ['POST /v1/messages', { to: person, text: 'Xylophone'.repeat(60_000) }],
    ['POST /v1/messages', { to: person, text: 'Xylophone', modem: `Cellophane ${number}` }],
    ['POST /v1/messages', { to: person, text: 'Xylophone {optout_link}', language: 'Cellophane' }],
    [`GET /v1/messages?cursor=${number}Xylophone`],
    [`GET /v1/inbound?from=${number}&Xylophone=${number}`],
    [`GET /v1/suppressions/Xylophone${number}`],
    [`PUT /v1/suppressions/${person}`, { reason: 7, Xylophone: number }],
    [`DELETE /v1/suppressions/${person}`],
    [`GET /v1/consents/%2B${number}?limit=Xylophone`],
    [`GET /v1/nothing/${person}/Xylophone`],
    [`POST /v1/reviews/rev_${number}`, { decision: 'ignore' }],
    ['GET /v1/modems', undefined, knownKey],
    ['GET /v1/modems', undefined, `Platypuses${number}`],
  ];
  for (const [request, body, key] of asked) {
    const { status } = await daemon.ask(request, { body, ...(key !== undefined && { key }) });
    expect([request, Math.floor(status / 100)]).toEqual([request, 4]);
  }
  for (const raw of [
    `POST /v1/messages?to=${person} HTTP/1.1\r\nhost: x\r\ncontent-length: Xylophone\r\n\r\n`,
    `Xylophone ${person}\r\n\r\n`,
    `GET /v1/suppressions/%ZZ${person} HTTP/1.1\r\nhost: ${person}:Xylophone\r\nconnection: close\r\n\r\n`,
  ]) {
    await hangUpAfter(daemon.host, raw);
  }
}

/** Sends octets as they stand, and waits until the server has closed the connection. */
function hangUpAfter(host: string, raw: string): Promise<void> {
  const [address = '', port = ''] = host.split(':');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), address, () => socket.write(raw));
    socket.on('error', reject).on('close', () => resolve());
    socket.resume();
  });
}

async function reply(rig: Rig, daemon: Daemon): Promise<void> {
  const handset = rig.handset(neighbour);
  handset.reply('Quokkaland pictures, please');
  handset.reply('HELP');
  handset.reply('Stop, my husband will collect the Wombatland tickets');
  await until('the doubtful reply waits', async () => {
    const { items } = (await daemon.ask('GET /v1/reviews')).body;
    return Array.isArray(items) && items.length > 0;
  });
  rig.handset(person).reply('STOP Wombatland');
  rig.handset(person).reply('STOP');
  await daemon.untilSuppressed(person);
  const refused = { body: { to: person, text: 'Xylophone again' } };
  expect((await daemon.ask('POST /v1/messages', refused)).status).toBe(403);
  // One part of three, a name for a sender, one cut off and one that is nonsense.
  const timestamp = { utc: systemClock.now(), offsetMinutes: 0 };
  const parts = encodeDeliver({
    ...{ from: neighbour, text: longMessage.repeat(6), timestamp, concatReference: 77 },
  });
  rig.modem.receivePdu(parts[0]?.hex ?? '');
  rig.modem.play(parseFault('sender:from=Kookaburra'));
  rig.modem.receive({ from: neighbour, text: 'Quokkaland by name' });
  rig.modem.receivePdu('07911326040000F0040B914477009021F300002080629173140805D832');
  rig.modem.receivePdu('07911326040000F0040B914477009021F30000');
  await until('the nonsense is kept', () => daemon.log.includes('cannot be read'));
}

/** Both ways out that a recipient has on the web, and what a stranger tries; the link and the code. */
async function optOutOnPages(rig: Rig, daemon: Daemon): Promise<{ link: string; code: string }> {
  const address = await until(
    'the pages are listening',
    () => /"address":"(http:[^"]+)","baseUrl"/.exec(daemon.log)?.[1],
  );
  const post = (path: string, fields: Record<string, string>) =>
    fetch(address + path, { method: 'POST', body: new URLSearchParams(fields) });
  const id = await daemon.send(third, 'Cellophane {optout_link}');
  await daemon.untilMessage(id, 'delivered');
  const link = /\/o\/(\w+)/.exec(rig.textsTo(third).at(-1) ?? '')?.[1] ?? '';
  expect((await fetch(`${address}/o/${link}x`)).status).toBe(404);
  expect((await fetch(`${address}/o/${link}`)).status).toBe(200);
  const page = await post('/stop', { number: third });
  const request = /name="request" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const code = await until(
    'the code arrives',
    () => /\d{6}/.exec(rig.textsTo(third).at(-1) ?? '')?.[0],
  );
  await post('/stop', { number: `${third}Xylophone` });
  await post('/stop', { number: third, request, code: 'Xylophone' });
  expect((await post('/stop', { number: third, request, code })).status).toBe(200);
  expect((await post(`/o/${link}`, {})).status).toBe(200);
  await daemon.untilSuppressed(third);
  return { link, code };
}

/** What an operator does beside it. */
async function operate(rig: Rig, daemon: Daemon): Promise<void> {
  const { items } = (await daemon.ask('GET /v1/reviews')).body as { items: { id: string }[] };
  await daemon.ask(`POST /v1/reviews/${items[0]?.id}`, { body: { decision: 'ignore' } });
  const reason = 'Bandicoot called';
  await daemon.ask(`PUT /v1/suppressions/${neighbour}`, { body: { reason } });
  await daemon.ask(`DELETE /v1/suppressions/${neighbour}?reason=Bandicoot`);
  await daemon.ask('POST /v1/modems/main/ussd', { body: { code: '*100#' } });
  await daemon.ask('POST /v1/modems/main/ussd', { body: { code: '*141*07700900456#' } });
  await rig.json('ussd', '*100#');
  await rig.json('suppress', 'add', '+447700900999', '--reason', reason);
  await until('a webhook is given up', () => daemon.log.includes('a webhook was given up'));
}

/** The modem at its worst. */
async function misbehave(rig: Rig, daemon: Daemon): Promise<void> {
  const { modem } = rig;
  modem.unsolicited(`+CLIP: "${neighbour}",145,,,"Cassowary"`);
  modem.unsolicited('RING');
  await until('the call was hung up', () => daemon.log.includes('an incoming call was hung up'));
  modem.play({ kind: 'error-on-submit', line: '+CMS ERROR: 21' });
  await daemon.send(neighbour, 'Xylophone solo');
  await until('the modem has refused it', () => daemon.log.includes('not sent'));
  modem.play(parseFault(`lines-amid:lines=+CMT: "${neighbour}"|Cassowary ${neighbour},count=4`));
  await daemon.untilMessage(await daemon.send(neighbour, 'Xylophone among lines'), 'delivered');
  for (const damage of ['truncated', 'nonsense', 'odd', 'text']) {
    modem.play(parseFault(`damaged-pdu:damage=${damage}`));
    modem.receive({ from: neighbour, text: `Quokkaland ${damage}` });
    await until('it is read', () => modem.stored.length === 0);
  }
  // Text mode shows numbers and texts as they are.
  modem.play(parseFault('foreign-program:commands=AT+CMGF=1,count=1'));
  modem.receive({ from: neighbour, text: 'Quokkaland in text mode' });
  modem.play(parseFault('restarts:at=submit'));
  await daemon.send(neighbour, 'Xylophone before the restart');
  await until('it restarts', () => daemon.log.includes('has forgotten its settings'));
  const pins = () => modem.record.commands.filter(({ line }) => line.startsWith('AT+CPIN='));
  await until('the PIN is given again', () => pins().length > 1);
  await daemon.untilReady();
}

/** The database is held, and then wrong: errors that nobody expects are logged with all they have. */
async function failInside(rig: Rig, daemon: Daemon): Promise<void> {
  const db = new Database(join(rig.dataDirectory, 'stopgate.db'));
  try {
    db.exec('BEGIN IMMEDIATE');
    rig.handset(neighbour).reply('Quokkaland while nobody can write');
    const body = { to: neighbour, text: 'Xylophone while nobody can write' };
    expect((await daemon.ask('POST /v1/messages', { body })).status).toBe(503);
    await until('something cannot be stored', () => daemon.log.includes('be stored'));
    db.exec('ROLLBACK');
    db.exec('DROP TRIGGER consent_events_no_update');
    db.prepare(`UPDATE consent_events SET evidence = ? WHERE number = ?`).run(
      `Xylophone ${neighbour}`,
      neighbour,
    );
    expect((await daemon.ask(`GET /v1/consents/${neighbour}`)).status).toBe(500);
    db.exec('ALTER TABLE optout_links RENAME TO lost');
    const pages = /"address":"(http:[^"]+)","baseUrl"/.exec(daemon.log)?.[1] ?? '';
    const link = /\/o\/(\w+)/.exec(rig.textsTo(third).join(' '))?.[1] ?? '';
    expect((await fetch(`${pages}/o/${link}`)).status).toBe(503);
    db.exec('ALTER TABLE lost RENAME TO optout_links');
  } finally {
    db.close();
  }
  await daemon.untilReady();
}
