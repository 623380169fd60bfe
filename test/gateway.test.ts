import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../src/clock.js';
import { startGateway } from '../src/gateway.js';
import { silentLog } from '../src/log.js';
import { connectInMemory, Handset, SimulatedModem } from '../src/simulator/index.js';
import { decodePdu } from '../src/sms/index.js';
import { FakeClock } from './support/fake-clock.js';
import { temporaryDirectory } from './support/temporary-directory.js';
import { configOf, oneModem } from './support/test-config.js';
import { openTestServices } from './support/test-services.js';
import { until } from './system/until.js';

const person = '+447700900123';

/** The whole daemon on a simulated modem in this process. */
async function startOn(modem: SimulatedModem, toml: string) {
  const gateway = await startGateway({
    config: configOf(
      `${oneModem}[optout]
footer = false
${toml}`,
      temporaryDirectory(),
    ),
    clock: systemClock,
    log: silentLog,
    connect: () => connectInMemory(modem),
  });
  onTestFinished(() => gateway.stop());
  const { secret } = gateway.services.keys.create('test', ['send']);
  return async (text: string) => {
    const response = await fetch(`${gateway.address}/v1/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ to: person, text }),
    });
    return await response.json();
  };
}

it('sends in national tables what a handset then reads as it was written', async () => {
  const modem = new SimulatedModem({ clock: systemClock });
  onTestFinished(() => modem.close());
  const handset = new Handset(modem, { number: person });
  const post = await startOn(modem, '[send]\nnational_tables = true\nreference_bits = 16');

  const turkish = 'Sayın müşterimiz, siparişiniz hazır; mağazamızdan alabilirsiniz. '.repeat(4);
  expect(await post(turkish)).toMatchObject({ encoding: 'gsm7', parts: 2, text: turkish });
  const message = await until('the message is read', () => handset.messages[0]);
  expect(message).toMatchObject({ text: turkish, parts: 2, encoding: 'gsm7' });

  const submits = modem.record.submits.map(({ hex }) =>
    decodePdu(hex, { direction: 'to-network' }),
  );
  // The single shift (0x24) or the locking shift (0x25) of Turkish (1), 23.040 §9.2.3.24.15 and 16.
  for (const submit of submits) {
    expect(submit).toMatchObject({ concat: { total: 2, referenceBits: 16 } });
    const elements = submit instanceof Error || submit.type !== 'submit' ? [] : submit.elements;
    const languages = elements.filter(({ id }) => id === 0x24 || id === 0x25);
    expect(languages.length).toBeGreaterThan(0);
    for (const { data } of languages) expect([...data]).toEqual([1]);
  }
});

it('says without a key that the clock is not set, sends all the same, and follows when it is', async () => {
  const clock = new FakeClock(new Date('1970-01-01T00:00:20.000Z'));
  const modem = new SimulatedModem({ clock });
  onTestFinished(() => modem.close());
  const gateway = await startGateway({
    config: configOf(
      `${oneModem}[optout]
footer = false`,
      temporaryDirectory(),
    ),
    clock,
    log: silentLog,
    connect: () => connectInMemory(modem),
  });
  onTestFinished(async () => {
    const stopped = gateway.stop();
    await clock.advance(10_000);
    await stopped;
  });
  const { outbox, store } = gateway.services;
  const queue = () => {
    const result = outbox.send({ to: person, text: 'Hello', validMinutes: 5 });
    return result.kind === 'accepted' ? result.message.id : '';
  };
  const health = async () => await (await fetch(`${gateway.address}/healthz`)).json();
  expect(await health()).toEqual({
    status: 'ok',
    warnings: [expect.stringContaining('has not been set')],
  });
  modem.registration = 2;
  const id = queue();
  await clock.advance(60_000);
  clock.jump(Date.parse('2026-11-22T12:00:00.000Z') - clock.now().getTime());
  await clock.advance(1_500);
  expect(await health()).toEqual({ status: 'ok' });
  expect(store.messages.find(id)?.createdAt).toMatch(/^2026-11-22T11:59/u);
  modem.registration = 1;
  await clock.advance(60_000);
  expect(store.messages.find(id)?.status).toBe('delivered');
  expect(modem.record.submits).toHaveLength(1);
});

it('erases texts that are older than the configuration says, from ten minutes after the start', async () => {
  const dataDir = temporaryDirectory();
  const clock = new FakeClock(new Date('2026-11-22T12:00:00.000Z'));
  const received = openTestServices('', dataDir, clock);
  received.arrive(person, 'Hello');
  await clock.advance(31 * 24 * 3_600_000);
  const gateway = await startGateway({
    config: configOf(`${oneModem}[retention]\nmessage_days = 30`, dataDir),
    clock,
    log: silentLog,
    connect: () => () => Promise.reject(new Error('no modem here')),
  });
  onTestFinished(() => gateway.stop());
  const text = () => gateway.services.store.inbound.list({ limit: 1 }).items[0]?.text;
  await clock.advance(9 * 60_000);
  expect(text()).toBe('Hello');
  await clock.advance(2 * 60_000);
  expect(text()).toBeNull();
});
