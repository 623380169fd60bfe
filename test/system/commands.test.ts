import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { it, scenarios } from './it.js';
import { startProgram } from './program.js';
import { neighbour, person } from './rig.js';
import { until } from './until.js';

/** 250 ms are promised; a loaded machine gets more, and a poll would come after an hour. */
const soonMs = 5_000;

scenarios('commands beside the running daemon', () => {
  it('send: the daemon notices at once', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const id = await rig.queue('07700 900123', 'By hand');
    const queuedMs = systemClock.monotonicMs();
    await until('the modem has it', () => rig.handed.length === 1);
    expect(systemClock.monotonicMs() - queuedMs).toBeLessThan(soonMs);
    expect(await daemon.untilMessage(id, 'delivered')).toMatchObject({ to: person });
  });

  it('suppress add: nothing is handed over from then on, and send is refused', async ({
    openRig,
  }) => {
    const rig = await openRig({ modem: { submitLatencyMs: 100 } });
    const daemon = await rig.start();
    const ids: string[] = [];
    for (let number = 1; number <= 40; number += 1) {
      ids.push(await daemon.send(person, `Offer ${number}`));
    }
    const added = await rig.json('suppress', 'add', person, '--reason', 'by phone');
    const handed = rig.handed.length;
    expect(added).toMatchObject({ suppressed: true, entries: [{ scope: '*', source: 'cli' }] });
    expect(await daemon.message(ids[39] ?? '')).toMatchObject({
      status: 'canceled',
      error: { code: 'recipient_suppressed' },
    });
    expect(
      await daemon.ask('POST /v1/messages', { body: { to: person, text: 'One more?' } }),
    ).toMatchObject({ status: 403, body: { code: 'recipient_suppressed' } });
    expect(await rig.command('send', person, 'One more?')).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('opted out of all messages'),
    });

    await daemon.untilMessage(await daemon.send(neighbour, 'For you alone.'), 'delivered');
    expect(rig.textsTo(person)).toHaveLength(handed);

    expect(await rig.json('suppress', 'remove', person, '--reason', 'came back')).toMatchObject({
      suppressed: false,
    });
    await daemon.untilMessage(await daemon.send(person, 'Welcome back.'), 'delivered');
  });

  it('keys revoke: the key is refused at the next request', async ({ openRig }) => {
    const rig = await openRig();
    const key = await rig.makeKey('shop', 'read');
    const daemon = await rig.startUnready();
    expect((await daemon.ask('GET /v1/messages', { key })).status).toBe(200);
    expect(await rig.command('keys', 'revoke', 'shop')).toMatchObject({ exitCode: 0 });
    expect((await daemon.ask('GET /v1/messages', { key })).status).toBe(401);
    expect((await daemon.ask('GET /v1/messages')).status).toBe(200);
    const { stdout } = await rig.command('keys', 'list');
    expect(stdout).toContain('shop');
    expect(stdout).not.toContain(key);
  });

  it('inbox, messages and modems tell what the API tells', async ({ openRig }) => {
    const rig = await openRig({ modem: { operator: 'Test Network' } });
    const daemon = await rig.start();
    await daemon.untilMessage(await daemon.send(person, 'Our sale starts.'), 'delivered');
    rig.handset(person).reply('Who are you?');
    await daemon.untilReceived(1);
    await until('the SIM is empty', () => rig.modem.stored.length === 0);

    for (const [command, path] of [
      ['inbox', 'inbound'],
      ['messages', 'messages'],
    ] as const) {
      const listed = await rig.json(command);
      expect(listed.items).toHaveLength(1);
      expect(listed).toEqual((await daemon.ask(`GET /v1/${path}`)).body);
    }
    expect(await rig.json('modems')).toMatchObject({
      items: [{ name: 'main', state: 'ready', operator: 'Test Network', registration: 'home' }],
    });
    await daemon.stop();
    expect(await rig.json('modems')).toMatchObject({ items: [{ name: 'main', state: 'stopped' }] });
  });
});

scenarios('the demo without a terminal', () => {
  it('plays its scene once, leaves nothing behind and exits 0', async ({ onTestFinished }) => {
    const TMPDIR = mkdtempSync(join(tmpdir(), 'stopgate-demo-'));
    const demo = startProgram(['demo'], { env: { TMPDIR } });
    onTestFinished(async () => {
      demo.signal('SIGKILL');
      await demo.ended;
      rmSync(TMPDIR, { recursive: true, force: true });
    });
    const { exitCode, stdout, stderr } = await demo.ended;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const scene = [
      /API +http:\/\/127\.0\.0\.1:\d+/,
      /key +sg_\w+/,
      /curl -s http/,
      /POST \/v1\/messages .* -> 202 queued/,
      /handset: "Our autumn sale/,
      /replies "Stop please!"/,
      /handset: "Corner Shop: .*no more messages/,
      /-> 403 recipient_suppressed/,
      /replies "START"/,
      /-> 202 queued/,
      /handset: "Welcome back\. \/ Reply STOP to opt out"/,
    ];
    let rest = stdout;
    for (const line of scene) {
      expect(rest).toMatch(line);
      rest = rest.slice(rest.search(line)).replace(line, '');
    }
    expect(readdirSync(TMPDIR)).toEqual([]);
  });
});
