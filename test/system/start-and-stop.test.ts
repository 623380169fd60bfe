import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { systemClock } from '../../src/clock.js';
import type { Daemon } from './daemon.js';
import { it, scenarios } from './it.js';
import { person } from './rig.js';
import { until } from './until.js';

const promisedMs = 10_000;

scenarios('SIGTERM', () => {
  it('ends within ten seconds where the modem never answers: unconfirmed, not sent again', async ({
    openRig,
  }) => {
    const rig = await openRig({ modem: { statusReports: false } });
    const daemon = await rig.start();
    rig.modem.play({ kind: 'silent-on-submit' });
    const id = await daemon.send(person, 'One');
    await until('the modem has it', () => rig.handed.length === 1);
    const startedMs = systemClock.monotonicMs();
    expect(await daemon.stop()).toMatchObject({ exitCode: 0, signal: null });
    expect(systemClock.monotonicMs() - startedMs).toBeLessThan(promisedMs + 2_000);
    expect(rig.rows('SELECT id, status FROM messages')).toEqual([{ id, status: 'unconfirmed' }]);
  });

  it('waits for the submission under way and settles it; the rest stays queued', async ({
    openRig,
  }) => {
    const rig = await openRig({ modem: { submitLatencyMs: 1_000, statusReports: false } });
    const daemon = await rig.start();
    const stopped = new Promise<Awaited<ReturnType<typeof daemon.stop>>>((resolve, reject) => {
      rig.whenHanded('One', () => void daemon.stop().then(resolve, reject));
    });
    await rig.queue(person, 'One');
    const second = await rig.queue(person, 'Two');
    expect(await stopped).toMatchObject({ exitCode: 0, signal: null });
    expect(rig.rows('SELECT text, status FROM messages ORDER BY rowid')).toEqual([
      { text: 'One', status: 'sent' },
      { text: 'Two', status: 'queued' },
    ]);

    const again = await rig.start();
    await again.untilMessage(second, 'sent');
    expect(rig.textsTo(person)).toEqual(['One', 'Two']);
  });

  it('ends a daemon that has no modem to wait for', async ({ openRig }) => {
    const rig = await openRig();
    rig.unplug();
    const daemon = await rig.startUnready();
    expect(await daemon.stop()).toMatchObject({ exitCode: 0, signal: null });
  });
});

scenarios('a start', () => {
  it('removes what a restore or a rescue that was killed had copied', async ({ openRig }) => {
    const rig = await openRig();
    const left = ['restoring', 'rescuing'].map((name) => join(rig.dataDirectory, name));
    for (const directory of left) {
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, 'stopgate.db'), 'texts of people');
    }
    await rig.startUnready();
    expect(left.filter((directory) => existsSync(directory))).toEqual([]);
  });
});

scenarios('a start that cannot be', () => {
  it('is refused while another daemon works on the same data, which goes on', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const first = await rig.start();
    const second = await rig.command('run');
    expect(second).toMatchObject({ exitCode: 1, stdout: '' });
    expect(second.stderr).toContain(
      `another stopgate daemon already works on ${rig.dataDirectory}`,
    );
    await first.untilMessage(await first.send(person, 'Still here.'), 'delivered');
    first.kill();
    await first.ended;
    await rig.start();
  });

  it('is refused where something else listens', async ({ openRig }) => {
    const rig = await openRig();
    const first = await rig.startUnready();
    const other = await openRig({ listen: first.host });
    const { exitCode, stderr } = await other.command('run');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`cannot listen on ${first.host}`);
  });

  it('is refused with exit code 2 and every fault of the configuration named', async ({
    openRig,
  }) => {
    const rig = await openRig();
    writeFileSync(
      rig.config,
      `
[gatway]
name = "x"
[[modem]]
port = "ttyUSB0"
baud = "fast"
poll_second = 5
[http]
listen = 7867
[optout]
languages = ["en", "tlh"]
`,
    );
    for (const command of ['run', 'check', 'messages']) {
      const { exitCode, stdout, stderr } = await rig.command(command);
      expect(exitCode).toBe(2);
      expect(stdout).toBe('');
      for (const path of ['gatway', 'modem[0].port', 'baud', 'poll_second', 'http.listen']) {
        expect(stderr).toContain(path);
      }
      expect(stderr).toMatch(/gatway.*"?gateway/);
      expect(stderr).toMatch(/poll_second\b.*poll_seconds/);
      expect(stderr).toContain('tlh');
    }
  });

  it('is refused with exit code 2 where there is no configuration', async ({ openRig }) => {
    const rig = await openRig();
    const { exitCode, stderr } = await rig.command('run', '--config', '/nowhere/stopgate.toml');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('/nowhere/stopgate.toml');
  });
});

scenarios('a SIM that asks for its PIN', () => {
  const entries = 'AT+CPIN=';

  it('gets the right one once, and no log holds it', async ({ openRig }) => {
    const rig = await openRig({ modem: { pin: '4711' }, modemToml: 'pin = "4711"' });
    const daemon = await rig.start('--log-level', 'trace');
    await daemon.untilMessage(await daemon.send(person, 'Unlocked'), 'delivered');
    const { commands } = rig.modem.record;
    expect(commands.filter(({ line }) => line.startsWith(entries))).toMatchObject([
      { line: 'AT+CPIN="4711"' },
    ]);
    expect(daemon.log).not.toContain('4711');
  });

  it('gets a wrong one once and never again, whatever starts anew', async ({ openRig }) => {
    const rig = await openRig({ modem: { pin: '4711' }, modemToml: 'pin = "1234"' });
    const untilToldOf = (daemon: Daemon, problem: RegExp) =>
      until(`the modem's problem is ${problem}`, async () => {
        const { items } = (await daemon.ask('GET /v1/modems')).body;
        return Array.isArray(items) && problem.test(items[0]?.problem);
      });
    const first = await rig.startUnready();
    await untilToldOf(first, /did not take the configured PIN/);

    rig.unplug();
    await untilToldOf(first, /gone|does not exist/);
    rig.modem.restart();
    await rig.plugIn();
    await untilToldOf(first, /did not take the configured PIN/);
    first.kill();
    await first.ended;

    const second = await rig.startUnready();
    const isQuestion = ({ line }: { line: string }) => line === 'AT+CPIN?';
    const asked = rig.modem.record.commands.filter(isQuestion).length;
    await until('the SIM is asked again', () => {
      return rig.modem.record.commands.filter(isQuestion).length > asked;
    });
    await untilToldOf(second, /did not take the configured PIN/);
    const { commands } = rig.modem.record;
    expect(commands.filter(({ line }) => line.startsWith(entries))).toHaveLength(1);
    expect((await second.ask('GET /readyz')).status).toBe(503);
    expect((await second.ask('GET /healthz')).status).toBe(200);
  });
});
