import { describe, expect } from 'vitest';
import { webhookToml } from '../support/test-webhooks.js';
import { answerWith, neverAnswer, openReceiver } from '../support/webhook-receiver.js';
import { it } from './it.js';
import { person } from './rig.js';
import { until } from './until.js';

describe('webhooks of the daemon', { timeout: 120_000 }, () => {
  it('tell of messages and replies as they come, and of what a command does beside it', async ({
    openRig,
  }) => {
    const receiver = await openReceiver();
    // A report that comes with the modem's answer is settled with it, and then both are told as one.
    const modem = { statusReports: { delayMs: 1_000, status: 0 } };
    const rig = await openRig({ modem, toml: webhookToml(receiver.url) });
    const daemon = await rig.start();
    await daemon.untilMessage(await daemon.send(person, 'Hello'), 'delivered');
    await until('it is told', () => receiver.log.length === 3);
    rig.handset(person).reply('STOP');
    await until('the STOP is told', () => receiver.log.includes('consent.changed opt_out'));
    await rig.command('suppress', 'add', '+447700900999');
    await until('the command is told', () =>
      receiver.told.some(({ data }) => data.source === 'cli'),
    );
    expect(receiver.log.slice(0, 5)).toEqual([
      'message.status sending',
      'message.status sent',
      'message.status delivered',
      'message.received STOP',
      'consent.changed opt_out',
    ]);
  });

  it('tell after kill -9 what they were telling, under the same id, and after "retry" what was dead', async ({
    openRig,
  }) => {
    const receiver = await openReceiver();
    const rig = await openRig({
      toml: webhookToml(receiver.url, { events: ['message.received'] }),
    });
    receiver.answer = neverAnswer;
    const first = await rig.start();
    rig.handset(person).reply('Hello');
    await until('it is being told', () => receiver.told.length === 1);
    first.kill();
    await first.ended;
    receiver.answer = answerWith(410);
    const second = await rig.start();
    await until('it is told again', () => receiver.told.length === 2);
    await until(
      'it is dead',
      () => rig.rows(`SELECT 1 FROM webhook_deliveries WHERE status = 'dead'`).length === 1,
    );
    receiver.answer = answerWith(204);
    await rig.command('webhooks', 'retry', '--dead');
    await until('it is told once more', () => receiver.told.length === 3);
    expect(new Set(receiver.told.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await second.stop()).exitCode).toBe(0);
    expect(rig.rows('SELECT status, attempts FROM webhook_deliveries')).toEqual([
      { status: 'done', attempts: 1 },
    ]);
  });

  it('do not hold up its end', async ({ openRig }) => {
    const receiver = await openReceiver();
    const rig = await openRig({ toml: webhookToml(receiver.url) });
    receiver.answer = neverAnswer;
    const daemon = await rig.start();
    rig.handset(person).reply('Hello');
    await until('it is being told', () => receiver.told.length === 1);
    const stopped = performance.now();
    expect((await daemon.stop()).exitCode).toBe(0);
    expect(performance.now() - stopped).toBeLessThan(8_000);
  });
});
