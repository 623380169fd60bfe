/** The whole gateway on real sockets, with a simulated modem and a key of all scopes. */
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { loadConfig } from '../../src/config/load.js';
import { type Gateway, startGateway } from '../../src/gateway.js';
import { silentLog } from '../../src/log.js';
import { connectInMemory, SimulatedModem } from '../../src/simulator/index.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { until } from '../system/until.js';

export interface RunningGateway {
  readonly gateway: Gateway;
  readonly address: string;
  readonly modem: SimulatedModem;
  readonly key: string;
}

/** Starts it and waits until its modem is ready; the test's end stops it. */
export async function runGateway(toml = ''): Promise<RunningGateway> {
  const modem = new SimulatedModem({ clock: systemClock });
  onTestFinished(() => modem.close());
  const config = loadConfig({
    file: 'test',
    env: { STOPGATE_HTTP__LISTEN: '127.0.0.1:0' },
    hostName: 'test',
    readFile: () => `
[gateway]
country = "GB"
data_dir = ${JSON.stringify(temporaryDirectory())}
[[modem]]
name = "main"
port = "/dev/main"
${toml}`,
  });
  const gateway = await startGateway({
    config,
    clock: systemClock,
    log: silentLog,
    connect: () => connectInMemory(modem),
  });
  onTestFinished(() => gateway.stop());
  const { address, services } = gateway;
  await until('a modem is ready', async () => (await fetch(`${address}/readyz`)).ok);
  return {
    gateway,
    address,
    modem,
    key: services.keys.create('test', ['send', 'read', 'admin']).secret,
  };
}
