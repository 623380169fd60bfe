/**
 * The demo's parts: the real daemon on a simulated modem in this process, a handset, a temporary data
 * directory and a ready key. Everything but the radio is what `stopgate run` runs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../clock.js';
import { loadConfig } from '../config/load.js';
import { type Gateway, startGateway } from '../gateway.js';
import { ListenError } from '../http/server.js';
import { silentLog } from '../log.js';
import { Handset } from '../simulator/handset.js';
import { connectInMemory } from '../simulator/in-memory.js';
import { SimulatedModem } from '../simulator/simulated-modem.js';

/** From the range that Ofcom keeps for drama. */
export const handsetNumber = '+447700900123';
export const demoBrand = 'Corner Shop';

export interface Demo {
  readonly address: string;
  /** Where the opt-out pages are; undefined where their port was taken. */
  readonly pages: string | undefined;
  readonly key: string;
  readonly handset: Handset;
  /** Posts a message to the API as an application would. */
  post(text: string): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  /** Asks the API whether the handset's number is suppressed. */
  isSuppressed(): Promise<boolean>;
  close(): Promise<void>;
}

/** About what a real modem on a good day takes. */
const submitLatencyMs = 700;

/** Starts it on the usual ports, or on any free one without pages: their address must be known before. */
export async function startDemo(clock: Clock): Promise<Demo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stopgate-demo-'));
  const modem = new SimulatedModem({ clock, submitLatencyMs, operator: 'Demo Network' });
  const handset = new Handset(modem, { number: handsetNumber });
  const start = (ports: Ports): Promise<Gateway> =>
    startGateway({
      config: loadConfig({
        file: 'demo',
        env: {},
        hostName: 'demo',
        readFile: () => demoConfig(dataDir, ports),
      }),
      clock,
      log: silentLog,
      connect: () => connectInMemory(modem),
    });
  try {
    const gateway = await start(usualPorts).catch((error: unknown) => {
      if (error instanceof ListenError) return start({ api: 0 });
      throw error;
    });
    const { secret } = gateway.services.keys.create('demo', ['send', 'read', 'admin']);
    return {
      address: gateway.address,
      pages: gateway.publicAddress,
      key: secret,
      handset,
      post: (text) => post(gateway.address, secret, text),
      isSuppressed: () => isSuppressed(gateway.address, secret),
      async close() {
        await gateway.stop();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

interface Ports {
  readonly api: number;
  readonly pages?: number;
}

const usualPorts: Ports = { api: 7867, pages: 7868 };

function demoConfig(dataDir: string, { api, pages }: Ports): string {
  return `
[gateway]
name = "demo"
country = "GB"
data_dir = ${JSON.stringify(dataDir)}

[[modem]]
name = "simulated"
port = "/dev/simulated"

[http]
listen = "127.0.0.1:${api}"
${pages === undefined ? '' : publicPages(pages)}

[optout]
brand = ${JSON.stringify(demoBrand)}
help_text = "Call 020 7946 0000."
`;
}

function publicPages(port: number): string {
  return `
[public]
listen = "127.0.0.1:${port}"
base_url = "http://127.0.0.1:${port}"`;
}

async function post(address: string, key: string, text: string) {
  const response = await fetch(`${address}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ to: handsetNumber, text }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function isSuppressed(address: string, key: string): Promise<boolean> {
  const response = await fetch(`${address}/v1/suppressions/${handsetNumber}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { suppressed } = (await response.json()) as { suppressed: boolean };
  return suppressed;
}
