/**
 * The whole daemon on several simulated modems. Time is the test's: where they are on pseudo-terminals
 * it moves on in small steps, between which these get time to carry what was written. The modems' own
 * records are the oracle.
 */
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sleep, systemClock } from '../src/clock.js';
import { type Gateway, startGateway } from '../src/gateway.js';
import { silentLog } from '../src/log.js';
import { openServices } from '../src/services.js';
import {
  connectInMemory,
  Handset,
  type InMemoryPort,
  openPty,
  type PtyPort,
  SimulatedModem,
} from '../src/simulator/index.js';
import { decodePdu } from '../src/sms/index.js';
import { FakeClock } from './support/fake-clock.js';
import { temporaryDirectory } from './support/temporary-directory.js';
import { configOf } from './support/test-config.js';

const stepMs = 100;
const carryMs = 2;
const names = ['slow', 'broken', 'steady'] as const;
type Name = (typeof names)[number];

const settings: Record<Name, string> = { slow: 'per_minute = 20', broken: '', steady: '' };

interface Bench {
  readonly clock: FakeClock;
  readonly gateway: Gateway;
  readonly modems: Readonly<Record<Name, SimulatedModem>>;
  plugIn(name: Name): Promise<void>;
  unplug(name: Name): void;
  /** Lets time pass until `isTrue`; throws when ten minutes of it were not enough. */
  until(what: string, isTrue: () => boolean): Promise<void>;
}

/** With the API on a port of its own, and texts as they are given. */
function gatewayOf(directory: string, modems: string) {
  const toml = `[http]\nlisten = "127.0.0.1:0"\n[optout]\nfooter = false\n${modems}`;
  return configOf(toml, join(directory, 'data'));
}

async function openBench(): Promise<Bench> {
  const clock = new FakeClock();
  const directory = temporaryDirectory();
  const linkOf = (name: Name) => join(directory, name);
  const newModem = () => new SimulatedModem({ clock, submitLatencyMs: 500 });
  const modems = { slow: newModem(), broken: newModem(), steady: newModem() };
  const ports = new Map<Name, PtyPort>();
  const plugIn = async (name: Name) => {
    ports.set(name, await openPty(modems[name], { link: linkOf(name) }));
  };
  for (const name of names) await plugIn(name);
  const pass = async () => {
    await clock.advance(stepMs);
    await sleep(systemClock, carryMs);
  };
  const gateway = await startGateway({
    config: gatewayOf(
      directory,
      names
        .map((name) => `[[modem]]\nname = "${name}"\nport = "${linkOf(name)}"\n${settings[name]}\n`)
        .join(''),
    ),
    clock,
    log: silentLog,
  });
  onTestFinished(async () => {
    let hasStopped = false;
    const stopping = gateway.stop().finally(() => {
      hasStopped = true;
    });
    while (!hasStopped) await pass();
    await stopping;
    for (const port of ports.values()) await port.close();
    for (const name of names) modems[name].close();
    expect(clock.pendingTimers).toBe(0);
  });
  return {
    clock,
    gateway,
    modems,
    plugIn,
    unplug: (name) => ports.get(name)?.vanish(),
    async until(what, isTrue) {
      const endMs = clock.monotonicMs() + 600_000;
      while (!isTrue()) {
        if (clock.monotonicMs() > endMs) throw new Error(`waited in vain until ${what}`);
        await pass();
      }
    },
  };
}

interface Handed {
  readonly to: string;
  readonly text: string;
  readonly atMs: number;
}

/** What a modem was handed, in order. */
function handedTo(modem: SimulatedModem): Handed[] {
  return modem.record.submits.map(({ hex, at }) => {
    const pdu = decodePdu(hex, { direction: 'to-network' });
    if (pdu instanceof Error || pdu.type !== 'submit') throw new Error(`no SUBMIT: ${hex}`);
    return { to: pdu.to.value, text: pdu.text ?? '', atMs: at.getTime() };
  });
}

async function readiness(gateway: Gateway): Promise<Record<string, { downSince: string | null }>> {
  const response = await fetch(`${gateway.address}/readyz`);
  const { modems } = (await response.json()) as {
    modems: { name: string; downSince: string | null }[];
  };
  return Object.fromEntries(modems.map((modem) => [modem.name, modem]));
}

it('sends everything once through three modems, one of which dies and comes back', async () => {
  const { clock, gateway, modems, until, unplug, plugIn } = await openBench();
  const { slow, broken, steady } = modems;
  const { outbox, store } = gateway.services;
  const all = () => names.flatMap((name) => handedTo(modems[name]));
  const areReady = () => {
    const states = store.modems.list().map(({ state }) => state);
    return states.length === names.length && states.every((state) => state === 'ready');
  };
  await until('all are ready', areReady);

  const texts = new Map(
    Array.from({ length: 60 }, (_, index) => [`+44770090${1000 + index}`, `Message ${index}`]),
  );
  const ids = [...texts].map(([to, text]) => {
    const result = outbox.send({ to, text });
    if (result.kind !== 'accepted') throw new Error(result.kind);
    return result.message.id;
  });

  await until('the broken one has sent some', () => broken.record.submits.length === 5);
  unplug('broken');
  const goneAtMs = clock.now().getTime();
  await until('the others have sent the rest', () => all().length === texts.size);
  expect(Date.parse((await readiness(gateway)).broken?.downSince ?? '')).toBeGreaterThanOrEqual(
    goneAtMs,
  );
  await until('all is settled', () =>
    ids.every((id) => !['queued', 'sending'].includes(store.messages.find(id)?.status ?? '')),
  );
  // Each to its own number and each once; what the broken one had in hand may have gone, so not again.
  expect(
    all()
      .map(({ to, text }) => [to, text])
      .sort(),
  ).toEqual([...texts].sort());
  const undelivered = ids
    .map((id) => store.messages.find(id)?.status)
    .filter((status) => status !== 'delivered');
  expect(['', 'unconfirmed']).toContain(undelivered.join());

  // 20 a minute is one every 3 s; between the claim and the hand-over lies a prompt.
  const slowAtMs = handedTo(slow).map(({ atMs }) => atMs);
  expect(slowAtMs.length).toBeGreaterThan(3);
  for (const [index, atMs] of slowAtMs.entries()) {
    const before = slowAtMs[index - 1];
    if (before !== undefined) expect(atMs - before).toBeGreaterThan(3_000 - 5 * stepMs);
  }
  expect(handedTo(steady).length).toBeGreaterThan(slowAtMs.length);

  await plugIn('broken');
  await until('it is back', areReady);
  expect((await readiness(gateway)).broken?.downSince).toBeNull();

  // Who was written to by the broken one goes on being, and is answered by it.
  const person = handedTo(broken)[0]?.to ?? '';
  const again = outbox.send({ to: person, text: 'Once more' });
  expect(again.kind).toBe('accepted');
  await until('it is sent', () => handedTo(broken).length === 6);
  new Handset(broken, { number: person }).reply('STOP');
  await until('it is confirmed', () => handedTo(broken).length === 7);
  const toPerson = names.map((name) => handedTo(modems[name]).filter(({ to }) => to === person));
  expect(toPerson.map((handed) => handed.length)).toEqual([0, 3, 0]);
  expect(toPerson[1]?.at(-1)?.text).toMatch(/unsubscribed/);
  expect(outbox.send({ to: person, text: 'One more offer' }).kind).toBe('suppressed');
});

/** The daemon on modems in memory, where nothing takes any time but the test's. */
async function startInMemory(options: {
  readonly directory: string;
  readonly modems: Readonly<Record<string, InMemoryPort>>;
  readonly toml: string;
  readonly clock: FakeClock;
}): Promise<Gateway> {
  const { directory, modems, toml, clock } = options;
  const gateway = await startGateway({
    config: gatewayOf(directory, toml),
    clock,
    log: silentLog,
    connect: ({ name }) => modems[name] ?? expect.unreachable(),
  });
  onTestFinished(async () => {
    const stopped = gateway.stop();
    await clock.advance(20_000);
    await stopped;
  });
  await clock.advance(1_000);
  return gateway;
}

it('sends the next message in the moment in which the limits of a modem allow it', async () => {
  const clock = new FakeClock();
  const modem = new SimulatedModem({ clock });
  const { services } = await startInMemory({
    directory: temporaryDirectory(),
    modems: { main: connectInMemory(modem) },
    toml: '[[modem]]\nport = "/dev/main"\nper_minute = 32',
    clock,
  });
  for (const text of ['one', 'two', 'three']) services.outbox.send({ to: '07700900123', text });
  await clock.advance(60_000);
  const [first = 0, ...others] = handedTo(modem).map(({ atMs }) => atMs);
  expect(others.map((atMs) => atMs - first)).toEqual([1_875, 3_750]);
});

it('looks anew at what was queued under other settings, and lets it expire without a modem', async () => {
  const clock = new FakeClock();
  const directory = temporaryDirectory();
  const plain = (name: string) => `[[modem]]\nname = "${name}"\nport = "/dev/${name}"\n`;
  const before = openServices(gatewayOf(directory, plain('a') + plain('b')), clock, () => {});
  const message = { to: '07700900123', text: 'Hello', validMinutes: 5 };
  for (const modem of [undefined, 'b']) before.outbox.send({ ...message, modem });
  before.store.close();

  const a = new SimulatedModem({ clock });
  const b = connectInMemory(new SimulatedModem({ clock }));
  b.unplug();
  const { services } = await startInMemory({
    directory,
    modems: { a: connectInMemory(a), b },
    toml: `${plain('a')}${plain('b')}prefixes = ["+44"]`,
    clock,
  });
  await clock.advance(50_000);
  expect(handedTo(a)).toEqual([]);
  await clock.advance(20_000);
  expect(handedTo(a)).toHaveLength(1);
  await clock.advance(300_000);
  const statuses = services.store.messages.list({ limit: 10 }).items.map(({ status }) => status);
  expect(statuses).toEqual(['expired', 'delivered']);
});
