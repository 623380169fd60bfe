import { describe, expect, it } from 'vitest';
import { Tally } from '../../src/service/measurements.js';
import { person } from '../support/test-services.js';
import { openTestWebhooks } from '../support/test-webhooks.js';
import { answerWith, openReceiver } from '../support/webhook-receiver.js';

describe('a tally', () => {
  it('counts each value in the first step that has room for it', () => {
    const tally = new Tally([1, 5]);
    for (const value of [0, 1, 1.5, 5, 6, 100]) tally.observe(value);
    expect(tally.counts).toEqual([2, 2, 2]);
    expect(tally.sum).toBe(113.5);
  });
});

describe('a webhook that fails', () => {
  it('is counted each time, by its host', async () => {
    const receiver = await openReceiver();
    receiver.answer = answerWith(500);
    const webhooks = openTestWebhooks(receiver.url);
    const { measurements } = webhooks;
    const { host } = new URL(receiver.url);
    expect([...measurements.webhookFailures]).toEqual([[host, 0]]);
    webhooks.arrive(person, 'Hello');
    await webhooks.until('it has failed', () => (measurements.webhookFailures.get(host) ?? 0) > 0);
    expect([...measurements.webhookFailures.keys()]).toEqual([host]);
  });
});
