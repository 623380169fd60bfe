/** The whole gateway with its public pages in this process, on a simulated modem. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/clock.js';
import { LANGUAGES } from '../../src/config/config.js';
import { startGateway } from '../../src/gateway.js';
import { silentLog } from '../../src/log.js';
import { OptOutLinks } from '../../src/service/opt-out-links.js';
import { connectInMemory, SimulatedModem } from '../../src/simulator/index.js';
import { configOf, oneModem } from '../support/test-config.js';

export interface Site {
  readonly address: string;
  link(number: string, campaign: string, language: string): string;
  close(): Promise<void>;
}

/** Of a shop that speaks every language. */
export async function openSite(): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stopgate-site-'));
  const modem = new SimulatedModem({ clock: systemClock });
  const gateway = await startGateway({
    config: configOf(
      `${oneModem}
[public]
listen = "127.0.0.1:0"
base_url = "https://sms.example.org"
[optout]
brand = "Corner Shop"
languages = ${JSON.stringify(LANGUAGES)}`,
      dataDir,
    ),
    clock: systemClock,
    log: silentLog,
    connect: () => connectInMemory(modem),
  });
  const { store } = gateway.services;
  const address = gateway.publicAddress ?? '';
  const links = new OptOutLinks({ store, clock: systemClock, baseUrl: address });
  return {
    address,
    link: (number, campaign, language) => links.linkFor({ number, campaign, language }),
    async close() {
      await gateway.stop();
      modem.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
