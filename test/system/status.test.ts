/** `stopgate status` beside the real daemon, and live on a real terminal. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { spawn } from 'zigpty';
import { it, scenarios } from './it.js';
import { person } from './rig.js';
import { until } from './until.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

scenarios('the status', () => {
  it('is that of the daemon and its modem, for people and for programs', async ({ openRig }) => {
    const rig = await openRig({ modem: { operator: 'Acme\x1b[31m Mobile' } });
    const before = await rig.command('status');
    expect(before.exitCode).toBe(1);
    expect(before.stdout).toMatch(/^✗ the daemon does not run/);
    const daemon = await rig.start();
    await daemon.untilMessage(await daemon.send(person, 'Hello'), 'delivered');
    rig.handset(person).reply('STOP');
    await daemon.untilSuppressed(person);
    const { exitCode, stdout, stderr } = await rig.command('status');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^✓ the daemon runs, and all is well$/m);
    expect(stdout).toMatch(/^main {3}ready .*Mobile.* dBm +0\/\d+ +0$/m);
    expect(stdout).toMatch(
      /^opt-outs {2}1 today, 1 opt-out in all \(reply 1\); 1 suppression now$/m,
    );
    expect(stdout).not.toContain('\x1b');
    expect(stdout).not.toContain(person.slice(-6));
    expect(stdout).toMatch(
      /^database {2}.+ MB, .+ [MG]B free on its disk; no backup was made yet$/m,
    );
    await rig.command('backup', join(rig.directory, 'backup.db'));
    expect((await rig.command('status')).stdout).toMatch(/; the last backup \d+ s ago$/m);
    expect(await rig.json('status')).toMatchObject({
      ok: true,
      troubles: [],
      isRunning: true,
      modems: [{ name: 'main', state: 'ready' }],
    });
  });

  it('is drawn anew in one place, and gives the terminal back', async ({
    openRig,
    onTestFinished,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    let screen = '';
    const args = [main, 'status', '--watch', '--config', rig.config];
    const terminal = spawn(process.execPath, args, {
      ...{ cols: 60, rows: 12 },
      env: { PATH: process.env.PATH ?? '', TERM: 'xterm' },
    });
    onTestFinished(() => terminal.close());
    terminal.onData((data) => {
      screen += String(data);
    });
    const last = () => screen.split('\x1b[H').at(-1) ?? '';
    await until('it is drawn', () => last().includes('queue     empty'));
    rig.unplug();
    await until('it shows what happens', () => last().includes('modem main is down'));
    const lines = stripVTControlCharacters(last()).split('\r\n');
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
    expect(last()).toContain('\x1b[33m!');
    terminal.write('\x03');
    expect(await terminal.exited).toBe(0);
    expect(screen.startsWith('\x1b[?1049h')).toBe(true);
    expect(screen.endsWith('\x1b[?1049l')).toBe(true);
    await daemon.stop();
  });

  it('says that the database cannot be written', async ({ openRig }) => {
    const rig = await openRig();
    await rig.start();
    const other = new Database(join(rig.dataDirectory, 'stopgate.db'));
    try {
      other.exec('BEGIN IMMEDIATE');
      const { exitCode, stdout } = await rig.command('status');
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(
        /^✗ the database cannot be written, so nothing is sent or read: .*locked/m,
      );
    } finally {
      other.close();
    }
  });

  it('is not drawn where there is no terminal', async ({ openRig }) => {
    const rig = await openRig();
    const { exitCode, stderr } = await rig.command('status', '--watch');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('draws on a terminal');
  });
});
