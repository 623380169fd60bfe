import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { loadConfig } from '../../src/config/load.js';
import { startGateway } from '../../src/gateway.js';
import { silentLog } from '../../src/log.js';
import {
  connectInMemory,
  openPty,
  SimulatedModem,
  type SimulatedModemOptions,
} from '../../src/simulator/index.js';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { until } from '../system/until.js';

async function plugIn(options: Omit<SimulatedModemOptions, 'clock'> = {}) {
  const modem = new SimulatedModem({ clock: systemClock, ...options });
  const pty = await openPty(modem);
  onTestFinished(async () => {
    await pty.close();
    modem.close();
  });
  return { modem, port: pty.path };
}

/** A configuration of these modems, with a data directory that is there. */
function configFile(...modems: string[]): { readonly config: string; readonly toml: string } {
  const directory = temporaryDirectory();
  const config = join(directory, 'stopgate.toml');
  const tables = modems.map((lines, index) => `[[modem]]\nname = "m${index + 1}"\n${lines}\n`);
  const toml = `[gateway]\ncountry = "GB"\ndata_dir = ${JSON.stringify(directory)}\n[http]\nlisten = "127.0.0.1:0"\n${tables.join('')}`;
  writeFileSync(config, toml);
  return { config, toml };
}

describe('stopgate doctor', () => {
  it('looks at one port without a configuration, and exits 0 where a message could be sent', async () => {
    const { port } = await plugIn();
    const { exitCode, stdout, stderr } = await runCommand(['doctor', '--port', port]);
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const line of stdout.trim().split('\n')) expect(line).toMatch(/^[✓!] .*\.$/);
    expect(stdout).toContain(`✓ ${port}: the modem answers at 115200 baud.`);
  });

  it('exits 1 where none could, with the remedy beside what was found', async () => {
    const { port } = await plugIn({ registration: 3 });
    const { exitCode, stdout, stderr } = await runCommand(['doctor', '--port', port]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^✗ .*the network refuses this SIM.*\. Remedy: ask the operator/m);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('needs every configured modem to be able to send', async () => {
    const { port } = await plugIn();
    const { config } = configFile(`port = "${port}"`, 'port = "/dev/no-such-port"');
    const { exitCode, stdout } = await runCommand(['doctor', '--config', config]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^✓ m1: the SIM can be used/m);
    expect(stdout).toMatch(/^✗ m2: \/dev\/no-such-port does not exist/m);
  });

  it('prints its findings for programs', async () => {
    const { port } = await plugIn();
    const { exitCode, stdout } = await runCommand(['doctor', '--json', '--port', port]);
    expect(exitCode).toBe(0);
    const { ok, findings } = JSON.parse(stdout);
    expect(ok).toBe(true);
    expect(findings).toContainEqual({
      check: 'sim',
      level: 'good',
      modem: port,
      found: 'the SIM can be used',
    });
  });

  it('enters a wrong PIN once, however often it is called', async () => {
    const { modem, port } = await plugIn({ pin: '1234' });
    const { config } = configFile(`port = "${port}"\npin = "9999"`);
    for (const _ of [1, 2]) {
      const { exitCode, stdout } = await runCommand(['doctor', '--config', config]);
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/^✗ m1: the SIM did not take the configured PIN.*left: 2/m);
    }
    const entered = modem.record.commands.filter(({ line }) => line.startsWith('AT+CPIN='));
    expect(entered).toHaveLength(1);
  });

  it('leaves a modem to the daemon that works on it', async () => {
    const modem = new SimulatedModem({ clock: systemClock });
    const { port } = await plugIn();
    const { config, toml } = configFile(`port = "${port}"`);
    const gateway = await startGateway({
      config: loadConfig({ file: config, env: {}, hostName: 'test', readFile: () => toml }),
      clock: systemClock,
      log: silentLog,
      connect: () => connectInMemory(modem),
    });
    onTestFinished(() => gateway.stop());
    await until(
      'the modem is ready',
      () => gateway.services.store.modems.list()[0]?.state === 'ready',
    );
    const { exitCode, stdout } = await runCommand(['doctor', '--config', config]);
    expect(stdout).toMatch(/^✓ m1: the daemon runs and holds the port; it says "ready"/m);
    expect(stdout).not.toContain('answers at');
    expect(exitCode).toBe(0);
  });
});
