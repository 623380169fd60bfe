import { expect } from 'vitest';
import type { Daemon } from './daemon.js';
import { it, scenarios } from './it.js';
import { person } from './rig.js';
import { until } from './until.js';

/** That it serves as if nothing had been. */
async function expectService(daemon: Daemon): Promise<void> {
  await daemon.untilMessage(await daemon.send(person, 'As ever.'), 'delivered');
  expect((await daemon.ask('GET /readyz')).status).toBe(200);
}

scenarios('nonsense from the modem', () => {
  it('is kept raw, flagged and deleted from the SIM, and what is sound among it is read', async ({
    openRig,
  }) => {
    const nonsense = ['00', 'FFFFFFFF', '07911326040000F0040B911346610089F6000020806291731408'];
    const rig = await openRig();
    rig.modem.storePdu(nonsense[0] ?? '');
    const daemon = await rig.start();
    rig.modem.receivePdu(nonsense[1] ?? '');
    rig.handset(person).reply('Hello?');
    rig.modem.receivePdu(nonsense[2] ?? '');

    await daemon.untilReceived(1);
    await until('the SIM is empty', () => rig.modem.stored.length === 0);
    const kept = rig.rows('SELECT pdu, kind, problem FROM received_pdus ORDER BY id');
    const flagged = nonsense.map((pdu) => ({
      pdu,
      kind: 'undecodable',
      problem: expect.stringMatching(/\w/),
    }));
    expect(kept.filter(({ kind }) => kind !== 'deliver')).toEqual(flagged);
    expect(kept).toHaveLength(4);
    await expectService(daemon);
  });

  it('in lines of every kind does not disturb a send', async ({ openRig }) => {
    const rig = await openRig({ modem: { submitLatencyMs: 50 } });
    const daemon = await rig.start();
    const lines = [
      'RING',
      '^RSSI: 17',
      '+CMTI: "SM",99',
      '+CDSI: "SM",-1',
      '+CUSD: 2',
      '\u0000',
      '> ',
    ];
    rig.modem.play({ kind: 'unsolicited-flood', lines, everyMs: 5, count: 200 });
    const ids: string[] = [];
    for (const text of ['One', 'Two', 'Three']) ids.push(await daemon.send(person, text));
    for (const id of ids) await daemon.untilMessage(id, 'delivered');
    expect(rig.textsTo(person)).toEqual(['One', 'Two', 'Three']);
  });
});

scenarios('nonsense from applications', () => {
  it('is answered with the problem that it is, and nothing comes of it', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const to = person;
    const refusals: readonly [body: unknown, status: number, code: string, detail: RegExp][] = [
      ['{"to": ', 400, 'invalid_request', /JSON/],
      ['', 400, 'invalid_request', /./],
      ['[]', 400, 'invalid_request', /./],
      ['null', 400, 'invalid_request', /./],
      [Uint8Array.of(0xff, 0xfe, 0x00), 400, 'invalid_request', /JSON/],
      ['['.repeat(100_000), 400, 'invalid_request', /./],
      [{ to }, 400, 'invalid_request', /text/],
      [{ to, text: '' }, 400, 'invalid_request', /text/],
      [{ to, text: 'x', sender: 'me' }, 400, 'invalid_request', /sender/],
      [{ to, text: 'x', Campaign: 'c' }, 400, 'invalid_request', /Campaign/],
      [{ to: 7700900123, text: 'x' }, 400, 'invalid_request', /to/],
      [{ to, text: 'x', modem: 'nobody' }, 400, 'invalid_request', /main/],
      [{ to, text: 'x'.repeat(16_001) }, 400, 'invalid_request', /text/],
      [{ to, text: 'x'.repeat(10_000) }, 400, 'invalid_request', /parts/],
      [{ to: 'STOP', text: 'x' }, 422, 'invalid_number', /STOP/],
      [{ to: '+', text: 'x' }, 422, 'invalid_number', /\+/],
      [{ to: '+4477009001234567', text: 'x' }, 422, 'invalid_number', /country/],
      [{ to: '12345', text: 'x' }, 422, 'invalid_number', /12345/],
      [`{"to":"${to}","text":"${'x'.repeat(10_000_000)}"}`, 413, 'too_large', /bytes/],
    ];
    for (const [body, status, code, detail] of refusals) {
      const answer = await daemon.ask('POST /v1/messages', { body });
      const shown = JSON.stringify(body).slice(0, 60);
      expect({ shown, ...answer }).toMatchObject({
        shown,
        status,
        headers: { 'content-type': 'application/problem+json' },
        body: { status, code, title: expect.any(String), detail: expect.stringMatching(detail) },
      });
    }
    for (const asked of ['GET /v1/nothing', 'GET /v1/messages/msg_x']) {
      expect((await daemon.ask(asked)).body).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect((await daemon.ask('PATCH /v1/messages')).body).toMatchObject({
      status: 405,
      code: 'method_not_allowed',
    });
    for (const query of ['limit=0', 'limit=x', 'status=gone', 'cursor=%00', 'unknown=1']) {
      const { body } = await daemon.ask(`GET /v1/messages?${query}`);
      expect(body).toMatchObject({ status: 400, code: 'invalid_request' });
    }
    expect(rig.rows('SELECT id FROM messages')).toEqual([]);
    await expectService(daemon);
  });

  it('in a text is sent as well as it can be', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const handset = rig.handset(person);
    const text = 'Zero \u0000, half a pair \ud83d, bell \u0007, joined \u{1f469}\u200d\u{1f4bb}';
    await daemon.untilMessage(await daemon.send(person, text), 'delivered');
    expect(handset.messages[0]?.text).toContain('half a pair');
  });

  it('in keys slows the guesser alone: not the holder of a key, nor anyone elsewhere', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const readOnly = await rig.makeKey('reader', 'read');
    const daemon = await rig.startUnready();
    const wrong = `${readOnly.slice(0, -3)}abc`;
    const guess = (from: string, key: string | null = wrong) =>
      daemon.ask('GET /v1/modems', { from, key });

    expect(await guess('127.0.0.2', null)).toMatchObject({
      status: 401,
      body: { code: 'unauthorized' },
    });
    const guesses: number[] = [];
    for (let count = 0; count < 12; count += 1) guesses.push((await guess('127.0.0.2')).status);
    expect(guesses[0]).toBe(401);
    expect(await guess('127.0.0.2')).toMatchObject({
      status: 429,
      headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
      body: { code: 'too_many_attempts' },
    });
    expect((await guess('127.0.0.2', readOnly)).status).toBe(200);
    expect((await guess('127.0.0.3')).status).toBe(401);

    const body = { to: person, text: 'x' };
    expect(await daemon.ask('POST /v1/messages', { body, key: readOnly })).toMatchObject({
      status: 403,
      body: { code: 'insufficient_scope' },
    });
    expect(rig.rows('SELECT id FROM messages')).toEqual([]);
  });
});
