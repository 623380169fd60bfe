/**
 * The bench with the services behind the driver: a real database, the real rules of consent. What
 * recipients get is what the simulated modem was handed.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { silentLog } from '../../src/log.js';
import { wireModems } from '../../src/modem-wiring.js';
import type { Receiver } from '../../src/service/receiver.js';
import { openServices, type Services } from '../../src/services.js';
import { decodePdu } from '../../src/sms/index.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { configOf } from '../support/test-config.js';
import { type Bench, type BenchOptions, person, setBench } from './bench.js';

export interface ServiceBench extends Bench {
  readonly services: Services;
  /** Queues a text of marketing; its id. Time does not pass. */
  post(text: string, to?: string): string;
  /** What was understood of what came in, oldest first: sender and text. */
  inbound(): { readonly from: string; readonly text: string | null }[];
  /** What is wrong with the PDUs that could not be read. */
  rawProblems(): string[];
  /** Does what the daemon does now and then: takes long messages whose rest never came. */
  takeOverdueParts(): void;
  /** Whether the number is on the suppression list. */
  isSuppressed(number?: string): boolean;
  status(id: string): string | undefined;
  /** Texts that the network took, in order. */
  delivered(to?: string): string[];
}

export async function setServiceBench(
  options: Omit<BenchOptions, 'driver'> & { readonly pollSeconds?: number } = {},
): Promise<ServiceBench> {
  const dataDir = temporaryDirectory();
  const config = configOf(
    `[[modem]]
name = "main"
port = "/dev/main"
[optout]
brand = "Corner Shop"
footer = false
`,
    dataDir,
  );
  let wake = () => {};
  let opened: Services | undefined;
  let receiver: Receiver | undefined;
  const bench = await setBench({
    ...options,
    driver: (clock) => {
      const services = openServices(config, clock, () => wake());
      opened = services;
      const wiring = wireModems(services, config, {
        clock: services.clock,
        log: silentLog,
        wake: () => wake(),
        onQueued: () => wake(),
      });
      receiver = wiring.receiver;
      return {
        source: wiring.sender,
        inbox: wiring.receiver,
        pollSeconds: options.pollSeconds ?? 30,
      };
    },
  });
  const services = opened;
  if (services === undefined) throw new Error('the driver was made without services');
  onTestFinished(() => services.store.close());
  wake = () => bench.modem.wake();
  return {
    ...bench,
    services,
    post(text, to = person) {
      const result = services.outbox.send({ to, text });
      if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
      return result.message.id;
    },
    takeOverdueParts: () => receiver?.takeOverdueParts(),
    rawProblems() {
      const db = new Database(join(dataDir, 'stopgate.db'), { readonly: true });
      try {
        const rows = db.prepare<[], { problem: string }>(
          "SELECT problem FROM received_pdus WHERE kind = 'undecodable'",
        );
        return rows.all().map(({ problem }) => problem);
      } finally {
        db.close();
      }
    },
    isSuppressed: (number = person) => services.store.consent.suppressionsOf(number).length > 0,
    status: (id) => services.store.messages.find(id)?.status,
    inbound: () =>
      services.store.inbound
        .list({ limit: 100 })
        .items.map(({ from, text }) => ({ from, text }))
        .toReversed(),
    delivered: (to) =>
      bench.sim.record.submits
        .filter(({ outcome }) => outcome === 'accepted')
        .map(({ hex, tpduLength }) => decodePdu(hex, { tpduLength, direction: 'to-network' }))
        .flatMap((pdu) =>
          pdu instanceof Error || pdu.type !== 'submit' || (to !== undefined && pdu.to.value !== to)
            ? []
            : [pdu.text ?? ''],
        ),
  };
}
