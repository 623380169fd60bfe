/** `stopgate ussd`, beside the daemon and without one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { loadConfig } from '../../src/config/load.js';
import { startGateway } from '../../src/gateway.js';
import { silentLog } from '../../src/log.js';
import { connectInMemory, openPty, SimulatedModem } from '../../src/simulator/index.js';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { until } from '../system/until.js';

const balance = { ussdAnswers: { '*100#': 'Your balance is 10.00' } };

function configFile(port: string): { readonly config: string; readonly toml: string } {
  const directory = temporaryDirectory();
  const config = join(directory, 'stopgate.toml');
  const toml = `[gateway]\ncountry = "GB"\ndata_dir = ${JSON.stringify(join(directory, 'data'))}
[[modem]]\nname = "main"\nport = ${JSON.stringify(port)}\n[http]\nlisten = "127.0.0.1:0"\n`;
  writeFileSync(config, toml);
  return { config, toml };
}

describe('stopgate ussd', () => {
  it('has a daemon that runs ask, and leaves nothing behind', async () => {
    const modem = new SimulatedModem({ clock: systemClock, ...balance });
    const { config, toml } = configFile('/dev/simulated');
    const gateway = await startGateway({
      config: loadConfig({ file: config, env: {}, hostName: 'test', readFile: () => toml }),
      clock: systemClock,
      log: silentLog,
      connect: () => connectInMemory(modem),
    });
    onTestFinished(() => gateway.stop());
    const { store } = gateway.services;
    await until('the modem is ready', () => store.modems.list()[0]?.state === 'ready');

    const plain = await runCommand(['ussd', '*100#', '--config', config]);
    expect(plain).toEqual({ exitCode: 0, stdout: 'Your balance is 10.00\n', stderr: '' });
    const { stdout } = await runCommand(['ussd', '*100#', '--json', '--config', config]);
    expect(JSON.parse(stdout)).toEqual({
      modem: 'main',
      status: 'final',
      text: 'Your balance is 10.00',
    });
    const unknown = await runCommand(['ussd', '*999#', '--config', config]);
    expect(unknown).toMatchObject({
      exitCode: 1,
      stderr: 'stopgate: main: the network does not know this code\n',
    });
    expect(store.ussd.take('2000-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('asks by itself where no daemon runs, reads what came in, and sends nothing', async () => {
    const modem = new SimulatedModem({ clock: systemClock, ...balance });
    const pty = await openPty(modem);
    onTestFinished(async () => {
      await pty.close();
      modem.close();
    });
    modem.receive({ from: '+447700900123', text: 'STOP' });
    const { config } = configFile(pty.path);
    const queued = await runCommand(['send', '+447700900456', 'Hello', '--config', config]);
    expect(queued.exitCode).toBe(0);

    const asked = await runCommand(['ussd', '*100#', '--config', config]);
    expect(asked).toEqual({ exitCode: 0, stdout: 'Your balance is 10.00\n', stderr: '' });
    expect(modem.record.submits).toEqual([]);
    const check = await runCommand(['suppress', 'check', '+447700900123', '--config', config]);
    expect(check.stdout).toContain('is suppressed for everything');
    expect(modem.stored).toEqual([]);
  });

  it('says what a modem lacks that cannot ask', async () => {
    const { config } = configFile('/dev/no-such-port');
    const { exitCode, stderr } = await runCommand(['ussd', '*100#', '--config', config]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^stopgate: main: the modem is not ready: .*no-such-port does not exist/,
    );
  });

  it('names the modems that there are where another is asked for', async () => {
    const { config } = configFile('/dev/no-such-port');
    const args = ['ussd', '*100#', '--modem', 'second', '--config', config];
    expect(await runCommand(args)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(
        'there is no modem "second" in the configuration; there is main',
      ),
    });
  });
});
