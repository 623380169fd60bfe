/** The test's services with webhooks to a receiver, and the workers that call it. */
import type { LookupFunction } from 'node:net';
import { onTestFinished } from 'vitest';
import type { E164 } from '../../src/domain/phone-number.js';
import type { WebhookDelivery } from '../../src/domain/webhook-store.js';
import { type Log, silentLog } from '../../src/log.js';
import { Webhooks } from '../../src/service/webhooks.js';
import { eventually } from '../simulator/eventually.js';
import type { FakeClock } from './fake-clock.js';
import { openTestServices, person, type TestServices } from './test-services.js';

/** Base64 of "0123456789abcdef01234567". */
export const secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3';

export interface WebhookSettings {
  readonly secret?: string;
  readonly events?: readonly string[];
  readonly allowPrivate?: boolean;
  readonly dataDir?: string;
  readonly clock?: FakeClock;
  readonly log?: Log;
  readonly lookup?: LookupFunction;
}

export interface TestWebhooks extends TestServices {
  readonly webhooks: Webhooks;
  /** Lets the workers look until `condition` holds. */
  until(what: string, condition: () => boolean): Promise<void>;
  /** Waits until nothing is under way and nothing is due. */
  settled(): Promise<void>;
  /** All deliveries, oldest first. */
  deliveries(): readonly WebhookDelivery[];
  /** Queues a message; its id. */
  queue(to?: string, text?: string): string;
  /** Queues a message and has the modem send it. */
  send(to?: string, text?: string): string;
}

export function webhookToml(url: string, settings: WebhookSettings = {}): string {
  const { events = ['message.received', 'message.status', 'consent.changed'] } = settings;
  return `[[webhook]]
url = ${JSON.stringify(url)}
secret = ${JSON.stringify(settings.secret ?? secret)}
events = ${JSON.stringify(events)}
allow_private = ${settings.allowPrivate ?? true}
`;
}

/** `random` stays in the middle, so that pauses are as documented. */
export function openTestWebhooks(url: string, settings: WebhookSettings = {}): TestWebhooks {
  const { dataDir, clock, log = silentLog, lookup } = settings;
  const services = openTestServices(webhookToml(url, settings), dataDir, clock);
  const { store, outbox, sender } = services;
  const webhooks = new Webhooks({
    store,
    clock: services.clock,
    log,
    measurements: services.measurements,
    endpoints: [
      { url, secret: settings.secret ?? secret, allowPrivate: settings.allowPrivate ?? true },
    ],
    random: () => 0.5,
    ...(lookup && { lookup }),
  });
  onTestFinished(() => webhooks.close());

  const deliveries = () => [...store.webhooks.list({ limit: 1000 }).items].reverse();
  const until: TestWebhooks['until'] = (what, condition) =>
    eventually(what, () => {
      webhooks.look();
      return condition();
    });
  const queue = (to: string = person, text = 'Hello') => {
    const result = outbox.send({ to: to as E164, text });
    if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
    return result.message.id;
  };

  return {
    ...services,
    webhooks,
    until,
    async settled() {
      await until('nothing is due', () => {
        const now = services.clock.now().toISOString();
        return deliveries().every(({ nextTryAt }) => nextTryAt === null || nextTryAt > now);
      });
    },
    deliveries,
    queue,
    send(to, text) {
      const id = queue(to, text);
      for (;;) {
        const submission = sender.next('main');
        if (submission === undefined) return id;
        sender.settle('main', submission, { kind: 'sent', reference: 1 });
      }
    },
  };
}
